/* rules_page.h - rows of rules.c: paper, margins, letters, page numbers, tables, the file.        */
/* clang-format off */
R(1, MUST, true, MUC_I "khoản 1",
  "khổ giấy A4", "A4 paper",
  "210 x 297 mm ±0,2 mm", "210 x 297 mm ±0.2 mm",
  "đặt size=\"A4\" ở <page> của mẫu", "set size=\"A4\" on the template's <page>")
R(2, MUST, true, MUC_I "khoản 2",
  "khổ dọc, trừ trang có bảng và phụ lục", "portrait, except for tables and appendices",
  "trang ngang của văn bản chính phải có bảng", "a landscape page of the main text must contain a table",
  "bỏ orientation=\"landscape\" hoặc chỉ dùng cho bảng", "remove orientation=\"landscape\", or use it only for tables")
R(3, MUST, true, MUC_I "khoản 3",
  "lề trên", "top margin",
  "20-25 mm", "20-25 mm",
  "sửa top của <page> trong mẫu", "change top of the template's <page>")
R(4, MUST, true, MUC_I "khoản 3",
  "lề dưới; trang đầy phải dàn tới lề", "bottom margin; full pages reach it",
  "từ 20 mm; trang đầy: tới 25 mm và một dòng", "at least 20 mm; full pages: at most 25 mm plus one line",
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
  "phần đầu không nhô quá lề 10 mm", "header extends at most 10 mm into the margins",
  "nhô ra nhiều nhất 10 mm, không ra khỏi giấy", "at most 10 mm, and on the paper",
  "cho tên cơ quan xuống dòng, hoặc giảm nho-ra", "let agency names take more lines, or reduce nho-ra")
R(8, MUST, true, MUC_I "khoản 4",
  "phông chữ Times New Roman", "Times New Roman",
  "Times New Roman; phông cùng số đo chữ (Liberation Serif, Tinos): ghi chú", "Times New Roman; for a font with the same metrics (Liberation Serif, Tinos): a note",
  "chép tệp phông Times New Roman vào thư mục fonts; sửa font của kiểu chữ", "put Times New Roman into the folder fonts; correct the style's font")
R(9, MUST, true, MUC_I "khoản 4",
  "phông nhúng trong tệp, chữ Unicode dựng sẵn", "fonts embedded, composed Unicode",
  "mọi phông có tệp để nhúng, chữ ở dạng NFC", "every font has a file to embed, text in NFC",
  "dùng phông có tệp .ttf hoặc .otf", "use a font that has a .ttf or .otf file")
R(10, MUST, true, MUC_I "khoản 4",
  "chữ màu đen", "text is black",
  "đen, trừ dấu chỉ độ mật, mức độ khẩn", "black, except for marks of secrecy and urgency",
  "bỏ colour của kiểu chữ", "remove colour from the style")
R(11, MUST, true, MUC_I "khoản 4",
  "không mất chữ nào của dữ liệu", "no text of the data is lost",
  "mỗi chữ có mặt trên trang ít nhất bằng số lần trong văn bản đã ghép", "every character occurs on the pages at least as often as in the document with its data",
  "sửa bảng mã của dữ liệu, dùng phông có đủ chữ", "correct the encoding of the data, use a font that has all characters")
R(12, MUST, false, MUC_I "khoản 5",
  "cỡ chữ Quốc hiệu, Tiêu ngữ, ngày tháng cùng tăng giảm", "type sizes of the header go together",
  "12/13/13 hoặc 13/14/14", "12/13/13 or 13/14/14",
  "đặt co-quoc-hieu và co-tieu-ngu theo một cặp: 12pt, 13pt hoặc 13pt, 14pt", "set co-quoc-hieu and co-tieu-ngu as a pair: 12pt, 13pt or 13pt, 14pt")
R(13, PRACTICE, false, MUC_I "khoản 5",
  "nội dung một cỡ chữ", "one type size in the body text",
  "13 hoặc 14, một cỡ", "13 or 14, one size",
  "bỏ cỡ riêng của các kiểu chữ trong nội dung", "remove separate sizes from the styles of the body text")
R(14, MUST, true, MUC_I "khoản 7",
  "trang đầu không có số trang", "no number on the first page",
  "không có", "none",
  "chỉ đặt <page-number/> trong running on=\"rest\"", "put <page-number/> only into running on=\"rest\"")
R(15, MUST, true, MUC_I "khoản 7",
  "các trang sau có số 2, 3, ...", "the next pages are numbered 2, 3, ...",
  "chữ số Ả Rập, liên tục từ trang 2", "Arabic numerals, consecutive from page 2",
  "đặt <page-number/> trong running on=\"rest\", start=\"1\" ở <pages>", "put <page-number/> into running on=\"rest\", start=\"1\" on <pages>")
R(16, MUST, true, MUC_I "khoản 7",
  "kiểu chữ của số trang", "typeface of the page number",
  "cỡ 13-14, đứng, không đậm", "size 13-14, upright, not bold",
  "sửa kiểu so-trang", "correct the style so-trang")
R(17, MUST, true, MUC_I "khoản 7",
  "số trang canh giữa", "page number centred",
  "lệch nhiều nhất 2 mm so với trang hoặc vùng chữ", "at most 2 mm off the centre of the page or text area",
  "đặt align=\"center\" cho kiểu so-trang", "set align=\"center\" on the style so-trang")
R(18, MUST, true, MUC_I "khoản 7",
  "số trang nằm trong lề trên", "page number inside the top margin",
  "trên mọi dòng chữ, trong giấy", "above all text, on the paper",
  "đặt số trang ở running at=\"top\" với edge=\"10mm\"", "put it into running at=\"top\" with edge=\"10mm\"")
R(19, PRACTICE, true, MUC_I "khoản 7",
  "số trang cách mép trên", "distance of the page number from the top edge",
  "8-12 mm", "8-12 mm",
  "đặt edge=\"10mm\" cho <running>", "set edge=\"10mm\" on <running>")
R(20, MUST, true, MUC_III "khoản 1",
  "phụ lục đánh số trang riêng", "appendices have their own page numbers",
  "từ 1, không hiện ở trang đầu", "from 1, hidden on the first page",
  "đặt start=\"1\" cho <pages> của phụ lục", "set start=\"1\" on the appendix' <pages>")
