/* inline_data.c - words and inline elements of the data into runs.                          */
#include "read/bind/runs.h"

#include <strings.h>

enum { MOST_ADDRESS = 2000 };    /* bytes: more is no link in some readers                        */

/* What runs a program, opens a file of the reader's or asks a neighbour's machine for one is no address. */
void link_check(struct env *env, const char *href, struct pos at, struct pos tmpl)
{
    static const char *const schemes[] = { "http://", "https://", "mailto:", "tel:", "ftp://" };
    bool good = !*href;
    for (int i = 0; i < LENGTH(schemes); i++)
        good = good || strncasecmp(href, schemes[i], strlen(schemes[i])) == 0;
    if (!good || strlen(href) > MOST_ADDRESS)
        say_wanted(env->log, MSG_LINK_ADDRESS, at, tmpl, href);
}

static void add_link(struct text *t, const xmlNode *a)
{
    const char *outer = t->href;
    text_flush(t);
    if (t->blank) { /* stays outside of the link */
        text_look(t);
        buf_char(&t->words, ' ');
        t->words_pos = xml_pos(a);
        t->blank = false;
        text_flush(t);
    }
    t->href = xml_attr_kept(t->env->arena, a, "href");
    link_check(t->env, t->href, xml_pos_of(a, "href"), NOWHERE);
    if (*xml_plain(t->env->arena, a))
        text_children(t, a);
    else
        text_words(t, t->href, xml_pos(a));
    text_flush(t);
    t->href = outer;
}

static void text_element(struct text *t, const xmlNode *node)
{
    int id = xml_rule(node) ? xml_rule(node)->id : D_OTHER;
    struct look outer = t->look;
    switch (id) {
    case D_BR:
        text_break(t, xml_pos(node));
        break;
    case D_FN:
        text_note(t, node);
        break;
    case D_REF:
        text_ref(t, xml_attr(node, "to"), strcmp(grammar_value(node, "page"), "yes") == 0, node, xml_pos(node));
        break;
    case D_A:
        add_link(t, node);
        break;
    default:
        text_marked(t, id);
        text_children(t, node);
        t->look = outer;
    }
}

void text_node(struct text *t, const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE)
        text_words(t, xml_content(node), xml_pos(node));
    else if (node->type == XML_ATTRIBUTE_NODE)
        text_words(t, xml_typed(node) ? xml_typed(node) : xml_attr_value((const xmlAttr *)node), xml_pos(node));
    else if (node->type == XML_ELEMENT_NODE)
        text_element(t, node);
}

void text_children(struct text *t, const xmlNode *node)
{
    xml_mark_of(node)->shown = true;
    if (xml_typed(node))
        text_words(t, xml_typed(node), xml_pos(node));
    for (const xmlNode *c = xml_typed(node) ? NULL : node->children; c; c = c->next)
        text_node(t, c);
}
