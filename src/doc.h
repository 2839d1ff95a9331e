/* doc.h - FIRST HINGE: the bound document, what read/ makes and set/ takes.
 *
 * Data and template have met: every value is filled in, every label and note
 * numbered, every style resolved (nothing is inherited after this). Nothing is
 * measured: a width is still "2 shares", a rule "40 per cent of the line above
 * it". There is no XML and no font file here, only names of fonts.
 *
 * All lengths are millipoints (base/unit.h), all text NFC UTF-8 with single
 * blanks. Lists are linked by `next`; nodes live in the document's arena and are
 * never changed by set/. Every node carries two places: `tmpl`, the template's
 * element that made it, and `data`, the data's words that it shows.              */
#ifndef DOC_H
#define DOC_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/image.h"
#include "base/signer.h"
#include "base/source.h"
#include "base/unit.h"

/* ---- looks ------------------------------------------------------------------- */

enum align {
    ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT, ALIGN_JUSTIFY,
    ALIGN_DECIMAL                /* in cells: figures by their commas, else centred */
};
enum script { SCRIPT_NONE, SCRIPT_SUP, SCRIPT_SUB };

struct look {                    /* of a run of letters                          */
    const char *fonts;           /* "Times New Roman, Liberation Serif": first there wins */
    len size;
    bool bold, italic, underline;
    bool whole;                  /* stays on one line that has room for it       */
    enum script script;
    uint32_t colour;             /* 0xRRGGBB                                     */
};

struct style {                   /* of a paragraph                               */
    const char *name;
    struct look look;
    bool upper;                  /* capitals; its text has been changed already   */
    int line_times;              /* thousandths of the font's natural pitch, or 0 */
    len line_exact;              /* when line_times is 0                          */
    enum align align;
    len first, left, right;      /* indents; first is added to left              */
    len before, after;           /* space above and below                        */
    len stretch;                 /* the most that `before` may grow by on a page  */
    bool balance;                /* lines of like length instead of full ones     */
    int lines;                   /* most lines allowed; 0: any                   */
    const char *hold;            /* phrases kept whole, parted by ;              */
    const char *tie;             /* words tied to the number behind them         */
    const char *units;           /* words tied to the number before them          */
    const char *break_after;     /* marks a line may end after                   */
    bool keep_next;
    int outline;                 /* heading level, 0: none                       */
    const char *outline_join;    /* marks between its words and those of the heading
                                  * above in one entry of the outline; NULL: it has its own */
};

/* ---- paragraphs -------------------------------------------------------------- */

enum run_kind {
    RUN_TEXT,
    RUN_BREAK,                   /* forced end of line                           */
    RUN_NOTE,                    /* a note's mark; text is the mark              */
    RUN_FIELD,                   /* room to be filled by somebody else           */
    RUN_LATE,                    /* text that depends on pages                   */
    RUN_LEADER,                  /* stretches; text is what fills it              */
};

enum late_rule {                 /* the rule of a late text                      */
    LATE_PAGE_NUMBER,            /* of the page it stands on                     */
    LATE_PAGE_COUNT, LATE_SECTION_COUNT, /* all pages; those whose numbers run on */
    LATE_PAGE_OF,                /* number of the page where `target` begins     */
    LATE_NOTE_MARK,              /* of a note that is counted by page            */
};

enum field_kind {
    FIELD_SIGNATURE, FIELD_SEAL, FIELD_ATTACHMENT, FIELD_INITIALS, FIELD_NUMBER, FIELD_DATE, FIELD_BLANK
};

struct field {
    enum field_kind kind;
    const char *name;            /* NULL: none                                   */
    const char *title;           /* for people, NULL: its name                   */
    len width, height;           /* width 0: of what stands in it                */
    bool stretch;                /* takes what height its row of a grid has left */
    int overlap;                 /* per cent of the field around it that it covers */
    enum align align;
    struct block *blocks;        /* a block field's content                      */
    struct field *inside;        /* a seal inside a signature                    */
    const struct signer *signer; /* NULL: of nobody in particular                */
    const char *anchor;          /* words at its lower left corner that nobody sees, or NULL */
    struct block *anchor_words;
    struct pos tmpl, data;
};

struct run {
    struct run *next;
    enum run_kind kind;
    const struct look *look;
    const char *text;            /* RUN_TEXT, RUN_NOTE, RUN_LEADER; RUN_FIELD: what is filled in */
    const char *written;         /* RUN_TEXT: before it became capitals, byte for byte as long; or NULL */
    struct note *note;           /* RUN_NOTE, LATE_NOTE_MARK                     */
    struct field *field;         /* RUN_FIELD; RUN_LEADER: the field it fills, or NULL */
    enum late_rule late;         /* RUN_LATE                                     */
    int order;                   /* RUN_LATE, a late note's mark: 0 .. doc.n_late - 1 */
    const char *target;          /* LATE_PAGE_OF: an id                          */
    len width;                   /* RUN_LATE: room for it, 0: what it takes       */
    const char *href;            /* a link's target: "#id" or an address, or NULL */
    struct pos data;
};

/* ---- blocks ------------------------------------------------------------------ */

enum block_kind {
    BLOCK_PARA, BLOCK_RULE, BLOCK_TABLE, BLOCK_GRID, BLOCK_KEEP, BLOCK_FIT, BLOCK_FIELD, BLOCK_BOX, BLOCK_IMAGE,
    BLOCK_PAGES                  /* read/ alone: pages of their own, taken out of the flow */
};

enum width_kind { WIDTH_FIXED, WIDTH_SHARE, WIDTH_AUTO, WIDTH_PERCENT };
struct width { enum width_kind kind; int32_t n; }; /* millipoints, shares, -, per cent */

enum row_kind { ROW_BODY, ROW_HEAD, ROW_GROUP, ROW_TOTAL, ROW_UNIT /* above the head, without lines */ };

enum valign { VALIGN_MIDDLE, VALIGN_TOP, VALIGN_BOTTOM };
enum side { SIDE_TOP = 1, SIDE_BOTTOM = 2, SIDE_LEFT = 4, SIDE_RIGHT = 8, SIDES_OWN = 16 };

struct cell {
    struct cell *next;
    struct block *blocks;
    int column, columns, rows;   /* first column from 0; spans                   */
    enum valign valign;          /* of a table's                                 */
    unsigned sides;              /* SIDES_OWN and those drawn; 0: as the table's lines are */
    struct pos tmpl, data;
};

struct row {
    struct row *next;
    enum row_kind kind;
    struct cell *cells;          /* in column order; none where a span from above is */
    struct row *carry, *carry_to; /* sums so far: below it where a page ends, on top of the next; or NULL */
    struct pos tmpl, data;
};

enum lines { LINES_ALL, LINES_ROWS, LINES_FRAME, LINES_NONE };

struct table_style {
    const char *name;
    len border, padding_x, padding_y, before;
    enum lines lines;
    enum valign valign;          /* of cells that do not say                      */
    bool each_notes;             /* notes of the head stand on each page that repeats it */
};

/* Of a list, as a screen reader announces it; how it looks is up to its blocks.              */
struct list_item {
    const struct list_item *around;   /* the one that its list stands in, or NULL      */
    const void *list;            /* the same for all items of one list            */
};

struct block {
    struct block *next;
    enum block_kind kind;
    const struct list_item *item;     /* that it is a part of, or NULL                 */
    const char *role;            /* "o3": component of the decree's drawing, or NULL */
    const char *id;              /* what references point to, or NULL            */
    struct pos tmpl, data;
    len before;                  /* space above                                  */
    union {
        struct { const struct style *style; struct run *runs; } para;
        struct { struct width width; bool of_column; len thickness; enum align align; } rule;
        struct { const struct table_style *style; struct width *widths; int columns; struct row *rows; } table;
        struct { struct width *widths; int columns; len gap, out; struct row *rows; } grid;
        struct { struct block *blocks; int lines_before; bool same_place; } keep; /* may be asked to stand at a height */
        struct { struct block **tries; int n; } fit; /* each the whole content    */
        struct field *field;
        struct { struct block *blocks; struct width width; len height, border, padding; uint32_t colour; enum align align; } box;
        struct {
            const struct image *image;
            len width, height;   /* 0: not given                                 */
            enum align align;
            const char *alt;     /* NULL: an ornament                            */
        } image;
        struct section *pages;
    };
};

/* Whether two headings, one right above the other, have one entry of the outline. */
static inline bool headings_join(const struct block *above, const struct block *b)
{
    return above && above->kind == BLOCK_PARA && above->para.style->outline && b->kind == BLOCK_PARA && b->para.style->outline &&
           b->para.style->outline_join;
}

/* ---- the document ------------------------------------------------------------ */

struct note {
    struct note *next;           /* in the order of the marks                    */
    const char *label;           /* "12", "(4)"; by_page: that of number 1       */
    bool by_page;                /* its number is counted on its page            */
    int number;                  /* by_page: sets that counter, 0: it goes on     */
    int order;                   /* 0 .. doc.n_notes - 1                         */
    struct block *blocks;        /* paragraphs; the label is the first one's first run */
    struct pos tmpl, data;
};

struct running { struct block *blocks; len edge; struct pos tmpl; }; /* blocks NULL: none */

enum { RUN_FIRST, RUN_REST };    /* which pages: index into running[][]          */
enum { AT_TOP, AT_BOTTOM };

struct section {                 /* a run of pages of one master                 */
    struct section *next;
    const char *master;          /* the template's name for such pages           */
    len width, height, top, bottom, left, right;
    bool mirror;                 /* pages of even number swap left and right          */
    int start;                   /* number of the first page, 0: goes on          */
    const char *label;           /* what readers show before its numbers, or NULL  */
    int file;                    /* index into doc.files                         */
    const char *id;              /* of what has these pages for itself, or NULL   */
    struct running running[2][2]; /* [RUN_FIRST|RUN_REST][AT_TOP|AT_BOTTOM]       */
    struct block *blocks;
    struct pos tmpl;
};

struct doc_file { const char *name, *title; };

/* What the template wants of a rule that pages are measured by, by its name: "R54".        */
struct rule_wish { const char *name; int severity; struct pos tmpl; const struct rule_wish *next; }; /* -1: the rule is off */

struct doc {
    const char *lang;            /* "vi"                                         */
    const char *title, *author, *subject; /* of the PDF                                   */
    const char *type;            /* name of the type, for lists of many documents; "" or NULL: none */
    const char *file;            /* name for its file, without ending; NULL: none is given */
    int date;                    /* yyyymmdd the file's: of the promulgation, 0: none */
    bool paper;                  /* signed by hand: its file has no fields       */
    len note_rule, note_gap;     /* length of the rule above notes; space above it */
    struct doc_file *files;      /* the document's own without a name, then those of pages that make
                                  * a file for themselves; NULL: the document's alone */
    int n_files;
    struct section *sections;    /* those of a file stand together                */
    struct note *notes;
    int n_notes;
    int n_late;                  /* texts that wait for pages; 0: one round does  */
    const char **images;         /* paths of the pictures' files                 */
    int n_images;
    const char **marks;          /* of notes counted by page: marks[number - 1]   */
    int n_marks;
    const struct rule_wish *rule_wishes;
};

/* The whole document as indented text (dump --stage doc).                        */
void doc_dump(const struct doc *doc, struct buf *out);

#endif
