/* structure.c - the structure tree, written when all pages are drawn.                           */
#include "write/pdf/tags.h"

/* libharu looks for a page from the first on.                                                     */
static unsigned page_number(struct pdf *pdf, int page)
{
    unsigned *number = &pdf->tags->pages[page].number;
    if (!*number)
        *number = object_number(HPDF_GetPageByIndex(pdf->doc, (HPDF_UINT)page));
    return *number;
}

static void put_kid(struct pdf *pdf, const struct pdf_tag *t, const struct kid *k, struct buf *b)
{
    if (k->kind == KID_TAG)
        put_reference(b, object_number(pdf->tags->tag[k->n].dict));
    else if (k->kind == KID_ANNOTATION)
        buf_format(b, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", page_number(pdf, k->page), k->n);
    else if (k->page == t->page)
        put_number(b, k->n), buf_char(b, ' ');
    else
        buf_format(b, "<</Type/MCR/Pg %u 0 R/MCID %u>>", page_number(pdf, k->page), k->n);
}

static void put_cell(const struct pdf_tag *t, const struct element *e, struct buf *b)
{
    if (t->kind == TAG_TD && e->columns == 1 && e->rows == 1)
        return;
    buf_str(b, t->kind == TAG_TH ? "/A<</O/Table/Scope/Column" : "/A<</O/Table");
    if (e->columns > 1)
        buf_format(b, "/ColSpan %d", e->columns);
    if (e->rows > 1)
        buf_format(b, "/RowSpan %d", e->rows);
    buf_str(b, ">>");
}

/* An element's words are made when it is written: there may be many.                            */
static HPDF_STATUS write_tag(HPDF_Dict dict, HPDF_Stream stream)
{
    const struct pdf_tag *t = dict->attr;
    struct pdf *pdf = t->pdf;
    int tag = (int)(t - pdf->tags->tag);
    const struct element *e = tag < pdf->pages->n_elements ? &pdf->pages->elements[tag] : NULL;
    struct buf b = buf_in(pdf->scratch);
    buf_str(&b, "/S");
    tag_put_name(t, &b);
    buf_str(&b, "/P ");
    put_reference(&b, object_number(t->parent < 0 ? pdf->tags->root : pdf->tags->tag[t->parent].dict));
    if (t->page >= 0) {
        buf_str(&b, "/Pg ");
        put_reference(&b, page_number(pdf, t->page));
    }
    if (t->kind == TAG_TD || t->kind == TAG_TH)
        put_cell(t, e, &b);
    if (t->kind == TAG_NOTE)
        buf_format(&b, "/ID(n%07d)", tag);
    if (t->kind == TAG_FIGURE && e->alt) {
        buf_str(&b, "/Alt");
        put_text(&b, e->alt);
    }
    if (t->kids)
        buf_str(&b, t->kids->next ? "/K[" : "/K ");
    for (const struct kid *k = t->kids; k; k = k->next)
        put_kid(pdf, t, k, &b);
    buf_str(&b, t->kids && t->kids->next ? "]" : "");
    HPDF_STATUS status = HPDF_Stream_WriteStr(stream, buf_text(&b));
    arena_reset(pdf->scratch);
    return status;
}

static void order_cells(struct pdf *pdf)
{
    struct pdf_tags *t = pdf->tags;
    for (int i = 1; i < pdf->pages->n_elements; i++) {
        const struct pdf_tag *parent = &t->tag[t->tag[i].parent];
        bool wanted = t->tag[i].dict || (tag_is_table(parent->kind) && t->tag[i].kind != TAG_NONE);
        if (!parent->dict || !tag_is_ordered(parent->kind) || !wanted)
            continue;
        tag_attach(pdf, i);
        tag_add_kid(pdf, t->tag[i].parent, (struct kid){ .kind = KID_TAG, .n = (unsigned)i });
    }
}

static HPDF_STATUS write_parents(HPDF_Dict dict, HPDF_Stream stream)
{
    struct pdf *pdf = dict->attr;
    HPDF_STATUS status = HPDF_Stream_WriteStr(stream, "/Nums [");
    for (int i = 0; i < pdf->pages->n && status == HPDF_OK; i++) {
        struct buf b = buf_in(pdf->scratch);
        const struct page_tags *on = &pdf->tags->pages[i];
        buf_format(&b, "%d [", i);
        for (int k = 0; k < on->n; k++)
            put_reference(&b, object_number(pdf->tags->tag[on->tag[k]].dict));
        buf_str(&b, "]\n");
        status = HPDF_Stream_WriteStr(stream, buf_text(&b));
        arena_reset(pdf->scratch);
    }
    HPDF_Stream_WriteStr(stream, buf_text(&pdf->tags->annotations));
    return HPDF_Stream_WriteStr(stream, "]\n");
}

static HPDF_Dict parent_tree(struct pdf *pdf)
{
    HPDF_Dict dict = object_dict(pdf, "");
    dict->attr = pdf;
    dict->write_fn = write_parents;
    return dict;
}

/* Numbers of one length stand in the order that a tree of names must have.                        */
static HPDF_Dict note_names(struct pdf *pdf)
{
    struct buf b = buf_in(pdf->arena);
    buf_str(&b, "/Names [");
    for (int i = 0; i < pdf->pages->n_elements; i++)
        if (pdf->tags->tag[i].kind == TAG_NOTE && pdf->tags->tag[i].dict)
            buf_format(&b, "(n%07d) %u 0 R\n", i, object_number(pdf->tags->tag[i].dict));
    buf_str(&b, "]\n");
    return object_dict(pdf, buf_text(&b));
}

void tags_finish(struct pdf *pdf)
{
    struct pdf_tags *t = pdf->tags;
    if (!pdf_is_tagged(pdf))
        return;
    HPDF_Dict root = t->root = object_dict(pdf, "");
    tag_attach(pdf, 0);
    order_cells(pdf);
    for (int i = 0; i < t->n; i++)
        if (t->tag[i].dict) {
            t->tag[i].dict->attr = &t->tag[i];
            t->tag[i].dict->write_fn = write_tag;
        }
    root->attr = arena_format(pdf->arena, "/Type /StructTreeRoot /K %u 0 R /ParentTree %u 0 R /ParentTreeNextKey %d /IDTree %u 0 R\n",
        object_number(t->tag[0].dict), object_number(parent_tree(pdf)), t->next, object_number(note_names(pdf)));
    HPDF_Dict_Add(pdf->doc->catalog, "StructTreeRoot", root);
    HPDF_Dict_Add(pdf->doc->catalog, "MarkInfo", object_direct(pdf, "/Marked true"));
    for (int i = 0; i < pdf->pages->n; i++) {
        HPDF_Page page = HPDF_GetPageByIndex(pdf->doc, (HPDF_UINT)i);
        HPDF_Dict_AddNumber(page, "StructParents", i);
        HPDF_Dict_AddName(page, "Tabs", "S");
    }
}
