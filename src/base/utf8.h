/* utf8.h - text as code points. Unicode's own data belongs to utf8proc.       */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/arena.h"

#include <stdio.h>

/* The code point at s, *s moved behind it. s is valid UTF-8 (it was checked
 * when it was read) and not at its end.                                       */
uint32_t utf8_next(const char **s);
int utf8_put(uint32_t cp, char out[4]);          /* how many bytes             */
int utf8_letters(const char *s, int n);          /* code points in n bytes     */
bool utf8_is_upper(uint32_t cp);
bool utf8_is_letter(uint32_t cp);

/* Bytes of the longest valid start of s: n when all of it is UTF-8.           */
int utf8_valid(const char *s, int n);

/* Vietnamese letters composed to one code point each (NFC); s itself when it
 * is composed already.                                                        */
const char *utf8_compose(struct arena *a, const char *s);

/* For comparing without regard to case; composed.                            */
const char *utf8_fold(struct arena *a, const char *s);

const char *utf8_upper(struct arena *a, const char *s);
const char *utf8_plain(struct arena *a, const char *s); /* small letters without marks: Đề án is de an */

/* Bytes at the start of s[0..n) that have the letters of word[0..m), of any case; 0: not
 * these letters.                                                                       */
int utf8_match_letters(const char *s, int n, const char *word, int m);
static inline bool utf8_same_letters(const char *s, int n, const char *word, int m)
{
    return n > 0 && utf8_match_letters(s, n, word, m) == n;
}

/* To people, whose terminal obeys some letters: control characters, also those of two bytes, and what turns the direction
 * of writing are shown, each in one column, as is what is no UTF-8. One line, tabs in it stay.                      */
void utf8_show(FILE *out, const char *s, size_t n);
bool utf8_is_plain_name(const char *s); /* none of these, and nothing that is not seen at all      */

#endif
