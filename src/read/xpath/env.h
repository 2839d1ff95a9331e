/* env.h - what expressions see while a document is bound: the settings in
 * force, the variables of the moment, and the evaluation of values in them.
 * Whoever judges and binds the data works on this struct.
 *
 * XPath's functions of ours (vb:...) are called from inside libxml2, which must
 * not be jumped over: they use libxml2's own memory, never the arena.              */
#ifndef READ_ENV_H
#define READ_ENV_H

#include "doc.h"
#include "read/image/image.h"
#include "read/xpath/record.h"

#include <libxml/xpath.h>

struct override { const char *name, *value; struct override *next; };

/* files.c: a file that pages make for themselves; notes are counted in it.             */
struct own_file { struct doc_file of; int note_number; };

enum { MAX_BRANCHES = 32 };     /* vb:if in vb:if; in deeper ones both values are computed  */

struct live { xmlXPathObject *o[200]; int n; }; /* elements are not deeper */

struct env {
    char no_setting[64];         /* what vb:text did not find, for the message              */
    struct refused { const char *vi, *en; char words[80]; struct pos at; } refused; /* what a function wanted, and got; vi NULL: none did */
    struct said_once { const char *of; struct said_once *next; } *said_once; /* templates' faults: not for every node */
    int n_failed;                /* expressions that could not be computed                  */
    struct arena *arena;
    struct log *log;
    struct template *t;
    struct doc *doc;
    xmlNode *document;           /* $document                                       */
    xmlNode *record;             /* $record: of a batch; else the document          */
    xmlNodeSet *group;           /* $record where it is several; else NULL          */
    int position, size;          /* of the record among all                         */
    xmlXPathContext *xpath;
    struct live *live;           /* what env_eval gave and env_free has not had yet         */
    const char *mode, *lang;
    bool split;                  /* --split-appendices                              */
    struct own_file *files;      /* the first: the document's own                    */
    int n_files, room_files;
    int file;                    /* in which the pages at hand stand                 */
    bool vietnamese_numbers;     /* data/@numbers                                   */
    struct override *overrides;  /* data's set, --set, a try's: the newest first     */
    int number;                  /* $n                                              */
    const char *above;           /* $above                                          */
    const char *label, *up;      /* $label, $up of a reference                      */
    xmlNodeSet *rows;            /* $rows, borrowed                                 */
    struct wrong *wrong;         /* what <needs> has found wrong                    */
    struct note **notes_end;     /* where the next note is hung                      */
    int note_number;
    bool notes_by_page;          /* footnotes/@restart="page"                               */
    int most_mark;               /* the highest number that such a note may bear             */
    bool in_note;                /* what is bound now stands in a note                      */
    bool in_running;             /* it is set for each page anew                            */
    struct contents *contents;   /* to be made when all is bound                             */
    int n_targets;               /* ids given to headings                                   */
    struct images images;
    const struct look *look;     /* of the last run: most are alike                            */
    struct aligned { const struct style *of, *made; } aligned[8]; /* the last ones made: cells of a table  */
    int n_aligned;
    int own_pages;               /* BLOCK_PAGES made that no section has taken out          */
    int blocks, most_blocks;     /* made so far; LIMIT_BLOCKS                        */
    enum { BRANCH_NO, BRANCH_YES } branch[MAX_BRANCHES]; /* of the vb:ifs being computed: wanted? */
    int n_branches;
    int slot_depth;
    const struct slot *placing[MAX_SLOT_DEPTH]; /* from the outermost                      */
};

/* settings.c: the setting's value, NULL when there is none of that name.            */
const char *env_setting(const struct env *env, const char *name);
void env_override(struct env *env, const char *name, const char *value);

/* ---- env.c ----------------------------------------------------------------------- */

/* The context node of an expression with its position among its siblings.          */
struct context { xmlNode *node; int position, size; };

/* With its XPath context, which is closed with the arena.                            */
struct env *env_new(struct arena *a, struct log *log, const struct record *record, const struct bind_options *options);

/* NULL when it failed (said). The caller frees the object.                          */
xmlXPathObject *env_eval(struct env *env, const struct piece *piece, struct context at);
void env_free(struct env *env, xmlXPathObject *o); /* what env_eval gave; NULL: nothing */
bool env_test(struct env *env, const struct value *v, struct context at);

/* All the words of a value; what it demands and does not find is said, "" then.     */
const char *env_text(struct env *env, const struct value *v, struct context at);

/* An attribute of a node of the template; where it is not given, or {...} made something of it
 * that it cannot be (said), the grammar's default; NULL or 0 where there is none.     */
const char *attr_text(struct env *env, const struct tnode *n, const char *name, struct context at);
len attr_len(struct env *env, const struct tnode *n, const char *name, struct context at);
int attr_number(struct env *env, const struct tnode *n, const char *name, struct context at);
bool attr_is(struct env *env, const struct tnode *n, const char *name, const char *word, struct context at);

/* A definition's own or inherited value under the settings in force, checked; else the grammar's
 * default, or NULL. */
const char *def_text(struct env *env, const struct def *d, const char *name);
len def_len(struct env *env, const struct def *d, const char *name);

/* The text of a result; *missing when it demands something that is not there, or a number that
 * cannot be computed: then say_nothing.                                              */
const char *object_text(struct env *env, const xmlXPathObject *object, bool *missing);

/* ---- tell.c ---------------------------------------------------------------------- */

void say_failed(struct env *env, const struct piece *piece, struct pos at);
const char *near_in_data(struct env *env, const xmlNode *node, const char *step); /* "; did you mean @ten?", or "" */
struct pos found_at(const xmlXPathObject *o, struct pos otherwise); /* the data's place of what was asked for */
void say_nothing(struct env *env, const xmlXPathObject *object, const struct piece *p, struct context at);

void env_register_functions(struct env *env); /* func.c                               */

/* What the functions keep from call to call, for as long as the template lives.       */
enum { KEPT_PATTERNS = 50 };     /* others are computed, and new ones each time          */
struct pattern { xmlChar *source; struct _xmlRegexp *compiled; };
struct calls {
    struct arena passing;        /* of one call; when there is no more, nothing is jumped over */
    struct pattern pattern[KEPT_PATTERNS];
    int n_patterns;
};

/* func_if.c: is what is computed now the value that a vb:if does not want?                */
bool is_unwanted(const struct env *env);

#endif
