/* text.h - what the rules of the words themselves share: passages, which are the text of one paragraph, cell or
 * note over all its lines; Vietnamese syllables; numbers in digits and in words.                     */
#ifndef CHECK_TEXT_H
#define CHECK_TEXT_H

#include "check/check.h"

#include "base/utf8.h"

struct passage {
    const char *text, *lower;    /* without the marks of notes; lower: byte for byte as long             */
    struct line **line;
    int *from;                   /* where each line begins in the text                                    */
    int n, room, element;
    enum zone zone;
    bool capitals;               /* all of it                                                              */
    int cell, row, table;        /* elements around it, or -1                                               */
};

/* Of the document, in the order of reading; what pages repeat is left out. Made when first asked for.        */
const struct passages *passages_of(struct check *c);
struct passages { struct passage *at; int n, room; };

/* A fault of the word at that byte of the passage.                                                            */
void fault_word(struct check *c, const struct passage *p, int from, const char *format, ...) __attribute__((format(printf, 4, 5)));
const char *excerpt(struct check *c, const char *text, int from, int to); /* with a word around it             */

/* A word: letters and the marks that combine with them. Its start and end from *at on, false: none is left.      */
struct word { int from, to; };
bool word_next(const char *text, int *at, struct word *to);
bool is_word_byte(char b);

/* ---- syllables.c --------------------------------------------------------------------------------------- */

enum { NO_TONE = 0 };
struct syllable {                /* in small letters                                                          */
    char initial[8], rime[16];   /* without tone: "h", "oa"                                                    */
    int tone, tone_at;           /* 1 to 5; which letter of the rime has it                                     */
    int letters;                 /* of the rime                                                                */
};
/* n bytes, small letters. False: no Vietnamese word is spelled so.                                           */
bool syllable_read(const char *s, int n, struct syllable *to);
bool is_vietnamese(uint32_t cp); /* a small or capital letter of the alphabet                                   */
int vowel_put(const char *base, int tone, char *to); /* "ê", 4: ế; its bytes, 0: base is no vowel                  */

/* old_fonts.c: what the word was before an old font's codes were taken for Unicode, NULL: nothing that is a Vietnamese syllable.
 * *letters: how many of it are none of the Vietnamese alphabet.                                              */
const char *old_font_word(struct arena *a, const char *s, int n, int *letters);

/* ---- numerals.c ---------------------------------------------------------------------------------------- */

/* A number in words at s, small letters: "một triệu hai trăm nghìn". *used: its bytes. -1: none, or of two
 * meanings (một triệu hai).                                                                              */
int64_t numeral_read(const char *s, int *used);

/* "1.250.000,50" at s: value in units of 10^-*decimals. *used: its bytes. False: no number, or of two meanings.   */
bool digits_read(const char *s, int64_t *value, int *decimals, int *used);
int whole_at(const char *s);     /* of its digits, nine at most                                                 */
const char *digits_write(struct arena *a, int64_t value, int decimals);

#endif
