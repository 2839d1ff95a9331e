/* test_explain.c - why pages end where they do and lines are loose, with fake metrics: a page holds
 * ten lines of twenty letters, a letter is 5 points wide.                                       */
#include "fake.h"

#include "write/dump/explain.h"

#include "cases.h"

enum { ROUNDING = PT(0.1) };     /* a page of pages.c is higher by                              */

#define STYLE(...) { .name = "p", .look = { .fonts = "Fake", .size = PT(10) }, .line_times = 1000, __VA_ARGS__ }
static const struct style heading = STYLE(.keep_next = true), justified = STYLE(.align = ALIGN_JUSTIFY);

static void add_lines(struct fake *f, int n)
{
    for (int i = 0; i < n; i++)
        fake_add(f, fake_para(f, &fake_style, "mot"));
}

static struct block *add_note(struct fake *f, const char *note_text)
{
    struct block *b = fake_add(f, fake_para(f, &fake_style, "co chu thich"));
    struct note *note = NEW(&f->arena, struct note);
    *note = (struct note){ .label = "1", .blocks = fake_para(f, &fake_style, note_text) };
    f->doc.notes = note;
    b->para.runs->next = NEW(&f->arena, struct run);
    *b->para.runs->next = (struct run){ .kind = RUN_NOTE, .look = &fake_style.look, .text = "1", .note = note };
    return b;
}

/* Rows of one column; `tall`: of three lines. */
static void add_table(struct fake *f, int rows, int head, int tall)
{
    static struct width width = { WIDTH_SHARE, 1 };
    static const struct table_style style = { "t", 0, 0, 0, 0 };
    struct block *table = fake_add(f, NEW(&f->arena, struct block));
    struct row **end = &table->table.rows;
    table->kind = BLOCK_TABLE;
    table->table.style = &style;
    table->table.widths = &width;
    table->table.columns = 1;
    for (int i = 0; i < rows; i++, end = &(*end)->next) {
        *end = NEW(&f->arena, struct row);
        (*end)->kind = i == head ? ROW_HEAD : ROW_BODY;
        (*end)->cells = NEW(&f->arena, struct cell);
        *(*end)->cells = (struct cell){ .columns = 1, .rows = 1 };
        (*end)->cells->blocks = fake_para(f, &fake_style, i == tall ? "motmotmotmotmot haihaihaihai bababababa" : "hang");
    }
}

static void heading_over(struct fake *f)
{
    add_lines(f, 9);
    fake_add(f, fake_para(f, &heading, "De muc"));
    add_lines(f, 3);
}

static void end_block(struct fake *f)
{
    struct block *keep = NEW(&f->arena, struct block), *last;
    keep->kind = BLOCK_KEEP;
    keep->keep.lines_before = 2;
    keep->keep.blocks = last = fake_para(f, &fake_style, "Giam doc");
    last->next = fake_para(f, &fake_style, "Ho ten");
    add_lines(f, 10);
    fake_add(f, keep);
}

static void widow(struct fake *f)
{
    add_lines(f, 9);
    fake_add(f, fake_para(f, &fake_style, "motmotmotmotmot haihaihaihai"));
    add_lines(f, 1);
}

static void plain(struct fake *f) { add_lines(f, 12); }

static void note_pushes(struct fake *f)
{
    add_lines(f, 8);
    add_note(f, "ghi chu");
    add_lines(f, 3);
}

static void row_whole(struct fake *f)
{
    add_lines(f, 6);
    add_table(f, 4, -1, 2);
    add_lines(f, 2);
}

static void table_head(struct fake *f)
{
    add_lines(f, 9);
    add_table(f, 4, 0, -1);
}

struct end_row {
    const char *name;
    void (*make)(struct fake *f);
    enum hold hold;
    int missing;                 /* points                                                     */
    const char *next;            /* the next page's first words                                */
    bool earlier, later;         /* possible                                                   */
    enum hold earlier_why, later_why;
};
static const struct end_row rows[] = {
    { "a full page", plain, HOLD_TALL, 10, "mot", true, false, HOLD_NONE, HOLD_TALL },
    { "a heading goes over", heading_over, HOLD_NEXT, 10, "De muc", true, true, HOLD_NONE, HOLD_NEXT },
    { "an end block takes lines along", end_block, HOLD_END, 20, "mot", true, true, HOLD_NONE, HOLD_END },
    { "a line alone", widow, HOLD_LINES, 10, "motmotmotmotmot", true, true, HOLD_NONE, HOLD_LINES },
    { "a note's room", note_pushes, HOLD_NOTE, 10, "co chu thich", true, false, HOLD_NONE, HOLD_NOTE },
    { "a row is kept whole", row_whole, HOLD_ROW, 10, "motmotmotmotmot", true, false, HOLD_NONE, HOLD_ROW },
    { "a table's head", table_head, HOLD_HEAD, 10, "hang", true, true, HOLD_NONE, HOLD_HEAD },
};
static void check_end(void **state)
{
    const struct end_row *row = *state;
    struct fake f;
    fake_begin(&f, 20, 10);
    row->make(&f);
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    assert_int_equal(p->n, 2);
    const struct page_why *w = p->page[0].why;
    assert_string_equal(hold_name(w->hold), hold_name(row->hold));
    if (row->hold != HOLD_NOTE) /* the room above it and its rule */
        assert_int_equal(w->missing, PT(row->missing) - ROUNDING);
    assert_true(w->words && strlen(row->next) == (size_t)w->n_words && memcmp(w->words, row->next, strlen(row->next)) == 0);
    assert_int_equal(w->earlier.possible, row->earlier);
    assert_int_equal(w->later.possible, row->later);
    assert_int_equal(w->earlier.why, row->earlier_why);
    assert_int_equal(w->later.why, row->later_why);
    assert_true(w->earlier.cost > w->all); /* what was chosen is the best */
    assert_true(w->later.possible ? w->later.cost > w->all : w->later.cost == -1);
    assert_int_equal(p->page[1].why->hold, HOLD_EDGE);
    arena_free(&f.arena);
}

/* 9 lines of 100 points and 10 points empty cost 50 a point, with a little for being early. */
static void costs_are_the_pagers(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 10);
    heading_over(&f);
    struct pages *p = fake_set(&f);
    const struct page_why *w = p->page[0].why;
    const int ten = PT(10) + ROUNDING, twenty = PT(20) + ROUNDING;
    assert_int_equal(w->blank, ten);
    assert_int_equal(w->cost, (ten * 50 + ten * 10 * 4 / 13) / 1000);
    assert_int_equal(w->all, w->cost);
    assert_int_equal(w->earlier.cost, (twenty * 50 + twenty * 10 * 5 / 13) / 1000);
    assert_int_equal(w->later.cost, 10 * 1000 * 1000 + ROUNDING * 50 / 1000); /* COST_NEVER, nothing empty */
    arena_free(&f.arena);
}

static void nobody_asked(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 10);
    add_lines(&f, 12);
    struct pages *p = set_document(&f.arena, &f.log, &fake_fonts, &f.doc, false, NULL);
    assert_null(p->page[0].why);
    assert_int_equal(p->n_loose, 0);
    arena_free(&f.arena);
}

static void a_loose_line(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 10);
    fake_add(&f, fake_para(&f, &justified, "motchu haichu bachurasdfgdai ba"));
    struct pages *p = fake_set(&f);
    assert_int_equal(p->n_loose, 1);
    const struct loose_line *l = &p->loose[0];
    assert_int_equal(l->page, 0);
    assert_int_equal(l->y, PT(28));
    assert_int_equal(l->factor, 7538); /* the letters take 0.19 each */
    assert_string_equal(l->words, "motchu haichu");
    assert_string_equal(l->next, "bachurasdfgdai");
    assert_int_equal(l->next_width, PT(70));
    assert_int_equal(l->room, PT(30));
    assert_string_equal(explain_line(&f.log, l), "page 1, 9.9 mm from the top: a loose line, spaces 7.54 times as wide: 'motchu haichu'\n"
                                                 "'bachurasdfgdai' is not broken; it is 24.7 mm wide, and the line has only 10.6 mm left");
    arena_free(&f.arena);
}

int main(void)
{
    static struct cases c;
    CASES(&c, rows, check_end);
    CASE(&c, costs_are_the_pagers);
    CASE(&c, nobody_asked);
    CASE(&c, a_loose_line);
    return cases_run(&c, "explain");
}
