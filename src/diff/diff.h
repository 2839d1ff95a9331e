/* diff.h - what is different between the pages of two documents.
 *
 *     struct diff *d = diff_make(&a, &b);         both have been set (vb_set)
 *     json_object *report = diff_json(d);         or diff_page: one file to look at; diff_tell: lines to read
 *     diff_free(d);
 *
 * The words of the text and of the notes are aligned over the whole documents, however pages end; pages are then
 * put side by side by the words they share. What is the page's own (numbers, headers) is compared page by page. */
#ifndef DIFF_DIFF_H
#define DIFF_DIFF_H

#include "base/buf.h"
#include "vanban.h"

#include <json-c/json.h>
#include <stdio.h>

enum { DIFF_A, DIFF_B };

enum diff_kind {
    DIFF_CHANGED, DIFF_ADDED, DIFF_REMOVED, /* words and pictures                                */
    DIFF_LOOK,                   /* the same words in another font, size, colour                */
    DIFF_MOVED,                  /* the same blocks elsewhere on their pages, or on other ones   */
    DIFF_REFLOWED,               /* where they were, but their lines end elsewhere              */
    DIFF_RUNNING,                /* the page's own words                                        */
    DIFF_RULES,                  /* lines that are drawn                                        */
    DIFF_PAPER,                  /* a page's size                                               */
    DIFF_KINDS
};
extern const char *const diff_kind_names[DIFF_KINDS]; /* "changed" ...                          */

struct diff_box { int page; double x, y, width, height; }; /* page: from 0, of its document; mm   */

struct diff_part {               /* of a change, on one side                                    */
    struct diff_box *box;        /* by line; of what moved, by page                             */
    int n;
    const char *text;            /* of words; NULL: none                                        */
    int words;
    const char *look;            /* LOOK: "LiberationSerif-Bold 14"                             */
    const char *before, *after;  /* a few words round it                                        */
    struct vb_place at, wanted;  /* its first word's, in the data or template; the template's element */
};

struct diff_change {
    enum diff_kind kind;
    struct diff_part side[2];    /* a side without it has n == 0                                 */
    int row;                     /* of the pages side by side, where it is seen first              */
    int blocks;                  /* MOVED, REFLOWED                                             */
    bool notes;                  /* they are footnotes                                          */
    double right, down;          /* MOVED: mm, where all went the same way on their pages; else 0    */
    bool elsewhere;              /* MOVED: to another place in the text                          */
};

struct diff_row { int page[2]; }; /* side by side; from 0, -1: none                               */

struct diff_document {
    struct vb *v;
    const char *name;            /* as people know it                                           */
    const void *kept;            /* in place of v: what diff_keep made, at eight bytes; NULL: v   */
};

struct diff {
    struct arena arena;
    struct diff_document of[2];
    struct diff_change *change;  /* as they come in the pages                                   */
    int n, room;
    struct diff_row *row;
    int n_rows;
    int n_pages[2];
    int count[DIFF_KINDS];       /* changes                                                     */
    int words[2];                /* A: gone, B: new                                             */
    int blocks_moved, blocks_reflowed;
};

/* The documents are borrowed. One part each (without options.split).                            */
struct diff *diff_make(const struct diff_document *a, const struct diff_document *b);
void diff_free(struct diff *d);

/* All that diff_make wants of a document that is set, as bytes: for another process of this program, and for when the
 * document has gone.                                                                              */
void diff_keep(struct vb *v, struct buf *to);

/* {"kind":"diff", "a":{...}, "b":{...}, counts, "rows":[[1,1],[null,2]], "changes":[...]}; the caller's. */
json_object *diff_json(const struct diff *d);
json_object *diff_json_change(const struct diff *d, int change);

/* Sentences, in Vietnamese or English; in the arena of the diff.                                */
const char *diff_headline(struct diff *d, bool english);
const char *diff_sentence(struct diff *d, int change, bool english);

/* One file of HTML that needs nothing else. False: a font cannot be embedded (the document has told).  */
bool diff_page(struct diff *d, bool english, struct buf *out);

/* vanban diff: sets both, writes the page, prints the changes. The exit status.                  */
struct diff_options {
    struct vb_options vb;
    const char *data[2], *template_path[2];
    const char *output;          /* NULL: no page                                               */
    FILE *to;                    /* where changes are printed; NULL: nowhere                      */
    bool json, english;
};
int diff_run(const struct diff_options *o);

#endif
