/* table.c - a table's columns, its cells set into them, the heights of its rows.             */
#include "set/table.h"

/* The rows of sums that may stand at a page's end have the same columns.                     */
static const struct row *with_carry(const struct row *r, int i)
{
    return i == 0 ? r : i == 1 ? r->carry : r->carry_to;
}

static void find_figures(struct table *t)
{
    for (const struct row *r = t->block->table.rows; r; r = r->next)
        for (int i = 0; i < 3; i++)
            for (const struct cell *c = with_carry(r, i) ? with_carry(r, i)->cells : NULL; c; c = c->next)
                if (c->columns == 1 && c->column < MAX_COLUMNS)
                    t->figures[c->column] = decimal_figures(t->set, c->blocks, t->figures[c->column]);
}

static len row_width(struct table *t, const struct row *r, int column, len (*measure)(struct set *, const struct block *))
{
    len widest = 0;
    for (const struct cell *c = r ? r->cells : NULL; c; c = c->next) {
        bool own = c->column == column && c->columns == 1;
        len w = own ? measure(t->set, c->blocks) + 2 * t->style->padding_x : 0;
        widest = w > widest ? w : widest;
    }
    return widest;
}

static len column_width(struct table *t, int column, len (*measure)(struct set *, const struct block *))
{
    len widest = t->figures[column].before + t->figures[column].behind + 2 * t->style->padding_x;
    for (const struct row *r = t->block->table.rows; r; r = r->next)
        for (int i = 0; i < 3; i++) {
            len w = row_width(t, with_carry(r, i), column, measure);
            widest = w > widest ? w : widest;
        }
    return widest;
}

static len natural_width(void *user, int column) { return column_width(user, column, blocks_natural); }
static len narrowest_width(void *user, int column) { return column_width(user, column, blocks_narrowest); }

len table_natural(struct set *s, const struct block *b, len (*measure)(struct set *, const struct block *))
{
    struct table t = { .set = s, .block = b, .style = b->table.style };
    int64_t width = 0;
    find_figures(&t);
    for (int i = 0; i < b->table.columns; i++) {
        const struct width *w = &b->table.widths[i];
        width += w->kind == WIDTH_FIXED ? w->n : column_width(&t, i, measure);
    }
    return width < LEN_MAX / 2 ? (len)width : LEN_MAX / 2;
}

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

static len cell_room(const struct table *t, int column, int columns)
{
    return t->edge[column + columns] - t->edge[column] - 2 * t->style->padding_x;
}

static void check_figures(struct table *t)
{
    struct set *s = t->set;
    char mm[MM_TEXT];
    for (int i = 0; i < t->block->table.columns; i++) {
        len missing = t->figures[i].before + t->figures[i].behind - cell_room(t, i, 1);
        if (t->figures[i].before && missing > 0 && !s->trial)
            say_wanted(s->log, MSG_DECIMAL_NARROW, t->block->data, t->block->tmpl, len_mm(missing, mm),
                       arena_format(s->log->arena, "%d", i + 1));
    }
}

/* Half the elements of a long table are not made so.                                         */
static bool is_plain(const struct block *b)
{
    return b && !b->next && b->kind == BLOCK_PARA && !b->role && !b->id && !b->para.style->outline;
}

static void set_cell(struct table *t, struct cell_set *c, const struct cell *cell, enum row_kind kind)
{
    struct set *s = t->set;
    len page_height = s->page_height;
    int parent = s->parent, element = element_new(s, kind == ROW_HEAD ? ELEMENT_TH : ELEMENT_TD, NULL);
    struct element *e = &s->pages->elements[element];
    e->columns = cell->columns;
    e->rows = cell->rows;
    e->tmpl = cell->tmpl;
    e->data = cell->data;
    s->parent = element;
    c->cell = cell;
    len room = cell_room(t, cell->column, cell->columns);
    s->page_height -= t->head_height + t->repeated + 2 * t->style->padding_y; /* what a table in it may have */
    const struct block *blocks = decimal_blocks(s, cell->blocks, t->figures[cell->column], room);
    s->sole = is_plain(blocks) ? blocks : NULL;
    set_blocks(s, blocks, room, &c->slabs);
    s->sole = NULL;
    c->height = slabs_height(&c->slabs) + 2 * t->style->padding_y;
    s->parent = parent;
    s->page_height = page_height;
}

static int count_cells(const struct row *r)
{
    int n = 0;
    for (const struct cell *c = r->cells; c; c = c->next)
        n++;
    return n;
}

static void set_row(struct table *t, int i)
{
    struct set *s = t->set;
    const struct row *r = t->row[i];
    int parent = s->parent, n = 0;
    t->cells[i] = NEW_N(s->slabs, struct cell_set, count_cells(r));
    s->parent = element_new(s, ELEMENT_TR, NULL);
    s->pages->elements[s->parent].tmpl = r->tmpl;
    s->pages->elements[s->parent].data = r->data;
    for (const struct cell *c = r->cells; c; c = c->next)
        set_cell(t, &t->cells[i][n++], c, r->kind);
    t->n_cells[i] = n;
    len height = 0;
    for (int k = 0; k < n; k++)
        height = t->cells[i][k].cell->rows == 1 && t->cells[i][k].height > height ? t->cells[i][k].height : height;
    t->head_height += i < t->n_head && t->head_height < LEN_MAX / 2 ? height : 0; /* beyond it is off any page */
    s->parent = parent;
}

static len span_height(const struct table *t, int row, const struct cell *c)
{
    int64_t h = 0;
    for (int i = row; i < row + c->rows && i < t->n_rows; i++)
        h += t->height[i];
    return h < LEN_MAX / 2 ? (len)h : LEN_MAX / 2;
}

/* What a cell over several rows needs more than they have goes to the last of them.          */
static void find_heights(struct table *t, int from, int to)
{
    for (int i = from; i < to; i++)
        for (int j = 0; j < t->n_cells[i]; j++)
            if (t->cells[i][j].cell->rows == 1 && t->cells[i][j].height > t->height[i])
                t->height[i] = t->cells[i][j].height;
    for (int i = from; i < to; i++)
        for (int j = 0; j < t->n_cells[i]; j++) {
            const struct cell_set *c = &t->cells[i][j];
            int end = i + c->cell->rows < to ? i + c->cell->rows : to;
            len missing = c->height - span_height(t, i, c->cell);
            if (missing > 0)
                t->height[end - 1] += missing;
        }
}

/* The cells of a band are forgotten as soon as its slabs have their marks.                    */
void table_band(struct table *t, int from, int to, struct slabs *slabs)
{
    struct arena *before = slabs_pass(t->set);
    for (int i = from; i < to; i++)
        set_row(t, i);
    find_heights(t, from, to);
    t->set->slabs = before;
    band_slabs(t, from, to, slabs);
    slabs_passed(t->set, before);
}

/* Only where some cell has lines of its own is every place of the table looked at.           */
static void find_cells(struct table *t)
{
    bool own = false;
    int columns = t->block->table.columns;
    for (int i = 0; i < t->n_rows; i++)
        for (const struct cell *c = t->row[i]->cells; c; c = c->next) {
            own = own || c->sides;
            for (int k = i + 1; k < i + c->rows && k < t->n_rows; k++)
                t->spanned[k] = true;
        }
    if (!own)
        return;
    t->at = (const struct cell **)NEW_N(t->set->slabs, struct cell *, t->n_rows * columns + 1);
    for (int i = 0; i < t->n_rows; i++)
        for (const struct cell *c = t->row[i]->cells; c; c = c->next)
            for (int k = i; k < i + c->rows && k < t->n_rows; k++)
                for (int l = c->column; l < c->column + c->columns; l++)
                    t->at[k * columns + l] = c;
}

static void rows_new(struct table *t, int n)
{
    struct arena *a = t->set->slabs;
    t->n_rows = n;
    t->row = NEW_N(a, const struct row *, n + 1);
    t->cells = NEW_N(a, struct cell_set *, n + 1);
    t->n_cells = NEW_N(a, int, n + 1);
    t->height = NEW_N(a, len, n + 1);
    t->spanned = NEW_N(a, bool, n + 1);
}

static int count_rows(const struct table *t)
{
    int n = 0;
    for (const struct row *r = t->block->table.rows; r; r = r->next)
        n++;
    return n;
}

static void take_rows(struct table *t)
{
    int i = 0;
    rows_new(t, count_rows(t));
    for (const struct row *r = t->block->table.rows; r; r = r->next) {
        t->row[i++] = r;
        t->n_head += r->kind == ROW_HEAD || r->kind == ROW_UNIT;
        t->n_units += r->kind == ROW_UNIT;
    }
}

void table_alone(const struct table *t, const struct row *row, struct slabs *to)
{
    struct table one = { .set = t->set, .block = t->block, .style = t->style, .element = t->element, .lines = t->lines };
    memcpy(one.edge, t->edge, sizeof(one.edge));
    memcpy(one.figures, t->figures, sizeof(one.figures));
    rows_new(&one, 1);
    one.row[0] = row;
    table_band(&one, 0, 1, to);
}

void set_table(struct set *s, const struct block *b, len width, struct slabs *to)
{
    struct table t = { .set = s, .block = b, .style = b->table.style };
    int parent = s->parent;
    bool artifact = s->artifact;
    find_figures(&t);
    if (!find_edges(&t, width))
        return;
    check_figures(&t);
    take_rows(&t);
    t.element = element_new(s, ELEMENT_TABLE, b);
    s->artifact = true;
    t.lines = element_new(s, ELEMENT_ARTIFACT, b);
    s->artifact = artifact;
    s->parent = t.element;
    find_cells(&t);
    repeat_carry(&t);
    table_slabs(&t, to);
    s->parent = parent;
}
