/* rows.c - pages side by side: by their numbers, but where pages were put in or taken out those that show the same
 * words at the same height.                                                                            */
#include "diff/compare.h"

#include <math.h>

enum { MOST_CELLS = 16 * 1000 * 1000 }; /* of the table; beyond it pages go by their numbers             */

struct table { int n, m, *shared, *best; };

static int *cell(const struct table *t, int *of, int i, int k) { return &of[(size_t)i * (size_t)(t->m + 1) + (size_t)k]; }

static const double SAME_HEIGHT = 25; /* mm                                                             */

/* What was pushed down by half a page is looked for on the next page, not beside it.                     */
static void count_shared(const struct compare *c, struct table *t)
{
    for (int i = 0; i < c->side[0].n; i++) {
        if (c->side[0].partner[i] == ALONE)
            continue;
        const struct word *a = &c->side[0].word[i], *b = &c->side[1].word[c->side[0].partner[i]];
        bool near = fabs(a->w.mm.top - b->w.mm.top) < SAME_HEIGHT;
        *cell(t, t->shared, a->page, b->page) += near ? 2 : a->page == b->page;
    }
    for (int i = 0; i < t->n && i < t->m; i++)
        *cell(t, t->shared, i, i) += 1;
}

static int larger(int a, int b) { return a > b ? a : b; }

static void fill(struct table *t)
{
    for (int i = t->n - 1; i >= 0; i--)
        for (int k = t->m - 1; k >= 0; k--) {
            int both = *cell(t, t->shared, i, k), apart = larger(*cell(t, t->best, i + 1, k), *cell(t, t->best, i, k + 1));
            *cell(t, t->best, i, k) = both ? larger(apart, both + *cell(t, t->best, i + 1, k + 1)) : apart;
        }
}

static void add_row(struct compare *c, int a, int b)
{
    struct diff *d = c->d;
    if (a >= 0)
        c->row_of[0][a] = d->n_rows;
    if (b >= 0)
        c->row_of[1][b] = d->n_rows;
    d->row[d->n_rows++] = (struct diff_row){ { a, b } };
}

/* Pages of which neither has a partner stand beside one another all the same.                            */
static void add_lonely(struct compare *c, int *a, int a_end, int *b, int b_end)
{
    while (*a < a_end || *b < b_end) {
        add_row(c, *a < a_end ? *a : -1, *b < b_end ? *b : -1);
        *a += *a < a_end;
        *b += *b < b_end;
    }
}

static void walk(struct compare *c, struct table *t)
{
    int a = 0, b = 0, i = 0, k = 0;
    while (i < t->n && k < t->m) {
        int both = *cell(t, t->shared, i, k), here = *cell(t, t->best, i, k);
        if (both && here == both + *cell(t, t->best, i + 1, k + 1)) {
            add_lonely(c, &a, i, &b, k);
            add_row(c, a++, b++);
            i++;
            k++;
        } else if (here == *cell(t, t->best, i + 1, k)) {
            i++;
        } else {
            k++;
        }
    }
    add_lonely(c, &a, t->n, &b, t->m);
}

void compare_rows(struct compare *c)
{
    struct table t = { .n = c->d->n_pages[0], .m = c->d->n_pages[1] };
    int a = 0, b = 0;
    c->d->row = NEW_N(c->a, struct diff_row, t.n + t.m);
    for (int i = 0; i < 2; i++)
        c->row_of[i] = NEW_N(c->a, int, c->d->n_pages[i] + 1);
    if ((int64_t)(t.n + 1) * (t.m + 1) > MOST_CELLS) {
        add_lonely(c, &a, t.n, &b, t.m);
        return;
    }
    t.shared = NEW_N(c->a, int, (t.n + 1) * (t.m + 1));
    t.best = NEW_N(c->a, int, (t.n + 1) * (t.m + 1));
    count_shared(c, &t);
    fill(&t);
    walk(c, &t);
}
