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
#include "base/source.h"
#include "base/unit.h"

struct face;

/* ---- structure: kinds as in ISO 32000-1, 14.8.4 ------------------------------- */

enum element_kind {
    ELEMENT_DOCUMENT, ELEMENT_SECT, ELEMENT_DIV, ELEMENT_H, ELEMENT_P, ELEMENT_TABLE,
    ELEMENT_TR, ELEMENT_TH, ELEMENT_TD, ELEMENT_NOTE, ELEMENT_FORM, ELEMENT_FIGURE,
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
            const char *s;       /* n bytes of UTF-8, not ended                  */
            int n;
            const struct face *face;
            len size;
            len gap;             /* added to every U+0020                        */
            len track;           /* added behind every other letter              */
            const char *href;    /* link target, or NULL                         */
            int note;            /* a note's mark: the note's element; else -1    */
        } text;
        struct { len height; } rule; /* width or height is the thickness          */
        struct { len height; const struct image *image; } image;
    };
};

struct page_field {              /* room that somebody else fills                */
    int kind;                    /* enum field_kind                              */
    const char *name;
    int page;
    len x, y, width, height;     /* top left corner                              */
    int element;
};

struct outline_entry { const char *text; int level, page; len y; };

/* Why a page ends where it does, and which lines came out loose.                 */
enum page_end { END_FULL, END_KEEP, END_NOTE_SPLIT, END_SECTION, END_FORCED };

struct page {
    int number;                  /* as printed                                   */
    int section;
    len width, height;
    len top, bottom, left, right; /* of the text area, from the paper's edges      */
    struct mark *marks;
    int n;
    len filled;                  /* height of text and notes                     */
    enum page_end end;
};

struct pages {
    struct page *page;
    int n, room;
    struct element *elements;
    int n_elements, room_elements;
    struct page_field *fields;
    int n_fields, room_fields;
    struct outline_entry *outline;
    int n_outline, room_outline;
    const char *title, *author, *subject, *lang;
    int date;                    /* yyyymmdd, 0: none                            */
};

/* One mark a line, millimetres with one decimal: golden files, dump --stage page. */
void page_dump(const struct pages *pages, struct buf *out);

#endif
