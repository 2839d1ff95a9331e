/* compare.h - between the steps of a comparison: words, blocks and partners of both sides.          */
#ifndef DIFF_COMPARE_H
#define DIFF_COMPARE_H

#include "diff/align.h"
#include "diff/diff.h"

struct word {
    struct vb_word w;
    int index;                   /* the library's                                               */
    int id;                      /* the same words have the same                                */
    int block;                   /* of the side                                                 */
    int page;                    /* from 0, of the document                                     */
};

struct block { int first, n, id; };

/* The text's words, then the notes'; what else there is, apart.                                 */
struct side {
    struct word *word;
    int n, room, n_text;
    struct block *block;
    int n_blocks, room_blocks, n_text_blocks;
    int *partner;                /* of a word: the other side's, or ALONE                        */
    bool *jumped;                /* it has one, but not in the order of the text                 */
    struct word *running;        /* words of the pages themselves                                */
    int n_running, room_running;
    struct word *rule;
    int n_rules, room_rules;
};

struct compare {
    struct diff *d;
    struct arena *a;
    struct side side[2];
    int *row_of[2];              /* of a page                                                    */
};

/* kept.c: of a document that is set, or kept; pages from 0, of the document. */
int diff_page_count(const struct diff_document *d);
int diff_word_count(const struct diff_document *d);
struct vb_word diff_word(const struct diff_document *d, int i, int *page);
void diff_word_places(const struct diff_document *d, int i, struct vb_place *at, struct vb_place *wanted);
struct vb_sheet diff_sheet(const struct diff_document *d, int page);

/* gather.c */
void compare_gather(struct compare *c);

/* match.c: fills the partners. */
void compare_match(struct compare *c);

/* rows.c: pages side by side. */
void compare_rows(struct compare *c);

/* words.c, moves.c, pages.c: add the changes. */
void compare_words(struct compare *c);
void compare_looks(struct compare *c);
void compare_moves(struct compare *c);
void compare_pages(struct compare *c);

struct diff_change *compare_add(struct compare *c, enum diff_kind kind);

/* Their lines, one box each; text and places too. end: behind the last.                            */
void compare_part(struct compare *c, int side, int first, int end, struct diff_part *to);
void compare_lines(struct compare *c, const struct word *w, int n, struct diff_part *to);
const char *compare_text(struct compare *c, const struct word *w, int n);

#endif
