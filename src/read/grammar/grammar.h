/* grammar.h - the two languages as tables: the data's and the template's.
 *
 * One row per element, one per attribute. The reader, the checks with their
 * messages and "did you mean" walk these rows; schemas and references are to
 * be printed from them. Nothing about the languages is written twice.          */
#ifndef READ_GRAMMAR_H
#define READ_GRAMMAR_H

#include "read/xml/xml.h"

enum value_kind {
    VALUE_TEXT,
    VALUE_FILLED,                /* text, and not nothing                       */
    VALUE_NAME,                  /* a word that something is called by          */
    VALUE_OF,                    /* a name that one of the kind `choices` has   */
    VALUE_ID, VALUE_IDREF,       /* a name that no other has; such a name       */
    VALUE_LENGTH,                /* 20mm; min, max in millipoints               */
    VALUE_NUMBER,                /* whole; min, max                             */
    VALUE_LINE,                  /* 1.15: times the natural line; 18pt: exact   */
    VALUE_NUMBERS,               /* several, with blanks between                */
    VALUE_YESNO,
    VALUE_CHOICE,                /* one of `choices`                            */
    VALUE_CHOICES,               /* several of `choices`, or none               */
    VALUE_DATE,                  /* 2020-02-29, 2020-02, 2020 or nothing        */
    VALUE_COLOUR,                /* #rrggbb                                     */
    VALUE_XPATH,                 /* bare XPath 1.0                              */
    VALUE_WIDTH,                 /* 20mm, 2*, auto, 40%                         */
    VALUE_WIDTHS,                /* several, with blanks between                */
};

struct attr_rule {
    const char *name;
    enum value_kind kind;
    bool required;
    const char *choices;         /* with blanks between; of names: what
                                  * kind of thing has them                      */
    int min, max;                /* max 0: no range                             */
    const char *vi, *en;         /* what it is; the field's office name          */
    const char *otherwise;       /* what holds where it is not given, or NULL    */
};

struct element_rule {
    int id;                      /* enum data_element or enum template_element  */
    const char *name;
    const char *parent;          /* the row is for this parent only; NULL: any  */
    const char *holds;           /* "a b? c* d+ #text"; "#any": free content,
                                  * with such elements as are named beside it;
                                  * "#filled": text, and not nothing            */
    const struct attr_rule *attrs;
    int n_attrs;
    const char *vi, *en;         /* office name; what it is                      */
};

struct grammar {
    const char *root;            /* what a file may begin with, the usual first   */
    const struct element_rule *rules;
    int n;
    bool braces;                 /* {XPath} may stand in attributes and text     */
    int version;                 /* of the language: files of a newer are refused */
};

/* The data's elements that the program itself must tell apart.                    */
enum data_element {
    D_OTHER, D_DOCUMENTS, D_DOCUMENT, D_ISSUED, D_BODY, D_APPENDIX, D_COPY, D_PART, D_CHAPTER, D_SECTION, D_ARTICLE, D_CLAUSE,
    D_POINT, D_LIST, D_ITEM, D_P, D_TITLE, D_FIGURE, D_TABLE, D_COLUMN, D_HEAD, D_ROW, D_CELL, D_NOTE,
    D_INSERT, D_DATA, D_CSV, D_SET, D_B, D_I, D_U, D_SUP, D_SUB, D_BR, D_A, D_REF, D_FN,
};

/* The template's.                                                                 */
enum template_element {
    T_OTHER, T_TEMPLATE, T_SET, T_META, T_NEEDS, T_NEED, T_SAMPLE, T_CHECK, T_SAY, T_PAGE, T_RUNNING, T_STYLE,
    T_TABLE_STYLE, T_LEVEL, T_FOOTNOTES, T_LAYOUT, T_PAGES, T_SLOT, T_INHERITED, T_CONTENT, T_CONTENTS,
    T_KEEP, T_FIT, T_TRY, T_P, T_SPAN, T_B, T_I, T_U, T_SUP, T_SUB, T_BR, T_A, T_REF, T_FN,
    T_RULE, T_IMAGE, T_FIELD, T_GRID, T_BOX, T_ROW, T_CELL, T_TABLE, T_COLUMN, T_HEAD, T_ROWS, T_TOTALS,
    T_PAGE_NUMBER, T_PAGE_COUNT, T_LEADER, T_FOR_EACH, T_IF, T_CHOOSE, T_WHEN, T_OTHERWISE, T_CONTROL,
};

extern const struct grammar data_grammar, template_grammar;

/* Checks the whole tree, gives every known element its rule. False when
 * anything was wrong; everything that is has then been said.                    */
bool grammar_check(struct arena *a, struct log *log, const struct grammar *g, xmlDoc *doc);

/* The same of an element that a tree of its own holds, as if it stood in `parent`.  */
bool grammar_check_in(struct arena *a, struct log *log, const struct grammar *g, xmlNode *node, const char *parent);

/* Is this a value of that kind? Says so if not, with `name` for the attribute.  */
bool value_check(struct log *log, const struct attr_rule *rule, const char *value, struct pos at);

bool is_name(const char *word); /* of VALUE_NAME                                     */

const struct element_rule *grammar_rule(const struct grammar *g, const char *name,
                                        const char *parent);
/* An attribute of a node that has been checked; where it is not given, its default, or NULL. */
const char *grammar_value(const xmlNode *node, const char *name);

const struct attr_rule *grammar_attr(const struct element_rule *rule, const char *name);

#endif
