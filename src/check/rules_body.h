/* rules_body.h - rows of rules.c: the text, its units, addressees.                                   */
/* clang-format off */
R(63, MUST, false, MUC_II "khoản 6 điểm b",
  "kiểu chữ căn cứ", "typeface of the legal bases",
  "in thường, cỡ 13-14, nghiêng, không đậm", "size 13-14, italic, not bold",
  "sửa kiểu can-cu", "correct the style can-cu")
R(64, MUST, false, MUC_II "khoản 6 điểm b",
  "mỗi căn cứ một dòng riêng, cuối dòng dấu ;", "each legal basis is a paragraph ending with ;",
  "dấu ; sau mỗi căn cứ, căn cứ cuối dấu chấm", "; after each, a full stop after the last",
  "mỗi căn cứ là một <basis>, không gõ dấu cuối", "one <basis> each, without the mark at the end")
R(65, PRACTICE, false, MUC_II "khoản 6",
  "căn cứ thụt đầu dòng như nội dung", "legal bases indented like the text",
  "lệch nhiều nhất 0,3 mm", "at most 0.3 mm off",
  "để kiểu can-cu dựa trên (base) noi-dung", "base the style can-cu on noi-dung")
R(66, MUST, false, MUC_II "khoản 6 điểm d",
  "kiểu chữ nội dung", "typeface of the body text",
  "cỡ 13-14, đứng", "size 13-14, upright",
  "đặt co-chu từ 13pt đến 14pt; không nghiêng cả đoạn", "set co-chu to 13pt or 14pt; do not set whole paragraphs in italics")
R(67, MUST, false, MUC_II "khoản 6 điểm d",
  "nội dung canh đều hai lề", "body text justified",
  "lệch nhiều nhất 1,5 pt", "at most 1.5 pt off",
  "đặt align=\"justify\" cho kiểu noi-dung", "set align=\"justify\" on the style noi-dung")
R(68, MUST, false, MUC_II "khoản 6 điểm d",
  "lùi đầu dòng", "first-line indent",
  "10 hoặc 12,7 mm, như nhau trong cả văn bản (±0,3 mm)", "10 or 12.7 mm, the same throughout (±0.3 mm)",
  "đặt thut-dong là 1cm hoặc 1.27cm; chữ trong <grid>, <box> thì bỏ role=\"o6\"", "set thut-dong to 1cm or 1.27cm; leave role=\"o6\" out for text in a <grid> or <box>")
R(69, MUST, false, MUC_II "khoản 6 điểm d",
  "khoảng cách giữa các đoạn", "space between paragraphs",
  "từ 6 pt", "at least 6 pt",
  "đặt cach-doan từ 6pt", "set cach-doan to 6pt or more")
R(70, MUST, false, MUC_II "khoản 6 điểm d",
  "khoảng cách giữa các dòng", "line spacing",
  "dòng đơn đến 1,5 lines: 1,15-1,725 lần cỡ chữ ±2 %", "single to 1.5 lines: 1.15-1.725 x the size ±2 %",
  "đặt gian-dong từ 1 đến 1.5", "set gian-dong to 1-1.5")
R(71, MUST, false, MUC_II "khoản 6 điểm đ",
  "Phần, Chương: dòng riêng, số La Mã", "parts, chapters: on a line of their own, Roman numerals",
  "in thường, cỡ 13-14, đứng, đậm, canh giữa; số La Mã", "lower case, size 13-14, upright, bold, centred; Roman numerals",
  "sửa <level of=\"part|chapter\">, kiểu phan", "correct <level of=\"part|chapter\">, the style phan")
R(72, MUST, false, MUC_II "khoản 6 điểm đ",
  "tiêu đề Phần, Chương ở dòng dưới, in hoa", "titles of parts and chapters on the next line, in capitals",
  "in hoa, cỡ 13-14, đứng, đậm, canh giữa", "capitals, size 13-14, upright, bold, centred",
  "ghi <title>; sửa kiểu phan-ten", "give a <title>; correct the style phan-ten")
R(73, MUST, false, MUC_II "khoản 6 điểm đ",
  "Mục, Tiểu mục: dòng riêng, số Ả Rập; tiêu đề in hoa", "sections: on a line of their own, Arabic numerals; titles in capitals",
  "đậm, đứng, cỡ 13-14, canh giữa; tiêu đề in hoa ở dòng dưới", "bold, upright, size 13-14, centred; title in capitals on the next line",
  "sửa <level of=\"section\">, kiểu phan, phan-ten", "correct <level of=\"section\">, the styles phan, phan-ten")
R(74, MUST, false, MUC_II "khoản 6 điểm đ",
  "Điều: đậm tới hết tiêu đề", "articles: bold to the end of the title",
  "Điều n. và tiêu đề đậm, đứng, lùi đầu dòng, cỡ chữ nội dung", "Điều n. and title bold, upright, indented, in the size of the body text",
  "sửa <level of=\"article\">, kiểu dieu, dam", "correct <level of=\"article\">, the styles dieu, dam")
R(75, MUST, false, MUC_II "khoản 6 điểm đ",
  "Điều, Phần, Chương đánh số liên tục", "articles, parts, chapters numbered 1, 2, 3",
  "1, 2, 3, không cách số", "1, 2, 3 without a gap",
  "bỏ @number, @label trong dữ liệu", "remove @number, @label from the data")
R(76, MUST, false, MUC_II "khoản 6 điểm đ",
  "khoản: số đứng; chỉ đậm khi có tiêu đề", "clauses: number upright, bold only if there is a title",
  "số Ả Rập, đứng; khoản có tiêu đề thì đậm, không dấu ở cuối", "Arabic numeral, upright; bold if it has a title, which has no final mark",
  "tiêu đề đặt trong <title>, không có dấu cuối", "put the title into <title>, without a final mark")
R(77, MUST, false, MUC_II "khoản 6 điểm đ",
  "điểm theo thứ tự chữ cái tiếng Việt", "points in the order of the Vietnamese alphabet",
  "a b c d đ e g h i k l m n o p q r s t u v x y, không nhảy", "a b c d đ e g h i k l m n o p q r s t u v x y, none skipped",
  "bỏ @label trong dữ liệu, dùng vb:letter($n)", "remove @label from the data, use vb:letter($n)")
R(78, MUST, false, MUC_II "khoản 6 điểm đ",
  "đề mục I., 1. của báo cáo, kế hoạch", "headings I., 1. of reports and plans",
  "I. in hoa, đậm; 1. có tiêu đề: đậm; cỡ 13-14, đứng", "I. in capitals, bold; 1. with a title: bold; size 13-14, upright",
  "sửa kiểu muc, khoan-ten; không gõ số vào chữ", "correct the styles muc, khoan-ten; do not type numbers into the text")
R(79, TEMPLATE, false, "Phụ lục III, Mục II",
  "nội dung kết thúc bằng ./.", "the body text ends with ./.",
  "./. liền sau câu cuối", "./. right after the last sentence",
  "đặt ending=\"./.\" ở <content> hay <p> cuối cùng của nội dung trong mẫu", "set ending=\"./.\" on the template's last <content> or <p> of the text")
R(80, PRACTICE, true, "Phụ lục I; TCVN 8710",
  "số viết 1.234 và 96,5", "numbers written 1.234 and 96,5",
  "dấu chấm ngăn hàng nghìn, dấu phẩy thập phân", "point for thousands, comma for decimals",
  "ghi số bằng vb:number hoặc sửa dữ liệu", "write numbers with vb:number, or correct the data")
R(81, MUST, false, MUC_II "khoản 9 điểm a",
  "có hay không có Kính gửi", "Kính gửi present or absent",
  "có: công văn, tờ trình, báo cáo gửi cấp trên; không: QĐ, NQ, KH, TB, CT, BB", "present: official letters, submissions, reports to superiors; absent: QĐ, NQ, KH, TB, CT, BB",
  "thêm hoặc bỏ <addressees>", "add or remove <addressees>")
R(82, MUST, false, MUC_II "khoản 9 điểm a",
  "kiểu chữ Kính gửi", "typeface of the addressees",
  "Kính gửi: in thường, cỡ 13-14, đứng, không đậm", "Kính gửi: lower case, size 13-14, upright, not bold",
  "sửa slot kinh-gui", "correct the slot kinh-gui")
R(83, MUST, false, MUC_II "khoản 9 điểm a",
  "một nơi nhận: cùng dòng với Kính gửi", "a single addressee on the same line as Kính gửi",
  "Kính gửi: <tên>", "Kính gửi: <name>",
  "sửa slot kinh-gui", "correct the slot kinh-gui")
R(84, MUST, false, MUC_II "khoản 9 điểm a",
  "nhiều nơi nhận: gạch đầu dòng, dấu ; và dấu chấm", "several addressees: dashes, ; and a full stop",
  "- …; mỗi nơi một dòng, cuối cùng dấu chấm", "- …; one line each, the last with a full stop",
  "mỗi nơi là một <to>, không gõ gạch và dấu", "one <to> each, without dash or final mark")
R(85, MUST, false, MUC_II "khoản 9 điểm a",
  "gạch đầu dòng thẳng hàng", "dashes aligned",
  "lệch nhiều nhất 0,5 mm", "at most 0.5 mm apart",
  "để các nơi trong một cột của <grid>", "put them into one column of <grid>")
R(86, MUST, false, MUC_II "khoản 9 điểm a; mẫu 1.5",
  "gạch đầu dòng dưới dấu hai chấm của Kính gửi", "dashes below the colon of Kính gửi",
  "từ đầu chữ Kính gửi tới dấu hai chấm, ±2 mm", "from the start of Kính gửi to its colon, ±2 mm",
  "sửa thut-kinh-gui, cột của slot kinh-gui", "correct thut-kinh-gui, the columns of the slot kinh-gui")
