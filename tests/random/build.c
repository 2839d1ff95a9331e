/* build.c - a sketch into the document that read/ would have made of it.                         */
#include "random/random.h"

static const struct style body = { .name = "p", .look = { .fonts = "Fake", .size = PT(10) }, .line_times = 1200,
                                   .align = ALIGN_JUSTIFY, .before = PT(3), .stretch = PT(2) };
static const struct style cell_style = { .name = "c", .look = { .fonts = "Fake", .size = PT(10) }, .line_times = 1000 };
static const struct style heading = { .name = "h", .look = { .fonts = "Fake", .size = PT(10), .bold = true }, .line_times = 1000,
                                      .keep_next = true, .outline = 2, .before = PT(6), .stretch = PT(2) };

static struct block *blocks(struct made *m, const struct sketch *first);

/* Words are w0, w1, ...: each is unlike all others.                                                */
static const char *words(struct made *m, int n)
{
    struct buf b = buf_in(&m->f.arena);
    for (int i = 0; i < n && m->words < MOST_WORDS; i++)
        buf_format(&b, "%sw%d", i ? " " : "", m->words++);
    return buf_text(&b);
}

static struct run *run_new(struct made *m, struct run ***end, enum run_kind kind, const char *text)
{
    struct run *r = NEW(&m->f.arena, struct run);
    *r = (struct run){ .kind = kind, .look = &body.look, .text = text };
    **end = r;
    *end = &r->next;
    return r;
}

/* The words of note 0, whose mark is m0, are n0 all.                                               */
static struct note *note_new(struct made *m, int length)
{
    struct note *note = NEW(&m->f.arena, struct note), **link = &m->f.doc.notes;
    int n = m->notes++;
    note->label = arena_format(&m->f.arena, "m%d", n);
    struct buf b = buf_in(&m->f.arena);
    for (int i = 0; i < length; i++)
        buf_format(&b, "%sn%d", i ? " " : "", n);
    note->blocks = fake_para(&m->f, &cell_style, buf_text(&b));
    while (*link)
        link = &(*link)->next;
    *link = note;
    return note;
}

static struct block *para(struct made *m, const struct sketch *s)
{
    const struct style *style = s->kind == SKETCH_H ? &heading : s->kind == SKETCH_P ? &body : &cell_style;
    struct block *b = fake_para(&m->f, style, "");
    struct run **end = &b->para.runs;
    *end = NULL;
    for (const struct sketch *part = s->child; part; part = part->next) {
        run_new(m, &end, RUN_TEXT, words(m, part->v[WORDS_N]));
        if (part->v[WORDS_NOTE] && m->notes < MOST_WORDS) {
            struct note *note = note_new(m, part->v[WORDS_NOTE]);
            run_new(m, &end, RUN_NOTE, note->label)->note = note;
        }
        if (part->next)
            run_new(m, &end, RUN_TEXT, " ");
    }
    b->before = style->before;
    return b;
}

/* ---- tables and grids ------------------------------------------------------------------------- */

static void in_table(struct made *m, int from)
{
    for (int i = from; i < m->words; i++)
        m->in_table[i] = true;
}

/* s: NULL where cells are too few.                                                                  */
static struct cell *cell_new(struct made *m, const struct sketch *s, int column, int columns, int rows)
{
    struct cell *c = NEW(&m->f.arena, struct cell);
    *c = (struct cell){ .column = column, .columns = columns, .rows = rows, .blocks = blocks(m, s ? s->child : NULL) };
    return c;
}

/* Some cells say where their words stand and which lines they have; those that part rows keep their
 * own, by which see_foot knows a row without words.                                               */
static void cell_looks(struct cell *c, const struct sketch *s)
{
    c->valign = (enum valign)(s ? s->v[CELL_VALIGN] : 0);
    c->sides = c->rows > 1                ? SIDES_OWN | SIDE_LEFT | SIDE_RIGHT
               : s && s->v[CELL_SIDES] ? SIDES_OWN | (unsigned)(s->v[CELL_SIDES] - 1)
                                          : 0;
}

static struct width *widths(struct made *m, int columns)
{
    struct width *w = NEW_N(&m->f.arena, struct width, columns);
    for (int i = 0; i < columns; i++)
        w[i] = (struct width){ WIDTH_SHARE, 1 };
    return w;
}

static struct block *grid(struct made *m, const struct sketch *s)
{
    struct block *b = NEW(&m->f.arena, struct block);
    int columns = s->v[TABLE_COLUMNS], from = m->words;
    *b = (struct block){ .kind = BLOCK_GRID, .grid = { widths(m, columns), columns, PT(2), 0, NULL } };
    struct row **end = &b->grid.rows;
    for (const struct sketch *r = s->child; r; r = r->next, end = &(*end)->next) {
        *end = NEW(&m->f.arena, struct row);
        struct cell **link = &(*end)->cells;
        const struct sketch *c = r->child;
        for (int i = 0; i < columns; i++, c = c ? c->next : NULL, link = &(*link)->next)
            (*link = cell_new(m, c, i, 1, 1))->valign = (enum valign)(c ? c->v[CELL_VALIGN] : 0);
    }
    in_table(m, from);
    return b;
}

/* A row of sums, which is no part of what is read.                                                */
static struct row *sums(struct made *m, int columns)
{
    struct row *row = NEW(&m->f.arena, struct row);
    row->kind = ROW_TOTAL;
    row->cells = NEW(&m->f.arena, struct cell);
    *row->cells = (struct cell){ .blocks = fake_para(&m->f, &cell_style, "sum"), .columns = columns, .rows = 1 };
    return row;
}

/* Cells find their columns as in HTML; none reaches over another or further than `left` rows.      */
static void row_cells(struct made *m, struct row *row, const struct sketch *s, int columns, int left, int *covered)
{
    struct cell **link = &row->cells;
    for (int c = 0; c < columns;) {
        int across = 1, wanted = s ? s->v[CELL_COLUMNS] : 1, down = s ? s->v[CELL_ROWS] : 1;
        if (covered[c]) {
            covered[c++]--;
            continue;
        }
        while (across < wanted && c + across < columns && !covered[c + across])
            across++;
        down = down < left ? down : left;
        *link = cell_new(m, s, c, across, down);
        cell_looks(*link, s);
        link = &(*link)->next;
        for (int i = 0; i < across; i++)
            covered[c + i] = down - 1;
        c += across;
        s = s ? s->next : NULL;
    }
}

static int count_rows(const struct sketch *r, bool head)
{
    int n = 0;
    for (; r && (!head || r->v[ROW_KIND] == ROW_HEAD); r = r->next)
        n++;
    return n;
}

static struct block *table(struct made *m, const struct sketch *s)
{
    struct table_style *style = NEW(&m->f.arena, struct table_style);
    *style = (struct table_style){ "t", PT(0.5), PT(1), PT(1), PT(4), .lines = (enum lines)s->v[TABLE_LINES], .each_notes = s->v[TABLE_EACH] };
    struct block *b = NEW(&m->f.arena, struct block);
    int columns = s->v[TABLE_COLUMNS], covered[8] = { 0 }, from = m->words, r = 0;
    int rows = count_rows(s->child, false), head = count_rows(s->child, true);
    *b = (struct block){ .kind = BLOCK_TABLE, .before = PT(4), .table = { style, widths(m, columns), columns, NULL } };
    struct row **end = &b->table.rows;
    for (const struct sketch *at = s->child; at; at = at->next, end = &(*end)->next, r++) {
        bool carry = at->v[ROW_CARRY] && r > head;
        *end = NEW(&m->f.arena, struct row);
        (*end)->kind = r >= head && at->v[ROW_KIND] == ROW_HEAD ? ROW_BODY : (enum row_kind)at->v[ROW_KIND];
        (*end)->carry = carry ? sums(m, columns) : NULL;
        (*end)->carry_to = carry ? sums(m, columns) : NULL;
        row_cells(m, *end, at->child, columns, r < head ? head - r : rows - r, covered);
    }
    in_table(m, from);
    return b;
}

/* ---- all ---------------------------------------------------------------------------------------- */

static struct block *end_block(struct made *m, const struct sketch *s)
{
    struct block *b = NEW(&m->f.arena, struct block);
    m->end_word = m->words;
    *b = (struct block){ .kind = BLOCK_KEEP, .keep = { blocks(m, s->child), 2 } };
    return b;
}

/* What holds nothing is left out.                                                                  */
static struct block *blocks(struct made *m, const struct sketch *first)
{
    struct block *list = NULL, **end = &list;
    for (const struct sketch *s = first; s; s = s->next) {
        if (!s->child)
            continue;
        *end = s->kind == SKETCH_TABLE  ? table(m, s)
               : s->kind == SKETCH_GRID ? grid(m, s)
               : s->kind == SKETCH_END  ? end_block(m, s)
                                        : para(m, s);
        end = &(*end)->next;
    }
    return list;
}

void made_build(struct made *m, const struct sketch *s)
{
    *m = (struct made){ .end_word = -1 };
    fake_begin(&m->f, s->v[PAGE_LETTERS], s->v[PAGE_LINES]);
    m->f.section.blocks = blocks(m, s->child);
}
