/* table_data.c - the tables of the data.                                                    */
#include "read/bind/tables.h"

static int span(const xmlNode *cell, const char *name)
{
    return (int)strtol(grammar_value(cell, name), NULL, 10);
}

static void cell_block(struct table *t, struct cell *c, const struct style *style, xmlNode *node)
{
    if (xml_rule(node)->id == D_FIGURE) {
        struct flow f = cell_flow(t, c);
        figure_data(&f, node);
        t->blocks_end = f.end;
        return;
    }
    struct text words = text_begin(t->env, style);
    text_children(&words, node);
    cell_para(t, c, style, text_end(&words));
}

static void data_cell(struct table *t, const xmlNode *node)
{
    struct cell *c = cell_add(t, span(node, "colspan"), span(node, "rowspan"),
                              t->row->tmpl, xml_pos(node));
    cell_looks(t, c, xml_attr(node, "valign"), xml_attr(node, "border"));
    const struct style *style = cell_style(t, c, xml_attr(node, "align"));
    struct text words = text_begin(t->env, style);
    for (xmlNode *n = node->children; n; n = n->next) {
        int id = n->type == XML_ELEMENT_NODE && xml_rule(n) ? xml_rule(n)->id : D_OTHER;
        bool block = id == D_P || id == D_FIGURE;
        struct run *runs = block ? text_end(&words) : NULL;
        if (runs)
            cell_para(t, c, style, runs);
        if (block) {
            cell_block(t, c, style, n);
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
        caption(&inner, n, value_literal(tnode_attr(l->node, "style")), xml_attr(n, "label"), l->node->pos);
    }
}

void table_data(struct flow *f, xmlNode *node)
{
    const struct level *l = xml_mark_of(node)->level;
    const xmlNode *title = xml_child(node, "title"), *head = xml_child(node, "head");
    if (title)
        caption(f, title, value_literal(tnode_attr(l->node, "title-style")), xml_mark_of(node)->label, l->node->pos);
    struct table t = table_begin(f, value_literal(tnode_attr(l->node, "style")), l->node->pos, xml_pos(node));
    t.block->id = xml_attr_kept(f->env->arena, node, "id");
    for (const xmlNode *c = xml_first_element(node); c; c = xml_next_element(c))
        if (xml_rule(c)->id == D_COLUMN)
            table_column(&t, grammar_value(c, "width"), xml_attr(c, "align"), xml_attr(c, "number"));
    if (xml_attr(node, "unit"))
        unit_row(&t, l->node, (struct context){ node, 1, 1 });
    for (const xmlNode *r = head ? xml_first_element(head) : NULL; r; r = xml_next_element(r))
        data_row(&t, r, ROW_HEAD, l->node->pos);
    rows_end(&t);
    bool numbers = head && strcmp(grammar_value(head, "numbers"), "yes") == 0;
    if (numbers)
        numbers_row(&t, l->node->pos, xml_pos(head));
    check_numbers(&t, xml_pos(node), numbers);
    for (const xmlNode *r = xml_first_element(node); r; r = xml_next_element(r))
        if (xml_rule(r)->id == D_ROW)
            data_row(&t, r, ROW_BODY, l->node->pos);
    rows_end(&t);
    table_notes(f, node);
}
