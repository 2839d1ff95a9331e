/* link.h - links: addresses, and places in the document itself ("#id").                       */
#ifndef WRITE_PDF_LINK_H
#define WRITE_PDF_LINK_H

#include "write/pdf/object.h"

enum link_kind { LINK_WORDS, LINK_CALL, LINK_LABEL }; /* a note's mark in the text, at the foot  */

struct pdf_link {
    struct pdf_link *next;
    const struct mark *mark;
    int page, tag;
    enum link_kind kind;
    int note;                    /* CALL, LABEL: the note's element; each leads to the other    */
};

/* link.c: page by page, while they are drawn: a mark that leads somewhere.                            */
void link_add(struct pdf *pdf, struct pdf_link link);
const struct pdf_link *link_end(const struct pdf *pdf, int note, enum link_kind kind); /* or NULL */

/* annotate.c: the annotations. All pages must exist, since a link may lead forward.                       */
void links_write(struct pdf *pdf);

/* [page /XYZ null y null]: libharu's own destinations refuse to keep the reader's zoom.       */
HPDF_Array destination_new(struct pdf *pdf, int page, len y);

#endif
