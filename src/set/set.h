/* set.h - the typesetter: bound document in, pages out. No files, no XML.
 *
 * Everything that flows down a page is cut into slabs (a line, a rule, a row of a table, a
 * whole header block) whose marks stand relative to the slab's top left corner. The pager
 * chooses where pages end; only then do marks get their places. Inside a cell or a grid the
 * same slabs are stacked at once.                                                        */
#ifndef SET_SET_H
#define SET_SET_H

#include "base/log.h"
#include "doc.h"
#include "font/face.h"
#include "page.h"

/* The pages of the document; NULL when something does not fit (said). explain: also why each
 * page ends where it does, and which lines are loose. height: of its signatures, from the paper's
 * top; NULL: they stand where the text ends.                                                */
struct pages *set_document(struct arena *a, struct log *log, struct fonts *fonts,
                           const struct doc *doc, bool explain, const len *height);

#endif
