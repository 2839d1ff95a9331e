#include "write/pdf/link.h"

#include "font/face.h"

HPDF_Array destination_new(struct pdf *pdf, int page, len y)
{
    HPDF_MMgr m = pdf->doc->mmgr;
    HPDF_Array a = HPDF_Array_New(m);
    HPDF_Array_Add(a, HPDF_GetPageByIndex(pdf->doc, (HPDF_UINT)page));
    HPDF_Array_AddName(a, "XYZ");
    HPDF_Array_Add(a, HPDF_Null_New(m));
    HPDF_Array_AddReal(a, (HPDF_REAL)((pdf->pages->page[page].height - y) / 1000.0));
    HPDF_Array_Add(a, HPDF_Null_New(m));
    return a;
}

static bool is_inside(const struct pages *pages, int element, const char *id)
{
    for (; element >= 0; element = pages->elements[element].parent)
        if (pages->elements[element].id && strcmp(pages->elements[element].id, id) == 0)
            return true;
    return false;
}

/* The first mark of what bears the id.                                                        */
static HPDF_Array find_place(struct pdf *pdf, const char *id)
{
    for (int i = 0; i < pdf->pages->n; i++)
        for (int j = 0; j < pdf->pages->page[i].n; j++) {
            const struct mark *m = &pdf->pages->page[i].marks[j];
            if (m->kind != MARK_RULE && is_inside(pdf->pages, m->element, id))
                return destination_new(pdf, i, m->kind == MARK_TEXT ? m->y - m->text.size : m->y);
        }
    return NULL;
}

/* An address in a literal string; what is not ASCII is written as %XX (RFC 3986).             */
static const char *address(struct pdf *pdf, const char *href)
{
    struct buf b = buf_in(pdf->arena);
    for (const unsigned char *s = (const unsigned char *)href; *s; s++)
        if (*s <= ' ' || *s >= 0x7F)
            buf_format(&b, "%%%02X", *s);
        else
            buf_format(&b, strchr("()\\", *s) ? "\\%c" : "%c", *s);
    return buf_text(&b);
}

static HPDF_Dict link_new(struct pdf *pdf, const struct page *page, const struct mark *m)
{
    struct buf b = buf_in(pdf->arena);
    const struct face *f = m->text.face;
    len top = m->y - len_part(m->text.size, f->ascent), bottom = m->y + len_part(m->text.size, f->descent);
    const len corner[4] = { m->x, page->height - bottom, m->x + m->width, page->height - top };
    HPDF_Array place = *m->text.href == '#' ? find_place(pdf, m->text.href + 1) : NULL;
    buf_str(&b, "/Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [");
    for (int i = 0; i < 4; i++) {
        put_hundredths(&b, (int)(corner[i] / 10));
        buf_char(&b, ' ');
    }
    buf_str(&b, "]\n");
    if (*m->text.href != '#')
        buf_format(&b, "/A <</S /URI /URI (%s)>>\n", address(pdf, m->text.href));
    HPDF_Dict link = object_dict(pdf, buf_text(&b));
    if (link && place)
        HPDF_Dict_Add(link, "Dest", place);
    return link;
}

void links_write(struct pdf *pdf, int index)
{
    const struct page *page = &pdf->pages->page[index];
    HPDF_Array links = NULL;
    for (int i = 0; i < page->n; i++) {
        const struct mark *m = &page->marks[i];
        if (m->kind != MARK_TEXT || !m->text.href)
            continue;
        if (!links) {
            links = HPDF_Array_New(pdf->doc->mmgr);
            HPDF_Dict_Add(HPDF_GetPageByIndex(pdf->doc, (HPDF_UINT)index), "Annots", links);
        }
        HPDF_Array_Add(links, link_new(pdf, page, m));
    }
}
