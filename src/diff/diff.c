#include "diff/diff.h"

#include "diff/compare.h"

const char *const diff_kind_names[DIFF_KINDS] = { "changed", "added", "removed", "look", "moved", "reflowed", "running", "rules", "paper" };

/* Where it was, or else where it has come: what was pushed away stands behind what pushed it.        */
static const struct diff_box *first_box(const struct diff_change *c)
{
    return c->side[DIFF_A].n ? c->side[DIFF_A].box : c->side[DIFF_B].box;
}

static int in_pages(const void *x, const void *y)
{
    const struct diff_change *a = x, *b = y;
    const struct diff_box *p = first_box(a), *q = first_box(b);
    if (a->row != b->row)
        return a->row - b->row;
    if (p->y != q->y)
        return p->y < q->y ? -1 : 1;
    return p->x != q->x ? (p->x < q->x ? -1 : 1) : (int)a->kind - (int)b->kind;
}

static void settle(struct compare *c)
{
    struct diff *d = c->d;
    for (int i = 0; i < d->n; i++) {
        struct diff_change *change = &d->change[i];
        int side = change->side[DIFF_A].n ? DIFF_A : DIFF_B;
        change->row = c->row_of[side][change->side[side].box[0].page];
        d->count[change->kind]++;
    }
    if (d->n)
        qsort(d->change, (size_t)d->n, sizeof(*d->change), in_pages);
}

struct diff *diff_make(const struct diff_document *a, const struct diff_document *b)
{
    struct diff *d = calloc(1, sizeof(*d));
    if (!d)
        abort();
    struct compare c = { .d = d, .a = &d->arena };
    d->of[DIFF_A] = *a;
    d->of[DIFF_B] = *b;
    for (int i = 0; i < 2; i++)
        d->n_pages[i] = diff_page_count(&d->of[i]);
    compare_gather(&c);
    compare_match(&c);
    compare_rows(&c);
    compare_words(&c);
    compare_looks(&c);
    compare_moves(&c);
    compare_pages(&c);
    settle(&c);
    return d;
}

void diff_free(struct diff *d)
{
    if (!d)
        return;
    arena_free(&d->arena);
    free(d);
}
