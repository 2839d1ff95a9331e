/* overlay.h - what is drawn over a finished page: a content stream of its own behind the page's,
 * which stays as it is, byte for byte. What stands in it is an artifact: seen, not read.       */
#ifndef WRITE_PDF_OVERLAY_H
#define WRITE_PDF_OVERLAY_H

#include "write/pdf/object.h"

struct box { len x, y, right, bottom; };

struct overlay {
    struct pdf *pdf;
    const struct page *page;
    int index;
    struct buf b;
    struct pdf_font *font;       /* of labels; NULL: the document has no letters                 */
    struct box *taken;           /* where no label may stand any more                            */
    int n_taken, room_taken;
};

/* When all pages are written, so that their letters have their codes already.                  */
struct overlay overlay_begin(struct pdf *pdf, int page);
void overlay_end(struct overlay *o);

void overlay_colour(struct overlay *o, const char *rgb, const char *dash);
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
