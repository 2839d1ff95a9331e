/* para.h - items into lines: arithmetic only; knows no font, no XML, no page.
 *
 * Total fit after Knuth and Plass, "Breaking Paragraphs into Lines" (1981): of all ways
 * to break a paragraph the one with the fewest demerits. An item is what is never broken;
 * blanks tied inside it stretch with the line, the blank behind it vanishes at a line's
 * end. All arithmetic is in whole numbers.                                              */
#ifndef SET_PARA_H
#define SET_PARA_H

#include "base/arena.h"
#include "base/unit.h"

struct item {
    len width, stretch, shrink;  /* of the item with its tied blanks                    */
    len gap, gap_stretch, gap_shrink; /* of the blank behind it                          */
    len track;                   /* most that its letters may be moved apart or together */
    int penalty;                 /* of a line that ends with it; less than 0: a good place */
    bool forced;                 /* the line ends with it                               */
    int group;                   /* of items that had better share no line with others; 0: none */
};

struct line {
    int first, count;            /* items[first .. first + count)                       */
    len width;                   /* natural                                             */
    len stretch, shrink, track;
    bool last;                   /* of the paragraph, or before a forced break           */
};

struct measure {
    len width;                   /* of a full line                                      */
    len first;                   /* indent of the first line; may be negative            */
    bool justify;                /* else ragged: no stretching, no shrinking             */
    bool balance;                /* lines of like length, no more of them than needed    */
};

enum { PENALTY_NEVER = 10000 };

/* What of the slack (more than 0: room to fill) the letters take: only what is left when blanks
 * have stretched or shrunk as far as looks well, and no more than their track.          */
int64_t line_track(const struct line *line, int64_t slack);

/* The narrowest measure in which full lines are no more than so many.                    */
len para_least(struct arena *scratch, const struct item *item, int n, int lines);

/* Fills line[] (room for n) and returns how many. Every item must fit the measure by
 * itself; one that does not stands alone on a line that sticks out.                     */
int para_break(struct arena *scratch, const struct item *item, int n, struct measure m,
               struct line *line);

#endif
