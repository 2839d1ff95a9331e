/* repeat.c - what stands once more where a page ends inside a table: the head on top of the next,
 * and the lines that close the cells.                                                          */
#include "set/table.h"

void repeat_lines(struct table *t)
{
    const struct block *b = t->block;
    int row = t->n_units;
    t->foot = NEW(t->set->slabs, struct slabs);
    t->head = NEW(t->set->slabs, struct slabs);
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

/* Its mark would be another on each page, and so would those of the notes behind it.                   */
static void refuse_by_page(const struct table *t, const struct note *note)
{
    if (note->by_page && !t->set->trial)
        say_wanted(t->set->log, MSG_HEAD_NOTE_BY_PAGE, note->data, t->block->tmpl, NULL);
}

/* They are seen again, not read.                                                                        */
void repeat_notes(struct table *t)
{
    struct set *s = t->set;
    struct slabs notes = { 0 };
    bool artifact = s->artifact;
    s->artifact = true;
    for (int i = 0; t->style->each_notes && i < t->head->n; i++)
        for (int k = 0; k < t->head->slab[i].n_notes; k++) {
            refuse_by_page(t, t->head->slab[i].notes[k].note);
            set_blocks(s, t->head->slab[i].notes[k].note->blocks, s->page_width, &notes);
        }
    s->artifact = artifact;
    if (!notes.n)
        return;
    for (int i = 0; i < notes.n; i++) {
        notes.slab[i].n_numbers = 0; /* a page number in it is that of its first page */
        for (int k = 0; k < notes.slab[i].n; k++)
            if (notes.slab[i].marks[k].kind == MARK_TEXT)
                notes.slab[i].marks[k].text.href = NULL;
    }
    t->notes = NEW(s->slabs, struct slabs);
    *t->notes = notes;
    t->repeated += notes_height(s, t->notes);
}

/* ---- sums so far --------------------------------------------------------------------------------------- */

/* Seen, not read: the marks become artifacts where they are placed, and no element is kept.             */
static struct slabs *carry_slabs(struct table *t, const struct row *row)
{
    struct set *s = t->set;
    struct slabs *slabs = row ? NEW(s->slabs, struct slabs) : NULL;
    int elements = s->pages->n_elements;
    if (row)
        table_alone(t, row, slabs);
    s->pages->n_elements = elements;
    return slabs;
}

static len tallest(struct slabs *const *slabs, int n)
{
    len height = 0;
    for (int i = 0; i < n; i++) {
        len own = slabs[i] ? slabs_height(slabs[i]) : 0;
        height = own > height ? own : height;
    }
    return height;
}

void repeat_carry(struct table *t)
{
    struct arena *a = t->set->slabs;
    bool any = false;
    for (int i = 0; i < t->n_rows; i++)
        any = any || t->row[i]->carry || t->row[i]->carry_to;
    if (!any)
        return;
    t->carry = NEW_N(a, struct slabs *, t->n_rows);
    t->carry_to = NEW_N(a, struct slabs *, t->n_rows);
    for (int i = 0; i < t->n_rows; i++) {
        t->carry[i] = carry_slabs(t, t->row[i]->carry);
        t->carry_to[i] = carry_slabs(t, t->row[i]->carry_to);
    }
    t->repeated += tallest(t->carry, t->n_rows) + tallest(t->carry_to, t->n_rows);
}

/* ---- of each part -------------------------------------------------------------------------------------- */

static void add_all(struct set *s, struct slabs *to, const struct slabs *from)
{
    for (int i = 0; from && i < from->n; i++)
        *slab_add(s, to, NOWHERE, NOWHERE) = from->slab[i];
}

/* Where cells say what lines they have, each page's first row has one of its own.                       */
static void add_line(struct table *t, int row, enum side side, struct slabs *to)
{
    struct slab line = { .tmpl = t->row[row]->tmpl, .data = t->row[row]->data };
    if (closing_line(t, row, side, &line))
        *slab_add(t->set, to, line.tmpl, line.data) = line;
}

static bool is_inside(const struct band *b, const struct cut *cut) { return cut->y > b->y[cut->row - b->from]; }

struct slabs *part_head(const struct band *b, int part)
{
    struct table *t = b->t;
    const struct cut *cut = &b->parts.cut[part];
    int row = cut->row, above = is_inside(b, cut) ? row : row - 1;
    const struct slabs *sums = t->carry_to && above >= 0 ? t->carry_to[above] : NULL;
    if (row < t->n_head)
        return NULL;
    if (!t->at && !sums)
        return t->head;
    struct slabs *own = NEW(t->set->slabs, struct slabs);
    add_all(t->set, own, t->n_head || sums ? t->head : NULL);
    add_all(t->set, own, sums);
    if (t->at && (t->n_head || !sums))
        add_line(t, row, SIDE_TOP, own);
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
    bool inside = next && is_inside(b, next);
    int row = !next ? b->to - 1 : inside ? next->row : next->row - 1;
    const struct slabs *sums = t->carry ? t->carry[row] : NULL;
    if (row == t->n_rows - 1 && !inside)
        return NULL;
    bool closed = is_open(b, next ? next->y : b->y[b->to - b->from]) || (t->style->lines == LINES_FRAME && !sums);
    if (!t->at && !sums)
        return closed ? t->foot : NULL;
    struct slabs *own = NEW(t->set->slabs, struct slabs);
    if (t->at)
        add_line(t, row, SIDE_BOTTOM, own);
    else if (closed)
        add_all(t->set, own, t->foot);
    add_all(t->set, own, sums);
    return own->n ? own : NULL;
}
