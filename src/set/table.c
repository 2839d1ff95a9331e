/* table.c - a table: column widths, cells, row heights, lines. One slab for each row, so
 * that pages may end between rows; the head's slabs are repeated on top of a page that
 * begins with one of the rows below it.                                                     */
#include "set/slab.h"

struct cell_set { const struct cell *cell; struct slabs slabs; len height; };

struct table {
    struct set *set;
    const struct block *block;
    const struct table_style *style;
    len edge[MAX_COLUMNS + 1];   /* x of the lines between columns                           */
    const struct row **row;
    struct cell_set **cells;     /* of each row, in column order                             */
    int *n_cells;
    len *height;
    bool *spanned;               /* a cell from a row above reaches into it                   */
    int n_rows, n_head;
    int element, lines;          /* TABLE; the artifact that all its lines are                */
};

static len column_width(struct table *t, int column, len (*measure)(struct set *, const struct block *))
{
    len widest = 0;
    for (const struct row *r = t->block->table.rows; r; r = r->next)
        for (const struct cell *c = r->cells; c; c = c->next) {
            bool own = c->column == column && c->columns == 1;
            len w = own ? measure(t->set, c->blocks) + 2 * t->style->padding_x : 0;
            widest = w > widest ? w : widest;
        }
    return widest;
}

static len natural_width(void *user, int column) { return column_width(user, column, blocks_natural); }
static len narrowest_width(void *user, int column) { return column_width(user, column, blocks_narrowest); }

static bool find_edges(struct table *t, len width)
{
    const struct block *b = t->block;
    struct width w[MAX_COLUMNS];
    len column[MAX_COLUMNS], missing = 0;
    memcpy(w, b->table.widths, (size_t)b->table.columns * sizeof(*w));
    bool good = widths_solve(w, b->table.columns, width, natural_width, t, column, &missing);
    if (!good) {
        widths_narrow(w, b->table.columns, width, natural_width, narrowest_width, t);
        good = widths_solve(w, b->table.columns, width, natural_width, t, column, &missing);
    }
    if (!good)
        misfit(t->set, MSG_TABLE_TOO_WIDE, missing ? missing : MM(1), b->data, b->tmpl, "");
    for (int i = 0; good && i < b->table.columns; i++)
        t->edge[i + 1] = t->edge[i] + column[i];
    return good;
}

static void set_cell(struct table *t, struct cell_set *c, const struct cell *cell, enum row_kind kind)
{
    struct set *s = t->set;
    int parent = s->parent, element = element_new(s, kind == ROW_HEAD ? ELEMENT_TH : ELEMENT_TD, NULL);
    struct element *e = &s->pages->elements[element];
    e->columns = cell->columns;
    e->rows = cell->rows;
    e->tmpl = cell->tmpl;
    e->data = cell->data;
    s->parent = element;
    c->cell = cell;
    len room = t->edge[cell->column + cell->columns] - t->edge[cell->column] - 2 * t->style->padding_x;
    set_blocks(s, cell->blocks, room, &c->slabs);
    c->height = slabs_height(&c->slabs) + 2 * t->style->padding_y;
    s->parent = parent;
}

static int count_cells(const struct row *r)
{
    int n = 0;
    for (const struct cell *c = r->cells; c; c = c->next)
        n++;
    return n;
}

static void set_rows(struct table *t)
{
    struct set *s = t->set;
    int i = 0;
    for (const struct row *r = t->block->table.rows; r; r = r->next, i++) {
        int parent = s->parent, n = 0;
        t->row[i] = r;
        t->cells[i] = NEW_N(s->arena, struct cell_set, count_cells(r));
        s->parent = element_new(s, ELEMENT_TR, NULL);
        s->pages->elements[s->parent].tmpl = r->tmpl;
        s->pages->elements[s->parent].data = r->data;
        for (const struct cell *c = r->cells; c; c = c->next)
            set_cell(t, &t->cells[i][n++], c, r->kind);
        t->n_cells[i] = n;
        t->n_head += r->kind == ROW_HEAD || r->kind == ROW_UNIT;
        s->parent = parent;
    }
}

static len span_height(const struct table *t, int row, const struct cell *c)
{
    int64_t h = 0;
    for (int i = row; i < row + c->rows && i < t->n_rows; i++)
        h += t->height[i];
    return h < LEN_MAX / 2 ? (len)h : LEN_MAX / 2;
}

/* What a cell over several rows needs more than they have goes to the last of them.          */
static void find_heights(struct table *t)
{
    for (int i = 0; i < t->n_rows; i++)
        for (int j = 0; j < t->n_cells[i]; j++)
            if (t->cells[i][j].cell->rows == 1 && t->cells[i][j].height > t->height[i])
                t->height[i] = t->cells[i][j].height;
    for (int i = 0; i < t->n_rows; i++)
        for (int j = 0; j < t->n_cells[i]; j++) {
            const struct cell_set *c = &t->cells[i][j];
            int last = i + c->cell->rows - 1 < t->n_rows ? i + c->cell->rows - 1 : t->n_rows - 1;
            len missing = c->height - span_height(t, i, c->cell);
            if (missing > 0)
                t->height[last] += missing;
            for (int k = i + 1; k <= last; k++)
                t->spanned[k] = true;
        }
}

/* ---- marks ---------------------------------------------------------------------------------- */

static struct mark line_mark(const struct table *t, len x, len y, len width, len height)
{
    return (struct mark){ .kind = MARK_RULE, .element = t->lines, .x = x, .y = y, .width = width,
                          .rule.height = height };
}

static void draw(struct table *t, struct slab *slab, struct mark line)
{
    if (t->style->border)
        *slab_mark(t->set, slab, MARK_RULE, t->lines) = line;
}

static struct mark across(const struct table *t, len from, len to, len y)
{
    len b = t->style->border;
    return line_mark(t, from - b / 2, y - b / 2, to - from + b, b);
}

/* The line below each cell, neighbours at one height joined; the line right of each cell.     */
static void row_lines(struct table *t, int row, struct slab *slab)
{
    len b = t->style->border;
    const struct cell_set *cells = t->cells[row];
    if (t->row[row]->kind == ROW_UNIT) {
        draw(t, slab, across(t, 0, t->edge[t->block->table.columns], t->height[row]));
        return;
    }
    for (int i = 0; i < t->n_cells[row]; i++) {
        const struct cell *c = cells[i].cell, *next = i + 1 < t->n_cells[row] ? cells[i + 1].cell : NULL;
        len h = span_height(t, row, c), from = t->edge[c->column], to = t->edge[c->column + c->columns];
        if (c->column == 0)
            draw(t, slab, line_mark(t, -b / 2, 0, b, h));
        draw(t, slab, line_mark(t, to - b / 2, 0, b, h));
        while (next && next->column == c->column + c->columns && next->rows == c->rows) {
            c = next;
            to = t->edge[c->column + c->columns];
            draw(t, slab, line_mark(t, to - b / 2, 0, b, h));
            next = ++i + 1 < t->n_cells[row] ? cells[i + 1].cell : NULL;
        }
        draw(t, slab, across(t, from, to, h));
    }
}

static void row_slab(struct table *t, int row, struct slabs *to)
{
    struct slab own = { .tmpl = t->row[row]->tmpl, .data = t->row[row]->data, .height = t->height[row] };
    for (int i = 0; i < t->n_cells[row]; i++) {
        const struct cell_set *c = &t->cells[row][i];
        len down = t->style->padding_y + (span_height(t, row, c->cell) - c->height) / 2;
        slabs_stack(t->set, &own, &c->slabs, t->edge[c->cell->column] + t->style->padding_x, down);
        if (!own.baseline && c->slabs.n)
            own.baseline = down + c->slabs.slab[0].baseline;
    }
    int64_t reach = t->height[row]; /* rows that spans tie together are torn by no page */
    for (int i = row + 1; !t->spanned[row] && i < t->n_rows && t->spanned[i]; i++)
        reach += t->height[i];
    own.reach = reach < LEN_MAX / 2 ? (len)reach : LEN_MAX / 2;
    struct mark top = across(t, 0, t->edge[t->block->table.columns], 0);
    row_lines(t, row, &own);
    if (row == 0 && t->row[row]->kind != ROW_UNIT)
        draw(t, &own, top);
    else if (!t->n_head && t->style->border) {
        own.top = NEW(t->set->arena, struct mark);
        *own.top = top;
        own.n_top = 1;
    }
    *slab_add(t->set, to, own.tmpl, own.data) = own;
}

/* ---- where a page may end --------------------------------------------------------------------- */

/* A head and a group's name stay with what follows, a total with what it adds up.               */
static int row_penalty(const struct table *t, int row)
{
    if (row == 0)
        return 0;
    enum row_kind above = t->row[row - 1]->kind;
    if (above == ROW_UNIT || above == ROW_HEAD || above == ROW_GROUP || t->spanned[row])
        return COST_NEVER;
    return t->row[row]->kind == ROW_TOTAL ? COST_WIDOW : 0;
}

/* The head's slabs stand in the list like any row, and once more to be repeated.                */
static void add_rows(struct table *t, struct slabs *to)
{
    int first = to->n;
    struct slabs *head = t->n_head ? NEW(t->set->arena, struct slabs) : NULL;
    for (int i = 0; i < t->n_rows; i++) {
        row_slab(t, i, to);
        struct slab *slab = &to->slab[first + i];
        slab->penalty = row_penalty(t, i);
        slab->gap = i == 0 ? t->block->before : 0;
        slab->head = i < t->n_head ? NULL : head;
        if (i < t->n_head) {
            const struct slab copy = *slab;
            struct slab *again = slab_add(t->set, head, copy.tmpl, copy.data);
            *again = copy;
            again->gap = 0;
        }
    }
}

void set_table(struct set *s, const struct block *b, len width, struct slabs *to)
{
    struct table t = { .set = s, .block = b, .style = b->table.style };
    int parent = s->parent;
    bool artifact = s->artifact;
    if (!find_edges(&t, width))
        return;
    for (const struct row *r = b->table.rows; r; r = r->next)
        t.n_rows++;
    t.row = NEW_N(s->arena, const struct row *, t.n_rows + 1);
    t.cells = NEW_N(s->arena, struct cell_set *, t.n_rows + 1);
    t.n_cells = NEW_N(s->arena, int, t.n_rows + 1);
    t.height = NEW_N(s->arena, len, t.n_rows + 1);
    t.spanned = NEW_N(s->arena, bool, t.n_rows + 1);
    t.element = element_new(s, ELEMENT_TABLE, b);
    s->artifact = true;
    t.lines = element_new(s, ELEMENT_ARTIFACT, b);
    s->artifact = artifact;
    s->parent = t.element;
    set_rows(&t);
    find_heights(&t);
    add_rows(&t, to);
    s->parent = parent;
}
