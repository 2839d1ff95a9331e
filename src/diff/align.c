/* align.c - E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), with the
 * refinement of section 4b: paths from both ends meet in the middle, and each half is aligned by itself.
 *
 * A path is on diagonal k = x - y; ahead[k] is the furthest x of the paths of c edits from the beginning, back[k] the
 * least x of those from the end.                                                                    */
#include "diff/align.h"

enum { MOST_EDITS = 1000 };      /* from one end, before the best so far has to do                     */

struct alignment {
    const int *a, *b;
    int *partner_a, *partner_b;
    int *ahead, *back;           /* by diagonal; [-m - 1 .. n + 1]                                    */
};

struct range { int a, a_end, b, b_end; };

struct paths { int low, high; }; /* the diagonals that have been reached                              */

struct meeting { int x, y; };

/* One diagonal more on each side, or, where that would leave the rectangle, one less.                */
static void widen(struct paths *p, int least, int most, int *furthest, int nothing)
{
    if (p->low > least)
        furthest[--p->low - 1] = nothing;
    else
        p->low++;
    if (p->high < most)
        furthest[++p->high + 1] = nothing;
    else
        p->high--;
}

/* True: on a diagonal where the paths from the end have come as far.                                  */
static bool step_ahead(struct alignment *l, const struct range *r, const struct paths *p, const struct paths *other, bool odd, struct meeting *at)
{
    for (int k = p->high; k >= p->low; k -= 2) {
        int below = l->ahead[k - 1], above = l->ahead[k + 1], x = below < above ? above : below + 1;
        while (x < r->a_end && x - k < r->b_end && l->a[x] == l->b[x - k])
            x++;
        l->ahead[k] = x;
        *at = (struct meeting){ x, x - k };
        if (odd && k >= other->low && k <= other->high && l->back[k] <= x)
            return true;
    }
    return false;
}

static bool step_back(struct alignment *l, const struct range *r, const struct paths *p, const struct paths *other, bool odd, struct meeting *at)
{
    for (int k = p->high; k >= p->low; k -= 2) {
        int below = l->back[k - 1], above = l->back[k + 1], x = below < above ? below : above - 1;
        while (x > r->a && x - k > r->b && l->a[x - 1] == l->b[x - k - 1])
            x--;
        l->back[k] = x;
        *at = (struct meeting){ x, x - k };
        if (!odd && k >= other->low && k <= other->high && x <= l->ahead[k])
            return true;
    }
    return false;
}

/* Of all paths from the beginning the one that has left most behind.                                  */
static struct meeting best_ahead(const struct alignment *l, const struct range *r, const struct paths *p)
{
    struct meeting best = { r->a, r->b };
    for (int k = p->high; k >= p->low; k -= 2) {
        int x = l->ahead[k] < r->a_end ? l->ahead[k] : r->a_end, y = x - k;
        if (y > r->b_end) {
            y = r->b_end;
            x = y + k;
        }
        if (x >= r->a && y >= r->b && x + y > best.x + best.y)
            best = (struct meeting){ x, y };
    }
    return best;
}

static struct meeting meet(struct alignment *l, const struct range *r)
{
    const int least = r->a - r->b_end, most = r->a_end - r->b, start = r->a - r->b, end = r->a_end - r->b_end;
    struct paths ahead = { start, start }, back = { end, end };
    const bool odd = (start - end) & 1;
    struct meeting at;
    l->ahead[start] = r->a;
    l->back[end] = r->a_end;
    for (int edits = 1;; edits++) {
        widen(&ahead, least, most, l->ahead, INT_MIN / 2);
        if (step_ahead(l, r, &ahead, &back, odd, &at))
            return at;
        widen(&back, least, most, l->back, INT_MAX / 2);
        if (step_back(l, r, &back, &ahead, odd, &at))
            return at;
        if (edits >= MOST_EDITS)
            return best_ahead(l, r, &ahead);
    }
}

static void pair(struct alignment *l, int x, int y)
{
    l->partner_a[x] = y;
    l->partner_b[y] = x;
}

static void align_range(struct alignment *l, struct range r)
{
    for (; r.a < r.a_end && r.b < r.b_end && l->a[r.a] == l->b[r.b]; r.a++, r.b++)
        pair(l, r.a, r.b);
    for (; r.a < r.a_end && r.b < r.b_end && l->a[r.a_end - 1] == l->b[r.b_end - 1]; r.a_end--, r.b_end--)
        pair(l, r.a_end - 1, r.b_end - 1);
    if (r.a == r.a_end || r.b == r.b_end)
        return;
    struct meeting m = meet(l, &r);
    bool moved = (m.x > r.a || m.y > r.b) && (m.x < r.a_end || m.y < r.b_end);
    if (!moved)
        return;
    align_range(l, (struct range){ r.a, m.x, r.b, m.y });
    align_range(l, (struct range){ m.x, r.a_end, m.y, r.b_end });
}

struct items items_new(struct arena *a, int n)
{
    struct items items = { NEW_N(a, int, n + 1), NEW_N(a, int, n + 1), n };
    for (int i = 0; i < n; i++)
        items.partner[i] = ALONE;
    return items;
}

void align(struct arena *a, struct items one, struct items other)
{
    const int diagonals = one.n + other.n + 3;
    int *room = NEW_N(a, int, 2 * diagonals);
    struct alignment l = { one.id, other.id, one.partner, other.partner, room + other.n + 1, room + diagonals + other.n + 1 };
    align_range(&l, (struct range){ 0, one.n, 0, other.n });
}
