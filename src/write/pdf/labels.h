/* labels.h - what readers show for a page's number (ISO 32000-1, 12.4.2).                       */
#ifndef WRITE_PDF_LABELS_H
#define WRITE_PDF_LABELS_H

#include "write/pdf/object.h"

void labels_open(struct pdf *pdf);

/* Of the document at hand, whose first page is this one of the file.                           */
void labels_add(struct pdf *pdf, int first);
void labels_finish(struct pdf *pdf);

#endif
