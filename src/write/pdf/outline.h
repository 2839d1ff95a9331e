/* outline.h - the outline of the document at hand, or of one in a file of several.             */
#ifndef WRITE_PDF_OUTLINE_H
#define WRITE_PDF_OUTLINE_H

#include "write/pdf/object.h"

/* Below `top`, an entry or the outline's root.                                                  */
void outline_put(struct pdf *pdf, HPDF_Dict top);

/* The file's, when its only document has one.                                                   */
void outline_write(struct pdf *pdf);

#endif
