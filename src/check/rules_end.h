/* rules_end.h - rows of rules.c: recipients, signatures, appendices, marks, copies, tables, the file.   */
/* clang-format off */
R(87, MUST, false, MUC_II "khoản 9 điểm b",
  "từ Nơi nhận", "the heading Nơi nhận",
  "Nơi nhận: cỡ 12, nghiêng, đậm, sát lề trái (±1 mm)", "Nơi nhận: size 12, italic, bold, at the left margin (±1 mm)",
  "ghi <recipients>; sửa kiểu noi-nhan", "give <recipients>; correct the style noi-nhan")
R(88, MUST, false, MUC_II "khoản 9 điểm b",
  "Nơi nhận ngang dòng đầu của quyền hạn, chức vụ", "Nơi nhận level with the first line of the authority",
  "lệch nhiều nhất 2 pt", "at most 2 pt off",
  "để hai phần trong một hàng của <grid>", "put both into one row of <grid>")
R(89, MUST, false, MUC_II "khoản 9 điểm b",
  "kiểu chữ các nơi nhận", "typeface of the recipients",
  "cỡ 11, đứng, không đậm", "size 11, upright, not bold",
  "sửa kiểu noi-nhan-dong", "correct the style noi-nhan-dong")
R(90, MUST, false, MUC_II "khoản 9 điểm b",
  "nơi nhận: gạch sát lề, dấu ; và dấu chấm", "recipients: dashes at the margin, ; and a full stop",
  "- …; sát lề trái (±1 mm), cuối cùng dấu chấm", "- …; at the left margin (±1 mm), the last with a full stop",
  "mỗi nơi là một <place>, không gõ gạch và dấu", "one <place> each, without dash or final mark")
R(91, MUST, false, MUC_II "khoản 9 điểm b",
  "dòng cuối: Lưu: VT, đơn vị", "last item: Lưu: VT, unit",
  "- Lưu: VT, <đơn vị soạn thảo>.", "- Lưu: VT, <drafting unit>.",
  "đặt <archive> cuối cùng: VT, đơn vị", "put <archive> last: VT, unit")
R(92, TEMPLATE, false, "Phụ lục III, Mục II, mẫu 1.1-1.5",
  "nơi nhận đầu: Như trên, Như Điều …", "first item: Như trên, Như Điều …",
  "- Như trên; khi có Kính gửi; - Như Điều …; của quyết định, nghị quyết", "- Như trên; if there is Kính gửi; - Như Điều …; in decisions and resolutions",
  "thêm <place>Như trên</place> ở đầu", "put <place>Như trên</place> first")
R(93, MUST, false, MUC_II "khoản 7",
  "quyền hạn, chức vụ: kiểu chữ và trục", "authority and position: typeface and axis",
  "in hoa, cỡ 13-14, đứng, đậm, bên phải, lệch trục nhiều nhất 1 mm", "capitals, size 13-14, upright, bold, at the right, at most 1 mm off the axis",
  "sửa kiểu quyen-han, chuc-vu", "correct the styles quyen-han, chuc-vu")
R(94, MUST, false, MUC_II "khoản 7",
  "chữ viết tắt quyền hạn", "authority prefix",
  "TM. KT. TL. TUQ. Q. và khoảng trắng", "TM. KT. TL. TUQ. Q. and a space",
  "sửa <competence>", "correct <competence>")
R(95, MUST, false, MUC_II "khoản 7",
  "sau KT., TL., TUQ. là chức vụ người ký", "KT., TL., TUQ. are followed by the signer's position",
  "có dòng chức vụ", "a line with the position",
  "ghi <position>", "give a <position>")
R(96, MUST, false, MUC_II "khoản 7",
  "họ và tên người ký", "the signer's name",
  "cỡ 13-14, đứng, đậm, hoa đầu tiếng, không học hàm, học vị", "size 13-14, upright, bold, initial capitals, no rank or degree",
  "sửa <name>, kiểu ho-ten", "correct <name>, the style ho-ten")
R(97, MUST, false, MUC_II "khoản 7",
  "họ tên canh giữa dưới chức vụ", "name centred below the position",
  "lệch nhiều nhất 1 mm", "at most 1 mm off",
  "đặt align=\"center\" cho kiểu ho-ten", "set align=\"center\" on the style ho-ten")
R(98, PRACTICE, false, MUC_II "khoản 7, 8",
  "chỗ cho chữ ký và dấu", "space for signature and seal",
  "25-45 mm từ chức vụ đến họ tên (±1 mm)", "25-45 mm from position to name (±1 mm)",
  "sửa height của <field kind=\"signature\">", "correct height of <field kind=\"signature\">")
R(99, MUST, false, MUC_II "khoản 7",
  "hình ảnh chữ ký: xanh, nền trong suốt, giữa chức vụ và họ tên", "signature image: blue, transparent, between position and name",
  "màu xanh, nền trong suốt, lệch trục nhiều nhất 2 mm", "blue, transparent, at most 2 mm off the axis",
  "dùng tệp PNG nền trong suốt, mực xanh", "use a PNG with a transparent background, in blue")
R(100, MUST, false, MUC_II "khoản 8",
  "hình ảnh dấu trùm 1/3 chữ ký về bên trái", "seal image over the left third of the signature",
  "màu đỏ, nền trong suốt, trùm 25-40 %", "red, transparent, covering 25-40 %",
  "để phần mềm ký số đặt dấu ở ô dấu", "let the signing software put the seal into its field")
R(101, PRACTICE, false, MUC_II "khoản 7, 9",
  "phần ký trọn một trang, kèm ít nhất hai dòng nội dung", "signature block in one piece, with at least two lines of text",
  "từ 2 dòng, một trang", "at least 2 lines, one page",
  "dùng <keep lines-before=\"2\"> quanh phần ký", "use <keep lines-before=\"2\"> around the block")
R(102, MUST, true, MUC_III "khoản 1",
  "từ Phụ lục và số thứ tự", "the word Phụ lục and its number",
  "Phụ lục, số La Mã khi có từ hai; cỡ 14, đứng, đậm, canh giữa ±2 mm", "Phụ lục, Roman numeral if there are several; size 14, upright, bold, centred ±2 mm",
  "sửa kiểu phu-luc; bỏ @label của <appendix>", "correct the style phu-luc; remove @label of <appendix>")
R(103, MUST, true, MUC_III "khoản 1",
  "tên phụ lục", "title of the appendix",
  "in hoa, cỡ 13-14, đứng, đậm, canh giữa ±2 mm", "capitals, size 13-14, upright, bold, centred ±2 mm",
  "ghi <title>; sửa kiểu phu-luc-ten", "give a <title>; correct the style phu-luc-ten")
R(104, MUST, true, MUC_III "khoản 1",
  "dòng (Kèm theo …)", "the line (Kèm theo …)",
  "in thường, cỡ 13-14, nghiêng, canh giữa ±2 mm, trong ngoặc đơn", "size 13-14, italic, centred ±2 mm, in brackets",
  "sửa slot, kiểu kem-theo", "correct the slot and the style kem-theo")
R(105, MUST, true, MUC_III "khoản 1",
  "số, ngày trong dòng (Kèm theo …)", "number and date in the line (Kèm theo …)",
  "bản giấy: ghi đủ; bản điện tử: để trống; có tên cơ quan", "on paper: filled in; electronic: blank; the agency is named",
  "chọn --for paper hoặc electronic; sửa slot kem-theo", "choose --for paper or electronic; correct the slot kem-theo")
R(106, TEMPLATE, true, "Phụ lục III, Mục II, mẫu 2.1, 2.2",
  "đường kẻ dưới dòng (Kèm theo …)", "line below (Kèm theo …)",
  "ngắn, nét liền, canh giữa ±2 mm", "short, solid, centred ±2 mm",
  "đặt <rule width=\"25%\" of=\"column\"/>", "add <rule width=\"25%\" of=\"column\"/>")
R(107, MUST, false, MUC_III "khoản 1",
  "nội dung nhắc tới từng phụ lục", "the text mentions every appendix",
  "mỗi phụ lục được nhắc", "each one is mentioned",
  "nhắc tới trong nội dung: đặt <appendix id=\"pl-1\"> rồi viết <ref to=\"pl-1\"/>, hoặc gõ Phụ lục I",
  "mention it in the text: give the <appendix> an id=\"pl-1\" and write <ref to=\"pl-1\"/>, or type Phụ lục I")
R(108, MUST, true, MUC_II "khoản 8; mẫu 2.2",
  "tệp riêng: số, thời gian ký ở góc trên phải", "separate file: number and time at the top right",
  "Số: …; dd/MM/yyyy; HH:mm:ss, cỡ 10, đứng, đen, không có hình", "Số: …; dd/MM/yyyy; HH:mm:ss, size 10, upright, black, no picture",
  "sửa slot dong-tep-rieng; --set thoi-gian-ky=…", "correct the slot dong-tep-rieng; --set thoi-gian-ky=…")
R(109, MUST, false, MUC_III "khoản 2",
  "khung dấu khẩn", "frame of the urgency mark",
  "HỎA TỐC 30 x 8, THƯỢNG KHẨN 40 x 8, KHẨN 20 x 8 mm (±0,5), một nét", "HỎA TỐC 30 x 8, THƯỢNG KHẨN 40 x 8, KHẨN 20 x 8 mm (±0.5), one line",
  "sửa slot dau-chi", "correct the slot dau-chi")
R(110, MUST, false, MUC_III "khoản 2",
  "dấu chỉ độ mật, mức độ khẩn", "marks of secrecy and urgency",
  "in hoa, cỡ 13-14, đứng, đậm, đỏ, giữa khung ±0,5 mm, bên trái dưới số", "capitals, size 13-14, upright, bold, red, centred ±0.5 mm, at the left below the number",
  "sửa kiểu dau-chi-do, slot dau-chi", "correct the style dau-chi-do, the slot dau-chi")
R(111, MUST, false, MUC_III "khoản 2",
  "chỉ dẫn về phạm vi lưu hành", "restrictions on circulation",
  "in hoa, cỡ 13-14, đứng, đậm, đen, có khung, trong lề trên, bên phải", "capitals, size 13-14, upright, bold, black, framed, in the top margin, at the right",
  "sửa slot luu-hanh", "correct the slot luu-hanh")
R(112, MUST, false, MUC_III "khoản 3",
  "ký hiệu người soạn thảo, số lượng bản", "drafter's initials, number of copies",
  "CHỮ.(số), cỡ 11, đứng, cuối nơi nhận", "INITIALS.(number), size 11, upright, at the end of the recipients",
  "sửa typer/@notation, @copies", "correct typer/@notation, @copies")
R(113, MUST, false, MUC_III "khoản 4",
  "địa chỉ ở chân trang đầu", "address at the foot of the first page",
  "cỡ 11-12, đứng, dưới đường kẻ hết chiều ngang (±1 mm), trên lề dưới", "size 11-12, upright, below a line as wide as the text (±1 mm), above the bottom margin",
  "sửa slot dia-chi", "correct the slot dia-chi")
R(114, MUST, false, PHAN_II "Mục II; mẫu 3.1",
  "bản sao giấy: phần ghi dưới văn bản", "paper copy: the copy block below the document",
  "đường kẻ hết chiều ngang; hình thức sao cỡ 13-14 đậm bên phải; Số: NN/SY|SL|TrS-… cỡ 13", "a full-width line; the kind of copy in size 13-14 bold at the right; Số: NN/SY|SL|TrS-… in size 13",
  "sửa slot sao-tren-giay, <copy>", "correct the slot sao-tren-giay, <copy>")
R(115, MUST, false, PHAN_II "Mục I; mẫu 3.2",
  "bản sao điện tử: dòng ở góc trên phải", "electronic copy: the line at the top right",
  "hình thức sao; cơ quan; dd/MM/yyyy; HH:mm:ss +07:00; cỡ 10, đứng, đen", "kind of copy; agency; dd/MM/yyyy; HH:mm:ss +07:00; size 10, upright, black",
  "sửa slot sao-dien-tu; --set thoi-gian-ky=…", "correct the slot sao-dien-tu; --set thoi-gian-ky=…")
R(116, PRACTICE, true, "Phụ lục I, Phần I, Mục I, khoản 2",
  "bảng qua trang nhắc lại hàng tiêu đề", "a table repeats its head on each page",
  "hàng đầu như ở trang trước", "same first row as on the page before",
  "đánh dấu hàng tiêu đề bằng <head>", "put the row into <head>")
R(117, PRACTICE, true, "Phụ lục I, Phần I, Mục I, khoản 2",
  "hàng không bị cắt, chữ nằm trong ô", "rows in one piece, text inside its cell",
  "không chữ nào chạm hay qua đường kẻ", "no text crosses a border",
  "cho cột rộng hơn, chia hàng dài", "widen the column, split the long row")
R(118, PRACTICE, true, "Phụ lục I, Phần I, Mục I, khoản 2",
  "chữ và đường kẻ của bảng", "type and lines of tables",
  "cỡ 10-13, một phông với nội dung; nét 0,4-0,75 pt, kín bốn phía", "size 10-13, same font as the text; lines 0.4-0.75 pt, closed on all four sides",
  "sửa <table-style>, kiểu bang-chu", "correct <table-style>, the style bang-chu")
R(119, MUST, true, "Phụ lục I, Phần II, Mục I",
  "PDF từ 1.4, không khóa", "PDF 1.4 or later, not encrypted",
  "từ 1.4, mở được", "at least 1.4, open",
  "ghi lại tệp bằng vanban render", "write the file again with vanban render")
R(120, PRACTICE, false, "Điều 17; Phụ lục VI",
  "tiêu đề, ngôn ngữ của tệp", "title and language of the PDF",
  "tiêu đề: tên loại và trích yếu; ngôn ngữ vi", "title: type and subject; language vi",
  "sửa title của <meta> trong mẫu", "correct title of the template's <meta>")
