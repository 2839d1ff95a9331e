/* parts.h - cells side by side, cut into slabs where their lines of text end. The rows of tables
 * (band.c) and the rows of grids (grid.c) are such. Heights are from the top of the whole.       */
#ifndef SET_PARTS_H
#define SET_PARTS_H

#include "set/slab.h"

struct part_line { const struct slab *slab; len y; };

struct part_cell {
    const struct cell *cell;
    int row;                     /* that it begins in                                          */
    len x;                       /* of its lines                                               */
    len y, end;
    struct part_line *line;
    int n;
};

struct cut {
    len y;
    int penalty;                 /* of a page that begins below it                             */
    bool crossed;                /* lines stand on it: no page ends there                       */
    int row;                     /* that begins there, or goes on                               */
};

struct parts {
    struct set *set;
    struct part_cell *cell;
    int n_cells;
    struct cut *cut;             /* tops of the parts, in order; the first is the whole's       */
    int n_cuts, room_cuts;
};

/* The cell's lines one below the other from y on.                                              */
void parts_place(struct parts *p, struct part_cell *c, const struct slabs *own, len y);

void parts_add_cut(struct parts *p, struct cut cut);

/* Lines that stand on y go on below it, `padding` lower, where their cell has the room. True: some
 * stand on it all the same.                                                                     */
bool parts_crossed(struct parts *p, len y, len padding);

/* Cuts between `from` and `to`: wherever the text of some cell comes to the end of a line and no
 * other cell's stands on it.                                                                    */
void parts_cut(struct parts *p, len from, len to, int row);

/* How many cells have lines both above and below it.                                            */
int parts_divided(const struct parts *p, len y);

/* The part number i of a whole of that height: its text, and how far it and those that cannot be
 * taken from it reach down.                                                                     */
struct slab parts_slab(const struct parts *p, int i, len height);

#endif
