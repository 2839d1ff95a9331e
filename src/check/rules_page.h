/* rules_page.h - rows of rules.h: paper, margins, letters, page numbers, tables, the file.        */
/* clang-format off */
R(1, MUST, true, MUC_I "khoản 1",
  "khổ giấy A4", "page is A4",
  "210 x 297 mm ±0,2 mm", "210 x 297 mm ±0.2 mm",
  "đặt size=\"A4\" ở <page> của mẫu", "put size=\"A4\" at the template's <page>")
R(2, MUST, true, MUC_I "khoản 2",
  "khổ dọc, trừ trang có bảng và phụ lục", "portrait, save for tables and appendices",
  "trang ngang của văn bản chính phải có bảng", "a turned page of the main text holds a table",
  "bỏ orientation=\"landscape\" hoặc chỉ dùng cho bảng", "take orientation=\"landscape\" away, or keep it for tables")
R(3, MUST, true, MUC_I "khoản 3",
  "lề trên", "top margin",
  "20-25 mm", "20-25 mm",
  "sửa top của <page> trong mẫu", "change top of the template's <page>")
R(4, MUST, true, MUC_I "khoản 3",
  "lề dưới; trang đầy phải dàn tới lề", "bottom margin; full pages reach it",
  "từ 20 mm; trang đầy: tới 25 mm và một dòng", "20 mm at least; full pages: 25 mm and a line at most",
  "sửa bottom của <page> trong mẫu", "change bottom of the template's <page>")
R(5, MUST, false, MUC_I "khoản 3",
  "lề trái", "left margin",
  "30-35 mm", "30-35 mm",
  "sửa left của <page>, hoặc thụt lề (left) của kiểu chữ", "change left of <page>, or the style's left indent")
R(6, MUST, false, MUC_I "khoản 3",
  "lề phải", "right margin",
  "15-20 mm", "15-20 mm",
  "đặt le-phai (right của <page>) từ 15 đến 20 mm", "set le-phai (right of <page>) to 15-20 mm")
R(7, PRACTICE, false, MUC_I "khoản 6; Mục IV",
  "phần đầu không nhô quá lề 10 mm", "header at most 10 mm beyond the margins",
  "nhô ra nhiều nhất 10 mm, không ra khỏi giấy", "10 mm at most, on the paper",
  "cho tên cơ quan xuống dòng, hoặc giảm nho-ra", "let names take more lines, or make nho-ra smaller")
R(8, MUST, true, MUC_I "khoản 4",
  "phông chữ Times New Roman", "Times New Roman",
  "Times New Roman; phông cùng số đo chữ (Liberation Serif, Tinos): ghi chú", "Times New Roman; of a face of its metrics (Liberation Serif, Tinos): a note",
  "chép tệp phông Times New Roman vào thư mục fonts; sửa font của kiểu chữ", "put Times New Roman into the folder fonts; mend the style's font")
R(9, MUST, true, MUC_I "khoản 4",
  "phông nhúng trong tệp, chữ Unicode dựng sẵn", "fonts embedded, composed Unicode",
  "mọi phông có tệp để nhúng, chữ ở dạng NFC", "a file of every font to embed, text in NFC",
  "dùng phông có tệp .ttf hoặc .otf", "use a font that has a .ttf or .otf file")
R(10, MUST, true, MUC_I "khoản 4",
  "chữ màu đen", "text is black",
  "đen, trừ dấu chỉ độ mật, mức độ khẩn", "black, save for marks of secrecy and urgency",
  "bỏ colour của kiểu chữ", "take colour away from the style")
R(11, MUST, true, MUC_I "khoản 4",
  "không mất chữ nào của dữ liệu", "no letter of the data is lost",
  "mỗi chữ có mặt trên trang ít nhất bằng số lần trong văn bản đã ghép", "every letter as often on the pages as in the bound document",
  "sửa bảng mã của dữ liệu, dùng phông có đủ chữ", "mend the encoding of the data, use a font with all letters")
R(12, MUST, false, MUC_I "khoản 5",
  "cỡ chữ Quốc hiệu, Tiêu ngữ, ngày tháng cùng tăng giảm", "sizes of the header go together",
  "12/13/13 hoặc 13/14/14", "12/13/13 or 13/14/14",
  "đặt co-quoc-hieu và co-tieu-ngu theo một cặp: 12pt, 13pt hoặc 13pt, 14pt", "set co-quoc-hieu and co-tieu-ngu as a pair: 12pt, 13pt or 13pt, 14pt")
R(13, PRACTICE, false, MUC_I "khoản 5",
  "nội dung một cỡ chữ", "one size of the text",
  "13 hoặc 14, một cỡ", "13 or 14, one size",
  "bỏ cỡ riêng của các kiểu chữ trong nội dung", "take the sizes away from the styles of the text")
R(14, MUST, true, MUC_I "khoản 7",
  "trang đầu không có số trang", "no number on the first page",
  "không có", "none",
  "chỉ đặt <page-number/> trong running on=\"rest\"", "put <page-number/> into running on=\"rest\" alone")
R(15, MUST, true, MUC_I "khoản 7",
  "các trang sau có số 2, 3, ...", "the next pages are numbered 2, 3, ...",
  "chữ số Ả Rập, liên tục từ trang 2", "Arabic numerals, without a gap from page 2",
  "đặt <page-number/> trong running on=\"rest\", start=\"1\" ở <pages>", "put <page-number/> into running on=\"rest\", start=\"1\" at <pages>")
R(16, MUST, true, MUC_I "khoản 7",
  "kiểu chữ của số trang", "look of the page number",
  "cỡ 13-14, đứng, không đậm", "size 13-14, upright, not bold",
  "sửa kiểu so-trang", "mend the style so-trang")
R(17, MUST, true, MUC_I "khoản 7",
  "số trang canh giữa", "page number centred",
  "lệch nhiều nhất 2 mm so với trang hoặc vùng chữ", "2 mm off the page or the text area at most",
  "đặt align=\"center\" cho kiểu so-trang", "put align=\"center\" to the style so-trang")
R(18, MUST, true, MUC_I "khoản 7",
  "số trang nằm trong lề trên", "page number inside the top margin",
  "trên mọi dòng chữ, trong giấy", "above all text, on the paper",
  "đặt số trang ở running at=\"top\" với edge=\"10mm\"", "put it into running at=\"top\" with edge=\"10mm\"")
R(19, PRACTICE, true, MUC_I "khoản 7",
  "số trang cách mép trên", "page number below the paper's edge",
  "8-12 mm", "8-12 mm",
  "đặt edge=\"10mm\" cho <running>", "put edge=\"10mm\" to <running>")
R(20, MUST, true, MUC_III "khoản 1",
  "phụ lục đánh số trang riêng", "appendices number their own pages",
  "từ 1, không hiện ở trang đầu", "from 1, hidden on the first page",
  "đặt start=\"1\" cho <pages> của phụ lục", "put start=\"1\" to the appendix' <pages>")
