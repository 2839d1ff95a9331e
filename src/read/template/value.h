/* value.h - a piece of a template's text: words and {XPath} in turn.
 *
 * Expressions are compiled once, when the template is read, and everything in
 * them is judged then: syntax, functions, $names, and every name step against
 * the vocabulary and the template's needs. XPath itself would be silent.         */
#ifndef READ_VALUE_H
#define READ_VALUE_H

#include "base/log.h"
#include "base/words.h"

#include <ctype.h>
#include <libxml/xpath.h>

struct attr_rule;

struct piece {
    const char *words;           /* or NULL: an expression                        */
    xmlXPathCompExpr *xpath;
    const char *source;          /* the expression as written                     */
    const char *setting;         /* its name, when it is $name alone; else NULL   */
    struct pos pos;
};

struct value {
    const struct attr_rule *rule; /* NULL: text between tags                      */
    struct piece *pieces;
    int n;
    struct pos pos;
};

/* modes.c: what a document is set for. Reports an unknown mode: a caller's; what $mode is compared with.  */
const char *mode_default(void);
bool mode_check(struct log *log, const char *mode, struct pos at);
void mode_words_check(struct log *log, const struct piece *piece);

struct choice { const char *name, *word; struct choice *next; };

/* What expressions may say.                                                       */
struct vocabulary {
    struct words name;           /* of elements and attributes of the data         */
    struct words variable;
    struct words used;           /* variables that some expression has asked for     */
    struct words asked;          /* names of elements and attributes, likewise        */
    struct words any;            /* files that have an expression which asks for all names: *, @*, node() */
    struct words numbers, texts; /* variables that are counted with; whose words are printed, or anything else */
    struct choice *choices;      /* words that a variable is compared with            */
    struct words field;          /* names of <field>s, which the template's needs declare */
};

/* The variables that are no settings; NULL-ended.                                  */
extern const char *const value_variables[];

/* calls.c: says that there is no such function, or how many arguments it takes. `arguments`: behind its
 * open parenthesis. text() and the like are called in the same way and are no functions.     */
void call_check(struct log *log, const struct piece *piece, const char *name, const char *arguments);

/* `bare`: the whole text is one XPath. Says what is wrong; a value that cannot be
 * used has no pieces. The context is only used to compile.                        */
struct value *value_read(struct arena *a, struct log *log, xmlXPathContext *xpath,
                         const char *text, bool bare, struct pos pos);

/* The value's words when it holds no expression (names must not); else NULL.       */
const char *value_literal(const struct value *v);

/* Letters of the names in an XPath.                                                */
static inline bool xpath_starts_name(char c) { return isalpha((unsigned char)c) || c == '_' || (c & 0x80); }
static inline bool xpath_in_name(char c) { return xpath_starts_name(c) || isdigit((unsigned char)c) || c == '-' || c == '.'; }
/* usage.c: what the expression takes a variable for that stands in it from `dollar` to `end`.    */
void usage_note(struct arena *a, struct vocabulary *v, const char *name, const char *source, const char *dollar, const char *end);

/* slips.c: what was probably meant by what is no XPath, ": it is empty"; or "".            */
const char *xpath_slip(struct log *log, const char *source);

/* lazy.c: the source so that vb:if computes the value alone that its test wants.         */
const char *xpath_lazy(struct arena *a, const char *source);

/* value_names.c: the next name that an XPath asks <field>s for, n bytes; NULL: none. A field is meant by its
 * name alone: field[@name='place'].                                               */
const char *field_named(const char *xpath, int *n);

/* value_names.c: judges the names of all its expressions, and notes its variables.   */
void value_check_names(struct log *log, struct arena *a, struct vocabulary *v, const struct value *value);

#endif
