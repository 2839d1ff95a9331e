#include "write/pdf/over.h"

#include "base/utf8.h"
#include "write/pdf/font.h"

struct over {
    struct pdf *pdf;
    struct buf b;
    len height;                  /* of the page: PDF counts from below                        */
    struct pdf_font *font;       /* NULL: the document has no letters                         */
};

static int hundredths(len l) { return (int)((l >= 0 ? l + 5 : l - 5) / 10); }

static void put(struct over *o, len l, const char *after)
{
    put_hundredths(&o->b, hundredths(l));
    buf_str(&o->b, after);
}

static void put_tint(struct over *o, struct tint tint, const char *after)
{
    const int part[] = { tint.r, tint.g, tint.b };
    for (int i = 0; i < LENGTH(part); i++) {
        put_hundredths(&o->b, part[i]);
        buf_char(&o->b, ' ');
    }
    buf_str(&o->b, after);
}

static void colour(void *to, struct tint tint, enum dash dash)
{
    static const char *const words[] = { [SOLID] = "[]0 d\n", [DASHED] = "[2 1.5]0 d\n", [DASHED_LONG] = "[3 2]0 d\n" };
    struct over *o = to;
    put_tint(o, tint, "RG ");
    put_tint(o, tint, "rg ");
    buf_str(&o->b, words[dash]);
}

static void thickness(void *to, len l) { put(to, l, " w\n"); }

static void box(void *to, struct box box)
{
    struct over *o = to;
    put(o, box.x, " ");
    put(o, o->height - box.bottom, " ");
    put(o, box.right - box.x, " ");
    put(o, box.bottom - box.y, " re S\n");
}

static void line(void *to, len x, len y, len to_x, len to_y)
{
    struct over *o = to;
    put(o, x, " ");
    put(o, o->height - y, " m ");
    put(o, to_x, " ");
    put(o, o->height - to_y, " l S\n");
}

static void text(void *to, len x, len y, len size, const char *words)
{
    struct over *o = to;
    buf_format(&o->b, "BT /F%d ", o->font->number);
    put(o, size, " Tf ");
    put(o, x, " ");
    put(o, o->height - y, " Td <");
    for (const char *s = words; *s;)
        buf_format(&o->b, "%04X", (unsigned)font_cid(o->pdf, o->font, utf8_next(&s)));
    buf_str(&o->b, "> Tj ET\n");
}

static const struct ink ink = { colour, thickness, box, line, text };

static struct pdf_font *plain_font(const struct pdf *pdf)
{
    for (struct pdf_font *f = pdf->fonts; f; f = f->next)
        if (!f->face->bold && !f->face->italic)
            return f;
    return pdf->fonts;
}

/* Two streams for one page are read as if they were one (ISO 32000-1, 7.8.2).                          */
static void add_stream(struct over *o, HPDF_Page to)
{
    struct pdf *pdf = o->pdf;
    HPDF_Array both = HPDF_Array_New(pdf->doc->mmgr);
    HPDF_Dict stream = both ? object_stream(pdf, "", buf_text(&o->b), o->b.size) : NULL;
    if (!to || !stream)
        return; /* libharu has kept the error */
    HPDF_Array_Add(both, ((HPDF_PageAttr)to->attr)->contents);
    HPDF_Array_Add(both, stream);
    HPDF_Dict_Add(to, "Contents", both);
}

void over_write(struct pdf *pdf, int page)
{
    const struct page *p = &pdf->pages->page[page];
    struct over over = { .pdf = pdf, .b = buf_in(pdf->scratch), .height = p->height, .font = plain_font(pdf) };
    struct overlay o = { .pages = pdf->pages, .page = p, .index = page, .scratch = pdf->scratch,
                         .face = over.font ? over.font->face : NULL, .ink = &ink, .to = &over };
    buf_str(&over.b, "/Artifact BMC q 0 Tc\n");
    overlay_draw(&o, pdf->over);
    buf_str(&over.b, "Q EMC\n");
    add_stream(&over, pdf->page[page]);
    arena_reset(pdf->scratch);
}
