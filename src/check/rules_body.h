/* rules_body.h - rows of rules.h: the text, its units, addressees.                                   */
/* clang-format off */
R(63, MUST, false, MUC_II "khoản 6 điểm b",
  "kiểu chữ căn cứ", "look of the legal bases",
  "in thường, cỡ 13-14, nghiêng, không đậm", "size 13-14, italic, not bold",
  "sửa kiểu can-cu", "mend the style can-cu")
R(64, MUST, false, MUC_II "khoản 6 điểm b",
  "mỗi căn cứ một dòng riêng, cuối dòng dấu ;", "each basis a paragraph that ends with ;",
  "dấu ; sau mỗi căn cứ, căn cứ cuối dấu chấm", "; behind each, the last with a full stop",
  "mỗi căn cứ là một <basis>, không gõ dấu cuối", "one <basis> each, without the mark at its end")
R(65, PRACTICE, false, MUC_II "khoản 6",
  "căn cứ thụt đầu dòng như nội dung", "bases with the text's indent",
  "lệch nhiều nhất 0,3 mm", "0.3 mm off at most",
  "để kiểu can-cu dựa trên (base) noi-dung", "let the style can-cu be based on noi-dung")
R(66, MUST, false, MUC_II "khoản 6 điểm d",
  "kiểu chữ nội dung", "look of the text",
  "cỡ 13-14, đứng", "size 13-14, upright",
  "đặt co-chu từ 13pt đến 14pt; không nghiêng cả đoạn", "set co-chu to 13pt or 14pt; no paragraph all in italics")
R(67, MUST, false, MUC_II "khoản 6 điểm d",
  "nội dung canh đều hai lề", "text justified",
  "lệch nhiều nhất 1,5 pt", "1.5 pt off at most",
  "đặt align=\"justify\" cho kiểu noi-dung", "put align=\"justify\" to the style noi-dung")
R(68, MUST, false, MUC_II "khoản 6 điểm d",
  "lùi đầu dòng", "first-line indent",
  "10 hoặc 12,7 mm, như nhau trong cả văn bản (±0,3 mm)", "10 or 12.7 mm, the same throughout (±0.3 mm)",
  "đặt thut-dong là 1cm hoặc 1.27cm", "set thut-dong to 1cm or 1.27cm")
R(69, MUST, false, MUC_II "khoản 6 điểm d",
  "khoảng cách giữa các đoạn", "space between paragraphs",
  "từ 6 pt", "6 pt at least",
  "đặt cach-doan từ 6pt", "set cach-doan to 6pt or more")
R(70, MUST, false, MUC_II "khoản 6 điểm d",
  "khoảng cách giữa các dòng", "line spacing",
  "dòng đơn đến 1,5 lines: 1,15-1,725 lần cỡ chữ ±2 %", "single to 1.5 lines: 1.15-1.725 x the size ±2 %",
  "đặt gian-dong từ 1 đến 1.5", "set gian-dong to 1-1.5")
R(71, MUST, false, MUC_II "khoản 6 điểm đ",
  "Phần, Chương: dòng riêng, số La Mã", "parts, chapters: a line of their own, Roman",
  "in thường, cỡ 13-14, đứng, đậm, canh giữa; số La Mã", "small letters, size 13-14, upright, bold, centred; Roman numbers",
  "sửa <level of=\"part|chapter\">, kiểu phan", "mend <level of=\"part|chapter\">, the style phan")
R(72, MUST, false, MUC_II "khoản 6 điểm đ",
  "tiêu đề Phần, Chương ở dòng dưới, in hoa", "titles of parts, chapters on the next line, in capitals",
  "in hoa, cỡ 13-14, đứng, đậm, canh giữa", "capitals, size 13-14, upright, bold, centred",
  "ghi <title>; sửa kiểu phan-ten", "give a <title>; mend the style phan-ten")
R(73, MUST, false, MUC_II "khoản 6 điểm đ",
  "Mục, Tiểu mục: dòng riêng, số Ả Rập; tiêu đề in hoa", "sections: a line of their own, Arabic; titles in capitals",
  "đậm, đứng, cỡ 13-14, canh giữa; tiêu đề in hoa ở dòng dưới", "bold, upright, size 13-14, centred; title in capitals on the next line",
  "sửa <level of=\"section\">, kiểu phan, phan-ten", "mend <level of=\"section\">, the styles phan, phan-ten")
R(74, MUST, false, MUC_II "khoản 6 điểm đ",
  "Điều: đậm tới hết tiêu đề", "articles: bold to the end of the title",
  "Điều n. và tiêu đề đậm, đứng, lùi đầu dòng, cỡ chữ nội dung", "Điều n. and title bold, upright, indented, size of the text",
  "sửa <level of=\"article\">, kiểu dieu, dam", "mend <level of=\"article\">, the styles dieu, dam")
R(75, MUST, false, MUC_II "khoản 6 điểm đ",
  "Điều, Phần, Chương đánh số liên tục", "articles, parts, chapters run 1, 2, 3",
  "1, 2, 3, không cách số", "1, 2, 3 without a gap",
  "bỏ @number, @label trong dữ liệu", "take @number, @label out of the data")
R(76, MUST, false, MUC_II "khoản 6 điểm đ",
  "khoản: số đứng; chỉ đậm khi có tiêu đề", "clauses: number upright, bold only with a title",
  "số Ả Rập, đứng; khoản có tiêu đề thì đậm, không dấu ở cuối", "Arabic, upright; bold where it has a title, which ends with no mark",
  "tiêu đề đặt trong <title>, không có dấu cuối", "put the title into <title>, without a mark at its end")
R(77, MUST, false, MUC_II "khoản 6 điểm đ",
  "điểm theo thứ tự chữ cái tiếng Việt", "points in the order of Vietnamese letters",
  "a b c d đ e g h i k l m n o p q r s t u v x y, không nhảy", "a b c d đ e g h i k l m n o p q r s t u v x y, no jump",
  "bỏ @label trong dữ liệu, dùng vb:letter($n)", "take @label out of the data, use vb:letter($n)")
R(78, MUST, false, MUC_II "khoản 6 điểm đ",
  "đề mục I., 1. của báo cáo, kế hoạch", "headings I., 1. of reports and plans",
  "I. in hoa, đậm; 1. có tiêu đề: đậm; cỡ 13-14, đứng", "I. in capitals, bold; 1. with a title: bold; size 13-14, upright",
  "sửa kiểu muc, khoan-ten; không gõ số vào chữ", "mend the styles muc, khoan-ten; type no numbers into the text")
R(79, TEMPLATE, false, "Phụ lục III, Mục II",
  "nội dung kết thúc bằng ./.", "the text ends with ./.",
  "./. liền sau câu cuối", "./. right behind the last sentence",
  "đặt ending=\"./.\" cho <content>", "put ending=\"./.\" to <content>")
R(80, PRACTICE, true, "Phụ lục I; TCVN 8710",
  "số viết 1.234 và 96,5", "numbers written 1.234 and 96,5",
  "dấu chấm ngăn hàng nghìn, dấu phẩy thập phân", "a point for thousands, a comma for decimals",
  "ghi số bằng vb:number hoặc sửa dữ liệu", "write numbers by vb:number, or mend the data")
R(81, MUST, false, MUC_II "khoản 9 điểm a",
  "có hay không có Kính gửi", "addressees present or absent",
  "có: công văn, tờ trình, báo cáo gửi cấp trên; không: QĐ, NQ, KH, TB, CT, BB", "present: letters, submissions, reports to superiors; absent: QĐ, NQ, KH, TB, CT, BB",
  "thêm hoặc bỏ <addressees>", "add or take away <addressees>")
R(82, MUST, false, MUC_II "khoản 9 điểm a",
  "kiểu chữ Kính gửi", "look of the addressees",
  "Kính gửi: in thường, cỡ 13-14, đứng, không đậm", "Kính gửi: small letters, size 13-14, upright, not bold",
  "sửa slot kinh-gui", "mend the slot kinh-gui")
R(83, MUST, false, MUC_II "khoản 9 điểm a",
  "một nơi nhận: cùng dòng với Kính gửi", "one addressee on the line of Kính gửi",
  "Kính gửi: <tên>", "Kính gửi: <name>",
  "sửa slot kinh-gui", "mend the slot kinh-gui")
R(84, MUST, false, MUC_II "khoản 9 điểm a",
  "nhiều nơi nhận: gạch đầu dòng, dấu ; và dấu chấm", "several addressees: dashes, ; and a full stop",
  "- …; mỗi nơi một dòng, cuối cùng dấu chấm", "- …; a line each, the last with a full stop",
  "mỗi nơi là một <to>, không gõ gạch và dấu", "one <to> each, without dash and mark")
R(85, MUST, false, MUC_II "khoản 9 điểm a",
  "gạch đầu dòng thẳng hàng", "dashes below one another",
  "lệch nhiều nhất 0,5 mm", "0.5 mm apart at most",
  "để các nơi trong một cột của <grid>", "put them into one column of <grid>")
R(86, MUST, false, MUC_II "khoản 9 điểm a; mẫu 1.5",
  "gạch đầu dòng dưới dấu hai chấm của Kính gửi", "dashes below the colon of Kính gửi",
  "từ đầu chữ Kính gửi tới dấu hai chấm, ±2 mm", "from the start of Kính gửi to its colon, ±2 mm",
  "sửa thut-kinh-gui, cột của slot kinh-gui", "mend thut-kinh-gui, the columns of the slot kinh-gui")
