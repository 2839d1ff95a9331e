/* align.h - which items of two lists are the same ones: a longest common subsequence.             */
#ifndef DIFF_ALIGN_H
#define DIFF_ALIGN_H

#include "base/arena.h"

enum { ALONE = -1 };

/* partner_a[i] = j and partner_b[j] = i where the item is in both, else ALONE; partners stand in the same order.
 * Myers' O(ND) from both ends, in linear room; lists that have little in common are not gone through to the
 * last: what is found then is common, but not the most that is.                                */
void align(struct arena *a, const int *of_a, int n, const int *of_b, int m, int *partner_a, int *partner_b);

#endif
