/* pager_sums.h - how tall a page is, whether it may end somewhere and what that costs: what the
 * pager chooses by, and what its choice is explained by; inline for the sake of its inmost loop. */
#ifndef SET_PAGER_SUMS_H
#define SET_PAGER_SUMS_H

#include "set/pager.h"

enum {
    SPLIT_LINES = 2,             /* of a note, on either side of a page's end               */
    COST_POINT = 50,             /* of empty page                                           */
    COST_EARLY = 10,             /* of it on the first page, more than on the last          */
    COST_STRETCHED = 45,         /* of it where gaps take it up: little less, lest what they
                                  * cannot take gathers on one page so that others are even   */
    COST_SPLIT = 50 * COST_POINT,
    COST_FORCED = 100 * 1000 * 1000,
};

struct pager_sums {
    const struct flow *f;
    int64_t *text, *notes;       /* sums of gap and height before item i, line k             */
    int64_t *stretch;            /* sums before item i                                      */
    int *start;                  /* of line k: first line of its note                        */
};

struct pager_sums pager_sums(struct arena *a, const struct flow *f);

static inline int called(const struct flow *f, int items) { return items ? f->item[items - 1].notes : 0; }

static inline int64_t text_height(const struct pager_sums *p, int from, int to)
{
    if (from == to)
        return 0;
    return p->text[to] - p->text[from] - p->f->item[from].gap + p->f->item[from].head + p->f->item[to - 1].foot;
}

static inline int64_t pager_notes(const struct pager_sums *p, int from, int to)
{
    return from == to ? 0 : p->notes[to] - p->notes[from] - p->f->note[from].gap + p->f->above_notes;
}

/* A note may be split before line m: enough of it on this page, which has its lines from k
 * on, and enough on the next.                                                               */
static inline bool may_split(const struct pager_sums *p, int k, int m, int all)
{
    int begin = p->start[m] > k ? p->start[m] : k, end = m;
    while (end < all && p->start[end] == p->start[m])
        end++;
    return p->start[m] != m && m - begin >= SPLIT_LINES && end - m >= SPLIT_LINES;
}

/* The most note lines [k, m) for a page with items [i, j); -1: it cannot be.                */
static inline int notes_for(const struct pager_sums *p, int i, int j, int k)
{
    int all = called(p->f, j);
    int64_t room = p->f->height - text_height(p, i, j);
    if (room >= pager_notes(p, k, all))
        return all;
    /* Only the note that is called last may go on. */
    for (int m = all - 1; m > k && m > p->start[all - 1]; m--)
        if (room >= pager_notes(p, k, m) && may_split(p, k, m, all))
            return m;
    return -1;
}

/* Where it cannot, no longer page can.                                                      */
static inline bool may_end(const struct pager_sums *p, int i, int j)
{
    return j <= p->f->n && text_height(p, i, j) - p->f->item[j - 1].foot <= p->f->height;
}

/* Of a page that ends before item j: what its gaps grow by so that it ends at the bottom, or its
 * notes begin right below its text. A gap that cannot do it stays as the template wants it: the
 * page would be neither even at its end nor like its neighbours. A section's last is left alone. */
static inline int64_t page_stretch(const struct pager_sums *p, int i, int j, int k, int m)
{
    int64_t most = i < j ? p->stretch[j] - p->stretch[i + 1] : 0;
    if (most == 0 || j == p->f->n)
        return 0;
    int64_t blank = p->f->height - text_height(p, i, j) - pager_notes(p, k, m);
    return blank > 0 && blank <= most ? blank : 0;
}

/* Empty room costs the same wherever it is, a little more on earlier pages: what must be left
 * empty gathers on one page near the end instead of a line on each. What a page's end changes
 * (a gap that vanishes on top, a head again, room above notes) is not counted: else a page
 * stays short for the sake of a paragraph's gap.                                            */
static inline int64_t page_cost(const struct pager_sums *p, int i, int j, int k, int m)
{
    const struct flow *f = p->f;
    int64_t cost = m < called(f, j) ? COST_SPLIT : 0;
    if (j == f->n && m == called(f, j))
        return cost;
    int64_t blank = f->height - (p->text[j] - p->text[i]) - (p->notes[m] - p->notes[k]);
    cost += (blank * COST_POINT + blank * COST_EARLY * (f->n - j) / f->n) / PT(1);
    cost -= page_stretch(p, i, j, k, m) * (COST_POINT - COST_STRETCHED) / PT(1);
    return cost + (j < f->n ? f->item[j].penalty : 0);
}

/* Nothing legal begins with i: it alone, with the note lines that find room.                */
static inline int forced_notes(const struct pager_sums *p, int i, int k)
{
    int all = called(p->f, i + 1), m = k;
    while (m < all && text_height(p, i, i + 1) + pager_notes(p, k, m + 1) <= p->f->height)
        m++;
    return m;
}

#endif
