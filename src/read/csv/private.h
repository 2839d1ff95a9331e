/* private.h - of a <csv> what csv.c, header.c and scan.c share.                               */
#ifndef READ_CSV_PRIVATE_H
#define READ_CSV_PRIVATE_H

#include "read/csv/csv.h"
#include "read/csv/rows.h"

struct csv_field {
    const char *name;            /* in the data, without @                                     */
    bool attr;
    const char *column;          /* of the header                                             */
    struct pos pos;
    int at;                      /* the column's number; -1: there is none                     */
};

struct csv_cell { int start, size; int64_t at; uint32_t line; };

struct csv {
    struct arena *arena;
    const char *each, *file;
    struct pos pos, file_pos;
    char separator;              /* 0: not known yet                                          */
    struct csv_field *field;
    int n_fields;
    bool every;                  /* no <field>: every column is one                            */

    struct csv_rows rows, one;       /* of the whole file; of a row that is wanted                  */
    bool opened;
    struct buf text;             /* of the cells at hand                                      */
    struct csv_cell *cell;
    int n_cells, room_cells;

    struct log *log;
    const struct csv_listener *listener;
    int64_t at;                  /* bytes used                                                */
    int n_columns;               /* 0: the header has not come                                 */
    int n_rows, n_bad;
    bool filled, stopped;        /* something stands in the row at hand                        */
};

static inline struct pos csv_place(const struct csv *c, int64_t at, uint32_t line) { return c->listener->place(c->listener->user, at, line); }

/* header.c: what the cells at hand, the header's, mean for the fields. False: said.              */
bool csv_header(struct csv *c, const struct csv_rows *rows);
char csv_separator_of(const char *bytes, int n);

#endif
