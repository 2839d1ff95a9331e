#include "write/pdf/boxes.h"

#include "base/utf8.h"
#include "write/pdf/font.h"

enum {
    LABEL_SIZE = PT(5),
    LABEL_GAP = PT(0.7),         /* between label and outline                                  */
    OUTSET = PT(1),              /* of an outline from its letters                               */
};

struct box { len x, y, right, bottom; };

struct boxes {
    struct pdf *pdf;
    const struct page *page;
    struct buf b;
    struct pdf_font *font;       /* of labels; NULL: the document has no letters                 */
    struct box *label;           /* where labels stand already                                 */
    int n_labels, room_labels;
};

static int hundredths(len l) { return (int)((l >= 0 ? l + 5 : l - 5) / 10); }

static void put(struct boxes *o, len l, char after)
{
    put_hundredths(&o->b, hundredths(l));
    buf_char(&o->b, after);
}

static void put_box(struct boxes *o, struct box box)
{
    put(o, box.x, ' ');
    put(o, o->page->height - box.bottom, ' ');
    put(o, box.right - box.x, ' ');
    put(o, box.bottom - box.y, ' ');
    buf_str(&o->b, "re S\n");
}

/* ---- what an outline goes round ------------------------------------------------------------------ */

static struct box mark_box(const struct mark *m)
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

static void widen(struct box *all, struct box more)
{
    all->x = more.x < all->x ? more.x : all->x;
    all->y = more.y < all->y ? more.y : all->y;
    all->right = more.right > all->right ? more.right : all->right;
    all->bottom = more.bottom > all->bottom ? more.bottom : all->bottom;
}

/* A table and a note are outlined as a whole.                                                        */
static int outlined(const struct pages *pages, int element)
{
    int whole = element;
    for (int e = element; e >= 0; e = pages->elements[e].parent)
        if (pages->elements[e].kind == ELEMENT_TABLE || pages->elements[e].kind == ELEMENT_NOTE)
            whole = e;
    return whole;
}

/* ---- labels -------------------------------------------------------------------------------------- */

static void colour(struct boxes *o, const char *rgb, const char *dash)
{
    buf_format(&o->b, "%s RG %s rg %s d\n", rgb, rgb, dash);
}

static len label_width(const struct boxes *o, const char *label)
{
    int64_t sum = 0;
    for (const char *s = label; *s;)
        sum += face_advance(o->font->face, utf8_next(&s));
    return (len)(sum * LABEL_SIZE / 1000);
}

/* The first place from y down that no label has.                                                       */
static len free_place(struct boxes *o, len x, len y, const char *label)
{
    struct box own = { x, y - LABEL_SIZE, x + label_width(o, label), y };
    for (int i = 0; i < o->n_labels; i++) {
        const struct box *b = &o->label[i];
        if (b->x < own.right && b->right > own.x && b->y < own.bottom && b->bottom > own.y) {
            own.y = b->bottom;
            own.bottom = own.y + LABEL_SIZE;
            i = -1;
        }
    }
    o->label = arena_grow(o->pdf->scratch, o->label, o->n_labels + 1, &o->room_labels, sizeof(*o->label));
    o->label[o->n_labels++] = own;
    return own.bottom;
}

static void put_label(struct boxes *o, len x, len y, const char *label)
{
    y = free_place(o, x, y, label);
    buf_format(&o->b, "BT /F%d ", o->font->number);
    put(o, LABEL_SIZE, ' ');
    buf_str(&o->b, "Tf ");
    put(o, x, ' ');
    put(o, o->page->height - y, ' ');
    buf_str(&o->b, "Td <");
    for (const char *s = label; *s;)
        buf_format(&o->b, "%04X", (unsigned)font_cid(o->pdf, o->font, utf8_next(&s)));
    buf_str(&o->b, "> Tj ET\n");
}

/* Right of the upper corner, where there is room most often; else above the box.                       */
static void label_block(struct boxes *o, struct box box, const char *label)
{
    if (!o->font)
        return;
    if (box.right + LABEL_GAP + label_width(o, label) <= o->page->width)
        put_label(o, box.right + LABEL_GAP, box.y + len_part(LABEL_SIZE, 700), label);
    else
        put_label(o, box.x, box.y - LABEL_GAP, label);
}

/* "o3 nd30:312"                                                                                         */
static const char *label_of(struct boxes *o, const struct element *e, const char *role)
{
    static const char *const plain[] = { "document", "section", "block", "heading", "p", "table", "row", "cell", "cell", "note", "field", "image", "artifact" };
    int n = 0;
    const char *element = source_element(e->tmpl, &n);
    const char *what = role ? role : element ? arena_format(o->pdf->scratch, "%.*s", n, element) : plain[e->kind];
    if (!e->tmpl.src)
        return what;
    const char *slash = strrchr(e->tmpl.src->name, '/'), *file = slash ? slash + 1 : e->tmpl.src->name, *dot = strrchr(file, '.');
    return arena_format(o->pdf->scratch, "%s %.*s:%d", what, (int)(dot ? dot - file : (int)strlen(file)), file, source_place(e->tmpl).line);
}

static struct pdf_font *plain_font(const struct pdf *pdf)
{
    for (struct pdf_font *f = pdf->fonts; f; f = f->next)
        if (!f->face->bold && !f->face->italic)
            return f;
    return pdf->fonts;
}

/* ---- one page -------------------------------------------------------------------------------------- */

static void text_area(struct boxes *o)
{
    const struct page *p = o->page;
    colour(o, "0.75 0.75 0.75", "[]0");
    put_box(o, (struct box){ p->left, p->top, p->width - p->right, p->height - p->bottom });
}

static void put_block(struct boxes *o, int element, struct box box)
{
    const struct element *e = &o->pdf->pages->elements[element];
    const char *role = page_role(o->pdf->pages, element);
    box = (struct box){ box.x - OUTSET, box.y, box.right + OUTSET, box.bottom };
    colour(o, e->kind == ELEMENT_ARTIFACT ? "0.6 0.2 0.7" : role ? "0.1 0.35 0.8" : "0 0.5 0.25", "[]0");
    put_box(o, box);
    label_block(o, box, label_of(o, e, role));
}

static bool same_pos(struct pos a, struct pos b) { return a.src == b.src && a.offset == b.offset; }

/* A table and its lines are one.                                                                         */
static bool belongs(const struct pages *pages, int element, int to)
{
    const struct element *a = &pages->elements[element], *b = &pages->elements[to];
    return element == to || (a->kind == ELEMENT_ARTIFACT && b->kind == ELEMENT_TABLE && same_pos(a->tmpl, b->tmpl) && same_pos(a->data, b->data));
}

/* Marks of one block may stand apart in the page's order (a note's mark inside a line).               */
static void blocks(struct boxes *o)
{
    const struct pages *pages = o->pdf->pages;
    struct { int element; struct box box; } *list = arena_array(o->pdf->scratch, (size_t)o->page->n + 1, sizeof(*list));
    int n = 0;
    for (int i = 0; i < o->page->n; i++) {
        int element = outlined(pages, o->page->marks[i].element), at = n - 1;
        while (at >= 0 && !belongs(pages, element, list[at].element))
            at--;
        if (at < 0) {
            at = n++;
            list[at].element = element;
            list[at].box = mark_box(&o->page->marks[i]);
        }
        widen(&list[at].box, mark_box(&o->page->marks[i]));
    }
    for (int i = 0; i < n; i++)
        put_block(o, list[i].element, list[i].box);
}

static void fields(struct boxes *o, int index)
{
    const struct pages *pages = o->pdf->pages;
    colour(o, "0.85 0.1 0.1", "[2 1.5]0");
    for (int i = 0; i < pages->n_fields; i++) {
        const struct page_field *f = &pages->fields[i];
        if (f->page != index)
            continue;
        struct box box = { f->x, f->y, f->x + f->width, f->y + f->height };
        put_box(o, box);
        if (o->font)
            put_label(o, box.x, box.bottom + LABEL_GAP + len_part(LABEL_SIZE, 700),
                      arena_format(o->pdf->scratch, "%s%s%s", page_field_kind(f), f->name ? " " : "", f->name ? f->name : ""));
    }
}

/* Two streams for one page are read as if they were one (ISO 32000-1, 7.8.2).                          */
void boxes_write(struct pdf *pdf, int index)
{
    struct boxes o = { .pdf = pdf, .page = &pdf->pages->page[index], .b = buf_in(pdf->scratch), .font = plain_font(pdf) };
    HPDF_Page to = HPDF_GetPageByIndex(pdf->doc, (HPDF_UINT)index);
    HPDF_Array both = HPDF_Array_New(pdf->doc->mmgr);
    if (!to || !both)
        return; /* libharu has kept the error */
    buf_str(&o.b, "/Artifact BMC q 0.3 w 0 Tc\n");
    text_area(&o);
    blocks(&o);
    fields(&o, index);
    buf_str(&o.b, "Q EMC\n");
    HPDF_Dict stream = object_stream(pdf, "", buf_text(&o.b), o.b.size);
    if (!stream)
        return;
    HPDF_Array_Add(both, ((HPDF_PageAttr)to->attr)->contents);
    HPDF_Array_Add(both, stream);
    HPDF_Dict_Add(to, "Contents", both);
    arena_reset(pdf->scratch);
}
