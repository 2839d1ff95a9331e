#include "write/over/things.h"

#include "font/face.h"

enum {
    LINE_STEP = PT(5),           /* a baseline farther down begins a line; a note's mark does not  */
    SAME_EDGE = PT(1.5),         /* rules so near to each other are one column's edge            */
};

const char *thing_number(const struct thing *t)
{
    return t->role && t->role[0] == 'o' && t->role[1] >= '0' && t->role[1] <= '9' ? t->role + 1 : NULL;
}

static void add_letters(const struct overlay *o, struct thing *t, const struct mark *m)
{
    struct thing_line *last = t->n ? &t->line[t->n - 1] : NULL;
    if (!last || m->y > last->base + LINE_STEP) {
        t->line = arena_grow(o->scratch, t->line, t->n + 1, &t->room, sizeof(*t->line));
        t->line[t->n++] = (struct thing_line){ mark_box(m), m->y };
    } else {
        box_widen(&last->box, mark_box(m));
        last->base = m->text.size >= t->letters->text.size && m->y > last->base ? m->y : last->base;
    }
}

static void add_column(const struct overlay *o, struct thing *t, len x)
{
    int at = t->n_columns;
    for (int i = 0; i < t->n_columns; i++)
        if (t->column[i] - x < SAME_EDGE && x - t->column[i] < SAME_EDGE)
            return;
    t->column = arena_grow(o->scratch, t->column, t->n_columns + 1, &t->room_columns, sizeof(*t->column));
    for (; at > 0 && t->column[at - 1] > x; at--)
        t->column[at] = t->column[at - 1];
    t->column[at] = x;
    t->n_columns++;
}

/* A table's cells say more than its head, a note's words more than its mark.                             */
static bool is_plainer(const struct thing *t, const struct mark *m)
{
    const struct face *old = t->letters->text.face, *new = m->text.face;
    if (t->kind == THING_TABLE)
        return (old->bold || old->italic) && !new->bold && !new->italic;
    return t->n == 1 && m->text.size > t->letters->text.size;
}

static void add_mark(const struct overlay *o, struct thing *t, const struct mark *m)
{
    if (m->kind == MARK_TEXT && (!t->letters || is_plainer(t, m)))
        t->letters = m;
    if (t->kind == THING_TABLE) {
        if (m->kind == MARK_RULE && m->rule.height > m->width)
            add_column(o, t, m->x);
    } else if (m->kind == MARK_TEXT) {
        t->kind = THING_TEXT;
        add_letters(o, t, m);
    } else if (m->kind == MARK_IMAGE) {
        t->kind = THING_PICTURE;
    }
    box_widen(&t->box, mark_box(m));
}

static struct thing new_thing(const struct overlay *o, int element, const struct mark *m)
{
    const struct pages *pages = o->pages;
    int n = 0;
    const char *name = source_element(pages->elements[element].tmpl, &n);
    bool framed = n == 3 && strncmp(name, "box", 3) == 0;
    return (struct thing){
        .kind = pages->elements[element].kind == ELEMENT_TABLE ? THING_TABLE : framed ? THING_FRAME : THING_RULE,
        .element = element, .role = page_role(pages, element), .box = mark_box(m),
    };
}

/* A blank of no width is what a broken line ends with: nobody sees it.                                 */
struct things things_of(const struct overlay *o)
{
    struct things all = { arena_array(o->scratch, (size_t)o->page->n + 1, sizeof(*all.thing)), 0 };
    for (int i = 0; i < o->page->n; i++) {
        const struct mark *m = &o->page->marks[i];
        int element = overlay_whole(o->pages, m->element), at = all.n - 1;
        if (m->kind == MARK_TEXT && m->width <= 0)
            continue;
        while (at >= 0 && !overlay_belongs(o->pages, element, all.thing[at].element))
            at--;
        if (at < 0) {
            at = all.n++;
            all.thing[at] = new_thing(o, element, m);
        }
        add_mark(o, &all.thing[at], m);
    }
    return all;
}
