/* breaks.h - where Vietnamese official prose may part, and what never does.
 *
 * The words that tie come from the template (a style's `tie` and `hold`); here is only
 * how they tie. Vietnamese does not hyphenate: lines end at blanks.                     */
#ifndef SET_BREAKS_H
#define SET_BREAKS_H

#include "doc.h"

/* The penalty of ending a line at the blank between two words: PENALTY_NEVER, more than
 * 0 for a poor place, less than 0 for a good one.                                        */
int break_penalty(const struct style *style, const char *before, int n_before,
                  const char *after, int n_after);

/* held[i] becomes true for every blank at offset i of text (all words of a paragraph as they were
 * written, one blank between them) that stands inside a phrase of style->hold; of "tỉnh *" the
 * name behind it, "tỉnh Bắc Giang", or else the next word, is a part.                     */
void break_holds(const struct style *style, const char *text, bool *held);

/* Bytes of an address up to the first place where it may be parted: behind its slashes;
 * n: it is none, or has none. `rest`: of one that has been parted already.                */
enum { PENALTY_ADDRESS = 1300 };
int break_address(const char *s, int n, bool rest);

/* Bytes of s[0..n) up to the last place where an over-long word or an address may be
 * cut so that at most `most` letters stand before it; at least one letter.                 */
int break_inside(const char *s, int n, int most);

#endif
