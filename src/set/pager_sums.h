/* pager_sums.h - how tall a page is, whether it may end somewhere and what that costs: what the
 * pager chooses by, and what its choice is explained by.                                     */
#ifndef SET_PAGER_SUMS_H
#define SET_PAGER_SUMS_H

#include "set/pager.h"

enum {
    SPLIT_LINES = 2,             /* of a note, on either side of a page's end               */
    COST_FORCED = 100 * 1000 * 1000,
};

struct pager_sums {
    const struct flow *f;
    int64_t *text, *notes;       /* sums of gap and height before item i, line k             */
    int *start;                  /* of line k: first line of its note                        */
};

struct pager_sums pager_sums(struct arena *a, const struct flow *f);

static inline int called(const struct flow *f, int items) { return items ? f->item[items - 1].notes : 0; }

int64_t text_height(const struct pager_sums *p, int from, int to);
int64_t pager_notes(const struct pager_sums *p, int from, int to);

/* The most note lines [k, m) for a page with items [i, j); -1: it cannot be.                */
int notes_for(const struct pager_sums *p, int i, int j, int k);

/* Where it cannot, no longer page can.                                                      */
static inline bool may_end(const struct pager_sums *p, int i, int j)
{
    return j <= p->f->n && text_height(p, i, j) - p->f->item[j - 1].foot <= p->f->height;
}

int64_t page_cost(const struct pager_sums *p, int i, int j, int k, int m);

/* Nothing legal begins with i: it alone, with the note lines that find room.                */
int forced_notes(const struct pager_sums *p, int i, int k);

#endif
