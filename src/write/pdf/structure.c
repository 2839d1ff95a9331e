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
        put_reference(b, pdf->tags->tag[k->n].number);
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

static void put_tag(struct pdf *pdf, int tag, struct buf *b)
{
    const struct pdf_tag *t = &pdf->tags->tag[tag];
    const struct element *e = tag < pdf->pages->n_elements ? &pdf->pages->elements[tag] : NULL;
    buf_str(b, "<</S");
    tag_put_name(t, b);
    buf_str(b, "/P ");
    put_reference(b, t->parent < 0 ? object_number(pdf->tags->root) : pdf->tags->tag[t->parent].number);
    if (t->page >= 0) {
        buf_str(b, "/Pg ");
        put_reference(b, page_number(pdf, t->page));
    }
    if (t->kind == TAG_TD || t->kind == TAG_TH)
        put_cell(t, e, b);
    if (t->kind == TAG_NOTE)
        buf_format(b, "/ID(n%07d)", tag);
    if (t->kind == TAG_FIGURE && e->alt) {
        buf_str(b, "/Alt");
        put_text(b, e->alt);
    }
    buf_str(b, "/K[");
    if (t->mcid >= 0) {
        put_number(b, (unsigned)t->mcid);
        buf_char(b, ' ');
    }
    for (const struct kid *k = t->kids; k; k = k->next)
        put_kid(pdf, t, k, b);
    for (int i = tag + 1; t->kind == TAG_TR && i < pdf->pages->n_elements && pdf->pages->elements[i].parent >= tag; i++)
        if (pdf->pages->elements[i].parent == tag && pdf->tags->tag[i].in_tree)
            put_reference(b, pdf->tags->tag[i].number);
    buf_str(b, "]>>");
}

static void order_cells(struct pdf *pdf)
{
    struct pdf_tags *t = pdf->tags;
    for (int i = 1; i < pdf->pages->n_elements; i++) {
        const struct pdf_tag *parent = &t->tag[t->tag[i].parent];
        bool wanted = t->tag[i].in_tree || (tag_is_table(parent->kind) && t->tag[i].kind != TAG_NONE);
        if (!parent->in_tree || !tag_is_ordered(parent->kind) || !wanted)
            continue;
        tag_attach(pdf, i);
        if (parent->kind != TAG_TR) /* whose cells are found where they were made, one after the other */
            tag_add_kid(pdf, t->tag[i].parent, (struct kid){ .kind = KID_TAG, .n = (unsigned)i });
    }
}

/* The words with numbers of elements in them are made when these are known, as the file is written. */
static HPDF_STATUS write_words(struct pdf *pdf, HPDF_Stream stream, struct buf *b)
{
    HPDF_STATUS status = HPDF_Stream_WriteStr(stream, buf_text(b));
    arena_reset(pdf->scratch);
    return status;
}

static HPDF_STATUS write_parents(HPDF_Dict dict, HPDF_Stream stream)
{
    struct pdf *pdf = dict->attr;
    const struct pdf_tags *t = pdf->tags;
    HPDF_STATUS status = HPDF_Stream_WriteStr(stream, "/Nums [");
    for (int i = 0; i < pdf->pages->n && status == HPDF_OK; i++) {
        struct buf b = buf_in(pdf->scratch);
        buf_format(&b, "%d [", i);
        for (int k = 0; k < t->pages[i].n; k++)
            put_reference(&b, t->tag[t->pages[i].tag[k]].number);
        buf_str(&b, "]\n");
        status = write_words(pdf, stream, &b);
    }
    struct buf b = buf_in(pdf->scratch);
    for (int i = 0; i < t->n_annotated; i++)
        buf_format(&b, "%d %u 0 R\n", pdf->pages->n + i, t->tag[t->annotated[i]].number);
    buf_str(&b, "]\n");
    return status == HPDF_OK ? write_words(pdf, stream, &b) : status;
}

/* Numbers of one length stand in the order that a tree of names must have.                        */
static HPDF_STATUS write_notes(HPDF_Dict dict, HPDF_Stream stream)
{
    struct pdf *pdf = dict->attr;
    struct buf b = buf_in(pdf->scratch);
    buf_str(&b, "/Names [");
    for (int i = 0; i < pdf->pages->n_elements; i++)
        if (pdf->tags->tag[i].kind == TAG_NOTE && pdf->tags->tag[i].in_tree)
            buf_format(&b, "(n%07d) %u 0 R\n", i, pdf->tags->tag[i].number);
    buf_str(&b, "]\n");
    return write_words(pdf, stream, &b);
}

static HPDF_STATUS write_root(HPDF_Dict dict, HPDF_Stream stream)
{
    struct pdf *pdf = dict->attr;
    struct buf b = buf_in(pdf->scratch);
    buf_format(&b, "/Type /StructTreeRoot /K %u 0 R /ParentTree %u 0 R /ParentTreeNextKey %d /IDTree %u 0 R\n", pdf->tags->tag[0].number,
               object_number(pdf->tags->parents), pdf->pages->n + pdf->tags->n_annotated, object_number(pdf->tags->notes));
    return write_words(pdf, stream, &b);
}

static HPDF_Dict written_by(struct pdf *pdf, HPDF_STATUS (*write)(HPDF_Dict, HPDF_Stream))
{
    HPDF_Dict dict = object_dict(pdf, "");
    dict->attr = pdf;
    dict->write_fn = write;
    return dict;
}

void tags_finish(struct pdf *pdf)
{
    struct pdf_tags *t = pdf->tags;
    if (!pdf_is_tagged(pdf))
        return;
    tag_attach(pdf, 0);
    order_cells(pdf);
    t->root = written_by(pdf, write_root);
    t->parents = written_by(pdf, write_parents);
    t->notes = written_by(pdf, write_notes);
    HPDF_Dict_Add(pdf->doc->catalog, "StructTreeRoot", t->root);
    HPDF_Dict_Add(pdf->doc->catalog, "MarkInfo", object_direct(pdf, "/Marked true"));
    for (int i = 0; i < pdf->pages->n; i++) {
        HPDF_Page page = HPDF_GetPageByIndex(pdf->doc, (HPDF_UINT)i);
        HPDF_Dict_AddNumber(page, "StructParents", i);
        HPDF_Dict_AddName(page, "Tabs", "S");
    }
}

int tags_number(struct pdf *pdf, int first)
{
    struct pdf_tags *t = pdf->tags;
    int n = 0;
    for (int i = 0; i < t->n; i++)
        if (t->tag[i].in_tree)
            t->tag[i].number = (unsigned)(first + n++);
    return n;
}

void tags_each(struct pdf *pdf, void (*take)(void *user, int number, const struct buf *words), void *user)
{
    struct buf b = buf_in(pdf->arena);
    for (int i = 0; i < pdf->tags->n; i++) {
        if (!pdf->tags->tag[i].in_tree)
            continue;
        b.size = 0;
        put_tag(pdf, i, &b);
        take(user, (int)pdf->tags->tag[i].number, &b);
    }
}
