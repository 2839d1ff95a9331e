/* template.h - a template and everything it extends, read, merged and judged.
 *
 * A definition (set, page, style, table-style) of a known name changes only what
 * it gives; levels of an extending template are tried before its base's; a slot
 * of a known name replaces the base's content, which <inherited/> brings back.
 * All names are resolved here, before any data is seen.                           */
#ifndef READ_TEMPLATE_H
#define READ_TEMPLATE_H

#include "read/grammar/grammar.h"
#include "read/template/value.h"

struct slot;

/* An element of the template's flow, or a text between tags.                      */
struct tnode {
    const struct element_rule *rule; /* NULL: text                                 */
    struct value **attr;         /* by index of rule->attrs; NULL: not given        */
    struct value *text;
    struct tnode *first, *next;
    struct slot *slot;           /* T_SLOT: the piece that is placed;
                                  * T_INHERITED: the base's                        */
    struct pos pos;
};

struct slot {
    const char *name, *help;
    struct tnode *content;
    struct slot *base;           /* what it replaces, or NULL                       */
    struct slot *top;            /* what replaces it in the end, or itself          */
    struct slot *next;
    struct pos pos;
    bool fresh, used;            /* no base has it; it is placed                    */
    enum { WALK_NEW, WALK_BEGUN, WALK_DONE } walk; /* names.c                        */
};

/* A named thing with attributes.                                                   */
struct def {
    const char *name;
    const struct element_rule *rule;
    struct value **attr;
    struct def *base;            /* by its attribute base, or NULL                  */
    struct def *next;
    struct pos pos;
    struct tnode *running;       /* of a page: its <running>s; of a check: its <say>s */
    bool fresh, used;            /* no base has it; somebody means it               */
    void *made;                  /* what bind made of it last, and when             */
    int made_at;
};

struct set {
    const char *name, *lang, *value, *help;
    bool fresh;                  /* given by a template that extends                */
    struct set *next;
    struct pos pos;
};

/* An attribute that is a setting alone, "{$name}": the setting's value must be of its kind.  */
struct use { const char *name; const struct attr_rule *rule; struct use *next; };

struct level {
    struct tnode *node;          /* its attributes                                  */
    const char *of;
    struct level *next;          /* tried after it                                  */
};

/* What a template wants of the office's own data, as a tree: data/xa/@ten is the step @ten of
 * the step xa of the step data.                                                       */
struct need {
    const char *name;            /* of the element or attribute                         */
    int number;                  /* in the order of the template, from 1                */
    const char *field;           /* of field[@name='...']; else NULL                    */
    bool attribute, declared;    /* declared: a <need> of its own; else it only leads there */
    bool fresh;                  /* by a template that extends                          */
    const char *path, *label, *kind;
    bool required;
    struct need *first, *next;   /* in the order of the template                        */
    struct pos pos;
};

struct template {
    struct arena *arena;
    struct log *log;
    const char *name, *types;    /* the types that it serves, or NULL */
    const char *base_types;      /* those of the nearest of its bases that says so, or NULL */
    const struct value *each, *file; /* of batch: the records; a file's name; or NULL     */
    struct set *sets;            /* the last of a name and language wins            */
    struct def *pages, *styles, *table_styles, *checks;
    struct level *levels;
    struct slot *slots;
    struct need *needs;          /* first steps                                        */
    int n_needs;                 /* all steps                                          */
    bool all_fields;             /* <need path="fields/field">: whatever their names    */
    struct tnode *layout, *meta, *footnotes, *controls, *samples;
    struct use *uses;
    struct vocabulary vocabulary;
    bool extending;              /* what is being read has a base                   */
    xmlXPathContext *xpath;      /* for compiling only                              */
    struct calls *calls;         /* bind's: what the functions vb:... keep           */
    struct read_file { const struct source *src; struct read_file *next; } *files; /* that it was read from */
    const char *setup;           /* of the chain: setup.c                           */
    const char **fonts;          /* files of its styles; setup.c                    */
    int n_fonts;
    int epoch;                   /* changes with every setting: styles are made anew */
};

/* A name of the caller's in place of its `file`; ".pdf" at its end is no part of it.       */
void template_name(struct template *t, const char *pattern);

/* Reads the file at path; bases are looked for beside it, then in `folder`.
 * NULL when anything was wrong.                                                    */
struct template *template_read(struct arena *a, struct log *log, const char *path,
                               const char *folder);

/* bytype.c: the templates of a run. */
struct templates {
    struct arena *arena;
    struct log *log;
    const char *folder;
    const char *name;            /* in place of each one's `file`, or NULL                  */
    const char *given;           /* the path of the one that serves all, or NULL: by type   */
    struct server *servers;
    struct known *known;
    bool looked, readable;       /* into the folder                                         */
    bool failed;                 /* a template was wanted that does not exist, or has faults */
};

/* The template that serves a type, which the data wants at a place. NULL: there is none, or two,
 * or it has faults (all said, once), or the type is none.                                */
struct template *templates_find(struct templates *templates, const char *type, struct pos at);

/* The i-th of those that have been read; NULL: no more.                                   */
struct template *templates_nth(const struct templates *templates, int i);

/* template.c: a first look, before anything is read as XML.                        */
bool looks_like_template(const struct source *src);

/* definitions.c                                                                    */
const struct value *tnode_attr(const struct tnode *node, const char *name); /* or NULL */
const struct value *def_attr(const struct def *def, const char *name); /* own or base's */
const struct value *def_attr_of(const struct def *def, const struct attr_rule *rule);
struct def *def_find(struct def *list, const char *name);
static inline int tnode_id(const struct tnode *n) { return n->rule ? n->rule->id : T_OTHER; }

/* definitions.c: takes what one file gives, over what its bases gave.                */
void definitions_read(struct template *t, const xmlNode *root);

/* need.c: takes a <need> of the template.                                          */
void need_read(struct template *t, const xmlNode *node);
const struct need *need_first(const struct template *t, const char *name); /* a first step; NULL: none, or no template */
bool need_demands(const struct need *step); /* it or what it leads to must be there         */

/* samples.c: says which <sample> is of nothing that the data may hold.                */
void samples_judge(struct template *t);

/* checks.c: says what is wrong with the template's <check>s.                           */
void checks_judge(struct template *t);
int check_message(const char *code); /* the enum message that a <check> names; MESSAGE_COUNT: none */
bool check_is_rule(const char *name); /* of src/check, which nobody here knows: R54   */

/* names.c: adds to the words that an XPath may use; says what is wrong with the names
 * that a template uses, when all of it has been read.                               */
static inline void know_name(struct template *t, const char *name) { words_add(t->arena, &t->vocabulary.name, name); }
static inline void know_variable(struct template *t, const char *name) { words_add(t->arena, &t->vocabulary.variable, name); }
void names_check(struct template *t);
void unused_check(struct template *t); /* unused.c: what it gives beside its bases, when names have been judged */
/* Is this value good wherever the setting is used? Says so where it was given if not.      */
bool setting_check(struct log *log, const struct template *t, const char *name, const char *value, struct pos at);
/* usage.c: the same of what expressions do with it.                                    */
bool usage_check(struct log *log, const struct template *t, const char *name, const char *value, struct pos at);

#endif
