/* grammar_template.c - the template language. Attributes and text may hold
 * {XPath}; a value with braces is checked when it is known.                       */
#include "read/grammar/grammar.h"

#include "base/unit.h"

#define LATE "page-number* page-count* leader* "
#define INLINE "span* b* i* u* sup* sub* br* a* ref* fn* field* " LATE "for-each* if* choose* slot* inherited? "
#define BLOCKS "p* rule* image* grid* box* table* fit* keep* field* content* contents* slot* inherited? for-each* if* choose* "
#define FLOW BLOCKS "span* b* i* u* sup* sub* br* a* ref* fn* " LATE "row* cell* rows* totals* pages* #text"
#define A(rows) rows, LENGTH(rows)
#define BEFORE { "before", VALUE_LENGTH, false, NULL, 0, PT(400), "khoảng cách phía trên", "space above", "0pt" }
#define OWN_BEFORE { "before", VALUE_LENGTH, false, NULL, 0, PT(400), "khoảng cách phía trên, thay cho của kiểu", "space above, overriding the style" }
#define ALIGN_(otherwise) { "align", VALUE_CHOICE, false, "left center right justify", 0, 0, "canh lề", "alignment", otherwise }
#define ALIGN ALIGN_(NULL)
#define ROLE { "role", VALUE_NAME, false, NULL, 0, 0, "thành phần thể thức (o1..o14)", "component of the decree's layout diagram (o1..o14)" }
#define NAME(of, vi, en) { "name", VALUE_NAME, true, of, 0, 0, vi, en }
#define ROOM { "width", VALUE_LENGTH, false, NULL, MM(1), MM(50), "chỗ chừa cho số trang, số đứng ở bên phải; không ghi thì vừa số", "space reserved for the page number, right-aligned in it; default: as wide as the number" }
#define ENDING { "ending", VALUE_TEXT, false, NULL, 0, 0, "dấu kết thúc sau chữ cuối, thay dấu chấm đang có", "closing mark after the last word, replacing a full stop" }
#define STYLE { "style", VALUE_OF, true, "style", 0, 0, "kiểu", "style" }

/* clang-format off */
static const struct attr_rule template_attrs[] = {
    NAME(NULL, "tên mẫu", "name of the template"),
    { "extends", VALUE_NAME, false, NULL, 0, 0, "mẫu gốc", "base template" },
    { "for", VALUE_TEXT, false, NULL, 0, 0, "các loại văn bản dùng mẫu này", "document types that use this template" },
    { "title", VALUE_TEXT, false, NULL, 0, 0, "tên để đọc", "human-readable title" },
    { "each", VALUE_XPATH, false, NULL, 0, 0, "các bản ghi, mỗi bản ghi một văn bản ($record)", "the records, one document each ($record)" },
    { "file", VALUE_TEXT, false, NULL, 0, 0, "tên tệp của một bản ghi, không có đuôi", "file name for a record, without extension" },
    { "version", VALUE_NUMBER, false, NULL, 1, 999, "phiên bản của ngôn ngữ mẫu", "version of the template language" },
};
static const struct attr_rule set_attrs[] = {
    NAME("set", "tên giá trị", "name of the setting"),
    { "value", VALUE_TEXT, true, NULL, 0, 0, "giá trị", "value" },
    { "lang", VALUE_CHOICE, false, "vi en", 0, 0, "chỉ cho ngôn ngữ này", "for this language only" },
    { "help", VALUE_TEXT, false, NULL, 0, 0, "giải thích", "explanation" },
};
static const struct attr_rule meta_attrs[] = {
    { "title", VALUE_TEXT, false, NULL, 0, 0, "tiêu đề của PDF", "title of the PDF" },
    { "author", VALUE_TEXT, false, NULL, 0, 0, "tác giả của PDF", "author of the PDF" },
    { "subject", VALUE_TEXT, false, NULL, 0, 0, "chủ đề của PDF", "subject of the PDF" },
    { "type", VALUE_TEXT, false, NULL, 0, 0, "tên loại văn bản, cho danh sách của batch; không ghi vào PDF", "name of the document type, for the lists of batch; not written to the PDF" },
};
static const struct attr_rule need_attrs[] = {
    { "path", VALUE_TEXT, true, NULL, 0, 0, "đường dẫn trong dữ liệu; fields/field: mọi trường riêng", "path in the data; fields/field: all fields, whatever their names" },
    { "label", VALUE_TEXT, true, NULL, 0, 0, "tên trường", "name of the field" },
    { "kind", VALUE_CHOICE, false, "element text number date", 0, 0, "loại giá trị", "kind of value", "text" },
    { "required", VALUE_YESNO, false, NULL, 0, 0, "bắt buộc", "required", "yes" },
};
static const struct attr_rule check_attrs[] = {
    NAME(NULL, "mã in cùng thông báo; mã của mẫu gốc, của chương trình (cảnh báo, ghi chú), hay một quy tắc của check (R54): đổi điều ở đây ghi", "code printed with the message; one of the base's, of a warning or note of the program, or a rule of check (R54): what is given here is changed"),
    { "select", VALUE_XPATH, false, NULL, 0, 0, "các nút được kiểm tra, tính từ văn bản", "nodes to check, relative to the document" },
    { "test", VALUE_XPATH, false, NULL, 0, 0, "điều phải đúng ở mỗi nút", "condition that each of them must satisfy" },
    { "severity", VALUE_CHOICE, false, "error warning note off", 0, 0, "mức độ; off: không kiểm tra", "severity; off: not checked", "warning" },
    { "clause", VALUE_TEXT, false, NULL, 0, 0, "điều khoản quy định như vậy, in sau cách sửa", "clause that requires it, printed after the hint" },
};
static const struct attr_rule sample_attrs[] = {
    { "path", VALUE_FILLED, true, NULL, 0, 0, "đường dẫn trong dữ liệu: có phần tử hay thuộc tính ấy; body/chapter/article: các cấp của nội dung", "path in the data: makes that element or attribute; body/chapter/article: the levels of the text" },
    { "value", VALUE_TEXT, false, NULL, 0, 0, "chữ của nó; | giữa các chữ dùng lần lượt, || sang phần tử bao ngoài kế tiếp; để trống: không có", "its text; alternatives separated by | are used in turn, || moves on to the next enclosing element; empty: none" },
    { "for", VALUE_TEXT, false, NULL, 0, 0, "chỉ cho các loại văn bản này", "only for these document types" },
    { "length", VALUE_CHOICES, false, "short long extreme", 0, 0, "chỉ cho các độ dài này", "only for these lengths" },
};
static const struct attr_rule control_attrs[] = {
    { "label", VALUE_FILLED, true, NULL, 0, 0, "tên của số, in trong thông báo", "name of the figure, used in messages" },
    { "part", VALUE_XPATH, true, NULL, 0, 0, "số của mỗi bản ghi, tính từ bản ghi", "figure of each record, relative to the record" },
    { "whole", VALUE_XPATH, true, NULL, 0, 0, "số chung, tính từ văn bản", "overall figure, relative to the document" },
};
static const struct attr_rule say_attrs[] = {
    { "lang", VALUE_CHOICE, true, "vi en", 0, 0, "ngôn ngữ của thông báo (--lang)", "language of the message (--lang)" },
    { "hint", VALUE_TEXT, true, NULL, 0, 0, "cách sửa", "how to fix it" },
};
static const struct attr_rule page_attrs[] = {
    NAME("page", "tên khổ trang", "name of the page"),
    { "base", VALUE_OF, false, "page", 0, 0, "khổ trang gốc", "base page" },
    { "size", VALUE_CHOICE, false, "A4", 0, 0, "khổ giấy", "paper size", "A4" },
    { "orientation", VALUE_CHOICE, false, "portrait landscape", 0, 0, "hướng giấy", "orientation", "portrait" },
    { "mirror", VALUE_YESNO, false, NULL, 0, 0, "trang chẵn đổi lề trái và phải (in hai mặt)", "even pages swap left and right margins (for two-sided printing)", "no" },
    { "top", VALUE_LENGTH, false, NULL, PT(14), MM(100), "lề trên", "top margin", "20mm" },
    { "bottom", VALUE_LENGTH, false, NULL, PT(14), MM(100), "lề dưới", "bottom margin", "20mm" },
    { "left", VALUE_LENGTH, false, NULL, 0, MM(90), "lề trái", "left margin", "30mm" },
    { "right", VALUE_LENGTH, false, NULL, 0, MM(90), "lề phải", "right margin", "20mm" },
};
static const struct attr_rule running_attrs[] = {
    { "at", VALUE_CHOICE, true, "top bottom", 0, 0, "ở lề trên hay dưới", "in which margin" },
    { "on", VALUE_CHOICE, true, "first rest all", 0, 0, "trên những trang nào", "on which pages" },
    { "edge", VALUE_LENGTH, false, NULL, 0, MM(90), "khoảng cách đến mép giấy", "distance from the edge of the paper", "10mm" },
};
static const struct attr_rule style_attrs[] = {
    NAME("style", "tên kiểu", "name of the style"),
    { "base", VALUE_OF, false, "style", 0, 0, "kiểu gốc", "base style" },
    { "font", VALUE_TEXT, false, NULL, 0, 0, "các phông, theo thứ tự ưu tiên", "fonts, in order of preference", "Times New Roman, Liberation Serif" },
    { "size", VALUE_LENGTH, false, NULL, PT(4), PT(72), "cỡ chữ", "size", "14pt" },
    { "line", VALUE_LINE, false, NULL, 800, 3000, "giãn dòng: số lần, hoặc độ dài", "line spacing: a multiple, or a length", "1" },
    { "bold", VALUE_YESNO, false, NULL, 0, 0, "đậm", "bold", "no" },
    { "italic", VALUE_YESNO, false, NULL, 0, 0, "nghiêng", "italic", "no" },
    { "underline", VALUE_YESNO, false, NULL, 0, 0, "gạch chân", "underlined", "no" },
    { "case", VALUE_CHOICE, false, "normal upper", 0, 0, "in hoa", "capitals", "normal" },
    { "colour", VALUE_COLOUR, false, NULL, 0, 0, "màu", "colour", "#000000" },
    ALIGN_("left"),
    { "first", VALUE_LENGTH, false, NULL, -MM(100), MM(100), "thụt dòng đầu", "first-line indent", "0mm" },
    { "left", VALUE_LENGTH, false, NULL, 0, MM(150), "thụt trái", "left indent", "0mm" },
    { "right", VALUE_LENGTH, false, NULL, 0, MM(150), "thụt phải", "right indent", "0mm" },
    BEFORE,
    { "stretch", VALUE_LENGTH, false, NULL, 0, PT(40), "khoảng cách phía trên được giãn thêm nhiều nhất, khi nhờ đó trang đầy đến lề dưới", "most that the space above may be stretched, if this fills the page to the bottom margin", "0pt" },
    { "after", VALUE_LENGTH, false, NULL, 0, PT(400), "khoảng cách phía dưới", "space below", "0pt" },
    { "wrap", VALUE_CHOICE, false, "fill balance whole", 0, 0, "cách chia dòng: đầy dòng, các dòng đều nhau, chữ của <span> trọn trên một dòng khi đủ chỗ", "how lines are broken: full lines, lines of equal length, or the text of a <span> kept on one line if there is room", "fill" },
    { "lines", VALUE_NUMBER, false, NULL, 1, 99, "số dòng tối đa", "maximum number of lines" },
    { "hold", VALUE_TEXT, false, NULL, 0, 0, "cụm từ không tách, cách nhau bằng dấu chấm phẩy; * ở cuối là tên riêng, hoặc từ, đứng sau", "phrases not to be broken, separated by semicolons; a final * stands for the following proper name (capitalised words), or the following word" },
    { "tie", VALUE_TEXT, false, NULL, 0, 0, "từ gắn với số đi sau", "words kept together with the number that follows" },
    { "units", VALUE_TEXT, false, NULL, 0, 0, "từ gắn với số đứng trước", "words kept together with the number before them" },
    { "break-after", VALUE_TEXT, false, NULL, 0, 0, "dấu được phép ngắt dòng ở sau", "marks after which a line may be broken" },
    { "keep-next", VALUE_YESNO, false, NULL, 0, 0, "giữ liền với đoạn sau", "kept together with the next paragraph", "no" },
    { "outline", VALUE_NUMBER, false, NULL, 1, 6, "cấp trong mục lục", "level in the outline and table of contents" },
    { "outline-join", VALUE_TEXT, false, NULL, 0, 0, "đứng ngay dưới một tiêu đề khác thì chung một dòng mục lục với nó, sau dấu này và một dấu cách", "directly below another heading, shares its outline entry, after this mark and a space" },
};
static const struct attr_rule table_style_attrs[] = {
    NAME("table-style", "tên kiểu bảng", "name of the table style"),
    { "border", VALUE_LENGTH, false, NULL, 0, PT(6), "độ dày đường kẻ", "line thickness", "0.5pt" },
    { "padding-x", VALUE_LENGTH, false, NULL, 0, MM(20), "khoảng trống trái phải trong ô", "space left and right in a cell", "1.5mm" },
    { "padding-y", VALUE_LENGTH, false, NULL, 0, MM(20), "khoảng trống trên dưới trong ô", "space above and below in a cell", "1mm" },
    { "before", VALUE_LENGTH, false, NULL, 0, PT(400), "khoảng cách phía trên", "space above", "0pt" },
    { "lines", VALUE_CHOICE, false, "all rows frame none", 0, 0, "đường kẻ: mọi cạnh, chỉ đường ngang, chỉ khung ngoài, không kẻ", "lines drawn: all sides, only horizontal lines, only the outer frame, none", "all" },
    { "valign", VALUE_CHOICE, false, "top middle bottom", 0, 0, "vị trí trên dưới của chữ trong ô", "vertical position of the text in cells", "middle" },
    { "head-notes", VALUE_CHOICE, false, "once each", 0, 0, "chú thích của đầu bảng: một lần ở trang đầu, hay ở mỗi trang lặp lại đầu bảng", "footnotes of the head: once, on its first page, or on each page where the head is repeated", "once" },
    { "text", VALUE_OF, false, "style", 0, 0, "kiểu chữ trong ô", "text style of the cells" },
    { "head", VALUE_OF, false, "style", 0, 0, "kiểu chữ đầu bảng", "text style of the head" },
    { "group", VALUE_OF, false, "style", 0, 0, "kiểu chữ hàng nhóm", "text style of group rows" },
    { "total", VALUE_OF, false, "style", 0, 0, "kiểu chữ hàng tổng", "text style of total rows" },
    { "unit", VALUE_OF, false, "style", 0, 0, "kiểu chữ dòng đơn vị tính", "text style of the line with the unit" },
};
static const struct attr_rule level_attrs[] = {
    { "of", VALUE_CHOICE, true, "part chapter section article clause point item p table figure note appendix", 0, 0, "phần tử của dữ liệu", "element of the data" },
    { "if", VALUE_XPATH, false, NULL, 0, 0, "điều kiện", "condition" },
    { "number", VALUE_TEXT, false, NULL, 0, 0, "cách đánh số", "numbering" },
    { "within", VALUE_NAME, false, NULL, 0, 0, "phần tử mà trong đó số chạy liên tục", "element within which numbering is continuous" },
    { "label", VALUE_CHOICE, false, "run-in above", 0, 0, "số đứng cùng dòng hay ở dòng trên", "number on the same line or on the line above", "run-in" },
    { "label-style", VALUE_OF, false, "style", 0, 0, "kiểu của số", "style of the number" },
    { "title-style", VALUE_OF, false, "style", 0, 0, "kiểu của tiêu đề", "style of the title" },
    { "style", VALUE_OF, false, "style", 0, 0, "kiểu của phần chữ; với bảng: kiểu bảng", "style of the text; for a table: table style" },
    { "unit", VALUE_TEXT, false, NULL, 0, 0, "với bảng: dòng đơn vị tính, lặp lại cùng đầu bảng", "for a table: the line with the unit, repeated with the head" },
    { "page", VALUE_OF, false, "page", 0, 0, "khổ trang của những trang riêng", "page for separate pages" },
    { "ref", VALUE_TEXT, false, NULL, 0, 0, "chữ của <ref> đến nó; $label: số của nó bỏ dấu cuối, $up: chữ của phần tử mà ref-in nêu", "text of a <ref> to it; $label: its number without the final mark, $up: the text of the element named by ref-in", "{$label}" },
    { "ref-in", VALUE_CHOICES, false, "part chapter section article clause point appendix", 0, 0, "phần tử bao ngoài được nêu cùng ($up): cái gần nhất có số", "enclosing element to be named as well ($up): the nearest of these that has a number" },
    { "ref-here", VALUE_TEXT, false, NULL, 0, 0, "thay cho ref khi <ref> đứng ngay trong nó: Điều này", "used instead of ref when the <ref> is inside the element itself: this Article" },
};
static const struct attr_rule footnotes_attrs[] = {
    { "mark", VALUE_TEXT, true, NULL, 0, 0, "ký hiệu chú thích", "footnote mark" },
    STYLE,
    { "rule", VALUE_LENGTH, false, NULL, 0, MM(200), "chiều dài đường kẻ", "length of the line", "50mm" },
    { "gap", VALUE_LENGTH, false, NULL, 0, MM(20), "khoảng cách trên đường kẻ", "space above the line", "6pt" },
    { "restart", VALUE_CHOICE, false, "document pages page", 0, 0, "số chạy suốt văn bản hay bắt đầu lại ở mỗi <pages>, mỗi trang", "numbering runs through the document, or restarts with each <pages>, or on each page", "document" },
};
static const struct attr_rule pages_attrs[] = {
    { "master", VALUE_OF, true, "page", 0, 0, "khổ trang", "page" },
    { "start", VALUE_NUMBER, false, NULL, 1, 9999, "số của trang đầu", "number of the first page" },
    { "file", VALUE_TEXT, false, NULL, 0, 0, "với --split-appendices: tên của tệp riêng chứa các trang này ($file), ghi sau tên tệp của văn bản: VĂN-BẢN-TÊN.pdf; cùng tên thì cùng tệp", "with --split-appendices: name of the separate file for these pages ($file), appended to the document's file name: DOCUMENT-NAME.pdf; the same name means the same file" },
    { "title", VALUE_TEXT, false, NULL, 0, 0, "tiêu đề của tệp PDF riêng ấy; không ghi thì như của văn bản", "title of that PDF; default: the document's" },
    { "label", VALUE_TEXT, false, NULL, 0, 0, "chữ đứng trước số của các trang này trong ô số trang của trình đọc PDF: label=\"Phụ lục I-\" thành Phụ lục I-1, Phụ lục I-2", "text before these pages' numbers in the page box of a PDF reader: label=\"Phụ lục I-\" gives Phụ lục I-1, Phụ lục I-2" },
};
static const struct attr_rule slot_attrs[] = {
    NAME("slot", "tên mảnh", "name of the piece"),
    { "help", VALUE_TEXT, false, NULL, 0, 0, "giải thích", "explanation" },
};
static const struct attr_rule content_attrs[] = {
    { "select", VALUE_XPATH, true, NULL, 0, 0, "phần tử chứa nội dung", "element that holds the content" },
    ENDING,
};
static const struct attr_rule keep_attrs[] = {
    { "lines-before", VALUE_NUMBER, false, NULL, 0, 10, "số dòng phía trên phải đi cùng", "number of lines above that must stay with it", "0" },
    { "same-place", VALUE_YESNO, false, NULL, 0, 0, "chữ ký trong khối đứng được ở độ cao chung của một lô văn bản", "signatures in this block may be moved to the height shared by the documents of a batch", "no" },
    BEFORE,
};
static const struct attr_rule p_attrs[] = { STYLE, OWN_BEFORE, ALIGN, ROLE, ENDING };
static const struct attr_rule span_attrs[] = { STYLE };
static const struct attr_rule fn_attrs[] = { { "label", VALUE_TEXT, false, NULL, 0, 0, "ký hiệu in nguyên như đã ghi", "mark, printed as written" } };
static const struct attr_rule a_attrs[] = { { "href", VALUE_TEXT, true, NULL, 0, 0, "địa chỉ", "address" } };
static const struct attr_rule ref_attrs[] = {
    { "to", VALUE_TEXT, true, NULL, 0, 0, "id của phần tử được tham chiếu", "id of the element referred to" },
    { "page", VALUE_YESNO, false, NULL, 0, 0, "in số trang thay cho số của phần tử", "prints its page number instead of its own number", "no" },
    ROOM,
};
static const struct attr_rule page_number_attrs[] = { ROOM };
static const struct attr_rule page_count_attrs[] = {
    { "of", VALUE_CHOICE, false, "document section", 0, 0, "của cả văn bản, hay của các trang đánh số liền nhau (đến <pages start=...> kế tiếp)", "of the whole document, or of the consecutively numbered pages (up to the next <pages start=...>)", "document" },
    ROOM,
};
static const struct attr_rule leader_attrs[] = {
    { "fill", VALUE_TEXT, false, NULL, 0, 0, "dấu lặp lại để lấp chỗ; để trống thì chừa trắng", "mark repeated to fill the space; empty: blank", "." },
};
static const struct attr_rule contents_attrs[] = {
    STYLE,
    { "levels", VALUE_NUMBER, false, NULL, 1, 6, "số cấp của mục lục (theo outline của kiểu)", "number of levels (according to the styles' outline)", "3" },
    { "indent", VALUE_LENGTH, false, NULL, 0, MM(50), "mỗi cấp thụt vào thêm", "additional indent per level", "5mm" },
    { "leader", VALUE_TEXT, false, NULL, 0, 0, "dấu lặp lại đến số trang; để trống thì chừa trắng", "mark repeated up to the page number; empty: blank", "." },
    BEFORE,
};
static const struct attr_rule rule_attrs[] = {
    { "width", VALUE_WIDTH, true, NULL, 0, 0, "chiều dài", "length" },
    { "of", VALUE_CHOICE, false, "line column", 0, 0, "phần trăm của dòng chữ trên hay của cột", "percentage of the line of text above, or of the column", "line" },
    { "thickness", VALUE_LENGTH, false, NULL, 100, PT(6), "độ dày", "thickness", "0.75pt" },
    BEFORE, ALIGN_("center"), ROLE,
};
static const struct attr_rule image_attrs[] = {
    { "src", VALUE_TEXT, true, NULL, 0, 0, "tệp PNG hoặc JPEG: tính từ thư mục của mẫu, {...} từ thư mục của dữ liệu", "PNG or JPEG file: relative to the template's folder, {...} to the data's folder" },
    { "width", VALUE_LENGTH, false, NULL, MM(1), MM(420), "chiều rộng; chỉ một chiều thì giữ tỷ lệ", "width; if only one dimension is given, proportions are kept" },
    { "height", VALUE_LENGTH, false, NULL, MM(1), MM(420), "chiều cao", "height" },
    { "alt", VALUE_TEXT, false, NULL, 0, 0, "lời mô tả cho người không nhìn thấy ảnh; không có thì là hình trang trí", "description for people who cannot see the picture; without it the picture counts as decoration" },
    BEFORE, ALIGN_("center"), ROLE,
};
static const struct attr_rule field_attrs[] = {
    { "kind", VALUE_CHOICE, true, "signature seal attachment-signature initials number date blank", 0, 0, "loại ô để người khác điền", "kind of box to be filled in" },
    { "name", VALUE_TEXT, false, NULL, 0, 0, "tên", "name" },
    { "title", VALUE_TEXT, false, NULL, 0, 0, "tên mà phần mềm ký số cho người ký thấy", "name that signing software shows to the signer" },
    { "width", VALUE_LENGTH, false, NULL, 0, MM(210), "chiều rộng", "width", "0mm" },
    { "height", VALUE_LENGTH, false, NULL, 0, MM(150), "chiều cao", "height", "0mm" },
    { "stretch", VALUE_YESNO, false, NULL, 0, 0, "nhận phần cao còn lại của hàng, để những gì ở dưới thẳng hàng", "takes up the remaining height of its row, so that what stands below is aligned", "no" },
    { "anchor", VALUE_TEXT, false, NULL, 0, 0, "chữ ẩn ở góc dưới trái, như #ky1, cho phần mềm tìm chỗ ký theo chữ; rỗng: không có", "hidden text at the lower left corner, such as #ky1, for software that finds the place to sign by text; empty: none" },
    { "overlap", VALUE_NUMBER, false, NULL, 0, 100, "phần đè lên ô chữ ký, tính bằng phần trăm", "part that overlaps the signature box, in percent", "0" },
    BEFORE, ALIGN_("center"),
};
static const struct attr_rule grid_attrs[] = {
    { "widths", VALUE_WIDTHS, true, NULL, 0, 0, "độ rộng các cột", "widths of the columns" },
    { "per-row", VALUE_NUMBERS, false, NULL, 1, MAX_COLUMNS, "số <cell> rời trong từng hàng; số cuối dùng tiếp", "number of loose <cell> elements per row; the last number applies to all further rows" },
    { "gap", VALUE_LENGTH, false, NULL, 0, MM(100), "khoảng cách giữa các cột", "space between columns", "0mm" },
    { "out", VALUE_LENGTH, false, NULL, 0, MM(30), "phần nhô ra hai lề", "how far it may extend into the margins", "0mm" },
    BEFORE,
};
static const struct attr_rule box_attrs[] = {
    { "width", VALUE_WIDTH, false, NULL, 0, 0, "chiều rộng", "width", "auto" },
    { "height", VALUE_LENGTH, false, NULL, 0, MM(150), "chiều cao tối thiểu", "minimum height", "0mm" },
    { "border", VALUE_LENGTH, false, NULL, 0, PT(6), "độ dày khung", "frame thickness", "0.5pt" },
    { "colour", VALUE_COLOUR, false, NULL, 0, 0, "màu khung", "frame colour", "#000000" },
    { "padding", VALUE_LENGTH, false, NULL, 0, MM(20), "khoảng trống hai bên", "space left and right", "1.5mm" },
    BEFORE, ALIGN_("left"), ROLE,
};
static const struct attr_rule table_attrs[] = {
    { "style", VALUE_OF, true, "table-style", 0, 0, "kiểu bảng", "table style" },
    { "unit", VALUE_TEXT, false, NULL, 0, 0, "dòng đơn vị tính, lặp lại cùng đầu bảng", "line with the unit, repeated with the head" },
    { "carry", VALUE_TEXT, false, NULL, 0, 0, "chữ của hàng cộng đến hết trang, ở cuối mỗi trang mà bảng còn tiếp; cột nào type=\"number\" và total=\"vb:sum($rows/SELECT)\" của chính select thì có số", "text of the subtotal row at the bottom of each page on which the table continues; figures appear in columns of type=\"number\" and total=\"vb:sum($rows/SELECT)\" of their own select" },
    { "carry-to", VALUE_TEXT, false, NULL, 0, 0, "chữ của hàng mang các số ấy sang đầu trang sau", "text of the row that carries these figures to the top of the next page" },
    ROLE,
};
static const struct attr_rule column_attrs[] = {
    { "width", VALUE_WIDTH, true, NULL, 0, 0, "độ rộng", "width" },
    { "align", VALUE_CHOICE, false, "left center right justify decimal", 0, 0, "canh lề; decimal: các số thẳng dấu phẩy, ô không phải số ở giữa", "alignment; decimal: figures aligned on the decimal comma, other cells centred" },
    { "type", VALUE_CHOICE, false, "text number", 0, 0, "chữ hay số", "text or number", "text" },
    { "decimals", VALUE_NUMBER, false, NULL, 0, 9, "số chữ số thập phân", "number of decimals" },
    { "select", VALUE_XPATH, false, NULL, 0, 0, "giá trị của một hàng", "value in a row" },
    { "total", VALUE_XPATH, false, NULL, 0, 0, "giá trị của hàng tổng", "value in a totals row" },
    { "default", VALUE_TEXT, false, NULL, 0, 0, "khi không có giá trị", "used when there is no value" },
    { "number", VALUE_TEXT, false, NULL, 0, 0, "chữ của cột trong hàng đánh số, thay cho (1), (2), ...: (3)=(1)+(2)", "text of the column in the numbering row, instead of (1), (2), ...: (3)=(1)+(2)" },
};
static const struct attr_rule head_attrs[] = {
    { "numbers", VALUE_YESNO, false, NULL, 0, 0, "thêm hàng cuối đánh số các cột: (1), (2), ...; lặp lại cùng đầu bảng", "adds a last row that numbers the columns: (1), (2), ...; repeated with the head", "no" },
};
static const struct attr_rule row_attrs[] = {
    { "kind", VALUE_CHOICE, false, "group total", 0, 0, "loại hàng", "kind of row" },
};
static const struct attr_rule cell_attrs[] = {
    { "colspan", VALUE_NUMBER, false, NULL, 1, MAX_COLUMNS, "số cột gộp, trong bảng", "columns spanned, in a table", "1" },
    { "rowspan", VALUE_NUMBER, false, NULL, 1, 1000, "số hàng gộp, trong bảng", "rows spanned, in a table", "1" },
    ALIGN,
    { "valign", VALUE_CHOICE, false, "top middle bottom", 0, 0, "vị trí trên dưới của chữ, thay cho của kiểu bảng; trong <grid> thì dòng đầu ngang nhau, nếu không ghi", "vertical position of the text, overriding the table style; in a <grid> the first lines are level by default" },
    { "border", VALUE_CHOICES, false, "top bottom left right", 0, 0, "trong bảng: chỉ kẻ những cạnh này; cạnh chung với ô khác được kẻ khi một trong hai ô kẻ", "in a table: draws only these sides; a side shared with another cell is drawn if either cell draws it" },
};
static const struct attr_rule select_attrs[] = {
    { "select", VALUE_XPATH, true, NULL, 0, 0, "các nút", "nodes" },
};
static const struct attr_rule test_attrs[] = {
    { "test", VALUE_XPATH, true, NULL, 0, 0, "điều kiện", "condition" },
};

static const struct element_rule rules[] = {
    { T_TEMPLATE, "template", NULL,
      "set* meta? needs? sample* check* control* page* style* table-style* level* footnotes? slot* layout?", A(template_attrs), "một mẫu trình bày", "one layout" },
    { T_SET, "set", NULL, "", A(set_attrs), "giá trị, chuỗi cố định, bản dịch", "a setting, a fixed string, a translation" },
    { T_META, "meta", NULL, "", A(meta_attrs), "thông tin của tệp PDF", "metadata of the PDF" },
    { T_NEEDS, "needs", NULL, "need*", NULL, 0, "dữ liệu riêng mà mẫu cần", "custom data that the template needs" },
    { T_NEED, "need", NULL, "", A(need_attrs), "một trường", "one field" },
    { T_SAMPLE, "sample", NULL, "", A(sample_attrs), "điều vanban sample ghi vào dữ liệu thử; dòng sau thắng dòng trước", "what vanban sample puts into sample data; the last matching line wins" },
    { T_CONTROL, "control", NULL, "", A(control_attrs), "tổng kiểm soát: cộng mọi bản ghi phải bằng số chung của văn bản", "control total: the sum over all records must equal the overall figure" },
    { T_CHECK, "check", NULL, "say*", A(check_attrs), "quy tắc mà văn bản phải theo", "a rule that documents must follow" },
    { T_SAY, "say", NULL, "#text", A(say_attrs), "lời của thông báo", "text of the message" },
    { T_PAGE, "page", NULL, "running*", A(page_attrs), "khổ giấy và lề", "paper and margins" },
    { T_RUNNING, "running", NULL, BLOCKS, A(running_attrs), "chữ trong lề trang", "text in the margin" },
    { T_STYLE, "style", NULL, "", A(style_attrs), "kiểu chữ và đoạn", "character and paragraph style" },
    { T_TABLE_STYLE, "table-style", NULL, "", A(table_style_attrs), "kiểu bảng", "table style" },
    { T_LEVEL, "level", NULL, "", A(level_attrs), "cách trình bày một phần tử của nội dung", "how an element of the content is laid out and numbered" },
    { T_FOOTNOTES, "footnotes", NULL, "", A(footnotes_attrs), "chú thích cuối trang", "footnotes" },
    { T_LAYOUT, "layout", NULL, "pages* for-each* if* choose* slot*", NULL, 0, "văn bản từ trên xuống dưới", "the document from top to bottom" },
    { T_PAGES, "pages", NULL, BLOCKS, A(pages_attrs), "một chuỗi trang", "a run of pages" },
    { T_TRY, "try", NULL, "set*", NULL, 0, "một cách thử của fit", "one attempt within a fit" },
    { T_SLOT, "slot", NULL, FLOW " try*", A(slot_attrs), "mảnh có tên, thay được", "a named part that can be replaced" },
    { T_INHERITED, "inherited", NULL, "", NULL, 0, "nội dung của mẫu gốc", "content of the base template" },
    { T_CONTENT, "content", NULL, "", A(content_attrs), "nội dung của dữ liệu", "content of the data" },
    { T_KEEP, "keep", NULL, BLOCKS, A(keep_attrs), "giữ trên một trang", "kept on one page" },
    { T_FIT, "fit", NULL, BLOCKS "try* ", NULL, 0, "thử cho đến khi vừa", "tries until it fits" },
    { T_P, "p", NULL, INLINE "#text", A(p_attrs), "đoạn văn", "paragraph" },
    { T_SPAN, "span", NULL, INLINE "#text", A(span_attrs), "chữ kiểu khác", "text in another style" },
    { T_B, "b", NULL, INLINE "#text", NULL, 0, "đậm", "bold" },
    { T_I, "i", NULL, INLINE "#text", NULL, 0, "nghiêng", "italic" },
    { T_U, "u", NULL, INLINE "#text", NULL, 0, "gạch chân", "underlined" },
    { T_SUP, "sup", NULL, INLINE "#text", NULL, 0, "chỉ số trên", "superscript" },
    { T_SUB, "sub", NULL, INLINE "#text", NULL, 0, "chỉ số dưới", "subscript" },
    { T_BR, "br", NULL, "", NULL, 0, "xuống dòng", "line break" },
    { T_A, "a", NULL, INLINE "#text", A(a_attrs), "liên kết", "link" },
    { T_REF, "ref", NULL, "", A(ref_attrs), "tham chiếu", "cross-reference" },
    { T_FN, "fn", NULL, INLINE "#text", A(fn_attrs), "chú thích cuối trang", "footnote" },
    { T_RULE, "rule", NULL, "", A(rule_attrs), "đường kẻ", "line" },
    { T_IMAGE, "image", NULL, "", A(image_attrs), "ảnh", "picture" },
    { T_FIELD, "field", NULL, FLOW, A(field_attrs), "chỗ chừa cho người khác điền", "space for someone else to fill in" },
    { T_GRID, "grid", NULL, "row* cell* for-each* if* choose* slot*", A(grid_attrs), "các khối đứng cạnh nhau", "blocks side by side" },
    { T_BOX, "box", NULL, BLOCKS, A(box_attrs), "khung", "frame" },
    { T_TABLE, "table", NULL, "column* head? row* rows* totals* for-each* if* choose* slot* inherited?", A(table_attrs), "bảng", "table" },
    { T_COLUMN, "column", NULL, "", A(column_attrs), "cột", "column" },
    { T_HEAD, "head", NULL, "row+", A(head_attrs), "đầu bảng, lặp lại ở mỗi trang", "head, repeated on each page" },
    { T_ROW, "row", NULL, "cell* for-each* if* choose* slot*", A(row_attrs), "hàng", "row" },
    { T_CELL, "cell", NULL, BLOCKS INLINE "#text", A(cell_attrs), "ô", "cell" },
    { T_ROWS, "rows", NULL, "", A(select_attrs), "mỗi nút một hàng", "one row for each node" },
    { T_TOTALS, "totals", NULL, "#text", A(select_attrs), "hàng tổng", "totals row" },
    { T_CONTENTS, "contents", NULL, "", A(contents_attrs), "mục lục", "table of contents" },
    { T_PAGE_NUMBER, "page-number", NULL, "", A(page_number_attrs), "số trang", "page number" },
    { T_PAGE_COUNT, "page-count", NULL, "", A(page_count_attrs), "số lượng trang", "number of pages" },
    { T_LEADER, "leader", NULL, "", A(leader_attrs), "dấu chấm lấp chỗ; chữ đứng sau được đẩy đến mép phải", "dots that fill the line; the text that follows is pushed to the right edge" },
    { T_FOR_EACH, "for-each", NULL, FLOW, A(select_attrs), "lặp cho mỗi nút", "repeated for each node" },
    { T_IF, "if", NULL, FLOW, A(test_attrs), "nếu", "if" },
    { T_CHOOSE, "choose", NULL, "when+ otherwise?", NULL, 0, "chọn điều đúng đầu tiên", "chooses the first that is true" },
    { T_WHEN, "when", NULL, FLOW, A(test_attrs), "khi", "when" },
    { T_OTHERWISE, "otherwise", NULL, FLOW, NULL, 0, "nếu không", "otherwise" },
};
/* clang-format on */

const struct grammar template_grammar = { "template", rules, LENGTH(rules), true, 1 };
