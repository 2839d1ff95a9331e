/* boxes.h - render --boxes: outlines and small labels over a finished page, in a content stream of
 * their own behind the page's, which stays as it is, byte for byte.
 *
 * Grey: the text area. Blue: blocks with a role, green: others, violet: what is seen but not read
 * (rules, running matter). Red and dashed: fields. A label says role or element, and the
 * template's file and line.                                                                  */
#ifndef WRITE_PDF_BOXES_H
#define WRITE_PDF_BOXES_H

#include "write/pdf/object.h"

/* When all pages are written, so that their letters have their codes already.               */
void boxes_write(struct pdf *pdf, int page);

#endif
