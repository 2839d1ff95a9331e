/* link.h - links: addresses, and places in the document itself ("#id").                       */
#ifndef WRITE_PDF_LINK_H
#define WRITE_PDF_LINK_H

#include "write/pdf/object.h"

/* The annotations of one page. All pages must exist, since a link may lead forward.           */
void links_write(struct pdf *pdf, int page);

/* [page /XYZ null y null]: libharu's own destinations refuse to keep the reader's zoom.       */
HPDF_Array destination_new(struct pdf *pdf, int page, len y);

#endif
