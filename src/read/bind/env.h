/* env.h - what expressions see while a document is bound: the settings in
 * force, the variables of the moment, and the evaluation of values in them.
 * The rest of the binding works on this struct.                                    */
#ifndef READ_ENV_H
#define READ_ENV_H

#include "read/bind/bind.h"
#include "read/image/image.h"

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

/* The context node of an expression with its position among its siblings.          */
struct context { xmlNode *node; int position, size; };

/* With its XPath context, which is closed with the arena.                            */
struct env *env_new(struct arena *a, struct log *log, const struct record *record, const struct bind_options *options);

/* needs.c: says what the data lacks or has too much of. Before anything is computed, the numbers
 * that a template needs become plain ones: XPath would read 1.247 as one and a quarter.   */
void needs_plain(struct env *env);
void needs_check(struct env *env);

/* bind.c: the file's name, which the template gives to the record. NULL: it gives none.   */
const char *bind_name(struct env *env);

/* settings.c: the setting's value, NULL when there is none of that name.            */
const char *env_setting(const struct env *env, const char *name);
void env_override(struct env *env, const char *name, const char *value);

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

/* The text of a result; *missing when it demands something that is not there, or a number that
 * cannot be computed: then say_nothing.                                              */
const char *object_text(struct env *env, const xmlXPathObject *object, bool *missing);

/* tell.c                                                                             */
void say_failed(struct env *env, const struct piece *piece, struct pos at);
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

/* notes.c: the marks that notes counted by page may bear.                            */
void marks_make(struct env *env);

/* style.c: definitions made into doc.h's structs, under the settings in force.       */
/* A definition's own or inherited value under the settings in force, checked; else the grammar's
 * default, or NULL. */
const char *def_text(struct env *env, const struct def *d, const char *name);
len def_len(struct env *env, const struct def *d, const char *name);
const struct style *style_make(struct env *env, const char *name);
const struct table_style *table_style_make(struct env *env, const char *name);
const struct style *style_aligned(struct env *env, const struct style *s, const char *align);
uint32_t colour_parse(const char *s);
enum valign valign_parse(const char *s, enum valign otherwise);
bool align_parse(const char *s, enum align *out);

void unseen_check(struct env *env); /* judge/unseen.c: reports what the data holds and no page shows */

/* judge/checks.c: how grave the program's own findings are for this template; what its <check>s find. */
void checks_levels(struct env *env);
void checks_run(struct env *env);

/* missing.c: `from` is what there is of its path.                                        */
void say_missing(struct env *env, const struct need *need, const xmlNode *from);

/* wrong.c: a fault of the data, at the element that stands nearest, is kept; does a check read one there? */
void wrong_keep(struct env *env, const xmlNode *node, const char *name);
bool wrong_is_read(const struct env *env, const struct def *check, const xmlNode *at);

/* func_if.c: is what is computed now the value that a vb:if does not want?                */
bool is_unwanted(const struct env *env);

/* labels.c: gives every numbered element of the data its level and printed number.   */
void labels_make(struct env *env);

/* refs.c: the words of a reference to a numbered element from somewhere; NULL: it has no number.
 * *made: the template's own words, not its number as it stands.                       */
const char *ref_words(struct env *env, const xmlNode *to, const xmlNode *from, bool *made);

/* runs.c, inline_data.c, inline_template.c: text into runs, white space folded.       */
struct text {                    /* a paragraph being put together                     */
    struct env *env;
    const struct style *style;
    struct look look;            /* of the letters to come                             */
    const char *href;
    struct run *first, **end, *last;
    struct buf words;            /* of the run in the making                           */
    const struct look *words_look;
    struct pos words_pos;
    bool blank;                  /* a blank is due before the next letter               */
    bool opened;                 /* there are words beside the paragraph's own number   */
};
struct text text_begin(struct env *env, const struct style *style);
void text_words(struct text *t, const char *words, struct pos pos);
void text_children(struct text *t, const xmlNode *node);   /* the data's inline markup   */
void text_node(struct text *t, const xmlNode *node);
void text_flow(struct text *t, const struct tnode *first, struct context at);
struct run *text_end(struct text *t);
struct field *field_new(struct env *env, const struct tnode *n, struct context at); /* field.c */

/* flow.c: the template's own flow.                                                    */
struct flow {                    /* where blocks go                                     */
    struct env *env;
    struct block **end;
};
void count_block(struct env *env, struct pos at); /* says when there are too many       */
struct block *block_new(struct flow *f, enum block_kind kind, struct pos tmpl, struct pos data);
void flow_nodes(struct flow *f, const struct tnode *first, struct context at);
struct block *flow_blocks(struct env *env, const struct tnode *first, struct context at);
void flow_slot(struct flow *f, const struct slot *slot, struct context at);

/* blocks.c: one block of the template. grids.c: blocks side by side.                  */
void block_make(void *flow, const struct tnode *n, struct context at);
void common_attrs(struct env *env, struct block *b, const struct tnode *n, struct context at);
void flow_contents(struct flow *f, const struct tnode *n, struct context at); /* contents.c  */
void contents_make(struct env *env); /* when all blocks are bound                          */
void flow_grid(struct flow *f, const struct tnode *n, struct context at);

/* files.c: <pages> begins, and with it perhaps a file; it ends; at the very end sections of a
 * file come to stand together.                                                        */
void file_begin(struct env *env, const struct tnode *pages, struct context at);
void file_end(struct env *env);
void files_make(struct env *env);
/* A name from the data is a name, never a way out of the folder: says when it is none.  */
void file_name_check(struct env *env, const char *name, struct context at, struct pos tmpl);

/* sections.c: a run of pages, with what stands in its margins; NULL: no such master (said). */
struct section *section_new(struct env *env, const char *master, struct pos tmpl, struct context at);
/* Hangs it at *end, in three where the flow holds pages of their own; returns the new end. */
struct section **section_hang(struct env *env, struct section **end, struct section *s);
/* Pages of their own for what is bound into the flow that is returned.                 */
struct flow section_own(struct flow *f, const char *master, struct pos tmpl, struct context at);

/* Calls visit for every node that control elements (for-each, if, choose, slot)
 * leave standing, in order: the template's only loops are here.                       */
typedef void flow_visit(void *user, const struct tnode *n, struct context at);
void flow_walk(struct env *env, const struct tnode *first, struct context at, flow_visit *visit,
               void *user);

/* figure.c: pictures.                                                                 */
void flow_image(struct flow *f, const struct tnode *n, struct context at);
void figure_data(struct flow *f, xmlNode *figure);

/* caption.c: a paragraph of a label and a node's words: titles, notes.               */
void caption(struct flow *f, const xmlNode *node, const char *style_name, const char *label, struct pos tmpl);

/* content.c: the data's own blocks, by level.                                         */
void content_blocks(struct flow *f, xmlNode *container);
void content_ending(struct env *env, struct block *first, const char *ending);

/* tables.c                                                                            */
void table_bound(struct flow *f, const struct tnode *n, struct context at);
void table_data(struct flow *f, xmlNode *table);
struct width width_parse(const char *s);
struct width *widths_parse(struct env *env, const char *s, int *n);

#endif
