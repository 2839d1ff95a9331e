/* test_words.c - the rules of the words themselves: numbers in words, syllables, totals of tables, and short texts that
 * are right or wrong by one thing.                                                                       */
#include "fake.h"

#include "cases.h"
#undef skip /* cmocka.h has one too */
#include "check/text.h"

/* ---- numbers ------------------------------------------------------------------------------------------ */

struct numeral_row { const char *words; int64_t value; const char *rest; };
static const struct numeral_row numerals[] = {
    { "không", 0, "" },
    { "năm", 5, "" },
    { "mười", 10, "" },
    { "mười lăm", 15, "" },
    { "hai mươi mốt", 21, "" },
    { "ba mươi tư", 34, "" },
    { "ba mươi bốn", 34, "" },
    { "năm mươi nhăm", 55, "" },
    { "một trăm", 100, "" },
    { "một trăm linh năm", 105, "" },
    { "một trăm lẻ năm", 105, "" },
    { "một trăm mười lăm", 115, "" },
    { "chín trăm chín mươi chín", 999, "" },
    { "hai trăm rưỡi", 250, "" },
    { "một nghìn", 1000, "" },
    { "một ngàn không trăm linh năm", 1005, "" },
    { "một nghìn linh năm", 1005, "" },
    { "hai mươi nghìn năm trăm", 20500, "" },
    { "một triệu hai trăm năm mươi nghìn", 1250000, "" },
    { "một triệu hai trăm năm mươi ngàn", 1250000, "" },
    { "hai triệu rưỡi", 2500000, "" },
    { "ba tỷ", 3000000000, "" },
    { "ba tỉ hai trăm triệu không trăm linh một nghìn", 3200001000, "" },
    { "một nghìn tỷ", 1000000000000, "" },
    { "một nghìn hai trăm tỷ", 1200000000000, "" },
    { "một nghìn hai trăm ba mươi tư tỷ năm trăm triệu", 1234500000000, "" },
    { "một triệu hai trăm nghìn đồng", 1200000, " đồng" },
    { "mười năm", 10, " năm" },
    { "hai mươi năm", 20, " năm" },
    { "năm 2019", 5, " 2019" },
    { "năm thứ hai", 5, " thứ hai" },
    { "đồng", -1, NULL },
    { "", -1, NULL },
    { "một triệu hai", -1, NULL },
    { "một trăm hai", -1, NULL },
    { "một trăm năm", -1, NULL },
    { "hai nghìn ba triệu", -1, NULL },
    { "một triệu hai triệu", -1, NULL },
    { "một tỷ hai tỷ", -1, NULL },
    { "linh", -1, NULL },
    { "mươi", -1, NULL },
};

static void check_numeral(void **state)
{
    const struct numeral_row *row = *state;
    int used = 0;
    assert_int_equal(numeral_read(row->words, &used), row->value);
    if (row->rest)
        assert_string_equal(row->words + used, row->rest);
}

struct digits_row { const char *text; bool good; int64_t value; int decimals; const char *written; };
static const struct digits_row digits[] = {
    { "0", true, 0, 0, "0" },
    { "05", true, 5, 0, "5" },
    { "1247", true, 1247, 0, "1.247" },
    { "1.247", true, 1247, 0, "1.247" },
    { "1.250.000", true, 1250000, 0, "1.250.000" },
    { "1.250.000,50", true, 125000050, 2, "1.250.000,50" },
    { "96,5", true, 965, 1, "96,5" },
    { "0,05", true, 5, 2, "0,05" },
    { "1,234.5", false, 0, 0, NULL },
    { "1.23", false, 0, 0, NULL },
    { "1234.567", false, 0, 0, NULL },
    { "12/2020", false, 0, 0, NULL },
    { "99999999999999999999", false, 0, 0, NULL },
    { "", false, 0, 0, NULL },
    { "x", false, 0, 0, NULL },
};

static void check_digits(void **state)
{
    const struct digits_row *row = *state;
    struct arena a = { 0 };
    int64_t value;
    int decimals, used;
    assert_int_equal(digits_read(row->text, &value, &decimals, &used), row->good);
    if (row->good) {
        assert_int_equal(value, row->value);
        assert_int_equal(decimals, row->decimals);
        assert_int_equal(row->text[used], 0);
        assert_string_equal(digits_write(&a, value, decimals), row->written);
    }
    arena_free(&a);
}

/* ---- syllables ------------------------------------------------------------------------------------------ */

struct syllable_row { const char *word, *initial, *rime; int tone, tone_at; }; /* initial NULL: none                 */
static const struct syllable_row syllables[] = {
    { "hòa", "h", "oa", 1, 0 },       { "hoà", "h", "oa", 1, 1 },      { "thúy", "th", "uy", 4, 0 },   { "thuý", "th", "uy", 4, 1 },
    { "quý", "qu", "y", 4, 0 },       { "quả", "qu", "a", 2, 0 },      { "khỏe", "kh", "oe", 2, 0 },   { "khoẻ", "kh", "oe", 2, 1 },
    { "ủy", "", "uy", 2, 0 },         { "uỷ", "", "uy", 2, 1 },        { "nghiêng", "ngh", "iêng", 0, -1 }, { "giếng", "g", "iêng", 4, 1 },
    { "gì", "g", "i", 1, 0 },         { "đường", "đ", "ương", 1, 1 },  { "quyết", "qu", "yêt", 4, 1 }, { "khuỷu", "kh", "uyu", 2, 1 },
    { "hotel", NULL, NULL, 0, 0 },    { "für", NULL, NULL, 0, 0 },     { "hóà", NULL, NULL, 0, 0 },    { "z", NULL, NULL, 0, 0 },
    { "davíđ", NULL, NULL, 0, 0 },    { "ngh", NULL, NULL, 0, 0 },
};

static void check_syllable(void **state)
{
    const struct syllable_row *row = *state;
    struct syllable read;
    bool good = syllable_read(row->word, (int)strlen(row->word), &read);
    assert_int_equal(good, row->initial != NULL);
    if (!good)
        return;
    if (strcmp(row->initial, "g") != 0) /* gi or g: both are read */
        assert_string_equal(read.initial, row->initial);
    assert_int_equal(read.tone, row->tone);
    if (strcmp(row->initial, "g") != 0) {
        assert_string_equal(read.rime, row->rime);
        assert_int_equal(read.tone_at, row->tone_at);
    }
}

/* ---- pages of these words ------------------------------------------------------------------------------------ */

static const struct face face = { .name = "T", .family = "Times New Roman", .ascent = 891, .descent = 216, .advance = fake_advance, .file = "" };
struct made { struct arena arena; struct pages pages; struct page page; struct page_file file; double y; };
enum { MOST_MARKS = 400 };

static int element(struct made *m, enum element_kind kind, int parent, const char *role)
{
    struct pages *p = &m->pages;
    p->elements = arena_grow(&m->arena, p->elements, p->n_elements + 1, &p->room_elements, sizeof(*p->elements));
    p->elements[p->n_elements] = (struct element){ .kind = kind, .parent = parent, .role = role };
    return p->n_elements++;
}

static void put(struct made *m, int of, double x, const char *s, int n)
{
    struct mark *t = &m->page.marks[m->page.n++];
    *t = (struct mark){ .kind = MARK_TEXT, .element = of, .x = MM(x), .y = MM(m->y), .width = PT(6) * utf8_letters(s, n) };
    t->text.s = s;
    t->text.n = n;
    t->text.face = &face;
    t->text.size = PT(13);
    t->text.note = -1;
}

static void begin(struct made *m)
{
    *m = (struct made){ .file = { "", NULL, 0, 1, 0, 0 }, .y = 30 };
    m->pages = (struct pages){ .page = &m->page, .n = 1, .file = &m->file, .n_files = 1, .title = "t", .author = "", .subject = "", .lang = "vi", .date = 20260110 };
    m->page = (struct page){ .width = A4_WIDTH, .height = A4_HEIGHT, .marks = NEW_N(&m->arena, struct mark, MOST_MARKS) };
    element(m, ELEMENT_DOCUMENT, -1, NULL);
}

/* Paragraphs parted by |, their lines by ~; a line keeps the blank that it ends at.                               */
static void put_text(struct made *m, const char *text)
{
    for (const char *s = text; *s; s += strcspn(s, "|") + (s[strcspn(s, "|")] != 0)) {
        int of = element(m, ELEMENT_P, 0, "o6");
        const char *end = s + strcspn(s, "|");
        for (const char *line = s; line < end; m->y += 6) {
            int n = (int)strcspn(line, "|~");
            put(m, of, 30, line, n);
            line += n + (line[n] == '~');
        }
    }
}

/* Rows parted by /, cells by |; the first row is the head.                                                       */
static void put_table(struct made *m, const char *text)
{
    int table = element(m, ELEMENT_TABLE, 0, NULL), rows = 0;
    for (const char *s = text; *s; rows++, m->y += 6) {
        const char *end = s + strcspn(s, "/");
        int row = element(m, ELEMENT_TR, table, NULL), column = 0;
        for (const char *cell = s; cell <= end; column++) {
            int n = (int)strcspn(cell, "|/");
            int of = element(m, rows ? ELEMENT_TD : ELEMENT_TH, row, NULL);
            if (n)
                put(m, element(m, ELEMENT_P, of, NULL), 20 + 30 * column, cell, n);
            cell += n + 1;
        }
        s = end + (*end != 0);
    }
}

struct text_row { const char *rule; enum check_state state; const char *text, *said; }; /* said: in what was measured    */
static const struct text_row texts[] = {
#include "words/texts.h"
};
static const struct text_row tables[] = {
#include "words/tables.h"
};

struct wanted { const struct text_row *row; bool seen; };

static void take(void *user, const struct check_verdict *v)
{
    struct wanted *w = user;
    if (strcmp(v->rule->name, w->row->rule) != 0)
        return;
    if (v->state != w->row->state)
        print_error("%s: %s: %s\n", w->row->rule, w->row->text, v->measured);
    assert_int_equal(v->state, w->row->state);
    w->seen |= !w->row->said || strstr(v->measured, w->row->said);
    assert_true(v->state != CHECK_FINDING || (v->page == 0 && v->width > 0 && v->words));
}

static void check_words(const struct text_row *row, void (*put_words)(struct made *m, const char *text))
{
    for (int english = 0; english < 2; english++) {
        struct made m;
        struct wanted w = { .row = row };
        begin(&m);
        put_words(&m, row->text);
        check_layout(&m.arena, english, &m.pages, NULL, take, &w);
        if (!w.seen && !english)
            print_error("%s: %s: not said: %s\n", row->rule, row->text, row->said);
        assert_true(w.seen || (english && row->said));
        arena_free(&m.arena);
    }
}

/* Each rule of words and references has a row that it finds: here, or why not.                                   */
static void check_rows(void **state)
{
    (void)state;
    static const char *const elsewhere[] = { "T1" /* of data, which these pages have not */, "D2" /* notes of pages: tests/check/wrong.py */ };
    for (int i = 0; i < check_rule_count(); i++) {
        enum check_level level;
        const char *name = check_rule(i, 0, &level)->name;
        bool found = *name == 'R';
        for (int k = 0; k < LENGTH(elsewhere); k++)
            found |= strcmp(elsewhere[k], name) == 0;
        for (int k = 0; k < LENGTH(texts); k++)
            found |= strcmp(texts[k].rule, name) == 0 && texts[k].state == CHECK_FINDING;
        for (int k = 0; k < LENGTH(tables); k++)
            found |= strcmp(tables[k].rule, name) == 0 && tables[k].state == CHECK_FINDING;
        if (!found)
            fail_msg("%s: no row of tests/words is wrong by it", name);
    }
}

static void check_text(void **state) { check_words(*state, put_text); }
static void check_table(void **state) { check_words(*state, put_table); }

int main(void)
{
    enum { MOST = LENGTH(numerals) + LENGTH(digits) + LENGTH(syllables) + LENGTH(texts) + LENGTH(tables) + 1 };
    struct CMUnitTest tests[MOST];
    int n = 0;
    for (int i = 0; i < LENGTH(numerals); i++)
        tests[n++] = (struct CMUnitTest){ numerals[i].words, check_numeral, NULL, NULL, (void *)&numerals[i] };
    for (int i = 0; i < LENGTH(digits); i++)
        tests[n++] = (struct CMUnitTest){ digits[i].text, check_digits, NULL, NULL, (void *)&digits[i] };
    for (int i = 0; i < LENGTH(syllables); i++)
        tests[n++] = (struct CMUnitTest){ syllables[i].word, check_syllable, NULL, NULL, (void *)&syllables[i] };
    for (int i = 0; i < LENGTH(texts); i++)
        tests[n++] = (struct CMUnitTest){ texts[i].text, check_text, NULL, NULL, (void *)&texts[i] };
    for (int i = 0; i < LENGTH(tables); i++)
        tests[n++] = (struct CMUnitTest){ tables[i].text, check_table, NULL, NULL, (void *)&tables[i] };
    tests[n++] = (struct CMUnitTest){ "rows", check_rows, NULL, NULL, NULL };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
