/* test_set.c - blocks into pages of marks, with fake metrics. */
#include "fake.h"

#include "write/dump/explain.h"

#include "cases.h"

struct words_row { const char *name; int letters; struct style style; const char *text, *lines[4]; };
#define STYLE(...) { .name = "p", .look = { .fonts = "Fake", .size = PT(10) }, .line_times = 1000, __VA_ARGS__ }
static const struct words_row words[] = {
    { "a line", 20, STYLE(.align = ALIGN_LEFT), "mot hai ba", { "10 28 mot hai ba" } },
    { "two", 8, STYLE(.align = ALIGN_LEFT), "mot hai ba", { "10 28 mot hai", "10 38 ba" } },
    { "centred", 20, STYLE(.align = ALIGN_CENTER), "mot hai ba", { "35 28 mot hai ba" } },
    { "right", 20, STYLE(.align = ALIGN_RIGHT), "mot hai ba", { "60 28 mot hai ba" } },
    { "first line's indent", 10, STYLE(.first = PT(20)), "mot hai ba", { "30 28 mot", "10 38 hai ba" } },
    { "half as much again between lines", 8, { .name = "p", .look = { .fonts = "Fake", .size = PT(10) }, .line_times = 1500 },
      "mot hai ba", { "10 28 mot hai", "10 43 ba" } },
    { "a tie is kept", 12, STYLE(.tie = "ngay"), "ba vao ngay 05 nay", { "10 28 ba vao", "10 38 ngay 05 nay" } },
    { "balanced", 20, STYLE(.balance = true), "mot hai ba bon nam sau", { "10 28 mot hai ba", "10 38 bon nam sau" } },
};
static void check_words(void **state)
{
    const struct words_row *row = *state;
    struct fake f;
    fake_begin(&f, row->letters, 20);
    fake_add(&f, fake_para(&f, &row->style, row->text));
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    for (int i = 0; i < 4 && row->lines[i]; i++)
        assert_string_equal(fake_text(&f, p, 0, i), row->lines[i]);
    arena_free(&f.arena);
}

static void justified_lines_end_at_the_edge(void **state)
{
    struct fake f;
    const struct style style = STYLE(.align = ALIGN_JUSTIFY);
    (void)state;
    fake_begin(&f, 9, 20);
    fake_add(&f, fake_para(&f, &style, "mot hai ba bon nam"));
    struct pages *p = fake_set(&f);
    const struct mark *m = &p->page[0].marks[0];
    assert_int_equal(m->text.n, 8); /* "mot hai", and the blank it ends at */
    assert_true(m->x + m->width <= PT(55) && m->x + m->width > PT(55) - 10);
    arena_free(&f.arena);
}

/* What is said of a paragraph, and whether there are pages all the same. */
struct said_row { const char *name; int letters; struct style style; const char *text; enum message id; bool pages; };
static const struct said_row said[] = {
    { "a word too wide is broken", 6, STYLE(.align = ALIGN_LEFT), "motchuratdai", MSG_WORD_BROKEN, true },
    { "a letter too wide cannot be", 1, STYLE(.align = ALIGN_LEFT), "W", MSG_LINE_OVERFULL, false },
    { "more lines than allowed", 8, STYLE(.lines = 1), "mot hai ba", MSG_LINES_EXCEEDED, false },
    { "no such letter", 20, STYLE(.align = ALIGN_LEFT), "mot \xE4\xB8\xAD", MSG_GLYPH_MISSING, false },
    { "no font", 20, { .name = "p", .look = { .fonts = "none", .size = PT(10) }, .line_times = 1000 }, "mot", MSG_FONT_NONE, false },
    { "a loose line", 20, STYLE(.align = ALIGN_JUSTIFY), "motchu haichu bachurasdfgdai ba", MSG_LINE_LOOSE, true },
};
static void check_said(void **state)
{
    const struct said_row *row = *state;
    struct fake f;
    fake_begin(&f, row->letters, 20);
    fake_add(&f, fake_para(&f, &row->style, row->text));
    struct pages *p = fake_set(&f);
    bool found = false;
    for (int i = 0; i < f.log.n; i++)
        found = found || f.log.message[i].id == row->id;
    assert_true(found);
    assert_int_equal(p != NULL, row->pages);
    arena_free(&f.arena);
}

/* Nothing parts words of one look and the next but the room: one piece alone would fit. */
static void words_without_a_blank_are_parted(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 8, 20);
    struct block *b = fake_add(&f, fake_para(&f, &fake_style, "aaa"));
    struct run *last = b->para.runs;
    for (int i = 0; i < 3; i++, last = last->next) {
        last->next = NEW(&f.arena, struct run);
        *last->next = (struct run){ .kind = RUN_TEXT, .look = &fake_style.look, .text = i % 2 ? "ccc" : "bbb" };
    }
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    assert_int_equal(f.log.message[0].id, MSG_WORD_BROKEN);
    assert_string_equal(fake_text(&f, p, 0, 1), "25 28 bbb");
    assert_string_equal(fake_text(&f, p, 0, 2), "10 38 ccc");
    assert_string_equal(fake_text(&f, p, 0, 3), "25 38 bbb");
    arena_free(&f.arena);
}

static struct block *with_note(struct fake *f, const char *text, const char *note_text)
{
    struct block *b = fake_para(f, &fake_style, text);
    struct note *note = NEW(&f->arena, struct note), **link = &f->doc.notes;
    *note = (struct note){ .label = "1", .blocks = fake_para(f, &fake_style, note_text) };
    while (*link)
        link = &(*link)->next;
    *link = note;
    b->para.runs->next = NEW(&f->arena, struct run);
    *b->para.runs->next = (struct run){ .kind = RUN_NOTE, .look = &fake_style.look, .text = "1", .note = note };
    return b;
}

static void a_note_stands_at_the_foot(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 10);
    fake_add(&f, with_note(&f, "chu", "ghi chu"));
    struct pages *p = fake_set(&f);
    assert_int_equal(p->n, 1);
    assert_string_equal(fake_text(&f, p, 0, 0), "10 28 chu");
    assert_string_equal(fake_text(&f, p, 0, 2), "10 118 ghi chu");
    const struct mark *rule = &p->page[0].marks[2];
    assert_int_equal(rule->kind, MARK_RULE);
    assert_int_equal(rule->width, PT(50));
    arena_free(&f.arena);
}

/* A foot of 10 points that begins 10 points above the text's end: the first page has two lines less, its note stands above. */
static void text_and_notes_leave_room_for_the_foot(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 10);
    f.section.running[RUN_FIRST][AT_BOTTOM] = (struct running){ .blocks = fake_para(&f, &fake_style, "dia chi"), .edge = PT(30) };
    fake_add(&f, with_note(&f, "chu", "ghi chu"));
    for (int i = 0; i < 16; i++)
        fake_add(&f, fake_para(&f, &fake_style, "dong"));
    struct pages *p = fake_set(&f);
    assert_int_equal(p->n, 3);
    assert_string_equal(fake_text(&f, p, 0, 6), "10 78 dong");
    assert_string_equal(fake_text(&f, p, 0, 7), "10 98 ghi chu");
    assert_string_equal(fake_text(&f, p, 0, 8), "10 108 dia chi");
    f.section.running[RUN_FIRST][AT_BOTTOM].edge = PT(5); /* in the margin it takes nothing */
    p = fake_set(&f);
    assert_int_equal(p->n, 2);
    arena_free(&f.arena);
}

static void a_note_of_a_cell_stands_on_its_rows_page(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 40, 10);
    struct width width = { WIDTH_SHARE, 1 };
    struct block *table = NEW(&f.arena, struct block);
    struct row **end = &table->table.rows;
    table->kind = BLOCK_TABLE;
    table->table.style = &(const struct table_style){ "t", PT(0.5), PT(1), PT(1), 0 };
    table->table.widths = &width;
    table->table.columns = 1;
    for (int i = 0; i < 12; i++, end = &(*end)->next) {
        *end = NEW(&f.arena, struct row);
        (*end)->kind = i ? ROW_BODY : ROW_HEAD;
        (*end)->cells = NEW(&f.arena, struct cell);
        *(*end)->cells = (struct cell){ .columns = 1, .rows = 1 };
        (*end)->cells->blocks = i == 10 ? with_note(&f, "muoi", "ghi chu") : fake_para(&f, &fake_style, i ? "hang" : "dau");
    }
    fake_add(&f, table);
    struct pages *p = fake_set(&f);
    assert_int_equal(p->n, 2);
    assert_string_equal(fake_text(&f, p, 1, 0), "11 29 dau"); /* repeated */
    bool found = false;
    for (int i = 0; i < p->page[1].n; i++)
        found = found || strstr(fake_text(&f, p, 1, i), "ghi chu");
    assert_true(found);
    arena_free(&f.arena);
}

static void fit_takes_the_first_that_fits(void **state)
{
    struct fake f;
    const struct style one = STYLE(.lines = 1), small = { .name = "s", .look = { .fonts = "Fake", .size = PT(5) }, .line_times = 1000, .lines = 1 };
    (void)state;
    fake_begin(&f, 8, 10);
    struct block *fit = NEW(&f.arena, struct block);
    fit->kind = BLOCK_FIT;
    fit->fit.n = 2;
    fit->fit.tries = NEW_N(&f.arena, struct block *, 2);
    fit->fit.tries[0] = fake_para(&f, &one, "mot hai ba");
    fit->fit.tries[1] = fake_para(&f, &small, "mot hai ba");
    fake_add(&f, fit);
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    assert_int_equal(f.log.n, 0);
    assert_int_equal(p->page[0].marks[0].text.size, PT(5));
    arena_free(&f.arena);
}

static void a_block_taller_than_the_page(void **state)
{
    struct fake f;
    struct field field = { .kind = FIELD_SIGNATURE, .width = PT(20), .height = PT(200) };
    (void)state;
    fake_begin(&f, 20, 10);
    struct block *b = fake_add(&f, NEW(&f.arena, struct block));
    b->kind = BLOCK_FIELD;
    b->field = &field;
    assert_null(fake_set(&f));
    assert_int_equal(f.log.message[0].id, MSG_BLOCK_TOO_TALL);
    arena_free(&f.arena);
}

static void page_numbers_start_anew(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 2);
    struct section second = f.section;
    for (int i = 0; i < 5; i++)
        fake_add(&f, fake_para(&f, &fake_style, "mot"));
    second.start = 1;
    second.blocks = fake_para(&f, &fake_style, "phu luc");
    f.section.next = &second;
    struct pages *p = fake_set(&f);
    assert_int_equal(p->n, 4);
    assert_int_equal(p->page[2].number, 3);
    assert_int_equal(p->page[3].number, 1);
    arena_free(&f.arena);
}

/* Four lines of ten points, gaps of 3, 2 and 3 points on a page of 60: twelve are left, and the two gaps
 * that are the style's own share them. The last page stays as it is. */
static void gaps_grow_to_the_bottom(void **state)
{
    static const struct style style = STYLE(.before = PT(3), .stretch = PT(8));
    static const char *const lines[] = { "10 28 mot", "10 47 hai", "10 59 ba", "10 78 bon" };
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 6);
    for (int i = 0; i < 6; i++)
        fake_add(&f, fake_para(&f, &style, i < 4 ? lines[i] + 6 : "nam"))->before = i == 2 ? PT(2) : PT(3);
    struct pages *p = fake_set(&f);
    for (int i = 0; i < 4; i++)
        assert_string_equal(fake_text(&f, p, 0, i), lines[i]);
    assert_string_equal(fake_text(&f, p, 1, 1), "10 41 nam");
    assert_int_equal(p->page[0].filled, PT(60));
    assert_string_equal(explain_page(&f.log, p, 0),
                        "page 1 (number 1): full; 0.0 mm left empty, cost 425 out of 425 for the section\n"
                        "4.3 mm were spread over 2 gaps between paragraphs to fill the page\n"
                        "the next page begins with 'nam': there is no room for it; 0.4 mm more are needed\n"
                        "breaking one step earlier: the section would cost 1215 (+790); nothing is separated\n"
                        "breaking one step later: impossible: there is no room for it; 0.4 mm more are needed");
    arena_free(&f.arena);
}

/* A grid without words stands between a heading and its text; a page has room for the first two. */
static void a_heading_is_kept_with_what_is_seen(void **state)
{
    static const struct style heading = STYLE(.keep_next = true);
    static struct width share = { WIDTH_SHARE, 1 };
    static struct cell cell = { .columns = 1, .rows = 1 };
    static struct row row = { .cells = &cell };
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 3);
    fake_add(&f, fake_para(&f, &fake_style, "mot"));
    fake_add(&f, fake_para(&f, &fake_style, "hai"));
    fake_add(&f, fake_para(&f, &heading, "De muc"));
    *fake_add(&f, NEW(&f.arena, struct block)) = (struct block){ .kind = BLOCK_GRID, .grid = { &share, 1, 0, 0, &row } };
    fake_add(&f, fake_para(&f, &fake_style, "ba"));
    struct pages *p = fake_set(&f);
    assert_string_equal(fake_text(&f, p, 0, 2), "none");
    assert_string_equal(fake_text(&f, p, 1, 0), "10 28 De muc");
    arena_free(&f.arena);
}

/* Three lines beside cells of one: level with the first, in the middle, at the bottom. */
static void cells_of_a_grid_stand_where_they_say(void **state)
{
    static struct width share[] = { { WIDTH_SHARE, 1 }, { WIDTH_SHARE, 1 }, { WIDTH_SHARE, 1 }, { WIDTH_SHARE, 1 } };
    static const char *const words[] = { "mot hai bon", "ba", "nam", "sau" };
    static const enum valign valign[] = { VALIGN_TOP, VALIGN_TOP, VALIGN_MIDDLE, VALIGN_BOTTOM };
    struct fake f;
    struct row row = { 0 };
    struct cell cell[4];
    (void)state;
    fake_begin(&f, 16, 20);
    for (int i = 3; i >= 0; i--) {
        cell[i] = (struct cell){ .next = row.cells, .column = i, .columns = 1, .rows = 1, .valign = valign[i],
                                 .blocks = fake_para(&f, &fake_style, words[i]) };
        row.cells = &cell[i];
    }
    *fake_add(&f, NEW(&f.arena, struct block)) = (struct block){ .kind = BLOCK_GRID, .grid = { share, 4, 0, 0, &row } };
    struct pages *p = fake_set(&f);
    assert_string_equal(fake_text(&f, p, 0, 2), "10 48 bon");
    assert_string_equal(fake_text(&f, p, 0, 3), "30 28 ba");
    assert_string_equal(fake_text(&f, p, 0, 4), "50 38 nam");
    assert_string_equal(fake_text(&f, p, 0, 5), "70 48 sau");
    arena_free(&f.arena);
}

int main(void)
{
    static struct cases c;
    CASES(&c, words, check_words);
    CASES(&c, said, check_said);
    CASE(&c, justified_lines_end_at_the_edge);
    CASE(&c, words_without_a_blank_are_parted);
    CASE(&c, a_note_stands_at_the_foot);
    CASE(&c, text_and_notes_leave_room_for_the_foot);
    CASE(&c, a_note_of_a_cell_stands_on_its_rows_page);
    CASE(&c, fit_takes_the_first_that_fits);
    CASE(&c, a_block_taller_than_the_page);
    CASE(&c, page_numbers_start_anew);
    CASE(&c, gaps_grow_to_the_bottom);
    CASE(&c, cells_of_a_grid_stand_where_they_say);
    CASE(&c, a_heading_is_kept_with_what_is_seen);
    return cases_run(&c, "set");
}
