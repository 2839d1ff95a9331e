/* meta.h - what the file says of itself: document information, the same as XMP (ISO 16684-1)
 * with the standards it keeps, the colours' output intent, the language.                      */
#ifndef WRITE_PDF_META_H
#define WRITE_PDF_META_H

#include "write/pdf/object.h"

void meta_write(struct pdf *pdf);

#endif
