/* messages.h - every message this program prints about a user's file.
 *
 * A row: code, severity, message and hint in Vietnamese, the same in English.
 * {1} {2} {3} stand for words of the file and mean the same in both languages.
 * A test fails when a code occurs in no golden message file.        */
#ifndef BASE_MESSAGES_H
#define BASE_MESSAGES_H

/* clang-format off */
#define MESSAGES(M) \
/* files */ \
M(FILE_UNREADABLE, ERROR, \
  "không đọc được tệp: {1}", "kiểm tra đường dẫn và quyền đọc", \
  "the file cannot be read: {1}", "check the path and the read permission") \
M(FILE_TOO_BIG, ERROR, \
  "tệp lớn hơn giới hạn {1}", "chia dữ liệu thành nhiều tệp, hoặc tăng giới hạn: --limit bytes=...", \
  "the file is larger than the limit of {1}", "split the data into several files, or raise the limit: --limit bytes=...") \
M(OUTPUT_FAILED, ERROR, \
  "không ghi được «{1}»: {2}", "kiểm tra thư mục, quyền ghi và chỗ trống trên đĩa; không để lại tệp dở dang nào", \
  "'{1}' cannot be written: {2}", "check the folder, the write permission and the free disk space; no partial file was left behind") \
M(OUTPUT_ONE, ERROR, \
  "«{1}» chỉ nhận một tệp, mà ở đây có {2} tệp", "ghi ra một tệp bằng -o, các tệp kia sẽ nằm cạnh tệp ấy; hoặc bỏ --split-appendices", \
  "'{1}' takes one file, but there are {2} files to write", "write to a file with -o and the others will be placed next to it, or leave out --split-appendices") \
M(OUTPUT_TWICE, ERROR, \
  "«{1}» và «{2}» là cùng một tệp", "xóa liên kết, hoặc ghi ra tệp khác", \
  "'{1}' and '{2}' are the same file", "remove the link, or write to another file") \
M(OUTPUT_SIGNED, ERROR, \
  "«{1}» đã được ký số; ghi đè sẽ mất chữ ký", "ghi ra tệp khác bằng -o; nếu đúng là muốn thay tệp này, thêm --force", \
  "'{1}' has been signed; overwriting it would destroy the signatures", "write to another file with -o; if you really want to replace it, add --force") \
M(MODE_UNKNOWN, ERROR, \
  "không có chế độ «{1}»; có paper, electronic, archive{2}", "chọn một trong các chế độ đó", \
  "there is no mode '{1}'; the modes are paper, electronic, archive{2}", "choose one of these") \
M(DATA_SHARED, NOTE, \
  "dữ liệu không được đính kèm: tệp này còn của {1} văn bản hoặc bản ghi khác", "nếu cần đính kèm, để văn bản này trong một tệp dữ liệu riêng", \
  "the data is not attached: the file also holds {1} other documents or records", "if it must be attached, put this document in a data file of its own") \
M(OUTPUT_IS_INPUT, ERROR, \
  "«{1}» là tệp đang đọc (dữ liệu, mẫu, ảnh, phông)", "ghi ra một tệp khác", \
  "'{1}' is being read (as data, template, picture or font)", "write to another file") \
M(NO_MEMORY, ERROR, \
  "hết bộ nhớ", "chia tài liệu thành nhiều phần hoặc tăng bộ nhớ", \
  "out of memory", "split the document, or provide more memory") \
/* PDFs that other programs made */ \
M(PDF_TOOL, ERROR, \
  "đọc PDF cần chương trình mutool, máy này chưa có", "cài đặt: apt install mupdf-tools", \
  "reading PDFs needs the program mutool, which is not installed", "install it: apt install mupdf-tools") \
M(PDF_LOCKED, ERROR, \
  "PDF cần mật khẩu mới mở được", "bỏ mật khẩu (lưu lại không có mật khẩu mở tệp), rồi kiểm tra lại", \
  "the PDF needs a password to open", "remove the password (save a copy without one), then check again") \
M(PDF_BROKEN, ERROR, \
  "không đọc được PDF: {1}", "mở thử tệp bằng trình xem PDF; xuất lại từ tệp gốc", \
  "the PDF cannot be read: {1}", "try opening it in a PDF viewer; export it again from its source") \
M(PDF_LIMIT, ERROR, \
  "PDF quá lớn hoặc đọc quá lâu: dừng ở trang {1}", "chia tệp (tối đa 5.000 trang, 120 giây), hoặc bỏ bớt hình vẽ", \
  "the PDF is too large or takes too long to read: stopped at page {1}", "split it (at most 5,000 pages, 120 seconds), or remove some drawings") \
M(PDF_REPAIRED, WARNING, \
  "PDF hỏng một phần; chỉ xét phần đọc được", "xuất lại tệp từ tệp gốc", \
  "the PDF is damaged; only the readable part was checked", "export it again from its source") \
M(PDF_SCANNED, WARNING, \
  "PDF là ảnh quét ({1} trang), không có chữ để đo: chỉ xét được khổ giấy", "kiểm tra PDF xuất thẳng từ bản gốc (Word, LibreOffice)", \
  "the PDF is a scan ({1} pages) without text to measure: only the paper size was checked", "check a PDF exported from the source document (Word, LibreOffice)") \
M(PDF_SCANNED_TEXT, WARNING, \
  "PDF là ảnh quét ({1} trang); chữ nhận dạng nằm ẩn sau ảnh không cho biết phông, cỡ, vị trí thật: chỉ xét được khổ giấy", "kiểm tra PDF xuất thẳng từ bản gốc (Word, LibreOffice)", \
  "the PDF is a scan ({1} pages); the hidden OCR text does not show the real fonts, sizes and positions: only the paper size was checked", "check a PDF exported from the source document (Word, LibreOffice)") \
M(PDF_SIDEWAYS, WARNING, \
  "chữ trong PDF không nằm ngang theo chiều trang: chỉ xét được khổ giấy", "xoay trang cho đúng chiều rồi xuất lại", \
  "the text in the PDF does not run horizontally on its pages: only the paper size was checked", "rotate the pages the right way up and export again") \
M(PDF_FONTS, WARNING, \
  "phông trong PDF không ghi tên và không có độ rộng chữ của Times New Roman: không rõ đậm, nghiêng, chỉ xét được khổ giấy", "xuất lại PDF từ tệp gốc, không qua máy in ảo", \
  "the fonts in the PDF have no names and do not have the widths of Times New Roman: bold and italic cannot be told, only the paper size was checked", "export the PDF again from its source, not through a virtual printer") \
M(PDF_CODES, WARNING, \
  "chữ trong PDF không cho biết là chữ gì (thiếu bảng mã Unicode): chỉ xét được khổ giấy", "xuất lại PDF từ tệp gốc với phông Unicode được nhúng", \
  "the text in the PDF cannot be decoded (no Unicode map): only the paper size was checked", "export the PDF again with embedded Unicode fonts") \
/* XML as such */ \
M(XML_UTF16, ERROR, \
  "tệp được mã hóa UTF-16, chương trình chỉ đọc UTF-8", "lưu lại tệp với bảng mã UTF-8", \
  "the file is encoded as UTF-16; only UTF-8 is read", "save the file as UTF-8") \
M(XML_NOT_UTF8, ERROR, \
  "byte 0x{1} không phải UTF-8 (tệp có thể dùng bảng mã cũ như Windows-1258, TCVN3, VNI)", "lưu lại tệp với bảng mã UTF-8", \
  "byte 0x{1} is not UTF-8 (the file may be in an old encoding such as Windows-1258, TCVN3, VNI)", "save the file as UTF-8") \
M(XML_ENCODING, ERROR, \
  "tệp khai báo bảng mã «{1}», chương trình chỉ đọc UTF-8", "lưu tệp với UTF-8 và khai báo encoding=\"UTF-8\"", \
  "the file declares the encoding '{1}'; only UTF-8 is read", "save the file as UTF-8 and declare encoding=\"UTF-8\"") \
M(XML_DTD, ERROR, \
  "tệp có khai báo DOCTYPE (DTD), bị từ chối vì lý do an toàn", "xóa dòng <!DOCTYPE ...>", \
  "the file has a DOCTYPE (DTD), which is refused for security reasons", "delete the <!DOCTYPE ...> line") \
M(XML_TAG, ERROR, \
  "<{1}> mở ở dòng {2} chưa đóng mà ở đây đã đóng <{3}>", "thêm </{1}> vào đúng chỗ, hoặc bỏ </{3}>", \
  "the <{1}> opened in line {2} is not closed, but </{3}> closes here", "add </{1}> in the right place, or remove </{3}>") \
M(XML_ENTITY, ERROR, \
  "ký hiệu &...; không rõ nghĩa", "viết & thành &amp;, < thành &lt;, khoảng trắng không ngắt thành &#160;", \
  "an undefined reference &...;", "write & as &amp;, < as &lt;, a non-breaking space as &#160;") \
M(XML_LESS, ERROR, \
  "dấu < không mở một thẻ nào", "viết < thành &lt;", \
  "a < that does not start a tag", "write < as &lt;") \
M(XML_CHARACTER, ERROR, \
  "có ký tự mà XML không cho phép", "xóa ký tự điều khiển ở chỗ này", \
  "a character that XML does not allow", "delete the control character here") \
M(XML_END, ERROR, \
  "tệp kết thúc giữa chừng", "tệp bị cắt, hoặc thiếu thẻ đóng", \
  "the file ends prematurely", "the file was truncated, or an end tag is missing") \
M(XML_OPEN, ERROR, \
  "tệp kết thúc mà <{1}> mở ở dòng {2} chưa đóng", "thêm </{1}>; hoặc tệp đã bị cắt, lấy lại bản đủ", \
  "the file ends, but the <{1}> opened in line {2} is not closed", "add </{1}>; or the file was truncated: get a complete copy") \
M(XML_EMPTY, ERROR, \
  "tệp rỗng", "chọn đúng tệp; vanban sample làm ra một tệp để bắt đầu", \
  "the file is empty", "choose the right file; vanban sample makes one to start from") \
M(XML_TAG_CASE, ERROR, \
  "<{1}> mở ở dòng {2} lại đóng bằng </{3}>: khác chữ hoa, chữ thường", "viết hai tên như nhau; tên của dữ liệu và của mẫu đều viết thường", \
  "the <{1}> opened in line {2} is closed by </{3}>: upper and lower case differ", "write both names alike; all names in data and templates are lower case") \
M(XML_QUOTE_OPEN, ERROR, \
  "giá trị của «{1}» thiếu dấu nháy đóng", "thêm dấu \" sau giá trị", \
  "the value of '{1}' has no closing quote", "add a \" after the value") \
M(XML_QUOTE_CURLY, ERROR, \
  "giá trị của «{1}» đứng trong dấu nháy cong", "thay bằng dấu nháy thẳng: \"...\"", \
  "the value of '{1}' is in curly quotes", "use straight quotes: \"...\"") \
M(XML_QUOTE_NONE, ERROR, \
  "giá trị của «{1}» không đứng trong dấu nháy", "viết {1}=\"...\"", \
  "the value of '{1}' is not in quotes", "write {1}=\"...\"") \
M(XML_ATTRIBUTE_GLUED, ERROR, \
  "trước thuộc tính «{1}» thiếu dấu cách", "viết cách ra: ...\" {1}=\"...\"", \
  "a blank is missing before the attribute '{1}'", "write it apart: ...\" {1}=\"...\"") \
M(XML_ATTRIBUTE_TWICE, ERROR, \
  "thuộc tính «{1}» ghi hai lần trong một thẻ", "bỏ một", \
  "the attribute '{1}' occurs twice in one tag", "remove one of them") \
M(XML_COMMENT, ERROR, \
  "chú thích <!-- ... --> có -- ở giữa, hoặc không đóng", "thay -- bằng dấu khác, và đóng chú thích bằng -->", \
  "a comment <!-- ... --> contains --, or is not closed", "replace the -- inside, and end the comment with -->") \
M(XML_DECLARATION, ERROR, \
  "<?xml ...?> không đứng ở đầu tệp", "xóa dòng trống, dấu cách, chữ ở trước nó; mỗi tệp chỉ một dòng này", \
  "<?xml ...?> is not at the very beginning of the file", "delete the blank line, spaces or text before it; a file has only one such line") \
M(XML_BEFORE, ERROR, \
  "có chữ đứng trước thẻ đầu tiên: đây không phải tệp XML, hoặc chữ ở nhầm chỗ", "chọn đúng tệp, hoặc xóa chữ này", \
  "there is text before the first tag: this is not XML, or the text is misplaced", "choose the right file, or delete this text") \
M(XML_BEHIND, ERROR, \
  "phần tử gốc đã đóng mà sau nó còn nữa", "mỗi tệp một phần tử gốc: xóa phần thừa, hoặc bỏ thẻ đóng quá sớm", \
  "the root element is closed, but something follows it", "a file has one root element: delete what is left over, or the end tag that comes too early") \
M(XML_OTHER_FILE, ERROR, \
  "đây là tệp {1}, không phải XML", "chọn tệp .xml; dữ liệu trong Word, Excel thì ghi ra XML hoặc CSV trước", \
  "this is a {1} file, not XML", "choose an .xml file; data from Word or Excel must first be saved as XML or CSV") \
M(XML_LONG, ERROR, \
  "tên, giá trị thuộc tính, chú thích hay CDATA ở đây quá dài", "tên không quá 50.000 byte, những thứ khác không quá 10 triệu byte; lời văn dài thì đặt trong phần tử", \
  "the name, attribute value, comment or CDATA here is too long", "at most 50,000 bytes for a name, 10 million for the others; put long text into an element") \
M(XML_SYNTAX, ERROR, \
  "đây không phải XML đúng cú pháp", "mở tệp bằng trình soạn thảo có kiểm tra XML", \
  "this is not well-formed XML", "open the file in an editor that checks XML") \
M(XML_DEPTH, ERROR, \
  "phần tử lồng nhau quá {1} tầng", "bỏ bớt các tầng lồng nhau", \
  "elements are nested more than {1} levels deep", "reduce the nesting") \
/* the two languages */ \
M(ROOT_WRONG, ERROR, \
  "phần tử gốc là <{1}>, cần <{2}>", "kiểm tra xem có nhầm tệp dữ liệu với tệp mẫu không", \
  "the root element is <{1}>; <{2}> is expected", "check whether a data file was given as a template, or the other way round") \
M(ELEMENT_UNKNOWN, ERROR, \
  "không có phần tử <{1}> trong <{2}>{3}", "xem các phần tử được phép trong templates/README.md hoặc man 5 vanban", \
  "there is no element <{1}> in <{2}>{3}", "templates/README.md and man 5 vanban list the allowed elements") \
M(ELEMENT_MISPLACED, ERROR, \
  "<{1}> không được đặt trong <{2}>; nó thuộc về {3}", "chuyển phần tử về đúng chỗ", \
  "<{1}> is not allowed in <{2}>; it belongs in {3}", "move the element") \
M(ELEMENT_MISSING, ERROR, \
  "<{1}> thiếu <{2}> ({3})", "thêm phần tử này vào", \
  "<{1}> lacks <{2}> ({3})", "add the element") \
M(ELEMENT_REPEATED, ERROR, \
  "<{1}> chỉ được có một <{2}>", "giữ lại một phần tử", \
  "<{1}> may contain only one <{2}>", "keep one of them") \
M(TEXT_MISPLACED, ERROR, \
  "chữ «{1}» đứng trực tiếp trong <{2}>", "đặt chữ vào một phần tử con, hoặc xóa đi", \
  "the text '{1}' stands directly in <{2}>", "move the text into a child element, or delete it") \
M(ATTRIBUTE_UNKNOWN, ERROR, \
  "<{1}> không có thuộc tính «{2}»{3}", "xem các thuộc tính trong templates/README.md", \
  "<{1}> has no attribute '{2}'{3}", "templates/README.md lists the attributes") \
M(ATTRIBUTE_MISSING, ERROR, \
  "<{1}> thiếu thuộc tính «{2}» ({3})", "thêm thuộc tính này vào", \
  "<{1}> lacks the attribute '{2}' ({3})", "add the attribute") \
M(FIELD_EMPTY, ERROR, \
  "<{1}> để trống ({2})", "điền nội dung vào", \
  "<{1}> is empty ({2})", "fill it in") \
M(VALUE_EMPTY, ERROR, \
  "{1}=\"\" để trống ({2})", "điền vào; chỉ bỏ được thuộc tính này khi nó không bắt buộc", \
  "{1}=\"\" is empty ({2})", "fill it in; the attribute can be left out only if it is optional") \
M(VALUE_LENGTH, ERROR, \
  "{1}=\"{2}\" không phải độ dài có đơn vị", "viết 20mm, 1.27cm hoặc 14pt", \
  "{1}=\"{2}\" is not a length with a unit", "write 20mm, 1.27cm or 14pt") \
M(VALUE_NUMBER, ERROR, \
  "{1}=\"{2}\" không phải số hợp lệ", "viết số nguyên, hoặc số thập phân với dấu chấm", \
  "{1}=\"{2}\" is not a valid number", "write a whole number, or a decimal number with a point") \
M(VALUE_LINE, ERROR, \
  "{1}=\"{2}\" không phải giá trị giãn dòng", "viết số lần với dấu chấm (1.15), hoặc độ dài (17pt)", \
  "{1}=\"{2}\" is not a line spacing", "write a multiple with a decimal point (1.15), or a length (17pt)") \
M(VALUE_RANGE, ERROR, \
  "{1}=\"{2}\" nằm ngoài khoảng cho phép {3}", "chọn giá trị trong khoảng này", \
  "{1}=\"{2}\" is outside the allowed range {3}", "choose a value in this range") \
M(VALUE_CHOICE, ERROR, \
  "{1}=\"{2}\" không hợp lệ; được dùng: {3}", "chọn một trong các giá trị đó", \
  "{1}=\"{2}\" is not one of: {3}", "choose one of these values") \
M(VALUE_NAME, ERROR, \
  "{1}=\"{2}\" không phải tên hợp lệ{3}", "tên gồm chữ không dấu, chữ số, gạch nối, không có khoảng trắng", \
  "{1}=\"{2}\" is not a valid name{3}", "a name consists of letters without diacritics, digits and hyphens, without spaces") \
M(VALUE_COLOUR, ERROR, \
  "{1}=\"{2}\" không phải màu", "viết #rrggbb, ví dụ #ff0000", \
  "{1}=\"{2}\" is not a colour", "write #rrggbb, for example #ff0000") \
M(VALUE_WIDTH, ERROR, \
  "{1}=\"{2}\" không phải độ rộng", "viết 20mm, 2* (phần chia) hoặc auto", \
  "{1}=\"{2}\" is not a width", "write 20mm, 2* (a share) or auto") \
M(VALUE_BRACES, ERROR, \
  "dấu ngoặc nhọn không khớp trong «{1}»", "mỗi {{ mở một biểu thức phải có }} đóng; muốn in dấu ngoặc thì viết hai lần", \
  "unbalanced braces in '{1}'", "every {{ that opens an expression needs a closing }}; to print a brace, double it") \
M(DATE_FORM, ERROR, \
  "{1}=\"{2}\" không phải ngày tháng{3}", "viết 2020-02-29, 2020-02 (để trống ngày) hoặc 2020", \
  "{1}=\"{2}\" is not a date{3}", "write 2020-02-29, 2020-02 (the day is left blank) or 2020") \
M(DATE_IMPOSSIBLE, ERROR, \
  "{1}=\"{2}\": tháng {3} không có ngày đó", "sửa ngày tháng cho đúng lịch", \
  "{1}=\"{2}\": month {3} does not have that day", "correct the date") \
M(NOTE_MISPLACED, ERROR, \
  "chú thích không thể đặt trong <{1}>", "chuyển <fn> vào đoạn văn, tiêu đề hoặc ô bảng của nội dung", \
  "a footnote is not allowed in <{1}>", "move the <fn> into a paragraph, a heading or a table cell of the text") \
M(NOTE_IN_NOTE, ERROR, \
  "chú thích trong chú thích", "đưa nội dung của <fn> bên trong ra ngoài", \
  "a footnote inside a footnote", "move the text of the inner <fn> out of the outer one") \
M(VERSION_NEWER, ERROR, \
  "tệp viết cho phiên bản {1}, chương trình này hiểu đến phiên bản {2}", "dùng bản chương trình mới hơn", \
  "the file is written for version {1}; this program understands versions up to {2}", "use a newer version of the program") \
M(ID_TWICE, ERROR, \
  "id=\"{1}\" đã được dùng ở dòng {2}", "mỗi id chỉ dùng một lần", \
  "id=\"{1}\" is already used in line {2}", "use each id only once") \
M(REF_UNKNOWN, ERROR, \
  "không có phần tử nào mang id=\"{1}\"{2}", "ghi id=\"{1}\" vào phần tử được nêu (điều, khoản, bảng, cơ quan ...), hoặc sửa ở đây", \
  "no element has id=\"{1}\"{2}", "add id=\"{1}\" to the element you mean (an article, a clause, a table, an issuer ...), or correct it here") \
M(LINK_ADDRESS, ERROR, \
  "liên kết không được dẫn tới «{1}»", "địa chỉ bắt đầu bằng https://, http://, mailto:, tel: hoặc ftp:, nhiều nhất 2.000 byte; nơi khác trong văn bản thì dùng <ref to=\"...\"/>", \
  "a link may not lead to '{1}'", "an address starts with https://, http://, mailto:, tel: or ftp: and has at most 2,000 bytes; for a place in the document use <ref to=\"...\"/>") \
M(NUMBER_TWICE, ERROR, \
  "số «{1}» đã dùng ở dòng {2}", "bỏ number để số chạy tiếp; nếu bản gốc đúng như vậy thì ghi label=\"{1}\"", \
  "the number '{1}' is already used in line {2}", "remove number so that counting continues; if the original really has it, write label=\"{1}\"") \
M(NUMBER_AGAIN, WARNING, \
  "số «{1}» đã dùng ở dòng {2}", "kiểm tra lại; number=\"...\" đặt số tiếp theo, label=\"...\" in nguyên như đã ghi", \
  "the number '{1}' is already used in line {2}", "check it; number=\"...\" sets the next number, label=\"...\" is printed as written") \
M(REF_WRONG, ERROR, \
  "id=\"{1}\" là của <{2}>, ở đây cần <{3}>{4}", "ghi id của đúng phần tử", \
  "id=\"{1}\" belongs to a <{2}>; a <{3}> is needed here{4}", "give the id of such an element") \
/* templates */ \
M(TEMPLATE_NONE, ERROR, \
  "không có mẫu nào cho loại văn bản «{1}»{2}", "sửa type, hoặc ghi mẫu sau -t", \
  "there is no template for documents of type '{1}'{2}", "correct the type, or give a template with -t") \
M(TEMPLATE_TWICE, ERROR, \
  "có hai mẫu cho loại văn bản «{1}»: {2} và {3}", "bỏ loại này khỏi for của một mẫu, hoặc ghi mẫu sau -t", \
  "there are two templates for documents of type '{1}': {2} and {3}", "remove the type from the for attribute of one of them, or give a template with -t") \
M(TEMPLATE_OTHER, WARNING, \
  "mẫu {1} dành cho loại văn bản {2}; dữ liệu là «{3}»", "sửa -t hoặc type; nếu dùng mẫu này cho cả loại này thì thêm loại vào for của mẫu", \
  "the template {1} is for documents of type {2}; this is '{3}'", "correct -t or the type; if the template is meant for this type too, add it to the template's for attribute") \
M(TEMPLATES_UNREADABLE, ERROR, \
  "không đọc được thư mục mẫu: {1}", "cài lại chương trình, hoặc ghi mẫu sau -t", \
  "the template folder cannot be read: {1}", "reinstall the program, or give a template with -t") \
M(TEMPLATE_OUTSIDE, ERROR, \
  "mẫu gốc «{1}» nằm ngoài thư mục {2}", "chép mẫu gốc vào thư mục này thay cho liên kết, hoặc dùng mẫu gốc của chương trình", \
  "the base template '{1}' is outside the folder {2}", "copy the base template there instead of linking to it, or extend a built-in one") \
M(BOX_TOO_WIDE, ERROR, \
  "khung không đủ chỗ, thiếu {1} mm{2}", "sửa width hoặc padding của <box>, hoặc rút ngắn nội dung", \
  "the frame is too small: {1} mm are missing{2}", "change the width or padding of the <box>, or shorten its content") \
M(PAGES_NESTED, ERROR, \
  "bảng có trang riêng nằm trong khung không tách được (<keep>, <grid>, <box>, <fit>, ô)", "đặt <content> trực tiếp trong <pages>", \
  "a table with its own pages is inside something that cannot be split across pages (<keep>, <grid>, <box>, <fit>, a cell)", "place the <content> directly in <pages>") \
M(RECORD_NONE, ERROR, \
  "each=\"{1}\" của mẫu không tìm thấy bản ghi nào", "kiểm tra dữ liệu, hoặc sửa each", \
  "the template's each=\"{1}\" finds no record", "check the data, or correct each") \
M(RECORD_WHICH, ERROR, \
  "tệp có {1} văn bản (bản ghi), mỗi lần chỉ in một", "chọn bằng --record, từ 1 đến {1}", \
  "the file holds {1} documents (records), but only one is made at a time", "select one with --record, from 1 to {1}") \
M(RECORD_BEYOND, ERROR, \
  "không có văn bản (bản ghi) thứ {1}: tệp có {2}", "chọn --record từ 1 đến {2}", \
  "there is no document (record) {1}: the file holds {2}", "give --record a number from 1 to {2}") \
M(FILE_NAME, ERROR, \
  "file của mẫu cho «{1}», không dùng làm tên tệp được", "tên tệp không để trống, không quá 200 byte, không bắt đầu bằng dấu chấm hay gạch nối, không chứa /, \\ hay ký tự không nhìn thấy", \
  "the template's file attribute gives '{1}', which cannot be used as a file name", "a file name must not be empty, longer than 200 bytes, start with a dot or hyphen, or contain /, \\ or characters that are not seen") \
M(FILE_NAME_TWICE, ERROR, \
  "tên tệp «{1}» đã dùng cho bản ghi thứ {2}", "đưa vào file của mẫu điều làm các bản ghi khác nhau, ví dụ mã", \
  "the file name '{1}' is already used by record {2}", "put something that differs between records, such as a code, into the template's file attribute") \
M(RECORD_CRASHED, ERROR, \
  "bản ghi thứ {1} làm hỏng tiến trình dàn trang (tín hiệu {2})", "đây là lỗi của chương trình: hãy gửi bản ghi này cho người phát triển; các bản ghi khác vẫn được làm", \
  "record {1} crashed its worker process (signal {2})", "this is a bug in the program: please send the record to the developers; the other records are still made") \
M(RECORD_HUNG, ERROR, \
  "bản ghi thứ {1} quá {2} giây mà chưa xong", "chia nhỏ bản ghi, hoặc tăng giới hạn bằng --time-limit", \
  "record {1} was not finished after {2} seconds", "make the record smaller, or raise the limit with --time-limit") \
M(PREVIEW_PORT, ERROR, \
  "không mở được cổng {1}: {2}", "bỏ --port để chương trình tự chọn cổng còn trống, hoặc chọn cổng khác", \
  "port {1} cannot be opened: {2}", "leave out --port to let the program choose a free port, or choose another one") \
M(PREVIEW_TEMPLATE, ERROR, \
  "«{1}» là mẫu, tự nó không có trang nào", "đưa tệp dữ liệu, mẫu ghi sau -t", \
  "'{1}' is a template, which has no pages of its own", "give a data file, and the template after -t") \
M(PREVIEW_NOTHING, WARNING, \
  "chưa có tệp dữ liệu nào trong «{1}»", "tệp .xml có gốc <document> được lưu vào đó sẽ hiện ra", \
  "there is no data file in '{1}' yet", "any .xml file with the root <document> appears as soon as it is saved there") \
M(PREVIEW_SLOW, ERROR, \
  "quá {1} giây mà chưa dàn trang xong nên đã dừng", "kiểm tra xem mẫu có lặp quá nhiều không, tệp có phải tệp thường không; hoặc tăng --time-limit", \
  "the pages were not ready after {1} seconds, so rendering was stopped", "check whether the template repeats too much and whether all files are regular files; or raise --time-limit") \
M(PREVIEW_CRASHED, ERROR, \
  "tiến trình dàn trang bị hỏng (tín hiệu {1})", "đây là lỗi của chương trình, hoặc văn bản cần quá 1 GB bộ nhớ: hãy gửi tệp này cho người phát triển", \
  "the process that renders the pages has crashed (signal {1})", "this is a bug in the program, or the document needs more than 1 GB of memory: please send the file to the developers") \
M(PREVIEW_AGAINST, ERROR, \
  "«{1}» là thư mục, không phải một tệp để so", "nêu một tệp dữ liệu: vanban preview A.xml --against B.xml; của cả thư mục: mở nó ra rồi chọn hai văn bản", \
  "'{1}' is a folder, not a file to compare", "give a data file: vanban preview A.xml --against B.xml; for a folder, open it and select two documents") \
M(PREVIEW_RECORDS, NOTE, \
  "tệp có {1} văn bản (bản ghi): chỉ cho xem 100 văn bản đầu", "xem một văn bản khác bằng --record, làm tất cả bằng vanban batch", \
  "the file holds {1} documents (records): only the first 100 are shown", "select another one with --record, or make all of them with vanban batch") \
M(PREVIEW_PNG_TOOL, ERROR, \
  "ghi PNG cần chương trình pdftoppm của poppler, máy này chưa có", "cài gói poppler-utils (apt install poppler-utils), hoặc dùng --svg", \
  "writing PNG files needs pdftoppm from poppler, which is not installed", "install the package poppler-utils (apt install poppler-utils), or use --svg") \
M(PREVIEW_PNG_FAILED, ERROR, \
  "pdftoppm không đổi được các trang thành PNG ({1})", "kiểm tra chỗ trống trên đĩa; hoặc dùng --svg", \
  "pdftoppm could not convert the pages to PNG ({1})", "check the free disk space; or use --svg") \
M(BATCH_FOLDER, ERROR, \
  "không dùng được thư mục «{1}»: {2}", "tạo thư mục, hoặc chọn thư mục khác bằng -o", \
  "the folder '{1}' cannot be used: {2}", "create the folder, or choose another one with -o") \
M(BATCH_FULL, ERROR, \
  "dừng lại: «{1}» không ghi thêm được", "dọn chỗ trống rồi chạy lại với --resume: bản ghi đã xong không phải làm lại", \
  "stopped: nothing more can be written to '{1}'", "free some space and run again with --resume: finished records are not made again") \
M(BATCH_STOPPED, ERROR, \
  "dừng giữa chừng: còn {1} bản ghi chưa làm", "chạy lại với --resume: bản ghi đã xong không phải làm lại", \
  "interrupted: {1} records have not been made", "run again with --resume: finished records are not made again") \
M(BATCH_WORKERS, ERROR, \
  "không chạy được tiến trình dàn trang: {1}", "giảm -j, hoặc tăng giới hạn số tiến trình, bộ nhớ; rồi chạy lại với --resume", \
  "worker processes cannot be started: {1}", "lower -j, or raise the limit on processes or memory; then run again with --resume") \
M(BATCH_STRAY, WARNING, \
  "«{1}» của lần chạy trước không còn thuộc bản ghi nào", "xóa tệp nếu đơn vị ấy không còn; chương trình không xóa văn bản đã phát hành", \
  "'{1}' from an earlier run no longer belongs to any record", "delete the file if its unit no longer exists; the program does not delete issued documents") \
M(BATCH_MORE, NOTE, \
  "{1}: còn {2} thông báo cùng loại", "sửa rồi chạy lại", \
  "{1}: {2} more messages of this kind", "correct the data and run again") \
M(BATCH_ALSO, NOTE, \
  "{1} còn gặp ở {2} bản ghi khác", "xem cột messages của manifest.csv, nếu đã có", \
  "{1} was also reported for {2} more records", "see the messages column of manifest.csv, if there is one") \
M(SAME_PLACE_ALL, NOTE, \
  "chữ ký của cả {2} văn bản đặt ở cùng độ cao: {1} mm tính từ mép trên; dời xuống nhiều nhất {3} mm", "đặt vị trí ký một lần cho cả loạt; khoảng trống trên chữ ký quá lớn thì bỏ --same-place", \
  "the signatures of all {2} documents are at the same height: {1} mm from the top edge; they were moved down by at most {3} mm", "set the signing position once for the whole series; if the gap above the signatures is too large, leave out --same-place") \
M(SAME_PLACE_SOME, WARNING, \
  "chữ ký của {2} trong {3} văn bản đặt ở cùng độ cao: {1} mm tính từ mép trên, dời xuống nhiều nhất {5} mm; trừ bản ghi {4}", "đặt vị trí ký riêng cho các văn bản này; cột messages của manifest.csv ghi SAME_PLACE", \
  "the signatures of {2} of {3} documents are at the same height: {1} mm from the top edge, moved down by at most {5} mm; except records {4}", "set the signing position of these documents separately; the messages column of manifest.csv says SAME_PLACE") \
M(FILE_NAME_PART, ERROR, \
  "tệp «{1}.pdf» của phụ lục hoặc văn bản kèm theo là tên của một bản ghi khác", "đổi file của mẫu, hoặc -n, để hai tên khác nhau", \
  "the file name '{1}.pdf' of an appendix or attached document is already used by another record", "change the template's file attribute, or -n, so that the names differ") \
M(CONTROL_WRONG, ERROR, \
  "có tổng kiểm soát không khớp (CONTROL_TOTAL); các văn bản vẫn được làm", "kiểm tra dữ liệu trước khi ban hành; có --strict thì không làm gì khi tổng không khớp", \
  "a control total does not match (CONTROL_TOTAL); the documents were made nevertheless", "check the data before issuing them; with --strict nothing is made when a total does not match") \
M(MANIFEST_FOREIGN, ERROR, \
  "không phải danh sách kết quả (manifest) của cùng một lần chạy", "chỉ nhập các tệp manifest-K-of-N.jsonl của cùng dữ liệu", \
  "this is not a manifest, or not of the same run", "merge only files manifest-K-of-N.jsonl made from the same data") \
M(MANIFEST_DIFFERS, ERROR, \
  "bản ghi thứ {1} có hai kết quả khác nhau, trong «{2}» và «{3}»", "các máy phải dùng cùng dữ liệu, mẫu, phông và phiên bản; chạy lại phần sai", \
  "record {1} has two different results, in '{2}' and '{3}'", "all machines need the same data, templates, fonts and version; run the wrong part again") \
M(MANIFEST_MISSING, ERROR, \
  "thiếu {1} trong {2} bản ghi: {3}", "chạy lại các phần (--shard) chưa xong với --resume, rồi nhập lại", \
  "{1} of {2} records are missing: {3}", "run the unfinished shards again with --resume, then merge again") \
M(DATA_NOT_FILE, ERROR, \
  "«{1}» không phải tệp thường: dữ liệu được đọc hai lượt", "ghi dữ liệu ra một tệp rồi dùng tệp đó", \
  "'{1}' is not a regular file, and the data is read twice", "save the data to a file and use that") \
M(DATA_CHANGED, ERROR, \
  "«{1}» đã thay đổi sau lượt đọc đầu", "để yên tệp dữ liệu cho đến khi chạy xong, rồi chạy lại", \
  "'{1}' has changed since it was first read", "do not touch the data file until the run has finished; run again") \
M(EACH_STEPS, ERROR, \
  "«{1}» không phải đường dẫn chỉ gồm tên phần tử với / // * |", "điều kiện chọn bản ghi thì ghi ở --where", \
  "'{1}' is not a path that consists only of element names with / // * |", "put conditions for selecting records into --where") \
M(COMMON_BEHIND, ERROR, \
  "«{1}» không có bản ghi mà đứng sau bản ghi đầu tiên", "đưa dữ liệu chung lên trước các bản ghi trong cùng phần tử", \
  "'{1}' contains no records, but comes after the first record", "move the common data before the records, within the same element") \
M(RECORD_TOO_BIG, ERROR, \
  "một bản ghi, hoặc dữ liệu chung trước các bản ghi, lớn hơn giới hạn {1}", "kiểm tra each: bản ghi phải là phần tử nhỏ hơn; hoặc tăng giới hạn: --limit bytes=...", \
  "a record, or the common data before the records, is larger than the limit of {1}", "check each: records should be smaller elements; or raise the limit: --limit bytes=...") \
M(RECORD_EMPTY, WARNING, \
  "bản ghi không có gì bên trong, trong khi các bản ghi khác có", "kiểm tra xem dữ liệu của bản ghi này có bị thiếu không", \
  "the record is empty, while other records are not", "check whether the data of this record is missing") \
M(RECORD_EMPTY_MORE, WARNING, \
  "còn {1} bản ghi không có gì bên trong", "kiểm tra dữ liệu của các bản ghi đó", \
  "{1} more records are empty", "check the data of these records") \
M(CSV_FILE, ERROR, \
  "<csv> không có file", "ghi file=\"...\", hoặc chạy vanban batch TỆP.csv --map với tệp này", \
  "the <csv> has no file attribute", "write file=\"...\", or run vanban batch FILE.csv --map with this file") \
M(CSV_OUTSIDE, ERROR, \
  "«{1}» nằm ngoài thư mục {2}", "chép tệp CSV vào thư mục của dữ liệu; hoặc ghi nó trên dòng lệnh: vanban batch TỆP.csv --map", \
  "'{1}' is outside the folder {2}", "copy the CSV file into the folder of the data, or give it on the command line: vanban batch FILE.csv --map") \
M(CSV_UNREADABLE, ERROR, \
  "không đọc được tệp CSV «{1}»: {2}", "kiểm tra tên tệp và quyền đọc", \
  "the CSV file '{1}' cannot be read: {2}", "check the file name and the read permission") \
M(CSV_NOT_UTF8, ERROR, \
  "byte 0x{1} không phải UTF-8 (tệp CSV có thể dùng bảng mã cũ như Windows-1258, TCVN3, VNI, hoặc UTF-16)", "lưu lại: Excel chọn «CSV UTF-8», LibreOffice chọn bảng mã Unicode (UTF-8); chữ theo phông TCVN3, VNI thì chuyển mã trước", \
  "byte 0x{1} is not UTF-8 (the CSV file may be in an old encoding such as Windows-1258, TCVN3, VNI, or in UTF-16)", "save it again: choose 'CSV UTF-8' in Excel, or the character set Unicode (UTF-8) in LibreOffice; convert text in TCVN3 or VNI fonts first") \
M(CSV_CHARACTER, ERROR, \
  "ký tự điều khiển 0x{1} trong tệp CSV", "xóa ký tự này; nếu có nhiều thì tệp không phải CSV (có phải tệp .xlsx?)", \
  "control character 0x{1} in the CSV file", "delete it; if there are many, this is not a CSV file (is it an .xlsx?)") \
M(CSV_QUOTE, ERROR, \
  "dấu ngoặc kép sai chỗ, trong hàng bắt đầu ở dòng {1}", "ô có dấu ngoặc kép phải nằm trọn trong ngoặc kép, dấu bên trong viết đôi: \"Trường \"\"Hoa Mai\"\"\"", \
  "a misplaced quotation mark, in the row that begins in line {1}", "a cell with quotation marks must be quoted as a whole, with the marks inside doubled: \"The \"\"Rose\"\" school\"") \
M(CSV_UNCLOSED, ERROR, \
  "dấu ngoặc kép mở ở đây không đóng cho đến hết tệp", "thêm dấu đóng; nếu không thì tệp bị cắt dở", \
  "the quotation mark opened here is not closed before the end of the file", "add the closing one; otherwise the file was truncated") \
M(CSV_CELLS, ERROR, \
  "hàng có {1} ô, dòng tên cột có {2}", "thêm hoặc bớt ô; ô có chứa dấu ngăn cột phải nằm trong ngoặc kép", \
  "the row has {1} cells, but the header line has {2}", "add or remove cells; a cell that contains the separator must be quoted") \
M(CSV_EMPTY, ERROR, \
  "tệp CSV không có hàng dữ liệu nào dưới dòng tên cột", "kiểm tra tệp: dòng đầu là tên cột, mỗi dòng sau là một hàng", \
  "the CSV file has no rows below its header line", "check the file: the first line holds the column names, every other line is a row") \
M(CSV_NO_HEADER, ERROR, \
  "dòng đầu của tệp CSV không có cột nào mà <field> ghi; nó là: {1}", "dòng đầu phải là tên cột: xóa dòng tiêu đề ở trên; tên dính liền nhau thì sửa separator; chữ sai thì chuyển tệp sang Unicode (UTF-8)", \
  "the first line of the CSV file has none of the columns that <field> names; it holds: {1}", "the first line must hold the column names: delete title lines above it; if they run together, correct separator; if letters are wrong, convert the file to Unicode (UTF-8)") \
M(CSV_COLUMN, ERROR, \
  "tệp CSV không có cột «{1}»{2}", "các cột: {3}; nếu chúng dính liền nhau thì sửa separator", \
  "the CSV file has no column '{1}'{2}", "its columns: {3}; if they run together, correct separator") \
M(CSV_COLUMN_TWICE, ERROR, \
  "cột «{1}» có {2} lần ở dòng tên cột", "đổi tên cột trong tệp CSV", \
  "the column '{1}' occurs {2} times in the header line", "rename the columns in the CSV file") \
M(CSV_COLUMN_UNUSED, NOTE, \
  "cột không dùng: {1}", "nếu cần, thêm <field column=\"...\" name=\"...\"/> cho cột", \
  "unused columns: {1}", "if one is needed, add <field column=\"...\" name=\"...\"/> for it") \
M(CSV_NAME, ERROR, \
  "«{1}» không dùng làm tên phần tử hay thuộc tính được", "dùng chữ, số, dấu - và _, bắt đầu bằng chữ; ví dụ so-ho, @so-ho", \
  "'{1}' cannot be used as the name of an element or attribute", "use letters, digits, - and _, starting with a letter; for example so-ho, @so-ho") \
M(CSV_NAME_TWICE, ERROR, \
  "hai cột cùng thành «{1}»", "đặt tên khác nhau bằng <field column=\"...\" name=\"...\"/>", \
  "two columns would both be named '{1}'", "give them different names with <field column=\"...\" name=\"...\"/>") \
M(CSV_MAP, ERROR, \
  "«{1}» là tệp CSV, chưa biết các cột là gì và phần chung của văn bản ở đâu", "ghi chúng trong một tệp XML có <csv> trong <data>, rồi chạy vanban batch {1} --map TỆP.xml", \
  "'{1}' is a CSV file; it does not say what its columns are and what the documents have in common", "put that into an XML file with a <csv> in its <data>, then run vanban batch {1} --map FILE.xml") \
M(CSV_NONE, ERROR, \
  "«{1}» không có <csv> nào trong <data> mà các hàng là bản ghi", "đặt <csv each=\"xa\"> vào <data>; mẫu (-t) cần each=\"data/xa\", hoặc thêm --each data/xa", \
  "'{1}' has no <csv> in its <data> whose rows are records", "put <csv each=\"xa\"> into <data>; the template (-t) needs each=\"data/xa\", or add --each data/xa") \
M(WHERE_NONE, ERROR, \
  "không bản ghi nào có «{1}»", "kiểm tra điều kiện, hoặc dữ liệu", \
  "no record satisfies '{1}'", "check the condition, or the data") \
M(CONTROL_TOTAL, WARNING, \
  "{1}: {2} bản ghi cộng lại là {3}, số chung là {4}, chênh {5}", "kiểm tra các bản ghi và số chung; có thể thiếu, thừa hoặc lặp bản ghi", \
  "{1}: {2} records add up to {3}, the overall figure is {4}, the difference is {5}", "check the records and the overall figure; records may be missing, extra or duplicated") \
M(CONTROL_NONE, NOTE, \
  "{1}: văn bản không có số chung để đối chiếu", "nếu có số chung, đưa vào dữ liệu, trước các bản ghi", \
  "{1}: the document has no overall figure to compare with", "if there is one, put it into the data, before the records") \
M(CONTROL_EQUAL, NOTE, \
  "{1}: {2} bản ghi cộng lại là {3}, bằng số chung", "", \
  "{1}: {2} records add up to {3}, equal to the overall figure", "") \
M(TABLE_EMPTY, WARNING, \
  "bảng không có dòng nào: {1} không tìm thấy gì", "kiểm tra select: đường dẫn bắt đầu từ nút đang xét; nếu bảng được phép rỗng thì đặt trong <if>", \
  "the table has no rows: {1} finds nothing", "check select: the path starts at the current node; if the table may be empty, put it into an <if>") \
M(COLUMN_BLANK, WARNING, \
  "cột số có total nhưng không có select: dòng nào cũng trống", "thêm select", \
  "a number column has a total but no select: it is blank in every row", "add a select") \
M(COLUMN_NUMBER, WARNING, \
  "number của cột «{1}» không được in: đầu bảng không có hàng đánh số", "ghi numbers=\"yes\" ở <head>, hoặc bỏ number", \
  "the number '{1}' of the column is not printed: the table head has no numbering row", "write numbers=\"yes\" on <head>, or remove number") \
M(CARRY_NONE, WARNING, \
  "không có gì để mang sang: không cột nào sau cột đầu có type=\"number\" và total=\"vb:sum($rows/SELECT)\" của chính select", "sửa total của cột, hoặc bỏ carry và carry-to", \
  "there is nothing to carry forward: no column after the first has type=\"number\" and total=\"vb:sum($rows/SELECT)\" with its own select", "correct the column's total, or remove carry and carry-to") \
M(TOTALS_NONE, WARNING, \
  "hàng tổng không có số nào: không cột nào có total", "thêm total vào <column>", \
  "the totals row has no figures: no column has a total", "add total to a <column>") \
M(TEMPLATE_BASE, ERROR, \
  "không tìm thấy mẫu gốc «{1}»{2}", "mẫu gốc phải nằm cùng thư mục hoặc trong thư mục templates", \
  "the base template '{1}' is not found{2}", "it must be in the same folder or in the folder templates") \
M(TEMPLATE_CYCLE, ERROR, \
  "mẫu «{1}» kế thừa chính nó", "bỏ vòng lặp extends", \
  "the template '{1}' extends itself", "break the cycle of extends") \
M(NAME_UNKNOWN, ERROR, \
  "không có {1} nào tên «{2}»{3}", "định nghĩa nó, hoặc sửa tên", \
  "there is no {1} named '{2}'{3}", "define it, or correct the name") \
M(INSERT_UNKNOWN, ERROR, \
  "mẫu đang dùng không có slot «{1}»{2}", "ghi mẫu có slot này sau -t, hoặc sửa tên", \
  "the template in use has no slot '{1}'{2}", "give the template that has this slot with -t, or correct the name") \
M(REF_UNLABELLED, ERROR, \
  "<{2}> mang id=\"{1}\" không có số để in", "viết hẳn chữ thay cho <ref>; điều, khoản, bảng, hình thì ghi được label=\"...\"", \
  "the <{2}> with id=\"{1}\" has no number to print", "write the text in place of the <ref>; articles, clauses, tables and figures can have a label=\"...\"") \
M(CHECK_FIXED, ERROR, \
  "«{1}» là mã của chương trình: chỉ đổi được severity, và chỉ của cảnh báo hay ghi chú", "đặt cho <check> một tên khác, hoặc chỉ ghi severity", \
  "'{1}' is one of the program's own codes: only its severity can be changed, and only for warnings and notes", "give the <check> another name, or set only severity") \
M(CHECK_INCOMPLETE, ERROR, \
  "<check name=\"{1}\"> thiếu {2}", "một kiểm tra mới cần select, test và lời thông báo <say lang=\"vi\" hint=\"...\">", \
  "<check name=\"{1}\"> has no {2}", "a new check needs select, test and a message <say lang=\"en\" hint=\"...\">") \
M(NEED_UNREAD, NOTE, \
  "mẫu khai báo «{1}» mà không biểu thức nào đọc: dữ liệu phải ghi, nhưng không trang nào in", "đặt nó vào một slot, hoặc bỏ <need> này", \
  "the template declares '{1}', but no expression reads it: the data must contain it, yet no page prints it", "place it in a slot, or remove this <need>") \
M(NAME_UNUSED, WARNING, \
  "«{1}» không có trong mẫu gốc và không nơi nào dùng{2}", "sửa tên nếu muốn đổi điều mẫu gốc đã có", \
  "'{1}' does not exist in a base template and is not used anywhere{2}", "correct the name if it is meant to change something in the base template") \
M(SLOT_UNPLACED, NOTE, \
  "slot «{1}» không được đặt ở đâu: mẫu gốc không có, dữ liệu không gọi", "sửa tên theo danh sách slot trong templates/README.md, hoặc gọi bằng <insert slot=\"{1}\"/>", \
  "the slot '{1}' is not placed anywhere: no base template has it and the data does not call it", "take a name from the list of slots in templates/README.md, or call it with <insert slot=\"{1}\"/>") \
M(STYLE_CYCLE, ERROR, \
  "kiểu «{1}» dựa trên chính nó", "sửa base", \
  "the style '{1}' is based on itself", "correct base") \
M(SLOT_CYCLE, ERROR, \
  "slot «{1}» chứa chính nó", "bỏ vòng lặp", \
  "the slot '{1}' contains itself", "break the cycle") \
M(LAYOUT_NONE, ERROR, \
  "mẫu «{1}» và các mẫu gốc của nó không có <layout>", "thêm <layout> hoặc extends=\"nd30\"", \
  "neither the template '{1}' nor its base templates have a <layout>", "add a <layout>, or extends=\"nd30\"") \
M(STYLE_NONE, ERROR, \
  "mẫu «{1}» và các mẫu gốc của nó không có <style>", "thêm <style> hoặc extends=\"nd30\"", \
  "neither the template '{1}' nor its base templates have a <style>", "add a <style>, or extends=\"nd30\"") \
M(SLOT_HERE, ERROR, \
  "<{1}> không dùng được ở chỗ này", "{2}", \
  "<{1}> cannot be used here", "{2}") \
M(GRID_CELL, ERROR, \
  "ô của <grid> không có thuộc tính {1}", "<grid> không kẻ đường, không gộp ô: dùng widths, kiểu của đoạn, <box>, hoặc <table>", \
  "a cell of a <grid> has no attribute {1}", "a <grid> draws no lines and merges no cells: use widths, the paragraph's style, <box>, or a <table>") \
M(XPATH_SYNTAX, ERROR, \
  "biểu thức XPath sai cú pháp: «{1}»{2}", "xem dấu ngoặc, dấu nháy, phép tính; các cách viết thường dùng: README.md, «Một loại văn bản mới»", \
  "syntax error in the XPath expression '{1}'{2}", "look at brackets, quotation marks and operators; README.md, 'A new kind of document', shows what is often written") \
M(XPATH_BRACES, ERROR, \
  "«{1}» có dấu ngoặc nhọn; thuộc tính này là XPath trần", "bỏ dấu ngoặc nhọn", \
  "'{1}' has braces; this attribute is plain XPath", "remove the braces") \
M(XPATH_NAME, ERROR, \
  "mẫu chưa khai báo «{1}» (trong «{2}»){3}", "khai báo <need path=...> nếu dữ liệu có tên này, hoặc sửa tên", \
  "the template has not declared '{1}' (in '{2}'){3}", "declare it with <need path=...> if the data has this name, or correct the name") \
M(XPATH_VARIABLE, ERROR, \
  "không có giá trị nào tên ${1}{2}", "đặt <set name=...> hoặc sửa tên", \
  "there is no value named ${1}{2}", "add a <set name=...>, or correct the name") \
M(XPATH_FUNCTION, ERROR, \
  "không có hàm {1}(){2}", "xem các hàm trong templates/README.md", \
  "there is no function {1}(){2}", "templates/README.md lists the functions") \
M(XPATH_ARGUMENTS, ERROR, \
  "{1}() không nhận {2} đối số", "viết như {3}", \
  "{1}() does not take {2} arguments", "write it as {3}") \
M(SETTING_NONE, ERROR, \
  "mẫu không có giá trị «{1}» cho dữ liệu này", "đặt <set name=\"{1}\"> trong mẫu; nếu là tên loại văn bản thì ghi type-name trong dữ liệu", \
  "the template has no setting '{1}' for this data", "add <set name=\"{1}\"> to the template; if this is a document type's name, put type-name into the data") \
M(XPATH_FAILED, ERROR, \
  "không tính được biểu thức «{1}»", "kiểm tra số và kiểu đối số của các hàm", \
  "the expression '{1}' cannot be evaluated", "check the number and types of the function arguments") \
M(XPATH_VALUE, ERROR, \
  "không tính được «{1}»: «{2}» không phải {3}", "sửa dữ liệu; nếu được phép vắng thì trong mẫu viết vb:if(...) quanh biểu thức", \
  "'{1}' cannot be computed: '{2}' is not {3}", "correct the data; if it may be absent, put vb:if(...) round the expression in the template") \
M(XPATH_TEXT, ERROR, \
  "«{1}» không tìm thấy chữ nào: text() chỉ là chữ đứng ngay trong phần tử, thuộc tính không có text()", "bỏ text(): viết . hoặc tên phần tử, @tên thuộc tính", \
  "'{1}' finds no words: text() is what stands in an element itself, an attribute has no text()", "leave text() out: write . or the element's name, @name for an attribute") \
M(RECORD_UNMADE, ERROR, \
  "«{1}» không có: văn bản này không làm từ bản ghi nào, $record là cả văn bản", "ghi each=\"data/xa\" ở <template>, hoặc chạy vanban batch --each data/xa", \
  "'{1}' is not there: this document is made of no record, $record is the document itself", "say each=\"data/xa\" at <template>, or run vanban batch --each data/xa") \
M(XPATH_LIMIT, ERROR, \
  "biểu thức «{1}» cần hơn {2} phép tính", "viết gọn lại: // và so sánh hai tập lớn với nhau là tốn nhất; hoặc tăng giới hạn: --limit xpath=...", \
  "the expression '{1}' needs more than {2} operations", "simplify it: // and comparing two large sets are the most expensive; or raise the limit: --limit xpath=...") \
M(SETTING_WRONG, ERROR, \
  "giá trị đặt {1}", "{2}", \
  "setting {1}", "{2}") \
M(SETTING_NUMBER, ERROR, \
  "giá trị đặt {1}=\"{2}\" không phải số, mà mẫu tính với nó", "viết 90 hoặc 96.5, không có đơn vị", \
  "setting {1}=\"{2}\" is not a number, and the template counts with it", "write 90 or 96.5, without a unit") \
M(SETTING_CHOICE, WARNING, \
  "giá trị đặt {1}=\"{2}\" không có tác dụng: mẫu chỉ so nó với {3}", "viết một trong các chữ ấy, hoặc để trống", \
  "setting {1}=\"{2}\" does nothing: the template compares it with {3} alone", "write one of these, or leave it empty") \
M(SET_UNKNOWN, ERROR, \
  "mẫu không có giá trị đặt tên «{1}»{2}", "xem các <set> của mẫu", \
  "the template has no setting named '{1}'{2}", "see the <set> elements of the template") \
M(DATA_MISSING, ERROR, \
  "dữ liệu không có «{1}» mà mẫu cần{2}", "điền vào dữ liệu, hoặc trong mẫu viết vb:default({1}, '') nếu được phép vắng", \
  "the data has no '{1}', which the template needs{2}", "add it to the data; if it may be absent, write vb:default({1}, '') in the template") \
M(NEED_MISSING, ERROR, \
  "dữ liệu thiếu «{1}» ({2}){5}", "mẫu này cần trường đó: viết {3} vào <{4}>", \
  "the data has no '{1}' ({2}){5}", "the template needs this field: write {3} into <{4}>") \
M(CSV_EMPTY_CELL, ERROR, \
  "ô trống: cột «{1}», dòng {2}, mà mẫu cần «{3}» ({4})", "điền vào ô; nếu được phép trống thì trong mẫu ghi required=\"no\"", \
  "an empty cell: column '{1}', line {2}; the template needs '{3}' ({4})", "fill it in; if it may be empty, say required=\"no\" in the template") \
M(CSV_NO_COLUMN, ERROR, \
  "không cột nào của tệp này là «{1}» ({2})", "thêm cột ấy; cột có tên khác thì ghi <field column=\"TÊN CỘT\" name=\"{3}\"/> trong <csv>", \
  "no column of this file is '{1}' ({2})", "add the column; if it has another name, say <field column=\"ITS NAME\" name=\"{3}\"/> in the <csv>") \
M(FIELD_UNKNOWN, ERROR, \
  "loại văn bản này không có trường «{1}»{2}", "sửa tên, hoặc khai báo <need path=\"fields/field[@name='{1}']\"> trong mẫu", \
  "this type of document has no field '{1}'{2}", "correct the name, or declare <need path=\"fields/field[@name='{1}']\"> in the template") \
M(NUMBER_IMPOSSIBLE, ERROR, \
  "phép tính «{1}» không có kết quả in được (chia cho 0, có chỗ không phải số, hoặc quá 15 chữ số)", "sửa dữ liệu, hoặc trong mẫu viết vb:default({1}, '-') hay default=\"-\" của cột; số lớn ghép vào chữ thì viết vb:number(...)", \
  "the calculation '{1}' has no result that can be printed (division by 0, something that is not a number, or more than 15 digits)", "correct the data; or in the template write vb:default({1}, '-'), or default=\"-\" on the column; for a large number among words write vb:number(...)") \
M(NEED_PATH, ERROR, \
  "path=\"{1}\" không phải đường dẫn gồm các tên", "viết data/xa, data/xa/@ten hoặc fields/field[@name='dia-diem']", \
  "path=\"{1}\" is not a path of names", "write data/xa, data/xa/@ten or fields/field[@name='dia-diem']") \
M(SAMPLE_PATH, ERROR, \
  "path=\"{1}\": dữ liệu không có «{2}» ở đó{3}", "viết đường dẫn từ văn bản: signatures/signature/position, code/@notation, data/xa/@ten (đã khai báo ở needs)", \
  "path=\"{1}\": the data has no '{2}' there{3}", "write the path from the document element: signatures/signature/position, code/@notation, data/xa/@ten (declared in needs)") \
M(SAMPLE_OVER, ERROR, \
  "«{1}» đã có, và có thể đã được sửa", "ghi ra tệp khác bằng -o; nếu đúng là muốn thay tệp này, thêm --force", \
  "'{1}' already exists and may have been edited", "write to another file with -o; if you really want to replace it, add --force") \
M(SAMPLE_TYPE, ERROR, \
  "mẫu «{1}» không ghi loại văn bản nào (for)", "ghi loại trước mẫu: vanban sample thong-bao -t {1}.xml", \
  "the template '{1}' does not name a document type (for)", "give the type before the template: vanban sample thong-bao -t {1}.xml") \
M(NUMBER_AMBIGUOUS_VI, NOTE, \
  "«{1}» được đọc là số có ba chữ số thập phân, nhưng có thể là hàng nghìn", "hàng nghìn thì viết dấu chấm, vì dữ liệu ghi numbers=\"vi\"; đúng là số thập phân thì để nguyên", \
  "'{1}' is read as a number with three decimals, but may be meant as thousands", "for thousands write a point, because the data says numbers=\"vi\"; if it is a decimal fraction, leave it") \
M(NUMBER_AMBIGUOUS, WARNING, \
  "«{1}» được đọc là số lẻ, nhưng có thể là hàng nghìn", "viết 1247 hoặc 1.2470; nếu dấu chấm tách hàng nghìn thì ghi <data numbers=\"vi\">", \
  "'{1}' is read as a decimal fraction, but may be meant as thousands", "write 1247 or 1.2470; if the point separates thousands, write <data numbers=\"vi\">") \
M(NEED_UNKNOWN, WARNING, \
  "<needs> của mẫu không có «{1}», nên «{3}» không lên trang nào{2}", "sửa tên trong dữ liệu, hoặc khai báo nó trong <needs>", \
  "the template's <needs> has no '{1}', so '{3}' stands on no page{2}", "correct the name in the data, or declare it in <needs>") \
M(BRACES_IN_DATA, WARNING, \
  "«{1}» trong dữ liệu được in nguyên như vậy", "biểu thức {...} chỉ dùng trong mẫu", \
  "'{1}' in the data is printed as is", "expressions in {...} work only in templates") \
M(DATA_UNSEEN, WARNING, \
  "<{1}> ({2}) không được in ra: mẫu không có chỗ cho nó", "dùng mẫu có chỗ cho nó, thêm vào mẫu, hoặc bỏ khỏi dữ liệu", \
  "<{1}> ({2}) is not printed: the template has no place for it", "use a template that has a place for it, add one to the template, or remove it from the data") \
M(MARK_MADE, WARNING, \
  "<{1}> đã có dấu «{2}» ở cuối; dấu này do mẫu tạo ra", "xóa dấu ở cuối", \
  "<{1}> already ends with '{2}', which the template adds itself", "delete the mark at the end") \
M(MARK_FRONT, WARNING, \
  "<{1}> bắt đầu bằng «{2}»; gạch đầu dòng do mẫu tạo ra", "xóa gạch ở đầu", \
  "<{1}> begins with '{2}', a dash that the template makes", "delete the dash") \
M(NAMESPACE, ERROR, \
  "<{1}> có xmlns; ngôn ngữ này không dùng không gian tên", "xóa xmlns", \
  "<{1}> has an xmlns; this language does not use namespaces", "delete the xmlns") \
M(NUMBER_NONE, ERROR, \
  "«{1}» không phải số", "viết 1247 hoặc 96.5; nếu là 1.247 và 96,5 thì ghi <data numbers=\"vi\">", \
  "'{1}' is not a number", "write 1247 or 96.5; for 1.247 and 96,5, write <data numbers=\"vi\">") \
M(NUMBER_NONE_VI, ERROR, \
  "«{1}» không phải số viết theo cách Việt Nam", "viết 1.247 và 96,5, vì dữ liệu ghi numbers=\"vi\"", \
  "'{1}' is not a number in Vietnamese notation", "write 1.247 and 96,5, because the data says numbers=\"vi\"") \
M(NEED_EMPTY, ERROR, \
  "«{1}» ({2}) để trống", "điền vào; nếu được phép trống thì trong mẫu ghi required=\"no\"", \
  "'{1}' ({2}) is empty", "fill it in; if it may be empty, write required=\"no\" in the template") \
M(FIELD_TWICE, ERROR, \
  "trường «{1}» đã có ở dòng {2}", "mỗi trường ghi một lần", \
  "the field '{1}' is already given in line {2}", "give each field once") \
M(LEVEL_NONE, ERROR, \
  "mẫu không có <level of=\"{1}\"> cho phần tử này", "thêm một level vào mẫu", \
  "the template has no <level of=\"{1}\"> for this element", "add a level to the template") \
M(CELLS_TOO_MANY, ERROR, \
  "các ô của hàng này chiếm {1} cột, bảng chỉ có {2} cột", "bỏ bớt ô, giảm colspan, hoặc thêm <column>", \
  "the cells of this row take up {1} columns, but the table has only {2}", "remove cells, lower a colspan, or add a <column>") \
M(CELLS_TOO_FEW, ERROR, \
  "các ô của hàng này chiếm {1} cột, bảng có {2} cột", "thêm ô trống <cell/> cho đủ", \
  "the cells of this row take up {1} columns, but the table has {2}", "add empty cells <cell/>") \
M(CELLS_OVERLAP, ERROR, \
  "ô này đè lên ô gộp từ hàng trên ở cột {1}", "giảm colspan của ô này hoặc rowspan của ô phía trên", \
  "this cell overlaps a merged cell from the row above, in column {1}", "reduce the colspan of this cell or the rowspan of the one above") \
M(ENDING_NONE, WARNING, \
  "nội dung không kết thúc bằng đoạn văn nên không có chỗ cho «{1}»", "thêm một đoạn văn cuối", \
  "the text does not end with a paragraph, so there is no place for '{1}'", "end it with a paragraph") \
M(SPAN_TOO_LONG, ERROR, \
  "rowspan=\"{1}\" vượt quá số hàng còn lại", "giảm rowspan", \
  "rowspan=\"{1}\" goes beyond the remaining rows", "reduce rowspan") \
M(TOO_LARGE, ERROR, \
  "vượt quá giới hạn {1}", "chia tài liệu thành nhiều phần; là mẫu thì bớt lồng nhau", \
  "the limit of {1} is exceeded", "split the document; if it is a template, nest less") \
M(LIMIT, ERROR, \
  "vượt quá giới hạn: {1}", "nếu tài liệu đúng là như vậy thì tăng giới hạn: --limit {2}=...; với dữ liệu từ bên ngoài thì để nguyên", \
  "limit exceeded: {1}", "if the document is really like this, raise the limit: --limit {2}=...; leave it alone for untrusted data") \
M(SANDBOX_NONE, ERROR, \
  "nhân Linux của máy này không dựng được lớp bảo vệ cho {1}: {2}", "cần Linux từ 5.13, có bật Landlock và seccomp; --sandbox=best-effort thì chạy với những gì có được", \
  "the Linux kernel of this machine cannot provide the sandbox for {1}: {2}", "Linux 5.13 or later with Landlock and seccomp enabled is needed; --sandbox=best-effort continues with whatever is available") \
M(SANDBOX_PARTLY, WARNING, \
  "không có lớp bảo vệ cho {1}: {2}", "dữ liệu từ bên ngoài nên xử lý trên máy có Linux từ 5.13, bật Landlock và seccomp", \
  "no sandbox for {1}: {2}", "process untrusted data on a machine with Linux 5.13 or later, with Landlock and seccomp enabled") \
M(TIME_OVER, ERROR, \
  "quá {1} giây mà chưa xong nên đã dừng", "kiểm tra xem mẫu có lặp quá nhiều không; hoặc tăng giới hạn: --limit seconds=...", \
  "not finished after {1} seconds, so it was stopped", "check whether the template repeats too much; or raise the limit: --limit seconds=...") \
/* pictures */ \
M(IMAGE_UNREADABLE, ERROR, \
  "không đọc được ảnh «{1}», tìm ở {2}: {3}", "đường dẫn của ảnh tính từ thư mục của tệp ghi nó", \
  "the picture '{1}' cannot be read (looked for at {2}): {3}", "the path of a picture is relative to the folder of the file that names it") \
M(IMAGE_OUTSIDE, ERROR, \
  "ảnh «{1}» nằm ngoài thư mục {2}", "chép ảnh vào thư mục này; đường dẫn tuyệt đối và địa chỉ mạng không được chấp nhận", \
  "the picture '{1}' is outside the folder {2}", "copy the picture there; absolute paths and web addresses are refused") \
M(IMAGE_KIND, ERROR, \
  "«{1}» không phải ảnh PNG hay JPEG", "lưu ảnh ở một trong hai định dạng này", \
  "'{1}' is neither a PNG nor a JPEG", "save the picture in one of these formats") \
M(IMAGE_BROKEN, ERROR, \
  "ảnh «{1}» bị hỏng: {2}", "thay bằng tệp ảnh nguyên vẹn, hoặc mở ra rồi lưu lại", \
  "the picture '{1}' is damaged: {2}", "replace it with an intact file, or open it and save it again") \
M(IMAGE_COLOURS, ERROR, \
  "ảnh JPEG «{1}» là loại không dùng được: {2}", "lưu lại ảnh ở dạng màu RGB hoặc thang xám", \
  "the JPEG '{1}' is of a kind that cannot be used: {2}", "save the picture again as RGB or grayscale") \
M(IMAGE_BYTES, ERROR, \
  "tệp ảnh «{1}» lớn hơn giới hạn {2}", "thu nhỏ ảnh, lưu với độ nén cao hơn, hoặc tăng giới hạn: --limit picture-bytes=...", \
  "the picture file '{1}' is larger than the limit of {2}", "reduce the picture, compress it more, or raise the limit: --limit picture-bytes=...") \
M(IMAGE_PIXELS, ERROR, \
  "ảnh «{1}» có {2} x {3} điểm ảnh, giới hạn là {4}", "thu nhỏ ảnh (in rõ chỉ cần 300 điểm trên một inch), hoặc tăng giới hạn: --limit picture-pixels=...", \
  "the picture '{1}' has {2} x {3} pixels; the limit is {4}", "reduce it (300 pixels per inch are enough for print), or raise the limit: --limit picture-pixels=...") \
M(IMAGES_PIXELS, ERROR, \
  "với «{1}», các ảnh của tài liệu có hơn {2} điểm ảnh", "thu nhỏ các ảnh, hoặc tăng giới hạn: --limit pictures-pixels=...", \
  "with '{1}', the pictures of the document have more than {2} pixels", "reduce the pictures, or raise the limit: --limit pictures-pixels=...") \
M(IMAGE_TOO_WIDE, ERROR, \
  "ảnh «{2}» rộng hơn cột {1} mm", "giảm width, hoặc bỏ width để ảnh tự vừa cột", \
  "the picture '{2}' is {1} mm wider than its column", "reduce width, or remove width and the picture will fit the column") \
M(IMAGE_TOO_TALL, ERROR, \
  "ảnh «{2}» cao hơn trang {1} mm", "đặt width nhỏ hơn", \
  "the picture '{2}' is {1} mm taller than the page", "set a smaller width") \
/* fonts and setting */ \
M(FONT_NONE, ERROR, \
  "không có phông nào trong «{1}»", "cài fonts-liberation2, hoặc chép tệp phông vào thư mục fonts", \
  "none of the fonts '{1}' is available", "install fonts-liberation2, or put the font files into the folder fonts") \
M(FONT_BROKEN, ERROR, \
  "không đọc được tệp phông «{1}»", "thay bằng tệp phông nguyên vẹn", \
  "the font file '{1}' cannot be read", "replace it with an intact file") \
M(FONT_SUBSTITUTE, NOTE, \
  "không có phông {1}; dùng {2}, cùng độ rộng chữ", "nếu cần đúng phông này thì chép tệp phông {1} vào {3}", \
  "the font {1} is not available; {2} is used, which has the same character widths", "if exactly this font is needed, put the font files of {1} into {3}") \
M(GLYPH_MISSING, ERROR, \
  "phông {1} không có chữ {2} ({3}){4}", "thay bằng chữ khác, hoặc trong mẫu ghi thêm một phông có chữ đó ở <style font=...>", \
  "the font {1} has no character {2} ({3}){4}", "use another character, or in the template add a font that has it to <style font=...>") \
M(GLYPH_FALLBACK, NOTE, \
  "chữ {2} ({3}) không có trong {1}, lấy từ phông khác của style", "sửa chữ này nếu gõ nhầm", \
  "the character {2} ({3}) is not in {1}; it is taken from another font of the style", "correct the character if it is a typing error") \
M(LINE_OVERFULL, ERROR, \
  "dòng tràn ra ngoài {1} mm: «{2}»", "thêm chỗ ngắt (dấu cách), giảm cỡ chữ hoặc tăng độ rộng", \
  "a line is too wide by {1} mm: '{2}'", "add a place to break (a space), use a smaller type size or more width") \
M(LINES_EXCEEDED, ERROR, \
  "đoạn này có {1} dòng, kiểu «{2}» cho phép {3}", "rút ngắn câu chữ hoặc giảm cỡ chữ", \
  "this paragraph has {1} lines; its style '{2}' allows {3}", "shorten the text or use a smaller type size") \
M(FIT_FAILED, ERROR, \
  "phần này không vừa: còn thiếu {1} mm, đã thử {2} cách", "rút ngắn câu chữ, hoặc thêm <try> vào mẫu", \
  "this block does not fit: {1} mm are missing, {2} variants were tried", "shorten the text, or add a <try> to the template") \
M(TABLE_TOO_WIDE, ERROR, \
  "bảng rộng hơn khổ chữ {1} mm", "giảm độ rộng cột, dùng kiểu chữ nhỏ hơn trong table-style, hoặc đặt bảng trên trang ngang (orientation=\"landscape\")", \
  "the table is {1} mm wider than the text area", "narrow the columns, use a text style with smaller type in the table-style, or put the table on landscape pages (orientation=\"landscape\")") \
M(DECIMAL_NARROW, WARNING, \
  "cột {2} hẹp hơn các số của nó {1} mm: dấu phẩy không thẳng hàng", "tăng độ rộng cột", \
  "column {2} is {1} mm too narrow for its figures: the decimal commas are not aligned", "widen the column") \
M(BLOCK_TOO_TALL, ERROR, \
  "khối này cao hơn trang {1} mm", "chia khối thành nhiều phần", \
  "this block is {1} mm taller than the page", "split the block") \
M(OFF_PAPER, ERROR, \
  "phần này nằm ngoài tờ giấy {1} mm (trang {2})", "kiểm tra lề, thụt dòng và độ rộng trong mẫu", \
  "this part is {1} mm off the paper (page {2})", "check the margins, indents and widths in the template") \
M(NO_PAGES, ERROR, \
  "mẫu không tạo ra trang nào", "đặt nội dung vào <pages>", \
  "the template produces no pages", "put content into <pages>") \
M(WORD_BROKEN, WARNING, \
  "từ «{1}» rộng hơn cột nên bị ngắt ở giữa", "kiểm tra chỗ ngắt, hoặc mở rộng cột", \
  "the word '{1}' is wider than its column and was broken", "check where it is broken, or widen the column") \
M(LINE_LOOSE, WARNING, \
  "dòng quá thưa (khoảng trắng gấp {1} lần): «{2}»", "đổi câu chữ hoặc độ rộng", \
  "a line is too loose (spaces {1} times as wide): '{2}'", "change the text or the width") \
M(NAME_TWICE, WARNING, \
  "họ tên người ký «{1}» xuất hiện {2} lần trong văn bản", "phần mềm ký số tìm vị trí ký theo họ tên; chỉ nên để một chỗ", \
  "the signer's name '{1}' occurs {2} times in the document", "signing software finds the place to sign by the name; let it occur only once") \
M(NAME_SHARED, WARNING, \
  "{2} người ký cùng họ tên «{1}»", "phần mềm ký số tìm vị trí theo họ tên không phân biệt được; ký theo tên trường, xem --signature-map", \
  "{2} signers have the same name '{1}'", "software that finds the place to sign by the name cannot tell them apart; sign by field name, see --signature-map") \
M(NAME_SPLIT, WARNING, \
  "họ tên người ký «{1}» không nằm liền trên một dòng", "phần mềm ký số tìm vị trí ký theo họ tên; mở rộng ô ký hoặc dùng cỡ chữ nhỏ hơn", \
  "the signer's name '{1}' is not in one piece on one line", "signing software finds the place to sign by the name; make the signature box wider or the type smaller") \
M(FIELD_NAME_TWICE, ERROR, \
  "tên trường ký «{1}» đã dùng ở trang {2} ({3})", "đặt name khác cho từng trường: phần mềm ký số gọi trường theo tên; chữ ngoài a-z, 0-9, - và _ thành _", \
  "the signature field name '{1}' is already used on page {2} ({3})", "give every field its own name: signing software refers to fields by name; characters other than a-z, 0-9, - and _ become _") \
M(LATE_TOO_WIDE, ERROR, \
  "số trang «{2}» rộng hơn chỗ chừa cho nó {1} mm", "tăng width, hoặc bỏ width để chỗ vừa với số", \
  "the page number '{2}' is {1} mm wider than the space reserved for it", "increase width, or remove width and the space will fit the number") \
M(REF_NO_PAGE, ERROR, \
  "phần tử mang id=\"{1}\" không nằm trên trang nào, nên không có số trang", "đặt id cho phần tử được in ra: mục, điều, đoạn, bảng, hình, phụ lục", \
  "the element with id=\"{1}\" is not on any page, so it has no page number", "put the id on something that is printed: a section, article, paragraph, table, figure, appendix") \
M(CONTENTS_EMPTY, WARNING, \
  "mục lục không có dòng nào: không kiểu nào của văn bản có outline từ 1 đến {1}", "đặt outline cho kiểu của tiêu đề, hoặc tăng levels", \
  "the table of contents is empty: no style in the document has an outline from 1 to {1}", "set outline on the styles of the headings, or increase levels") \
M(PAGES_UNSETTLED, WARNING, \
  "số trang vẫn thay đổi sau {1} lượt dàn trang; vài số in ra có thể sai", "đặt width cho <page-number>, hoặc ngắt trang ở chỗ khác", \
  "the page numbers still change after {1} layout passes; some of the printed ones may be wrong", "set a width on <page-number>, or break pages elsewhere") \
M(NOTE_LATE, WARNING, \
  "chú thích {1} không còn chỗ trên trang {2} có dấu của nó, phải bắt đầu ở trang sau", "rút ngắn các chú thích đứng cùng dòng", \
  "footnote {1} has no room on page {2}, where its mark is, and has to start on the next page", "shorten the footnotes of that line") \
M(HEAD_NOTE_BY_PAGE, ERROR, \
  "chú thích của đầu bảng không lặp lại được ở mỗi trang khi số chạy theo trang", "ghi head-notes=\"once\", hoặc restart=\"document\" hay \"pages\" cho <footnotes>", \
  "a footnote in a table head cannot be repeated on every page while footnotes are numbered per page", "write head-notes=\"once\", or restart=\"document\" or \"pages\" on <footnotes>") \
M(KEEP_BROKEN, NOTE, \
  "trang {1} phải ngắt ở chỗ đáng lẽ giữ liền", "khối liền nhau cao hơn một trang", \
  "page {1} had to be broken where the content should be kept together", "the content to be kept together is taller than a page") \
M(SAME_PLACE, WARNING, \
  "chữ ký ở trang {4} không đứng được ở độ cao {1} mm, chỉ từ {2} đến {3} mm; nó ở nguyên {2} mm", "đặt chữ ký riêng cho tệp này, hoặc chọn độ cao mà nó đứng được", \
  "the signatures on page {4} cannot be placed at {1} mm, only from {2} to {3} mm; they stay at {2} mm", "place the signature of this file separately, or choose a height it can take") \
M(SAME_PLACE_NONE, WARNING, \
  "văn bản không có chữ ký nào đứng được ở độ cao chung", "ghi same-place=\"yes\" cho <keep> chứa các trường chữ ký trong mẫu; văn bản không có người ký thì để ngoài lô", \
  "the document has no signature that can be moved to the common height", "write same-place=\"yes\" on the template's <keep> that holds the signature fields; leave documents without signers out of the batch") \
M(MESSAGES_MORE, NOTE, \
  "còn {1} thông báo nữa không in ra", "sửa các lỗi trên rồi chạy lại", \
  "{1} more messages are not shown", "correct the errors above and run again")

/* Why a file could not be read or written: errno's commonest words. */
#define FILE_ERRORS(E) \
E(ENOENT, "không có tệp hoặc thư mục này", "no such file or folder") \
E(EACCES, "không có quyền", "permission denied") \
E(EPERM, "không được phép", "not permitted") \
E(EISDIR, "đây là một thư mục", "it is a folder") \
E(ENOTDIR, "đường dẫn đi qua một tệp không phải thư mục", "the path goes through something that is not a folder") \
E(ENOSPC, "đĩa đã đầy", "the disk is full") \
E(EDQUOT, "hết hạn mức đĩa", "the disk quota is exceeded") \
E(EROFS, "đĩa chỉ cho đọc", "the disk is read-only") \
E(EPIPE, "bên nhận đã đóng", "the receiving end has closed") \
E(EIO, "đĩa hỏng hoặc mất kết nối", "input/output error") \
E(ELOOP, "liên kết trỏ vòng quanh", "too many levels of symbolic links") \
E(ESPIPE, "không phải tệp thường", "it is not a regular file") \
E(ENOSYS, "nhân Linux này không hỗ trợ", "this kernel does not support it") \
E(EOPNOTSUPP, "đang tắt trên máy này", "it is disabled on this machine")
/* clang-format on */

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

#define MESSAGE_ENUM(name, level, vi, vi_hint, en, en_hint) MSG_##name,
enum message { MESSAGES(MESSAGE_ENUM) MESSAGE_COUNT };

enum lang { LANG_VI, LANG_EN };

struct message_row {
    const char *code;
    enum severity severity;
    const char *text[2], *hint[2]; /* by enum lang */
};
extern const struct message_row messages[MESSAGE_COUNT];

#endif
