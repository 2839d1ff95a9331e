#include "set/breaker.h"

enum {
    LINE_DEMERITS = 10,          /* every line costs: fewer lines are better             */
    FITNESS_DEMERITS = 3000,     /* a tight line beside a loose one                      */
    RUNT_DEMERITS = 4000,        /* a last line of hardly a word                         */
    BADNESS_MAX = 1000000,       /* far off, so that of two bad lines the better one wins */
    FITNESSES = 3,               /* tight, normal, loose                                 */
    TRACK_BADNESS = 60,          /* letters moved apart or together; as much again for all of it */
    TOLERANCE = 3,               /* times its stretch: so loose a line is a last resort    */
};

/* 100 r^3 for the ratio r of what is wanted to what there is.                            */
static int64_t badness(int64_t wanted, int64_t there)
{
    if (wanted <= 0)
        return 0;
    if (there <= 0 || wanted / there >= 20)
        return BADNESS_MAX;
    int64_t r = wanted * 1000 / there, bad = r * r * r / 10000000;
    return bad < BADNESS_MAX ? bad : BADNESS_MAX;
}

static int fitness_of(int64_t slack, int64_t bad)
{
    if (bad < 12)
        return 1;
    return slack < 0 ? 0 : 2;
}

int64_t line_track(const struct line *l, int64_t slack)
{
    int64_t left = slack > 0 ? slack - l->stretch : -slack - l->shrink;
    left = left > 0 ? left : 0;
    left = left < l->track ? left : l->track;
    return slack > 0 ? left : -left;
}

/* -1: the line does not fit.                                                             */
static int64_t demerits(const struct breaker *b, const struct line *l, int *fitness)
{
    int64_t slack = room_of(b, l->first) - l->width, bad;
    int64_t tracked = l->last && slack > 0 ? 0 : line_track(l, slack);
    *fitness = 1;
    slack -= tracked;
    if (slack < 0 && (!b->m.justify || -slack > l->shrink) && l->count > 1)
        return -1;
    if (slack < 0)
        bad = badness(-slack, l->shrink);
    else if (l->last)
        bad = 0;
    else if (b->m.justify)
        bad = badness(slack, l->stretch);
    else
        bad = badness(slack, b->m.width / 6);
    bad += tracked ? TRACK_BADNESS + TRACK_BADNESS * llabs(tracked) / l->track : 0;
    *fitness = l->last ? 1 : fitness_of(slack, bad);
    int64_t p = b->item[l->first + l->count - 1].penalty, d = (LINE_DEMERITS + bad) * (LINE_DEMERITS + bad);
    if (!l->last && p)
        d += p > 0 ? p * p : -p * p;
    if (l->last && l->first > 0 && l->width < b->m.width / 10)
        d += RUNT_DEMERITS;
    return d > 0 ? d : 0;
}

/* ---- total fit --------------------------------------------------------------------------- */

struct node { int64_t cost; int from, fitness; bool reached; }; /* the best way to break here */

static int collect(const struct breaker *b, struct node (*best)[FITNESSES], struct line *line)
{
    int fitness = 0, n = 0;
    for (int f = 1; f < FITNESSES; f++)
        if (best[b->n][f].reached &&
            (!best[b->n][fitness].reached || best[b->n][f].cost < best[b->n][fitness].cost))
            fitness = f;
    for (int end = b->n; end > 0;) {
        struct node *node = &best[end][fitness];
        line[n++] = line_of(b, node->from, end);
        end = node->from;
        fitness = node->fitness;
    }
    REVERSE(struct line, line, n);
    return n;
}

static void try_line(const struct breaker *b, struct node (*best)[FITNESSES], const struct line *l)
{
    int fitness, end = l->first + l->count;
    int64_t d = demerits(b, l, &fitness);
    for (int f = 0; d >= 0 && f < FITNESSES; f++) {
        const struct node *from = &best[l->first][f];
        if (!from->reached)
            continue;
        int64_t cost = from->cost + d + (abs(f - fitness) > 1 ? FITNESS_DEMERITS : 0);
        struct node *to = &best[end][fitness];
        if (!to->reached || cost < to->cost)
            *to = (struct node){ cost, l->first, f, true };
    }
}

/* All lines that end with item end - 1; `strict`: that are not too loose.                    */
static void try_lines(const struct breaker *b, struct node (*best)[FITNESSES], int end, bool strict)
{
    len widest = b->m.width + (b->m.first < 0 ? -b->m.first : 0);
    for (int first = end - 1; first >= 0; first--) {
        if (first < end - 1 && b->item[first].forced)
            return;
        struct line l = line_of(b, first, end);
        bool too_wide = l.width - l.shrink - l.track > widest;
        bool too_loose = strict && b->m.justify && !l.last &&
                         room_of(b, first) - l.width - l.track > TOLERANCE * (int64_t)l.stretch;
        if ((!too_wide && !too_loose) || (too_wide && l.count == 1))
            try_line(b, best, &l);
        if (too_wide)
            return; /* nothing that starts before it can fit */
    }
}

static bool is_reached(const struct node *node)
{
    return node[0].reached || node[1].reached || node[2].reached;
}

/* First among lines that are good to look at; if there is no way then among all.           */
static int fill_lines(struct arena *a, const struct breaker *b, struct line *line)
{
    size_t size = ((size_t)b->n + 1) * sizeof(struct node[FITNESSES]);
    struct node(*best)[FITNESSES] = arena_alloc(a, size);
    for (int pass = 0; pass < 2 && !is_reached(best[b->n]); pass++) {
        memset(best, 0, size);
        best[0][1] = (struct node){ 0, 0, 1, true };
        for (int end = 1; end <= b->n; end++)
            try_lines(b, best, end, pass == 0);
    }
    return collect(b, best, line);
}

/* ---- all of it ------------------------------------------------------------------------------ */

static struct breaker breaker_of(struct arena *a, const struct item *item, int n, struct measure m)
{
    struct breaker b = { item, m, NEW_N(a, struct sums, n + 1), n };
    for (int i = 0; i < n; i++) {
        b.sum[i + 1].width = b.sum[i].width + item[i].width + item[i].gap;
        b.sum[i + 1].stretch = b.sum[i].stretch + item[i].stretch + item[i].gap_stretch;
        b.sum[i + 1].shrink = b.sum[i].shrink + item[i].shrink + item[i].gap_shrink;
        b.sum[i + 1].track = b.sum[i].track + item[i].track;
    }
    return b;
}

len para_least(struct arena *a, const struct item *item, int n, int lines)
{
    struct breaker b = breaker_of(a, item, n, (struct measure){ 0 });
    int64_t low = 0, high = b.sum[n].width;
    for (int i = 0; i < n; i++)
        low = item[i].width > low ? item[i].width : low;
    while (low < high) {
        b.m.width = clamped((low + high) / 2);
        if (fewest_lines(&b) <= lines)
            high = b.m.width;
        else
            low = b.m.width + 1;
    }
    return clamped(low);
}

int para_break(struct arena *a, const struct item *item, int n, struct measure m, struct line *line)
{
    if (n == 0)
        return 0;
    struct breaker b = breaker_of(a, item, n, m);
    int lines = m.balance ? balanced_lines(a, &b, line) : 0;
    return lines ? lines : fill_lines(a, &b, line);
}
