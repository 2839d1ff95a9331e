/* xml.h - bytes in, a checked libxml2 tree out, a place for every node.
 *
 * Refused before anything is looked at: what is not UTF-8, a DTD (and with it
 * every entity of one's own), what is beyond the limits. No network, no
 * XInclude. Every node's _private points to its struct xml_mark.               */
#ifndef READ_XML_H
#define READ_XML_H

#include "base/log.h"

#include <libxml/tree.h>

struct element_rule;
struct level;

struct xml_mark {
    const struct source *src;
    int offset;                      /* of the node's first byte in its file   */
    int end;                         /* of an element: behind its last byte    */
    const struct element_rule *rule; /* set by grammar_check; NULL: free data  */
    const struct level *level;       /* set by labels_make; NULL: none          */
    const char *label;               /* its printed number, set by labels_make  */
    int number;                      /* its counter's, 0: a typed label or none */
    bool shown;                      /* its words have been bound              */
    const char *typed;               /* a number as the office wrote it, where the tree
                                      * now holds a plain one; NULL: as it stands */
};

/* NULL when it is no XML or refused; the log says why. The tree is the arena's. */
xmlDoc *xml_parse(struct arena *a, struct log *log, const struct source *src);

/* The same for pieces of one document, as fast as may be: their trees share the reader's names, so
 * that a node of one can be hung into another. NULL: it is none by itself; nothing is said. The
 * caller frees the tree before the reader's arena ends; the marks are the arena `a`'s.   */
struct xml_reader *xml_reader_new(struct arena *a);
xmlDoc *xml_read(struct xml_reader *r, struct arena *a, const struct source *src);

struct pos xml_pos(const xmlNode *node);
struct pos xml_attr_pos(const xmlAttr *attr);
struct pos xml_pos_of(const xmlNode *node, const char *attr); /* of the node where it has no such attribute */
const struct element_rule *xml_rule(const xmlNode *node); /* NULL: none         */
static inline struct xml_mark *xml_mark_of(const xmlNode *node) { return node->_private; }

/* The attribute's value, or NULL. Borrowed from the tree.                      */
const char *xml_attr(const xmlNode *node, const char *name);
const char *xml_attr_value(const xmlAttr *attr);
/* A copy of it, for what outlives the tree: doc.h does.                         */
const char *xml_attr_kept(struct arena *a, const xmlNode *node, const char *name);
static inline const char *xml_name(const xmlNode *node) { return (const char *)node->name; }
static inline const char *xml_content(const xmlNode *text) { return (const char *)text->content; }

/* The node's words are now a plain number, for XPath to count with; what was typed is kept for
 * people. True when there was memory.                                          */
bool xml_set_number(struct arena *a, xmlNode *node, const char *plain);
const char *xml_typed(const xmlNode *node); /* or NULL                           */

/* empty.c: the column of the row's cell that would be this field and is empty, *at its place; NULL: none is. */
const char *xml_empty_cell(struct arena *a, const xmlNode *row, const char *name, bool attribute, struct pos *at);

/* tree.c: the element of the data that bears the id, NULL: none. data_check has collected them. */
const xmlNode *xml_by_id(const xmlDoc *doc, const char *id);

xmlNode *xml_child(const xmlNode *node, const char *name); /* the first, or NULL */
xmlNode *xml_first_element(const xmlNode *node);
xmlNode *xml_next_element(const xmlNode *node);

/* xml.c: libxml2 prints some of its faults by itself, whatever handlers its objects have; what was to print them
 * is given back when the work is done, for it is the whole thread's.                             */
struct xml_voice { void (*print)(void *user, const char *format, ...); void *user; };
struct xml_voice xml_hush(void);
void xml_unhush(struct xml_voice before);

bool xml_is_blank(const char *s); /* nothing but XML's white space               */

/* All text below the node, NFC, white space folded, notes left out.            */
const char *xml_plain(struct arena *a, const xmlNode *node);

#endif
