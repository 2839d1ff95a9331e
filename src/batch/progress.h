/* progress.h - how far a run is: a bar on a terminal, elsewhere a line now and then.                    */
#ifndef BATCH_PROGRESS_H
#define BATCH_PROGRESS_H

#include <stdbool.h>
#include <stdio.h>

struct progress {
    FILE *out;                   /* NULL: nothing is shown                                             */
    bool bar, english;
    int all, done, failed;
    double start, shown;         /* seconds; shown 0: nothing yet                                       */
    int shown_tenth;
};

struct progress progress_begin(FILE *out, bool bar, bool english, int all);
void progress_step(struct progress *p, bool failed);
void progress_show(struct progress *p);
void progress_end(struct progress *p);  /* the bar is gone                                               */
double progress_seconds(const struct progress *p);

#endif
