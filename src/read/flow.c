/* flow.c - walks the template's own flow and makes blocks of it.                         */
#include "read/env.h"

void count_block(struct env *env, struct pos at)
{
    if (++env->blocks == MAX_BLOCKS)
        say_too_large(env->log, at, MAX_BLOCKS, "đoạn và hàng", "paragraphs and rows");
}

struct block *block_new(struct flow *f, enum block_kind kind, struct pos tmpl, struct pos data)
{
    struct env *env = f->env;
    struct block *b = NEW(env->arena, struct block);
    b->kind = kind;
    b->tmpl = tmpl;
    b->data = data;
    *f->end = b;
    f->end = &b->next;
    count_block(env, data);
    return b;
}

/* ---- control ---------------------------------------------------------------------------- */

static void for_each(struct env *env, const struct tnode *n, struct context at,
                     flow_visit *visit, void *user)
{
    const struct value *v = tnode_attr(n, "select");
    xmlXPathObject *o = v->n ? env_eval(env, &v->pieces[0], at) : NULL;
    xmlNodeSet *set = o ? o->nodesetval : NULL;
    for (int i = 0; set && i < set->nodeNr && env->blocks < MAX_BLOCKS; i++)
        if (set->nodeTab[i]->type != XML_NAMESPACE_DECL)
            flow_walk(env, n->first, (struct context){ set->nodeTab[i], i + 1, set->nodeNr },
                      visit, user);
    xmlXPathFreeObject(o);
}

static void choose(struct env *env, const struct tnode *n, struct context at, flow_visit *visit,
                   void *user)
{
    for (const struct tnode *when = n->first; when; when = when->next) {
        bool otherwise = tnode_id(when) == T_OTHERWISE;
        if (!otherwise && (tnode_id(when) != T_WHEN ||
                           !env_test(env, tnode_attr(when, "test"), at)))
            continue;
        flow_walk(env, when->first, at, visit, user);
        return;
    }
}

/* Data can place a slot in itself by an insert, which no check of the template sees.       */
static bool may_place(struct env *env, const struct slot *slot, struct context at)
{
    count_block(env, slot->pos);
    for (int i = 0; i < env->slot_depth; i++)
        if (env->placing[i] == slot) {
            say_wanted(env->log, MSG_SLOT_CYCLE, xml_pos(at.node), slot->pos, slot->name);
            return false;
        }
    if (env->slot_depth == MAX_SLOT_DEPTH)
        say_too_large(env->log, slot->pos, MAX_SLOT_DEPTH, "slot lồng nhau", "slots in slots");
    return env->slot_depth < MAX_SLOT_DEPTH;
}

static void place_slot(struct env *env, const struct slot *slot, struct context at,
                       flow_visit *visit, void *user)
{
    if (!slot || !may_place(env, slot, at))
        return;
    env->placing[env->slot_depth++] = slot;
    flow_walk(env, slot->content, at, visit, user);
    env->slot_depth--;
}

void flow_walk(struct env *env, const struct tnode *first, struct context at, flow_visit *visit,
               void *user)
{
    for (const struct tnode *n = first; n && env->blocks < MAX_BLOCKS; n = n->next) {
        switch (tnode_id(n)) {
        case T_FOR_EACH:
            for_each(env, n, at, visit, user);
            break;
        case T_IF:
            if (env_test(env, tnode_attr(n, "test"), at))
                flow_walk(env, n->first, at, visit, user);
            break;
        case T_CHOOSE:
            choose(env, n, at, visit, user);
            break;
        case T_SLOT:
        case T_INHERITED:
            place_slot(env, n->slot, at, visit, user);
            break;
        default:
            visit(user, n, at);
        }
    }
}

/* ---- blocks -------------------------------------------------------------------------------- */

static void common_attrs(struct env *env, struct block *b, const struct tnode *n,
                         struct context at)
{
    b->role = grammar_attr(n->rule, "role") ? attr_text(env, n, "role", at) : NULL;
    b->before = grammar_attr(n->rule, "before") ? attr_len(env, n, "before", at) : 0;
}

/* In an own style's place: a paragraph's alignment and space may be given where it stands.  */
static void flow_p(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    const char *name = attr_text(env, n, "style", at);
    const struct style *style =
        style_aligned(env, style_make(env, name ? name : ""), attr_text(env, n, "align", at));
    struct text t = text_begin(env, style);
    text_flow(&t, n->first, at);
    struct block *b = block_new(f, BLOCK_PARA, n->pos, xml_pos(at.node));
    common_attrs(env, b, n, at);
    b->before = attr_text(env, n, "before", at) ? attr_len(env, n, "before", at) : style->before;
    b->para.style = style;
    b->para.runs = text_end(&t);
}

static void flow_rule(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    const char *width = attr_text(env, n, "width", at);
    struct block *b = block_new(f, BLOCK_RULE, n->pos, xml_pos(at.node));
    common_attrs(env, b, n, at);
    b->rule.width = width_parse(width ? width : "100%");
    b->rule.of_column = attr_is(env, n, "of", "column", at);
    b->rule.thickness = attr_len(env, n, "thickness", at);
    align_parse(attr_text(env, n, "align", at), &b->rule.align);
}

struct cells { struct flow flow; struct row *row; struct cell **end; int column; };

static void grid_cell(void *user, const struct tnode *n, struct context at)
{
    struct cells *c = user;
    if (tnode_id(n) != T_CELL)
        return;
    struct cell *cell = NEW(c->flow.env->arena, struct cell);
    *cell = (struct cell){ .column = c->column++, .columns = 1, .rows = 1, .tmpl = n->pos,
                           .data = xml_pos(at.node) };
    cell->blocks = flow_blocks(c->flow.env, n->first, at);
    *c->end = cell;
    c->end = &cell->next;
}

struct rows { struct flow flow; struct row **end; };

static void grid_row(void *user, const struct tnode *n, struct context at)
{
    struct rows *rows = user;
    if (tnode_id(n) != T_ROW)
        return;
    struct row *row = NEW(rows->flow.env->arena, struct row);
    row->tmpl = n->pos;
    row->data = xml_pos(at.node);
    struct cells c = { rows->flow, row, &row->cells, 0 };
    flow_walk(rows->flow.env, n->first, at, grid_cell, &c);
    *rows->end = row;
    rows->end = &row->next;
}

static void flow_grid(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    struct block *b = block_new(f, BLOCK_GRID, n->pos, xml_pos(at.node));
    const char *widths = attr_text(env, n, "widths", at);
    common_attrs(env, b, n, at);
    b->grid.widths = widths_parse(env, widths ? widths : "*", &b->grid.columns);
    b->grid.gap = attr_len(env, n, "gap", at);
    b->grid.out = attr_len(env, n, "out", at);
    struct rows rows = { *f, &b->grid.rows };
    flow_walk(env, n->first, at, grid_row, &rows);
    for (struct row *r = b->grid.rows; r; r = r->next)
        for (struct cell *c = r->cells; c; c = c->next)
            if (c->column == b->grid.columns)
                say(env->log, MSG_CELLS_TOO_MANY, c->tmpl,
                    arena_format(env->arena, "%d", c->column + 1),
                    arena_format(env->arena, "%d", b->grid.columns));
}

static void flow_keep(struct flow *f, const struct tnode *n, struct context at)
{
    struct block *b = block_new(f, BLOCK_KEEP, n->pos, xml_pos(at.node));
    common_attrs(f->env, b, n, at);
    b->keep.lines_before = attr_number(f->env, n, "lines-before", at);
    b->keep.blocks = flow_blocks(f->env, n->first, at);
}

/* ---- fit ------------------------------------------------------------------------------------ */

struct tries { const struct tnode *node[16]; int n; };

static void collect_try(void *user, const struct tnode *n, struct context at)
{
    struct tries *t = user;
    (void)at;
    if (tnode_id(n) == T_TRY && t->n < LENGTH(t->node))
        t->node[t->n++] = n;
}

static void try_settings(struct env *env, const struct tnode *attempt, struct context at)
{
    for (const struct tnode *set = attempt->first; set; set = set->next)
        if (tnode_id(set) == T_SET)
            env_override(env, value_literal(tnode_attr(set, "name")),
                         attr_text(env, set, "value", at));
}

/* The content is bound anew for every try, each time from the same counters; which one
 * is set is for set/ to see.                                                               */
static void flow_fit(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    struct tries tries = { .n = 0 };
    flow_walk(env, n->first, at, collect_try, &tries);
    struct block *b = block_new(f, BLOCK_FIT, n->pos, xml_pos(at.node));
    b->fit.n = tries.n ? tries.n : 1;
    b->fit.tries = NEW_N(env->arena, struct block *, b->fit.n);
    struct env before = *env;
    for (int i = 0; i < b->fit.n; i++) {
        env->note_number = before.note_number;
        env->notes_end = before.notes_end;
        if (i < tries.n)
            try_settings(env, tries.node[i], at);
        b->fit.tries[i] = flow_blocks(env, n->first, at);
        env->overrides = before.overrides;
        env->t->epoch++;
    }
}

/* ---- fields ----------------------------------------------------------------------------------- */

static void flow_field(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    struct field *field = NEW(env->arena, struct field);
    field->kind = field_kind_parse(attr_text(env, n, "kind", at));
    field->name = attr_text(env, n, "name", at);
    field->width = attr_len(env, n, "width", at);
    field->height = attr_len(env, n, "height", at);
    align_parse(attr_text(env, n, "align", at), &field->align);
    field->overlap = attr_number(env, n, "overlap", at);
    field->blocks = flow_blocks(env, n->first, at);
    struct block **link = &field->blocks; /* a seal covers; it takes no room */
    while (*link && (*link)->kind != BLOCK_FIELD)
        link = &(*link)->next;
    if (*link) {
        field->inside = (*link)->field;
        *link = (*link)->next;
    }
    struct block *b = block_new(f, BLOCK_FIELD, n->pos, xml_pos(at.node));
    common_attrs(env, b, n, at);
    b->field = field;
}

/* ---- the rest ------------------------------------------------------------------------------------ */

static void flow_content(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    const struct value *v = tnode_attr(n, "select");
    const char *ending = attr_text(env, n, "ending", at);
    xmlXPathObject *o = v->n ? env_eval(env, &v->pieces[0], at) : NULL;
    xmlNodeSet *set = o ? o->nodesetval : NULL;
    struct block **first = f->end;
    for (int i = 0; set && i < set->nodeNr; i++)
        if (set->nodeTab[i]->type == XML_ELEMENT_NODE)
            content_blocks(f, set->nodeTab[i]);
    if (!set || !set->nodeNr)
        say_wanted(env->log, MSG_DATA_MISSING, xml_pos(at.node), n->pos,
                   v->n ? v->pieces[0].source : "");
    if (ending)
        content_ending(env, *first, ending);
    xmlXPathFreeObject(o);
}

/* Words directly in a cell are a paragraph of the cell's own; here they have no style.      */
static void flow_block(void *user, const struct tnode *n, struct context at)
{
    struct flow *f = user;
    switch (tnode_id(n)) {
    case T_P:
        flow_p(f, n, at);
        break;
    case T_RULE:
        flow_rule(f, n, at);
        break;
    case T_GRID:
        flow_grid(f, n, at);
        break;
    case T_TABLE:
        table_bound(f, n, at);
        break;
    case T_KEEP:
        flow_keep(f, n, at);
        break;
    case T_FIT:
        flow_fit(f, n, at);
        break;
    case T_FIELD:
        flow_field(f, n, at);
        break;
    case T_CONTENT:
        flow_content(f, n, at);
        break;
    case T_TRY: /* taken by flow_fit */
        break;
    default:
        if (!n->rule && value_literal(n->text) && xml_is_blank(value_literal(n->text)))
            break; /* between a tag and a comment */
        say(f->env->log, MSG_SLOT_HERE, n->pos, n->rule ? n->rule->name : "#text",
            log_word(f->env->log, "ở đây cần một khối như <p>, <grid>, <table>",
                     "a block such as <p>, <grid>, <table> is wanted here"));
    }
}

void flow_nodes(struct flow *f, const struct tnode *first, struct context at)
{
    flow_walk(f->env, first, at, flow_block, f);
}

struct block *flow_blocks(struct env *env, const struct tnode *first, struct context at)
{
    struct block *list = NULL;
    struct flow f = { env, &list };
    flow_nodes(&f, first, at);
    return list;
}

void flow_slot(struct flow *f, const struct slot *slot, struct context at)
{
    place_slot(f->env, slot, at, flow_block, f);
}
