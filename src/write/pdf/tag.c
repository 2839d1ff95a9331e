#include "write/pdf/book.h"
#include "write/pdf/link.h"
#include "write/pdf/tags.h"

static const char *const names[] = { "Document", "Sect", "Div", "H", "P", "Table", "TR", "TH", "TD", "Note", "Form", "Figure", "L", "LI", "LBody",
                                     "", "Link", "Reference", "Lbl" };

/* ---- which there are --------------------------------------------------------------------------- */

static int tag_new(struct pdf *pdf, enum tag_kind kind, int parent)
{
    struct pdf_tags *t = pdf->tags;
    t->tag = arena_grow(pdf->arena, t->tag, t->n + 1, &t->room, sizeof(*t->tag));
    t->tag[t->n] = (struct pdf_tag){ .kind = kind, .parent = parent, .page = -1, .mcid = -1 };
    return t->n++;
}

_Static_assert((int)TAG_NONE == (int)ELEMENT_ARTIFACT, "kinds of tags begin as those of elements");

void tags_open(struct pdf *pdf)
{
    const struct pages *p = pdf->pages;
    struct pdf_tags *t = pdf->tags = NEW(pdf->arena, struct pdf_tags);
    t->tag = NEW_N(pdf->arena, struct pdf_tag, p->n_elements);
    t->n = t->room = p->n_elements;
    t->pages = NEW_N(pdf->arena, struct page_tags, p->n);
    t->last_link = TAG_ARTIFACT;
    if (pdf->book) {
        t->key = pdf->book->keys;
        t->name = pdf->book->elements;
    }
    for (int i = 0; i < p->n_elements; i++)
        t->tag[i] = (struct pdf_tag){ .kind = (enum tag_kind)p->elements[i].kind, .parent = p->elements[i].parent, .page = -1, .mcid = -1 };
}

/* ---- the tree ------------------------------------------------------------------------------------- */

void tag_add_kid(struct pdf *pdf, int tag, struct kid kid)
{
    struct pdf_tag *t = &pdf->tags->tag[tag];
    struct kid *k = NEW(pdf->arena, struct kid);
    *k = kid;
    if (t->last)
        t->last->next = k;
    else
        t->kids = k;
    t->last = k;
}

/* Readers want no level left out: a heading is one below the last one of a lower level.         */
static int heading_level(struct pdf *pdf, int tag)
{
    struct pdf_tags *t = pdf->tags;
    int wanted = pdf->pages->elements[tag].level;
    while (t->depth && t->heading[t->depth - 1] >= wanted)
        t->depth--;
    if (t->depth < MOST_HEADING)
        t->heading[t->depth++] = wanted;
    return t->depth;
}

void tag_attach(struct pdf *pdf, int tag)
{
    struct pdf_tag *t = &pdf->tags->tag[tag];
    if (t->in_tree || !pdf_is_tagged(pdf))
        return;
    t->in_tree = true;
    t->level = t->kind == TAG_H ? heading_level(pdf, tag) : 0;
    if (t->parent < 0)
        return;
    tag_attach(pdf, t->parent);
    if (!tag_is_ordered(pdf->tags->tag[t->parent].kind))
        tag_add_kid(pdf, t->parent, (struct kid){ .kind = KID_TAG, .n = (unsigned)tag });
}

/* ---- content ----------------------------------------------------------------------------------- */

static bool is_artifact(const struct pages *p, const struct mark *m)
{
    enum element_kind kind = p->elements[m->element].kind;
    return m->kind == MARK_RULE || kind == ELEMENT_ARTIFACT || (m->kind == MARK_IMAGE && kind != ELEMENT_FIGURE);
}

/* A link goes on as long as its marks follow one another.                                       */
static int link_tag(struct pdf *pdf, const char *href, int parent)
{
    struct pdf_tags *t = pdf->tags;
    if (!href)
        t->last_link = TAG_ARTIFACT;
    else if (t->last_link == TAG_ARTIFACT || t->href != href || t->tag[t->last_link].parent != parent)
        t->last_link = tag_new(pdf, TAG_LINK, parent);
    t->href = href;
    return t->last_link;
}

/* The note that the element is in, -1: none.                                                     */
static int note_around(const struct pdf *pdf, int element)
{
    const struct element *e = pdf->pages->elements;
    while (element >= 0 && e[element].kind != ELEMENT_NOTE)
        element = e[element].parent;
    return element;
}

/* The first words of a note are its mark at the foot. */
static int label_tag(struct pdf *pdf, int page, const struct mark *m)
{
    int note = note_around(pdf, m->element);
    if (note < 0 || link_end(pdf, note, LINK_LABEL))
        return TAG_ARTIFACT;
    int tag = tag_new(pdf, TAG_LINK, tag_new(pdf, TAG_LBL, m->element));
    link_add(pdf, (struct pdf_link){ .mark = m, .page = page, .tag = tag, .kind = LINK_LABEL, .note = note });
    return tag;
}

static int call_tag(struct pdf *pdf, int page, const struct mark *m)
{
    int reference = tag_new(pdf, TAG_REFERENCE, m->element), tag = tag_new(pdf, TAG_LINK, reference);
    tag_attach(pdf, tag);
    tag_attach(pdf, m->text.note); /* its words come at the page's foot, its place is here */
    link_add(pdf, (struct pdf_link){ .mark = m, .page = page, .tag = tag, .kind = LINK_CALL, .note = m->text.note });
    return tag;
}

int tag_of_mark(struct pdf *pdf, int page, const struct mark *m)
{
    if (is_artifact(pdf->pages, m))
        return TAG_ARTIFACT;
    if (m->kind != MARK_TEXT)
        return m->element;
    int link = link_tag(pdf, m->text.href, m->element);
    int end = m->text.note >= 0 ? call_tag(pdf, page, m) : label_tag(pdf, page, m);
    if (end != TAG_ARTIFACT)
        return end;
    if (link == TAG_ARTIFACT)
        return m->element;
    link_add(pdf, (struct pdf_link){ .mark = m, .page = page, .tag = link, .kind = LINK_WORDS });
    return link;
}

void tag_put_name(const struct pdf_tag *t, struct buf *b)
{
    buf_char(b, '/');
    buf_str(b, names[t->kind]);
    if (t->kind == TAG_H)
        put_number(b, (unsigned)t->level);
}

void tag_begin(struct pdf *pdf, int tag, int page, struct buf *content)
{
    struct page_tags *on = &pdf->tags->pages[page];
    tag_attach(pdf, tag);
    struct pdf_tag *t = &pdf->tags->tag[tag];
    if (t->page < 0)
        t->page = page;
    if (t->mcid < 0 && !t->kids)
        t->mcid = on->n;
    else
        tag_add_kid(pdf, tag, (struct kid){ .kind = KID_CONTENT, .page = page, .n = (unsigned)on->n });
    on->tag = arena_grow(pdf->arena, on->tag, on->n + 1, &on->room, sizeof(*on->tag));
    on->tag[on->n] = tag;
    tag_put_name(t, content);
    buf_str(content, "<</MCID ");
    put_number(content, (unsigned)on->n++);
    buf_str(content, ">>BDC\n");
}

void tag_annotation(struct pdf *pdf, int tag, HPDF_Dict annotation, int page, struct buf *words)
{
    struct pdf_tags *t = pdf->tags;
    if (!pdf_is_tagged(pdf))
        return;
    tag_attach(pdf, tag);
    tag_add_kid(pdf, tag, (struct kid){ .kind = KID_ANNOTATION, .page = page, .n = object_number(annotation) });
    buf_format(words, "/StructParent %d\n", t->key + pdf->pages->n + t->n_annotated);
    t->annotated = arena_grow(pdf->arena, t->annotated, t->n_annotated + 1, &t->room_annotated, sizeof(*t->annotated));
    t->annotated[t->n_annotated++] = tag;
}

int tag_of_field(struct pdf *pdf, const struct page_field *f)
{
    const struct element *e = pdf->pages->elements;
    int element = f->element;
    if (e[element].kind == ELEMENT_FORM)
        return element;
    while (e[element].kind == ELEMENT_ARTIFACT)
        element = e[element].parent;
    return tag_new(pdf, TAG_FORM, element);
}
