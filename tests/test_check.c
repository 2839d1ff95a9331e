/* test_check.c - the decree's rules on pages made by hand: what the program's own pages cannot break, what a
 * template may leave out, and pages that hold nothing.                                              */
#include "fake.h"

#include "cases.h"
#include "check/layout.h"

static const struct face faces[2][2] = {
    { { .name = "T", .family = "Times New Roman", .ascent = 891, .descent = 216, .advance = fake_advance, .file = "" },
      { .name = "TI", .family = "Times New Roman", .italic = true, .ascent = 891, .descent = 216, .advance = fake_advance, .file = "" } },
    { { .name = "TB", .family = "Times New Roman", .bold = true, .ascent = 891, .descent = 216, .advance = fake_advance, .file = "" },
      { .name = "TBI", .family = "Times New Roman", .bold = true, .italic = true, .ascent = 891, .descent = 216, .advance = fake_advance, .file = "" } },
};

struct made { struct arena arena; struct pages pages; struct page page[3]; struct page_file file; };
enum { BOLD = 1, ITALIC = 2, MOST_MARKS = 100 };

static struct mark *mark_on(struct made *m, int page, enum mark_kind kind, const char *role, double x, double y)
{
    struct pages *p = &m->pages;
    p->elements = arena_grow(&m->arena, p->elements, p->n_elements + 1, &p->room_elements, sizeof(*p->elements));
    p->elements[p->n_elements] = (struct element){ .kind = ELEMENT_P, .parent = p->n_elements ? 0 : -1, .role = role };
    p->n_elements++;
    struct mark *to = &m->page[page].marks[m->page[page].n++];
    *to = (struct mark){ .kind = kind, .element = p->n_elements - 1, .x = MM(x), .y = MM(y) };
    return to;
}

/* Centred at x where it is negative; every letter is half its size wide.                             */
static struct mark *text(struct made *m, int page, const char *role, double x, double y, int size, int look, const char *s)
{
    struct mark *t = mark_on(m, page, MARK_TEXT, role, x, y);
    t->text.s = s;
    t->text.n = (int)strlen(s);
    t->text.face = &faces[look & BOLD][(look & ITALIC) != 0];
    t->text.size = PT(size);
    t->text.note = -1;
    for (const char *c = s; *c; c++)
        t->width += (*c & 0xC0) != 0x80 ? PT(size) / 2 : 0;
    if (x < 0)
        t->x = MM(-x) - t->width / 2;
    return t;
}

static struct mark *rule(struct made *m, int page, double x, double y, double width, double height)
{
    struct mark *r = mark_on(m, page, MARK_RULE, NULL, x, y);
    r->width = width ? MM(width) : PT(0.5);
    r->rule.height = height ? MM(height) : PT(0.5);
    return r;
}

static void begin(struct made *m)
{
    *m = (struct made){ .file = { "", NULL, 0, 2, 0, 0 } };
    m->pages = (struct pages){ .page = m->page, .n = 2, .file = &m->file, .n_files = 1, .title = "t", .author = "", .subject = "", .lang = "vi" };
    for (int i = 0; i < 3; i++)
        m->page[i] = (struct page){ .width = A4_WIDTH, .height = A4_HEIGHT, .top = MM(20), .bottom = MM(20), .left = MM(30), .right = MM(15),
                                    .marks = NEW_N(&m->arena, struct mark, MOST_MARKS) };
    mark_on(m, 2, MARK_RULE, NULL, 0, 0); /* element 0: the root */
    text(m, 0, "o2", -60, 24, 12, BOLD, "SỞ NỘI VỤ");
    text(m, 0, "o1", -150, 24, 12, BOLD, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    rule(m, 0, 56, 26, 8, 0);
    text(m, 0, "o1", -150, 29, 13, BOLD, "Độc lập - Tự do - Hạnh phúc");
    text(m, 0, "o3", -60, 38, 13, 0, "Số: 15/BC-SNV");
    text(m, 0, "o4", -150, 38, 13, ITALIC, "Bắc Giang, ngày 05 tháng 02 năm 2020");
    text(m, 0, "o5a", -112.5, 50, 14, BOLD, "BÁO CÁO");
    text(m, 0, "o6", 40, 70, 14, 0, "Nội dung./.");
    text(m, 0, "o9b", 30, 90, 12, BOLD | ITALIC, "Nơi nhận:");
    text(m, 0, "o9b", 30, 95, 11, 0, "- Lưu: VT, CCHC.");
    text(m, 0, "o7a", -155, 90, 14, BOLD, "GIÁM ĐỐC");
    text(m, 0, "o7b", -155, 125, 14, BOLD, "Vũ Mạnh Hùng");
    for (int page = 0; page < 2; page++) { /* a table over two pages, 30 to 195 mm */
        double y = page ? 22 : 200;
        for (int k = 0; k < 3; k++)
            rule(m, page, 30, y + 10 * k, 165, 0);
        rule(m, page, 30, y, 0, 20);
        rule(m, page, 60, y, 0, 20);
        rule(m, page, 195, y, 0, 20);
        text(m, page, NULL, 35, y + 6, 12, BOLD, "TT");
        text(m, page, NULL, 35, y + 16, 12, 0, page ? "2" : "1");
    }
}

static const unsigned char red_dot[] = { 255, 0, 0 }, blue_dot[] = { 0, 0, 255 }, full[] = { 255 };
static const struct image red = { .name = "red", .width = 1, .height = 1, .channels = 3, .pixels = red_dot, .alpha = full };
static const struct image opaque = { .name = "opaque", .width = 1, .height = 1, .channels = 3, .pixels = red_dot };
static const struct image blue = { .name = "blue", .width = 1, .height = 1, .channels = 3, .pixels = blue_dot, .alpha = full };

static void picture(struct made *m, const struct image *image, double x, double width)
{
    struct mark *p = mark_on(m, 0, MARK_IMAGE, NULL, x, 95);
    p->width = MM(width);
    p->image.height = MM(20);
    p->image.image = image;
}

/* ---- one change each ------------------------------------------------------------------------------- */

static void nothing(struct made *m) { (void)m; }
static void letter_paper(struct made *m) { m->page[0].width = PT(612); }
static void decomposed(struct made *m) { text(m, 0, "o6", 40, 78, 14, 0, "Ba\xCC\x81o"); }
static void replaced(struct made *m) { text(m, 0, "o6", 40, 78, 14, 0, "B\xEF\xBF\xBDo"); }
static void no_file(struct made *m) { text(m, 0, "o6", 40, 78, 14, 0, "x")->text.face = &fake_face; }
static void high_number(struct made *m)
{
    for (int i = 0; i < m->page[0].n; i++)
        if (m->page[0].marks[i].y == MM(38))
            m->page[0].marks[i].y = MM(28.5);
}
static void signature(struct made *m) { picture(m, &blue, 135, 40); }
static void seal(struct made *m) { signature(m); picture(m, &red, 112, 36); }
static void far_seal(struct made *m) { signature(m); picture(m, &red, 103, 36); }
static void flat_seal(struct made *m) { signature(m); picture(m, &opaque, 112, 36); }
static void black_signature(struct made *m) { picture(m, &red, 112, 36); }
static void other_head(struct made *m)
{
    for (int i = 0; i < m->page[1].n; i++)
        if (m->page[1].marks[i].kind == MARK_TEXT && m->page[1].marks[i].y == MM(28))
            m->page[1].marks[i].text.s = "ST";
}
static void wide_cell(struct made *m) { text(m, 0, NULL, 35, 217.5, 12, 0, "words that cross the border"); }
static void open_table(struct made *m)
{
    for (int i = 0; i < m->page[0].n; i++)
        if (m->page[0].marks[i].kind == MARK_RULE && m->page[0].marks[i].y == MM(220))
            m->page[0].marks[i].width = MM(80);
}
static void no_roles(struct made *m)
{
    for (int i = 0; i < m->pages.n_elements; i++)
        m->pages.elements[i].role = NULL;
}
static void no_text(struct made *m) { m->page[0].n = m->page[1].n = 0; }
static void no_header(struct made *m)
{
    for (int i = 0; i < m->pages.n_elements; i++)
        if (m->pages.elements[i].role && m->pages.elements[i].role[1] < '5')
            m->pages.elements[i].role = NULL;
}
static void drop_role(struct made *m, const char *role)
{
    for (int i = 0; i < m->pages.n_elements; i++)
        if (m->pages.elements[i].role && strcmp(m->pages.elements[i].role, role) == 0)
            m->pages.elements[i].role = NULL;
}
static void no_number(struct made *m) { drop_role(m, "o3"); }
static void no_body(struct made *m) { drop_role(m, "o6"); }
static void no_type(struct made *m)
{
    for (int i = 0; i < m->page[0].n; i++)
        if (m->page[0].marks[i].kind == MARK_TEXT && m->page[0].marks[i].y == MM(50)) {
            m->page[0].marks[i].text.s = "DANH MỤC";
            m->page[0].marks[i].text.n = (int)strlen("DANH MỤC");
        }
}
static void turned(struct made *m)
{
    for (int i = 0; i < 2; i++) {
        m->page[i].width = A4_HEIGHT;
        m->page[i].height = A4_WIDTH;
        m->page[i].left = MM(20);
    }
}
static void narrow(struct made *m) { m->page[0].left = m->page[1].left = MM(20); }
static void list(struct made *m) { no_type(m); no_number(m); }
static void party(struct made *m)
{
    struct mark *t = &m->page[0].marks[1];
    t->text.s = "ĐẢNG CỘNG SẢN VIỆT NAM";
    t->text.n = (int)strlen(t->text.s);
}

struct case_row { const char *name; void (*change)(struct made *m); const char *rule; enum check_state state; };
static const struct case_row cases[] = {
    { "A4", nothing, "R1", CHECK_PASS },
    { "letter paper", letter_paper, "R1", CHECK_FINDING },
    { "letters and fonts", nothing, "R9", CHECK_PASS },
    { "decomposed letters", decomposed, "R9", CHECK_FINDING },
    { "a face without a file", no_file, "R9", CHECK_FINDING },
    { "no strange letter", nothing, "R11", CHECK_PASS },
    { "a letter was replaced", replaced, "R11", CHECK_FINDING },
    { "the number is low", nothing, "R52", CHECK_PASS },
    { "the number is above the line", high_number, "R52", CHECK_FINDING },
    { "no picture", nothing, "R99", CHECK_NOT_APPLICABLE },
    { "a signature", signature, "R99", CHECK_PASS },
    { "no seal", signature, "R100", CHECK_NOT_APPLICABLE },
    { "a seal over a third", seal, "R100", CHECK_PASS },
    { "a seal beside", far_seal, "R100", CHECK_FINDING },
    { "a seal that hides", flat_seal, "R100", CHECK_FINDING },
    { "a seal without a signature", black_signature, "R100", CHECK_FINDING },
    { "the head again", nothing, "R116", CHECK_PASS },
    { "another head", other_head, "R116", CHECK_FINDING },
    { "cells", nothing, "R117", CHECK_PASS },
    { "words cross a border", wide_cell, "R117", CHECK_FINDING },
    { "a row goes on", open_table, "R117", CHECK_FINDING },
    { "a side is open", open_table, "R118", CHECK_FINDING },
    { "no file", nothing, "R119", CHECK_NOT_JUDGED },
    { "no roles: paper", no_roles, "R1", CHECK_PASS },
    { "no roles: parts", no_roles, "R21", CHECK_NOT_JUDGED },
    { "no roles: recipients", no_roles, "R87", CHECK_NOT_JUDGED },
    { "a scan", no_text, "R3", CHECK_NOT_JUDGED },
    { "a scan: paper", no_text, "R1", CHECK_PASS },
    { "no header", no_header, "R21", CHECK_NOT_JUDGED },
    { "no header: names", no_header, "R31", CHECK_NOT_JUDGED },
    { "no header: number", no_header, "R40", CHECK_NOT_JUDGED },
    { "no header: date", no_header, "R48", CHECK_NOT_JUDGED },
    { "no type", no_type, "R54", CHECK_FINDING },
    { "a left margin of 20 mm", narrow, "R5", CHECK_FINDING },
    { "turned pages have another left margin", turned, "R5", CHECK_NOT_APPLICABLE },
    { "and right", turned, "R6", CHECK_NOT_APPLICABLE },
    { "a list: no number, no type", list, "R54", CHECK_NOT_JUDGED },
    { "one line before the end block", nothing, "R101", CHECK_FINDING },
    { "a list: a table before the end block", no_body, "R101", CHECK_PASS },
    { "the Party's", party, "R22", CHECK_NOT_APPLICABLE },
};

struct wanted { const char *rule; enum check_state state; bool said; int n; };

static void take(void *user, const struct check_verdict *v)
{
    struct wanted *w = user;
    w->n++;
    assert_non_null(v->measured);
    if (strcmp(v->rule->name, w->rule) != 0)
        return;
    w->state = v->state;
    w->said = *v->measured || v->state == CHECK_PASS;
}

static void check_case(void **state)
{
    const struct case_row *row = *state;
    for (int english = 0; english < 2; english++) {
        struct made m;
        struct wanted w = { .rule = row->rule };
        begin(&m);
        row->change(&m);
        check_layout(&m.arena, english, &m.pages, NULL, take, &w);
        assert_int_equal(w.state, row->state);
        assert_true(w.said);
        assert_true(w.n >= check_rule_count());
        arena_free(&m.arena);
    }
}

/* R1, R2 ..., T1 ..., D1 ...: each number once, and none is left out.                                        */
static void check_number(int rule)
{
    enum check_level level;
    const char *name = check_rule(rule, 0, &level)->name;
    int of_letter = 0, same = 0;
    for (int i = 0; i < check_rule_count(); i++) {
        const char *other = check_rule(i, 0, &level)->name;
        of_letter += *other == *name;
        same += strcmp(other, name) == 0;
    }
    char *end;
    long number = strtol(name + 1, &end, 10);
    if (same != 1 || !strchr("RTD", *name) || *end || number < 1 || number > of_letter)
        fail_msg("%s: there are %d rules of this letter, %d of this name", name, of_letter, same);
}

/* Every rule says in both languages what it allows, by which clause, and what to do.                    */
static void check_rows(void **state)
{
    (void)state;
    for (int i = 0; i < check_rule_count(); i++) {
        check_number(i);
        for (int english = 0; english < 2; english++) {
            enum check_level level;
            const struct check_rule *r = check_rule(i, english, &level);
            assert_true(*r->clause && *r->title && *r->allowed && *r->remedy);
        }
    }
}

int main(void)
{
    struct CMUnitTest tests[LENGTH(cases) + 1];
    for (int i = 0; i < LENGTH(cases); i++)
        tests[i] = (struct CMUnitTest){ cases[i].name, check_case, NULL, NULL, (void *)&cases[i] };
    tests[LENGTH(cases)] = (struct CMUnitTest){ "rows", check_rows, NULL, NULL, NULL };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
