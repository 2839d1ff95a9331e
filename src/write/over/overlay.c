#include "write/over/overlay.h"

#include "base/utf8.h"
#include "font/face.h"

enum {
    NEAR_STEP = MM(0.7),
    NEAR_STEPS = 24,             /* a label farther off says nothing any more                    */
    EDGE = MM(4.5),              /* no label stands so near to the paper's edge                  */
};

/* ---- what is drawn --------------------------------------------------------------------------------- */

void overlay_colour(struct overlay *o, struct tint tint, enum dash dash) { o->ink->colour(o->to, tint, dash); }
void overlay_thickness(struct overlay *o, len thickness) { o->ink->thickness(o->to, thickness); }
void overlay_box(struct overlay *o, struct box box) { o->ink->box(o->to, box); }
void overlay_line(struct overlay *o, len x, len y, len to_x, len to_y) { o->ink->line(o->to, x, y, to_x, to_y); }

void overlay_text(struct overlay *o, len x, len y, len size, const char *text)
{
    if (o->face)
        o->ink->text(o->to, x, y, size, text);
}

len overlay_width(const struct overlay *o, len size, const char *text)
{
    int64_t sum = 0;
    for (const char *s = text; *s && o->face;)
        sum += face_advance(o->face, utf8_next(&s));
    return (len)(sum * size / 1000);
}

/* ---- places that are taken --------------------------------------------------------------------------- */

void overlay_take(struct overlay *o, struct box box)
{
    o->taken = arena_grow(o->scratch, o->taken, o->n_taken + 1, &o->room_taken, sizeof(*o->taken));
    o->taken[o->n_taken++] = box;
}

const struct box *overlay_taken(const struct overlay *o, struct box box)
{
    for (int i = 0; i < o->n_taken; i++) {
        const struct box *b = &o->taken[i];
        if (b->x < box.right && b->right > box.x && b->y < box.bottom && b->bottom > box.y)
            return b;
    }
    return NULL;
}

static bool is_free(const struct overlay *o, struct corner at, len width, len height, struct box *place)
{
    *place = (struct box){ at.x, at.y, at.x + width, at.y + height };
    return place->x >= EDGE && place->y >= EDGE && place->right <= o->page->width - EDGE && place->bottom <= o->page->height - EDGE &&
           !overlay_taken(o, *place);
}

/* Ring after ring round all the corners; a ring's middles before its ends.                              */
bool overlay_near(const struct overlay *o, const struct corner *corner, int n, len width, len height, struct box *place)
{
    for (int ring = 0; ring <= NEAR_STEPS; ring++)
        for (int i = 0; i < n; i++)
            for (int k = 0; k <= ring; k++)
                for (int side = 0; side < 8; side++) {
                    len out = (side & 1 ? ring : -ring) * NEAR_STEP, along = (side & 2 ? k : -k) * NEAR_STEP;
                    struct corner at = { corner[i].x + (side & 4 ? out : along), corner[i].y + (side & 4 ? along : out) };
                    if (is_free(o, at, width, height, place))
                        return true;
                }
    return false;
}

/* ---- what a box goes round ----------------------------------------------------------------------------- */

struct box mark_box(const struct mark *m)
{
    struct box box = { m->x, m->y, m->x + m->width, m->y };
    if (m->kind == MARK_TEXT) {
        box.y -= len_part(m->text.size, m->text.face->ascent);
        box.bottom += len_part(m->text.size, m->text.face->descent);
    } else {
        box.bottom += m->kind == MARK_RULE ? m->rule.height : m->image.height;
    }
    return box;
}

void box_widen(struct box *all, struct box more)
{
    all->x = more.x < all->x ? more.x : all->x;
    all->y = more.y < all->y ? more.y : all->y;
    all->right = more.right > all->right ? more.right : all->right;
    all->bottom = more.bottom > all->bottom ? more.bottom : all->bottom;
}

int overlay_whole(const struct pages *pages, int element)
{
    int whole = element;
    for (int e = element; e >= 0; e = pages->elements[e].parent)
        if (pages->elements[e].kind == ELEMENT_TABLE || pages->elements[e].kind == ELEMENT_NOTE)
            whole = e;
    return whole;
}

static bool same_pos(struct pos a, struct pos b) { return a.src == b.src && a.offset == b.offset; }

bool overlay_belongs(const struct pages *pages, int element, int to)
{
    const struct element *a = &pages->elements[element], *b = &pages->elements[to];
    return element == to || (a->kind == ELEMENT_ARTIFACT && b->kind == ELEMENT_TABLE && same_pos(a->tmpl, b->tmpl) && same_pos(a->data, b->data));
}
