/* tree.h - trees of numbers and of names (ISO 32000-1, 7.9.6 and 7.9.7), leaf by leaf in the order of
 * their keys.                                                                                  */
#ifndef WRITE_PDF_TREE_H
#define WRITE_PDF_TREE_H

#include "write/pdf/object.h"

struct pdf_tree_node { unsigned number; int first, last; };
struct pdf_tree { bool of_names; struct pdf_tree_node *node; int n, room; };

/* Keys from first to last are in this leaf, an indirect object.                                */
void tree_add(struct pdf *pdf, struct pdf_tree *tree, unsigned number, int first, int last);

/* "/Limits [3 8]\n" of a leaf or a node.                                                        */
void tree_put_limits(struct buf *b, const struct pdf_tree *tree, int first, int last);

/* A key of a tree of names: numbers of one length stand in the order that these have.          */
void tree_put_name(struct buf *b, int n);

/* The words of the root; nodes between it and the leaves are made.                             */
const char *tree_root(struct pdf *pdf, const struct pdf_tree *tree);

#endif
