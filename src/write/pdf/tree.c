#include "write/pdf/tree.h"

enum { KIDS = 64 };

void tree_add(struct pdf *pdf, struct pdf_tree *t, unsigned number, int first, int last)
{
    t->node = arena_grow(pdf->file, t->node, t->n + 1, &t->room, sizeof(*t->node));
    t->node[t->n++] = (struct pdf_tree_node){ number, first, last };
}

void tree_put_name(struct buf *b, int n) { buf_format(b, "(n%07d)", n); }

void tree_put_limits(struct buf *b, const struct pdf_tree *t, int first, int last)
{
    const int ends[2] = { first, last };
    buf_str(b, "/Limits [");
    for (int i = 0; i < 2; i++) {
        if (t->of_names)
            tree_put_name(b, ends[i]);
        else
            buf_format(b, "%d ", ends[i]);
    }
    buf_str(b, "]\n");
}

static void put_kids(struct buf *b, const struct pdf_tree_node *node, int n)
{
    buf_str(b, "/Kids [");
    for (int i = 0; i < n; i++)
        put_reference(b, node[i].number);
    buf_str(b, "]\n");
}

static struct pdf_tree above(struct pdf *pdf, const struct pdf_tree *t)
{
    struct pdf_tree up = { .of_names = t->of_names };
    for (int i = 0; i < t->n; i += KIDS) {
        int n = t->n - i < KIDS ? t->n - i : KIDS, first = t->node[i].first, last = t->node[i + n - 1].last;
        struct buf b = buf_in(pdf->arena);
        tree_put_limits(&b, t, first, last);
        put_kids(&b, &t->node[i], n);
        tree_add(pdf, &up, object_number(object_dict(pdf, buf_text(&b))), first, last);
    }
    return up;
}

const char *tree_root(struct pdf *pdf, const struct pdf_tree *tree)
{
    struct pdf_tree t = *tree;
    struct buf b = buf_in(pdf->arena);
    while (t.n > KIDS)
        t = above(pdf, &t);
    if (t.n)
        put_kids(&b, t.node, t.n);
    else
        buf_str(&b, t.of_names ? "/Names []\n" : "/Nums []\n");
    return buf_text(&b);
}
