/* things.h - what a page shows, as a person with a ruler sees it: lines of letters, rules, frames,
 * tables, pictures.                                                                           */
#ifndef WRITE_OVER_THINGS_H
#define WRITE_OVER_THINGS_H

#include "write/over/overlay.h"

enum thing_kind { THING_TEXT, THING_RULE, THING_FRAME, THING_TABLE, THING_PICTURE };

struct thing_line { struct box box; len base; };

struct thing {
    enum thing_kind kind;
    int element;
    const char *role;            /* "o3", or NULL                                              */
    struct box box;
    const struct mark *letters;  /* its first, or NULL                                         */
    struct thing_line *line;     /* of TEXT                                                    */
    int n, room;
    len *column;                 /* of TABLE: left edges of its upright rules, ascending        */
    int n_columns, room_columns;
};

struct things { struct thing *thing; int n; };

/* In reading order.                                                                           */
struct things things_of(const struct overlay *o);

/* Where a ruler is laid: the first and last baseline, of what has none its edges.              */
static inline len thing_first(const struct thing *t) { return t->n ? t->line[0].base : t->box.y; }
static inline len thing_last(const struct thing *t)
{
    return t->n ? t->line[t->n - 1].base : t->kind == THING_RULE ? t->box.y : t->box.bottom;
}

/* The decree's number of its box, "5a"; NULL: it has none.                                     */
const char *thing_number(const struct thing *t);

#endif
