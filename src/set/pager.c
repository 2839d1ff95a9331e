#include "set/pager_sums.h"

struct state {
    int note;                    /* the next page's first note line                         */
    int64_t cost;
    int from_item, from_state;
    bool forced;
};

struct pager {
    struct arena *arena;
    const struct flow *f;
    struct pager_sums sums;
    struct state *state;         /* MAX_OPEN_NOTES for each place 0..n                       */
    int *n_states;
};

/* The cheapest stay; of two, the one with fewer open lines and lower cost wins.             */
static void keep_state(struct pager *p, int place, struct state s)
{
    struct state *list = &p->state[place * MAX_OPEN_NOTES];
    int n = p->n_states[place], at;
    for (int i = 0; i < n; i++)
        if (list[i].note >= s.note && list[i].cost <= s.cost)
            return;
    for (int i = 0; i < n; i++)
        if (s.note >= list[i].note && s.cost <= list[i].cost)
            list[i--] = list[--n];
    at = n;
    if (n == MAX_OPEN_NOTES) {
        at = 0;
        for (int i = 1; i < n; i++)
            at = list[i].cost > list[at].cost ? i : at;
        if (list[at].cost <= s.cost)
            return;
        n--;
    }
    list[at] = s;
    p->n_states[place] = n + 1;
}

static void pages_from(struct pager *p, int i, int from)
{
    const struct state s = p->state[i * MAX_OPEN_NOTES + from];
    bool any = false;
    for (int j = i + 1; may_end(&p->sums, i, j); j++) {
        int m = notes_for(&p->sums, i, j, s.note);
        if (m < 0)
            continue;
        any = true;
        int64_t cost = s.cost + page_cost(&p->sums, i, j, s.note, m);
        keep_state(p, j, (struct state){ m, cost, i, from, false });
    }
    if (!any)
        keep_state(p, i + 1, (struct state){ forced_notes(&p->sums, i, s.note), s.cost + COST_FORCED, i, from, true });
}

struct pager_sums pager_sums(struct arena *a, const struct flow *f)
{
    struct pager_sums p = { f, NEW_N(a, int64_t, f->n + 1), NEW_N(a, int64_t, f->n_notes + 1), NEW_N(a, int64_t, f->n + 1),
                            NEW_N(a, int, f->n_notes + 1) };
    for (int i = 0; i < f->n; i++) {
        p.text[i + 1] = p.text[i] + f->item[i].gap + f->item[i].height;
        p.stretch[i + 1] = p.stretch[i] + f->item[i].stretch;
    }
    for (int k = 0; k < f->n_notes; k++) {
        p.notes[k + 1] = p.notes[k] + f->note[k].gap + f->note[k].height;
        p.start[k] = f->note[k].first || k == 0 ? k : p.start[k - 1];
    }
    return p;
}

/* A document that ends with a note still open gets pages of notes alone: a last resort.      */
static int best_end(const struct pager *p)
{
    const struct flow *f = p->f;
    const struct state *end = &p->state[f->n * MAX_OPEN_NOTES];
    int best = 0;
    int64_t least = INT64_MAX;
    for (int i = 0; i < p->n_states[f->n]; i++) {
        int64_t cost = end[i].cost + (end[i].note < f->n_notes ? COST_FORCED : 0);
        best = cost < least ? i : best;
        least = cost < least ? cost : least;
    }
    return best;
}

static int walk_back(const struct pager *p, int best, struct page_break *out)
{
    int n = 0, place = p->f->n, state = best;
    for (; place; n++) {
        const struct state *s = &p->state[place * MAX_OPEN_NOTES + state];
        const struct state *from = &p->state[s->from_item * MAX_OPEN_NOTES + s->from_state];
        int64_t stretch = s->forced ? 0 : page_stretch(&p->sums, s->from_item, place, from->note, s->note);
        out[n] = (struct page_break){ place, s->note, (len)stretch, s->forced };
        place = s->from_item;
        state = s->from_state;
    }
    REVERSE(struct page_break, out, n);
    return n;
}

static int rest_of_notes(const struct pager *p, struct page_break *out, int n)
{
    const struct flow *f = p->f;
    while (n && out[n - 1].note < f->n_notes) {
        int k = out[n - 1].note, m = k + 1;
        while (m < f->n_notes && pager_notes(&p->sums, k, m + 1) <= f->height)
            m++;
        out[n++] = (struct page_break){ f->n, m, 0, false };
    }
    return n;
}

int pager_break(struct arena *a, const struct flow *flow, struct page_break **out)
{
    struct pager p = { .arena = a, .f = flow, .sums = pager_sums(a, flow) };
    p.state = NEW_N(a, struct state, (flow->n + 1) * MAX_OPEN_NOTES);
    p.n_states = NEW_N(a, int, flow->n + 1);
    p.n_states[0] = 1; /* nothing set yet */
    for (int i = 0; i < flow->n; i++)
        for (int s = 0; s < p.n_states[i]; s++)
            pages_from(&p, i, s);
    *out = NEW_N(a, struct page_break, flow->n + flow->n_notes + 1);
    return rest_of_notes(&p, *out, walk_back(&p, best_end(&p), *out));
}
