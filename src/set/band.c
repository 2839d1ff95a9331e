/* band.c - rows as slabs. A band is a row with all that spans tie to it; it is cut into slabs
 * where its rows end, and inside a row only when that is taller than a page. A line of text
 * that stands on a cut is moved below it when there is room; else no page ends there.         */
#include "set/table.h"

enum {
    COST_SPAN = 5 * 1000,        /* a page that ends inside a band: 100 pt of empty page       */
};

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

/* What its penalty is for.                                                                               */
static enum hold part_hold(const struct table *t, const struct cut *cut)
{
    if (cut->row == 0)
        return HOLD_NONE;
    enum row_kind above = t->row[cut->row - 1]->kind;
    if (above == ROW_UNIT || above == ROW_HEAD)
        return HOLD_HEAD;
    if (above == ROW_GROUP)
        return HOLD_GROUP;
    return cut->crossed || t->spanned[cut->row] ? HOLD_SPAN : HOLD_TOTAL;
}

static void add_part(const struct band *b, int i, struct slabs *to)
{
    struct table *t = b->t;
    const struct cut *cut = &b->parts.cut[i];
    const struct row *row = t->row[cut->row];
    struct slab own = parts_slab(&b->parts, i, b->y[b->to - b->from]);
    bool ends = i + 1 == b->parts.n_cuts || cut[1].row != cut->row;
    own.tmpl = row->tmpl;
    own.data = row->data;
    own.inside = cut->y > b->y[cut->row - b->from];
    own.hold = own.inside ? HOLD_LINES : part_hold(t, cut);
    own.row = cut->row >= t->n_head && ends && !own.inside;
    if (row->kind == ROW_UNIT)
        line_above(t, cut->row + 1, own.height, &own);
    else
        part_lines(b, cut->y, cut->y + own.height, &own);
    arena_trim(t->set->slabs, own.marks, own.n, &own.room, sizeof(*own.marks)); /* most of a long table's memory */
    own.head = part_head(b, i);
    own.foot = part_foot(b, i);
    own.head_notes = own.head ? t->notes : NULL;
    *slab_add(t->set, to, own.tmpl, own.data) = own;
}

/* The room above a cell's words; what is taller than a page begins on top.                                */
static len above(const struct band *b, const struct cell_set *c, len height)
{
    len room = height - c->height;
    if (b->tall)
        return 0;
    return c->cell->valign == VALIGN_TOP ? 0 : c->cell->valign == VALIGN_BOTTOM ? room : room / 2;
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
            *c = (struct part_cell){ .cell = set->cell, .row = i, .x = t->edge[set->cell->column] + t->style->padding_x,
                                     .y = b->y[i - b->from], .end = b->y[last - b->from] };
            parts_place(&b->parts, c, &set->slabs, c->y + t->style->padding_y + above(b, set, c->end - c->y));
        }
}

void band_slabs(struct table *t, int from, int to, struct slabs *slabs)
{
    struct band b = { .t = t, .parts.set = t->set, .from = from, .to = to };
    len head = t->head ? slabs_height(t->head) : 0;
    int64_t y = 0;
    len room = t->set->page_height - (from < t->n_head ? 0 : head + t->repeated);
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

void table_slabs(struct table *t, struct slabs *to)
{
    int first = to->n;
    repeat_lines(t);
    for (int from = 0, end; from < t->n_rows; from = end) {
        for (end = from + 1; end < t->n_rows && t->spanned[end];)
            end++;
        if (from == t->n_head && t->n_head)
            repeat_head(t, to, first), repeat_notes(t);
        table_band(t, from, end, to);
        if (from == 0 && t->n_units == 0)
            line_above(t, 0, 0, &to->slab[first]);
    }
    if (to->n > first)
        to->slab[first].gap = t->block->before;
}
