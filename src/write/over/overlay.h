/* overlay.h - what is drawn over a finished page, which stays as it is: seen, not read. How a line or
 * a letter is drawn is the writer's, who lends its ink; where they stand is the same for all.  */
#ifndef WRITE_OVER_OVERLAY_H
#define WRITE_OVER_OVERLAY_H

#include "base/log.h"
#include "page.h"

struct box { len x, y, right, bottom; };

struct tint { int r, g, b; };    /* per cent                                                  */
#define TINT(r, g, b) ((struct tint){ r, g, b })
enum dash { SOLID, DASHED, DASHED_LONG }; /* on and off: 2 and 1.5 points, 3 and 2             */

struct ink {                     /* lengths are page.h's: from the paper's upper left corner   */
    void (*colour)(void *to, struct tint tint, enum dash dash); /* of all that follows           */
    void (*thickness)(void *to, len thickness);
    void (*box)(void *to, struct box box);
    void (*line)(void *to, len x, len y, len to_x, len to_y);
    void (*text)(void *to, len x, len y, len size, const char *text);
};

struct overlay {
    const struct pages *pages;
    const struct page *page;
    int index;
    struct arena *scratch;
    const struct face *face;     /* of labels; NULL: the document has no letters                 */
    const struct ink *ink;
    void *to;                    /* the ink's                                                  */
    struct box *taken;           /* where no label may stand any more                            */
    int n_taken, room_taken;
};

/* What is drawn: nothing, outlines (boxes.h), lengths (measure.h) with words of a language.      */
struct drawing { enum { DRAW_NOTHING, DRAW_BOXES, DRAW_MEASURES } what; enum lang lang; };
void overlay_draw(struct overlay *o, struct drawing what);

void overlay_colour(struct overlay *o, struct tint tint, enum dash dash);
void overlay_thickness(struct overlay *o, len thickness); /* 0.3 points at first                  */
void overlay_box(struct overlay *o, struct box box);
void overlay_line(struct overlay *o, len x, len y, len to_x, len to_y);

/* x, y: where the baseline begins.                                                              */
void overlay_text(struct overlay *o, len x, len y, len size, const char *text);
len overlay_width(const struct overlay *o, len size, const char *text);

void overlay_take(struct overlay *o, struct box box);
const struct box *overlay_taken(const struct overlay *o, struct box box); /* NULL: it is free     */

/* The free place of this size that is nearest to one of the corners; false: none is near.       */
struct corner { len x, y; };
bool overlay_near(const struct overlay *o, const struct corner *corner, int n, len width, len height, struct box *place);

struct box mark_box(const struct mark *m); /* with the letters' ascent and descent             */
void box_widen(struct box *all, struct box more);

/* A table and a note are drawn as a whole: the element that stands for this one.                */
int overlay_whole(const struct pages *pages, int element);
bool overlay_belongs(const struct pages *pages, int element, int to); /* a table and its lines are one */

#endif
