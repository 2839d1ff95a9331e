/* chain.h - what the chain of vanban.c holds while it runs, for those of its steps that have a file
 * of their own.                                                                              */
#ifndef CHAIN_H
#define CHAIN_H

#include "base/output.h"
#include "page.h"
#include "read/bind/bind.h"
#include "vanban.h"
#include "write/pdf/pdf.h"

#include <setjmp.h>

struct vb {
    const struct vb_options *options;
    struct arena job, template;  /* fonts; the templates at hand                              */
    struct arena record;         /* one document, until the next is read                      */
    struct arena tree;           /* the data's, until it is bound                            */
    struct arena part;           /* a file's, until it is written                            */
    struct log log;
    struct limits limits;
    jmp_buf no_memory;
    struct fonts *fonts;
    struct pdf_tools *tools;     /* of all PDFs                                               */
    struct templates templates;
    struct doc *doc;
    struct pages *pages;
    const struct pages *foreign; /* of a PDF that was read: to be measured, nothing else     */
    struct output *outs, *out;   /* what is written: all get their names, or none; the last   */
    struct drawn *drawn;         /* svg_files.c's; NULL: no page was asked for as SVG               */
    struct shown *shown;         /* shown.c's; NULL: nobody asked for the words                */
    struct merge *merge;         /* NULL: none was begun, or it has ended                     */
    const char *data_path;       /* what must not be written over                            */
    const struct source *data;
    const struct source *rows;   /* the data with the rows of its CSVs, or NULL               */
    int n_records;               /* that vb_read has found                                      */
    struct record item;          /* what vb_item has read; template NULL: nothing            */
    const struct template *bound; /* of what vb_bind has bound, or NULL                       */
};

/* What can be looked at: pages that were set, or read.                                       */
static inline const struct pages *pages_read(const struct vb *v) { return v->pages ? v->pages : v->foreign; }

struct request {
    const char *data, *template, *type, *title;
    const char *memory;          /* the caller's bytes, in place of the file `data`           */
    size_t size;
    enum vb_form form;
    enum vb_language language;
    enum vb_length length;
    struct buf *into;            /* NULL: the file `data`                                    */
    int part;                    /* of `into`                                                */
    const struct vb_companion *more; /* files that are written too                          */
    int n_more;
    const len *height;           /* of the signatures; NULL: where the text ends               */
    vb_reason_sink *tell;
    vb_verdict_sink *judge;
    void *user;
    struct collecting *collecting; /* collect.c                                              */
    const struct drawing_of *drawing; /* svg.c                                                */
    const struct vb_fence *fence; /* fencing.c                                                 */
};

/* chain.c */
const char *home_of(const struct vb *v);
void chain_begin(struct vb *v);
void fonts_wanted(struct vb *v); /* v->fonts are opened */
struct drawing chain_drawing(enum lang lang, enum vb_boxes boxes);

/* guard.c */
int guarded(struct vb *v, int (*step)(struct vb *, const struct request *), const struct request *r);
int tell_end(struct vb *v, enum arena_end why); /* VB_REJECTED */
void tell_message(void *user, const struct log_message *m); /* user: the struct vb; the caller's sink hears it */
void chain_forget(struct vb *v);       /* all that is kept for the next document, too                  */

/* reading.c */
const struct source *read_source(struct vb *v, const struct request *r);
struct bind_options bind_options(struct vb *v);
struct templates *templates_of(struct vb *v, const char *given);
int chain_read(struct vb *v, const struct request *r);
int chain_check(struct vb *v, const struct request *r);

/* stand.c: the nearest there is.                                                             */
len stand_height(double mm);

/* setup.c: what pages depend on beside the data, of a template with its fonts: computed once. */
const char *setup_of(struct vb *v, struct template *t);

/* outputs.c */
struct output *output_begin(struct vb *v, const struct request *r, const char *path);
/* What was begun gets its name. reason: what went wrong beside the file system; NULL: nothing. */
int outputs_end(struct vb *v, const char *reason);
bool output_is_input(const struct vb *v, const char *path);
/* Nothing that is read or signed is written over; and of several files each has a place to itself. */
bool outputs_allowed(struct vb *v, const struct request *r, const char *const *path, int n);

/* writing.c */
int chain_write(struct vb *v, const struct request *r);
struct pdf_options chain_pdf_options(struct vb *v, int part);

/* svg_files.c: of all parts, page by page, as vb_write writes them.                          */
#define SVG_FAMILY "vb-"
struct drawn {                   /* of the pages that are set                                 */
    struct svg_fonts *fonts;
    struct svg_book **book;      /* by part; NULL: not asked for yet                          */
};
struct drawn *svg_drawn_of(struct vb *v);
struct svg_book *svg_book_of(struct vb *v, int part);
int svg_files(const struct vb *v);
const char *svg_file_path(struct vb *v, const char *path, int file);
const char *svg_file(struct vb *v, const struct request *r, const char *path, int file); /* the reason it failed, or NULL */

/* merging.c */
int merge_begin(struct vb *v, const struct request *r);
int merge_add(struct vb *v, const struct request *r);
int merge_end(struct vb *v, const struct request *r);
void merge_abandon(struct vb *v); /* whatever was begun                                    */

#endif
