/* rows.h - a CSV's bytes, piece by piece, into rows of cells: libcsv, with places.          */
#ifndef READ_ROWS_H
#define READ_ROWS_H

#include "base/arena.h"

#include <csv.h>

struct csv_rows {
    struct csv_parser parser;
    bool cuts[256];              /* separator and line ends: pieces end behind them            */
    struct arena *arena;         /* whose memory ends the work                                 */
    int64_t at;                  /* of the next byte; csv_rows_begin sets it                       */
    uint32_t line;
    int64_t row_at, cell_at;
    uint32_t row_line, cell_line;
    int n;                       /* cells of the row so far                                   */
    bool begun, ended;           /* something of the next cell was seen; a cell has just ended   */
    bool failed;                 /* a quotation mark where none may stand, at `at`, or none at the end */
    /* For each cell, trimmed; then for each row that is not a blank line. They may not jump. */
    void (*cell)(void *user, const char *text, int n, const struct csv_rows *rows);
    void (*row)(void *user, const struct csv_rows *rows);
    void *user;
};

void csv_rows_open(struct csv_rows *r, struct arena *a, char separator);
void csv_rows_begin(struct csv_rows *r, int64_t at, uint32_t line);
/* False: it has failed, or there is no memory (arena_no_memory).                               */
bool csv_rows_push(struct csv_rows *r, const char *bytes, int n);
bool csv_rows_end(struct csv_rows *r);

#endif
