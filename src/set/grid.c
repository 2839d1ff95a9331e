/* grid.c - blocks side by side: the header, the end. Cells of a row share the baseline of
 * their first lines. The whole is one slab, but where it is taller than a page: then pages may end
 * between its rows, and inside a row taller than a page between the lines of a cell.            */
#include "set/parts.h"

static len natural(struct set *s, const struct block *b)
{
    switch (b->kind) {
    case BLOCK_PARA:
        return para_natural(s, b);
    case BLOCK_FIELD:
        return b->field->width;
    case BLOCK_BOX:
        return b->box.width.kind == WIDTH_FIXED ? b->box.width.n
                                                : blocks_natural(s, b->box.blocks) + 2 * (b->box.padding + b->box.border);
    case BLOCK_IMAGE:
        return image_natural(b);
    case BLOCK_KEEP:
        return blocks_natural(s, b->keep.blocks);
    case BLOCK_TABLE:
        return table_natural(s, b, blocks_natural);
    default:
        return 0;
    }
}

len blocks_natural(struct set *s, const struct block *first)
{
    len widest = 0;
    for (const struct block *b = first; b; b = b->next) {
        len w = natural(s, b);
        widest = w > widest ? w : widest;
    }
    return widest;
}

/* Only paragraphs, pictures and tables can give way.                                                    */
static len narrowest(struct set *s, const struct block *b)
{
    switch (b->kind) {
    case BLOCK_PARA:
        return para_narrowest(s, b);
    case BLOCK_IMAGE:
        return image_narrowest(b);
    case BLOCK_KEEP:
        return blocks_narrowest(s, b->keep.blocks);
    case BLOCK_TABLE:
        return table_natural(s, b, blocks_narrowest);
    default:
        return natural(s, b);
    }
}

len blocks_narrowest(struct set *s, const struct block *first)
{
    len widest = 0;
    for (const struct block *b = first; b; b = b->next) {
        len w = narrowest(s, b);
        widest = w > widest ? w : widest;
    }
    return widest;
}

struct grid { struct set *s; const struct block *b; };

static len column_width(const struct grid *g, int column, len (*measure)(struct set *, const struct block *))
{
    len widest = 0;
    for (const struct row *r = g->b->grid.rows; r; r = r->next)
        for (const struct cell *c = r->cells; c; c = c->next) {
            len w = c->column == column ? measure(g->s, c->blocks) : 0;
            widest = w > widest ? w : widest;
        }
    return widest;
}

static len auto_width(void *user, int column) { return column_width(user, column, blocks_natural); }

/* What the columns that take the rest need at least, when there is no rest.                        */
static len rest_needed(const struct grid *g)
{
    int64_t needed = 0;
    for (int i = 0; i < g->b->grid.columns; i++)
        needed += g->b->grid.widths[i].kind == WIDTH_SHARE ? column_width(g, i, blocks_narrowest) : 0;
    return needed < LEN_MAX / 2 ? (len)needed : LEN_MAX / 2;
}

static len first_baseline(const struct slabs *slabs)
{
    return slabs->n ? slabs->slab[0].gap + slabs->slab[0].baseline : 0;
}

struct row_set {
    const struct row *row;
    struct slabs *cell;          /* by column                                                */
    enum valign *valign;         /* TOP: as the baselines have it                             */
    len *down;                   /* how far each is moved                                     */
    len height, baseline;
};

/* How far each cell at the top is moved down. Pictures beside pictures stand on one line as words do, so that
 * their captions are level; beside words a picture hangs from the top and moves nobody.           */
static len share_baseline(const struct row_set *row, int n)
{
    const struct slabs *cell = row->cell;
    bool words = false;
    len baseline = 0;
    for (int i = 0; i < n; i++)
        words = words || (cell[i].n && row->valign[i] == VALIGN_TOP && !is_image(&cell[i]));
    for (int i = 0; i < n; i++) {
        len own = row->valign[i] != VALIGN_TOP || (words && is_image(&cell[i])) ? 0 : first_baseline(&cell[i]);
        baseline = own > baseline ? own : baseline;
    }
    for (int i = 0; i < n; i++)
        if (cell[i].n && row->valign[i] == VALIGN_TOP && !(words && is_image(&cell[i])))
            row->down[i] = baseline - first_baseline(&cell[i]);
    return baseline;
}

/* What stands below a field that stretches goes down by what the tallest cell is taller.         */
static void stretch_fields(struct slabs *cell, int n, const len *down)
{
    len tallest = 0;
    for (int i = 0; i < n; i++) {
        len own = slabs_height(&cell[i]) + down[i];
        tallest = own > tallest ? own : tallest;
    }
    for (int i = 0; i < n; i++)
        for (int k = 0; k + 1 < cell[i].n; k++)
            if (cell[i].slab[k].stretch) {
                cell[i].slab[k + 1].gap += tallest - slabs_height(&cell[i]) - down[i];
                break;
            }
}

static void set_row(struct set *s, const struct block *b, const len *width, struct row_set *row)
{
    row->cell = NEW_N(s->slabs, struct slabs, b->grid.columns);
    row->valign = NEW_N(s->slabs, enum valign, b->grid.columns);
    row->down = NEW_N(s->slabs, len, b->grid.columns);
    for (const struct cell *c = row->row->cells; c; c = c->next) {
        set_blocks(s, c->blocks, width[c->column], &row->cell[c->column]);
        row->valign[c->column] = c->valign;
    }
    row->baseline = share_baseline(row, b->grid.columns);
    stretch_fields(row->cell, b->grid.columns, row->down);
    for (int i = 0; i < b->grid.columns; i++) {
        len end = row->down[i] + slabs_height(&row->cell[i]);
        row->height = end > row->height ? end : row->height;
    }
    for (int i = 0; i < b->grid.columns; i++) {
        len room = row->height - slabs_height(&row->cell[i]);
        if (row->valign[i] != VALIGN_TOP)
            row->down[i] = row->valign[i] == VALIGN_BOTTOM ? room : room / 2;
    }
}

static void whole_grid(struct set *s, const struct block *b, const struct row_set *row, int n, const len *x, struct slabs *to)
{
    struct slab own = { .tmpl = b->tmpl, .data = b->data, .gap = b->before };
    for (int i = 0; i < n; i++) {
        for (int k = 0; k < b->grid.columns; k++)
            slabs_stack(s, &own, &row[i].cell[k], x[k], own.height + row[i].down[k]);
        own.baseline = own.baseline ? own.baseline : own.height + row[i].baseline;
        own.height = own.height < LEN_MAX / 2 ? own.height + row[i].height : own.height;
    }
    *slab_add(s, to, b->tmpl, b->data) = own;
}

/* Where a row taller than a page goes on, one cell alone is divided; two at once would part words
 * that stand beside one another, such as a signer's office and name. Only where they are taller
 * than a page themselves does it come to that.                                                    */
static void undivided(struct parts *p, len row_height, len page_height)
{
    int last = 0, n = 1;
    for (int i = 1; i < p->n_cuts; i++)
        last = parts_divided(p, p->cut[i].y) > 1 ? i : last;
    bool fits = (last + 1 < p->n_cuts ? p->cut[last + 1].y : row_height) <= page_height;
    for (int i = 1; i < p->n_cuts; i++) {
        bool divided = parts_divided(p, p->cut[i].y) > 1;
        if (divided && fits)
            continue;
        p->cut[n] = p->cut[i];
        p->cut[n++].penalty = divided ? COST_NEVER : p->cut[i].penalty;
    }
    p->n_cuts = n;
}

static void part_row(struct set *s, const struct block *b, const struct row_set *row, const len *x, struct slabs *to)
{
    struct parts p = { .set = s, .cell = NEW_N(s->scratch, struct part_cell, b->grid.columns), .n_cells = b->grid.columns };
    for (int k = 0; k < b->grid.columns; k++) {
        p.cell[k] = (struct part_cell){ .x = x[k], .end = row->height };
        parts_place(&p, &p.cell[k], &row->cell[k], row->down[k]);
    }
    parts_add_cut(&p, (struct cut){ 0 });
    if (row->height > s->page_height)
        parts_cut(&p, 0, row->height, 0);
    undivided(&p, row->height, s->page_height);
    for (int i = 0; i < p.n_cuts; i++) {
        struct slab own = parts_slab(&p, i, row->height);
        own.tmpl = row->row->tmpl;
        own.data = row->row->data;
        *slab_add(s, to, own.tmpl, own.data) = own;
    }
    arena_reset(s->scratch);
}

static void part_grid(struct set *s, const struct block *b, const struct row_set *row, int n, const len *x, struct slabs *to)
{
    int first = to->n;
    for (int i = 0; i < n; i++)
        part_row(s, b, &row[i], x, to);
    to->slab[first].gap = b->before;
    for (int i = first + 1; i < to->n; i++) {
        to->slab[i].inside = true;
        to->slab[i].hold = HOLD_LINES;
    }
}

static int count_rows(const struct row *r)
{
    int n = 0;
    for (; r; r = r->next)
        n++;
    return n;
}

void set_grid(struct set *s, const struct block *b, len width, struct slabs *to)
{
    len column[MAX_COLUMNS], x[MAX_COLUMNS], missing, room = width + 2 * b->grid.out - (b->grid.columns - 1) * b->grid.gap;
    struct grid g = { s, b };
    if (!widths_solve(b->grid.widths, b->grid.columns, room, auto_width, &g, column, &missing)) {
        missing += rest_needed(&g);
        misfit(s, MSG_TABLE_TOO_WIDE, missing ? missing : MM(1), b->data, b->tmpl, "");
        return;
    }
    for (int i = 0; i < b->grid.columns; i++)
        x[i] = i ? x[i - 1] + column[i - 1] + b->grid.gap : -b->grid.out;
    int parent = s->parent, n = 0;
    struct row_set *row = NEW_N(s->slabs, struct row_set, count_rows(b->grid.rows) + 1);
    int64_t height = 0;
    s->parent = element_new(s, ELEMENT_DIV, b);
    for (const struct row *r = b->grid.rows; r; r = r->next, n++) {
        row[n].row = r;
        set_row(s, b, column, &row[n]);
        height += row[n].height;
    }
    s->parent = parent;
    if (n && height > s->page_height && !s->artifact)
        part_grid(s, b, row, n, x, to);
    else
        whole_grid(s, b, row, n, x, to);
}
