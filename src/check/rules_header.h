/* rules_header.h - rows of rules.c: the header, title, addressees.                                  */
/* clang-format off */
R(21, MUST, false, MUC_II "khoản 1 điểm a",
  "chữ của Quốc hiệu", "wording of the national title",
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "sửa giá trị quoc-hieu của mẫu", "correct the template's quoc-hieu")
R(22, MUST, false, MUC_II "khoản 1 điểm a",
  "kiểu chữ Quốc hiệu", "typeface of the national title",
  "in hoa, cỡ 12-13, đứng, đậm", "capitals, size 12-13, upright, bold",
  "sửa kiểu quoc-hieu", "correct the style quoc-hieu")
R(23, PRACTICE, false, MUC_II "khoản 1; Mục IV",
  "Quốc hiệu trên một dòng đầu trang, ngang dòng đầu của cơ quan", "national title on one line, level with the left column",
  "một dòng, lệch nhiều nhất 1 pt", "one line, at most 1 pt off",
  "dùng cỡ 12, cho cột phải rộng hơn", "use size 12, give the right column more width")
R(24, MUST, false, MUC_II "khoản 1",
  "Quốc hiệu ở nửa phải trang", "national title in the right half",
  "tâm dòng ở bên phải tâm trang", "its centre right of the page centre",
  "để Quốc hiệu ở cột phải của phần đầu", "leave it in the header's right column")
R(25, MUST, false, MUC_II "khoản 1 điểm b",
  "chữ của Tiêu ngữ", "wording of the motto",
  "Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc",
  "sửa giá trị tieu-ngu của mẫu: gạch nối - có khoảng trắng hai bên", "correct the template's tieu-ngu: hyphens with a space on both sides")
R(26, MUST, false, MUC_II "khoản 1 điểm b",
  "kiểu chữ Tiêu ngữ", "typeface of the motto",
  "in thường, cỡ 13-14, đứng, đậm", "lower case, size 13-14, upright, bold",
  "sửa kiểu tieu-ngu", "correct the style tieu-ngu")
R(27, MUST, false, MUC_II "khoản 1 điểm b",
  "Tiêu ngữ canh giữa dưới Quốc hiệu", "motto centred below the national title",
  "lệch nhiều nhất 1 mm", "at most 1 mm off",
  "đặt cả hai trong một ô, align=\"center\"", "put both into one cell, align=\"center\"")
R(28, MUST, false, MUC_II "khoản 1",
  "Quốc hiệu và Tiêu ngữ cách nhau dòng đơn", "national title and motto single-spaced",
  "1,0-1,25 lần cỡ chữ", "1.0-1.25 x the size",
  "bỏ before, after giữa hai dòng; line=\"1\"", "remove before and after; line=\"1\"")
R(29, MUST, false, MUC_II "khoản 1 điểm b",
  "đường kẻ dưới Tiêu ngữ", "line below the motto",
  "nét liền, dài bằng dòng chữ ±2 %, hai đầu lệch nhiều nhất 1 mm, thấp hơn 0,5-4 mm", "solid, as long as the text ±2 %, ends at most 1 mm off, 0.5-4 mm below",
  "đặt <rule width=\"100%\" of=\"line\"/> ngay sau Tiêu ngữ", "put <rule width=\"100%\" of=\"line\"/> right after the motto")
R(30, PRACTICE, false, MUC_II "khoản 1, 2",
  "đường kẻ phần đầu là một nét vẽ", "lines of the header are single strokes",
  "0,4-1 pt, một nét, không phải dãy ký tự", "0.4-1 pt, one stroke, not a row of characters",
  "dùng <rule>, không gõ ___ hay ---; thickness từ 0.4pt đến 1pt", "use <rule>, do not type ___ or ---; thickness 0.4pt to 1pt")
R(31, MUST, false, MUC_II "khoản 2",
  "kiểu chữ tên cơ quan ban hành", "typeface of the issuing agency's name",
  "in hoa, cỡ 12-13, đứng, đậm", "capitals, size 12-13, upright, bold",
  "sửa kiểu co-quan", "correct the style co-quan")
R(32, MUST, false, MUC_II "khoản 2",
  "kiểu chữ tên cơ quan chủ quản", "typeface of the superior agency's name",
  "in hoa, cỡ 12-13, đứng, không đậm", "capitals, size 12-13, upright, not bold",
  "sửa kiểu chu-quan", "correct the style chu-quan")
R(33, MUST, false, MUC_II "khoản 2",
  "tên các cơ quan canh giữa một trục", "agency names on one axis",
  "lệch nhiều nhất 1 mm", "at most 1 mm off",
  "đặt align=\"center\" cho kiểu chu-quan, co-quan", "set align=\"center\" on the styles chu-quan, co-quan")
R(34, MUST, false, MUC_II "khoản 2",
  "tên các cơ quan cách nhau dòng đơn", "agency names single-spaced",
  "1,0-1,25 lần cỡ chữ", "1.0-1.25 x the size",
  "bỏ before, after giữa các dòng tên", "remove before and after from the names")
R(35, MUST, false, MUC_II "khoản 2",
  "đường kẻ dưới tên cơ quan", "line below the issuing agency",
  "nét liền, dài 1/3-1/2 dòng chữ, lệch trục nhiều nhất 1 mm", "solid, 1/3-1/2 of the line of text, at most 1 mm off centre",
  "đặt <rule width=\"40%\" of=\"line\"/> sau tên cơ quan", "put <rule width=\"40%\" of=\"line\"/> after the name")
R(36, PRACTICE, false, MUC_II "khoản 2",
  "UBND, HĐND, bộ không ghi cơ quan chủ quản", "People's Committees, People's Councils and ministries name no superior agency",
  "không có dòng chủ quản", "no line for a superior agency",
  "bỏ <superior> trong dữ liệu", "remove <superior> from the data")
R(37, PRACTICE, false, MUC_II "khoản 2",
  "không ngắt dòng giữa tên chung", "agency names are not broken inside fixed phrases",
  "ỦY BAN NHÂN DÂN, HỘI ĐỒNG NHÂN DÂN trọn trên một dòng", "ỦY BAN NHÂN DÂN, HỘI ĐỒNG NHÂN DÂN each on one line",
  "thêm vào hold của kiểu co-quan", "add the phrases to hold of the style co-quan")
R(38, PRACTICE, false, MUC_II "khoản 2; Luật 72/2025/QH15",
  "từ 01/7/2025 không còn cấp huyện", "no district level from 1 July 2025",
  "không có HUYỆN, QUẬN, THỊ XÃ, THỊ TRẤN", "no HUYỆN, QUẬN, THỊ XÃ, THỊ TRẤN",
  "dùng tên đơn vị hành chính mới", "use the new name of the administrative unit")
R(39, MUST, false, MUC_II "khoản 3",
  "kiểu chữ số, ký hiệu", "typeface of number and notation",
  "cỡ 13, đứng, không đậm", "size 13, upright, not bold",
  "sửa kiểu so-ky-hieu", "correct the style so-ky-hieu")
R(40, MUST, false, MUC_II "khoản 3",
  "dạng của số, ký hiệu", "format of number and notation",
  "Số: NN/KÝ-HIỆU", "Số: NN/KÝ-HIỆU",
  "ghi number chỉ gồm chữ số, notation in hoa, nối bằng gạch nối", "number in digits only, notation in capitals joined by hyphens")
R(41, MUST, false, MUC_II "khoản 3",
  "số dưới 10 có số 0 đứng trước", "numbers below 10 with a leading 0",
  "ít nhất hai chữ số", "at least two digits",
  "dùng vb:pad(code/@number, 2) trong mẫu", "use vb:pad(code/@number, 2) in the template")
R(42, MUST, false, MUC_II "khoản 3",
  "không có khoảng trắng quanh / và -", "no spaces around / and -",
  "viết liền", "none",
  "bỏ khoảng trắng trong code/@notation", "remove the spaces from code/@notation")
R(43, MUST, false, MUC_II "khoản 3",
  "số, ký hiệu canh giữa dưới tên cơ quan", "number centred below the issuing agency",
  "lệch nhiều nhất 2 mm", "at most 2 mm off",
  "đặt số trong cột trái, align=\"center\"", "put it into the left column, align=\"center\"")
R(44, MUST, false, MUC_II "khoản 3; Phụ lục III, Mục I",
  "ký hiệu bắt đầu bằng chữ viết tắt tên loại", "notation begins with the type's abbreviation",
  "chữ viết tắt của tên loại", "the type's abbreviation",
  "sửa code/@notation", "correct code/@notation")
R(45, MUST, false, MUC_II "khoản 3",
  "ký hiệu công văn không ghi tên loại", "notation of an official letter names no type",
  "không có chữ viết tắt tên loại, không có CV", "no type's abbreviation, no CV",
  "ghi code/@notation: cơ quan-đơn vị soạn thảo", "write code/@notation as agency-drafting unit")
R(46, MUST, false, MUC_II "khoản 4",
  "số và ngày tháng ngang nhau", "number and date at the same height",
  "lệch nhiều nhất 2 pt", "at most 2 pt off",
  "để hai dòng trong một hàng của <grid>", "put both into one row of <grid>")
R(47, MUST, false, MUC_II "khoản 4",
  "kiểu chữ địa danh, ngày tháng", "typeface of place and date",
  "in thường, cỡ 13-14, nghiêng, không đậm", "lower case, size 13-14, italic, not bold",
  "sửa kiểu dia-danh", "correct the style dia-danh")
R(48, MUST, false, MUC_II "khoản 4",
  "dạng của địa danh, ngày tháng", "format of place and date",
  "Địa danh, ngày … tháng … năm …; một dấu phẩy", "Place, ngày … tháng … năm …; one comma",
  "sửa promulgation/@place, @date", "correct promulgation/@place, @date")
R(49, MUST, false, MUC_II "khoản 4",
  "số 0 trước ngày dưới 10 và tháng 1, 2", "leading 0 for days below 10 and for months 1 and 2",
  "ngày 01-31; tháng 01, 02, 3-12", "days 01-31; months 01, 02, 3-12",
  "dùng vb:date(…, 'long')", "use vb:date(…, 'long')")
R(50, MUST, false, MUC_II "khoản 4",
  "ngày tháng canh giữa dưới Quốc hiệu", "date centred below the national title",
  "lệch nhiều nhất 2 mm", "at most 2 mm off",
  "đặt dòng này trong cột phải, align=\"center\"", "put it into the right column, align=\"center\"")
R(51, PRACTICE, false, MUC_II "khoản 4",
  "địa danh, ngày tháng trên một dòng", "place and date on one line",
  "một dòng", "one line",
  "dùng cỡ 13, cho cột phải rộng hơn", "use size 13, give the right column more width")
R(52, PRACTICE, false, MUC_II "khoản 3, 4; Mục IV",
  "số, ngày tháng ở dưới các đường kẻ", "number and date below the lines of the header",
  "từ 0 mm", "at least 0 mm",
  "thêm before cho dòng số, ngày tháng", "increase before of the line with number and date")
R(53, MUST, false, MUC_II "khoản 5 điểm a",
  "kiểu chữ và vị trí tên loại", "typeface and position of the document type",
  "in hoa, cỡ 13-14, đứng, đậm, giữa vùng chữ ±2 mm", "capitals, size 13-14, upright, bold, centred ±2 mm",
  "sửa kiểu ten-loai", "correct the style ten-loai")
R(54, MUST, false, "Điều 7; Phụ lục III, Mục I",
  "tên loại thuộc 29 loại văn bản hành chính", "the title is a document type",
  "một trong các tên loại của Điều 7", "one of the types of Article 7",
  "sửa document/@type, @type-name; loại riêng của cơ quan: mẫu ghi <check name=\"R54\" severity=\"off\"/>", "correct document/@type, @type-name; an office's own type: its template says <check name=\"R54\" severity=\"off\"/>")
R(55, MUST, false, MUC_II "khoản 5 điểm a",
  "kiểu chữ và vị trí trích yếu", "typeface and position of the subject",
  "in thường, cỡ 13-14, đứng, đậm, giữa vùng chữ ±2 mm, dòng đơn", "lower case, size 13-14, upright, bold, centred ±2 mm, single spaced",
  "sửa kiểu trich-yeu; viết trích yếu bằng chữ thường", "correct the style trich-yeu; write the subject in lower case")
R(56, MUST, false, MUC_II "khoản 5 điểm a",
  "đường kẻ dưới trích yếu", "line below the subject",
  "nét liền, dài 1/3-1/2 dòng chữ, lệch trục nhiều nhất 1 mm", "solid, 1/3-1/2 of the line of text, at most 1 mm off centre",
  "đặt <rule width=\"40%\" of=\"line\"/> sau trích yếu", "put <rule width=\"40%\" of=\"line\"/> after the subject")
R(57, TEMPLATE, false, "Phụ lục III, Mục II, mẫu 1.8, 1.10",
  "không có trích yếu thì đường kẻ ở dưới tên loại", "without a subject, the line is below the document type",
  "dài 1/3-1/2 dòng chữ, lệch trục nhiều nhất 1 mm", "1/3-1/2 of the line of text, at most 1 mm off centre",
  "đặt <rule width=\"40%\" of=\"line\"/> sau tên loại", "put <rule width=\"40%\" of=\"line\"/> after the title")
R(58, MUST, false, MUC_II "khoản 5 điểm b",
  "công văn không có tên loại, V/v ở dưới số", "an official letter has no title; V/v below the number",
  "không có tên loại; V/v ở dưới số, ký hiệu", "no title; V/v below the number",
  "bỏ tên loại, ghi subject", "remove the title, give a subject")
R(59, MUST, false, MUC_II "khoản 5 điểm b",
  "kiểu chữ và vị trí V/v", "typeface and position of V/v",
  "in thường, cỡ 12-13, đứng, không đậm, giữa dưới số ±2 mm", "lower case, size 12-13, upright, not bold, centred below the number ±2 mm",
  "sửa kiểu ve-viec", "correct the style ve-viec")
R(60, MUST, false, MUC_II "khoản 5 điểm b",
  "V/v cách số, ký hiệu 6 pt", "V/v 6 pt below the number",
  "dòng đơn và 6 pt, ±1,5 pt", "single spacing and 6 pt, ±1.5 pt",
  "đặt before=\"6pt\" cho dòng V/v", "set before=\"6pt\" on the line V/v")
R(61, MUST, false, MUC_II "khoản 5 điểm b",
  "không có đường kẻ dưới V/v", "no line below V/v",
  "không có", "none",
  "bỏ <rule> sau V/v", "remove <rule> after V/v")
R(62, PRACTICE, false, MUC_II "khoản 5 điểm a",
  "văn bản có tên loại không dùng V/v", "documents with a type title have no V/v",
  "không có V/v", "no V/v",
  "bỏ V/v ở đầu subject", "remove V/v from subject")
