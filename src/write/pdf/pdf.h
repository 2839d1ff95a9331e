/* pdf.h - pages as a PDF. This folder alone knows libharu, which serves as a store of
 * objects and as the file's writer; fonts, text and streams are made here, since those of
 * libharu 2.3.0 are large, slow, or not valid (its ToUnicode is none).                     */
#ifndef WRITE_PDF_PDF_H
#define WRITE_PDF_PDF_H

#include "base/output.h"
#include "page.h"

/* boxes: outlines of what the template placed (boxes.h). False: libharu or a font failed; *reason says how. What the file system refuses is kept
 * in the output.                                                                            */
bool pdf_write(struct arena *a, const struct pages *pages, bool boxes, struct output *out, const char **reason);

#endif
