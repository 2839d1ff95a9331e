/* source.h - a file's bytes, and where in it something stands.
 *
 * A place is an offset; line and column are worked out when they are printed.  */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include "base/arena.h"

struct source {
    const char *name;            /* as the user gave it                        */
    const char *text;            /* ends with \0                               */
    int size;
};

/* Where something was written. src NULL: nowhere in particular.               */
struct pos {
    const struct source *src;
    int offset;
};

struct place {
    int line, column;            /* from 1; letters, not bytes                 */
    const char *line_text;       /* not ended                                  */
    int line_size;
};

/* Reads a whole file ("-": standard input), at most `max` bytes. NULL: *error
 * is errno, or EFBIG. The source lives in the arena.                          */
const struct source *source_read(struct arena *a, const char *path, int max, int *error);
const struct source *source_memory(struct arena *a, const char *name, const char *text, int size);

struct place source_place(struct pos pos);

/* The name of the element whose tag stands there, n bytes; NULL: none does.   */
const char *source_element(struct pos pos, int *n);

#endif
