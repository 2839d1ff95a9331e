/* tables.h - a table being put together, of the data's rows or of the template's: columns, rows,
 * and cells that fill the first column which no cell of a row above covers.                  */
#ifndef READ_TABLES_H
#define READ_TABLES_H

#include "read/bind/flow.h"

#include "base/number.h"

/* Sums of what the rows have shown so far.                                                   */
struct carry {
    const char *words, *words_to; /* NULL: no such row                                        */
    struct decimal sum[MAX_COLUMNS];
    bool carried[MAX_COLUMNS];   /* columns that have a sum                                   */
    int label;                   /* columns before the first of them                          */
    bool any;                    /* is there something to carry?                              */
};

struct table {
    struct env *env;
    struct block *block;
    struct row **end, *row;      /* where the next row is hung; the row in the making        */
    struct cell **cell_end;
    const struct style *look[5]; /* by enum row_kind                                         */
    const char *align[MAX_COLUMNS];
    const char *number[MAX_COLUMNS]; /* in the row of numbers; NULL: (1), (2), ...              */
    const struct tnode *column[MAX_COLUMNS]; /* of a bound table                             */
    int covered[MAX_COLUMNS];    /* rows still covered by a cell above                        */
    struct cell *cover[MAX_COLUMNS]; /* which one                                             */
    bool bound;                  /* the template's own table: faults of its shape are its     */
    int next;                    /* column of the next cell                                   */
    const struct cell *blocks_of; /* whose paragraphs end at blocks_end                       */
    struct block **blocks_end;
    enum row_kind kind;          /* of rows that do not say: head or body                     */
    const struct tnode *rows;    /* the last <rows>; did any of them find something?           */
    bool found;
    bool numbered;               /* the head has a row of numbers                             */
    struct carry carry;
    const struct decimal *figure; /* of the cell made last, when it is one                     */
    const struct tnode *unit;    /* whose `unit` is still to be set above the head             */
};

/* An unknown style is said, and goes on, to say what else is wrong.                          */
struct table table_begin(struct flow *f, const char *style, struct pos tmpl, struct pos data);
void table_column(struct table *t, const char *width, const char *align, const char *number);

void row_begin(struct table *t, enum row_kind kind, struct pos tmpl, struct pos data);
struct cell *cell_add(struct table *t, int columns, int rows, struct pos tmpl, struct pos data);
/* What it says of its place and its sides; either may be NULL.                               */
void cell_looks(struct table *t, struct cell *c, const char *valign, const char *border);
struct flow cell_flow(struct table *t, struct cell *c); /* where its next block goes: set blocks_end to its end */
void cell_para(struct table *t, struct cell *c, const struct style *style, struct run *runs);
void row_end(struct table *t);
void rows_end(struct table *t);  /* a head's spans end with the head, a table's with the table */

/* The style of a cell's words, in the alignment of the cell, else of its column.             */
const struct style *cell_style(struct table *t, const struct cell *c, const char *align);
enum row_kind row_kind_parse(const char *s, enum row_kind otherwise);

/* table_made.c: rows that nobody wrote. The units above the head; the numbers of the columns below it,
 * where a head asks for them; the sums so far, for wherever a page may end.                  */
void unit_row(struct table *t, const struct tnode *n, struct context at);
void numbers_row(struct table *t, struct pos tmpl, struct pos data);
void check_numbers(struct table *t, struct pos at, bool shown); /* says when they are given in vain */
void carry_begin(struct table *t, const struct tnode *n, struct context at);
void carry_add(struct table *t, int column);
void carry_rows(struct table *t);

#endif
