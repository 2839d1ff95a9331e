/* book.h - what is found once for all pages of a file: where each element begins, which element a
 * link means, where a note's mark and its words stand, and the lines of the sources.           */
#ifndef WRITE_SVG_BOOK_H
#define WRITE_SVG_BOOK_H

#include "write/svg/svg.h"

struct svg_first { int page, mark; }; /* page -1: it shows nothing                                */

struct svg_note { struct svg_first call, label; }; /* in the text; at the foot                     */

struct svg_target { const char *id; int element; };

struct svg_book {
    struct arena *arena;
    const struct pages *pages;
    const struct svg_fonts *fonts;
    struct svg_first *first;     /* by element: its first mark that is no rule                  */
    struct svg_note *note;       /* by element                                                 */
    struct svg_target *target;   /* by id                                                      */
    int n_targets, room_targets;
    struct svg_lines *lines;
};

int book_note_around(const struct svg_book *book, int element); /* -1: none                        */
int book_target(const struct svg_book *book, const char *id); /* -1: nothing has this id           */

/* From 1; the place is in a source.                                                            */
int book_line(struct svg_book *book, struct pos pos);

#endif
