/* flow.h - what the files of this folder share: data and template into runs, blocks, tables and
 * sections of doc.h.                                                                    */
#ifndef READ_FLOW_H
#define READ_FLOW_H

#include "read/xpath/env.h"

/* notes.c: the marks that notes counted by page may bear.                            */
void marks_make(struct env *env);

/* style.c: definitions made into doc.h's structs, under the settings in force.       */
const struct style *style_make(struct env *env, const char *name);
const struct table_style *table_style_make(struct env *env, const char *name);
const struct style *style_aligned(struct env *env, const struct style *s, const char *align);
uint32_t colour_parse(const char *s);
enum valign valign_parse(const char *s, enum valign otherwise);
bool align_parse(const char *s, enum align *out);

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

/* table_bound.c: a table of the template; table_data.c: one of the data; tables.c.    */
void table_bound(struct flow *f, const struct tnode *n, struct context at);
void table_data(struct flow *f, xmlNode *table);
struct width width_parse(const char *s);
struct width *widths_parse(struct env *env, const char *s, int *n);

#endif
