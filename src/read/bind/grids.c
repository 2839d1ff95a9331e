/* grids.c - blocks side by side: the rows of a grid, or loose cells put into rows.          */
#include "read/bind/flow.h"

#include "base/words.h"

struct cells { struct flow flow; struct cell **end; int n; };

/* What is a table's alone.                                                                  */
static void refuse_table_looks(struct env *env, const struct tnode *n)
{
    static const char *const names[] = { "colspan", "rowspan", "align", "border" };
    for (int i = 0; i < LENGTH(names); i++)
        if (tnode_attr(n, names[i]))
            say(env->log, MSG_GRID_CELL, tnode_attr(n, names[i])->pos, names[i]);
}

static void grid_cell(void *user, const struct tnode *n, struct context at)
{
    struct cells *c = user;
    if (tnode_id(n) != T_CELL) {
        say(c->flow.env->log, MSG_SLOT_HERE, n->pos, n->rule ? n->rule->name : "#text",
            log_word(c->flow.env->log, "ở đây cần <cell>", "a <cell> is needed here"));
        return;
    }
    struct cell *cell = NEW(c->flow.env->arena, struct cell);
    refuse_table_looks(c->flow.env, n);
    *cell = (struct cell){ .column = c->n++, .columns = 1, .rows = 1, .tmpl = n->pos, .data = xml_pos(at.node),
                           .valign = valign_parse(attr_text(c->flow.env, n, "valign", at), VALIGN_TOP) };
    cell->blocks = flow_blocks(c->flow.env, n->first, at);
    *c->end = cell;
    c->end = &cell->next;
}

struct rows { struct flow flow; struct row **end; };

static void grid_row(void *user, const struct tnode *n, struct context at)
{
    struct rows *rows = user;
    if (tnode_id(n) != T_ROW) {
        say(rows->flow.env->log, MSG_SLOT_HERE, n->pos, n->rule ? n->rule->name : "#text",
            log_word(rows->flow.env->log, "trong <grid> cần <row>, hoặc per-row với các <cell>",
                     "a <grid> needs <row>, or per-row with <cell> elements"));
        return;
    }
    struct row *row = NEW(rows->flow.env->arena, struct row);
    row->tmpl = n->pos;
    row->data = xml_pos(at.node);
    struct cells c = { rows->flow, &row->cells, 0 };
    flow_walk(rows->flow.env, n->first, at, grid_cell, &c);
    *rows->end = row;
    rows->end = &row->next;
}

static struct block *grid_new(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    struct block *b = block_new(f, BLOCK_GRID, n->pos, xml_pos(at.node));
    const char *widths = attr_text(env, n, "widths", at);
    common_attrs(env, b, n, at);
    b->grid.widths = widths_parse(env, widths ? widths : "*", &b->grid.columns);
    b->grid.gap = attr_len(env, n, "gap", at);
    b->grid.out = attr_len(env, n, "out", at);
    return b;
}

/* One grid for each row, for each has columns of its own; widths are used over and over.     */
static void loose_row(struct flow *f, const struct tnode *n, struct context at, struct cell *cells, int columns)
{
    struct block *b = grid_new(f, n, at);
    int given = b->grid.columns;
    for (int i = given; i < columns; i++)
        b->grid.widths[i] = b->grid.widths[i % given];
    b->grid.columns = columns;
    b->grid.rows = NEW(f->env->arena, struct row);
    *b->grid.rows = (struct row){ .cells = cells, .tmpl = n->pos, .data = cells->data };
    struct cell *c = cells;
    for (int i = 0; i < columns; i++, c = c->next)
        c->column = i;
}

static void loose_cells(struct flow *f, const struct tnode *n, struct context at, const char *per_row)
{
    struct cell *cells = NULL;
    struct cells all = { *f, &cells, 0 };
    flow_walk(f->env, n->first, at, grid_cell, &all);
    int size, columns = 1;
    for (const char *word = per_row; all.n > 0; all.n -= columns) {
        const char *next = next_word(word, &size);
        columns = next ? (int)strtol(next, NULL, 10) : columns;
        word = next ? next + size : word;
        columns = columns < all.n ? columns : all.n;
        struct cell *first = cells, *last = cells;
        for (int i = 1; i < columns; i++)
            last = last->next;
        cells = last->next;
        last->next = NULL;
        loose_row(f, n, at, first, columns);
    }
}

void flow_grid(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    const char *per_row = attr_text(env, n, "per-row", at);
    if (per_row) {
        loose_cells(f, n, at, per_row);
        return;
    }
    struct block *b = grid_new(f, n, at);
    struct rows rows = { *f, &b->grid.rows };
    flow_walk(env, n->first, at, grid_row, &rows);
    for (struct row *r = b->grid.rows; r; r = r->next)
        for (struct cell *c = r->cells; c; c = c->next)
            if (c->column == b->grid.columns)
                say(env->log, MSG_CELLS_TOO_MANY, c->tmpl, arena_format(env->arena, "%d", c->column + 1),
                    arena_format(env->arena, "%d", b->grid.columns));
}
