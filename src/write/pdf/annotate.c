/* annotate.c - the annotations of links, and what they lead to.                                */
#include "write/pdf/link.h"

#include "font/face.h"
#include "write/pdf/tag.h"

HPDF_Array destination_new(struct pdf *pdf, int page, len y)
{
    HPDF_MMgr m = pdf->doc->mmgr;
    HPDF_Array a = HPDF_Array_New(m);
    HPDF_Array_Add(a, pdf->page[page]);
    HPDF_Array_AddName(a, "XYZ");
    HPDF_Array_Add(a, HPDF_Null_New(m));
    HPDF_Array_AddReal(a, (HPDF_REAL)((pdf->pages->page[page].height - y) / 1000.0));
    HPDF_Array_Add(a, HPDF_Null_New(m));
    return a;
}

/* ---- what links lead to ----------------------------------------------------------------------- */

struct pdf_target { const char *id; const struct mark *mark; int page, order; };

static int by_id(const void *a, const void *b)
{
    const struct pdf_target *one = a, *other = b;
    int order = strcmp(one->id, other->id);
    return order ? order : (one->order > other->order) - (one->order < other->order);
}

static void add_target(struct pdf *pdf, int *room, struct pdf_target target)
{
    pdf->targets = arena_grow(pdf->arena, pdf->targets, pdf->n_targets + 1, room, sizeof(target));
    pdf->targets[pdf->n_targets++] = target;
}

/* The first mark of what bears each id; of several with one id the first.                     */
static void find_targets(struct pdf *pdf)
{
    const struct pages *pages = pdf->pages;
    pdf->n_targets = 0;
    bool *seen = NEW_N(pdf->arena, bool, pages->n_elements + 1);
    int room = 0, kept = 0;
    for (int i = 0; i < pages->n; i++)
        for (int j = 0; j < pages->page[i].n; j++) {
            const struct mark *m = &pages->page[i].marks[j];
            for (int e = m->kind == MARK_RULE ? -1 : m->element; e >= 0 && !seen[e]; e = pages->elements[e].parent) {
                seen[e] = true;
                if (pages->elements[e].id)
                    add_target(pdf, &room, (struct pdf_target){ pages->elements[e].id, m, i, pdf->n_targets });
            }
        }
    if (pdf->n_targets)
        qsort(pdf->targets, (size_t)pdf->n_targets, sizeof(*pdf->targets), by_id);
    for (int i = 0; i < pdf->n_targets; i++)
        if (!kept || strcmp(pdf->targets[kept - 1].id, pdf->targets[i].id) != 0)
            pdf->targets[kept++] = pdf->targets[i];
    pdf->n_targets = kept;
}

static HPDF_Array mark_place(struct pdf *pdf, int page, const struct mark *m)
{
    return destination_new(pdf, page, m->kind == MARK_TEXT ? m->y - m->text.size : m->y);
}

static int same_id(const void *id, const void *target) { return strcmp(id, ((const struct pdf_target *)target)->id); }

static HPDF_Array find_place(struct pdf *pdf, const char *id)
{
    if (!pdf->targets)
        find_targets(pdf);
    const struct pdf_target *t =
        pdf->targets ? bsearch(id, pdf->targets, (size_t)pdf->n_targets, sizeof(*t), same_id) : NULL;
    return t ? mark_place(pdf, t->page, t->mark) : NULL;
}

/* ---- links ---------------------------------------------------------------------------------------- */

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

static HPDF_Array link_place(struct pdf *pdf, const struct pdf_link *link)
{
    if (link->kind == LINK_WORDS)
        return *link->mark->text.href == '#' ? find_place(pdf, link->mark->text.href + 1) : NULL;
    const struct pdf_link *other = link_end(pdf, link->note, link->kind == LINK_CALL ? LINK_LABEL : LINK_CALL);
    return other ? mark_place(pdf, other->page, other->mark) : NULL;
}

/* The words that are seen, for those who do not see them. */
static void put_contents(struct pdf *pdf, const struct mark *m, struct buf *b)
{
    buf_str(b, "/Contents ");
    put_text(b, arena_copy(pdf->arena, m->text.s, (size_t)m->text.n));
    buf_char(b, '\n');
}

static HPDF_Dict link_new(struct pdf *pdf, const struct pdf_link *link)
{
    struct buf b = buf_in(pdf->arena);
    const struct page *page = &pdf->pages->page[link->page];
    const struct mark *m = link->mark;
    const struct face *f = m->text.face;
    len top = m->y - len_part(m->text.size, f->ascent), bottom = m->y + len_part(m->text.size, f->descent);
    const len corner[4] = { m->x, page->height - bottom, m->x + m->width, page->height - top };
    HPDF_Array place = link_place(pdf, link);
    HPDF_Dict dict = object_dict(pdf, "");
    buf_str(&b, "/Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [");
    for (int i = 0; i < 4; i++) {
        put_hundredths(&b, (int)(corner[i] / 10));
        buf_char(&b, ' ');
    }
    buf_str(&b, "]\n");
    put_contents(pdf, m, &b);
    const char *to = link->kind == LINK_WORDS && *m->text.href != '#' ? address(pdf, m->text.href) : NULL;
    if (to) /* of two thousand bytes at most, each written as three */
        buf_format(&b, "/A <</S /URI /URI (%s)>>\n", to);
    if (link->tag != TAG_ARTIFACT)
        tag_annotation(pdf, link->tag, dict, link->page, &b);
    dict->attr = (void *)buf_text(&b);
    if (place)
        HPDF_Dict_Add(dict, "Dest", place);
    return dict;
}

void links_write(struct pdf *pdf)
{
    for (const struct pdf_link *link = pdf->links; link; link = link->next)
        object_annotate(pdf, link->page, link_new(pdf, link));
}
