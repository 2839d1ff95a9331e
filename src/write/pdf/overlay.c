#include "write/pdf/overlay.h"

#include "base/utf8.h"
#include "write/pdf/font.h"

enum {
    NEAR_STEP = MM(0.7),
    NEAR_STEPS = 24,             /* a label farther off says nothing any more                    */
    EDGE = MM(4.5),              /* no label stands so near to the paper's edge                  */
};

static int hundredths(len l) { return (int)((l >= 0 ? l + 5 : l - 5) / 10); }

static void put(struct overlay *o, len l, char after)
{
    put_hundredths(&o->b, hundredths(l));
    buf_char(&o->b, after);
}

static struct pdf_font *plain_font(const struct pdf *pdf)
{
    for (struct pdf_font *f = pdf->fonts; f; f = f->next)
        if (!f->face->bold && !f->face->italic)
            return f;
    return pdf->fonts;
}

/* ---- the stream ------------------------------------------------------------------------------------ */

struct overlay overlay_begin(struct pdf *pdf, int page)
{
    struct overlay o = { .pdf = pdf, .page = &pdf->pages->page[page], .index = page, .b = buf_in(pdf->scratch), .font = plain_font(pdf) };
    buf_str(&o.b, "/Artifact BMC q 0.3 w 0 Tc\n");
    return o;
}

/* Two streams for one page are read as if they were one (ISO 32000-1, 7.8.2).                          */
void overlay_end(struct overlay *o)
{
    struct pdf *pdf = o->pdf;
    HPDF_Page to = pdf->page[o->index];
    HPDF_Array both = HPDF_Array_New(pdf->doc->mmgr);
    if (!to || !both)
        return; /* libharu has kept the error */
    buf_str(&o->b, "Q EMC\n");
    HPDF_Dict stream = object_stream(pdf, "", buf_text(&o->b), o->b.size);
    if (!stream)
        return;
    HPDF_Array_Add(both, ((HPDF_PageAttr)to->attr)->contents);
    HPDF_Array_Add(both, stream);
    HPDF_Dict_Add(to, "Contents", both);
    arena_reset(pdf->scratch);
}

/* ---- strokes and letters ----------------------------------------------------------------------------- */

void overlay_colour(struct overlay *o, const char *rgb, const char *dash)
{
    buf_format(&o->b, "%s RG %s rg %s d\n", rgb, rgb, dash);
}

void overlay_box(struct overlay *o, struct box box)
{
    put(o, box.x, ' ');
    put(o, o->page->height - box.bottom, ' ');
    put(o, box.right - box.x, ' ');
    put(o, box.bottom - box.y, ' ');
    buf_str(&o->b, "re S\n");
}

void overlay_line(struct overlay *o, len x, len y, len to_x, len to_y)
{
    put(o, x, ' ');
    put(o, o->page->height - y, ' ');
    buf_str(&o->b, "m ");
    put(o, to_x, ' ');
    put(o, o->page->height - to_y, ' ');
    buf_str(&o->b, "l S\n");
}

len overlay_width(const struct overlay *o, len size, const char *text)
{
    int64_t sum = 0;
    for (const char *s = text; *s && o->font;)
        sum += face_advance(o->font->face, utf8_next(&s));
    return (len)(sum * size / 1000);
}

void overlay_text(struct overlay *o, len x, len y, len size, const char *text)
{
    if (!o->font)
        return;
    buf_format(&o->b, "BT /F%d ", o->font->number);
    put(o, size, ' ');
    buf_str(&o->b, "Tf ");
    put(o, x, ' ');
    put(o, o->page->height - y, ' ');
    buf_str(&o->b, "Td <");
    for (const char *s = text; *s;)
        buf_format(&o->b, "%04X", (unsigned)font_cid(o->pdf, o->font, utf8_next(&s)));
    buf_str(&o->b, "> Tj ET\n");
}

/* ---- places that are taken --------------------------------------------------------------------------- */

void overlay_take(struct overlay *o, struct box box)
{
    o->taken = arena_grow(o->pdf->scratch, o->taken, o->n_taken + 1, &o->room_taken, sizeof(*o->taken));
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
