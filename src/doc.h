/* doc.h - FIRST INTERFACE: the bound document, made by read/, used by set/.
 *
 * Data and template have been combined: every value is filled in, every label and
 * note numbered, every style resolved (there is no inheritance after this). Nothing
 * has been measured: a width is still "2 shares", a rule "40 percent of the line
 * above". There is no XML and no font file here, only names of fonts.
 *
 * All lengths are in millipoints (base/unit.h), all text is NFC UTF-8 with single
 * spaces. Lists are linked by `next`; nodes live in the document's arena and are
 * never changed by set/. Every node has two positions: `tmpl`, the template
 * element that made it, and `data`, the text of the data that it shows.           */
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
    ALIGN_DECIMAL                /* in cells: figures aligned on the comma, others centred */
};
enum script { SCRIPT_NONE, SCRIPT_SUP, SCRIPT_SUB };

struct look {                    /* of a run of text                             */
    const char *fonts;           /* "Times New Roman, Liberation Serif": first available wins */
    len size;
    bool bold, italic, underline;
    bool whole;                  /* kept on one line if there is room            */
    enum script script;
    uint32_t colour;             /* 0xRRGGBB                                     */
};

struct style {                   /* of a paragraph                               */
    const char *name;
    struct look look;
    bool upper;                  /* capitals; the text has already been converted */
    int line_times;              /* thousandths of the font's natural pitch, or 0 */
    len line_exact;              /* when line_times is 0                          */
    enum align align;
    len first, left, right;      /* indents; first is added to left              */
    len before, after;           /* space above and below                        */
    len stretch;                 /* most that `before` may be stretched on a page */
    bool balance;                /* lines of equal length instead of full ones    */
    int lines;                   /* maximum number of lines; 0: any              */
    const char *hold;            /* phrases not to be broken, separated by ;     */
    const char *tie;             /* words kept with the number that follows      */
    const char *units;           /* words kept with the number before them        */
    const char *break_after;     /* marks after which a line may be broken       */
    bool keep_next;
    int outline;                 /* heading level, 0: none                       */
    const char *outline_join;    /* separator from the heading above, with which it shares
                                  * an outline entry; NULL: it has its own */
};

/* ---- paragraphs -------------------------------------------------------------- */

enum run_kind {
    RUN_TEXT,
    RUN_BREAK,                   /* forced line break                            */
    RUN_NOTE,                    /* a note's mark; text is the mark              */
    RUN_FIELD,                   /* space for someone else to fill in            */
    RUN_LATE,                    /* text that depends on page numbers            */
    RUN_LEADER,                  /* stretches; text is repeated to fill it        */
};

enum late_rule {                 /* what a late text shows                       */
    LATE_PAGE_NUMBER,            /* of the page it is on                         */
    LATE_PAGE_COUNT, LATE_SECTION_COUNT, /* all pages; the consecutively numbered ones */
    LATE_PAGE_OF,                /* number of the page where `target` begins     */
    LATE_NOTE_MARK,              /* of a note numbered per page                  */
};

enum field_kind {
    FIELD_SIGNATURE, FIELD_SEAL, FIELD_ATTACHMENT, FIELD_INITIALS, FIELD_NUMBER, FIELD_DATE, FIELD_BLANK
};

struct field {
    enum field_kind kind;
    const char *name;            /* NULL: none                                   */
    const char *title;           /* for people, NULL: its name                   */
    len width, height;           /* width 0: that of its content                 */
    bool stretch;                /* takes up the remaining height of its grid row */
    int overlap;                 /* percentage of the enclosing field that it covers */
    enum align align;
    struct block *blocks;        /* a block field's content                      */
    struct field *inside;        /* a seal inside a signature                    */
    const struct signer *signer; /* NULL: of no particular signer                */
    const char *anchor;          /* hidden text at its lower left corner, or NULL */
    struct block *anchor_words;
    struct pos tmpl, data;
};

struct run {
    struct run *next;
    enum run_kind kind;
    const struct look *look;
    const char *text;            /* RUN_TEXT, RUN_NOTE, RUN_LEADER; RUN_FIELD: what is filled in */
    const char *written;         /* RUN_TEXT: before conversion to capitals, the same length in bytes; or NULL */
    struct note *note;           /* RUN_NOTE, LATE_NOTE_MARK                     */
    struct field *field;         /* RUN_FIELD; RUN_LEADER: the field it fills, or NULL */
    enum late_rule late;         /* RUN_LATE                                     */
    int order;                   /* RUN_LATE, a late note's mark: 0 .. doc.n_late - 1 */
    const char *target;          /* LATE_PAGE_OF: an id                          */
    len width;                   /* RUN_LATE: space reserved, 0: as much as it takes */
    const char *href;            /* a link's target: "#id" or an address, or NULL */
    struct pos data;
};

/* ---- blocks ------------------------------------------------------------------ */

enum block_kind {
    BLOCK_PARA, BLOCK_RULE, BLOCK_TABLE, BLOCK_GRID, BLOCK_KEEP, BLOCK_FIT, BLOCK_FIELD, BLOCK_BOX, BLOCK_IMAGE,
    BLOCK_PAGES                  /* only in read/: pages of its own, taken out of the flow */
};

enum width_kind { WIDTH_FIXED, WIDTH_SHARE, WIDTH_AUTO, WIDTH_PERCENT };
struct width { enum width_kind kind; int32_t n; }; /* millipoints, shares, -, percent */

enum row_kind { ROW_BODY, ROW_HEAD, ROW_GROUP, ROW_TOTAL, ROW_UNIT /* above the head, without lines */ };

enum valign { VALIGN_MIDDLE, VALIGN_TOP, VALIGN_BOTTOM };
enum side { SIDE_TOP = 1, SIDE_BOTTOM = 2, SIDE_LEFT = 4, SIDE_RIGHT = 8, SIDES_OWN = 16 };

struct cell {
    struct cell *next;
    struct block *blocks;
    int column, columns, rows;   /* first column from 0; spans                   */
    enum valign valign;          /* of a table's                                 */
    unsigned sides;              /* SIDES_OWN and those drawn; 0: as the table's lines */
    struct pos tmpl, data;
};

struct row {
    struct row *next;
    enum row_kind kind;
    struct cell *cells;          /* in column order; none where a cell from above spans */
    struct row *carry, *carry_to; /* subtotals: below this row if a page ends here, at the top of the next; or NULL */
    struct pos tmpl, data;
};

enum lines { LINES_ALL, LINES_ROWS, LINES_FRAME, LINES_NONE };

struct table_style {
    const char *name;
    len border, padding_x, padding_y, before;
    enum lines lines;
    enum valign valign;          /* of cells that give none                       */
    bool each_notes;             /* footnotes of the head appear on each page that repeats it */
};

/* Part of a list, for screen readers; its appearance comes from its blocks. */
struct list_item {
    const struct list_item *around;   /* the item that contains its list, or NULL      */
    const void *list;            /* the same for all items of one list            */
};

struct block {
    struct block *next;
    enum block_kind kind;
    const struct list_item *item;     /* the list item it belongs to, or NULL          */
    const char *role;            /* "o3": component of the decree's layout diagram, or NULL */
    const char *id;              /* what references point to, or NULL            */
    struct pos tmpl, data;
    len before;                  /* space above                                  */
    union {
        struct { const struct style *style; struct run *runs; } para;
        struct { struct width width; bool of_column; len thickness; enum align align; } rule;
        struct { const struct table_style *style; struct width *widths; int columns; struct row *rows; } table;
        struct { struct width *widths; int columns; len gap, out; struct row *rows; } grid;
        struct { struct block *blocks; int lines_before; bool same_place; } keep; /* can be moved to a common height */
        struct { struct block **tries; int n; } fit; /* each is the whole content */
        struct field *field;
        struct { struct block *blocks; struct width width; len height, border, padding; uint32_t colour; enum align align; } box;
        struct {
            const struct image *image;
            len width, height;   /* 0: not given                                 */
            enum align align;
            const char *alt;     /* NULL: decoration                             */
        } image;
        struct section *pages;
    };
};

/* Whether two headings, one directly above the other, share an outline entry. */
static inline bool headings_join(const struct block *above, const struct block *b)
{
    return above && above->kind == BLOCK_PARA && above->para.style->outline && b->kind == BLOCK_PARA && b->para.style->outline &&
           b->para.style->outline_join;
}

/* ---- the document ------------------------------------------------------------ */

struct note {
    struct note *next;           /* in the order of their marks                  */
    const char *label;           /* "12", "(4)"; by_page: the one for number 1    */
    bool by_page;                /* numbered per page                            */
    int number;                  /* by_page: sets the counter, 0: continues       */
    int order;                   /* 0 .. doc.n_notes - 1                         */
    struct block *blocks;        /* paragraphs; the label is the first run of the first */
    struct pos tmpl, data;
};

struct running { struct block *blocks; len edge; struct pos tmpl; }; /* blocks NULL: none */

enum { RUN_FIRST, RUN_REST };    /* which pages: index into running[][]          */
enum { AT_TOP, AT_BOTTOM };

struct section {                 /* consecutive pages with one master            */
    struct section *next;
    const char *master;          /* the template's name for such pages           */
    len width, height, top, bottom, left, right;
    bool mirror;                 /* even pages swap left and right margins            */
    int start;                   /* number of the first page, 0: continues        */
    const char *label;           /* what PDF readers show before its numbers, or NULL */
    int file;                    /* index into doc.files                         */
    const char *id;              /* of the element these pages belong to, or NULL */
    struct running running[2][2]; /* [RUN_FIRST|RUN_REST][AT_TOP|AT_BOTTOM]       */
    struct block *blocks;
    struct pos tmpl;
};

struct doc_file { const char *name, *title; };

/* A severity that the template sets for a rule of check, by its name: "R54".               */
struct rule_wish { const char *name; int severity; struct pos tmpl; const struct rule_wish *next; }; /* -1: the rule is off */

struct doc {
    const char *lang;            /* "vi"                                         */
    const char *title, *author, *subject; /* of the PDF                                   */
    const char *type;            /* name of the document type, for batch lists; "" or NULL: none */
    const char *file;            /* file name, without extension; NULL: none is given */
    int date;                    /* yyyymmdd, of the file: the promulgation's, 0: none */
    bool paper;                  /* signed by hand: the PDF has no fields        */
    len note_rule, note_gap;     /* length of the rule above notes; space above it */
    struct doc_file *files;      /* the main file, without a name, then those of pages that become
                                  * separate files; NULL: only the main file */
    int n_files;
    struct section *sections;    /* those of one file are adjacent                */
    struct note *notes;
    int n_notes;
    int n_late;                  /* texts that depend on pages; 0: one pass is enough */
    const char **images;         /* paths of the picture files                   */
    int n_images;
    const char **marks;          /* of notes numbered per page: marks[number - 1] */
    int n_marks;
    const struct rule_wish *rule_wishes;
};

/* The whole document as indented text (dump --stage doc).                        */
void doc_dump(const struct doc *doc, struct buf *out);

#endif
