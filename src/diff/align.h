/* align.h - which items of two lists are the same ones: a longest common subsequence.             */
#ifndef DIFF_ALIGN_H
#define DIFF_ALIGN_H

#include "base/arena.h"

enum { ALONE = -1 };

/* A list: which item each is, and its partner in the other list, or ALONE.                        */
struct items { int *id, *partner, n; };
struct items items_new(struct arena *a, int n); /* ids are the caller's to fill in               */

/* Gives partners to the items that are in both; partners stand in the same order.
 * Myers' O(ND) from both ends, in linear room; lists that have little in common are not gone through to the
 * last: what is found then is common, but not the most that is.                                */
void align(struct arena *a, struct items one, struct items other);

#endif
