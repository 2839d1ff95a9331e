/* table.h - what the parts of a table's setting share: columns and cells (table.c), rows as slabs
 * that pages may end between (band.c), the lines around cells (lines.c), and what is repeated
 * where pages end (repeat.c).                                                                */
#ifndef SET_TABLE_H
#define SET_TABLE_H

#include "set/parts.h"

struct figures { len before, behind; }; /* widest digits of a column, on either side of the comma */

struct cell_set { const struct cell *cell; struct slabs slabs; len height; };

struct table {
    struct set *set;
    const struct block *block;
    const struct table_style *style;
    len edge[MAX_COLUMNS + 1];   /* x of the lines between columns                           */
    struct figures figures[MAX_COLUMNS]; /* of a column aligned by commas                    */
    const struct row **row;
    struct cell_set **cells;     /* of each row of the band at hand, in column order         */
    int *n_cells;
    len *height;
    bool *spanned;               /* a cell from a row above reaches into it                   */
    len head_height;             /* of the head's rows set so far                             */
    int n_rows, n_head, n_units; /* rows; those of the head, the units' line above it among them */
    int element, lines;          /* TABLE; the artifact that all its lines are                */
    const struct cell **at;      /* by row and column, where cells say what lines they have; or NULL */
    struct slabs **carry, **carry_to; /* sums so far, by row; or NULL                          */
    len repeated;                /* height of all that a page's end may add but the head       */
    struct slabs *notes;         /* of the head, on each page that repeats it; or NULL          */
    struct slabs *head, *foot;   /* on top of a page that a row begins; below one that a cell goes on from */
};

/* A row with all that spans tie to it.                                                       */
struct band {
    struct table *t;
    struct parts parts;
    int from, to;                /* rows                                                      */
    len *y;                      /* of each row's top, and of the end                         */
    bool tall;                   /* taller than a page                                        */
};

/* Rows that spans tie together are set, and become slabs. A row of the table's columns that is
 * none of its rows.                                                                            */
void table_band(struct table *t, int from, int to, struct slabs *slabs);
void table_alone(const struct table *t, const struct row *row, struct slabs *to);

/* band.c: all rows, from top to bottom; those of one band.                                    */
void table_slabs(struct table *t, struct slabs *to);
void band_slabs(struct table *t, int from, int to, struct slabs *slabs);

/* decimal.c: the figures of a cell and of those before it; its blocks, each with its place.  */
struct figures decimal_figures(struct set *s, const struct block *b, struct figures f);
const struct block *decimal_blocks(struct set *s, const struct block *b, struct figures f, len room);

/* lines.c: the lines of the band's part from `top` to `end`: right of each cell, below each that
 * ends in it. The one above a row, at y.                                                      */
void part_lines(const struct band *b, len top, len end, struct slab *slab);
void line_above(const struct table *t, int row, len y, struct slab *slab);

/* Where a page ends below that row, or begins with it, its cells are closed, but for those that a
 * repeated head closes. False: there is nothing to draw.                                        */
bool closing_line(const struct table *t, int row, enum side side, struct slab *slab);

/* repeat.c: the head, when its rows stand in `all` from `first` on.                          */
void repeat_head(struct table *t, const struct slabs *all, int first);
void repeat_lines(struct table *t);
void repeat_carry(struct table *t);
void repeat_notes(struct table *t);
struct slabs *part_head(const struct band *b, int part);
struct slabs *part_foot(const struct band *b, int part);

#endif
