/* save.h - the objects as a file.
 *
 * libharu's own saving loses what fclose says, and knows neither object streams nor streams of
 * cross-references (ISO 32000-1, 7.5.7 and 7.5.8), in which the elements of the structure tree
 * take a tenth of the room. PDF 1.4 has neither.                                              */
#ifndef WRITE_PDF_SAVE_H
#define WRITE_PDF_SAVE_H

#include "write/pdf/object.h"

#include "base/output.h"

void pdf_save(struct pdf *pdf, struct output *out);

#endif
