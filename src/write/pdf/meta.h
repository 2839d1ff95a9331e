/* meta.h - what the file says of itself: document information, the same as XMP (ISO 16684-1)
 * with the standards that it keeps, the colours' output intent, the language.                      */
#ifndef WRITE_PDF_META_H
#define WRITE_PDF_META_H

#include "write/pdf/object.h"

void meta_write(struct pdf *pdf);

const char *pdf_date(struct pdf *pdf); /* the file's, if it has one */

#endif
