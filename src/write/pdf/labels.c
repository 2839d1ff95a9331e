#include "write/pdf/labels.h"

#include "write/pdf/tree.h"

enum { IN_LEAF = 1000 };         /* stretches of pages                                          */

struct pdf_labels {
    struct buf words;            /* of the leaf at hand                                         */
    int n, first, last;          /* its stretches, their first pages                             */
    bool plain;                  /* 1, 2, ...: readers count so by themselves                    */
    struct pdf_tree tree;
};

void labels_open(struct pdf *pdf)
{
    pdf->labels = NEW(pdf->file, struct pdf_labels);
    *pdf->labels = (struct pdf_labels){ .words = buf_in(pdf->file), .plain = true };
}

static void put_stretch(struct pdf_labels *l, int page, const struct page *p)
{
    if (!l->n++)
        l->first = page;
    l->last = page;
    buf_format(&l->words, "%d <</S /D /St %d", page, p->number);
    if (p->label) {
        buf_str(&l->words, " /P ");
        put_text(&l->words, p->label);
    }
    buf_str(&l->words, ">>\n");
}

static void put_leaf(struct pdf *pdf)
{
    struct pdf_labels *l = pdf->labels;
    struct buf b = buf_in(pdf->arena);
    tree_put_limits(&b, &l->tree, l->first, l->last);
    buf_format(&b, "/Nums [%s]\n", buf_text(&l->words));
    tree_add(pdf, &l->tree, object_number(object_dict(pdf, buf_text(&b))), l->first, l->last);
    l->words.size = l->n = 0;
}

/* Where pages are numbered anew, or otherwise.                                                  */
void labels_add(struct pdf *pdf, int first)
{
    struct pdf_labels *l = pdf->labels;
    for (int i = 0; i < pdf->pages->n; i++) {
        const struct page *p = &pdf->pages->page[i], *above = i ? p - 1 : NULL;
        l->plain = l->plain && p->number == first + i + 1 && !p->label;
        if (!above || p->number != above->number + 1 || p->label != above->label)
            put_stretch(l, first + i, p);
    }
    if (l->n >= IN_LEAF)
        put_leaf(pdf);
}

void labels_finish(struct pdf *pdf)
{
    struct pdf_labels *l = pdf->labels;
    if (l->plain)
        return;
    if (l->tree.n && l->n)
        put_leaf(pdf);
    const char *words = l->tree.n ? tree_root(pdf, &l->tree) : arena_format(pdf->arena, "/Nums [%s]\n", buf_text(&l->words));
    HPDF_Dict_Add(pdf->doc->catalog, "PageLabels", object_dict(pdf, words));
}
