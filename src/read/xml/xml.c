/* xml.c - libxml2 parses; where each node stands is found by walking our own
 * copy of the file beside the finished tree. libxml2's own line numbers are of
 * no use for this: they name the line in which a start tag ends.               */
#include "read/xml/xml.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "base/words.h"
#include "read/xml/fault.h"

#include <libxml/parserInternals.h>

/* ---- parsing ------------------------------------------------------------------ */

/* libxml2 stops at 256 levels by itself; that error has no code of its own.    */
static xmlDoc *parse_tree(struct arena *a, struct log *log, const struct source *src, int bom)
{
    struct fault p = { 0 };
    xmlParserCtxt *ctxt = xmlCreateMemoryParserCtxt(src->text + bom, src->size - bom);
    if (!ctxt)
        arena_no_memory(a);
    xmlCtxtUseOptions(ctxt, XML_OPTIONS);
    fault_watch(ctxt, &p);
    xmlParseDocument(ctxt);
    xmlDoc *doc = ctxt->myDoc;
    bool good = ctxt->wellFormed && !p.dtd && !p.error;
    xmlFreeParserCtxt(ctxt);
    if (doc)
        arena_own(a, (void (*)(void *))xmlFreeDoc, doc);
    if (!good)
        fault_say(log, src, &p);
    return good ? doc : NULL;
}

/* ---- places -------------------------------------------------------------------- */

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

xmlDoc *xml_parse(struct arena *a, struct log *log, const struct source *src)
{
    int bom = xml_bom(src->text, src->size);
    if (!xml_is_utf8(a, log, src, bom) || !xml_within_limits(log, src))
        return NULL;
    xmlDoc *doc = parse_tree(a, log, src, bom);
    const char *too_deep = doc ? xml_give_places(a, doc, src, bom, (int)log_limit(log, LIMIT_DEPTH)) : NULL;
    if (too_deep) {
        say(log, MSG_XML_DEPTH, ((struct pos){ src, (int)(too_deep - src->text) }), limit_text(log, LIMIT_DEPTH));
        return NULL;
    }
    return doc;
}

static void print_nothing(void *user, const char *format, ...) { (void)user, (void)format; }

struct xml_voice xml_hush(void)
{
    struct xml_voice before = { xmlGenericError, xmlGenericErrorContext };
    xmlSetGenericErrorFunc(NULL, print_nothing);
    return before;
}

void xml_unhush(struct xml_voice before) { xmlSetGenericErrorFunc(before.user, before.print); }

/* ---- reading the tree ------------------------------------------------------------ */

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

const struct element_rule *xml_rule(const xmlNode *node)
{
    const struct xml_mark *m = node->type == XML_ELEMENT_NODE ? node->_private : NULL;
    return m ? m->rule : NULL;
}

const char *xml_attr_value(const xmlAttr *attr)
{
    return attr->children && attr->children->content ? (const char *)attr->children->content : "";
}

const char *xml_attr(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (same_word((const char *)a->name, name))
            return xml_attr_value(a);
    return NULL;
}

const char *xml_attr_kept(struct arena *a, const xmlNode *node, const char *name)
{
    const char *value = xml_attr(node, name);
    return value ? arena_string(a, value) : NULL;
}

static xmlNode *element_from(xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

xmlNode *xml_first_element(const xmlNode *node)
{
    return element_from(node->children);
}

xmlNode *xml_next_element(const xmlNode *node)
{
    return element_from(node->next);
}

xmlNode *xml_child(const xmlNode *node, const char *name)
{
    xmlNode *child = xml_first_element(node);
    while (child && !same_word(xml_name(child), name))
        child = xml_next_element(child);
    return child;
}

bool xml_is_blank(const char *s)
{
    return s[strspn(s, " \t\r\n")] == '\0';
}

static bool is_note(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && strcmp(xml_name(node), "fn") == 0;
}

static void plain(struct buf *b, const xmlNode *node)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_ATTRIBUTE_NODE) {
        const char *s = node->type == XML_TEXT_NODE ? xml_content(node)
                                                    : xml_attr_value((const xmlAttr *)node);
        for (; *s; s++) {
            bool blank = strchr(" \t\r\n", *s) != NULL;
            if (!blank)
                buf_char(b, *s);
            else if (b->size && b->text[b->size - 1] != ' ')
                buf_char(b, ' ');
        }
        return;
    }
    if (node->type != XML_ELEMENT_NODE)
        return;
    if (strcmp(xml_name(node), "br") == 0 && b->size && b->text[b->size - 1] != ' ')
        buf_char(b, ' ');
    for (const xmlNode *child = node->children; child; child = child->next)
        if (!is_note(child))
            plain(b, child);
}

const char *xml_typed(const xmlNode *node)
{
    bool may = node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE;
    return may && node->_private ? xml_mark_of(node)->typed : NULL;
}

/* Attributes have no mark of their own until now. */
bool xml_set_number(struct arena *a, xmlNode *node, const char *plain)
{
    const char *typed = xml_plain(a, node);
    if (node->type == XML_ATTRIBUTE_NODE) {
        node->_private = NEW(a, struct xml_mark);
        if (!xmlSetProp(node->parent, node->name, (const xmlChar *)plain))
            return false;
    } else {
        xmlNodeSetContent(node, (const xmlChar *)plain);
    }
    xml_mark_of(node)->typed = typed;
    return node->children != NULL;
}

const char *xml_plain(struct arena *a, const xmlNode *node)
{
    struct buf b = buf_in(a);
    if (xml_typed(node))
        return xml_typed(node);
    plain(&b, node);
    while (b.size && b.text[b.size - 1] == ' ')
        b.text[--b.size] = '\0';
    return utf8_compose(a, buf_text(&b));
}
