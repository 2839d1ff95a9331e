/* lines.c - the lines around a table's cells. What a cell says of its sides goes before the lines
 * of the table's style; of two cells that share a side one is enough to have it drawn. Lines that
 * meet end to end are one mark.                                                                */
#include "set/table.h"

static void draw(const struct table *t, struct slab *slab, len x, len y, len width, len height)
{
    if (!t->style->border)
        return;
    struct mark *m = slab_mark(t->set, slab, MARK_RULE, t->lines);
    *m = (struct mark){ .kind = MARK_RULE, .element = t->lines, .x = x, .y = y, .width = width, .rule.height = height };
}

static void draw_across(const struct table *t, struct slab *slab, int from, int to, len y)
{
    len b = t->style->border;
    draw(t, slab, t->edge[from] - b / 2, y - b / 2, t->edge[to] - t->edge[from] + b, b);
}

/* ---- which are drawn -------------------------------------------------------------------------------- */

/* NULL: outside of the frame. Where no cell says anything all are alike.                               */
static const struct cell *cell_at(const struct table *t, int row, int column)
{
    static const struct cell alike;
    int columns = t->block->table.columns;
    if (row < t->n_units || row >= t->n_rows || column < 0 || column >= columns)
        return NULL;
    return t->at ? t->at[row * columns + column] : &alike;
}

static bool is_drawn(const struct table *t, const struct cell *a, enum side side, const struct cell *b, enum side other)
{
    if ((a && a->sides) || (b && b->sides))
        return (a && a->sides & side) || (b && b->sides & other);
    switch (t->style->lines) {
    case LINES_ALL:
        return true;
    case LINES_ROWS:
        return side == SIDE_BOTTOM;
    case LINES_FRAME:
        return !a || !b;
    case LINES_NONE:
        return false;
    }
    return true;
}

/* ---- drawing ----------------------------------------------------------------------------------------- */

/* On the column's left, as far down as the cell goes.                                                  */
static void line_down(const struct band *b, const struct part_cell *c, int column, len top, len end, struct slab *slab)
{
    const struct table *t = b->t;
    int last = c->row + c->cell->rows < b->to ? c->row + c->cell->rows : b->to;
    len begun = -1, done = -1, w = t->style->border;
    for (int row = c->row; row < last; row++) {
        len from = b->y[row - b->from] > top ? b->y[row - b->from] : top, to = b->y[row + 1 - b->from];
        to = to < end ? to : end;
        if (from >= to)
            continue;
        bool drawn = is_drawn(t, cell_at(t, row, column - 1), SIDE_RIGHT, cell_at(t, row, column), SIDE_LEFT);
        if (begun >= 0 && !drawn)
            draw(t, slab, t->edge[column] - w / 2, begun - top, w, done - begun);
        begun = !drawn ? -1 : begun >= 0 ? begun : from;
        done = to;
    }
    if (begun >= 0)
        draw(t, slab, t->edge[column] - w / 2, begun - top, w, done - begun);
}

static void line_across(const struct table *t, int row, int from, int to, len y, struct slab *slab)
{
    int begun = -1;
    for (int k = from; k <= to; k++) {
        bool drawn = k < to && is_drawn(t, cell_at(t, row - 1, k), SIDE_BOTTOM, cell_at(t, row, k), SIDE_TOP);
        if (begun >= 0 && !drawn)
            draw_across(t, slab, begun, k, y);
        begun = !drawn ? -1 : begun >= 0 ? begun : k;
    }
}

void line_above(const struct table *t, int row, len y, struct slab *slab)
{
    line_across(t, row, 0, t->block->table.columns, y, slab);
}

static int end_column(const struct part_cell *c) { return c->cell->column + c->cell->columns; }

/* What goes on where the one cell ends, at the same height: their line is one.                         */
static bool goes_on(const struct part_cell *c, const struct part_cell *next)
{
    return next->cell->column == end_column(c) && next->y == c->y && next->end == c->end;
}

void part_lines(const struct band *b, len top, len end, struct slab *slab)
{
    const struct parts *p = &b->parts;
    for (int i = 0; i < p->n_cells; i++) {
        const struct part_cell *c = &p->cell[i];
        if (c->end <= top || c->y >= end)
            continue;
        int from = c->cell->column, below = c->row + c->cell->rows < b->to ? c->row + c->cell->rows : b->to;
        bool more = true;
        if (from == 0)
            line_down(b, c, 0, top, end, slab);
        for (; more; c = &p->cell[i]) {
            line_down(b, c, end_column(c), top, end, slab);
            more = i + 1 < p->n_cells && goes_on(c, &p->cell[i + 1]);
            i += more;
        }
        if (c->end <= end)
            line_across(b->t, below, from, end_column(c), c->end - top, slab);
    }
}

bool closing_line(const struct table *t, int row, enum side side, struct slab *slab)
{
    int begun = -1, columns = t->block->table.columns, before = slab->n;
    for (int k = 0; k <= columns; k++) {
        const struct cell *c = k < columns ? cell_at(t, row, k) : NULL;
        bool alike = t->style->lines != LINES_NONE && (side == SIDE_BOTTOM || !t->n_head);
        bool drawn = c && (c->sides ? (c->sides & side) != 0 : alike);
        if (begun >= 0 && !drawn)
            draw_across(t, slab, begun, k, 0);
        begun = !drawn ? -1 : begun >= 0 ? begun : k;
    }
    return slab->n > before;
}
