/* balance.c - titles and names: as few lines as can be, of like length. Words of a group that had to be
 * parted share no line with others, though that takes more lines.                                  */
#include "set/breaker.h"

enum {
    BALANCE_MOST = 20,           /* lines: more are a text, not a title                    */
    SHARED_UNEVEN = 400 * 1000 * 1000, /* a line that a part of a group shares with others   */
    LINE_UNEVEN = 100 * 1000 * 1000, /* a line more than need be: more than lines can be uneven */
};

/* Greedy: the fewest lines that will do.                                                       */
int fewest_lines(const struct breaker *b)
{
    int lines = 0;
    for (int first = 0, end; first < b->n; first = end, lines++)
        for (end = first + 1; end < b->n && !b->item[end - 1].forced; end++)
            if (line_of(b, first, end + 1).width > room_of(b, first))
                break;
    return lines;
}

/* Is a part of a group on the line, and something else beside it?                              */
static bool shares(const struct breaker *b, const struct line *l)
{
    const struct item *item = b->item;
    int last = l->first + l->count - 1, first_group = item[l->first].group, last_group = item[last].group;
    bool goes_on = last_group && last + 1 < b->n && item[last + 1].group == last_group;
    bool came = first_group && l->first > 0 && item[l->first - 1].group == first_group;
    return first_group != last_group && (goes_on || came);
}

static bool has_groups(const struct breaker *b)
{
    for (int i = 0; i < b->n; i++)
        if (b->item[i].group)
            return true;
    return false;
}

/* Thousandths of the measure by which a line misses the length that all should have, squared.  */
static int64_t uneven(const struct breaker *b, const struct line *l, int64_t even)
{
    int64_t miss = (l->width - even) * 1000 / (b->m.width ? b->m.width : 1);
    int p = l->last ? 0 : b->item[l->first + l->count - 1].penalty;
    return miss * miss + (int64_t)p * 100 + (shares(b, l) ? SHARED_UNEVEN : 0);
}

struct even { int64_t cost; int from; bool reached; };

static bool balance_in(struct arena *a, const struct breaker *b, int lines, struct line *line, int64_t *cost)
{
    struct even *best = arena_array(a, (size_t)(b->n + 1) * (size_t)(lines + 1), sizeof(*best));
    int64_t even = (b->sum[b->n].width - b->item[b->n - 1].gap) / lines;
#define BEST(k, i) best[(k) * (b->n + 1) + (i)]
    BEST(0, 0).reached = true;
    for (int k = 1; k <= lines; k++)
        for (int end = k; end <= b->n; end++)
            for (int first = end - 1; first >= 0; first--) {
                if (first < end - 1 && b->item[first].forced)
                    break;
                struct line l = line_of(b, first, end);
                if (l.width > room_of(b, first) && l.count > 1)
                    break;
                struct even *from = &BEST(k - 1, first), *to = &BEST(k, end);
                int64_t sum = from->cost + uneven(b, &l, even);
                if (from->reached && (!to->reached || sum < to->cost))
                    *to = (struct even){ sum, first, true };
            }
    if (!BEST(lines, b->n).reached)
        return false;
    *cost = BEST(lines, b->n).cost;
    for (int k = lines, end = b->n; k > 0; end = BEST(k, end).from, k--)
        line[k - 1] = line_of(b, BEST(k, end).from, end);
#undef BEST
    return true;
}

/* The fewest lines; a line more where groups then stand alone. Returns how many, 0: too many.  */
int balanced_lines(struct arena *a, const struct breaker *b, struct line *line)
{
    int fewest = fewest_lines(b), most = has_groups(b) ? fewest + b->n / 2 : fewest, lines = 0;
    struct line *tried = NEW_N(a, struct line, b->n + 1);
    int64_t best = 0, cost;
    for (int k = fewest; k <= most && k <= BALANCE_MOST && k <= b->n; k++) {
        if (!balance_in(a, b, k, tried, &cost))
            continue;
        cost += (int64_t)(k - fewest) * LINE_UNEVEN;
        if (lines && cost >= best)
            continue;
        best = cost;
        lines = k;
        memcpy(line, tried, (size_t)k * sizeof(*line));
    }
    return lines;
}
