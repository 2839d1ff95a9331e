/* output.h - a file that is whole or not there.
 *
 * Bytes go to a temporary neighbour, which is given its name when everything has been
 * written and (unless it is `unsynced`) has reached the disk; a reader never sees half a file, and a full disk
 * leaves nothing behind. "-" is standard output. The first error is kept, what comes
 * after it is ignored, so that only the end need be asked. Several files are all there
 * or none of them is: they are finished one by one and get their names together. A temporary
 * is locked (flock) while its writer lives.                                              */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include "base/buf.h"

struct output {
    int fd;
    const char *given, *path;    /* as it was named; where links lead to              */
    const char *temporary;       /* NULL: written in place                            */
    bool unsynced;               /* gets its name before it has reached the disk      */
    bool exchanged;              /* temporary is the name of what was there before     */
    struct output *next;         /* of several                                        */
    struct output *begun;        /* before it, by this thread: not yet kept            */
    int error;                   /* errno of the first failure, 0: none                */
    struct buf *memory;          /* NULL: a file                                       */
    int size;
    char buffer[1 << 14];
};

void output_open(struct output *o, struct arena *a, const char *path);
void output_memory(struct output *o, struct buf *memory); /* in place of a file          */
void output_write(struct output *o, const void *bytes, size_t n);
void output_finish(struct output *o); /* all of it is on the disk, still without its name */
/* Gives their names to finished ones; or else leaves nothing of them, what was there before
 * stays, and the one at fault is returned.                                             */
struct output *outputs_keep(struct output *first);
/* Removes the temporaries of what this thread has begun: for who ends at once. Allocates nothing.     */
void outputs_abandon(void);
/* Removes the temporary neighbours of PDFs and manifests in a folder that nobody writes any more:
 * whoever did was killed.                                                               */
void output_sweep(const char *folder);
bool output_in_place(const char *path); /* "-", a pipe, /dev/full: no file that is replaced */

#endif
