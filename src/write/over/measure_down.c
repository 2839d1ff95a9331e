/* measure_down.c - lengths down the page: a chain in the right margin, from edge to edge of the
 * paper; and, where something stands in the left half alone, a second one in the left margin.     */
#include "write/over/measure.h"

enum {
    OUT = MM(2.2),               /* of a chain from the text area                               */
    GAP = MM(1),                 /* between a chain and its labels                                */
    SHIFT = MM(0.4), SHIFTS = 40, /* of a label that finds its place taken                         */
    LEAST = PT(1.5),             /* a shorter step is none: two that stand side by side            */
};

struct chain {
    struct measure *m;
    bool left, dry;              /* dry: only keeps the room of what it will draw                 */
    len x, at;                   /* where the chain stands, how far down it has come               */
    bool alone;                  /* what it has come to stands in the left half alone             */
    len low;                     /* foot of its last label                                       */
};

static len middle(const struct measure *m) { return m->o->page->width / 2; }

/* Text, tables and notes are as wide as the page, however short their lines.                             */
static bool is_wide(const struct measure *m, const struct thing *t)
{
    const char *number = thing_number(t);
    return t->kind == THING_TABLE || m->o->pages->elements[t->element].kind == ELEMENT_NOTE ||
           (number && (strcmp(number, "6") == 0 || strcmp(number, "13") == 0)) || (t->kind == THING_RULE && t->box.x <= m->o->page->left + PT(1));
}

static bool alone(const struct measure *m, const struct thing *t) { return !is_wide(m, t) && t->box.right <= middle(m) + MM(2); }

static bool seen(const struct chain *c, const struct thing *t)
{
    return is_wide(c->m, t) || (c->left ? t->box.x < middle(c->m) : t->box.right > middle(c->m));
}

static void label(struct chain *c, len y, len to_y, const char *text)
{
    len width = overlay_width(c->m->o, MEASURE_SIZE, text);
    struct box place = { c->left ? c->x - GAP - width : c->x + GAP, 0, c->left ? c->x - GAP : c->x + GAP + width, 0 };
    for (int i = 0; i < SHIFTS; i++) {
        place.y = (y + to_y - MEASURE_HEIGHT) / 2 + (i % 2 ? -1 : 1) * ((i + 1) / 2) * SHIFT;
        place.bottom = place.y + MEASURE_HEIGHT;
        if (place.y < c->low || overlay_taken(c->m->o, place))
            continue;
        overlay_colour(c->m->o, MEASURE_BLUE, SOLID);
        measure_put(c->m, place, text);
        c->low = place.bottom;
        return;
    }
}

static void step(struct chain *c, len y, len to_y, int steps)
{
    const char *mm = measure_mm(c->m, (to_y - y) / steps);
    if (c->dry) {
        overlay_take(c->m->o, (struct box){ c->x - PT(0.3), y, c->x + PT(0.3), to_y });
        return;
    }
    overlay_colour(c->m->o, MEASURE_BLUE, SOLID);
    measure_line(c->m, c->x, y, c->x, to_y);
    label(c, y, to_y, steps > 1 ? arena_format(c->m->o->scratch, "%d\u00d7%s", steps, mm) : mm);
}

/* From the thing to the chain.                                                                            */
static void lead(struct chain *c, len x, len y)
{
    len from = c->left ? c->x : x, to = c->left ? x : c->x;
    if (from >= to)
        return;
    if (c->dry)
        overlay_take(c->m->o, (struct box){ from, y - PT(0.2), to, y + PT(0.2) });
    overlay_colour(c->m->o, MEASURE_PALE, SOLID);
    if (!c->dry)
        overlay_line(c->m->o, from, y, to, y);
}

static bool even(const struct thing *t)
{
    len pitch = t->n > 1 ? t->line[1].base - t->line[0].base : 0;
    for (int i = 2; i < t->n; i++)
        if (t->line[i].base - t->line[i - 1].base - pitch > LEAST || pitch - (t->line[i].base - t->line[i - 1].base) > LEAST)
            return false;
    return true;
}

static void go_on(struct chain *c, const struct thing *t)
{
    len first = thing_first(t), last = thing_last(t);
    const struct box *top = t->n ? &t->line[0].box : &t->box, *foot = t->n ? &t->line[t->n - 1].box : &t->box;
    bool own = !c->left || alone(c->m, t), drawn = own || c->alone;
    if (last <= c->at + LEAST)
        return;
    if (first > c->at + LEAST) {
        if (drawn) {
            lead(c, c->left ? top->x : top->right, first);
            step(c, c->at, first, 1);
        }
    } else {
        first = c->at;
    }
    if (own && last > first + LEAST) {
        lead(c, c->left ? foot->x : foot->right, last);
        step(c, first, last, first == thing_first(t) && t->n > 2 && even(t) ? t->n - 1 : 1);
    }
    c->at = last;
    c->alone = c->left && alone(c->m, t);
}

static int compare(const void *a, const void *b)
{
    const struct thing *p = *(const struct thing *const *)a, *q = *(const struct thing *const *)b;
    len first = thing_first(p), second = thing_first(q);
    return first != second ? (first > second) - (first < second) : (p->element > q->element) - (p->element < q->element);
}

static const struct thing **by_height(const struct measure *m)
{
    const struct thing **list = arena_array(m->o->scratch, (size_t)m->things.n + 1, sizeof(*list));
    for (int i = 0; i < m->things.n; i++)
        list[i] = &m->things.thing[i];
    qsort(list, (size_t)m->things.n, sizeof(*list), compare);
    return list;
}

static len chain_x(const struct measure *m, bool left)
{
    return left ? m->o->page->left - OUT : m->o->page->width - m->o->page->right + OUT;
}

static void chains(struct measure *m, bool dry)
{
    const struct thing **list = by_height(m);
    for (int left = 0; left < 2; left++) {
        struct chain c = { .m = m, .left = left, .dry = dry, .x = chain_x(m, left), .low = MM(4.5) };
        for (int i = 0; i < m->things.n; i++)
            if (seen(&c, list[i]))
                go_on(&c, list[i]);
        if (!left)
            step(&c, c.at, m->o->page->height, 1);
    }
}

void measure_keep_down(struct measure *m) { chains(m, true); }
void measure_down(struct measure *m) { chains(m, false); }
