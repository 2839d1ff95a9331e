/* breaker.h - what para.c and balance.c share: a paragraph's items while it is broken into lines. */
#ifndef SET_BREAKER_H
#define SET_BREAKER_H

#include "set/para.h"

struct sums { int64_t width, stretch, shrink, track; }; /* of items and the blanks behind them */

struct breaker {
    const struct item *item;
    struct measure m;
    struct sums *sum;            /* sum[i]: of items before i                            */
    int n;
};

static inline len clamped(int64_t l) { return l < LEN_MAX ? (len)l : LEN_MAX; }

struct line line_of(const struct breaker *b, int first, int end); /* items[first .. end)           */
len room_of(const struct breaker *b, int first);                  /* of a line that begins there    */

/* balance.c: the fewest full lines; lines of like length, 0: too many for that.                   */
int fewest_lines(const struct breaker *b);
int balanced_lines(struct arena *a, const struct breaker *b, struct line *line);

#endif
