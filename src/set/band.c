/* band.c - rows as slabs. A band is a row with all that spans tie to it; it is cut into slabs
 * where its rows end, and inside a row only when that is taller than a page. A line of text
 * that stands on a cut is moved below it when there is room; else no page ends there.         */
#include "set/table.h"

enum {
    COST_SPAN = 5 * 1000,        /* a page that ends inside a band: 100 pt of empty page       */
};

struct line_set { const struct slab *slab; len y; };

struct band_cell {
    const struct cell_set *set;
    len y, end;                  /* from the band's top                                       */
    struct line_set *line;
    int n;
};

struct cut { len y; int penalty; bool crossed; int row; };

struct band {
    struct table *t;
    int from, to;                /* rows                                                      */
    len *y;                      /* of each row's top, and of the end                         */
    struct band_cell *cell;
    int n_cells;
    struct cut *cut;             /* tops of the parts, in order; the first is the band's      */
    int n_cuts, room_cuts;
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

static len left_of(const struct table *t, const struct band_cell *c) { return t->edge[c->set->cell->column]; }

static len right_of(const struct table *t, const struct band_cell *c)
{
    return t->edge[c->set->cell->column + c->set->cell->columns];
}

/* What goes on where the one cell ends, at the same height: their line is one.                  */
static bool goes_on(const struct band_cell *c, const struct band_cell *next)
{
    return next->set->cell->column == c->set->cell->column + c->set->cell->columns && next->y == c->y && next->end == c->end;
}

/* The lines of the part from `top` to `end`: right of each cell, below each that ends in it.     */
static void part_lines(const struct band *b, len top, len end, struct slab *slab)
{
    const struct table *t = b->t;
    len w = t->style->border;
    for (int i = 0; i < b->n_cells; i++) {
        const struct band_cell *c = &b->cell[i];
        if (c->end <= top || c->y >= end)
            continue;
        len from = left_of(t, c), y = (c->y > top ? c->y : top) - top, h = (c->end < end ? c->end : end) - top - y;
        bool more = true;
        if (c->set->cell->column == 0)
            draw(t, slab, -w / 2, y, w, h);
        for (; more; c = &b->cell[i]) {
            draw(t, slab, right_of(t, c) - w / 2, y, w, h);
            more = i + 1 < b->n_cells && goes_on(c, &b->cell[i + 1]);
            i += more;
        }
        if (b->cell[i].end <= end)
            draw_across(t, slab, from, right_of(t, &b->cell[i]), y + h);
    }
}

/* ---- where the lines of text stand --------------------------------------------------------------- */

static void place_lines(struct band *b, struct band_cell *c)
{
    const struct table *t = b->t;
    const struct slabs *own = &c->set->slabs;
    len y = c->y + t->style->padding_y + (b->tall ? 0 : (c->end - c->y - c->set->height) / 2);
    c->line = NEW_N(t->set->scratch, struct line_set, own->n + 1);
    for (int i = 0; i < own->n && y < LEN_MAX / 2; i++) {
        y += own->slab[i].gap;
        c->line[c->n++] = (struct line_set){ &own->slab[i], y };
        y += own->slab[i].height;
    }
}

static len bottom_of(const struct line_set *l) { return l->y + l->slab->height; }

/* Lines from the one that stands on the cut on go below it.                                         */
static bool clear_cut(const struct band *b, struct band_cell *c, len y)
{
    int i = 0;
    while (i < c->n && bottom_of(&c->line[i]) <= y)
        i++;
    len down = i < c->n && c->line[i].y < y ? y + b->t->style->padding_y - c->line[i].y : 0;
    if (down && bottom_of(&c->line[c->n - 1]) + down > c->end)
        return false;
    for (; down && i < c->n; i++)
        c->line[i].y += down;
    return true;
}

static bool is_crossed(const struct band *b, len y)
{
    bool crossed = false;
    for (int i = 0; i < b->n_cells; i++) {
        struct band_cell *c = &b->cell[i];
        bool tried = c->y < y && c->end > y && !clear_cut(b, c, y);
        for (int k = 0; tried && k < c->n; k++)
            crossed = crossed || (c->line[k].y < y && bottom_of(&c->line[k]) > y);
    }
    return crossed;
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

static void add_cut(struct band *b, len y, int penalty, bool crossed, int row)
{
    b->cut = arena_grow(b->t->set->scratch, b->cut, b->n_cuts + 1, &b->room_cuts, sizeof(*b->cut));
    b->cut[b->n_cuts++] = (struct cut){ y, crossed ? COST_NEVER : penalty, crossed, row };
}

/* What it costs a cell's text to be parted there: the penalty of its first line below.                */
static int text_penalty(const struct band *b, len y)
{
    int penalty = 0;
    for (int i = 0; i < b->n_cells; i++) {
        const struct band_cell *c = &b->cell[i];
        int k = 0;
        while (k < c->n && c->line[k].y < y)
            k++;
        if (k > 0 && k < c->n && c->line[k].slab->penalty > penalty)
            penalty = c->line[k].slab->penalty;
    }
    return penalty;
}

/* Inside a row taller than a page: wherever the text of some cell comes to the end of a line, and no
 * other cell's stands on it.                                                                           */
static void cut_row(struct band *b, int row)
{
    len from = b->y[row - b->from], to = b->y[row - b->from + 1];
    for (len y = from;;) {
        len next = to;
        for (int i = 0; i < b->n_cells; i++)
            for (int k = 0; k + 1 < b->cell[i].n; k++) {
                len end = bottom_of(&b->cell[i].line[k]);
                next = end > y && end < next ? end : next;
            }
        if (next >= to)
            return;
        y = next;
        bool crossed = false;
        for (int i = 0; i < b->n_cells; i++)
            for (int k = 0; k < b->cell[i].n; k++)
                crossed = crossed || (b->cell[i].line[k].y < y && bottom_of(&b->cell[i].line[k]) > y);
        if (!crossed)
            add_cut(b, y, text_penalty(b, y), false, row);
    }
}

static void find_cuts(struct band *b, len room)
{
    const struct table *t = b->t;
    add_cut(b, 0, row_penalty(t, b->from), false, b->from);
    for (int row = b->from; row < b->to; row++) {
        if (row > b->from) {
            len y = b->y[row - b->from];
            int penalty = row_penalty(t, row);
            bool crossed = is_crossed(b, y);
            add_cut(b, y, t->spanned[row] && penalty < COST_SPAN ? COST_SPAN : penalty, crossed, row);
        }
        if (t->height[row] > room)
            cut_row(b, row);
    }
}

/* ---- parts ------------------------------------------------------------------------------------------ */

static void part_text(const struct band *b, len top, len end, struct slab *slab)
{
    struct table *t = b->t;
    for (int i = 0; i < b->n_cells; i++) {
        const struct band_cell *c = &b->cell[i];
        for (int k = 0; k < c->n; k++) {
            const struct line_set *l = &c->line[k];
            if (l->y < top || l->y >= end)
                continue;
            slab_merge(t->set, slab, l->slab, left_of(t, c) + t->style->padding_x, l->y - top);
            if (!slab->baseline)
                slab->baseline = l->y - top + l->slab->baseline;
        }
    }
}

/* Parts that crossed cuts tie together are torn by no page.                                              */
static len reach_of(const struct band *b, int part, len height)
{
    int i = part + 1;
    while (i < b->n_cuts && b->cut[i].crossed)
        i++;
    len end = i < b->n_cuts ? b->cut[i].y : height;
    return b->cut[part].crossed ? 0 : end - b->cut[part].y;
}

/* Does a cell go on below?                                                                               */
static bool is_open(const struct band *b, len y)
{
    bool open = false;
    for (int i = 0; i < b->n_cells; i++)
        open = open || (b->cell[i].y < y && b->cell[i].end > y);
    return open;
}

static void add_part(const struct band *b, int i, struct slabs *to)
{
    struct table *t = b->t;
    const struct cut *cut = &b->cut[i];
    len height = b->y[b->to - b->from], end = i + 1 < b->n_cuts ? b->cut[i + 1].y : height;
    struct slab own = { .tmpl = t->row[cut->row]->tmpl, .data = t->row[cut->row]->data, .height = end - cut->y,
                        .penalty = cut->penalty, .reach = reach_of(b, i, height) };
    bool unit = t->row[cut->row]->kind == ROW_UNIT;
    part_text(b, cut->y, end, &own);
    if (unit)
        draw_across(t, &own, 0, t->edge[t->block->table.columns], own.height);
    else
        part_lines(b, cut->y, end, &own);
    if (cut->row == 0 && cut->y == 0 && !unit)
        draw_across(t, &own, 0, t->edge[t->block->table.columns], 0);
    own.gap = cut->row == 0 && cut->y == 0 ? t->block->before : 0;
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
    b->cell = NEW_N(t->set->scratch, struct band_cell, n + 1);
    for (int i = b->from; i < b->to; i++)
        for (int k = 0; k < t->n_cells[i]; k++) {
            const struct cell_set *set = &t->cells[i][k];
            int last = i + set->cell->rows < b->to ? i + set->cell->rows : b->to;
            struct band_cell *c = &b->cell[b->n_cells++];
            *c = (struct band_cell){ .set = set, .y = b->y[i - b->from], .end = b->y[last - b->from] };
            place_lines(b, c);
        }
}

static void add_band(struct table *t, int from, int to, struct slabs *slabs)
{
    struct band b = { .t = t, .from = from, .to = to };
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
    for (int i = 0; i < b.n_cuts; i++)
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
