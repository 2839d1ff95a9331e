/* attach.h - the data in the file that was made from it (ISO 19005-3, 6.8), so that an archive
 * holds both, whatever becomes of its folders.                                                */
#ifndef WRITE_PDF_ATTACH_H
#define WRITE_PDF_ATTACH_H

#include "write/pdf/object.h"

void attach_write(struct pdf *pdf, const struct source *data);

#endif
