/* random.h - sketches of documents: made by chance, cut down, written as text and read again, built
 * into what read/ would hand over, and looked at when they are set.
 *
 * A sketch says how many words, rows and notes there are; which words is left to the building, so
 * that any part may be taken away and what remains is still a document.                         */
#ifndef TESTS_RANDOM_H
#define TESTS_RANDOM_H

#include "fake.h"

enum sketch_kind {
    SKETCH_PAGE,                 /* the whole; what stands in it flows down its pages         */
    SKETCH_P, SKETCH_H, SKETCH_C, /* a paragraph, a heading, a paragraph of a cell: of ...      */
    SKETCH_WORDS,                /* ... words, the last of them with a note perhaps           */
    SKETCH_TABLE, SKETCH_GRID, SKETCH_ROW, SKETCH_CELL,
    SKETCH_END,                  /* the end block, which takes two lines along                */
    SKETCHES
};

enum { SKETCH_VALUES = 4 };
enum { PAGE_LETTERS, PAGE_LINES };
enum { WORDS_N, WORDS_NOTE };
enum { TABLE_COLUMNS, TABLE_LINES, TABLE_EACH };
enum { ROW_KIND, ROW_CARRY };
enum { CELL_COLUMNS, CELL_ROWS, CELL_VALIGN, CELL_SIDES };

struct sketch {
    enum sketch_kind kind;
    int v[SKETCH_VALUES];
    struct sketch *child, *next;
};

struct sketch_rule {
    const char *name;
    struct { const char *name; int least, most; } value[SKETCH_VALUES]; /* name NULL: no more */
};
extern const struct sketch_rule sketch_rules[SKETCHES];

/* text.c: one part a line, "cell columns=2", indented by two blanks for each part around it; # begins a
 * comment. Returns NULL for what is no sketch.                                               */
void sketch_write(const struct sketch *s, struct buf *out);
struct sketch *sketch_read(struct arena *a, const char *text);
struct sketch *sketch_new(struct arena *a, enum sketch_kind kind);

/* chance.c: of so many blocks at most, or exactly.                                             */
struct sketch *sketch_chance(struct arena *a, uint64_t seed, int most, bool exactly);

/* shrink.c: takes away, makes simple and makes less whatever it can while the judge still says the same. The judge
 * returns what is wrong, or NULL. Returns how often it was asked.                              */
typedef const char *sketch_judge(const struct sketch *s, void *user);
int sketch_shrink(struct arena *a, struct sketch *s, sketch_judge *judge, void *user);

/* build.c */
enum { MOST_WORDS = 6000 };
struct made {
    struct fake f;
    int words, notes;            /* made so far                                              */
    int end_word;                /* the first of the end; -1: there is none                    */
    int text_page[MOST_WORDS], note_page[MOST_WORDS]; /* 1..: where each was seen; 0: nowhere   */
    int mark_page[MOST_WORDS], seen[MOST_WORDS];
    bool in_table[MOST_WORDS];
    const char *fault;
    int at;
};
void made_build(struct made *m, const struct sketch *s);

/* see.c: sets it and looks at every page; m->fault is what is wrong. NULL: it was refused.      */
struct pages *made_see(struct made *m);

#endif
