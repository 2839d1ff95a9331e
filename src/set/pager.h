/* pager.h - slabs and lines of notes into pages: arithmetic only.
 *
 * Total fit over the whole section, as for paragraphs: a page is judged by the room it
 * leaves, by the penalty of what the next one begins with, and by a note that it splits.
 * Gaps that may grow take up the room that a page would leave, when they can take all of it.
 * A note's first lines stand on the page of its mark; the rest may go on, two lines at
 * least on either side. A state is a place between two slabs and the note line that the
 * next page begins with; of one place the MAX_OPEN_NOTES best are kept alive.             */
#ifndef SET_PAGER_H
#define SET_PAGER_H

#include "page.h"

struct flow_item {
    len gap, height;             /* gap vanishes on top of a page                          */
    len stretch;                 /* the most that gap may grow by, for a page's end to be even */
    len head;                    /* what is repeated above it there                        */
    len foot;                    /* what stands below it at the end of a page               */
    int penalty;                 /* of a page that begins with it                          */
    int notes;                   /* note lines of all notes called up to here, this included */
    enum hold hold;              /* what the penalty is for; not looked at by pager_break    */
    bool row;
};

struct note_line { len gap, height; bool first; };

struct flow {
    const struct flow_item *item;
    const struct note_line *note;
    int n, n_notes;
    len height;                  /* of a page                                              */
    len above_notes;             /* room between text and the first note                    */
};

/* Ends (not included) of the page in items and in note lines; what its gaps grow by, together. */
struct page_break { int item, note; len stretch; bool forced; };

/* Returns how many pages; *out lives in the arena. A page whose first item does not fit
 * with what belongs to it takes it all the same and is `forced`.                            */
int pager_break(struct arena *a, const struct flow *flow, struct page_break **out);

/* why.c: what each of these n pages cost, what kept the next thing from it, and what its end
 * one thing earlier or later would have cost.                                               */
void pager_explain(struct arena *a, const struct flow *flow, const struct page_break *end, int n,
                   struct page_why *out);

#endif
