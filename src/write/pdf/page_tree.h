/* page_tree.h - the tree of the file's pages (ISO 32000-1, 7.7.3). libharu's own counts its leaves
 * when it is written, and then all of them must still be there.                                */
#ifndef WRITE_PDF_PAGE_TREE_H
#define WRITE_PDF_PAGE_TREE_H

#include "write/pdf/object.h"

void page_tree_open(struct pdf *pdf);
HPDF_Page page_new(struct pdf *pdf); /* the file's next; NULL: no memory                        */
int page_count(const struct pdf *pdf); /* in the file so far                                    */
void page_tree_finish(struct pdf *pdf);

#endif
