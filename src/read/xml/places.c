/* places.c - where each node stands, found by walking our own copy of the file beside the finished
 * tree. libxml2's own line numbers are of no use for this: they name the line in which a start tag ends. */
#include "read/xml/fault.h"
#include "read/xml/malformed.h"

struct walk {
    struct arena *arena;
    const struct source *src;
    const char *s;               /* in the file                                 */
    int depth, most_depth;
    const char *too_deep;        /* the first element that is; NULL: none        */
};

static void mark(struct walk *w, xmlNode *node, const char *at)
{
    struct xml_mark *m = NEW(w->arena, struct xml_mark);
    *m = (struct xml_mark){ .src = w->src, .offset = (int)(at - w->src->text) };
    node->_private = m;
}

static const char *after(const char *s, const char *end)
{
    const char *found = strstr(s, end);
    return found ? found + strlen(end) : s + strlen(s);
}

static const char *after_tag(const char *s)
{
    for (char quote = 0; *s && (quote || *s != '>'); s++) {
        if (quote ? *s == quote : *s == '"' || *s == '\'')
            quote = quote ? 0 : *s;
    }
    return *s ? s + 1 : s;
}

/* Text, references and CDATA sections up to the next other markup: one text
 * node in the tree.                                                            */
static const char *after_text(const char *s)
{
    for (;;) {
        s += strcspn(s, "<");
        if (strncmp(s, "<![CDATA[", 9) != 0)
            return s;
        s = after(s, "]]>");
    }
}

static void walk_node(struct walk *w, xmlNode *node);

static void walk_children(struct walk *w, xmlNode *node)
{
    if (++w->depth > w->most_depth && !w->too_deep)
        w->too_deep = w->s;
    for (xmlNode *child = node->children; child; child = child->next)
        walk_node(w, child);
    w->s = after_text(w->s); /* an empty CDATA section leaves no node */
    w->depth--;
}

static void walk_node(struct walk *w, xmlNode *node)
{
    if (node->type == XML_TEXT_NODE) {
        mark(w, node, w->s);
        w->s = after_text(w->s);
        return;
    }
    w->s = after_text(w->s);
    mark(w, node, w->s);
    if (node->type == XML_COMMENT_NODE) {
        w->s = after(w->s, "-->");
    } else if (node->type == XML_PI_NODE) {
        w->s = after(w->s, "?>");
    } else {
        w->s = after_tag(w->s);
        if (w->s[-2] != '/' || node->children) {
            walk_children(w, node);
            w->s = after_tag(w->s); /* the end tag */
        }
        xml_mark_of(node)->end = (int)(w->s - w->src->text);
    }
}

/* Comments and the like may stand before the root; the declaration does too.
 * Returns what is nested too deep, or NULL.                                    */
const char *xml_give_places(struct arena *a, xmlDoc *doc, const struct source *src, int bom, int most_depth)
{
    struct walk w = { .arena = a, .src = src, .most_depth = most_depth, .s = src->text + bom };
    if (xml_has_declaration(w.s))
        w.s = after(w.s, "?>");
    for (xmlNode *node = doc->children; node; node = node->next)
        walk_node(&w, node);
    return w.too_deep;
}

struct pos xml_pos(const xmlNode *node)
{
    if (node->type == XML_ATTRIBUTE_NODE)
        return xml_attr_pos((const xmlAttr *)node);
    bool marked = node->type != XML_DOCUMENT_NODE && node->type != XML_NAMESPACE_DECL;
    const struct xml_mark *m = marked ? node->_private : NULL;
    return m ? (struct pos){ m->src, m->offset } : NOWHERE;
}

/* The attribute's name is looked for in the start tag; a value in quotes may
 * hold the same word, so quotes are passed over.                               */
struct pos xml_attr_pos(const xmlAttr *attr)
{
    struct pos pos = xml_pos(attr->parent);
    if (!pos.src)
        return pos;
    const char *start = pos.src->text + pos.offset, *end = after_tag(start);
    size_t n = strlen((const char *)attr->name);
    char quote = 0;
    for (const char *s = start; s < end; s++) {
        if (quote ? *s == quote : *s == '"' || *s == '\'')
            quote = quote ? 0 : *s;
        else if (!quote && strchr(" \t\r\n:", s[0]) && strncmp(s + 1, (const char *)attr->name, n) == 0 &&
                 strchr(" \t\r\n=", s[1 + n]))
            return (struct pos){ pos.src, pos.offset + (int)(s + 1 - start) };
    }
    return pos;
}

struct pos xml_pos_of(const xmlNode *node, const char *name)
{
    const xmlAttr *attr = xmlHasProp((xmlNode *)node, (const xmlChar *)name);
    return attr ? xml_attr_pos(attr) : xml_pos(node);
}
