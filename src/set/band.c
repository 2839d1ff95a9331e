/* band.c - rows as slabs. A band is a row with all that spans tie to it; it is cut into slabs
 * where its rows end, and inside a row only when that is taller than a page. A line of text
 * that stands on a cut is moved below it when there is room; else no page ends there.         */
#include "set/parts.h"
#include "set/table.h"

enum {
    COST_SPAN = 5 * 1000,        /* a page that ends inside a band: 100 pt of empty page       */
};

struct band {
    struct table *t;
    struct parts parts;
    int from, to;                /* rows                                                      */
    len *y;                      /* of each row's top, and of the end                         */
    bool tall;                   /* taller than a page                                        */
};

/* ---- lines of the table's own ------------------------------------------------------------------- */

static void draw(const struct table *t, struct slab *slab, len x, len y, len width, len height)
{
    if (!t->style->border)
        return;
    struct mark *m = slab_mark(t->set, slab, MARK_RULE, t->lines);
    *m = (struct mark){ .kind = MARK_RULE, .element = t->lines, .x = x, .y = y, .width = width, .rule.height = height };
}

static void draw_across(const struct table *t, struct slab *slab, len from, len to, len y)
{
    len b = t->style->border;
    draw(t, slab, from - b / 2, y - b / 2, to - from + b, b);
}

static len left_of(const struct table *t, const struct part_cell *c) { return t->edge[c->cell->column]; }

static len right_of(const struct table *t, const struct part_cell *c)
{
    return t->edge[c->cell->column + c->cell->columns];
}

/* What goes on where the one cell ends, at the same height: their line is one.                  */
static bool goes_on(const struct part_cell *c, const struct part_cell *next)
{
    return next->cell->column == c->cell->column + c->cell->columns && next->y == c->y && next->end == c->end;
}

/* The lines of the part from `top` to `end`: right of each cell, below each that ends in it.     */
static void part_lines(const struct band *b, len top, len end, struct slab *slab)
{
    const struct table *t = b->t;
    len w = t->style->border;
    for (int i = 0; i < b->parts.n_cells; i++) {
        const struct part_cell *c = &b->parts.cell[i];
        if (c->end <= top || c->y >= end)
            continue;
        len from = left_of(t, c), y = (c->y > top ? c->y : top) - top, h = (c->end < end ? c->end : end) - top - y;
        bool more = true;
        if (c->cell->column == 0)
            draw(t, slab, -w / 2, y, w, h);
        for (; more; c = &b->parts.cell[i]) {
            draw(t, slab, right_of(t, c) - w / 2, y, w, h);
            more = i + 1 < b->parts.n_cells && goes_on(c, &b->parts.cell[i + 1]);
            i += more;
        }
        if (b->parts.cell[i].end <= end)
            draw_across(t, slab, from, right_of(t, &b->parts.cell[i]), y + h);
    }
}

/* ---- cuts ------------------------------------------------------------------------------------------ */

/* A head and a group's name stay with what follows, a total with what it adds up.                    */
static int row_penalty(const struct table *t, int row)
{
    if (row == 0)
        return 0;
    enum row_kind above = t->row[row - 1]->kind;
    if (above == ROW_UNIT || above == ROW_HEAD || above == ROW_GROUP)
        return COST_NEVER;
    return t->row[row]->kind == ROW_TOTAL ? COST_WIDOW : 0;
}

static void find_cuts(struct band *b, len room)
{
    const struct table *t = b->t;
    parts_add_cut(&b->parts, (struct cut){ 0, row_penalty(t, b->from), false, b->from });
    for (int row = b->from; row < b->to; row++) {
        len y = b->y[row - b->from];
        if (row > b->from) {
            int penalty = row_penalty(t, row);
            bool crossed = parts_crossed(&b->parts, y, t->style->padding_y);
            penalty = t->spanned[row] && penalty < COST_SPAN ? COST_SPAN : penalty;
            parts_add_cut(&b->parts, (struct cut){ y, crossed ? COST_NEVER : penalty, crossed, row });
        }
        if (t->height[row] > room)
            parts_cut(&b->parts, y, b->y[row - b->from + 1], row);
    }
}

/* ---- parts ------------------------------------------------------------------------------------------ */

/* Does a cell go on below?                                                                               */
static bool is_open(const struct band *b, len y)
{
    bool open = false;
    for (int i = 0; i < b->parts.n_cells; i++)
        open = open || (b->parts.cell[i].y < y && b->parts.cell[i].end > y);
    return open;
}

static void add_part(const struct band *b, int i, struct slabs *to)
{
    struct table *t = b->t;
    const struct cut *cut = &b->parts.cut[i];
    struct slab own = parts_slab(&b->parts, i, b->y[b->to - b->from]);
    const struct row *row = t->row[cut->row];
    len end = cut->y + own.height;
    bool first = cut->row == 0 && cut->y == 0;
    own.tmpl = row->tmpl;
    own.data = row->data;
    own.inside = cut->y > b->y[cut->row - b->from];
    if (row->kind == ROW_UNIT)
        draw_across(t, &own, 0, t->edge[t->block->table.columns], own.height);
    else
        part_lines(b, cut->y, end, &own);
    if (first && row->kind != ROW_UNIT)
        draw_across(t, &own, 0, t->edge[t->block->table.columns], 0);
    own.gap = first ? t->block->before : 0;
    own.head = cut->row < t->n_head ? NULL : t->head;
    own.foot = is_open(b, end) ? t->foot : NULL;
    *slab_add(t->set, to, own.tmpl, own.data) = own;
}

static void take_cells(struct band *b)
{
    struct table *t = b->t;
    int n = 0;
    for (int i = b->from; i < b->to; i++)
        n += t->n_cells[i];
    b->parts.cell = NEW_N(t->set->scratch, struct part_cell, n + 1);
    for (int i = b->from; i < b->to; i++)
        for (int k = 0; k < t->n_cells[i]; k++) {
            const struct cell_set *set = &t->cells[i][k];
            int last = i + set->cell->rows < b->to ? i + set->cell->rows : b->to;
            struct part_cell *c = &b->parts.cell[b->parts.n_cells++];
            *c = (struct part_cell){ .cell = set->cell, .y = b->y[i - b->from], .end = b->y[last - b->from] };
            c->x = left_of(t, c) + t->style->padding_x;
            len free = b->tall ? 0 : (c->end - c->y - set->height) / 2;
            parts_place(&b->parts, c, &set->slabs, c->y + t->style->padding_y + free);
        }
}

static void add_band(struct table *t, int from, int to, struct slabs *slabs)
{
    struct band b = { .t = t, .parts.set = t->set, .from = from, .to = to };
    int64_t y = 0, head = t->head ? slabs_height(t->head) : 0;
    len room = t->set->page_height - (from < t->n_head ? 0 : (len)head);
    b.y = NEW_N(t->set->scratch, len, to - from + 1);
    for (int i = from; i < to; i++) {
        b.y[i - from] = (len)y;
        y += t->height[i];
        y = y < LEN_MAX / 2 ? y : LEN_MAX / 2;
    }
    b.y[to - from] = (len)y;
    b.tall = room > 0 && y > room;
    take_cells(&b);
    find_cuts(&b, room > 0 ? room : LEN_MAX);
    for (int i = 0; i < b.parts.n_cuts; i++)
        add_part(&b, i, slabs);
    arena_reset(t->set->scratch);
}

/* ---- the whole -------------------------------------------------------------------------------------- */

static struct slabs *one_line(struct table *t)
{
    struct slabs *slabs = NEW(t->set->arena, struct slabs);
    struct slab line = { .tmpl = t->block->tmpl, .data = t->block->data };
    draw_across(t, &line, 0, t->edge[t->block->table.columns], 0);
    *slab_add(t->set, slabs, t->block->tmpl, t->block->data) = line;
    return slabs;
}

/* The head's slabs stand in the list like any row, and once more to be repeated.                        */
static void repeat_head(struct table *t, const struct slabs *all, int first)
{
    for (int i = first; i < all->n; i++) {
        const struct slab copy = all->slab[i];
        struct slab *again = slab_add(t->set, t->head, copy.tmpl, copy.data);
        *again = copy;
        again->gap = 0;
    }
}

void table_slabs(struct table *t, struct slabs *to)
{
    int first = to->n;
    t->foot = one_line(t);
    t->head = t->n_head ? NEW(t->set->arena, struct slabs) : one_line(t);
    for (int from = 0, end; from < t->n_rows; from = end) {
        for (end = from + 1; end < t->n_rows && t->spanned[end];)
            end++;
        if (from == t->n_head && t->n_head)
            repeat_head(t, to, first);
        add_band(t, from, end, to);
    }
}
