/* hash.h - a number for words (FNV-1a, 64 bits), for tables of them. Not for strangers' mischief: what
 * matters is compared besides.                                                                  */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stdint.h>

#define HASH_BEGIN 1469598103934665603u

/* Goes on from h: of several words in one. NULL: as "".                                            */
static inline uint64_t hash_words(uint64_t h, const char *s)
{
    for (; s && *s; s++)
        h = (h ^ (unsigned char)*s) * 1099511628211u;
    return h;
}

#endif
