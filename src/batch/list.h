/* list.h - lists of the documents that were made, for people.                                              */
#ifndef BATCH_LIST_H
#define BATCH_LIST_H

#include "batch/manifest.h"
#include "vanban.h"

/* "Danh mục văn bản kèm theo" as a PDF: a row a file, and one of every record that failed. As vb_write.    */
int list_write(const struct vb_options *of_batch, const struct vb_collection *items, const struct manifest_lines *lines, const char *path);

#endif
