/* draw.c - which drawing is wanted.                                                             */
#include "write/over/boxes.h"
#include "write/over/measure.h"

void overlay_draw(struct overlay *o, struct drawing what)
{
    overlay_thickness(o, PT(0.3));
    if (what.what == DRAW_BOXES)
        boxes_draw(o);
    else if (what.what == DRAW_MEASURES)
        measure_draw(o, what.lang);
}
