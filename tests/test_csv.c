/* test_csv.c - CSVs as elements: the text of each row, where it and its cells stand, and what is refused;
 * the same however the bytes arrive. */
#include "read/csv/csv.h"

#include "cases.h"

/* Each row as its text and the places of itself and of the cells in it; or else the code that is said first. */
struct table_row { const char *name, *element, *csv, *rows; };

#define ALL "<csv each='xa'/>"
#define FIELDS(more) "<csv each='xa'" more "><field column='Tên' name='ten'/><field column='Số hộ' name='@so-ho'/></csv>"

static const struct table_row rows[] = {
    { "every column", ALL, "a,b\n1,2\n3,4\n", "<xa><a>1</a><b>2</b></xa> 2:1 2:1 2:3\n<xa><a>3</a><b>4</b></xa> 3:1 3:1 3:3" },
    { "no line end at the end", ALL, "a,b\n1,2", "<xa><a>1</a><b>2</b></xa> 2:1 2:1 2:3" },
    { "CRLF", ALL, "a,b\r\n1,2\r\n3,4\r\n", "<xa><a>1</a><b>2</b></xa> 2:1 2:1 2:3\n<xa><a>3</a><b>4</b></xa> 3:1 3:1 3:3" },
    { "byte order mark", ALL, "\xEF\xBB\xBF""a,b\n1,2\n", "<xa><a>1</a><b>2</b></xa> 2:1 2:1 2:3" },
    { "byte order mark, then a quotation mark", ALL, "\xEF\xBB\xBF\"a\",b\n1,2\n", "<xa><a>1</a><b>2</b></xa> 2:1 2:1 2:3" },
    { "semicolon", ALL, "a;b\n1,5;2\n", "<xa><a>1,5</a><b>2</b></xa> 2:1 2:1 2:5" },
    { "tab", ALL, "a\tb\n1,5\t2;\n", "<xa><a>1,5</a><b>2;</b></xa> 2:1 2:1 2:5" },
    { "as many commas as semicolons", ALL, "a;b,c\n1;2\n", "<xa><a>1</a><bc>2</bc></xa> 2:1 2:1 2:3" },
    { "separators in quotation marks", ALL, "\"a;;;\",b\n1,2\n", "<xa><a>1</a><b>2</b></xa> 2:1 2:1 2:3" },
    { "a separator that is given", "<csv each='xa' separator=','/>", "a;b;c,d\n1;2,3\n", "<xa><abc>1;2</abc><d>3</d></xa> 2:1 2:1 2:5" },
    { "tab that is given", "<csv each='xa' separator='tab'/>", "a;b\tc\n1\t2\n", "<xa><ab>1</ab><c>2</c></xa> 2:1 2:1 2:3" },
    { "one column", ALL, "a\n1\n\n2\n", "<xa><a>1</a></xa> 2:1 2:1\n<xa><a>2</a></xa> 4:1 4:1" },
    { "fields", FIELDS(""), "Số hộ,Khác,Tên\n1,x,2\n", "<xa so-ho=\"1\"><ten>2</ten></xa> 2:1 2:1 2:5" },
    { "a header of two lines", FIELDS(""), "\"Số\r\nhộ\", Tên \n1,2\n", "<xa so-ho=\"1\"><ten>2</ten></xa> 3:1 3:1 3:3" },
    { "letters and their marks apart", FIELDS(""), "So\xCC\x82\xCC\x81 ho\xCC\xA3\xCC\x82,Te\xCC\x82n\n1,2\n", "<xa so-ho=\"1\"><ten>2</ten></xa> 2:1 2:1 2:3" },
    { "one column twice", "<csv each='xa'><field column='a' name='b'/><field column='a' name='@c'/></csv>", "a\n1\n", "<xa c=\"1\"><b>1</b></xa> 2:1 2:1 2:1" },
    { "names that are made", ALL, "Số hộ (năm 2025),2025,ĐƠN  VỊ - tính,-x.\n1,2,3,4\n",
      "<xa><so-ho-nam-2025>1</so-ho-nam-2025><don-vi-tinh>3</don-vi-tinh><x>4</x></xa> 2:1 2:1 2:5 2:7" },
    { "quotation marks", ALL, "a,b\n\"1,\"\"x\"\"\",2\n", "<xa><a>1,&quot;x&quot;</a><b>2</b></xa> 2:1 2:1 2:11" },
    { "line ends in cells", ALL, "a,b\n\"1\nx\",2\n\n3,\"4\r\ny\"\n5,6\n",
      "<xa><a>1\nx</a><b>2</b></xa> 2:1 2:1 3:4\n<xa><a>3</a><b>4\r\ny</b></xa> 5:1 5:1 5:3\n<xa><a>5</a><b>6</b></xa> 7:1 7:1 7:3" },
    { "markup", ALL, "a,b\n<b>&amp;</b>,]]>\n", "<xa><a>&lt;b&gt;&amp;amp;&lt;/b&gt;</a><b>]]&gt;</b></xa> 2:1 2:1 2:14" },
    { "markup in attributes", FIELDS(""), "Tên;Số hộ\n'<\t&;\"\"\"a\"\"\"\n", "<xa so-ho=\"&quot;a&quot;\"><ten>'&lt;\t&amp;</ten></xa> 2:1 2:6 2:1" },
    { "blanks round cells", ALL, "a , b\n 1 ,\t2\t\n\" 3 \",\"\n4\"\n", "<xa><a>1</a><b>2</b></xa> 2:1 2:1 2:5\n<xa><a>3</a><b>4</b></xa> 3:1 3:1 3:7" },
    { "letters of several bytes", ALL, "a,b\nBến Thử,ế\n", "<xa><a>Bến Thử</a><b>ế</b></xa> 2:1 2:1 2:9" },
    { "empty cells", FIELDS(""), "Tên,Số hộ\n,1\n2,\n\"\",3\n", "<xa so-ho=\"1\"><?csv ten Tên?></xa> 2:1 2:2 2:1\n<xa><ten>2</ten><?csv @so-ho Số hộ?></xa> 3:1 3:1 3:3\n<xa so-ho=\"3\"><?csv ten Tên?></xa> 4:1 4:4 4:1" },
    { "empty rows", ALL, "\n\na,b\n\n  \n,\n\" \",\n1,2\n\t\n\n", "<xa><a>1</a><b>2</b></xa> 8:1 8:1 8:3" },
    { "a column without a name", ALL, "a,,b,\n1,x,2,\n", "<xa><a>1</a><b>2</b></xa> 2:1 2:1 2:5" },
    { "empty", ALL, "", "CSV_EMPTY" },
    { "a header alone", ALL, "a,b\n\n,\n", "CSV_EMPTY" },
    { "a cell too few", ALL, "a,b\n1\n2,3\n", "CSV_CELLS" },
    { "a cell too many", ALL, "a,b\n1,2,\n", "CSV_CELLS" },
    { "not closed", ALL, "a,b\n1,\"2\n3,4\n", "CSV_UNCLOSED" },
    { "not closed in the header", ALL, "a,\"b\n1,2\n", "CSV_UNCLOSED" },
    { "a quotation mark in a cell", ALL, "a,b\n1,2\"x\"\n", "CSV_QUOTE" },
    { "behind a quotation mark", ALL, "a,b\n1,\"2\"x\n", "CSV_QUOTE" },
    { "an old encoding", ALL, "a,b\n1,\xC0\xF0\xFE\n", "CSV_NOT_UTF8" },
    { "cut in a letter", ALL, "a,b\n1,\xE1\xBA", "CSV_NOT_UTF8" },
    { "UTF-16", ALL, "\xFF\xFE""a", "CSV_NOT_UTF8" },
    { "a control character", ALL, "a,b\n1,\x1F\n", "CSV_CHARACTER" },
    { "no letter of XML", ALL, "a,b\n1,\xEF\xBF\xBF\n", "CSV_CHARACTER" },
    { "an unknown column", FIELDS(""), "Tên,So hộ\n1,2\n", "CSV_COLUMN" },
    { "a column twice", FIELDS(""), "Tên,Số hộ,Tên\n1,2,3\n", "CSV_COLUMN_TWICE" },
    { "another column twice", FIELDS(""), "Tên,Số hộ,x,x\n1,2,3,4\n", "<xa so-ho=\"2\"><ten>1</ten></xa> 2:1 2:3 2:1" },
    { "names made alike", ALL, "Số hộ,so ho\n1,2\n", "CSV_NAME_TWICE" },
    { "attributes alike", "<csv each='xa'><field column='a' name='@a'/><field column='b' name='@a'/></csv>", "a,b\n1,2\n", "CSV_NAME_TWICE" },
    { "a blank in a name", "<csv each='xa'><field column='a' name='a b'/></csv>", "a\n1\n", "CSV_NAME" },
    { "a colon in a name", "<csv each='xa'><field column='a' name='a:b'/></csv>", "a\n1\n", "CSV_NAME" },
    { "a dash as a name", "<csv each='xa'><field column='a' name='@a\u2013b'/></csv>", "a\n1\n", "CSV_NAME" },
    { "a name space", "<csv each='xa'><field column='a' name='@xmlns'/></csv>", "a\n1\n", "CSV_NAME" },
};

struct bench {
    struct arena arena;
    struct log log;
    const struct source *src;
    struct csv *csv;
    struct pieced to;
    char all[4000];
    size_t n;
};

static struct csv *element(struct bench *b, const char *xml)
{
    const char *data = arena_format(&b->arena, "<data>%s</data>", xml);
    xmlDoc *doc = xml_parse(&b->arena, &b->log, source_memory(&b->arena, "map", data, (int)strlen(data)));
    assert_non_null(doc);
    assert_true(csv_is(xml_first_element(xmlDocGetRootElement(doc))));
    return csv_new(&b->arena, &b->log, xml_first_element(xmlDocGetRootElement(doc)));
}

static void open_bench(struct bench *b, const char *xml, const char *csv, int n)
{
    b->log.arena = &b->arena;
    b->src = source_memory(&b->arena, "csv", csv, n);
    b->to.text = buf_in(&b->arena);
    b->csv = element(b, xml);
}

static struct pos place(void *user, int64_t at, uint32_t line)
{
    const struct bench *b = user;
    struct pos pos = { b->src, (int)at };
    assert_int_equal(source_place(pos).line, line);
    return pos;
}

static void row(void *user, const struct csv_row *r)
{
    struct bench *b = user;
    b->to.text.size = b->to.n = 0;
    csv_element(b->csv, &b->to, 0, b->src->text + r->at, r);
    b->n += (size_t)snprintf(b->all + b->n, sizeof(b->all) - b->n, "%s%s", b->n ? "\n" : "", b->to.text.text);
    for (int i = 0; i < b->to.n; i++) {
        struct place p = source_place((struct pos){ b->src, (int)b->to.seam[i].at });
        assert_int_equal(p.line, b->to.seam[i].line);
        b->n += (size_t)snprintf(b->all + b->n, sizeof(b->all) - b->n, " %d:%d", p.line, p.column);
    }
}

/* The bytes come in pieces of so many. */
static void push_all(struct bench *b, int piece)
{
    const struct csv_listener listener = { place, row, b };
    int from = 0, to = 0, used = 0, n = b->src->size;
    csv_begin(b->csv, &b->log, &listener);
    do {
        to = to + piece < n ? to + piece : n;
        used = csv_push(b->csv, b->src->text + from, to - from, to == n);
        from += used;
    } while (used >= 0 && to < n);
}

static const char *first_error(const struct bench *b)
{
    for (int i = 0; i < b->log.n; i++)
        if (b->log.message[i].severity == SEVERITY_ERROR)
            return b->log.message[i].code;
    return NULL;
}

static void makes(void **state)
{
    const struct table_row *r = *state;
    for (int piece = 1000; piece; piece = piece > 100 ? 100 : piece == 100 ? 40 : 0) {
        struct bench b = { 0 };
        open_bench(&b, r->element, r->csv, (int)strlen(r->csv));
        if (b.csv)
            push_all(&b, piece);
        assert_string_equal(first_error(&b) ? first_error(&b) : b.all, r->rows);
        arena_free(&b.arena);
    }
}

/* With the header in one piece: every other byte may be the first of the next. */
static void in_pieces(void **state)
{
    static const char header[] = "Tên;Số hộ\r\n", csv[] = "\"Bến \"\"Thử\"\"\r\nĐông\";12\r\n\r\n;\r\nChợ Mẫu; 3 \r\n";
    (void)state;
    char whole[4000] = "";
    for (int piece = 200; piece >= (int)sizeof(header) - 1; piece--) {
        struct bench b = { 0 };
        char *bytes = arena_format(&b.arena, "%s%s%s%s", header, csv, csv, csv);
        open_bench(&b, FIELDS(""), bytes, (int)strlen(bytes));
        push_all(&b, piece);
        assert_int_equal(b.log.errors, 0);
        if (piece == 200)
            memcpy(whole, b.all, sizeof(whole));
        assert_string_equal(b.all, whole);
        arena_free(&b.arena);
    }
}

static void nul(void **state)
{
    struct bench b = { 0 };
    (void)state;
    open_bench(&b, ALL, "a,b\n1,\0\n", 8);
    push_all(&b, 100);
    assert_string_equal(first_error(&b), "CSV_CHARACTER");
    arena_free(&b.arena);
}

static void long_cell(void **state)
{
    enum { LETTERS = 5 * 1000 * 1000 };
    struct bench b = { 0 };
    char *bytes = malloc(LETTERS + 100);
    (void)state;
    int n = snprintf(bytes, 100, "a,b\n\"");
    memset(bytes + n, 'x', LETTERS);
    n += LETTERS;
    memcpy(bytes + n, "\",2\n", 5);
    open_bench(&b, ALL, bytes, n + 4);
    assert_true(csv_elements(b.csv, &b.log, &b.to, 0, b.src));
    assert_int_equal(b.to.text.size, LETTERS + (int)strlen("<xa><a></a><b>2</b></xa>"));
    arena_free(&b.arena);
    free(bytes);
}

int main(void)
{
    static struct cases c;
    CASES(&c, rows, makes);
    CASE(&c, in_pieces);
    CASE(&c, nul);
    CASE(&c, long_cell);
    return cases_run(&c, "csv");
}
