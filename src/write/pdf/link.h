/* link.h - links: addresses, and places in the document itself ("#id").                       */
#ifndef WRITE_PDF_LINK_H
#define WRITE_PDF_LINK_H

#include "write/pdf/object.h"

/* Page by page, while they are drawn: a mark that leads somewhere, and its tag.               */
void link_note(struct pdf *pdf, int page, const struct mark *m, int tag);

/* The annotations. All pages must exist, since a link may lead forward.                       */
void links_write(struct pdf *pdf);

/* [page /XYZ null y null]: libharu's own destinations refuse to keep the reader's zoom.       */
HPDF_Array destination_new(struct pdf *pdf, int page, len y);

#endif
