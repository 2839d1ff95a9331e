/* child.h - another program, run on a file with limits of time, memory and output, read line by line.          */
#ifndef FOREIGN_CHILD_H
#define FOREIGN_CHILD_H

#include "base/arena.h"

enum child_end { CHILD_DONE, CHILD_MISSING, CHILD_FAILED, CHILD_TOO_LONG, CHILD_STOPPED };

typedef bool child_line(void *user, const char *line); /* false: enough                                        */

/* command: NULL-ended; the open file is its /proc/self/fd/3. *said: the start of what it says on stderr.        */
enum child_end child_read(struct arena *a, const char *const *command, int file, child_line *take, void *user, const char **said);

#endif
