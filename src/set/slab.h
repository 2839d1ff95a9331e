/* slab.h - what the parts of set/ hand to one another.                                     */
#ifndef SET_SLAB_H
#define SET_SLAB_H

#include "set/set.h"

struct call { const struct note *note; int element; }; /* a note and its element           */
struct number { const struct run *run; const char *s; }; /* a page number, as it was set    */

struct slab {
    len height;
    len gap;                     /* above it; vanishes at the top of a page                */
    len more;                    /* the most that gap may grow by, for the sake of a page's end */
    len baseline;                /* of its first line, from its top                         */
    int penalty;                 /* of a page that begins with it: enum below               */
    enum hold hold;              /* what the penalty is for                                  */
    bool row;                    /* a row of a table, whole                                  */
    struct mark *marks;          /* places relative to the slab's top left corner           */
    int n, room;
    struct page_field *fields;
    int n_fields, room_fields;
    struct call *notes;          /* called in it, in order                                  */
    int n_notes, room_notes;
    struct number *numbers;      /* page numbers that stand in it                           */
    int n_numbers, room_numbers;
    struct slabs *head;          /* repeated above it when a page begins with it, or NULL    */
    struct slabs *foot;          /* set below it when a page ends with it, or NULL           */
    struct slabs *head_notes;    /* of its head, below a page that begins with it; or NULL   */
    int outline;                 /* heading level, 0: none                                   */
    const char *outline_text;
    bool inside;                 /* it begins inside what is taller than a page: nothing keeps it */
    int block;                   /* slabs of the block that begins with it and may be asked to stand at a height; 0: none */
    bool stretch;                /* the room below it takes what height its row has left      */
    len reach;                   /* of what stands out below it (a cell over several rows)    */
    len text_x, text_width;      /* extent of its last line, for the rule below it           */
    struct pos tmpl, data;
};

/* The items that a block stands in, from the outermost one on.                               */
enum { MOST_ITEMS = 16 };        /* further in all is a part of the last one                   */
struct open_item { const struct list_item *item; int list, body; };
struct open_items { struct open_item at[MOST_ITEMS]; int n; };

/* What a page break costs. Real costs stay below all of these.                              */
enum {
    COST_WIDOW = 100 * 1000,     /* one line of a paragraph left alone                        */
    COST_NEVER = 10 * 1000 * 1000,
};

enum {
    NOTE_RULE_THICKNESS = PT(1) / 2,
    NOTE_RULE_SPACE = PT(3),     /* between the rule and the first note                     */
};

struct slabs { struct slab *slab; int n, room; };

/* In a fit's attempt complaints are not said; the worst is kept.                             */
struct trial { len missing; struct pos at, wanted; };

struct set {
    struct arena *arena;         /* what the pages keep                                      */
    struct arena *slabs;         /* slabs and all they hold: emptied after each section ...   */
    struct arena *passing;       /* ... but those of a table's cells and of a page being made  */
    struct arena *scratch;       /* emptied after each paragraph and each band of rows        */
    struct log *log;
    struct fonts *fonts;
    struct pages *pages;
    const struct doc *doc;
    struct trial *trial;         /* NULL: for real                                           */
    int parent;                  /* element that new ones become children of                  */
    const struct block *sole;    /* a cell's only paragraph: its words are the cell's own      */
    bool artifact;               /* page numbers and the like: no structure                   */
    struct late *late;           /* late.h; NULL: the document has no late text                 */
    int64_t n_marks;             /* on the pages so far: LIMIT_MARKS                           */
    int section;                 /* at hand, from 0                                            */
    int file;                    /* it stands in                                               */
    int page_number;             /* while running matter is set; else 0                         */
    len page_width;              /* of the text area: notes are as wide                        */
    len page_height;             /* of the text area: rows taller than it are parted            */
    struct explain *explain;     /* NULL: nobody asks why                                      */
    const len *height;           /* asked for signatures; NULL: they stand where the text ends  */
};

/* slab.c. From slabs_pass on slabs are made that are needed no more behind slabs_passed, which
 * takes what the first returned; what is made so inside of another such stretch ends with that.  */
struct arena *slabs_pass(struct set *s);
void slabs_passed(struct set *s, struct arena *before);

struct slab *slab_add(struct set *s, struct slabs *to, struct pos tmpl, struct pos data);
/* A field whose place and size the caller gives.                                            */
struct page_field *slab_field(struct set *s, struct slab *slab, const struct field *f, int element);
struct mark *slab_mark(struct set *s, struct slab *slab, enum mark_kind kind, int element);
void slab_merge(struct set *s, struct slab *into, const struct slab *from, len x, len y);
len slabs_stack(struct set *s, struct slab *into, const struct slabs *from, len x, len y);
len slabs_height(const struct slabs *slabs);
len notes_height(const struct set *s, const struct slabs *notes); /* with the rule above them */
int element_new(struct set *s, enum element_kind kind, const struct block *block);
/* list.c: the element that what is in the item becomes a child of; item NULL: the parent at hand. */
int item_body(struct set *s, struct open_items *open, const struct list_item *item);
/* Says, or in a trial notes, that `missing` does not fit. */
void misfit(struct set *s, enum message id, len missing, struct pos at, struct pos wanted,
            const char *word);

/* block.c: a list of blocks into slabs, in a column of that width.                            */
void set_blocks(struct set *s, const struct block *first, len width, struct slabs *to);

/* files.c: a section's file begins with it or goes on; what is known when all pages are there.  */
void file_of_section(struct set *s, const struct section *section);
void files_end(struct set *s);
void fields_end(struct set *s); /* fields.c: behind files_end                                  */

/* text.c: one paragraph into a slab for each line. natural: as one line.                       */
void set_para(struct set *s, const struct block *b, len width, struct slabs *to);
len para_natural(struct set *s, const struct block *b);
len para_narrowest(struct set *s, const struct block *b); /* its widest unbroken words, or what its most lines need */

/* image.c: natural: as if there were room for it.                                              */
void set_image(struct set *s, const struct block *b, len room, struct slabs *to);
len image_natural(const struct block *b);
len image_narrowest(const struct block *b);
bool is_image(const struct slabs *slabs); /* do they begin with a picture alone?                */

/* grid.c */
void set_grid(struct set *s, const struct block *b, len width, struct slabs *to);
len blocks_natural(struct set *s, const struct block *first); /* the widest of its paragraphs */
len blocks_narrowest(struct set *s, const struct block *first);

/* table.c; its width, when its cells' are measured so                                            */
void set_table(struct set *s, const struct block *b, len width, struct slabs *to);
len table_natural(struct set *s, const struct block *b, len (*measure)(struct set *, const struct block *));

/* explain.c: why pages end where they do, once they are there; which lines are loose.           */
struct flow;
struct page_break;
struct explain *explain_new(struct set *s);
void explain_pages(struct set *s, const struct flow *flow, const struct slabs *text, const struct page_break *end, int n);
void explain_lines(struct set *s);

/* widths.c: column widths; a measure is asked for what an `auto` column holds. False: the
 * fixed ones alone are *missing wider than there is room.                                       */
typedef len width_measure(void *user, int column);
bool widths_solve(const struct width *w, int n, len room, width_measure *natural, void *user, len *out,
                  len *missing);
void widths_narrow(struct width *w, int n, int64_t room, width_measure *natural_of, width_measure *narrowest_of,
                   void *user);

#endif
