/* measure.h - render --boxes=mm: the dimension drawing over a finished page (overlay.h).
 *
 * Rulers along the paper's edges, the margins, the numbers that the decree's drawing gives to its
 * boxes ("ô 5a") with the size of their type, and lengths in millimetres: along, from letter to
 * letter; down, from baseline to baseline; rules, frames and tables by their edges. A length is
 * the difference of two places that the page dump tells. What finds no free room is left out.   */
#ifndef WRITE_OVER_MEASURE_H
#define WRITE_OVER_MEASURE_H

#include "write/over/things.h"
#include "base/log.h"

struct measure {
    struct overlay *o;
    enum lang lang;
    struct things things;
};

void measure_draw(struct overlay *o, enum lang lang);

/* measure_label.c: lines with ticks at their ends, and their labels.                            */
#define MEASURE_SIZE PT(5.5)
#define MEASURE_HEIGHT PT(4.7)   /* of a label: of its figures, and a little air                  */
#define MEASURE_BLUE TINT(16, 36, 58)
#define MEASURE_PALE TINT(72, 79, 87)
#define MEASURE_RED TINT(70, 22, 16)
#define MEASURE_GREEN TINT(16, 42, 28)

const char *measure_mm(const struct measure *m, len l); /* "12,5"; whole ones without a comma    */
void measure_across(struct measure *m, len x, len to_x, len y); /* the label stands on the line   */
void measure_width(struct measure *m, struct box box); /* above or below, else beside            */
void measure_columns(struct measure *m, struct box table, const len *edge, int n);
void measure_line(struct measure *m, len x, len y, len to_x, len to_y); /* bare, with ticks        */
bool measure_label(struct measure *m, const struct corner *corner, int n, const char *text);
void measure_put(struct measure *m, struct box place, const char *text);

/* measure_down.c: the chains of lengths down the page.                                          */
void measure_down(struct measure *m);
void measure_keep_down(struct measure *m); /* keeps the room that they will take                */

/* measure_tags.c                                                                                */
void measure_fields(struct measure *m); /* their outlines                                       */
void measure_tags(struct measure *m);

/* measure_rulers.c                                                                              */
void measure_margins(struct measure *m);
void measure_rulers(struct measure *m);

#endif
