/* over.h - the drawing over a finished page (write/over): a content stream of its own behind the page's,
 * which stays as it is, byte for byte. What stands in it is an artifact.                      */
#ifndef WRITE_PDF_OVER_H
#define WRITE_PDF_OVER_H

#include "write/pdf/object.h"

/* When all pages are written, so that their letters have their codes already.                  */
void over_write(struct pdf *pdf, int page);

#endif
