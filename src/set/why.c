/* why.c - what the pager's choice was made of: the cost of each end, what kept the next thing from
 * the page, and what all pages would cost if it ended one thing earlier or later.
 *
 * For these the pages behind them are set anew, as the pager would: first which states can be
 * reached from there, then, from the end back, the best way on from each.                     */
#include "set/pager_sums.h"

enum { MOST_REACHED = 4 * MAX_OPEN_NOTES }; /* states of one place that are followed           */

struct reached { int note; int64_t cost; }; /* cost: of the best pages from here on; -1: none    */
struct stop { struct reached *state; int n, room; };
struct edge { int item, note; int64_t cost; };

struct ways {
    struct arena *arena;
    struct pager_sums sums;
    struct stop *stop;          /* 0..n                                                      */
    struct edge *edge;           /* of one state at a time                                    */
};

static void reach(struct ways *w, int item, int note)
{
    struct stop *at = &w->stop[item];
    for (int i = 0; i < at->n; i++)
        if (at->state[i].note == note)
            return;
    if (at->n == MOST_REACHED)
        return;
    at->state = arena_grow(w->arena, at->state, at->n + 1, &at->room, sizeof(*at->state));
    at->state[at->n++] = (struct reached){ note, -1 };
}

static int64_t cost_from(const struct ways *w, int item, int note)
{
    const struct stop *at = &w->stop[item];
    for (int i = 0; i < at->n; i++)
        if (at->state[i].note == note)
            return at->state[i].cost;
    return -1;
}

/* Every page that may begin with item i and note line k.                                      */
static int edges_of(struct ways *w, int i, int k)
{
    int n = 0;
    for (int j = i + 1; may_end(&w->sums, i, j); j++) {
        int m = notes_for(&w->sums, i, j, k);
        if (m >= 0)
            w->edge[n++] = (struct edge){ j, m, page_cost(&w->sums, i, j, k, m) };
    }
    if (!n)
        w->edge[n++] = (struct edge){ i + 1, forced_notes(&w->sums, i, k), COST_FORCED };
    return n;
}

static void find_costs(struct ways *w)
{
    const struct flow *f = w->sums.f;
    for (int i = 0; i < f->n; i++)
        for (int s = 0; s < w->stop[i].n; s++)
            for (int e = edges_of(w, i, w->stop[i].state[s].note) - 1; e >= 0; e--)
                reach(w, w->edge[e].item, w->edge[e].note);
    for (int s = 0; s < w->stop[f->n].n; s++)
        w->stop[f->n].state[s].cost = w->stop[f->n].state[s].note < f->n_notes ? COST_FORCED : 0;
    for (int i = f->n - 1; i >= 0; i--)
        for (int s = 0; s < w->stop[i].n; s++) {
            struct reached *from = &w->stop[i].state[s];
            for (int e = edges_of(w, i, from->note) - 1; e >= 0; e--) {
                int64_t rest = cost_from(w, w->edge[e].item, w->edge[e].note);
                if (rest >= 0 && (from->cost < 0 || w->edge[e].cost + rest < from->cost))
                    from->cost = w->edge[e].cost + rest;
            }
        }
}

/* ---- what forbids a page --------------------------------------------------------------------- */

/* The fewest note lines that must stand on a page of these items.                              */
static int least_notes(const struct pager_sums *p, int items, int k)
{
    int all = called(p->f, items);
    if (all <= k)
        return all;
    int begin = p->start[all - 1] > k ? p->start[all - 1] : k;
    return all - begin >= 2 * SPLIT_LINES ? begin + SPLIT_LINES : all;
}

static len lacking(const struct pager_sums *p, int i, int j, int k, int notes)
{
    int64_t over = text_height(p, i, j) + (notes > k ? pager_notes(p, k, notes) : 0) - p->f->height;
    return over > LEN_MAX ? LEN_MAX : over < 0 ? 0 : (len)over;
}

/* Why no page from i ends with item j - 1.                                                       */
static enum hold forbidden(const struct pager_sums *p, int i, int j, int k, len *missing)
{
    *missing = lacking(p, i, j, k, least_notes(p, j - 1, k));
    if (*missing)
        return p->f->item[j - 1].row ? HOLD_ROW : HOLD_TALL;
    *missing = lacking(p, i, j, k, least_notes(p, j, k));
    return HOLD_NOTE;
}

/* What keeps item j from a page that begins with i: itself, or what is tied to it.               */
static void find_hold(const struct pager_sums *p, int i, int j, int k, struct page_why *out)
{
    const struct flow *f = p->f;
    int end = j + 1;
    if (notes_for(p, i, j + 1, k) < 0) {
        out->hold = forbidden(p, i, j + 1, k, &out->missing);
        return;
    }
    while (end < f->n && f->item[end].penalty > 0)
        end++;
    if (end == j + 1 || notes_for(p, i, end, k) >= 0)
        return;
    forbidden(p, i, end, k, &out->missing);
    out->hold = f->item[j + 1].hold;
    for (int e = j + 1; e < end; e++)
        if (f->item[e].hold == HOLD_END)
            out->hold = HOLD_END; /* it says more than what ties the lines that it takes along */
}

/* ---- the other ends ----------------------------------------------------------------------------- */

/* before: the cost of all pages before this one.                                                */
static struct other_end other(const struct ways *w, struct page_break from, int j, int64_t before)
{
    const struct flow *f = w->sums.f;
    struct other_end o = { .why = HOLD_EDGE, .cost = -1 };
    if (j <= from.item || j > f->n)
        return o;
    int m = notes_for(&w->sums, from.item, j, from.note);
    if (m < 0) {
        o.why = forbidden(&w->sums, from.item, j, from.note, &o.missing);
        return o;
    }
    int64_t rest = cost_from(w, j, m);
    o.possible = true;
    o.why = j < f->n && f->item[j].penalty > 0 ? f->item[j].hold : HOLD_NONE;
    o.cost = rest < 0 ? -1 : before + page_cost(&w->sums, from.item, j, from.note, m) + rest;
    return o;
}

static void reach_other(struct ways *w, struct page_break from, int j)
{
    int m = j > from.item && j <= w->sums.f->n ? notes_for(&w->sums, from.item, j, from.note) : -1;
    if (m >= 0)
        reach(w, j, m);
}

static int64_t cost_of(const struct ways *w, struct page_break from, struct page_break to)
{
    if (to.item == from.item)
        return 0; /* notes alone */
    return to.forced ? COST_FORCED : page_cost(&w->sums, from.item, to.item, from.note, to.note);
}

/* How many gaps grew.                                                                            */
static int grown(const struct flow *f, int from, const struct page_break *end)
{
    int n = 0;
    for (int i = from + 1; end->stretch && i < end->item; i++)
        n += f->item[i].stretch > 0;
    return n;
}

void pager_explain(struct arena *a, const struct flow *f, const struct page_break *end, int n, struct page_why *out)
{
    struct ways w = { a, pager_sums(a, f), NEW_N(a, struct stop, f->n + 1), NEW_N(a, struct edge, f->n + 1) };
    int64_t before = 0, all = 0;
    for (int i = 0; i < n; i++) {
        struct page_break from = i ? end[i - 1] : (struct page_break){ 0 };
        all += cost_of(&w, from, end[i]);
        if (end[i].item < f->n) {
            reach_other(&w, from, end[i].item - 1);
            reach_other(&w, from, end[i].item + 1);
        }
    }
    find_costs(&w);
    for (int i = 0; i < n; i++) {
        struct page_break from = i ? end[i - 1] : (struct page_break){ 0 };
        int64_t blank = f->height - (end[i].item > from.item ? text_height(&w.sums, from.item, end[i].item) : 0) -
                        pager_notes(&w.sums, from.note, end[i].note) - end[i].stretch;
        struct page_why *why = &out[i];
        *why = (struct page_why){ .blank = blank > 0 ? (len)blank : 0, .stretch = end[i].stretch,
                                  .gaps = grown(f, from.item, &end[i]), .cost = cost_of(&w, from, end[i]), .all = all,
                                  .hold = HOLD_EDGE, .earlier = { .why = HOLD_EDGE, .cost = -1 }, .later = { .why = HOLD_EDGE, .cost = -1 } };
        if (end[i].item < f->n) {
            why->hold = HOLD_NONE;
            find_hold(&w.sums, from.item, end[i].item, from.note, why);
            why->earlier = other(&w, from, end[i].item - 1, before);
            why->later = other(&w, from, end[i].item + 1, before);
        }
        before += why->cost;
    }
}
