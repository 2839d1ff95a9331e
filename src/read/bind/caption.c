/* caption.c - a label and words of the data as one paragraph: titles of tables and pictures, notes below tables.   */
#include "read/bind/flow.h"

void caption(struct flow *f, const xmlNode *node, const char *style_name, const char *label, struct pos tmpl)
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
