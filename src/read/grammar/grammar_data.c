/* grammar_data.c - the data's vocabulary: the words of the state's exchange
 * standard (QCVN 102:2016/BTTTT "edXML") and of decree 30, annex VI, in lower
 * case with hyphens. Children may come in any order.                             */
#include "read/grammar/grammar.h"

#include "base/unit.h"

#define INLINE "b* i* u* sup* sub* br* a* ref* fn*"
#define PLAIN "b* i* u* sup* sub* br* a* ref*"
#define BLOCKS "p* list* table* figure* insert* "
#define LEVELS "part* chapter* section* article* clause* point* "
#define LINES "#filled br*"
#define A(rows) rows, LENGTH(rows)

/* clang-format off */
static const struct attr_rule document_attrs[] = {
    { "type", VALUE_NAME, true, NULL, 0, 0, "Loại văn bản", "type of document" },
    { "type-name", VALUE_FILLED, false, NULL, 0, 0, "Tên loại, khi khác tên thường", "name of the type, if different from the usual one" },
    { "lang", VALUE_CHOICE, false, "vi en", 0, 0, "Ngôn ngữ", "language", "vi" },
    { "version", VALUE_NUMBER, false, NULL, 1, 999, "Phiên bản của ngôn ngữ dữ liệu", "version of the data language" },
};
static const struct attr_rule documents_attrs[] = {
    { "version", VALUE_NUMBER, false, NULL, 1, 999, "Phiên bản của ngôn ngữ dữ liệu", "version of the data language" },
};
static const struct attr_rule issued_attrs[] = {
    { "type", VALUE_NAME, true, NULL, 0, 0, "Loại văn bản", "type of document" },
    { "type-name", VALUE_FILLED, false, NULL, 0, 0, "Tên loại, khi khác tên thường", "name of the type, if different from the usual one" },
    { "id", VALUE_ID, false, NULL, 0, 0, "Tên để tham chiếu", "name to refer to" },
};
static const struct attr_rule priority_attrs[] = {
    { "level", VALUE_CHOICE, true, "hoa-toc thuong-khan khan", 0, 0, "Mức độ khẩn", "degree of urgency" },
};
static const struct attr_rule confidentiality_attrs[] = {
    { "level", VALUE_CHOICE, true, "mat toi-mat tuyet-mat", 0, 0, "Độ mật", "degree of secrecy" },
};
static const struct attr_rule custom_attrs[] = {
    { "name", VALUE_OF, true, "field", 0, 0, "Tên trường, do mẫu khai báo trong needs", "name of the field, declared in the template's needs" },
};
static const struct attr_rule code_attrs[] = {
    { "number", VALUE_TEXT, false, NULL, 0, 0, "Số văn bản", "number" },
    { "notation", VALUE_FILLED, true, NULL, 0, 0, "Ký hiệu văn bản", "notation" },
};
static const struct attr_rule promulgation_attrs[] = {
    { "place", VALUE_TEXT, false, NULL, 0, 0, "Địa danh", "place" },
    { "date", VALUE_DATE, false, NULL, 0, 0, "Ngày ban hành", "date of promulgation" },
};
static const struct attr_rule level_attrs[] = {
    { "id", VALUE_ID, false, NULL, 0, 0, "Tên để tham chiếu", "name to refer to" },
    { "number", VALUE_NUMBER, false, NULL, 1, 9999, "Đặt lại số thứ tự", "resets the counter" },
    { "label", VALUE_TEXT, false, NULL, 0, 0, "Số in nguyên như đã ghi", "number, printed as written" },
};
static const struct attr_rule id_attrs[] = {
    { "id", VALUE_ID, false, NULL, 0, 0, "Tên để tham chiếu", "name to refer to" },
};
static const struct attr_rule label_attrs[] = {
    { "label", VALUE_TEXT, false, NULL, 0, 0, "Ký hiệu in nguyên như đã ghi", "mark, printed as written" },
};
static const struct attr_rule fn_attrs[] = {
    { "number", VALUE_NUMBER, false, NULL, 1, 9999, "Đặt lại số chú thích", "resets the counter" },
    { "label", VALUE_TEXT, false, NULL, 0, 0, "Ký hiệu chú thích in nguyên như đã ghi", "mark, printed as written" },
};
static const struct attr_rule ref_attrs[] = {
    { "to", VALUE_IDREF, true, NULL, 0, 0, "id của phần tử được tham chiếu", "id of the element referred to" },
    { "page", VALUE_YESNO, false, NULL, 0, 0, "In số trang thay cho số của phần tử", "prints its page number instead of its own number", "no" },
};
static const struct attr_rule a_attrs[] = {
    { "href", VALUE_FILLED, true, NULL, 0, 0, "Địa chỉ", "address" },
};
static const struct attr_rule table_attrs[] = {
    { "unit", VALUE_FILLED, false, NULL, 0, 0, "Đơn vị tính, lặp lại cùng đầu bảng", "unit of measurement, repeated with the head" },
    { "orientation", VALUE_CHOICE, false, "portrait landscape", 0, 0, "Hướng giấy; landscape: bảng có trang ngang riêng", "paper orientation; landscape: the table gets landscape pages of its own", "portrait" },
    { "label", VALUE_TEXT, false, NULL, 0, 0, "Số in nguyên như đã ghi", "number, printed as written" },
    { "id", VALUE_ID, false, NULL, 0, 0, "Tên để tham chiếu", "name to refer to" },
};
static const struct attr_rule figure_attrs[] = {
    { "src", VALUE_FILLED, true, NULL, 0, 0, "Tệp ảnh PNG hoặc JPEG, tính từ thư mục của dữ liệu", "PNG or JPEG file, relative to the folder of the data" },
    { "alt", VALUE_FILLED, true, NULL, 0, 0, "Lời mô tả cho người không nhìn thấy ảnh", "description for people who cannot see the picture" },
    { "width", VALUE_LENGTH, false, NULL, MM(5), MM(250), "Độ rộng; không ghi thì 150 điểm ảnh một inch, nhiều nhất bằng cột", "width; default 150 pixels per inch, at most the column width" },
    { "label", VALUE_TEXT, false, NULL, 0, 0, "Số in nguyên như đã ghi", "number, printed as written" },
    { "id", VALUE_ID, false, NULL, 0, 0, "Tên để tham chiếu", "name to refer to" },
};
static const struct attr_rule column_attrs[] = {
    { "width", VALUE_WIDTH, false, NULL, 0, 0, "Độ rộng cột", "width", "*" },
    { "align", VALUE_CHOICE, false, "left center right justify decimal", 0, 0, "Canh lề; decimal: các số thẳng dấu phẩy, ô không phải số ở giữa", "alignment; decimal: figures aligned on the decimal comma, other cells centred" },
    { "number", VALUE_TEXT, false, NULL, 0, 0, "Chữ của cột trong hàng đánh số, thay cho (1), (2), ...: (3)=(1)+(2)", "text of the column in the numbering row, instead of (1), (2), ...: (3)=(1)+(2)" },
};
static const struct attr_rule head_attrs[] = {
    { "numbers", VALUE_YESNO, false, NULL, 0, 0, "Thêm hàng cuối đánh số các cột: (1), (2), ...; lặp lại cùng đầu bảng", "adds a last row that numbers the columns: (1), (2), ...; repeated with the head", "no" },
};
static const struct attr_rule row_attrs[] = {
    { "kind", VALUE_CHOICE, false, "group total", 0, 0, "Loại hàng", "kind of row" },
};
static const struct attr_rule cell_attrs[] = {
    { "colspan", VALUE_NUMBER, false, NULL, 1, MAX_COLUMNS, "Số cột gộp", "columns spanned", "1" },
    { "rowspan", VALUE_NUMBER, false, NULL, 1, 1000, "Số hàng gộp", "rows spanned", "1" },
    { "align", VALUE_CHOICE, false, "left center right justify", 0, 0, "Canh lề", "alignment" },
    { "valign", VALUE_CHOICE, false, "top middle bottom", 0, 0, "Vị trí trên dưới của chữ, thay cho của kiểu bảng", "vertical position of the text, overriding the table style" },
    { "border", VALUE_CHOICES, false, "top bottom left right", 0, 0, "Chỉ kẻ những cạnh này; cạnh chung với ô khác được kẻ khi một trong hai ô kẻ", "draws only these sides; a side shared with another cell is drawn if either cell draws it" },
};
static const struct attr_rule insert_attrs[] = {
    { "slot", VALUE_OF, true, "slot", 0, 0, "Tên slot của mẫu", "name of a slot of the template" },
};
static const struct attr_rule signature_attrs[] = {
    { "image", VALUE_TEXT, false, NULL, 0, 0, "Tệp ảnh của chữ ký", "picture file of the signature" },
    { "issuer", VALUE_IDREF, false, "issuer", 0, 0, "id của cơ quan mà người ký đại diện", "id of the issuer the signer acts for" },
    { "signed", VALUE_YESNO, false, NULL, 0, 0, "Đã ký", "already signed", "no" },
};
static const struct attr_rule signer_name_attrs[] = {
    { "title", VALUE_FILLED, false, NULL, 0, 0, "Quân hàm, học hàm được phép ghi", "military or academic rank that may precede the name" },
};
static const struct attr_rule group_attrs[] = {
    { "title", VALUE_FILLED, true, NULL, 0, 0, "Tên nhóm nơi nhận", "title of the group" },
};
static const struct attr_rule typer_attrs[] = {
    { "notation", VALUE_FILLED, true, NULL, 0, 0, "Ký hiệu người soạn thảo", "initials of the drafter" },
    { "copies", VALUE_NUMBER, true, NULL, 1, 99999, "Số lượng bản phát hành", "number of copies issued" },
};
static const struct attr_rule appendix_attrs[] = {
    { "number", VALUE_NUMBER, false, NULL, 1, 9999, "Đặt lại số thứ tự", "resets the counter" },
    { "label", VALUE_TEXT, false, NULL, 0, 0, "Số in nguyên như đã ghi", "number, printed as written" },
    { "id", VALUE_ID, false, NULL, 0, 0, "Tên để tham chiếu", "name to refer to" },
    { "orientation", VALUE_CHOICE, false, "portrait landscape", 0, 0, "Hướng giấy", "paper orientation", "portrait" },
};
static const struct attr_rule copy_attrs[] = {
    { "form", VALUE_NAME, true, NULL, 0, 0, "Hình thức sao: sao-y, sao-luc, trich-sao", "form of the copy: sao-y true copy, sao-luc copy of a copy, trich-sao extract" },
};
static const struct attr_rule data_attrs[] = {
    { "numbers", VALUE_CHOICE, false, "vi", 0, 0, "Cách viết số: vi là 1.247 và 96,5; không ghi là 1247 và 96.5", "how numbers are written: vi means 1.247 and 96,5; default 1247 and 96.5" },
};
static const struct attr_rule csv_attrs[] = {
    { "file", VALUE_FILLED, false, NULL, 0, 0, "Tệp CSV, tính từ thư mục của tệp này; không cần khi ghi trên dòng lệnh (batch --map)", "CSV file, relative to the folder of this file; not needed when given on the command line (batch --map)" },
    { "each", VALUE_NAME, true, NULL, 0, 0, "Tên phần tử mà mỗi hàng trở thành", "name of the element that each row becomes" },
    { "separator", VALUE_CHOICE, false, ", ; tab", 0, 0, "Dấu ngăn cột; không ghi thì tìm ở dòng tên cột", "column separator; by default detected in the header line" },
};
static const struct attr_rule csv_field_attrs[] = {
    { "column", VALUE_FILLED, true, NULL, 0, 0, "Tên cột, như ở dòng đầu của CSV", "column name, as in the first line of the CSV" },
    { "name", VALUE_FILLED, true, NULL, 0, 0, "Tên trong dữ liệu: phần tử con, có @ ở đầu thì là thuộc tính", "name in the data: a child element, or an attribute if it starts with @" },
};
static const struct attr_rule set_attrs[] = {
    { "name", VALUE_OF, true, "set", 0, 0, "Tên giá trị của mẫu", "name of a setting of the template" },
    { "value", VALUE_TEXT, true, NULL, 0, 0, "Giá trị", "value" },
};

static const struct element_rule rules[] = {
    { D_DOCUMENTS, "documents", NULL, "document+", A(documents_attrs), "Nhiều văn bản trong một tệp", "several documents in one file" },
    { D_DOCUMENT, "document", NULL,
      "issuer+ code promulgation subject? addressees? authority? legal-bases? body? signatures? recipients? "
      "priority? confidentiality? circulation? typer? contact? fields? appendix* document* copy* data? set*",
      A(document_attrs), "Văn bản", "document" },
    { D_ISSUED, "document", "document", "subject? body appendix*",
      A(issued_attrs), "Văn bản ban hành kèm theo", "document issued with this one" },
    { D_OTHER, "issuer", NULL, "superior* name", A(id_attrs), "Cơ quan ban hành", "issuing agency" },
    { D_OTHER, "superior", NULL, LINES, NULL, 0, "Cơ quan chủ quản", "superior agency" },
    { D_OTHER, "name", "issuer", LINES, NULL, 0, "Tên cơ quan ban hành", "name of the issuing agency" },
    { D_OTHER, "code", NULL, "", A(code_attrs), "Số, ký hiệu", "number and notation" },
    { D_OTHER, "promulgation", NULL, "", A(promulgation_attrs), "Địa danh, ngày tháng", "place and date" },
    { D_OTHER, "subject", NULL, "#filled sup* sub* br*", NULL, 0, "Trích yếu", "subject" },
    { D_OTHER, "addressees", NULL, "to+", NULL, 0, "Kính gửi", "addressees" },
    { D_OTHER, "to", NULL, "#filled " PLAIN, NULL, 0, "Nơi kính gửi", "addressee" },
    { D_OTHER, "authority", NULL, LINES, NULL, 0, "Thẩm quyền ban hành", "issuing authority" },
    { D_OTHER, "legal-bases", NULL, "basis+", NULL, 0, "Căn cứ ban hành", "legal bases" },
    { D_OTHER, "basis", NULL, "#filled " PLAIN, NULL, 0, "Căn cứ", "legal basis" },
    { D_BODY, "body", NULL, BLOCKS LEVELS, NULL, 0, "Nội dung", "text" },
    { D_PART, "part", NULL, "title? #text " INLINE " " BLOCKS LEVELS, A(level_attrs), "Phần", "part" },
    { D_CHAPTER, "chapter", NULL, "title? #text " INLINE " " BLOCKS LEVELS, A(level_attrs), "Chương", "chapter" },
    { D_SECTION, "section", NULL, "title? #text " INLINE " " BLOCKS LEVELS, A(level_attrs), "Mục", "section" },
    { D_ARTICLE, "article", NULL, "title? #text " INLINE " " BLOCKS LEVELS, A(level_attrs), "Điều", "article" },
    { D_CLAUSE, "clause", NULL, "title? #text " INLINE " " BLOCKS LEVELS, A(level_attrs), "Khoản", "clause" },
    { D_POINT, "point", NULL, "title? #text " INLINE " " BLOCKS LEVELS, A(level_attrs), "Điểm", "point" },
    { D_LIST, "list", NULL, "item+", NULL, 0, "Danh sách", "list" },
    { D_ITEM, "item", NULL, "title? #text " INLINE " " BLOCKS, A(label_attrs), "Gạch đầu dòng", "list item" },
    { D_P, "p", NULL, "#text " INLINE, A(id_attrs), "Đoạn văn", "paragraph" },
    { D_TITLE, "title", NULL, "#filled " INLINE, NULL, 0, "Tiêu đề", "title" },
    { D_TABLE, "table", NULL, "title? column+ head? row+ note*", A(table_attrs), "Bảng", "table" },
    { D_FIGURE, "figure", NULL, "title?", A(figure_attrs), "Hình", "figure" },
    { D_COLUMN, "column", NULL, "", A(column_attrs), "Cột", "column" },
    { D_HEAD, "head", NULL, "row+", A(head_attrs), "Đầu bảng", "table head" },
    { D_ROW, "row", NULL, "cell+", A(row_attrs), "Hàng", "row" },
    { D_CELL, "cell", NULL, "#text " INLINE " p* figure*", A(cell_attrs), "Ô", "cell" },
    { D_NOTE, "note", NULL, "#text " INLINE, A(label_attrs), "Ghi chú dưới bảng", "note below the table" },
    { D_INSERT, "insert", NULL, "", A(insert_attrs), "Chỗ đặt một slot của mẫu", "place where a slot of the template is inserted" },
    { D_OTHER, "signatures", NULL, "signature+", NULL, 0, "Phần ký", "signatures" },
    { D_OTHER, "signature", NULL, "competence* position? other-position? name", A(signature_attrs), "Chữ ký", "signature" },
    { D_OTHER, "competence", NULL, LINES, NULL, 0, "Quyền hạn của người ký: TM., KT., TL., TUQ., Q.", "authority prefix: TM., KT., TL., TUQ., Q." },
    { D_OTHER, "position", NULL, LINES, NULL, 0, "Chức vụ", "position" },
    { D_OTHER, "other-position", NULL, LINES, NULL, 0, "Chức vụ khác của người ký", "another position held by the signer" },
    { D_OTHER, "name", "signature", "#filled", A(signer_name_attrs), "Họ và tên người ký", "the signer's full name" },
    { D_OTHER, "recipients", NULL, "place* group* archive?", NULL, 0, "Nơi nhận", "recipients" },
    { D_OTHER, "place", NULL, "#filled " PLAIN, NULL, 0, "Nơi nhận", "recipient" },
    { D_OTHER, "archive", NULL, "#filled", NULL, 0, "Lưu", "archive" },
    { D_OTHER, "group", NULL, "place* archive?", A(group_attrs), "Nhóm nơi nhận", "group of recipients" },
    { D_OTHER, "priority", NULL, "", A(priority_attrs), "Dấu chỉ mức độ khẩn", "mark of urgency" },
    { D_OTHER, "confidentiality", NULL, "", A(confidentiality_attrs), "Dấu chỉ độ mật", "mark of secrecy" },
    { D_OTHER, "circulation", NULL, "#filled", NULL, 0, "Chỉ dẫn về phạm vi lưu hành", "restrictions on circulation" },
    { D_OTHER, "contact", NULL, "line+", NULL, 0, "Địa chỉ, liên hệ của cơ quan", "address and contact details of the agency" },
    { D_OTHER, "line", NULL, "#filled", NULL, 0, "Dòng địa chỉ", "address line" },
    { D_OTHER, "fields", NULL, "field+", NULL, 0, "Các trường riêng của loại văn bản", "fields specific to this type of document" },
    { D_OTHER, "field", NULL, "#filled " PLAIN, A(custom_attrs), "Trường riêng", "field specific to this type" },
    { D_OTHER, "typer", NULL, "", A(typer_attrs), "Người soạn thảo, số bản", "drafter and number of copies" },
    { D_APPENDIX, "appendix", NULL, "title " BLOCKS LEVELS, A(appendix_attrs), "Phụ lục", "appendix" },
    { D_COPY, "copy", NULL, "issuer code? promulgation? signatures? recipients?", A(copy_attrs),
      "Bản sao của văn bản: ai sao, số nào, ký và gửi ai", "copy of the document: who copied it, its number, signer and recipients" },
    { D_DATA, "data", NULL, "#any csv*", A(data_attrs), "Dữ liệu riêng", "your own data" },
    { D_CSV, "csv", "data", "field*", A(csv_attrs), "Các hàng của một tệp CSV, mỗi hàng một phần tử đứng ở chỗ này", "the rows of a CSV file, each as an element in this place" },
    { D_OTHER, "field", "csv", "", A(csv_field_attrs), "Một cột được dùng; không có <field> nào thì dùng mọi cột, tên chữ thường không dấu: «Số hộ» là so-ho",
      "a column to use; without any <field> all columns are used, named in lower case without diacritics: 'Số hộ' becomes so-ho" },
    { D_SET, "set", NULL, "", A(set_attrs), "Giá trị của mẫu đổi cho văn bản này", "a setting of the template, changed for this document" },
    { D_B, "b", NULL, "#text " INLINE, NULL, 0, "Đậm", "bold" },
    { D_I, "i", NULL, "#text " INLINE, NULL, 0, "Nghiêng", "italic" },
    { D_U, "u", NULL, "#text " INLINE, NULL, 0, "Gạch chân", "underlined" },
    { D_SUP, "sup", NULL, "#text", NULL, 0, "Chỉ số trên", "superscript" },
    { D_SUB, "sub", NULL, "#text", NULL, 0, "Chỉ số dưới", "subscript" },
    { D_BR, "br", NULL, "", NULL, 0, "Xuống dòng", "line break" },
    { D_A, "a", NULL, "#text", A(a_attrs), "Liên kết", "link" },
    { D_REF, "ref", NULL, "", A(ref_attrs), "Tham chiếu", "cross-reference" },
    { D_FN, "fn", NULL, "#filled p* " PLAIN, A(fn_attrs), "Chú thích cuối trang", "footnote" },
};
/* clang-format on */

const struct grammar data_grammar = { "document documents", rules, LENGTH(rules), false, 1 };
