/* pool.h - processes that do one job after the other. A job is a number, its answer a status, a
 * number and some bytes. Workers are forked when they are wanted, so that they share what the
 * parent holds; one that dies or takes too long costs the job it was at and is replaced.
 * They die with the parent.                                                               */
#ifndef BATCH_POOL_H
#define BATCH_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { POOL_CRASHED = -1, POOL_HUNG = -2 }; /* in place of a job's own status               */

struct pool_answer {
    int job;
    int status;                  /* what do_job said; POOL_CRASHED: detail is the signal, or minus its exit status */
    int detail;
    const char *text;            /* `size` bytes, not ended; in do_job: to be set, malloc's    */
    size_t size;
};

struct pool {
    void *user;
    void (*start)(void *user);   /* in each worker, before its first job; NULL: nothing            */
    void (*do_job)(void *user, struct pool_answer *answer);       /* in a worker              */
    bool (*next)(void *user, int *job);                           /* in the parent; false: no more */
    bool (*take)(void *user, const struct pool_answer *answer);   /* in the parent; false: no more jobs */
    void (*tick)(void *user);    /* in the parent, several times a second; may be NULL        */
    int processes;
    double limit;                /* seconds that a job may take                                */
};

/* False: no worker could be started or kept; errno says why.                                  */
bool pool_run(const struct pool *pool);

#endif
