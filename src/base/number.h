/* number.h - numbers as Vietnamese offices write them, and sums without binary
 * fractions.                                                                         */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include "base/arena.h"

/* A decimal: value / 10^scale. Good for 18 digits.                                    */
struct decimal { int64_t value; int scale; };

/* "1247", "-96.5"; with `vietnamese` "1.247" and "96,5". False: not a number, or
 * one that could be read in two ways, or too long.                                    */
bool decimal_parse(const char *s, bool vietnamese, struct decimal *out);
bool decimal_add(struct decimal *sum, struct decimal d); /* false: too long            */
double decimal_double(struct decimal d);

/* 1247.5 -> "1.247,5" with `decimals` digits behind the comma (-1: as many as it
 * has, at most 6), rounded half away from zero.                                        */
const char *number_vi(struct arena *a, double x, int decimals);
const char *decimal_vi(struct arena *a, struct decimal d, int decimals); /* exact         */

/* Whole numbers below it are what a double holds to the last digit.                     */
#define DOUBLE_EXACT 9007199254740992.0 /* 2^53 */

/* 1247.5 -> "1247.5": what decimal_parse reads; fractions of six digits; "" for NaN, infinity and
 * what is not below DOUBLE_EXACT.                                                      */
const char *number_plain(struct arena *a, double x);
/* The same with as many digits as a double is good for (15), as XPath 1.0 (4.2) wants it: never 2.5e+09. */
const char *number_xpath(struct arena *a, double x);
const char *decimal_plain(struct arena *a, struct decimal d); /* exact */

#define ROMAN_TEXT 32
const char *number_roman(int n, char out[ROMAN_TEXT]);   /* 1..3999, else digits         */

/* a b c d đ e g h ...: the order of points (decree 30); after y come aa, ab, ...        */
const char *number_letter(int n, char out[ROMAN_TEXT]);

#endif
