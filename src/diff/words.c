/* words.c - words that were changed, added, removed, or look otherwise.                                */
#include "diff/compare.h"

#include <math.h>

/* ---- what is shown of them ---------------------------------------------------------------------- */

enum { CONTEXT = 4 };

const char *compare_text(struct compare *c, const struct word *w, int n)
{
    struct buf text = buf_in(c->a);
    for (int i = 0; i < n; i++) {
        if (i && !w[i].w.glued)
            buf_char(&text, ' ');
        buf_bytes(&text, w[i].w.text, w[i].w.size);
    }
    return buf_text(&text);
}

static double bottom(const struct vb_box *b) { return b->top + b->height; }

/* The same line: they stand beside one another, and do not go back to the left.                        */
static bool same_line(const struct diff_box *box, const struct word *w)
{
    double low = fmin(box->y + box->height, bottom(&w->w.mm)), high = fmax(box->y, w->w.mm.top);
    return box->page == w->page && w->w.mm.left >= box->x && low - high > w->w.mm.height / 2;
}

static void widen(struct diff_box *box, const struct vb_box *more)
{
    double right = fmax(box->x + box->width, more->left + more->width), low = fmax(box->y + box->height, bottom(more));
    box->x = fmin(box->x, more->left);
    box->y = fmin(box->y, more->top);
    box->width = right - box->x;
    box->height = low - box->y;
}

void compare_lines(struct compare *c, const struct word *w, int n, struct diff_part *to)
{
    int room = to->n;
    for (int i = 0; i < n; i++) {
        const struct vb_box *b = &w[i].w.mm;
        if (i && to->n && w[i].block == w[i - 1].block && same_line(&to->box[to->n - 1], &w[i])) {
            widen(&to->box[to->n - 1], b);
            continue;
        }
        to->box = arena_grow(c->a, to->box, to->n + 1, &room, sizeof(*to->box));
        to->box[to->n++] = (struct diff_box){ w[i].page, b->left, b->top, b->width, b->height };
    }
}

static int count_words(const struct word *w, int n)
{
    int words = 0;
    for (int i = 0; i < n; i++)
        words += i == 0 || !w[i].w.glued;
    return words;
}

/* Of the same block only.                                                                             */
static void add_context(struct compare *c, const struct side *s, int first, int end, struct diff_part *to)
{
    const struct block *from = &s->block[s->word[first].block], *last = &s->block[s->word[end - 1].block];
    int before = first, after = end;
    for (int i = 0; before > from->first && (i < CONTEXT || s->word[before].w.glued); before--)
        i += !s->word[before].w.glued;
    for (int i = 0; after < last->first + last->n && (i < CONTEXT || s->word[after].w.glued); after++)
        i += !s->word[after].w.glued;
    to->before = compare_text(c, s->word + before, first - before);
    to->after = compare_text(c, s->word + end, after - end);
}

void compare_part(struct compare *c, int side, int first, int end, struct diff_part *to)
{
    const struct side *s = &c->side[side];
    if (first == end)
        return;
    compare_lines(c, s->word + first, end - first, to);
    to->text = compare_text(c, s->word + first, end - first);
    to->words = count_words(s->word + first, end - first);
    add_context(c, s, first, end, to);
    diff_word_places(&c->d->of[side], s->word[first].index, &to->at, &to->wanted);
}

struct diff_change *compare_add(struct compare *c, enum diff_kind kind)
{
    struct diff *d = c->d;
    d->change = arena_grow(c->a, d->change, d->n + 1, &d->room, sizeof(*d->change));
    d->change[d->n] = (struct diff_change){ .kind = kind };
    return &d->change[d->n++];
}

/* ---- runs of words that have no partner ------------------------------------------------------------- */

static void add_run(struct compare *c, const int first[2], const int end[2])
{
    bool gone = end[0] > first[0], come = end[1] > first[1];
    if (!gone && !come)
        return;
    struct diff_change *change = compare_add(c, gone && come ? DIFF_CHANGED : gone ? DIFF_REMOVED : DIFF_ADDED);
    for (int i = 0; i < 2; i++) {
        compare_part(c, i, first[i], end[i], &change->side[i]);
        c->d->words[i] += change->side[i].words;
    }
}

static int alone_end(const struct side *s, int i, int end)
{
    while (i < end && s->partner[i] == ALONE)
        i++;
    return i;
}

static void walk(struct compare *c, int a, int a_end, int b, int b_end)
{
    const struct side *s = &c->side[0], *t = &c->side[1];
    while (a < a_end || b < b_end) {
        int gone = alone_end(s, a, a_end), come = alone_end(t, b, b_end);
        add_run(c, (const int[]){ a, b }, (const int[]){ gone, come });
        a = gone;
        b = come;
        if (a < a_end && s->jumped[a]) {
            a++;
        } else if (b < b_end && t->jumped[b]) {
            b++;
        } else {
            a += a < a_end;
            b += b < b_end;
        }
    }
}

void compare_words(struct compare *c)
{
    const struct side *a = &c->side[0], *b = &c->side[1];
    walk(c, 0, a->n_text, 0, b->n_text);
    walk(c, a->n_text, a->n, b->n_text, b->n);
}

/* ---- the same words, but not the same letters ---------------------------------------------------------- */

static bool same_font(const struct vb_word *a, const struct vb_word *b)
{
    return (a->font == b->font || (a->font && b->font && strcmp(a->font, b->font) == 0)) && fabs(a->pt - b->pt) < 0.01 && a->colour == b->colour;
}

static const struct vb_word *partner_of(const struct compare *c, int i)
{
    int partner = c->side[0].partner[i];
    return partner == ALONE ? NULL : &c->side[1].word[partner].w;
}

static const char *look_of(struct compare *c, const struct vb_word *w)
{
    return w->colour ? arena_format(c->a, "%s %g #%06x", w->font ? w->font : "", w->pt, w->colour) : arena_format(c->a, "%s %g", w->font ? w->font : "", w->pt);
}

static bool has_other_look(const struct compare *c, int i)
{
    const struct vb_word *to = partner_of(c, i);
    return to && to->font && !same_font(&c->side[0].word[i].w, to);
}

static int look_end(const struct compare *c, int from)
{
    const struct side *a = &c->side[0];
    int i = from + 1;
    while (i < a->n && has_other_look(c, i) && a->partner[i] == a->partner[i - 1] + 1 && same_font(&a->word[from].w, &a->word[i].w) &&
           same_font(partner_of(c, from), partner_of(c, i)))
        i++;
    return i;
}

void compare_looks(struct compare *c)
{
    const struct side *a = &c->side[0];
    for (int i = 0, end; i < a->n; i = end) {
        end = i + 1;
        if (!has_other_look(c, i))
            continue;
        end = look_end(c, i);
        struct diff_change *change = compare_add(c, DIFF_LOOK);
        compare_part(c, 0, i, end, &change->side[0]);
        compare_part(c, 1, a->partner[i], a->partner[end - 1] + 1, &change->side[1]);
        change->side[0].look = look_of(c, &a->word[i].w);
        change->side[1].look = look_of(c, partner_of(c, i));
    }
}
