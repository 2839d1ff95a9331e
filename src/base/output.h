/* output.h - a file that is whole or not there.
 *
 * Bytes go to a temporary neighbour, which is given its name when everything has been
 * written and has reached the disk; a reader never sees half a file, and a full disk
 * leaves nothing behind. "-" is standard output. The first error is kept, what comes
 * after it is ignored, so that only output_close need be asked.                        */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include "base/buf.h"

struct output {
    int fd;
    const char *path, *temporary; /* temporary NULL: written in place                  */
    int error;                   /* errno of the first failure, 0: none                */
    struct buf *memory;          /* NULL: a file                                       */
    int size;
    char buffer[1 << 14];
};

void output_open(struct output *o, struct arena *a, const char *path);
void output_memory(struct output *o, struct buf *memory); /* in place of a file          */
void output_write(struct output *o, const void *bytes, size_t n);
int output_close(struct output *o); /* 0, or errno: then nothing was left behind         */

#endif
