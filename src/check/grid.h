/* grid.h - a table of the pages as rows and columns of text, for the rules that add.                          */
#ifndef CHECK_GRID_H
#define CHECK_GRID_H

#include "check/text.h"

enum cell_kind { CELL_BLANK, CELL_NUMBER, CELL_WORDS, CELL_RATE };
struct grid_cell {
    const struct passage *in;    /* NULL: no text                                                          */
    const char *lower;
    enum cell_kind kind;
    int64_t value;
    int decimals;
};
struct grid_row {
    struct grid_cell *cell;      /* of all columns; what a cell spans beyond its first is blank              */
    bool head, total, partial;   /* partial: a part of the row above (trong đó)                              */
    const char *label;           /* the words of its first columns, small letters                            */
    int level, order;            /* by what numbers it: A, I, 1, 1.1, a, -; 0: nothing does; order: its number  */
};
struct grid { struct grid_row *row; int n, room, columns; const char **heading; };

/* The table that passage i stands in.                                                                          */
struct grid grid_of(struct check *c, const struct passages *all, int i);

#endif
