/* section.h - one section on its way onto pages: pages.c sets what it holds and asks the pager for
 * breaks, place.c makes its pages.                                                            */
#ifndef SET_SECTION_H
#define SET_SECTION_H

#include "set/late.h"
#include "set/pager.h"
#include "set/slab.h"

enum {
    ROUNDING = PT(0.1),          /* a page is not left short for what no ruler can see       */
};

struct section_set {
    const struct section *section;
    struct slabs text, notes;
    struct flow_item *item;
    struct note_line *line;
    const struct note **begun;   /* the note that begins with line k, or NULL               */
    len foot;                    /* what the first page's foot takes of the text's height    */
};

static inline len section_width(const struct section *s) { return s->width - s->left - s->right; }
static inline len section_height(const struct section *s) { return s->height - s->top - s->bottom; }

static inline len room_above_notes(const struct set *s) { return s->doc->note_gap + NOTE_RULE_THICKNESS + NOTE_RULE_SPACE; }

/* stand.c: what was on the page at hand when the block began that may be asked to stand at a height,
 * and when the page's text ended.                                                              */
struct standing { bool there; int mark, field, outline, end_mark, end_field, end_outline; };

/* Whether slabs[0 .. n), the rest of a page, begin with that block.                              */
bool stand_begins(const struct set *s, const struct slab *slab, int n);
/* With so much room below the text the block goes down to the height that was asked for, and all
 * text below it; nothing else.                                                                 */
void stand_settle(struct set *s, struct mark *marks, const struct standing *at, len room);
void stand_missed(struct set *s); /* at the end: says that there is no such block                  */

/* place.c: one page; what the first page's foot takes of the text area.                        */
void place_page(struct set *s, const struct section_set *sec, int index, struct page_break from, struct page_break to);
len room_for_foot(struct set *s, const struct section *section);

#endif
