/* book.h - several documents in one file: each is a branch of its outline and of its structure tree,
 * and has a stretch of its pages to itself.                                                    */
#ifndef WRITE_PDF_BOOK_H
#define WRITE_PDF_BOOK_H

#include "write/pdf/tree.h"

struct pdf_book {
    const char *title, *lang;
    int documents;
    /* the structure: what the next document's keys and names begin with */
    HPDF_Dict root, whole;       /* StructTreeRoot, and the element that all are parts of       */
    struct buf parts;            /* references to them                                          */
    struct pdf_tree parents, notes;
    int keys, elements;
    /* the outline */
    HPDF_Dict outline, entry;    /* its root; the last document's, whose next is not known      */
    struct buf words[2];         /* of the last one and of the one before                       */
    unsigned first;
};

void book_open(struct pdf *pdf, const char *title);
void book_add(struct pdf *pdf); /* the outline of the document at hand, below an entry of its own  */
void book_finish(struct pdf *pdf);

#endif
