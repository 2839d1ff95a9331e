#include "write/pdf/link.h"

#include "font/face.h"
#include "write/pdf/tag.h"

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

static int same_id(const void *id, const void *target) { return strcmp(id, ((const struct pdf_target *)target)->id); }

static HPDF_Array find_place(struct pdf *pdf, const char *id)
{
    if (!pdf->targets)
        find_targets(pdf);
    const struct pdf_target *t =
        pdf->targets ? bsearch(id, pdf->targets, (size_t)pdf->n_targets, sizeof(*t), same_id) : NULL;
    return t ? destination_new(pdf, t->page, t->mark->kind == MARK_TEXT ? t->mark->y - t->mark->text.size : t->mark->y) : NULL;
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

struct pdf_link { struct pdf_link *next; const struct mark *mark; int page, tag; };

void link_note(struct pdf *pdf, int page, const struct mark *m, int tag)
{
    struct pdf_link *link = NEW(pdf->arena, struct pdf_link);
    *link = (struct pdf_link){ .mark = m, .page = page, .tag = tag };
    if (pdf->last_link)
        pdf->last_link->next = link;
    else
        pdf->links = link;
    pdf->last_link = link;
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
    HPDF_Array place = *m->text.href == '#' ? find_place(pdf, m->text.href + 1) : NULL;
    HPDF_Dict dict = object_dict(pdf, "");
    buf_str(&b, "/Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [");
    for (int i = 0; i < 4; i++) {
        put_hundredths(&b, (int)(corner[i] / 10));
        buf_char(&b, ' ');
    }
    buf_str(&b, "]\n");
    put_contents(pdf, m, &b);
    if (*m->text.href != '#')
        buf_format(&b, "/A <</S /URI /URI (%s)>>\n", address(pdf, m->text.href));
    if (link->tag != TAG_ARTIFACT)
        buf_format(&b, "/StructParent %d\n", tag_annotation(pdf, link->tag, dict, link->page));
    dict->attr = (void *)buf_text(&b);
    if (place)
        HPDF_Dict_Add(dict, "Dest", place);
    return dict;
}

void links_write(struct pdf *pdf)
{
    HPDF_Array annotations = NULL;
    int page = -1;
    for (const struct pdf_link *link = pdf->links; link; link = link->next) {
        if (link->page != page) {
            page = link->page;
            annotations = HPDF_Array_New(pdf->doc->mmgr);
            HPDF_Dict_Add(HPDF_GetPageByIndex(pdf->doc, (HPDF_UINT)page), "Annots", annotations);
        }
        HPDF_Array_Add(annotations, link_new(pdf, link));
    }
}
