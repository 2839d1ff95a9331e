/* test_table.c - tables with fake metrics: lines, places, figures, what is repeated. */
#include "fake.h"

#include "cases.h"

/* Cells parted by |, rows by /. Before its words a cell may say [tblr] its sides ([] none), ^ top,
 * _ bottom, 2> columns, 2v rows; a row @head, @unit. A comma in words makes them a figure.       */
static const char *cell_marks(const char *s, struct cell *c)
{
    for (;; s++)
        if (*s == '[') {
            static const char letters[] = "tblr";
            for (c->sides = SIDES_OWN; *++s != ']';)
                c->sides |= 1u << (strchr(letters, *s) - letters);
        } else if (*s == '^' || *s == '_') {
            c->valign = *s == '^' ? VALIGN_TOP : VALIGN_BOTTOM;
        } else if (*s >= '2' && *s <= '9' && (s[1] == '>' || s[1] == 'v')) {
            *(s[1] == '>' ? &c->columns : &c->rows) = *s - '0';
            s++;
        } else {
            return s;
        }
}

static struct cell *cell_new(struct fake *f, const char *s, int n, int column)
{
    struct cell *c = NEW(&f->arena, struct cell);
    *c = (struct cell){ .column = column, .columns = 1, .rows = 1 };
    const char *words = cell_marks(arena_copy(&f->arena, s, (size_t)n), c);
    struct block **end = &c->blocks;
    for (int size; *words; words += size + (words[size] != '\0')) { /* ; parts paragraphs */
        size = (int)strcspn(words, ";");
        *end = fake_para(f, &fake_style, arena_copy(&f->arena, words, (size_t)size));
        end = &(*end)->next;
    }
    return c;
}

static struct row *row_new(struct fake *f, const char *s, int n, int *covered)
{
    struct row *row = NEW(&f->arena, struct row);
    struct cell **end = &row->cells;
    const char *stop = s + n;
    row->kind = strncmp(s, "@head ", 6) == 0 ? ROW_HEAD : strncmp(s, "@unit ", 6) == 0 ? ROW_UNIT : ROW_BODY;
    s += row->kind == ROW_BODY ? 0 : 6;
    for (int column = 0, size; s < stop; s += size + 1) {
        while (covered[column])
            covered[column++]--;
        size = (int)strcspn(s, "|/");
        *end = cell_new(f, s, size, column);
        for (int i = 0; i < (*end)->columns; i++)
            covered[column++] = (*end)->rows - 1;
        end = &(*end)->next;
    }
    return row;
}

static struct block *table_new(struct fake *f, const struct table_style *style, int columns, const char *spec)
{
    struct block *b = NEW(&f->arena, struct block);
    int covered[16] = { 0 };
    *b = (struct block){ .kind = BLOCK_TABLE, .table = { style, NEW_N(&f->arena, struct width, columns), columns, NULL } };
    for (int i = 0; i < columns; i++)
        b->table.widths[i] = (struct width){ WIDTH_SHARE, 1 };
    struct row **end = &b->table.rows;
    for (int n; *spec; spec += n + (spec[n] != '\0'), end = &(*end)->next) {
        n = (int)strcspn(spec, "/");
        *end = row_new(f, spec, n, covered);
    }
    return b;
}

/* Every line of a page with the middles of its thickness: "10-110 20" across, "10 20-32" down.     */
static const char *page_lines(struct fake *f, const struct page *page)
{
    struct buf out = buf_in(&f->arena);
    for (int i = 0; i < page->n; i++) {
        const struct mark *m = &page->marks[i];
        if (m->kind != MARK_RULE)
            continue;
        int x = m->x / 1000, y = m->y / 1000, w = m->width / 1000, h = m->rule.height / 1000;
        buf_str(&out, out.size ? ", " : "");
        if (h == 2)
            buf_format(&out, "%d-%d %d", x + 1, x + w - 1, y + 1);
        else
            buf_format(&out, "%d %d-%d", x + 1, y, y + h);
    }
    return buf_text(&out);
}

static const char *page_texts(struct fake *f, const struct pages *p, int page)
{
    struct buf out = buf_in(&f->arena);
    for (int i = 0; strcmp(fake_text(f, p, page, i), "none") != 0; i++)
        buf_format(&out, "%s%s", i ? ", " : "", fake_text(f, p, page, i));
    return buf_text(&out);
}

static const char *all_texts(struct fake *f, const struct pages *p)
{
    struct buf out = buf_in(&f->arena);
    for (int i = 0; i < p->n; i++)
        buf_format(&out, "%s%s", i ? " / " : "", page_texts(f, p, i));
    return buf_text(&out);
}

/* ---- lines: two columns of 50 points, rows of 12 ------------------------------------------- */

struct lines_row { const char *name; enum lines lines; const char *table, *first, *second; int height; };
static const struct lines_row lines[] = {
    { "all", LINES_ALL, "a|b/c|d", "10-110 20, 10 20-44, 60 20-44, 110 20-44, 10-110 32, 10-110 20, 10-110 44", NULL, 10 },
    { "rows", LINES_ROWS, "a|b/c|d", "10-110 20, 10-110 32, 10-110 20, 10-110 44", NULL, 10 },
    { "frame", LINES_FRAME, "a|b/c|d", "10-110 20, 10 20-44, 110 20-44, 10-110 20, 10-110 44", NULL, 10 },
    { "none", LINES_NONE, "a|b/c|d", "", NULL, 10 },
    { "the unit stands above the frame", LINES_FRAME, "@unit 2>u/a|b", "10-110 32, 10 32-44, 110 32-44, 10-110 44", NULL, 10 },
    { "a cell without lines", LINES_ALL, "[]a|b/c|d", "60-110 20, 110 20-44, 60-110 32, 60-110 20, 10 32-44, 60 32-44, 10-110 44", NULL, 10 },
    { "a cell with lines of its own", LINES_NONE, "a|b/c|[tb]d", "60-110 32, 60-110 44", NULL, 10 },
    { "a shared side: one is enough", LINES_NONE, "[r]a|b/[]c|[lt]d", "60 20-44, 60-110 32", NULL, 10 },
    { "beside a cell over two rows", LINES_ALL, "2va|[]b/d", "10-60 20, 10 20-44, 10-60 20, 60 32-44, 10-60 44, 110 32-44, 60-110 44", NULL, 10 },
    { "frame, closed where a page ends", LINES_FRAME, "a|b/c|d/e|f", "10-110 20, 10 20-44, 110 20-44, 10-110 20, 10-110 44", "10-110 20, 10 20-32, 110 20-32, 10-110 32", 3 },
    { "a cell that goes on is closed", LINES_ALL, "2va|b/d/e|f", "10-110 20, 10 20-32, 60 20-32, 110 20-32, 60-110 32, 10-110 20, 10-110 32", "10-110 20, 10 20-32, 60 20-32, 10-60 32, 110 20-32, 60-110 32", 2 },
    { "rows, one that goes on", LINES_ROWS, "2va|b/d/e|f", "10-110 20, 60-110 32, 10-110 20, 10-110 32", "10-110 20, 10-60 32, 60-110 32", 2 },
    { "none, nothing is closed", LINES_NONE, "2va|b/d/e|f", "", "", 2 },
    { "own lines at a page's end", LINES_NONE, "2v[tblr]a|b/d/e|[t]f", "10-60 20, 10 20-32, 60 20-32, 10-60 20, 10-60 32", "10-60 20, 10 20-32, 60 20-32, 10-60 32, 60-110 32, 10-60 32", 2 },
    { "own lines below a repeated head", LINES_FRAME, "@head h|k/a|b/c|[t]d", "10 20-44, 110 20-44, 10-110 20, 60-110 44, 10-110 44", "10 20-32, 110 20-32, 10-110 20, 60-110 32, 10 32-44, 10-60 44", 3 },
};
static void check_lines(void **state)
{
    const struct lines_row *row = *state;
    const struct table_style style = { "t", PT(2), PT(1), PT(1), .lines = row->lines };
    struct fake f;
    fake_begin(&f, 20, row->height);
    fake_add(&f, table_new(&f, &style, 2, row->table));
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    assert_int_equal(p->n > 1, row->second != NULL);
    assert_string_equal(page_lines(&f, &p->page[0]), row->first);
    if (row->second)
        assert_string_equal(page_lines(&f, &p->page[1]), row->second);
    arena_free(&f.arena);
}

/* ---- figures: the second column, of 10 letters or of its own width ------------------------------- */

static const struct style figures_style = { .name = "f", .look = { .fonts = "Fake", .size = PT(10) }, .line_times = 1000, .align = ALIGN_DECIMAL };
struct figures_row { const char *name; enum width_kind kind; int letters; const char *table, *texts; int said; };
static const struct figures_row figures[] = {
    { "commas below each other", WIDTH_SHARE, 24, "a|1,5/a|1.247/a|12,25", "10 29 a, 100 29 1,5, 10 41 a, 80 41 1.247, 10 53 a, 95 53 12,25", 0 },
    { "what is no number stands in the middle", WIDTH_SHARE, 24, "a|1,5/a|100/a|-/a|1.2.x/a|x", "10 29 a, 97 29 1,5, 10 41 a, 87 41 100, 10 53 a, 97 53 -, 10 65 a, 87 65 1.2.x, 10 77 a, 97 77 x", 0 },
    { "signs and per cents", WIDTH_SHARE, 24, "a|-1,5/a|100%/a|+2", "10 29 a, 92 29 -1,5, 10 41 a, 87 41 100%, 10 53 a, 92 53 +2", 0 },
    { "a year in words is none", WIDTH_SHARE, 24, "a|1,5/a|2020 x", "10 29 a, 92 29 1,5, 10 41 a, 85 41 2020 x", 0 },
    { "as wide as both halves", WIDTH_AUTO, 24, "a|1,2345/a|12345", "10 29 a, 100 29 1,2345, 10 41 a, 80 41 12345", 0 },
    { "just room for both halves", WIDTH_SHARE, 14, "a|1,23/a|1234", "10 29 a, 60 29 1,23, 10 41 a, 45 41 1234", 0 },
    { "no room for both halves", WIDTH_SHARE, 12, "a|1,23/a|1234", "10 29 a, 50 29 1,23, 10 41 a, 40 41 1234", 1 },
};
static void check_figures(void **state)
{
    const struct figures_row *row = *state;
    const struct table_style style = { "t", PT(2), PT(0), PT(1), 0 };
    struct fake f;
    fake_begin(&f, row->letters, 20);
    struct block *b = fake_add(&f, table_new(&f, &style, 2, row->table));
    b->table.widths[1].kind = row->kind;
    for (struct row *r = b->table.rows; r; r = r->next)
        r->cells->next->blocks->para.style = &figures_style;
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    assert_string_equal(page_texts(&f, p, 0), row->texts);
    for (int i = 0; i < f.log.n; i++)
        assert_int_equal(f.log.message[i].id, MSG_DECIMAL_NARROW);
    assert_int_equal(f.log.n, row->said);
    arena_free(&f.arena);
}

/* ---- what is repeated: a head, four rows of a line, sums after the first -------------------------- */

struct repeat_row { const char *name; int height; bool carry, carry_to; const char *pages; };
static const struct repeat_row repeats[] = {
    { "a head alone", 4, false, false, "11 29 h, 11 41 1, 11 53 2 / 11 29 h, 11 41 3, 11 53 4" },
    { "sums below", 4, true, false, "11 29 h, 11 41 1 / 11 29 h, 11 41 2, 11 53 sum1 / 11 29 h, 11 41 3, 11 53 4" },
    { "sums below and on top", 5, true, true, "11 29 h, 11 41 1, 11 53 2, 11 65 sum1 / 11 29 h, 11 41 to1, 11 53 3, 11 65 4" },
    { "sums on top alone", 4, false, true, "11 29 h, 11 41 1, 11 53 2 / 11 29 h, 11 41 to1, 11 53 3 / 11 29 h, 11 41 to2, 11 53 4" },
    { "no page's end, no sums", 7, true, true, "11 29 h, 11 41 1, 11 53 2, 11 65 3, 11 77 4" },
};
static void check_repeats(void **state)
{
    const struct repeat_row *row = *state;
    const struct table_style style = { "t", PT(2), PT(1), PT(1), 0 };
    int covered[16] = { 0 }, n = 0;
    struct fake f;
    fake_begin(&f, 20, row->height);
    struct block *b = fake_add(&f, table_new(&f, &style, 1, "@head h/1/2/3/4"));
    for (struct row *r = b->table.rows->next; r; r = r->next, n++) {
        const char *sum = arena_format(&f.arena, "sum%d", n), *to = arena_format(&f.arena, "to%d", n);
        r->carry = row->carry && n ? row_new(&f, sum, (int)strlen(sum), covered) : NULL;
        r->carry_to = row->carry_to && n ? row_new(&f, to, (int)strlen(to), covered) : NULL;
    }
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    assert_string_equal(all_texts(&f, p), row->pages);
    arena_free(&f.arena);
}

/* ---- notes of a head that is repeated: three rows of a line ---------------------------------------- */

static struct run *call_new(struct fake *f, const char *label, const char *words)
{
    struct note *note = NEW(&f->arena, struct note), **link = &f->doc.notes;
    struct run *run = NEW(&f->arena, struct run);
    *note = (struct note){ .label = label, .blocks = fake_para(f, &fake_style, words) };
    *run = (struct run){ .kind = RUN_NOTE, .look = &fake_style.look, .text = label, .note = note };
    while (*link)
        link = &(*link)->next;
    *link = note;
    return run;
}

struct notes_row { const char *name; bool each, more; int height; const char *pages; };
static const struct notes_row notes[] = {
    { "once", false, false, 6, "11 29 h, 16 29 a, 11 41 1, 11 53 2, 10 78 note a / 11 29 h, 16 29 a, 11 41 3" },
    { "on each page", true, false, 6, "11 29 h, 16 29 a, 11 41 1, 11 53 2, 10 78 note a / 11 29 h, 16 29 a, 11 41 3, 10 78 note a" },
    { "on each page, before a row's own", true, true, 7, "11 29 h, 16 29 a, 11 41 1, 11 53 2, 10 88 note a / 11 29 h, 16 29 a, 11 41 3, 16 41 b, 10 78 note a, 10 88 note b" },
};
static void check_notes(void **state)
{
    const struct notes_row *row = *state;
    const struct table_style style = { "t", PT(2), PT(1), PT(1), 0, .each_notes = row->each };
    struct fake f;
    fake_begin(&f, 20, row->height);
    struct block *b = fake_add(&f, table_new(&f, &style, 1, "@head h/1/2/3"));
    b->table.rows->cells->blocks->para.runs->next = call_new(&f, "a", "note a");
    if (row->more)
        b->table.rows->next->next->next->cells->blocks->para.runs->next = call_new(&f, "b", "note b");
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    assert_string_equal(all_texts(&f, p), row->pages);
    arena_free(&f.arena);
}

/* ---- places ------------------------------------------------------------------------------------ */

struct texts_row { const char *name, *table, *texts; };
static const struct texts_row places[] = {
    { "in the middle", "a|b;c;d", "11 39 a, 61 29 b, 61 39 c, 61 49 d" },
    { "top", "^a|b;c;d", "11 29 a, 61 29 b, 61 39 c, 61 49 d" },
    { "bottom", "_a|b;c;d", "11 49 a, 61 29 b, 61 39 c, 61 49 d" },
    { "bottom, over two rows", "2v_a|b/c", "61 29 b, 11 41 a, 61 41 c" },
};
static void check_places(void **state)
{
    const struct texts_row *row = *state;
    const struct table_style style = { "t", PT(2), PT(1), PT(1), 0 };
    struct fake f;
    fake_begin(&f, 20, 20);
    fake_add(&f, table_new(&f, &style, 2, row->table));
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    assert_string_equal(page_texts(&f, p, 0), row->texts);
    arena_free(&f.arena);
}

/* ---- taller than a page: a grid's cells of six lines a page, a table in a cell -------------------- */

struct tall_row { const char *name, *left, *right, *pages; bool torn; };
static const struct tall_row tall[] = {
    { "it fits", "1;2;3", "a;b", "10 28 1, 10 38 2, 10 48 3, 60 28 a, 60 38 b", false },
    { "the longer cell goes on", "1;2;3;4;5;6;7", "a;b", "10 28 1, 10 38 2, 60 28 a, 60 38 b, 10 48 3, 10 58 4, 10 68 5, 10 78 6 / 10 28 7", false },
    { "the shorter is not divided", "1;2;3;4;5;6;7;8;9", "a;b;c;d;e;f", "10 28 1, 10 38 2, 10 48 3, 10 58 4, 10 68 5, 10 78 6, 60 28 a, 60 38 b, 60 48 c, 60 58 d, 60 68 e, 60 78 f / 10 28 7, 10 38 8, 10 48 9", false },
    { "both must go on", "1;2;3;4;5;6;7;8", "a;b;c;d;e;f;g", "10 28 1, 60 28 a, 10 38 2, 60 38 b, 10 48 3, 60 48 c, 10 58 4, 60 58 d, 10 68 5, 60 68 e, 10 78 6, 60 78 f / 10 28 7, 60 28 g, 10 38 8", true },
};
static void check_tall(void **state)
{
    const struct tall_row *row = *state;
    struct width widths[] = { { WIDTH_SHARE, 1 }, { WIDTH_SHARE, 1 } };
    struct fake f;
    fake_begin(&f, 20, 6);
    struct block *keep = fake_add(&f, NEW(&f.arena, struct block)), *b = NEW(&f.arena, struct block);
    *keep = (struct block){ .kind = BLOCK_KEEP, .keep = { b, 0 } };
    *b = (struct block){ .kind = BLOCK_GRID, .grid = { widths, 2, 0, 0, NEW(&f.arena, struct row) } };
    b->grid.rows->cells = cell_new(&f, row->left, (int)strlen(row->left), 0);
    b->grid.rows->cells->next = cell_new(&f, row->right, (int)strlen(row->right), 1);
    b->grid.rows->cells->valign = b->grid.rows->cells->next->valign = VALIGN_TOP;
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    assert_string_equal(all_texts(&f, p), row->pages);
    assert_int_equal(f.log.n, row->torn);
    arena_free(&f.arena);
}

static void a_table_in_a_cell_goes_on(void **state)
{
    const struct table_style style = { "t", PT(2), PT(1), PT(1), 0 };
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 6);
    struct block *b = fake_add(&f, table_new(&f, &style, 1, "@head h/x"));
    b->table.rows->next->cells->blocks = table_new(&f, &style, 1, "1/2/3/4/5");
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    assert_string_equal(all_texts(&f, p), "11 29 h, 12 42 1, 12 54 2, 12 66 3 / 11 29 h, 12 41 4, 12 53 5");
    arena_free(&f.arena);
}

int main(void)
{
    static struct cases c;
    CASES(&c, lines, check_lines);
    CASES(&c, places, check_places);
    CASES(&c, figures, check_figures);
    CASES(&c, repeats, check_repeats);
    CASES(&c, notes, check_notes);
    CASES(&c, tall, check_tall);
    CASE(&c, a_table_in_a_cell_goes_on);
    return cases_run(&c, "table");
}
