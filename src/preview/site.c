/* site.c - the clock that all of it goes by.                                                            */
#include "preview/site.h"

#include <time.h>

double site_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}
