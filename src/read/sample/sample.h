/* sample.h - data made up for a type of document and a template: what a layout looks like before
 * any data exists, and a file to begin with. Which elements there are comes from the grammar,
 * from what the template prints and from its needs; the words from its <sample>s, else from a
 * table here, else they are the grammar's own name of the element.                           */
#ifndef READ_SAMPLE_H
#define READ_SAMPLE_H

#include "base/buf.h"
#include "read/xpath/env.h"

enum sample_length { SAMPLE_SHORT, SAMPLE_LONG, SAMPLE_EXTREME };

struct sample_for {
    const char *type;            /* of document                                             */
    struct template *template;
    enum sample_length length;
    const struct bind_options *options;
};

/* False: the template's own words could not be computed (said).                              */
bool sample_write(struct arena *a, struct log *log, struct sample_for what, struct buf *out);

/* ---- shared by the files of this folder --------------------------------------------------- */

/* An element that is being made. Its words are XML already, and stand before its children.   */
struct el {
    const char *name;
    const struct element_rule *rule; /* NULL: the office's own                               */
    const char *comment;
    const char *words;
    struct el_attr { const char *name, *value; struct el_attr *next; } *attrs;
    struct el *first, *last, *next;
    bool flat;                   /* its children stand on its line                          */
};

enum { MOST_COUNTED = 40 };

struct sample {
    struct arena *a;
    struct log *log;
    struct template *t;
    const char *type;
    enum sample_length length;
    struct env *env;
    struct context at;           /* the document, of which the template's words may ask      */
    struct el *document;
    struct counter { const char *path; int n; } counter[MOST_COUNTED];
    int n_counters;
    const char *seen[200];       /* what has had its comment                                 */
    int n_seen;
    int n_issuers, n_notes, n_tables, n_records;
    const char *ref;             /* the last id that a <ref> can mean, or NULL               */
};

/* elements.c */
struct el *el_new(struct sample *s, struct el *parent, const char *name);
void el_attr(struct sample *s, struct el *e, const char *name, const char *value);
void el_words(struct sample *s, struct el *e, const char *plain); /* escaped               */
static inline bool is_at_least(const struct sample *s, enum sample_length length) { return s->length >= length; }

/* words.c: the words for a path, "code/@notation"; NULL: nobody has any. One in turn, n from 0; or
 * all of those of the n-th element around.                                                  */
const char *words_at(struct sample *s, const char *path, int n);
int words_count(struct sample *s, const char *path);
const char *words_of_group(struct sample *s, const char *path, int group, int n);
int words_in_group(struct sample *s, const char *path, int group);
const char *words_next(struct sample *s, const char *path); /* of a counter of its own      */
/* What the template's <sample>s say: that there is such a thing, that there is none, or nothing. */
enum said { SAID_NOTHING, SAID_NONE, SAID_SOME };
enum said words_said(struct sample *s, const char *path);
const char *words_levels(struct sample *s, const char *body); /* "section/clause/point"                 */

/* uses.c: does the template print this child of the document, or what stands in one? Does it go through elements of that
 * name one by one? How many of them does it ask for by number, at least?                     */
bool is_printed(const struct sample *s, const char *name);
bool is_demanded(const struct sample *s, const char *name); /* without a question or a default */
bool is_record(const struct sample *s, const char *name); /* of batch */
bool is_gone_through(const struct sample *s, const char *name);
int most_asked_for(const struct sample *s, const char *name);
bool has_level(const struct sample *s, const char *name);

/* body.c, tables.c, needs_data.c: what stands in a <body> or an <appendix>, in a table, in <data> and <fields>. */
void body_fill(struct sample *s, struct el *body, const char *path);
void appendix_fill(struct sample *s, struct el *document, struct el *appendix, int n);
struct el *table_add(struct sample *s, struct el *parent, int rows, int figures, bool titled);
void data_fill(struct sample *s, struct el *data, const struct need *first, const char *path, int depth);
void fields_fill(struct sample *s, struct el *fields);

/* controls.c: what the template adds up is made to add up. text: all of it as it stands. True: something changed. */
bool controls_fit(struct sample *s, const char *text);

/* print.c: the tree as a file. comments.c: what is to be filled in where.                    */
void sample_print(struct sample *s, struct buf *out);
void comment_add(struct sample *s, struct el *e);
void comment_need(struct sample *s, struct el *e, const struct need *need);
const char *comment_head(struct sample *s);

#endif
