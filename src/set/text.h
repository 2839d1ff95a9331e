/* text.h - a paragraph on its way: pieces.c cuts its runs into pieces, penalty.c says where a
 * line may end, items.c makes of them what is never broken, text.c chooses the lines, line.c
 * makes their marks.                                                                       */
#ifndef SET_TEXT_H
#define SET_TEXT_H

#include "set/para.h"
#include "set/slab.h"

enum piece_kind {
    PIECE_WORD, PIECE_BLANK, PIECE_ROOM, PIECE_BREAK,
    PIECE_SPARE,                 /* kept for the late text behind it: lines are broken with it, then it is none */
    PIECE_LEADER,                /* takes what its line has left                             */
};

struct piece {                   /* letters of one run in one face, or a blank              */
    enum piece_kind kind;
    const struct run *run;
    const struct face *face;
    const char *s;
    int n;
    len size, rise;              /* rise: above the baseline                                */
    len width;
    int penalty;                 /* BLANK: of a line that ends here                          */
    bool whole;                  /* BLANK: inside words that stay whole; penalty then is what it else is */
    int group;                   /* of words that had to be parted although whole; 0: none     */
    bool cut;                    /* a line may end behind it without a blank                 */
    bool rest;                   /* of a word that was too long: it has been reported        */
    bool late;                   /* depends on pages: what a line holds does not depend on it   */
    bool address;                /* the rest of an address: it goes on without its beginning  */
};

/* What a line adds: to each blank, and behind each letter but its last; to each leader.        */
struct spread { len blank, letter, leader; };

struct text_item {               /* beside struct item, by the same index                    */
    int first, end;              /* pieces[first .. end)                                    */
};

struct text {
    struct set *set;
    const struct block *block;
    const struct style *style;
    const struct look *look;     /* the last one asked for, and its first face              */
    const struct face *face;
    struct piece *piece;
    int n, room;
    struct item *item;
    struct text_item *span;
    int n_items, room_items, room_spans;
};

void text_pieces(struct set *s, const struct block *b, struct text *t); /* pieces.c           */
void text_penalties(struct text *t); /* penalty.c                                             */
void text_items(struct text *t, len measure); /* items.c                                     */

/* Where the piece was written; its run's place when its words cannot be found there
 * (capitals made by the style, text made by the template).                                   */
struct pos piece_pos(const struct piece *p);
struct pos text_pos(const struct text *t, int first, int end); /* of the first words of the data */

/* line.c: the marks of one line into its slab.                                               */
void line_marks(struct text *t, struct slab *slab, int first, int end, struct spread add, int element); /* from slab->text_x */
void line_heights(struct text *t, int first, int end, len *ascent, len *descent, len *pitch);

/* explain.c: keeps why a line is loose, if it is.                                            */
void loose_line(struct text *t, const struct line *l, len room, len extra);

#endif
