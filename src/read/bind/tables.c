/* tables.c - putting a table together.                                                      */
#include "read/bind/tables.h"

#include "base/words.h"

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

struct table table_begin(struct flow *f, const char *style, struct pos tmpl, struct pos data)
{
    static const char *const words[] = { "text", "head", "group", "total", "unit" };
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
    for (int i = 0; i < LENGTH(words); i++) {
        const struct value *v = def_attr(d, words[i]);
        v = v ? v : def_attr(d, "text");
        t.look[i] = style_make(env, v && value_literal(v) ? value_literal(v) : "");
    }
    return t;
}

void table_column(struct table *t, const char *width, const char *align, const char *number)
{
    int i = t->block->table.columns;
    if (i >= MAX_COLUMNS) {
        say_too_large(t->env->log, t->block->data, MAX_COLUMNS, "cột", "columns");
        return;
    }
    t->block->table.widths[i] = width_parse(width ? width : "*");
    t->align[i] = align;
    t->number[i] = number;
    t->block->table.columns++;
}

void row_begin(struct table *t, enum row_kind kind, struct pos tmpl, struct pos data)
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

struct cell *cell_add(struct table *t, int columns, int rows, struct pos tmpl, struct pos data)
{
    skip_covered(t);
    struct cell *c = NEW(t->env->arena, struct cell);
    *c = (struct cell){ .column = t->next, .columns = columns, .rows = rows, .tmpl = tmpl, .data = data,
                        .valign = t->block->table.style->valign };
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

void cell_looks(struct table *t, struct cell *c, const char *valign, const char *border)
{
    static const struct { const char *word; enum side side; } sides[] = {
        { "top", SIDE_TOP }, { "bottom", SIDE_BOTTOM }, { "left", SIDE_LEFT }, { "right", SIDE_RIGHT },
    };
    c->valign = valign_parse(valign, t->block->table.style->valign);
    c->sides = border ? SIDES_OWN : 0;
    for (int i = 0; border && i < LENGTH(sides); i++)
        c->sides |= has_word(border, sides[i].word) ? sides[i].side : 0;
}

static void say_cells(struct table *t, enum message id, struct pos at, int have)
{
    say(t->env->log, id, at, arena_format(t->env->arena, "%d", have),
        arena_format(t->env->arena, "%d", t->block->table.columns));
}

void row_end(struct table *t)
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

void rows_end(struct table *t)
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

const struct style *cell_style(struct table *t, const struct cell *c, const char *align)
{
    enum row_kind kind = t->row->kind;
    bool aligned = kind == ROW_BODY || kind == ROW_TOTAL || (kind == ROW_GROUP && c->columns == 1);
    const char *own = t->align[c->column < MAX_COLUMNS ? c->column : 0];
    if (own && strcmp(own, "decimal") == 0 && (!aligned || c->columns > 1)) {
        aligned = aligned || (kind == ROW_HEAD && c->columns == 1); /* above its figures */
        own = "center";
    }
    return style_aligned(t->env, t->look[kind], align ? align : aligned ? own : NULL);
}

struct flow cell_flow(struct table *t, struct cell *c)
{
    if (!c->blocks || t->blocks_of != c)
        t->blocks_end = &c->blocks;
    t->blocks_of = c;
    return (struct flow){ t->env, t->blocks_end };
}

void cell_para(struct table *t, struct cell *c, const struct style *style, struct run *runs)
{
    struct flow f = cell_flow(t, c);
    struct block *b = block_new(&f, BLOCK_PARA, c->tmpl, c->data);
    b->para.style = style;
    b->para.runs = runs;
    t->blocks_end = f.end;
}

enum row_kind row_kind_parse(const char *s, enum row_kind otherwise)
{
    if (!s || otherwise == ROW_HEAD)
        return otherwise;
    return strcmp(s, "group") == 0 ? ROW_GROUP : ROW_TOTAL;
}
