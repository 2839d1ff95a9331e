/* boxes.h - render --boxes: outlines and small labels over a finished page (overlay.h).
 *
 * Grey: the text area. Blue: blocks with a role, green: others, violet: what is seen but not read
 * (rules, running matter). Red and dashed: fields. A label says role or element, and the
 * template's file and line.                                                                  */
#ifndef WRITE_OVER_BOXES_H
#define WRITE_OVER_BOXES_H

#include "write/over/overlay.h"

void boxes_draw(struct overlay *o);

#endif
