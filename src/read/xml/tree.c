/* tree.c - what the readers ask a tree: elements, attributes, the words below a node.  */
#include "read/xml/xml.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "base/words.h"

#include <libxml/hash.h>

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

/* The hash is the document's _private.                                                         */
const xmlNode *xml_by_id(const xmlDoc *doc, const char *id)
{
    return doc->_private ? xmlHashLookup(doc->_private, (const xmlChar *)id) : NULL;
}
