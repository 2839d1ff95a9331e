/* hash.h - a number for words (FNV-1a, 64 bits), for tables of them. Not for strangers' mischief: what
 * matters is compared besides.                                                                  */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define HASH_BEGIN 14695981039346656037u

static inline uint64_t hash_bytes(uint64_t h, const void *bytes, size_t n)
{
    for (const unsigned char *s = bytes; n--; s++)
        h = (h ^ *s) * 1099511628211u;
    return h;
}

/* Goes on from h: of several words in one. NULL: as "".                                            */
static inline uint64_t hash_words(uint64_t h, const char *s)
{
    for (; s && *s; s++)
        h = (h ^ (unsigned char)*s) * 1099511628211u;
    return h;
}

/* Is it one of the n that are there? If not it is added, as long as there is room.                  */
static inline bool hash_is_known(uint64_t *at, int *n, int most, uint64_t h)
{
    for (int i = 0; i < *n; i++)
        if (at[i] == h)
            return true;
    if (*n < most)
        at[(*n)++] = h;
    return false;
}

#endif
