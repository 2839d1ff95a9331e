/* words.h - a set of words, small enough to be walked: names that may be used. */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include "base/arena.h"

struct words { const char **word; int n, room; };

bool words_have(const struct words *words, const char *word);
void words_add(struct arena *a, struct words *words, const char *word); /* once; borrowed */

/* For names that are looked for among many: most differ in their first letter.       */
static inline bool same_word(const char *a, const char *b) { return *a == *b && strcmp(a, b) == 0; }

/* The text on one line, single blanks between its words and none at its ends. */
const char *words_folded(struct arena *a, const char *text);

/* In a list of words with blanks between. */
bool has_word(const char *list, const char *word);

/* The list's first word, for `n` bytes; go on with list = word + n. NULL: no more. */
const char *next_word(const char *list, int *n);

#endif
