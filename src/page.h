/* page.h - SECOND HINGE: pages of marks at fixed places, what set/ makes and
 * all that writers, preview, diff and check ever see.
 *
 * Nothing right of this moves anything. x runs right and y down from the
 * paper's top left corner, in millipoints; a text's y is its baseline. Marks of
 * a page stand in reading order. Every mark carries the element of the structure
 * tree it belongs to, and the element carries both places (template, data).      */
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
    const char *alt;             /* FIGURE: what a blind reader hears             */
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
    struct pos data;             /* the words themselves                         */
    union {
        struct {
            const char *s;       /* n bytes of UTF-8, not ended; with the blank that a line ends at */
            int n;
            const struct face *face;
            len size;
            len gap;             /* added to every U+0020                        */
            len track;           /* added behind every other letter              */
            const char *href;    /* link target, or NULL                         */
            int note;            /* a note's mark: the note's element; else -1    */
            bool hidden;         /* for tools that look for it: an artifact that is not painted */
        } text;
        struct { len height; } rule; /* width or height is the thickness          */
        struct { len height; const struct image *image; } image;
    };
};

struct page_field {              /* room that somebody else fills                */
    int kind;                    /* enum field_kind                              */
    const char *name, *title;    /* NULL: none                                   */
    const char *id;              /* its name in the PDF: ASCII, one of its kind in its file */
    const char *text;            /* what is filled in already, or NULL           */
    const struct signer *signer; /* or NULL                                      */
    const char *anchor;          /* what stands hidden at its lower left corner, or NULL */
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

/* A signature's, a seal's, an attached file's, initials. */
static inline bool page_field_is_signed(const struct page_field *f) { return f->kind <= 3; }

struct outline_entry { const char *text; int level, page; len y; };

/* The signatures of the first file's block that may be asked to stand at a height.  */
struct stand {
    bool there;
    int page;
    len top, lowest;             /* of the first one's field; its block and what is below it fit */
};

/* ---- why a page ends where it does, and a line is loose ---------------------------
 *
 * Made only when set/ is asked to explain. A thing is what pages are made of: a line, a
 * row, a header block. Costs are the pager's: 50 for each point left empty, and so on.   */
enum page_end { END_FULL, END_KEEP, END_NOTE_SPLIT, END_SECTION, END_FORCED };

enum hold {
    HOLD_NONE,                   /* nothing: there was room, but all pages together cost more */
    HOLD_NEXT,                   /* ties to the thing above: that is a heading, or keeps its next */
    HOLD_LINES,                  /* a line of a paragraph would stand alone               */
    HOLD_KEEP, HOLD_END,         /* one block; the lines that an end block takes along     */
    HOLD_RULE,                   /* the rule below a line                                  */
    HOLD_HEAD, HOLD_GROUP, HOLD_TOTAL, HOLD_SPAN, /* head, group, total, cells over several rows */
    HOLD_TALL, HOLD_ROW,         /* no room for it; for it, which is a row kept whole       */
    HOLD_NOTE,                   /* none for the note that must begin on its page           */
    HOLD_EDGE,                   /* the section ends, or the page would hold nothing         */
    HOLDS
};

struct other_end {               /* the page's end one thing earlier or later             */
    bool possible;
    enum hold why;               /* impossible: what forbids it; else what it would tear   */
    len missing;                 /* TALL, ROW, NOTE: so much room                          */
    int64_t cost;                /* of all pages of the section then; -1: not counted      */
};

struct page_why {
    len blank;                   /* height left empty                                     */
    len stretch;                 /* height that the gaps between paragraphs took up        */
    int gaps;                    /* how many did                                          */
    int64_t cost, all;           /* of this end; of all ends of the section                */
    enum hold hold;              /* what keeps the next page's first thing from this page   */
    len missing;                 /* room that it, and what is tied to it, would need more   */
    struct other_end earlier, later;
    const char *words;           /* the next page's first, n_words bytes; NULL: none        */
    int n_words;
    struct pos tmpl, data;       /* of them                                               */
};

struct loose_line {              /* a line with blanks wider than LOOSE times the face's    */
    int page;
    len x, y;
    int factor;                  /* thousandths                                           */
    const char *words;           /* the line's                                            */
    const char *next;            /* what the next line begins with and nothing parts       */
    len next_width, room;        /* the room it would have had on this line                */
    struct pos tmpl, data;
};
enum { LOOSE = 1600 };           /* thousandths                                           */

struct page {
    int number;                  /* as printed                                   */
    const char *label;           /* what readers show before it, or NULL         */
    int section;
    const char *master;          /* the template's name for such pages, or NULL           */
    len width, height;
    len top, bottom, left, right; /* of the text area, from the paper's edges      */
    struct mark *marks;
    int n;
    len filled;                  /* height of text and notes                     */
    len notes;                   /* of notes, which stand on the text area's bottom */
    enum page_end end;
    const struct page_why *why;  /* NULL: nobody asked                                   */
};

/* A file that pages make; its title is NULL where it is the document's. Of what is counted in
 * struct pages a file has a stretch to itself; element 0 is the root of them all.  */
struct page_file {
    const char *name;            /* "" the document's own                        */
    const char *title;
    int page, n;
    int element, n_elements;
};

/* Of pages that were read back from another program's PDF.                      */
enum unread { FOREIGN_READ, FOREIGN_SCAN, FOREIGN_SCAN_WITH_TEXT, FOREIGN_CODES, FOREIGN_SIDEWAYS, FOREIGN_NAMELESS };
struct foreign {
    enum unread unread;          /* pictures of pages; the same with text behind; letters without a meaning; not level; of fonts whose look nobody knows */
    int scans;                   /* pages that are pictures                       */
    bool facts;                  /* what follows is known, and which faces have a file; title and lang are the file's */
    bool locked;
    int version;                 /* 14: PDF 1.4; 0: it does not say               */
};

struct pages {
    struct page *page;
    int n, room;
    struct page_file *file;      /* at least one, and none without a page         */
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
    bool paper;                  /* signed by hand: its file has no fields       */
    const struct foreign *foreign; /* NULL: they were set here                    */
};

/* The nearest role around an element, or NULL.                                   */
static inline const char *page_role(const struct pages *pages, int element)
{
    for (int e = element; e >= 0; e = pages->elements[e].parent)
        if (pages->elements[e].role)
            return pages->elements[e].role;
    return NULL;
}

/* The pages of one file as a document of its own; of the only one: all of them.  */
const struct pages *pages_of_file(struct arena *a, const struct pages *all, int file);

/* One mark a line, millimetres with one decimal: golden files, dump --stage page. */
void page_dump(const struct pages *pages, struct buf *out);

#endif
