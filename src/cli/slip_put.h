/* slip_put.h - words into the slip's data: what is markup is escaped, and letters that paper would not show,
 * or show as others, stand as their numbers: [U+200B].                                          */
#ifndef CLI_SLIP_PUT_H
#define CLI_SLIP_PUT_H

#include <stdio.h>

void slip_words(FILE *out, const char *s);
void slip_put(FILE *out, const char *name, const char *value); /* an attribute; NULL, "": none   */
void slip_number(FILE *out, const char *name, int n);

#endif
