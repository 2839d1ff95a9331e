/* repeat.c - what stands once more where a page ends inside a table: the head on top of the next,
 * and the lines that close the cells.                                                          */
#include "set/table.h"

void repeat_lines(struct table *t)
{
    const struct block *b = t->block;
    int row = t->n_units;
    t->foot = NEW(t->set->arena, struct slabs);
    t->head = NEW(t->set->arena, struct slabs);
    closing_line(t, row, SIDE_BOTTOM, slab_add(t->set, t->foot, b->tmpl, b->data));
    if (t->n_head == 0)
        closing_line(t, row, SIDE_TOP, slab_add(t->set, t->head, b->tmpl, b->data));
}

/* The head's slabs stand in the list like any row, and once more to be repeated.                        */
void repeat_head(struct table *t, const struct slabs *all, int first)
{
    for (int i = first; i < all->n; i++) {
        const struct slab copy = all->slab[i];
        struct slab *again = slab_add(t->set, t->head, copy.tmpl, copy.data);
        *again = copy;
        again->gap = 0;
    }
}

static void add_all(struct set *s, struct slabs *to, const struct slabs *from)
{
    for (int i = 0; i < from->n; i++)
        *slab_add(s, to, NOWHERE, NOWHERE) = from->slab[i];
}

/* Where cells say what lines they have, each page's first row has one of its own.                       */
struct slabs *part_head(const struct band *b, int part)
{
    struct table *t = b->t;
    int row = b->parts.cut[part].row;
    if (row < t->n_head)
        return NULL;
    if (!t->at)
        return t->head;
    struct slabs *own = NEW(t->set->arena, struct slabs);
    add_all(t->set, own, t->n_head ? t->head : own);
    struct slab line = { .tmpl = t->row[row]->tmpl, .data = t->row[row]->data };
    if (closing_line(t, row, SIDE_TOP, &line) || !own->n)
        *slab_add(t->set, own, line.tmpl, line.data) = line;
    return own;
}

/* Does a cell go on below?                                                                               */
static bool is_open(const struct band *b, len y)
{
    bool open = false;
    for (int i = 0; i < b->parts.n_cells; i++)
        open = open || (b->parts.cell[i].y < y && b->parts.cell[i].end > y);
    return open;
}

struct slabs *part_foot(const struct band *b, int part)
{
    struct table *t = b->t;
    const struct cut *next = part + 1 < b->parts.n_cuts ? &b->parts.cut[part + 1] : NULL;
    len end = next ? next->y : b->y[b->to - b->from];
    bool inside = next && next->y > b->y[next->row - b->from];
    int row = !next ? b->to - 1 : inside ? next->row : next->row - 1;
    if (row == t->n_rows - 1 && !inside)
        return NULL;
    if (!t->at)
        return is_open(b, end) || t->style->lines == LINES_FRAME ? t->foot : NULL;
    struct slabs *own = NEW(t->set->arena, struct slabs);
    struct slab line = { .tmpl = t->row[row]->tmpl, .data = t->row[row]->data };
    if (closing_line(t, row, SIDE_BOTTOM, &line))
        *slab_add(t->set, own, line.tmpl, line.data) = line;
    return own->n ? own : NULL;
}
