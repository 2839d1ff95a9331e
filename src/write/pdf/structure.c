/* structure.c - the structure tree, written when all pages are drawn.                           */
#include "write/pdf/book.h"
#include "write/pdf/tags.h"

static unsigned page_number(const struct pdf *pdf, int page) { return object_number(pdf->page[page]); }

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

/* A document among others is a part of what they are together.                                    */
static void put_part(struct pdf *pdf, struct buf *b)
{
    const struct pages *p = pdf->pages;
    buf_str(b, "/Part/T");
    put_text(b, short_title(pdf, p->title ? p->title : ""));
    if (strcmp(p->lang, pdf->book->lang) != 0)
        buf_format(b, "/Lang(%s)", p->lang);
}

static unsigned parent_number(const struct pdf *pdf, const struct pdf_tag *t)
{
    if (t->parent >= 0)
        return pdf->tags->tag[t->parent].number;
    return object_number(pdf->book ? pdf->book->whole : pdf->tags->root);
}

static void put_tag(struct pdf *pdf, int tag, struct buf *b)
{
    const struct pdf_tag *t = &pdf->tags->tag[tag];
    const struct element *e = tag < pdf->pages->n_elements ? &pdf->pages->elements[tag] : NULL;
    buf_str(b, "<</S");
    if (t->parent < 0 && pdf->book)
        put_part(pdf, b);
    else
        tag_put_name(t, b);
    buf_str(b, "/P ");
    put_reference(b, parent_number(pdf, t));
    if (t->page >= 0) {
        buf_str(b, "/Pg ");
        put_reference(b, page_number(pdf, t->page));
    }
    if (t->kind == TAG_TD || t->kind == TAG_TH)
        put_cell(t, e, b);
    if (t->kind == TAG_NOTE)
    {
        buf_str(b, "/ID");
        tree_put_name(b, pdf->tags->name + tag);
    }
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
    struct buf limits = buf_in(pdf->scratch);
    if (pdf->book)
        tree_put_limits(&limits, &pdf->book->parents, t->key, t->key + pdf->pages->n + t->n_annotated - 1);
    buf_str(&limits, "/Nums [");
    HPDF_STATUS status = write_words(pdf, stream, &limits);
    for (int i = 0; i < pdf->pages->n && status == HPDF_OK; i++) {
        struct buf b = buf_in(pdf->scratch);
        buf_format(&b, "%d [", t->key + i);
        for (int k = 0; k < t->pages[i].n; k++)
            put_reference(&b, t->tag[t->pages[i].tag[k]].number);
        buf_str(&b, "]\n");
        status = write_words(pdf, stream, &b);
    }
    struct buf b = buf_in(pdf->scratch);
    for (int i = 0; i < t->n_annotated; i++)
        buf_format(&b, "%d %u 0 R\n", t->key + pdf->pages->n + i, t->tag[t->annotated[i]].number);
    buf_str(&b, "]\n");
    return status == HPDF_OK ? write_words(pdf, stream, &b) : status;
}

static bool is_note(const struct pdf_tag *t) { return t->kind == TAG_NOTE && t->in_tree; }

static HPDF_STATUS write_notes(HPDF_Dict dict, HPDF_Stream stream)
{
    struct pdf *pdf = dict->attr;
    const struct pdf_tags *t = pdf->tags;
    struct buf b = buf_in(pdf->scratch);
    if (pdf->book)
        tree_put_limits(&b, &pdf->book->notes, t->name + t->first_note, t->name + t->last_note);
    buf_str(&b, "/Names [");
    for (int i = 0; i < pdf->pages->n_elements; i++)
        if (is_note(&t->tag[i])) {
            tree_put_name(&b, t->name + i);
            buf_format(&b, " %u 0 R\n", t->tag[i].number);
        }
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

static void make_trees(struct pdf *pdf)
{
    struct pdf_tags *t = pdf->tags;
    t->root = written_by(pdf, write_root);
    t->parents = written_by(pdf, write_parents);
    t->notes = written_by(pdf, write_notes);
    HPDF_Dict_Add(pdf->doc->catalog, "StructTreeRoot", t->root);
    HPDF_Dict_Add(pdf->doc->catalog, "MarkInfo", object_direct(pdf, "/Marked true"));
}

static void make_leaves(struct pdf *pdf)
{
    struct pdf_tags *t = pdf->tags;
    struct pdf_book *book = pdf->book;
    t->parents = written_by(pdf, write_parents);
    tree_add(pdf, &book->parents, object_number(t->parents), t->key, t->key + pdf->pages->n + t->n_annotated - 1);
    for (int i = pdf->pages->n_elements - 1; i >= 0; i--)
        if (is_note(&t->tag[i])) {
            t->last_note = t->last_note ? t->last_note : i;
            t->first_note = i;
        }
    if (!t->last_note)
        return;
    t->notes = written_by(pdf, write_notes);
    tree_add(pdf, &book->notes, object_number(t->notes), t->name + t->first_note, t->name + t->last_note);
}

void tags_finish(struct pdf *pdf)
{
    if (!pdf_is_tagged(pdf))
        return;
    tag_attach(pdf, 0);
    order_cells(pdf);
    if (pdf->book)
        make_leaves(pdf);
    else
        make_trees(pdf);
    for (int i = 0; i < pdf->pages->n; i++) {
        HPDF_Dict_AddNumber(pdf->page[i], "StructParents", pdf->tags->key + i);
        HPDF_Dict_AddName(pdf->page[i], "Tabs", "S");
    }
}

void tags_close(struct pdf *pdf)
{
    struct pdf_tags *t = pdf->tags;
    struct pdf_book *book = pdf->book;
    if (pdf_is_tagged(pdf))
        put_reference(&book->parts, t->tag[0].number);
    book->keys += pdf->pages->n + t->n_annotated;
    book->elements += pdf->pages->n_elements;
    pdf->tags = NULL;
}

int tags_number(struct pdf *pdf, int first)
{
    struct pdf_tags *t = pdf->tags;
    int n = 0;
    for (int i = 0; t && i < t->n; i++)
        if (t->tag[i].in_tree)
            t->tag[i].number = (unsigned)(first + n++);
    return n;
}

void tags_each(struct pdf *pdf, void (*take)(void *user, int number, const struct buf *words), void *user)
{
    struct buf b = buf_in(pdf->arena);
    for (int i = 0; pdf->tags && i < pdf->tags->n; i++) {
        if (!pdf->tags->tag[i].in_tree)
            continue;
        b.size = 0;
        put_tag(pdf, i, &b);
        take(user, (int)pdf->tags->tag[i].number, &b);
    }
}
