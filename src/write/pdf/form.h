/* form.h - fields for signatures, unsigned: what a signing tool fills without moving anything.
 * Those for paper have none, nor has a file of several documents.                             */
#ifndef WRITE_PDF_FORM_H
#define WRITE_PDF_FORM_H

#include "write/pdf/object.h"

/* When all pages exist.                                                                       */
void form_write(struct pdf *pdf);

#endif
