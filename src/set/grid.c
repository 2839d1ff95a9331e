/* grid.c - blocks side by side: the header, the end. Cells of a row share the baseline of
 * their first lines. The whole is one slab.                                                     */
#include "set/slab.h"

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

/* Only paragraphs and pictures can give way.                                                     */
static len narrowest(struct set *s, const struct block *b)
{
    switch (b->kind) {
    case BLOCK_PARA:
        return para_narrowest(s, b);
    case BLOCK_IMAGE:
        return image_narrowest(b);
    case BLOCK_KEEP:
        return blocks_narrowest(s, b->keep.blocks);
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

static len auto_width(void *user, int column)
{
    struct grid *g = user;
    len widest = 0;
    for (const struct row *r = g->b->grid.rows; r; r = r->next)
        for (const struct cell *c = r->cells; c; c = c->next) {
            len w = c->column == column ? blocks_natural(g->s, c->blocks) : 0;
            widest = w > widest ? w : widest;
        }
    return widest;
}

static len first_baseline(const struct slabs *slabs)
{
    return slabs->n ? slabs->slab[0].gap + slabs->slab[0].baseline : 0;
}

/* How far each cell is moved down. Pictures beside pictures stand on one line as words do, so that
 * their captions are level; beside words a picture hangs from the top and moves nobody.           */
static len share_baseline(const struct slabs *cell, int n, len *down)
{
    bool words = false;
    len baseline = 0;
    for (int i = 0; i < n; i++)
        words = words || (cell[i].n && !is_image(&cell[i]));
    for (int i = 0; i < n; i++) {
        len own = words && is_image(&cell[i]) ? 0 : first_baseline(&cell[i]);
        baseline = own > baseline ? own : baseline;
    }
    for (int i = 0; i < n; i++)
        down[i] = !cell[i].n || (words && is_image(&cell[i])) ? 0 : baseline - first_baseline(&cell[i]);
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

/* Sets a row at y, returns where the next one begins.                                            */
static len set_row(struct set *s, const struct block *b, const struct row *r, const len *width,
                   struct slab *slab, len y, len left)
{
    struct slabs cell[MAX_COLUMNS] = { 0 };
    len down[MAX_COLUMNS], bottom = y, x = left;
    for (const struct cell *c = r->cells; c; c = c->next)
        set_blocks(s, c->blocks, width[c->column], &cell[c->column]);
    len baseline = share_baseline(cell, b->grid.columns, down);
    stretch_fields(cell, b->grid.columns, down);
    for (int i = 0; i < b->grid.columns; i++) {
        len end = slabs_stack(s, slab, &cell[i], x, y + down[i]);
        bottom = end > bottom ? end : bottom;
        x += width[i] + b->grid.gap;
    }
    if (slab->baseline == 0)
        slab->baseline = y + baseline;
    return bottom;
}

void set_grid(struct set *s, const struct block *b, len width, struct slabs *to)
{
    len column[MAX_COLUMNS], missing, room = width + 2 * b->grid.out - (b->grid.columns - 1) * b->grid.gap;
    struct grid g = { s, b };
    if (!widths_solve(b->grid.widths, b->grid.columns, room, auto_width, &g, column, &missing)) {
        misfit(s, MSG_TABLE_TOO_WIDE, missing ? missing : MM(1), b->data, b->tmpl, "");
        return;
    }
    int parent = s->parent;
    struct slabs own = { 0 };
    struct slab *slab = slab_add(s, &own, b->tmpl, b->data);
    s->parent = element_new(s, ELEMENT_DIV, b);
    len y = 0;
    for (const struct row *r = b->grid.rows; r; r = r->next)
        y = set_row(s, b, r, column, slab, y, -b->grid.out);
    s->parent = parent;
    slab->height = y;
    slab->gap = b->before;
    *slab_add(s, to, b->tmpl, b->data) = *slab;
}
