/* near.h - how far two names are apart.                                         */
#ifndef BASE_NEAR_H
#define BASE_NEAR_H

/* Damerau's distance (two letters that changed places are one slip); names are short, longer ones are as
 * good as far.                                                                  */
int near_distance(const char *a, const char *b);

#endif
