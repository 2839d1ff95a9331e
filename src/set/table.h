/* table.h - what the parts of a table's setting share: columns and cells (table.c), and rows as
 * slabs that pages may end between (band.c).                                                 */
#ifndef SET_TABLE_H
#define SET_TABLE_H

#include "set/slab.h"

struct cell_set { const struct cell *cell; struct slabs slabs; len height; };

struct table {
    struct set *set;
    const struct block *block;
    const struct table_style *style;
    len edge[MAX_COLUMNS + 1];   /* x of the lines between columns                           */
    const struct row **row;
    struct cell_set **cells;     /* of each row, in column order                             */
    int *n_cells;
    len *height;
    bool *spanned;               /* a cell from a row above reaches into it                   */
    int n_rows, n_head;
    int element, lines;          /* TABLE; the artifact that all its lines are                */
    struct slabs *head, *foot;   /* on top of a page that a row begins; below one that it ends */
};

/* All rows, and what is repeated, from top to bottom.                                        */
void table_slabs(struct table *t, struct slabs *to);

#endif
