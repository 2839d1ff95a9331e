/* shrink.c - a document that fails is made as small as it can be and still fail in the same way.
 *
 * In turn, until nothing helps: runs of parts are taken away, half of a list first and single ones
 * last; tables become the paragraphs in them, long runs one paragraph that fills the page as they
 * did, neighbours one; numbers are made as small as they may be, or less by half of what is left, or
 * by one. The order is fixed, so equal sketches shrink to equal ones.                       */
#include "random/random.h"

#include <limits.h>

enum {
    MOST_ASKED = 20000,          /* that is seconds; then what there is must do                   */
    A_LINE = 12,                 /* words                                                         */
};

struct shrinker { struct arena *arena; struct sketch *root; sketch_judge *judge; void *user; const char *wanted; int asked; };

static bool still_fails(struct shrinker *s)
{
    if (s->asked >= MOST_ASKED)
        return false;
    s->asked++;
    const char *said = s->judge(s->root, s->user);
    return said && strcmp(said, s->wanted) == 0;
}

static int count(const struct sketch *first)
{
    int n = 0;
    for (; first; first = first->next)
        n++;
    return n;
}

/* The n parts at *link, or as many as there are.                                                 */
static bool take_away(struct shrinker *s, struct sketch **link, int n)
{
    struct sketch *first = *link, *behind = first;
    while (behind && n-- > 0)
        behind = behind->next;
    *link = behind;
    if (still_fails(s))
        return true;
    *link = first;
    return false;
}

static bool shrink_list(struct shrinker *s, struct sketch **list)
{
    bool any = false;
    for (int run = count(*list); run > 0; run /= 2)
        for (struct sketch **link = list; *link;) {
            if (take_away(s, link, run))
                any = true;
            else
                for (int i = 0; i < run && *link; i++)
                    link = &(*link)->next;
        }
    for (struct sketch *c = *list; c; c = c->next)
        any = shrink_list(s, &c->child) || any;
    return any;
}

/* ---- one paragraph for many parts ----------------------------------------------------------------- */

/* As many as take the same room: whatever is not words is a line more. */
static int words_in(const struct sketch *first, int n)
{
    int words = 0;
    for (; first && n > 0; first = first->next, n--)
        words += (first->kind == SKETCH_WORDS ? first->v[WORDS_N] : A_LINE) + words_in(first->child, INT_MAX);
    return words;
}

/* Of as many words as will do, a line or so more at each try.                                       */
static bool simplify(struct shrinker *s, struct sketch **link, int n, enum sketch_kind kind)
{
    enum { STEP = A_LINE / 2 };
    struct sketch *first = *link, *behind = first, *p = sketch_new(s->arena, kind);
    int most = words_in(first, n), allowed = sketch_rules[SKETCH_WORDS].value[WORDS_N].most;
    p->child = sketch_new(s->arena, SKETCH_WORDS);
    for (int i = 0; i < n && behind; i++)
        behind = behind->next;
    p->next = behind;
    *link = p;
    for (p->child->v[WORDS_N] = STEP; p->child->v[WORDS_N] < most && p->child->v[WORDS_N] <= allowed; p->child->v[WORDS_N] += STEP)
        if (still_fails(s))
            return true;
    *link = first;
    return false;
}

static struct sketch **lift(struct arena *a, const struct sketch *first, struct sketch **end)
{
    for (const struct sketch *c = first; c; c = c->next) {
        if (c->child && c->child->kind == SKETCH_WORDS) {
            *end = sketch_new(a, SKETCH_P);
            (*end)->child = c->child;
            end = &(*end)->next;
        } else {
            end = lift(a, c->child, end);
        }
    }
    return end;
}

/* The paragraphs that stand in a table, without it.                                                 */
static bool lift_out(struct shrinker *s, struct sketch **link)
{
    struct sketch *from = *link;
    if (!from->child || from->child->kind == SKETCH_WORDS)
        return false;
    *lift(s->arena, from->child, link) = from->next;
    if (still_fails(s))
        return true;
    *link = from;
    return false;
}

/* Two paragraphs become one of both their words; two runs of words one as long.                      */
static bool merge(struct shrinker *s, struct sketch *a)
{
    const struct sketch saved = *a, *b = a->next;
    const struct sketch_rule *rule = &sketch_rules[a->kind];
    struct sketch **end = &a->child;
    bool paras = a->child && b->child && a->child->kind == SKETCH_WORDS && b->child->kind == SKETCH_WORDS;
    if (!paras && (a->kind != SKETCH_WORDS || b->kind != SKETCH_WORDS))
        return false;
    for (int i = 0; !paras && i < SKETCH_VALUES && rule->value[i].name; i++)
        a->v[i] = a->v[i] + b->v[i] < rule->value[i].most ? a->v[i] + b->v[i] : rule->value[i].most;
    while (*end)
        end = &(*end)->next;
    *end = b->child;
    a->next = b->next;
    if (still_fails(s))
        return true;
    *end = NULL;
    *a = saved;
    return false;
}

static bool merge_list(struct shrinker *s, struct sketch *first)
{
    bool any = false;
    for (struct sketch *c = first; c; c = c->next) {
        while (c->next && merge(s, c))
            any = true;
        any = merge_list(s, c->child) || any;
    }
    return any;
}

static bool simplify_list(struct shrinker *s, struct sketch *around)
{
    enum sketch_kind kind = around->kind == SKETCH_PAGE ? SKETCH_P : SKETCH_C;
    struct sketch **list = &around->child;
    bool any = false, blocks = kind == SKETCH_P || around->kind == SKETCH_CELL || around->kind == SKETCH_END;
    for (struct sketch **link = list; kind == SKETCH_P && *link; link = *link ? &(*link)->next : link)
        any = lift_out(s, link) || any;
    for (int run = count(*list); blocks && run > 1; run /= 2)
        for (struct sketch **link = list; *link && (*link)->next; link = &(*link)->next)
            any = simplify(s, link, run, kind) || any;
    for (struct sketch *c = *list; c; c = c->next)
        any = simplify_list(s, c) || any;
    return any;
}

/* From the least on, since what fails with many lines on a page fails with fewer pages of them too. */
static bool shrink_value(struct shrinker *s, int *v, int least)
{
    enum { TRIED = 150 };
    const int was = *v;
    bool any = false;
    for (*v = least; *v < was && *v < least + TRIED; ++*v)
        if (still_fails(s))
            return true;
    *v = was;
    for (int step = was - least; step > 0;) {
        *v -= step;
        if (still_fails(s)) {
            any = true;
            step = step < *v - least ? step : *v - least;
        } else {
            *v += step;
            step /= 2;
        }
    }
    return any;
}

static bool shrink_values(struct shrinker *s, struct sketch *at)
{
    bool any = false;
    for (int i = 0; i < SKETCH_VALUES && sketch_rules[at->kind].value[i].name; i++)
        any = shrink_value(s, &at->v[i], sketch_rules[at->kind].value[i].least) || any;
    for (struct sketch *c = at->child; c; c = c->next)
        any = shrink_values(s, c) || any;
    return any;
}

int sketch_shrink(struct arena *a, struct sketch *root, sketch_judge *judge, void *user)
{
    struct shrinker s = { a, root, judge, user, judge(root, user), 1 };
    for (bool any = s.wanted != NULL; any;) {
        any = shrink_list(&s, &root->child);
        any = simplify_list(&s, root) || any;
        any = merge_list(&s, root->child) || any;
        any = shrink_values(&s, root) || any;
    }
    return s.asked;
}
