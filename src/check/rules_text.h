/* rules_text.h - rows of rules.c: the words themselves. Where no clause says it, the reason stands in its place.  */
/* clang-format off */
T(1, PRACTICE, USE_VI "tìm kiếm, đối chiếu dữ liệu", USE_EN "searching and comparing the data",
  "chữ dựng sẵn trong dữ liệu", "composed Unicode in the data",
  "mỗi chữ có dấu là một mã (NFC); trang in đã được dựng lại", "one code per letter with its diacritics (NFC); the pages always have them composed",
  "lưu lại dữ liệu ở Unicode dựng sẵn", "save the data as composed Unicode")
T(2, MUST, TCVN, TCVN,
  "không có ký tự vô hình", "no invisible characters",
  "không có ký tự rộng 0, dấu ngắt mềm, ký tự đổi hướng viết", "no zero-width characters, soft hyphens or direction marks",
  "xóa ký tự ở chỗ này, gõ lại từ", "delete the character, retype the word")
T(3, MUST, TCVN, TCVN,
  "không còn chữ của phông cũ", "no leftovers of legacy fonts",
  "không có từ của TCVN3 (.VnTime), VNI (VNI-Times), UTF-8 đọc sai", "no text in TCVN3 (.VnTime), VNI (VNI-Times) or misread UTF-8",
  "chuyển đoạn này sang Unicode, hoặc gõ lại", "convert the passage to Unicode, or retype it")
T(4, MUST, TCVN, TCVN,
  "không có chữ trông giống nhưng là chữ khác", "no look-alike letters",
  "đ, Đ của tiếng Việt; trong từ không lẫn chữ Kirin, Hy Lạp", "Vietnamese đ, Đ; no Cyrillic or Greek letters within a word",
  "gõ lại từ bằng bàn phím tiếng Việt", "retype the word with a Vietnamese keyboard")
T(5, PRACTICE, USE_VI "một văn bản viết một kiểu", USE_EN "one spelling in a document",
  "một kiểu đặt dấu thanh", "consistent placement of tone marks",
  "hòa, thúy hoặc hoà, thuý, không lẫn cả hai", "hòa, thúy or hoà, thuý, not both",
  "chọn một kiểu, sửa các từ còn lại; chương trình không tự đổi", "choose one and change the other words; the program changes nothing")
T(6, PRACTICE, "TCVN 8710", "TCVN 8710",
  "dấu của số trước đơn vị", "separators in numbers before units",
  "1.234 người; 12,5 triệu", "1.234 people; 12,5 million",
  "đổi dấu chấm, dấu phẩy", "swap point and comma")
T(7, PRACTICE, USE_VI "như " MUC_II "khoản 4 điểm b", USE_EN "as in " MUC_II "khoản 4 điểm b",
  "dạng của ngày tháng", "format of dates",
  "05/01/2026; ngày 05 tháng 01 năm 2026 (ngày dưới 10, tháng 1, 2 có số 0)", "05/01/2026; ngày 05 tháng 01 năm 2026 (leading zero for days below 10 and months 1, 2)",
  "ghi ngày trước, tháng sau, thêm số 0", "day first, then the month, with the zero")
T(8, MUST, SAFE_VI "ngày không có trong lịch", SAFE_EN "a day that the calendar lacks",
  "ngày tháng có thật", "dates exist",
  "ngày có trong lịch", "a day in the calendar",
  "sửa ngày, tháng hoặc năm", "correct day, month or year")
T(9, MUST, SAFE_VI "văn bản tự mâu thuẫn", SAFE_EN "the document contradicts itself",
  "số viết bằng chữ khớp với số", "amounts in words match the figures",
  "hai cách viết cùng một giá trị", "both give the same amount",
  "sửa số hoặc sửa chữ", "correct the figures or the words")
T(10, MUST, SAFE_VI "văn bản tự mâu thuẫn", SAFE_EN "the document contradicts itself",
  "dòng tổng của bảng đúng bằng tổng", "table totals match their sums",
  "đúng bằng tổng các dòng, trừ phần làm tròn", "the sum of the rows, apart from rounding",
  "sửa số trong bảng, hoặc để mẫu tự cộng (totals, vb:sum)", "correct the table, or let the template add up (totals, vb:sum)")
T(11, TEMPLATE, "Phụ lục III, Mục II", "Phụ lục III, Mục II",
  "dấu ./. một lần, ở cuối", "./. once, at the end",
  "không có ./. ở giữa, không gấp đôi, không sau dấu khác", "none in the middle, none doubled or after another mark",
  "bỏ dấu gõ tay; mẫu tự thêm ./.", "delete what was typed; the template adds ./.")
T(12, PRACTICE, USE_VI "soạn thảo", USE_EN "typing",
  "khoảng trắng", "spaces",
  "một khoảng trắng giữa hai từ, không có trước dấu câu", "one between words, none before punctuation",
  "xóa khoảng trắng thừa", "delete the space")
T(13, PRACTICE, USE_VI "như văn bản của Nghị định", USE_EN "as the decree itself is set",
  "ngoặc kép cong", "curly quotation marks",
  "“ ”, không phải \" \"", "“ ”, not \" \"",
  "đổi thành “ và ”", "change them to “ and ”")
T(14, MUST, "Phụ lục II", "Phụ lục II",
  "viết hoa", "capitals",
  "như Phụ lục II; chỉ xét các cụm từ mà phần mềm biết chắc", "as in Phụ lục II; checked only where software can be certain",
  "viết như phát hiện đã nêu", "write it as the finding suggests")
T(15, TEMPLATE, "Phụ lục III, Mục II", "Phụ lục III, Mục II",
  "dấu, số, chữ do mẫu tạo không gõ tay", "what the template adds is not typed in the data",
  "gạch đầu dòng, số thứ tự, V/v, Lưu:, dấu cuối chỉ một lần", "dashes, numbers, V/v, Lưu:, final marks occur once",
  "xóa phần gõ tay trong dữ liệu", "delete what was typed in the data")
