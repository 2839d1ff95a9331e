/* source.h - a file's bytes, and where in it something stands.
 *
 * A place is an offset; line and column are worked out when they are printed, from marks that are set
 * all over the text when its first place is asked: each further one costs what lies behind its mark.   */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include "base/arena.h"

struct source {
    const char *name;            /* as the user gave it                        */
    const char *text;            /* ends with \0                               */
    int size;
    const struct seams *seams;   /* NULL: the text is the file's, from its start */
    struct source_marks *marks;  /* NULL: places are counted from the text's start */
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
    const char *file;            /* NULL: the source's name                    */
};

/* Of a text that is pieced together from larger files, in the order of the text. The files are at
 * hand: `look` finds a place's column and line in them.                         */
struct seam {
    int offset;                  /* in the text, of its first byte             */
    int line;                    /* in the file                                */
    int64_t at;
    int file;                    /* which, by look's own count                 */
    bool point;                  /* the piece is not the file's: all of it is here */
};
struct seams {
    const struct seam *seam;
    int n;                       /* the first stands at the text's start       */
    struct place (*look)(const struct seams *seams, const struct seam *seam, struct pos pos);
    void *of;                    /* look's own                                 */
};
const struct seam *source_seam(struct pos pos); /* the piece it stands in        */

/* Of files that are whole in memory: seam.file counts `of`.                      */
struct place source_look(const struct seams *seams, const struct seam *seam, struct pos pos);

/* Reads a whole file ("-": standard input), at most `max` bytes. NULL: *error
 * is errno, or EFBIG. The source lives in the arena.                          */
const struct source *source_read(struct arena *a, const char *path, int max, int *error);
const struct source *source_memory(struct arena *a, const char *name, const char *text, int size);

/* Of a text that stays as it is as long as the arena: places will be asked of it.  */
struct source_marks *source_marks(struct arena *a);

struct place source_place(struct pos pos);
int source_line(const struct source *src, int offset); /* in the text, from 1         */

/* The name of the element whose tag stands there, n bytes; NULL: none does.   */
const char *source_element(struct pos pos, int *n);

#endif
