/* test_stand.c - signatures at a height that was asked for, with fake metrics; the height that suits most documents. */
#include "fake.h"
#include "vanban.h"

#include <math.h>

#include "cases.h"

/* ---- one document ------------------------------------------------------------------------------- */

static const struct field signature = { .kind = FIELD_SIGNATURE, .width = PT(20), .height = PT(30) };
static const struct field blank = { .kind = FIELD_BLANK, .width = PT(20), .height = PT(30) };

/* An office, a field 30 points high, a name: 50 points, 5 below what is above. */
static struct block *block_of(struct fake *f, const struct field *field)
{
    struct block *keep = NEW(&f->arena, struct block), *b = NEW(&f->arena, struct block);
    keep->kind = BLOCK_KEEP;
    keep->before = PT(5);
    keep->keep.same_place = true;
    keep->keep.blocks = fake_para(f, &fake_style, "chuc vu");
    keep->keep.blocks->next = b;
    b->kind = BLOCK_FIELD;
    b->field = (struct field *)field;
    b->next = fake_para(f, &fake_style, "ho ten");
    return keep;
}

static void add_lines(struct fake *f, const char *text, int n)
{
    for (int i = 0; i < n; i++)
        fake_add(f, fake_para(f, &fake_style, text));
}

static struct running foot(struct fake *f, len edge)
{
    return (struct running){ .blocks = fake_para(f, &fake_style, "chan"), .edge = edge };
}

static void add_note(struct fake *f)
{
    struct note *note = f->doc.notes = NEW(&f->arena, struct note);
    struct run *mark = NEW(&f->arena, struct run);
    *note = (struct note){ .label = "1", .blocks = fake_para(f, &fake_style, "ghi chu") };
    *mark = (struct run){ .kind = RUN_NOTE, .look = &fake_style.look, .text = "1", .note = note };
    f->section.blocks->para.runs->next = mark;
}

/* On pages of twenty lines, 220 points down; after `lines` lines the block begins, behind it are `behind`. */
struct stand_row {
    const char *name;
    int lines, behind;
    bool note;
    len foot_first, foot_rest;   /* edge of a foot of 10 points; 0: none                                 */
    int page, top, lowest;       /* points; page from 0                                                   */
};
static const struct stand_row rows[] = {
    { "to the end of the text area", 3, 0, false, 0, 0, 0, 65, 180 },
    { "first of all", 0, 0, false, 0, 0, 0, 30, 180 }, /* without its space above */
    { "what stands below it goes with it", 3, 4, false, 0, 0, 0, 65, 140 },
    { "a page that is full", 14, 0, false, 0, 0, 0, 175, 180 },
    { "notes stay", 3, 0, true, 0, 0, 0, 65, 160 }, /* 10, 6 above, half a point of rule, 3 behind it */
    { "a foot in the margin takes nothing", 3, 0, false, PT(5), 0, 0, 65, 180 },
    { "a foot that reaches into the text", 3, 0, false, PT(30), 0, 0, 65, 160 },
    { "on the second page", 22, 0, false, PT(30), 0, 1, 75, 180 }, /* the first has eighteen lines */
    { "its foot too", 22, 0, false, 0, PT(25), 1, 55, 165 },
    { "what the next page has stays there", 8, 30, false, 0, 0, 0, 115, 120 },
};

static void add_row(struct fake *f, const struct stand_row *row)
{
    fake_begin(f, 20, 20);
    add_lines(f, "tren", row->lines);
    fake_add(f, block_of(f, &signature));
    add_lines(f, "duoi", row->behind);
    if (row->note)
        add_note(f);
    if (row->foot_first)
        f->section.running[RUN_FIRST][AT_BOTTOM] = foot(f, row->foot_first);
    if (row->foot_rest)
        f->section.running[RUN_REST][AT_BOTTOM] = foot(f, row->foot_rest);
}

/* All marks are those of `as_is`, but for the page's from the block on to the text's end: these are `down` lower. */
static void check_moved(const struct pages *p, const struct pages *as_is, int page, len down)
{
    assert_int_equal(p->n, as_is->n);
    for (int i = 0; i < p->n; i++) {
        bool below = false;
        assert_int_equal(p->page[i].n, as_is->page[i].n);
        for (int k = 0; k < p->page[i].n; k++) {
            const struct mark *m = &p->page[i].marks[k], *was = &as_is->page[i].marks[k];
            bool words = m->kind == MARK_TEXT;
            below = (below || (i == page && words && strncmp(m->text.s, "chuc", 4) == 0)) && words && strncmp(m->text.s, "chan", 4) != 0 &&
                    strncmp(m->text.s, "ghi", 3) != 0;
            assert_int_equal(m->x, was->x);
            assert_int_equal(m->y, was->y + (below ? down : 0));
        }
    }
    assert_int_equal(p->fields[0].y, as_is->fields[0].y + down);
}

static struct pages *set_at(struct fake *f, len height)
{
    return set_document(&f->arena, &f->log, &fake_fonts, &f->doc, false, &height);
}

static void check_row(void **state)
{
    const struct stand_row *row = *state;
    struct fake f;
    add_row(&f, row);
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    assert_true(p->stand.there);
    assert_int_equal(p->stand.page, row->page);
    assert_int_equal(p->stand.top / 1000, row->top);
    assert_int_equal(p->stand.lowest / 1000, row->lowest);
    assert_int_equal(p->stand.top, p->fields[0].y);
    const len heights[] = { p->stand.top, (p->stand.top + p->stand.lowest) / 2 + 1, p->stand.lowest };
    for (int i = 0; i < 3; i++) {
        struct pages *moved = set_at(&f, heights[i]);
        check_moved(moved, p, row->page, heights[i] - p->stand.top);
        assert_int_equal(moved->stand.top, heights[i]);
        assert_int_equal(moved->stand.lowest, p->stand.lowest);
    }
    assert_int_equal(f.log.n, 0);
    arena_free(&f.arena);
}

static void check_beyond(void **state)
{
    const struct stand_row *row = *state;
    struct fake f;
    add_row(&f, row);
    const struct stand stand = fake_set(&f)->stand;
    const len heights[] = { stand.top - 1, stand.lowest + 1, 0, LEN_MAX };
    for (int i = 0; i < 4; i++) {
        f.log.n = 0;
        check_moved(set_at(&f, heights[i]), fake_set(&f), row->page, 0);
        assert_int_equal(f.log.n, 1);
        assert_int_equal(f.log.message[0].id, MSG_SAME_PLACE);
    }
    arena_free(&f.arena);
}

static void said_in_both_languages(void **state)
{
    struct fake f;
    (void)state;
    add_row(&f, &rows[0]);
    set_at(&f, MM(70));
    assert_string_equal(f.log.message[0].text, "the signatures on page 1 cannot be placed at 70.0 mm, only from 22.9 to 63.5 mm; they stay at 22.9 mm");
    assert_string_equal(f.log.message[0].hint, "place the signature of this file separately, or choose a height it can take");
    arena_free(&f.arena);
}

/* ---- no such block --------------------------------------------------------------------------------- */

static void check_none(struct fake *f)
{
    struct pages *p = fake_set(f);
    assert_non_null(p);
    assert_false(p->stand.there);
    assert_int_equal(f->log.n, 0);
    set_at(f, MM(20));
    assert_int_equal(f->log.n, 1);
    assert_int_equal(f->log.message[0].id, MSG_SAME_PLACE_NONE);
    arena_free(&f->arena);
}

static void none_is_signed(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 20);
    fake_add(&f, block_of(&f, &blank));
    check_none(&f);
}

static void none_is_the_templates_wish(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 20);
    fake_add(&f, block_of(&f, &signature))->keep.same_place = false;
    check_none(&f);
}

static void none_flows_down_the_page(void **state)
{
    struct fake f;
    static struct width share = { WIDTH_SHARE, 1 };
    (void)state;
    fake_begin(&f, 20, 20);
    struct block *grid = fake_add(&f, NEW(&f.arena, struct block));
    grid->kind = BLOCK_GRID;
    grid->grid.columns = 1;
    grid->grid.widths = &share;
    grid->grid.rows = NEW(&f.arena, struct row);
    grid->grid.rows->cells = NEW(&f.arena, struct cell);
    *grid->grid.rows->cells = (struct cell){ .columns = 1, .rows = 1, .valign = VALIGN_TOP, .blocks = block_of(&f, &signature) };
    check_none(&f);
}

static void none_is_in_the_main_file(void **state)
{
    struct fake f;
    struct doc_file files[] = { { "", NULL }, { "phu-luc", NULL } };
    (void)state;
    fake_begin(&f, 20, 20);
    struct section second = f.section;
    add_lines(&f, "tren", 1);
    second.file = 1;
    second.blocks = block_of(&f, &signature);
    f.section.next = &second;
    f.doc.files = files;
    f.doc.n_files = 2;
    check_none(&f);
}

/* The block goes on on the next page, and the signature is there. */
static void none_begins_on_its_page(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 4);
    f.section.height = PT(80); /* the office on the first page, the field on the second, the name on the third */
    fake_add(&f, block_of(&f, &signature))->before = 0;
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    assert_false(p->stand.there && p->stand.page != p->fields[0].page);
    arena_free(&f.arena);
}

static void the_first_of_two(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 20);
    fake_add(&f, block_of(&f, &signature));
    fake_add(&f, block_of(&f, &signature));
    struct pages *p = fake_set(&f), *moved = set_at(&f, p->stand.top + 100);
    assert_int_equal(p->stand.top, p->fields[0].y);
    assert_int_equal(moved->fields[1].y, p->fields[1].y + 100);
    assert_int_equal(f.log.n, 0);
    arena_free(&f.arena);
}

/* ---- of many documents ----------------------------------------------------------------------------- */

struct common_row { const char *name; int n; struct vb_stand stand[6]; double place; };
static const struct common_row common[] = {
    { "none", 0, { { 0 } }, 0 },
    { "less than none", -1, { { 0 } }, 0 },
    { "one", 1, { { 120, 200 } }, 120 },
    { "one without room", 1, { { 120, 120 } }, 120 },
    { "all apart: the highest", 3, { { 200, 210 }, { 100, 110 }, { 150, 160 } }, 100 },
    { "one within the other", 3, { { 100, 250 }, { 120, 200 }, { 150, 180 } }, 150 },
    { "an end is a beginning", 2, { { 150, 200 }, { 100, 150 } }, 150 },
    { "just beyond", 2, { { 150.001, 200 }, { 100, 150 } }, 100 },
    { "the same twice", 2, { { 100, 150 }, { 100, 150 } }, 100 },
    { "most, not the highest", 5, { { 50, 60 }, { 55, 65 }, { 100, 130 }, { 110, 140 }, { 120, 150 } }, 120 },
    { "of two as good the higher", 4, { { 200, 220 }, { 210, 230 }, { 50, 70 }, { 60, 80 } }, 60 },
    { "one alone gives way", 4, { { 250, 251 }, { 80, 200 }, { 90, 210 }, { 100, 220 } }, 100 },
    { "lowest above top: that top alone", 2, { { 100, 90 }, { 95, 120 } }, 100 },
};
static void check_common(void **state)
{
    const struct common_row *row = *state;
    assert_true(fabs(vb_common_place(row->stand, row->n) - row->place) < 1e-9);
}

/* Against all tops tried one by one. */
static void common_as_counted(void **state)
{
    unsigned seed = 7;
    (void)state;
    for (int round = 0; round < 300; round++) {
        struct vb_stand stand[40];
        int n = 1 + round % 40, most = 0;
        double best = 0;
        for (int i = 0; i < n; i++) {
            seed = seed * 1664525u + 1013904223u;
            stand[i].top_mm = (double)(seed >> 16 & 63);
            stand[i].lowest_mm = stand[i].top_mm + (double)(seed >> 24 & 15);
        }
        for (int i = 0; i < n; i++) {
            int takes = 0;
            for (int k = 0; k < n; k++)
                takes += stand[k].top_mm <= stand[i].top_mm && stand[i].top_mm <= stand[k].lowest_mm;
            if (takes > most || (takes == most && stand[i].top_mm < best)) {
                most = takes;
                best = stand[i].top_mm;
            }
        }
        assert_true(fabs(vb_common_place(stand, n) - best) < 1e-9);
    }
}

static void nothing_set_nothing_stands(void **state)
{
    struct vb_options options = { .lang = "en" };
    struct vb *v = vb_open(&options);
    struct vb_stand stand;
    (void)state;
    assert_false(vb_stand(v, &stand));
    assert_int_equal(vb_set_at(v, 100), VB_REJECTED);
    vb_close(v);
}

int main(void)
{
    struct cases c = { .n = 0 };
    CASES(&c, rows, check_row);
    CASES(&c, rows, check_beyond);
    CASE(&c, said_in_both_languages);
    CASE(&c, none_is_signed);
    CASE(&c, none_is_the_templates_wish);
    CASE(&c, none_flows_down_the_page);
    CASE(&c, none_is_in_the_main_file);
    CASE(&c, none_begins_on_its_page);
    CASE(&c, the_first_of_two);
    CASES(&c, common, check_common);
    CASE(&c, common_as_counted);
    CASE(&c, nothing_set_nothing_stands);
    return cases_run(&c, "stand");
}
