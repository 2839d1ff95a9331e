/* match.c - which words are the same ones: whole blocks first, words between them, then what people would not
 * call the same.                                                                                    */
#include "diff/compare.h"

static void pair(struct compare *c, int a, int b)
{
    c->side[0].partner[a] = b;
    c->side[1].partner[b] = a;
}

static void part(struct side *s, struct side *other, int word)
{
    if (s->partner[word] != ALONE)
        other->partner[s->partner[word]] = ALONE;
    s->partner[word] = ALONE;
}

/* ---- blocks -------------------------------------------------------------------------------------- */

enum { SHORT_BLOCK = 4 };

/* A short block, such as a cell's number, is the same one only beside others that are.                */
static bool stands_alone(const struct side *s, const int *to, int i, int n)
{
    return s->block[i].n < SHORT_BLOCK && (i == 0 || to[i - 1] == ALONE) && (i == n - 1 || to[i + 1] == ALONE);
}

static void pair_blocks(struct compare *c, const struct block *a, const struct block *b)
{
    for (int i = 0; i < a->n; i++)
        pair(c, a->first + i, b->first + i);
}

static void match_blocks(struct compare *c, const int first[2], const int end[2])
{
    struct items of[2];
    for (int i = 0; i < 2; i++) {
        of[i] = items_new(c->a, end[i] - first[i]);
        for (int k = 0; k < of[i].n; k++)
            of[i].id[k] = c->side[i].block[first[i] + k].id;
    }
    align(c->a, of[0], of[1]);
    struct side moved = c->side[0];
    moved.block += first[0];
    const int *to = of[0].partner;
    for (int i = 0; i < of[0].n; i++)
        if (to[i] != ALONE && !stands_alone(&moved, to, i, of[0].n))
            pair_blocks(c, &c->side[0].block[first[0] + i], &c->side[1].block[first[1] + to[i]]);
}

/* ---- words between them ---------------------------------------------------------------------------- */

static void match_gap(struct compare *c, int a, int a_end, int b, int b_end)
{
    if (a == a_end || b == b_end)
        return;
    struct items one = items_new(c->a, a_end - a), other = items_new(c->a, b_end - b);
    for (int i = 0; i < one.n; i++)
        one.id[i] = c->side[0].word[a + i].id;
    for (int i = 0; i < other.n; i++)
        other.id[i] = c->side[1].word[b + i].id;
    align(c->a, one, other);
    for (int i = 0; i < one.n; i++)
        if (one.partner[i] != ALONE)
            pair(c, a + i, b + one.partner[i]);
}

static void match_words(struct compare *c, int a, int a_end, int b, int b_end)
{
    while (a < a_end || b < b_end) {
        int from_a = a, from_b = b;
        while (a < a_end && c->side[0].partner[a] == ALONE)
            a++;
        while (b < b_end && c->side[1].partner[b] == ALONE)
            b++;
        match_gap(c, from_a, a, from_b, b);
        for (; a < a_end && b < b_end && c->side[0].partner[a] == b; a++, b++)
            ;
    }
}

/* ---- what people would not call the same -------------------------------------------------------------- */

/* Some words that are common by chance, between many that are not.                                        */
static bool is_chance(const struct compare *c, int from, int end, int gone, int more)
{
    const struct side *s = &c->side[0];
    const struct block *b = &s->block[s->word[from].block];
    bool whole = from <= b->first && end >= b->first + b->n;
    return !whole && end - from <= 2 && gone >= 3 * (end - from) && more >= 3 * (end - from);
}

static int alone_from(const struct side *s, int i, int step, int end)
{
    int n = 0;
    for (; i != end && s->partner[i] == ALONE; i += step)
        n++;
    return n;
}

static void part_chance(struct compare *c, int first, int end)
{
    struct side *a = &c->side[0], *b = &c->side[1];
    for (int i = first; i < end; i++) {
        if (a->partner[i] == ALONE)
            continue;
        int from = i, to = a->partner[i];
        for (i++; i < end && a->partner[i] == a->partner[i - 1] + 1; i++)
            ;
        int last = a->partner[i - 1];
        int gone = alone_from(a, from - 1, -1, first - 1) + alone_from(b, to - 1, -1, -1);
        int more = alone_from(a, i, 1, end) + alone_from(b, last + 1, 1, b->n);
        if (is_chance(c, from, i, gone, more))
            for (int k = from; k < i; k++)
                part(a, b, k);
        i--;
    }
}

/* Of "15/QĐ-UBND" all has changed when "15/" has.                                                         */
static bool part_glued(struct side *s, struct side *other)
{
    bool parted = false;
    for (int from = 0, end; from < s->n; from = end) {
        int alone = s->partner[from] == ALONE;
        for (end = from + 1; end < s->n && s->word[end].w.glued && s->word[end].block == s->word[from].block; end++)
            alone += s->partner[end] == ALONE;
        if (alone == 0 || alone == end - from)
            continue;
        parted = true;
        for (int i = from; i < end; i++)
            part(s, other, i);
    }
    return parted;
}

static bool begins_block(const struct side *s, int word) { return word == s->n || s->block[s->word[word].block].first == word; }

/* "[a b] a" is "a [b a]" too: of these the one that begins where a block does.                           */
static void slide_run(struct side *s, struct side *other, int from, int end)
{
    int by = 0;
    while (!begins_block(s, from - by) && s->partner[from - 1 - by] != ALONE && s->word[from - 1 - by].id == s->word[end - 1 - by].id)
        by++;
    if (!by || !begins_block(s, from - by) || !begins_block(s, end - by))
        return;
    for (int i = 1; i <= by; i++) {
        int partner = s->partner[from - i];
        s->partner[from - i] = ALONE;
        s->partner[end - i] = partner;
        other->partner[partner] = end - i;
    }
}

static void slide(struct side *s, struct side *other)
{
    for (int from = 0, end; from < s->n; from = end + 1) {
        for (; from < s->n && s->partner[from] != ALONE; from++)
            ;
        for (end = from; end < s->n && s->partner[end] == ALONE; end++)
            ;
        if (end > from)
            slide_run(s, other, from, end);
    }
}

/* ---- blocks that have gone elsewhere -------------------------------------------------------------------- */

static bool is_alone(const struct side *s, const struct block *b)
{
    int i = 0;
    while (i < b->n && s->partner[b->first + i] == ALONE)
        i++;
    return i == b->n;
}

struct lone { int id, block; };

static int by_id(const void *x, const void *y)
{
    const struct lone *a = x, *b = y;
    return a->id != b->id ? (a->id > b->id) - (a->id < b->id) : a->block - b->block;
}

static int lone_blocks(struct compare *c, const struct side *s, struct lone **to)
{
    int n = 0;
    *to = NEW_N(c->a, struct lone, s->n_blocks + 1);
    for (int i = 0; i < s->n_blocks; i++)
        if (s->block[i].n >= SHORT_BLOCK && is_alone(s, &s->block[i]))
            (*to)[n++] = (struct lone){ s->block[i].id, i };
    qsort(*to, (size_t)n, sizeof(**to), by_id);
    return n;
}

static void match_elsewhere(struct compare *c)
{
    struct lone *a, *b;
    int n = lone_blocks(c, &c->side[0], &a), m = lone_blocks(c, &c->side[1], &b);
    for (int i = 0, k = 0; i < n && k < m;) {
        if (a[i].id == b[k].id) {
            const struct block *from = &c->side[0].block[a[i++].block], *to = &c->side[1].block[b[k++].block];
            pair_blocks(c, from, to);
            memset(c->side[0].jumped + from->first, true, (size_t)from->n);
            memset(c->side[1].jumped + to->first, true, (size_t)to->n);
        } else if (a[i].id < b[k].id) {
            i++;
        } else {
            k++;
        }
    }
}

void compare_match(struct compare *c)
{
    struct side *a = &c->side[0], *b = &c->side[1];
    match_blocks(c, (const int[]){ 0, 0 }, (const int[]){ a->n_text_blocks, b->n_text_blocks });
    match_blocks(c, (const int[]){ a->n_text_blocks, b->n_text_blocks }, (const int[]){ a->n_blocks, b->n_blocks });
    match_words(c, 0, a->n_text, 0, b->n_text);
    match_words(c, a->n_text, a->n, b->n_text, b->n);
    part_chance(c, 0, a->n_text);
    part_chance(c, a->n_text, a->n);
    while (part_glued(a, b) || part_glued(b, a))
        ;
    slide(a, b);
    slide(b, a);
    match_elsewhere(c);
}
