/* table_bound.c - the template's tables, bound to data.                                     */
#include "read/bind/tables.h"

#include "base/number.h"

/* The cell's own blocks, under whatever condition they stand; else it holds words.              */
static bool holds_blocks(const struct tnode *n)
{
    for (; n; n = n->next) {
        int id = tnode_id(n);
        bool control = id == T_IF || id == T_FOR_EACH || id == T_CHOOSE || id == T_WHEN || id == T_OTHERWISE;
        bool block = id == T_P || id == T_IMAGE || id == T_TABLE || id == T_GRID || id == T_BOX || id == T_RULE || id == T_KEEP;
        if (block || (control && holds_blocks(n->first)) || (id == T_SLOT && holds_blocks(n->slot->top->content)))
            return true;
    }
    return false;
}

static void bound_cell(void *user, const struct tnode *n, struct context at)
{
    struct table *t = user;
    struct env *env = t->env;
    if (tnode_id(n) != T_CELL)
        return;
    struct cell *c = cell_add(t, attr_number(env, n, "colspan", at),
                              attr_number(env, n, "rowspan", at), n->pos, xml_pos(at.node));
    cell_looks(t, c, attr_text(env, n, "valign", at), attr_text(env, n, "border", at));
    if (holds_blocks(n->first) || (n->first && tnode_id(n->first) == T_FIELD)) {
        c->blocks = flow_blocks(env, n->first, at);
        return;
    }
    const struct style *style = cell_style(t, c, attr_text(env, n, "align", at));
    struct text words = text_begin(env, style);
    text_flow(&words, n->first, at);
    struct run *runs = text_end(&words);
    if (runs)
        cell_para(t, c, style, runs);
}

/* Numbers that a person typed stay what they are but for the marks: 1247.5 -> 1.247,5.       */
static const char *column_number(struct table *t, const struct tnode *column, const char *text,
                                 const xmlXPathObject *o, struct context at)
{
    struct env *env = t->env;
    struct decimal d;
    int decimals = tnode_attr(column, "decimals") ? attr_number(env, column, "decimals", at) : -1;
    if (o->type == XPATH_NUMBER)
        return number_vi(env->arena, o->floatval, decimals);
    bool vietnamese = env->vietnamese_numbers && o->type == XPATH_NODESET; /* as it was typed */
    if (decimal_parse(text, vietnamese, &d)) {
        struct decimal *figure = NEW(env->arena, struct decimal);
        *figure = d;
        t->figure = figure;
        return decimal_vi(env->arena, d, decimals < 0 && d.scale ? d.scale : decimals);
    }
    const struct value *v = tnode_attr(column, "select");
    say_wanted(env->log, vietnamese ? MSG_NUMBER_NONE_VI : MSG_NUMBER_NONE, found_at(o, xml_pos(at.node)), v->pos, text);
    return text;
}

/* What a column shows of a row, or of its rows' total.                                         */
static struct run *column_runs(struct table *t, const struct tnode *column, const char *which,
                               struct context at, const struct style *style)
{
    struct env *env = t->env;
    const struct value *v = tnode_attr(column, which);
    xmlXPathObject *o = v && v->n ? env_eval(env, &v->pieces[0], at) : NULL;
    bool missing = true;
    const char *text = o ? object_text(env, o, &missing) : "";
    const char *fallback = attr_text(env, column, "default", at);
    struct text words = text_begin(env, style);
    if (o && *text && attr_is(env, column, "type", "number", at))
        text_words(&words, column_number(t, column, text, o, at), v->pos);
    else if (o && *text && o->type == XPATH_NODESET)
        text_node(&words, o->nodesetval->nodeTab[0]);
    else if (*text)
        text_words(&words, text, v->pos);
    else if (fallback)
        text_words(&words, fallback, column->pos);
    else if (o && missing)
        say_nothing(env, o, &v->pieces[0], at);
    env_free(env, o);
    return text_end(&words);
}

static void column_cell(struct table *t, int i, const char *which, struct context at, struct pos tmpl)
{
    struct cell *c = cell_add(t, 1, 1, tmpl, xml_pos(at.node));
    const struct style *style = cell_style(t, c, NULL);
    t->figure = NULL;
    struct run *runs = column_runs(t, t->column[i], which, at, style);
    if (runs)
        cell_para(t, c, style, runs);
}

static void bound_rows(struct table *t, const struct tnode *n, struct context at)
{
    const struct value *v = tnode_attr(n, "select");
    t->rows = n;
    xmlXPathObject *o = v->n ? env_eval(t->env, &v->pieces[0], at) : NULL;
    xmlNodeSet *set = o ? o->nodesetval : NULL;
    for (int i = 0; set && i < set->nodeNr && t->env->blocks < t->env->most_blocks && !log_is_late(t->env->log); i++) {
        struct context row = { set->nodeTab[i], i + 1, set->nodeNr };
        t->found = true;
        row_begin(t, ROW_BODY, n->pos, xml_pos(row.node));
        for (int j = 0; j < t->block->table.columns; j++)
            column_cell(t, j, "select", row, t->column[j]->pos), carry_add(t, j);
        row_end(t);
        carry_rows(t);
    }
    env_free(t->env, o);
}

/* Its words take the first columns that have no total.                                          */
static void bound_totals(struct table *t, const struct tnode *n, struct context at)
{
    struct env *env = t->env;
    const struct value *v = tnode_attr(n, "select");
    xmlXPathObject *o = v->n ? env_eval(env, &v->pieces[0], at) : NULL;
    int columns = t->block->table.columns, words = 0;
    while (words < columns && !tnode_attr(t->column[words], "total"))
        words++;
    if (words == columns)
        say(env->log, MSG_TOTALS_NONE, n->pos, NULL);
    xmlNodeSet *outer = env->rows;
    env->rows = o ? o->nodesetval : NULL;
    row_begin(t, ROW_TOTAL, n->pos, xml_pos(at.node));
    if (words) {
        struct cell *c = cell_add(t, words, 1, n->pos, xml_pos(at.node));
        const struct style *style = style_aligned(env, t->look[ROW_TOTAL], "center");
        struct text label = text_begin(env, style);
        text_flow(&label, n->first, at);
        cell_para(t, c, style, text_end(&label));
    }
    for (int i = words; i < columns; i++)
        column_cell(t, i, "total", at, n->pos);
    row_end(t);
    carry_rows(t);
    env->rows = outer;
    env_free(env, o);
}

static void bound_row(struct table *t, const struct tnode *n, struct context at)
{
    row_begin(t, row_kind_parse(attr_text(t->env, n, "kind", at), t->kind), n->pos, xml_pos(at.node));
    flow_walk(t->env, n->first, at, bound_cell, t);
    row_end(t);
    if (t->row->kind != ROW_HEAD)
        carry_rows(t);
}

static void bound_unit(struct table *t, struct context at)
{
    if (t->unit && tnode_attr(t->unit, "unit"))
        unit_row(t, t->unit, at);
    if (t->unit)
        carry_begin(t, t->unit, at);
    t->unit = NULL;
}

static void bound_part(void *user, const struct tnode *n, struct context at)
{
    struct table *t = user;
    if (n->rule && tnode_id(n) != T_COLUMN)
        bound_unit(t, at);
    switch (tnode_id(n)) {
    case T_COLUMN:
        if (t->block->table.columns < MAX_COLUMNS)
            t->column[t->block->table.columns] = n;
        table_column(t, attr_text(t->env, n, "width", at), attr_text(t->env, n, "align", at), attr_text(t->env, n, "number", at));
        if (!t->align[t->block->table.columns - 1] && attr_is(t->env, n, "type", "number", at))
            t->align[t->block->table.columns - 1] = "right";
        break;
    case T_HEAD:
        t->kind = ROW_HEAD;
        flow_walk(t->env, n->first, at, bound_part, t);
        rows_end(t);
        t->numbered = attr_is(t->env, n, "numbers", "yes", at);
        if (t->numbered)
            numbers_row(t, n->pos, xml_pos(at.node));
        t->kind = ROW_BODY;
        break;
    case T_ROW:
        bound_row(t, n, at);
        break;
    case T_ROWS:
        bound_rows(t, n, at);
        break;
    case T_TOTALS:
        bound_totals(t, n, at);
        break;
    default:
        say(t->env->log, MSG_SLOT_HERE, n->pos, n->rule ? n->rule->name : "#text",
            log_word(t->env->log, "trong bảng cần <row>, <rows> hoặc <totals>",
                     "a table needs <row>, <rows> or <totals> here"));
    }
}

/* What comes out empty was hardly meant so.                                                    */
static void check_bound(struct table *t, struct context at)
{
    check_numbers(t, t->block->tmpl, t->numbered);
    const struct value *v = t->rows && !t->found ? tnode_attr(t->rows, "select") : NULL;
    if (v && v->n)
        say_wanted(t->env->log, MSG_TABLE_EMPTY, xml_pos(at.node), v->pos, v->pieces[0].source);
    for (int i = 0; t->rows && i < t->block->table.columns; i++)
        if (tnode_attr(t->column[i], "total") && !tnode_attr(t->column[i], "select"))
            say(t->env->log, MSG_COLUMN_BLANK, t->column[i]->pos, NULL);
}

void table_bound(struct flow *f, const struct tnode *n, struct context at)
{
    struct table t = table_begin(f, attr_text(f->env, n, "style", at), n->pos, xml_pos(at.node));
    t.bound = true;
    t.unit = n;
    t.block->role = attr_text(f->env, n, "role", at);
    flow_walk(f->env, n->first, at, bound_part, &t);
    rows_end(&t);
    check_bound(&t, at);
}
