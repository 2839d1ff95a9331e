/* table_made.c - rows of a table that nobody wrote: units, numbers of columns, sums carried on.   */
#include "read/bind/tables.h"

/* Repeated with the head, above it.                                                          */
void unit_row(struct table *t, const struct tnode *n, struct context at)
{
    const char *words = attr_text(t->env, n, "unit", at);
    if (!words) /* a level that knows no units: never lost */
        words = xml_attr(at.node, "unit");
    if (!words || t->block->table.columns == 0)
        return;
    row_begin(t, ROW_UNIT, n->pos, xml_pos(at.node));
    struct cell *c = cell_add(t, t->block->table.columns, 1, n->pos, xml_pos(at.node));
    struct text text = text_begin(t->env, t->look[ROW_UNIT]);
    text_words(&text, words, xml_pos(at.node));
    cell_para(t, c, t->look[ROW_UNIT], text_end(&text));
    row_end(t);
}

/* ---- numbers of columns ----------------------------------------------------------------------- */

void numbers_row(struct table *t, struct pos tmpl, struct pos data)
{
    struct arena *a = t->env->arena;
    struct style *style = NEW(a, struct style);
    *style = *t->look[ROW_HEAD];
    style->look.italic = false;
    style->align = ALIGN_CENTER;
    style->first = 0;
    row_begin(t, ROW_HEAD, tmpl, data);
    for (int i = 0; i < t->block->table.columns; i++) {
        struct cell *c = cell_add(t, 1, 1, tmpl, data);
        struct text words = text_begin(t->env, style);
        text_words(&words, t->number[i] ? t->number[i] : arena_format(a, "(%d)", i + 1), data);
        cell_para(t, c, style, text_end(&words));
    }
    row_end(t);
}

void check_numbers(struct table *t, struct pos at, bool shown)
{
    for (int i = 0; !shown && i < t->block->table.columns; i++)
        if (t->number[i])
            say(t->env->log, MSG_COLUMN_NUMBER, at, t->number[i]);
}

/* ---- sums carried on ---------------------------------------------------------------------------- */

/* Are they the same but for blanks?                                                              */
static bool same_xpath(const char *a, const char *b)
{
    for (;; a++, b++) {
        a += strspn(a, " \t\r\n");
        b += strspn(b, " \t\r\n");
        if (*a != *b || !*a)
            return *a == *b;
    }
}

/* A sum of part of the rows is known only where the total is the sum of what the column shows.    */
static bool is_carried(struct table *t, const struct tnode *column, struct context at)
{
    const struct value *select = tnode_attr(column, "select"), *total = tnode_attr(column, "total");
    if (!select || !select->n || !total || !total->n || !attr_is(t->env, column, "type", "number", at))
        return false;
    return same_xpath(total->pieces[0].source, arena_format(t->env->arena, "vb:sum($rows/%s)", select->pieces[0].source));
}

void carry_begin(struct table *t, const struct tnode *n, struct context at)
{
    struct carry *c = &t->carry;
    int columns = t->block->table.columns, sums = 0;
    c->words = attr_text(t->env, n, "carry", at);
    c->words_to = attr_text(t->env, n, "carry-to", at);
    if (!c->words && !c->words_to)
        return;
    for (int i = 0; i < columns; i++) {
        c->carried[i] = is_carried(t, t->column[i], at);
        c->label += c->carried[i] || sums ? 0 : 1;
        sums += c->carried[i];
    }
    if (!sums || !c->label) {
        say(t->env->log, MSG_CARRY_NONE, n->pos, NULL);
        c->words = c->words_to = NULL;
    }
}

/* Sums of more than 18 digits vb:sum has told.                                                   */
void carry_add(struct table *t, int column)
{
    struct carry *c = &t->carry;
    if (t->figure && c->carried[column])
        c->carried[column] = decimal_add(&c->sum[column], *t->figure);
    c->any = true;
}

static void carry_cell(struct table *t, struct cell ***end, int column, int columns, const char *words)
{
    struct cell *c = NEW(t->env->arena, struct cell);
    struct pos at = columns > 1 || !t->column[column] ? t->block->tmpl : t->column[column]->pos;
    *c = (struct cell){ .column = column, .columns = columns, .rows = 1, .tmpl = at, .data = t->block->data,
                        .valign = t->block->table.style->valign };
    const struct style *style = cell_style(t, c, column == 0 ? "center" : NULL);
    struct text text = text_begin(t->env, style);
    text_words(&text, words, at);
    struct run *runs = text_end(&text);
    if (runs)
        cell_para(t, c, style, runs);
    **end = c;
    *end = &c->next;
}

static struct row *carry_row(struct table *t, const char *words)
{
    struct row *row = NEW(t->env->arena, struct row), *outer = t->row;
    struct cell **end = &row->cells;
    *row = (struct row){ .kind = ROW_TOTAL, .tmpl = t->block->tmpl, .data = outer->data };
    t->row = row;
    carry_cell(t, &end, 0, t->carry.label, words);
    for (int i = t->carry.label; i < t->block->table.columns; i++) {
        const struct tnode *column = t->column[i];
        int decimals = tnode_attr(column, "decimals") ? attr_number(t->env, column, "decimals", (struct context){ t->env->document, 1, 1 }) : -1;
        carry_cell(t, &end, i, 1, t->carry.carried[i] ? decimal_vi(t->env->arena, t->carry.sum[i], decimals) : "");
    }
    t->row = outer;
    return row;
}

void carry_rows(struct table *t)
{
    if (t->carry.words && t->carry.any)
        t->row->carry = carry_row(t, t->carry.words);
    if (t->carry.words_to && t->carry.any)
        t->row->carry_to = carry_row(t, t->carry.words_to);
}
