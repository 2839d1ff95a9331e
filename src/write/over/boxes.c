#include "write/over/boxes.h"

enum {
    LABEL_SIZE = PT(5),
    LABEL_GAP = PT(0.7),         /* between label and outline                                  */
    OUTSET = PT(1),              /* of an outline from its letters                               */
};

/* ---- labels -------------------------------------------------------------------------------------- */

/* The first place from y down that no label has.                                                       */
static void put_label(struct overlay *o, len x, len y, const char *label)
{
    struct box own = { x, y - LABEL_SIZE, x + overlay_width(o, LABEL_SIZE, label), y };
    for (const struct box *b; (b = overlay_taken(o, own)); own.bottom = own.y + LABEL_SIZE)
        own.y = b->bottom;
    overlay_take(o, own);
    overlay_text(o, x, own.bottom, LABEL_SIZE, label);
}

/* Right of the upper corner, where there is room most often; else above the box.                       */
static void label_block(struct overlay *o, struct box box, const char *label)
{
    if (!o->face)
        return;
    if (box.right + LABEL_GAP + overlay_width(o, LABEL_SIZE, label) <= o->page->width)
        put_label(o, box.right + LABEL_GAP, box.y + len_part(LABEL_SIZE, 700), label);
    else
        put_label(o, box.x, box.y - LABEL_GAP, label);
}

/* "o3 nd30:312"                                                                                         */
static const char *label_of(struct overlay *o, const struct element *e, const char *role)
{
    static const char *const plain[ELEMENT_ARTIFACT + 1] = {
        "document", "section", "block", "heading", "p", "table", "row", "cell", "cell", "note", "field", "image", "list", "item", "text", "artifact"
    };
    int n = 0;
    const char *element = source_element(e->tmpl, &n);
    const char *what = role ? role : element ? arena_format(o->scratch, "%.*s", n, element) : plain[e->kind];
    if (!e->tmpl.src)
        return what;
    const char *slash = strrchr(e->tmpl.src->name, '/'), *file = slash ? slash + 1 : e->tmpl.src->name, *dot = strrchr(file, '.');
    return arena_format(o->scratch, "%s %.*s:%d", what, (int)(dot ? dot - file : (int)strlen(file)), file, source_place(e->tmpl).line);
}

/* ---- one page -------------------------------------------------------------------------------------- */

static void text_area(struct overlay *o)
{
    const struct page *p = o->page;
    overlay_colour(o, TINT(75, 75, 75), SOLID);
    overlay_box(o, (struct box){ p->left, p->top, p->width - p->right, p->height - p->bottom });
}

static void put_block(struct overlay *o, int element, struct box box)
{
    const struct element *e = &o->pages->elements[element];
    const char *role = page_role(o->pages, element);
    box = (struct box){ box.x - OUTSET, box.y, box.right + OUTSET, box.bottom };
    overlay_colour(o, e->kind == ELEMENT_ARTIFACT ? TINT(60, 20, 70) : role ? TINT(10, 35, 80) : TINT(0, 50, 25), SOLID);
    overlay_box(o, box);
    label_block(o, box, label_of(o, e, role));
}

/* Marks of one block may stand apart in the page's order (a note's mark inside a line).               */
static void blocks(struct overlay *o)
{
    const struct pages *pages = o->pages;
    struct { int element; struct box box; } *list = arena_array(o->scratch, (size_t)o->page->n + 1, sizeof(*list));
    int n = 0;
    for (int i = 0; i < o->page->n; i++) {
        int element = overlay_whole(pages, o->page->marks[i].element), at = n - 1;
        while (at >= 0 && !overlay_belongs(pages, element, list[at].element))
            at--;
        if (at < 0) {
            at = n++;
            list[at].element = element;
            list[at].box = mark_box(&o->page->marks[i]);
        }
        box_widen(&list[at].box, mark_box(&o->page->marks[i]));
    }
    for (int i = 0; i < n; i++)
        put_block(o, list[i].element, list[i].box);
}

static void fields(struct overlay *o)
{
    const struct pages *pages = o->pages;
    overlay_colour(o, TINT(85, 10, 10), DASHED);
    for (int i = 0; i < pages->n_fields; i++) {
        const struct page_field *f = &pages->fields[i];
        if (f->page != o->index)
            continue;
        struct box box = { f->x, f->y, f->x + f->width, f->y + f->height };
        overlay_box(o, box);
        if (o->face)
            put_label(o, box.x, box.bottom + LABEL_GAP + len_part(LABEL_SIZE, 700),
                      arena_format(o->scratch, "%s%s%s", page_field_kind(f), f->name ? " " : "", f->name ? f->name : ""));
    }
}

void boxes_draw(struct overlay *o)
{
    text_area(o);
    blocks(o);
    fields(o);
}
