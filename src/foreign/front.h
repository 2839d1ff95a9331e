/* front.h - the head of a document, in two files.                                                                          */
#ifndef FOREIGN_FRONT_H
#define FOREIGN_FRONT_H

#include "foreign/sheet.h"

struct front {
    struct sheet *s;
    int nation, motto, number, date, title; /* strips; -1: none                                                            */
    len middle;                  /* between the two columns                                                                */
    len low;                     /* where the columns end                                                                  */
};

/* Of words that a line begins with, in small letters and without blanks: those vary.                                          */
bool is_spelt(const char *folded, const char *with);
void give(struct book *b, struct strip *s, const char *role, int para); /* para 0: an element of its own                      */

/* titles.c                                                                                                                    */
void take_title(struct book *b, struct front *f, bool letter);
void take_addressees(struct book *b, struct front *f);

#endif
