/* moves.c - blocks that stand elsewhere. Those that follow one another are one change. */
#include "diff/compare.h"

#include <math.h>

static const double NEAR = 0.5, ALIKE = 3; /* mm: a move that is seen; moves that are alike                  */

struct top { int page; double x, y; }; /* of a block, where it begins                                       */

struct move {
    int a, b;                    /* blocks                                                                  */
    int page[2], row[2];         /* where it begins                                                         */
    double right, down;
    bool whole;                  /* all its words are the other's                                            */
    bool stays;                  /* in the order of the text                                                */
    enum diff_kind kind;
};

static struct top top_of(const struct side *s, const struct block *b)
{
    const struct word *w = &s->word[b->first];
    struct top top = { w->page, w->w.mm.left, w->w.mm.top };
    for (int i = 1; i < b->n && w[i].page == top.page; i++) {
        top.x = fmin(top.x, w[i].w.mm.left);
        top.y = fmin(top.y, w[i].w.mm.top);
    }
    return top;
}

/* The other side's block that has more than half of its words; ALONE: none has.                            */
static int partner_block(const struct compare *c, const struct block *b, int *common)
{
    const struct side *s = &c->side[0];
    int best = ALONE, count = 0;
    *common = 0;
    for (int i = b->first; i < b->first + b->n; i++) { /* the majority, by Boyer and Moore's vote */
        int of = s->partner[i] == ALONE ? ALONE : c->side[1].word[s->partner[i]].block;
        if (count == 0)
            best = of;
        count += of == best ? 1 : -1;
    }
    for (int i = b->first; i < b->first + b->n; i++)
        *common += s->partner[i] != ALONE && c->side[1].word[s->partner[i]].block == best;
    return best != ALONE && 2 * *common > b->n ? best : ALONE;
}

/* Its lines end where they did, and its pages.                                                              */
static bool same_lines(const struct compare *c, const struct block *a, const struct block *b, const struct move *m)
{
    const struct word *x = &c->side[0].word[a->first], *y = &c->side[1].word[b->first];
    for (int i = 0; i < a->n; i++) {
        bool first = x[i].page == m->page[0];
        double right = y[i].w.mm.left - x[i].w.mm.left, down = y[i].w.mm.top - x[i].w.mm.top;
        if (c->row_of[0][x[i].page] - m->row[0] != c->row_of[1][y[i].page] - m->row[1])
            return false;
        if (first && (fabs(right - m->right) > NEAR || fabs(down - m->down) > NEAR))
            return false;
    }
    return true;
}

/* Words that changed make a line longer and a centred one begin elsewhere: then only its height counts.       */
static enum diff_kind kind_of(const struct compare *c, const struct move *m)
{
    const struct block *a = &c->side[0].block[m->a], *b = &c->side[1].block[m->b];
    if (m->row[0] != m->row[1] || !m->stays || fabs(m->down) > NEAR || (m->whole && fabs(m->right) > NEAR))
        return DIFF_MOVED;
    return m->whole && !same_lines(c, a, b, m) ? DIFF_REFLOWED : DIFF_KINDS;
}

static bool find_move(const struct compare *c, int block, struct move *m)
{
    const struct side *s = &c->side[0], *t = &c->side[1];
    const struct block *a = &s->block[block];
    int common, to = partner_block(c, a, &common);
    if (to == ALONE)
        return false;
    const struct block *b = &t->block[to];
    struct top from = top_of(s, a), at = top_of(t, b);
    *m = (struct move){ .a = block, .b = to, .page = { from.page, at.page }, .row = { c->row_of[0][from.page], c->row_of[1][at.page] },
                        .right = at.x - from.x, .down = at.y - from.y, .whole = common == a->n && common == b->n, .stays = !s->jumped[a->first] };
    m->kind = kind_of(c, m);
    return m->kind != DIFF_KINDS;
}

/* ---- one change of many ---------------------------------------------------------------------------------- */

struct group { struct move first, last; int n; bool alike; /* all went the same way, on their pages */ };

static bool on_its_page(const struct move *m) { return m->stays && m->row[0] == m->row[1]; }

static bool goes_along(const struct compare *c, const struct group *g, const struct move *m)
{
    const struct move *last = &g->last;
    return g->n && m->kind == last->kind && m->stays == last->stays && m->a == last->a + 1 && m->b == last->b + 1 && m->a != c->side[0].n_text_blocks;
}

static void take_along(struct group *g, const struct move *m)
{
    g->alike = g->alike && on_its_page(m) && fabs(m->right - g->first.right) < ALIKE && fabs(m->down - g->first.down) < ALIKE;
    g->last = *m;
    g->n++;
}

static void outline(struct compare *c, int side, int first, int end, struct diff_part *to)
{
    const struct side *s = &c->side[side];
    int room = to->n;
    for (int i = s->block[first].first; i < s->block[end].first + s->block[end].n; i++) {
        const struct vb_box *b = &s->word[i].w.mm;
        struct diff_box *box = to->n ? &to->box[to->n - 1] : NULL;
        if (!box || box->page != s->word[i].page) {
            to->box = arena_grow(c->a, to->box, to->n + 1, &room, sizeof(*to->box));
            to->box[to->n++] = (struct diff_box){ s->word[i].page, b->left, b->top, b->width, b->height };
            continue;
        }
        double right = fmax(box->x + box->width, b->left + b->width), low = fmax(box->y + box->height, b->top + b->height);
        box->x = fmin(box->x, b->left);
        box->y = fmin(box->y, b->top);
        box->width = right - box->x;
        box->height = low - box->y;
    }
}

static void add_part(struct compare *c, int side, int first, int end, struct diff_part *to)
{
    const struct side *s = &c->side[side];
    int from = s->block[first].first, words = s->block[first].n < 8 ? s->block[first].n : 8;
    while (words < s->block[first].n && s->word[from + words].w.glued)
        words++;
    outline(c, side, first, end, to);
    to->text = compare_text(c, s->word + from, words);
    to->after = words < s->block[first].n ? "…" : NULL;
    diff_word_places(&c->d->of[side], s->word[from].index, &to->at, &to->wanted);
}

static void add_moves(struct compare *c, const struct group *g)
{
    if (!g->n)
        return;
    struct diff_change *change = compare_add(c, g->first.kind);
    add_part(c, 0, g->first.a, g->last.a, &change->side[0]);
    add_part(c, 1, g->first.b, g->last.b, &change->side[1]);
    change->blocks = g->n;
    change->notes = g->first.a >= c->side[0].n_text_blocks;
    change->elsewhere = !g->first.stays;
    if (g->first.kind == DIFF_MOVED && g->alike) {
        change->right = fabs(g->first.right) > NEAR && g->first.whole ? g->first.right : 0;
        change->down = fabs(g->first.down) > NEAR ? g->first.down : 0;
    }
    *(g->first.kind == DIFF_MOVED ? &c->d->blocks_moved : &c->d->blocks_reflowed) += g->n;
}

void compare_moves(struct compare *c)
{
    struct group g = { .n = 0 };
    struct move m;
    for (int i = 0; i < c->side[0].n_blocks; i++) {
        if (!find_move(c, i, &m))
            continue;
        if (!goes_along(c, &g, &m)) {
            add_moves(c, &g);
            g = (struct group){ m, m, 0, true };
        }
        take_along(&g, &m);
    }
    add_moves(c, &g);
}
