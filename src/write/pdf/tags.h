/* tags.h - the structure tree while it is made: tag.c adds to it as pages are drawn, structure.c
 * writes it when they all are.                                                                 */
#ifndef WRITE_PDF_TAGS_H
#define WRITE_PDF_TAGS_H

#include "write/pdf/tag.h"

enum tag_kind {
    TAG_DOCUMENT, TAG_SECT, TAG_DIV, TAG_H, TAG_P, TAG_TABLE, TAG_TR, TAG_TH, TAG_TD, TAG_NOTE, TAG_FORM, TAG_FIGURE,
    TAG_L, TAG_LI, TAG_LBODY,
    TAG_NONE,                    /* ELEMENT_ARTIFACT: the kinds so far are those of page.h      */
    TAG_LINK, TAG_REFERENCE, TAG_LBL,
};

enum { MOST_HEADING = 6 };

enum kid_kind { KID_TAG, KID_CONTENT, KID_ANNOTATION };

struct kid {
    struct kid *next;
    enum kid_kind kind;
    int page;                    /* of content and annotations                                 */
    unsigned n;                  /* a tag's index, an MCID, an annotation's object              */
};

struct pdf_tag {
    enum tag_kind kind;
    int parent, level;           /* index; of a heading, as it is written                       */
    int page;                    /* of its first content, -1: none                             */
    bool in_tree;
    unsigned number;             /* its object's, when all are known                           */
    int mcid;                    /* when content is its first kid, which most cells have alone, else -1 */
    struct kid *kids, *last;     /* the others                                                */
};

struct page_tags { int *tag, n, room; }; /* of a page's content, by MCID                        */

struct pdf_tags {
    struct pdf_tag *tag;         /* those of the elements first, with their indexes             */
    int n, room;
    int heading[MOST_HEADING], depth; /* levels of the headings that the last one is below, and its own */
    int last_link;               /* the tag of the link that marks are in, while they are       */
    const char *href;
    int key, name;               /* the first page's in the tree of parents; from which notes' names count */
    struct page_tags *pages;
    int *annotated, n_annotated, room_annotated; /* tags of annotations, whose keys follow the pages' */
    HPDF_Dict root, parents, notes; /* the trees of elements, of their contents, of notes' names: in a
                                  * file of several documents a leaf of each, or none            */
    int first_note, last_note;   /* in that leaf                                                */
};

void tag_attach(struct pdf *pdf, int tag); /* into the tree, and all that it is part of          */
void tag_add_kid(struct pdf *pdf, int tag, struct kid kid);
void tag_put_name(const struct pdf_tag *t, struct buf *b);

/* Rows and cells stand as they were made, empty ones too, and so do fields among words:
 * tags_finish sees to that.                                                                    */
static inline bool tag_is_table(enum tag_kind kind) { return kind == TAG_TABLE || kind == TAG_TR; }
static inline bool tag_is_ordered(enum tag_kind kind) { return tag_is_table(kind) || kind == TAG_DIV; }

#endif
