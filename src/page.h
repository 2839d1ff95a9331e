/* page.h - SECOND INTERFACE: pages of marks at fixed places, made by set/; the only
 * thing that writers, preview, diff and check ever see.
 *
 * Nothing after this moves anything. x runs right and y down from the top left
 * corner of the paper, in millipoints; the y of text is its baseline. The marks of
 * a page are in reading order. Every mark has the element of the structure tree it
 * belongs to, and the element has both positions (template, data).               */
#ifndef PAGE_H
#define PAGE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/image.h"
#include "base/signer.h"
#include "base/source.h"
#include "base/unit.h"

struct face;

/* ---- structure: kinds as in ISO 32000-1, 14.8.4 ------------------------------- */

enum element_kind {
    ELEMENT_DOCUMENT, ELEMENT_SECT, ELEMENT_DIV, ELEMENT_H, ELEMENT_P, ELEMENT_TABLE,
    ELEMENT_TR, ELEMENT_TH, ELEMENT_TD, ELEMENT_NOTE, ELEMENT_FORM, ELEMENT_FIGURE,
    ELEMENT_L, ELEMENT_LI, ELEMENT_LBODY,
    ELEMENT_ARTIFACT,            /* page numbers, rules, repeated heads          */
};

struct element {
    enum element_kind kind;
    int parent;                  /* index into pages.elements; -1: the root      */
    int level;                   /* of a heading                                 */
    int columns, rows;           /* spans of TH, TD                              */
    const char *role;            /* "o3", or NULL                                */
    const char *id;              /* what links point to, or NULL                 */
    const char *label;           /* a note's mark                                */
    const char *alt;             /* FIGURE: the picture's description            */
    struct pos tmpl, data;
};

/* ---- marks --------------------------------------------------------------------- */

enum mark_kind { MARK_TEXT, MARK_RULE, MARK_IMAGE };

struct mark {
    enum mark_kind kind;
    int element;                 /* index into pages.elements                    */
    len x, y;
    len width;                   /* TEXT: advance; others: extent to the right    */
    uint32_t colour;             /* 0xRRGGBB                                     */
    struct pos data;             /* of the text itself                           */
    union {
        struct {
            const char *s;       /* n bytes of UTF-8, not NUL-terminated; includes the space at a line's end */
            int n;
            const struct face *face;
            len size;
            len gap;             /* added to every U+0020                        */
            len track;           /* added after every other character            */
            const char *href;    /* link target, or NULL                         */
            int note;            /* for a note mark: the note's element; else -1  */
            bool hidden;         /* for software that searches for it: an artifact that is not painted */
        } text;
        struct { len height; } rule; /* width or height is the thickness          */
        struct { len height; const struct image *image; } image;
    };
};

struct page_field {              /* space for someone else to fill in            */
    int kind;                    /* enum field_kind                              */
    const char *name, *title;    /* NULL: none                                   */
    const char *id;              /* its name in the PDF: ASCII, unique in its file */
    const char *text;            /* what is already filled in, or NULL           */
    const struct signer *signer; /* or NULL                                      */
    const char *anchor;          /* hidden text at its lower left corner, or NULL */
    int page;
    len x, y, width, height;     /* top left corner                              */
    int element;
    struct pos tmpl, data;
};

/* The template's word for its kind.                                              */
static inline const char *page_field_kind(const struct page_field *f)
{
    static const char *const kinds[] = { "signature", "seal", "attachment-signature", "initials", "number", "date", "blank" };
    return kinds[f->kind];
}

/* Signature, seal, signature of an attached file, or initials. */
static inline bool page_field_is_signed(const struct page_field *f) { return f->kind <= 3; }

struct outline_entry { const char *text; int level, page; len y; };

/* The signature block of the first file that can be moved to a common height.       */
struct stand {
    bool there;
    int page;
    len top, lowest;             /* of the first signature field; lowest: its block and what is below still fit */
};

/* ---- why a page ends where it does, and a line is loose ---------------------------
 *
 * Made only when set/ is asked to explain. A thing is what pages consist of: a line, a
 * row, a header block. Costs are the pager's: 50 per point left empty, and so on.        */
enum page_end { END_FULL, END_KEEP, END_NOTE_SPLIT, END_SECTION, END_FORCED };

enum hold {
    HOLD_NONE,                   /* nothing: there was room, but the section as a whole would cost more */
    HOLD_NEXT,                   /* tied to the thing above: a heading, or a paragraph with keep-next */
    HOLD_LINES,                  /* a line of a paragraph would stand alone               */
    HOLD_KEEP, HOLD_END,         /* one block; the lines that the signature block takes along */
    HOLD_RULE,                   /* the rule below a line                                  */
    HOLD_HEAD, HOLD_GROUP, HOLD_TOTAL, HOLD_SPAN, /* head, group, total, cells spanning several rows */
    HOLD_TALL, HOLD_ROW,         /* no room for it; no room for a row that is kept whole    */
    HOLD_NOTE,                   /* no room for the note that must begin on its page        */
    HOLD_EDGE,                   /* the section ends, or the page would be empty             */
    HOLDS
};

struct other_end {               /* the page break one thing earlier or later             */
    bool possible;
    enum hold why;               /* impossible: what prevents it; else what it would separate */
    len missing;                 /* TALL, ROW, NOTE: how much room                         */
    int64_t cost;                /* of the whole section in that case; -1: not computed    */
};

struct page_why {
    len blank;                   /* height left empty                                     */
    len stretch;                 /* height added to the gaps between paragraphs            */
    int gaps;                    /* number of these gaps                                  */
    int64_t cost, all;           /* of this end; of all ends of the section                */
    enum hold hold;              /* what keeps the next page's first thing off this page    */
    len missing;                 /* how much more room it, and what is tied to it, needs    */
    struct other_end earlier, later;
    const char *words;           /* the next page's first, n_words bytes; NULL: none        */
    int n_words;
    struct pos tmpl, data;       /* of them                                               */
};

struct loose_line {              /* a line with spaces wider than LOOSE times the font's    */
    int page;
    len x, y;
    int factor;                  /* thousandths                                           */
    const char *words;           /* the line's                                            */
    const char *next;            /* the unbreakable text that the next line begins with    */
    len next_width, room;        /* its width; the room it would have had on this line     */
    struct pos tmpl, data;
};
enum { LOOSE = 1600 };           /* thousandths                                           */

struct page {
    int number;                  /* as printed                                   */
    const char *label;           /* what PDF readers show before it, or NULL     */
    int section;
    const char *master;          /* the template's name for such pages, or NULL           */
    len width, height;
    len top, bottom, left, right; /* of the text area, from the paper's edges      */
    struct mark *marks;
    int n;
    len filled;                  /* height of text and notes                     */
    len notes;                   /* of notes, which are at the bottom of the text area */
    enum page_end end;
    const struct page_why *why;  /* NULL: not asked for                                  */
};

/* A file made up of pages; title NULL: the document's. Each file owns a contiguous range of pages
 * and elements of struct pages; element 0 is the root of all of them.              */
struct page_file {
    const char *name;            /* "": the main file                            */
    const char *title;
    int page, n;
    int element, n_elements;
};

/* For pages read from another program's PDF.                                    */
enum unread { FOREIGN_READ, FOREIGN_SCAN, FOREIGN_SCAN_WITH_TEXT, FOREIGN_CODES, FOREIGN_SIDEWAYS, FOREIGN_NAMELESS };
struct foreign {
    enum unread unread;          /* page images; page images with hidden text; text without Unicode; rotated text; fonts without names */
    int scans;                   /* number of pages that are images               */
    bool facts;                  /* the following is known, and which fonts are embedded; title and lang are the PDF's */
    bool locked;
    int version;                 /* 14: PDF 1.4; 0: not stated                    */
};

struct pages {
    struct page *page;
    int n, room;
    struct page_file *file;      /* at least one, and none without pages          */
    int n_files, room_files;
    struct element *elements;
    int n_elements, room_elements;
    struct page_field *fields;
    int n_fields, room_fields;
    struct outline_entry *outline;
    int n_outline, room_outline;
    struct loose_line *loose;    /* by page                                               */
    int n_loose, room_loose;
    struct stand stand;
    const char *title, *author, *subject, *lang;
    int date;                    /* yyyymmdd, 0: none                            */
    bool paper;                  /* signed by hand: the PDF has no fields        */
    const struct foreign *foreign; /* NULL: laid out by this program              */
};

/* The nearest role around an element, or NULL.                                   */
static inline const char *page_role(const struct pages *pages, int element)
{
    for (int e = element; e >= 0; e = pages->elements[e].parent)
        if (pages->elements[e].role)
            return pages->elements[e].role;
    return NULL;
}

/* The pages of one file as a separate document; if it is the only one: all of them. */
const struct pages *pages_of_file(struct arena *a, const struct pages *all, int file);

/* One mark per line, millimetres with one decimal: golden files, dump --stage page. */
void page_dump(const struct pages *pages, struct buf *out);

#endif
