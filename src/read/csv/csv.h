/* csv.h - <csv>: the rows of a CSV file where elements of the data would stand.
 *
 * The header names the columns, <field>s say what they are called in the data. A row becomes
 * XML when it is wanted; messages about it afterwards give its place in the CSV.             */
#ifndef READ_CSV_H
#define READ_CSV_H

#include "base/buf.h"
#include "base/log.h"
#include "read/xml/xml.h"

struct csv;

/* Text that is pieced together, with its seams.                                               */
struct pieced {
    struct buf text;
    struct seam *seam;
    int n, room;
};
/* What is added from here on stands there in that file.                                        */
void pieced_seam(struct pieced *to, int file, int64_t at, uint32_t line, bool point);

/* A <csv> of the data, its places in the file `from`. given: the CSV in place of the one that it names,
 * or NULL. NULL: it has faults (said).                                                        */
struct csv *csv_new(struct arena *a, struct log *log, const xmlNode *node);
const char *csv_each(const struct csv *c);
/* Where the file that it names is. NULL: nowhere (said).                                        */
const char *csv_path(struct csv *c, struct arena *a, struct log *log, const char *from);
bool csv_names_file(const struct csv *c);

/* ---- all of its bytes, once, in pieces; the bytes that could not be used yet come again with the next.
 * What is wrong with them is said.                                                            */
struct csv_row { int64_t at; uint32_t size, line; };
struct csv_listener {
    struct pos (*place)(void *user, int64_t at, uint32_t line); /* for messages                  */
    void (*row)(void *user, const struct csv_row *row);
    void *user;
};
void csv_begin(struct csv *c, struct log *log, const struct csv_listener *listener);
/* The bytes used; -1: no more is wanted. last: there are no more.                              */
int csv_push(struct csv *c, const char *bytes, int n, bool last);

/* A row as an element. file: for the seams.                                                     */
void csv_element(struct csv *c, struct pieced *to, int file, const char *bytes, const struct csv_row *row);

/* All rows of a file that is in memory. False: something is wrong with it (said).                */
bool csv_elements(struct csv *c, struct log *log, struct pieced *to, int file, const struct source *src);

/* ---- the <csv>s of a file, with their rows in their places. The source itself where it has none;
 * NULL: what they name is not to be had (said).                                                */
const struct source *csv_expand(struct arena *a, struct log *log, const struct source *src, const xmlDoc *doc);

/* The files of an expanded source: itself, then its CSVs. NULL: no more.                          */
const struct source *csv_file(const struct source *expanded, int i);

/* Is it a direct child of <data>?                                                               */
bool csv_is(const xmlNode *node);

#endif
