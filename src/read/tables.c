/* tables.c - the data's tables, and the template's tables bound to data, both into
 * the same rows and cells.                                                                 */
#include "read/env.h"

#include "base/number.h"

struct width width_parse(const char *s)
{
    len l;
    if (strcmp(s, "auto") == 0)
        return (struct width){ WIDTH_AUTO, 0 };
    if (len_parse(s, &l))
        return (struct width){ WIDTH_FIXED, l };
    int n = *s == '*' ? 1 : (int)strtol(s, NULL, 10);
    return (struct width){ s[strlen(s) - 1] == '%' ? WIDTH_PERCENT : WIDTH_SHARE, n };
}

struct width *widths_parse(struct env *env, const char *s, int *n)
{
    struct width *w = NEW_N(env->arena, struct width, MAX_COLUMNS);
    for (*n = 0; *(s += strspn(s, " ")) && *n < MAX_COLUMNS; s += strcspn(s, " "))
        w[(*n)++] = width_parse(arena_copy(env->arena, s, strcspn(s, " ")));
    return w;
}

/* ---- putting a table together --------------------------------------------------------------- */

struct table {
    struct env *env;
    struct block *block;
    struct row **end, *row;      /* where the next row is hung; the row in the making        */
    struct cell **cell_end;
    const struct style *look[4]; /* by enum row_kind                                         */
    const char *align[MAX_COLUMNS];
    const struct tnode *column[MAX_COLUMNS]; /* of a bound table                             */
    int covered[MAX_COLUMNS];    /* rows still covered by a cell above                        */
    struct cell *cover[MAX_COLUMNS]; /* which one                                             */
    bool bound;                  /* the template's own table: faults of its shape are its     */
    int next;                    /* column of the next cell                                   */
    const struct cell *blocks_of; /* whose paragraphs end at blocks_end                       */
    struct block **blocks_end;
    enum row_kind kind;          /* of rows that do not say: head or body                     */
};

static struct table table_begin(struct flow *f, const char *style, struct pos tmpl, struct pos data)
{
    static const char *const words[] = { "text", "head", "group", "total" };
    struct env *env = f->env;
    struct def *d = def_find(env->t->table_styles, style ? style : "");
    struct block *b = block_new(f, BLOCK_TABLE, tmpl, data);
    struct table t = { .env = env, .block = b, .end = &b->table.rows, .kind = ROW_BODY };
    if (!d)
        d = env->t->table_styles;
    if (!d) {
        say(env->log, MSG_NAME_UNKNOWN, tmpl, log_word(env->log, "kiểu bảng", "table style"), style ? style : "", "");
        d = NEW(env->arena, struct def); /* goes on, to say what else is wrong */
        d->rule = grammar_rule(&template_grammar, "table-style", NULL);
        d->attr = NEW_N(env->arena, struct value *, d->rule->n_attrs);
    }
    b->table.style = d->name ? table_style_make(env, d->name) : NEW(env->arena, struct table_style);
    b->before = b->table.style->before;
    b->table.widths = NEW_N(env->arena, struct width, MAX_COLUMNS);
    for (int i = 0; i < 4; i++) {
        const struct value *v = def_attr(d, words[i]);
        v = v ? v : def_attr(d, "text");
        t.look[i] = style_make(env, v && value_literal(v) ? value_literal(v) : "");
    }
    return t;
}

static void table_column(struct table *t, const char *width, const char *align)
{
    int i = t->block->table.columns;
    if (i >= MAX_COLUMNS) {
        say_too_large(t->env->log, t->block->data, MAX_COLUMNS, "cột", "columns");
        return;
    }
    t->block->table.widths[i] = width_parse(width ? width : "*");
    t->align[i] = align;
    t->block->table.columns++;
}

static void row_begin(struct table *t, enum row_kind kind, struct pos tmpl, struct pos data)
{
    struct row *r = NEW(t->env->arena, struct row);
    *r = (struct row){ .kind = kind, .tmpl = tmpl, .data = data };
    *t->end = r;
    t->end = &r->next;
    t->row = r;
    t->cell_end = &r->cells;
    t->next = 0;
    count_block(t->env, data);
}

/* Past the columns that a cell of a row above covers.                                        */
static void skip_covered(struct table *t)
{
    while (t->next < t->block->table.columns && t->covered[t->next] > 0)
        t->next++;
}

static struct cell *cell_add(struct table *t, int columns, int rows, struct pos tmpl, struct pos data)
{
    skip_covered(t);
    struct cell *c = NEW(t->env->arena, struct cell);
    *c = (struct cell){ .column = t->next, .columns = columns, .rows = rows, .tmpl = tmpl, .data = data };
    *t->cell_end = c;
    t->cell_end = &c->next;
    for (int i = t->next; i < t->next + columns && i < MAX_COLUMNS; i++) {
        if (t->covered[i] > 0)
            say(t->env->log, MSG_CELLS_OVERLAP, t->bound ? tmpl : data, arena_format(t->env->arena, "%d", i + 1));
        t->covered[i] = rows;
        t->cover[i] = c;
    }
    t->next += columns;
    return c;
}

static void say_cells(struct table *t, enum message id, struct pos at, int have)
{
    say(t->env->log, id, at, arena_format(t->env->arena, "%d", have),
        arena_format(t->env->arena, "%d", t->block->table.columns));
}

static void row_end(struct table *t)
{
    struct pos at = t->bound || !t->row->data.src ? t->row->tmpl : t->row->data;
    skip_covered(t);
    if (t->next > t->block->table.columns)
        say_cells(t, MSG_CELLS_TOO_MANY, at, t->next);
    else if (t->next < t->block->table.columns)
        say_cells(t, MSG_CELLS_TOO_FEW, at, t->next);
    for (int i = 0; i < MAX_COLUMNS; i++)
        t->covered[i] -= t->covered[i] > 0;
}

/* A head's spans end with the head, a table's with the table.                                 */
static void rows_end(struct table *t)
{
    for (int i = 0; t->row && i < t->block->table.columns; i++) {
        if (t->covered[i] <= 0)
            continue;
        const struct cell *c = t->cover[i];
        say(t->env->log, MSG_SPAN_TOO_LONG, t->bound ? c->tmpl : c->data,
            arena_format(t->env->arena, "%d", c->rows));
        memset(t->covered, 0, sizeof(t->covered));
    }
}

static const struct style *cell_style(struct table *t, const struct cell *c, const char *align)
{
    const char *own = t->row->kind == ROW_BODY || t->row->kind == ROW_TOTAL
                          ? t->align[c->column < MAX_COLUMNS ? c->column : 0]
                          : NULL;
    return style_aligned(t->env, t->look[t->row->kind], align ? align : own);
}

static void cell_para(struct table *t, struct cell *c, const struct style *style, struct run *runs)
{
    if (!c->blocks || t->blocks_of != c)
        t->blocks_end = &c->blocks;
    t->blocks_of = c;
    struct flow f = { t->env, t->blocks_end };
    struct block *b = block_new(&f, BLOCK_PARA, c->tmpl, c->data);
    b->para.style = style;
    b->para.runs = runs;
    t->blocks_end = &b->next;
}

static enum row_kind row_kind_parse(const char *s, enum row_kind otherwise)
{
    if (!s || otherwise == ROW_HEAD)
        return otherwise;
    return strcmp(s, "group") == 0 ? ROW_GROUP : ROW_TOTAL;
}

static int span(const char *s)
{
    int t;
    return s && thousandths_parse(s, &t) ? t / 1000 : 1;
}

/* ---- the data's --------------------------------------------------------------------------------- */

static void data_cell(struct table *t, const xmlNode *node)
{
    struct cell *c = cell_add(t, span(xml_attr(node, "colspan")), span(xml_attr(node, "rowspan")),
                              t->row->tmpl, xml_pos(node));
    const struct style *style = cell_style(t, c, xml_attr(node, "align"));
    struct text words = text_begin(t->env, style);
    for (const xmlNode *n = node->children; n; n = n->next) {
        bool p = n->type == XML_ELEMENT_NODE && xml_rule(n) && xml_rule(n)->id == D_P;
        struct run *runs = p ? text_end(&words) : NULL;
        if (runs)
            cell_para(t, c, style, runs);
        if (p) {
            words = text_begin(t->env, style);
            text_children(&words, n);
            cell_para(t, c, style, text_end(&words));
            words = text_begin(t->env, style);
        } else {
            text_node(&words, n);
        }
    }
    struct run *runs = text_end(&words);
    if (runs)
        cell_para(t, c, style, runs);
}

static void data_row(struct table *t, const xmlNode *node, enum row_kind otherwise, struct pos tmpl)
{
    row_begin(t, row_kind_parse(xml_attr(node, "kind"), otherwise), tmpl, xml_pos(node));
    for (const xmlNode *c = xml_first_element(node); c; c = xml_next_element(c))
        data_cell(t, c);
    row_end(t);
}

static void data_words(struct flow *f, const xmlNode *node, const char *style_name, const char *label,
                       struct pos tmpl)
{
    const struct style *style = style_make(f->env, style_name ? style_name : "");
    struct text t = text_begin(f->env, style);
    if (label)
        text_words(&t, arena_format(f->env->arena, "%s ", label), xml_pos(node));
    text_children(&t, node);
    struct block *b = block_new(f, BLOCK_PARA, tmpl, xml_pos(node));
    b->before = style->before;
    b->para.style = style;
    b->para.runs = text_end(&t);
}

/* They stay with the table's last row.                                                          */
static void table_notes(struct flow *f, xmlNode *node)
{
    struct block *keep = NULL;
    struct flow inner = { f->env, NULL };
    for (xmlNode *n = xml_first_element(node); n; n = xml_next_element(n)) {
        const struct level *l = xml_rule(n)->id == D_NOTE ? xml_mark_of(n)->level : NULL;
        if (!l)
            continue;
        if (!keep) {
            keep = block_new(f, BLOCK_KEEP, l->node->pos, xml_pos(n));
            keep->keep.lines_before = 1;
            inner.end = &keep->keep.blocks;
        }
        data_words(&inner, n, value_literal(tnode_attr(l->node, "style")), xml_attr(n, "label"), l->node->pos);
    }
}

void table_data(struct flow *f, xmlNode *node)
{
    const struct level *l = xml_mark_of(node)->level;
    if (!l) {
        say(f->env->log, MSG_LEVEL_NONE, xml_pos(node), "table");
        return;
    }
    const xmlNode *title = xml_child(node, "title"), *head = xml_child(node, "head");
    if (title)
        data_words(f, title, value_literal(tnode_attr(l->node, "title-style")), NULL, l->node->pos);
    struct table t = table_begin(f, value_literal(tnode_attr(l->node, "style")), l->node->pos, xml_pos(node));
    t.block->id = xml_attr(node, "id");
    for (const xmlNode *c = xml_first_element(node); c; c = xml_next_element(c))
        if (xml_rule(c)->id == D_COLUMN)
            table_column(&t, xml_attr(c, "width"), xml_attr(c, "align"));
    for (const xmlNode *r = head ? xml_first_element(head) : NULL; r; r = xml_next_element(r))
        data_row(&t, r, ROW_HEAD, l->node->pos);
    rows_end(&t);
    for (const xmlNode *r = xml_first_element(node); r; r = xml_next_element(r))
        if (xml_rule(r)->id == D_ROW)
            data_row(&t, r, ROW_BODY, l->node->pos);
    rows_end(&t);
    table_notes(f, node);
}

/* ---- the template's -------------------------------------------------------------------------------- */

static void bound_cell(void *user, const struct tnode *n, struct context at)
{
    struct table *t = user;
    struct env *env = t->env;
    if (tnode_id(n) != T_CELL)
        return;
    struct cell *c = cell_add(t, attr_number(env, n, "colspan", at),
                              attr_number(env, n, "rowspan", at), n->pos, xml_pos(at.node));
    bool blocks = n->first && n->first->rule && (tnode_id(n->first) == T_P || tnode_id(n->first) == T_FIELD);
    if (blocks) {
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
    if (decimal_parse(text, env->vietnamese_numbers, &d))
        return decimal_vi(env->arena, d, decimals < 0 && d.scale ? d.scale : decimals);
    const struct value *v = tnode_attr(column, "select");
    say_wanted(env->log, MSG_NUMBER_NONE, xml_pos(at.node), v->pos, text);
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
        say_wanted(env->log, MSG_DATA_MISSING, xml_pos(at.node), v->pos, v->pieces[0].source);
    xmlXPathFreeObject(o);
    return text_end(&words);
}

static void column_cell(struct table *t, int i, const char *which, struct context at, struct pos tmpl)
{
    struct cell *c = cell_add(t, 1, 1, tmpl, xml_pos(at.node));
    const struct style *style = cell_style(t, c, NULL);
    struct run *runs = column_runs(t, t->column[i], which, at, style);
    if (runs)
        cell_para(t, c, style, runs);
}

static void bound_rows(struct table *t, const struct tnode *n, struct context at)
{
    const struct value *v = tnode_attr(n, "select");
    xmlXPathObject *o = v->n ? env_eval(t->env, &v->pieces[0], at) : NULL;
    xmlNodeSet *set = o ? o->nodesetval : NULL;
    for (int i = 0; set && i < set->nodeNr && t->env->blocks < MAX_BLOCKS; i++) {
        struct context row = { set->nodeTab[i], i + 1, set->nodeNr };
        row_begin(t, ROW_BODY, n->pos, xml_pos(row.node));
        for (int j = 0; j < t->block->table.columns; j++)
            column_cell(t, j, "select", row, t->column[j]->pos);
        row_end(t);
    }
    xmlXPathFreeObject(o);
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
    env->rows = outer;
    xmlXPathFreeObject(o);
}

static void bound_row(struct table *t, const struct tnode *n, struct context at)
{
    row_begin(t, row_kind_parse(attr_text(t->env, n, "kind", at), t->kind), n->pos, xml_pos(at.node));
    flow_walk(t->env, n->first, at, bound_cell, t);
    row_end(t);
}

static void bound_part(void *user, const struct tnode *n, struct context at)
{
    struct table *t = user;
    switch (tnode_id(n)) {
    case T_COLUMN:
        if (t->block->table.columns < MAX_COLUMNS)
            t->column[t->block->table.columns] = n;
        table_column(t, attr_text(t->env, n, "width", at), attr_text(t->env, n, "align", at));
        if (!t->align[t->block->table.columns - 1] && attr_is(t->env, n, "type", "number", at))
            t->align[t->block->table.columns - 1] = "right";
        break;
    case T_HEAD:
        t->kind = ROW_HEAD;
        flow_walk(t->env, n->first, at, bound_part, t);
        rows_end(t);
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
                     "in a table <row>, <rows> or <totals> is wanted"));
    }
}

void table_bound(struct flow *f, const struct tnode *n, struct context at)
{
    struct table t = table_begin(f, attr_text(f->env, n, "style", at), n->pos, xml_pos(at.node));
    t.bound = true;
    t.block->role = attr_text(f->env, n, "role", at);
    flow_walk(f->env, n->first, at, bound_part, &t);
    rows_end(&t);
}
