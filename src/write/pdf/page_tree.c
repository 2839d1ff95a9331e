#include "write/pdf/page_tree.h"

enum { PAGES_IN_NODE = 50 };     /* an array of PDF 1.4 holds 8,191 at most                     */

struct page_tree {
    HPDF_Dict node;              /* the one that takes the next page, NULL: none yet            */
    struct buf kids;             /* of it                                                       */
    int n;
    struct buf nodes;            /* of the root                                                 */
    int all;
};

void page_tree_open(struct pdf *pdf)
{
    HPDF_Dict root = pdf->doc->root_pages;
    HPDF_Dict_RemoveElement(root, "Kids");
    HPDF_Dict_RemoveElement(root, "Count");
    root->before_write_fn = NULL;
    object_keep(pdf, root);
    pdf->page_tree = NEW(pdf->file, struct page_tree);
    *pdf->page_tree = (struct page_tree){ .kids = buf_in(pdf->file), .nodes = buf_in(pdf->file) };
}

static void finish_node(struct pdf *pdf)
{
    struct page_tree *t = pdf->page_tree;
    if (!t->node)
        return;
    object_words(t->node, arena_format(pdf->file, "/Type /Pages\n/Kids [ %s]\n/Count %d\n/Parent %u 0 R\n", buf_text(&t->kids), t->n,
                                       object_number(pdf->doc->root_pages)));
    object_done(pdf, t->node);
    t->node = NULL;
}

static void begin_node(struct pdf *pdf)
{
    struct page_tree *t = pdf->page_tree;
    t->node = object_keep(pdf, object_dict(pdf, ""));
    put_reference(&t->nodes, object_number(t->node));
    t->kids.size = t->n = 0;
}

HPDF_Page page_new(struct pdf *pdf)
{
    struct page_tree *t = pdf->page_tree;
    if (t->n == PAGES_IN_NODE)
        finish_node(pdf);
    if (!t->node)
        begin_node(pdf);
    HPDF_Page page = HPDF_Page_New(pdf->doc->mmgr, pdf->doc->xref);
    if (!page || !t->node)
        return NULL;
    HPDF_Dict_Add(page, "Parent", t->node);
    put_reference(&t->kids, object_number(page));
    t->n++;
    t->all++;
    return page;
}

int page_count(const struct pdf *pdf) { return pdf->page_tree->all; }

void page_tree_finish(struct pdf *pdf)
{
    struct page_tree *t = pdf->page_tree;
    finish_node(pdf);
    object_words(pdf->doc->root_pages, arena_format(pdf->file, "/Kids [ %s]\n/Count %d\n", buf_text(&t->nodes), t->all));
}
