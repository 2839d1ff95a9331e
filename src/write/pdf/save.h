/* save.h - the objects as a file.
 *
 * libharu's own saving loses what fclose says, and knows neither object streams nor streams of
 * cross-references (ISO 32000-1, 7.5.7 and 7.5.8), in which the elements of the structure tree
 * take a tenth of the room. PDF 1.4 has neither. Nor can it write what is whole and forget it. */
#ifndef WRITE_PDF_SAVE_H
#define WRITE_PDF_SAVE_H

#include "write/pdf/object.h"

#include "base/output.h"

void save_open(struct pdf *pdf, struct output *out);

/* Writes what has been made and is not kept (object_keep), and frees it.                        */
void save_document(struct pdf *pdf);

/* All the rest, and where everything stands.                                                   */
void save_finish(struct pdf *pdf);

#endif
