/* late.h - text that depends on pages: it is set as if the pages were those of the round before.
 *
 * Lines are broken with the room kept for a late text, which only grows from round to round; what
 * the text leaves of it its line takes back. So what is filled in moves nothing, and the rounds
 * come to rest: mostly the second one is the last. A document without late text has one round.  */
#ifndef SET_LATE_H
#define SET_LATE_H

#include "set/slab.h"

struct late *late_new(struct arena *a, const struct doc *doc);

/* What a run of kind LATE, a note's mark prints, as far as it is known.                         */
const char *late_text(struct set *s, const struct run *r);
const char *late_mark(struct set *s, const struct note *note);
/* The room for a text so wide; says when that is more than its run gives it.                    */
len late_room(struct set *s, const struct run *r, len width);

/* While a page is made: it begins; what stands on it is taken; in a repeated head, whose marks
 * begin with `from`, page numbers become this page's.                                           */
void late_page(struct set *s);
void late_take(struct set *s, const struct slab *all, int number);
void late_repeat(const struct set *s, struct slab *all, int from, int number);

/* At the end of a round: was all that was filled in true of these pages? Else there is a further
 * one; says when there were enough.                                                              */
bool late_settled(struct late *late, struct log *log, const struct pages *pages);

#endif
