/* sheet.h - a page of a foreign PDF on its way to page.h: pieces of text, then lines of them, then roles.      */
#ifndef FOREIGN_SHEET_H
#define FOREIGN_SHEET_H

#include "font/face.h"
#include "foreign/foreign.h"

struct piece {                   /* letters of one look at one height, without blanks at the ends              */
    const char *s;
    int n, order;                /* order: in the file                                                        */
    len x0, x1, y, size;
    const struct face *face;
    uint32_t colour;
    bool small;                  /* a note's mark, an index                                                   */
};

struct bar { len x0, y0, x1, y1; int group; }; /* a drawn rule; group: the frame it is a side of, or 0         */
struct picture { len x0, y0, x1, y1; };

enum kind { KIND_TEXT, KIND_CELL, KIND_NOTE, KIND_NUMBER, KIND_BESIDE };

struct strip {                   /* pieces of one height that nothing parts                                    */
    struct piece *const *piece;
    int n;
    len x0, x1, y, size;
    const char *text, *folded;   /* composed, single blanks; in small letters                                 */
    bool bold, italic, capitals;
    const char *role;            /* "o3", or NULL                                                             */
    enum kind kind;
    int column;                  /* of signers side by side                                                   */
    int para;                    /* strips of one number are one element; 0: none given yet                    */
};

struct sheet {
    len width, height;
    struct piece *piece;
    int n, room;
    struct bar *bar;
    int n_bars, room_bars;
    struct picture *picture;
    int n_pictures, room_pictures;
    struct strip *strip;         /* from the top, then from the left                                         */
    int n_strips, room_strips;
    int hidden, shown;           /* letters that are not painted or under a picture; painted                   */
    int strange, sideways;       /* of these: without a meaning; not level                                    */
    bool scanned;                /* a picture of a page                                                       */
};

struct book {                    /* of one file                                                              */
    struct arena *arena;
    struct sheet *sheet;
    int n, room;
    len left, right;             /* edges of the text on upright pages                                        */
    len pitch, indent;           /* from line to line, 0: no two lines show it; of first lines                 */
    len left_turned, right_turned;
    int paras;
    int main_last;               /* the last page before the appendices                                      */
};

/* faces.c: the face of a font's name; one for each look and family.                                           */
enum { MOST_FACES = 400 };
struct faces { struct arena *arena, *scratch; struct face *face[MOST_FACES]; short width[MOST_FACES][52]; int n; };
void faces_width(struct faces *f, const struct face *face, const char *letter, int n, int width); /* thousandths, of a font without a name */
void faces_guess(struct faces *f);
const char *font_untagged(const char *name); /* without the six letters of a subset */
const struct face *face_named(struct faces *f, const char *name, bool bold, bool italic);

/* ---- trace.c: the lines that mutool prints ---------------------------------------------------------------- */

struct trace;
struct faces *trace_faces(struct trace *t);
struct trace *trace_new(struct arena *a, struct book *book, int64_t most_pages);
bool trace_line(struct trace *t, const char *line); /* false: more than anybody may send                       */
void trace_end(struct trace *t);

/* ---- glyphs.c: letters into pieces -------------------------------------------------------------------------- */

struct look { const struct face *face; len size; uint32_t colour; };
struct glyph { double x, y, end; const char *s; int n; struct look look; };
struct writer {
    struct arena *arena;
    struct buf text;
    struct look look;
    double x0, x1, y;
    double end;                  /* x1, or of the blanks behind it                                            */
    bool open;
    int blanks;
};
void writer_put(struct writer *w, struct sheet *to, const struct glyph *g);
void writer_close(struct writer *w, struct sheet *to);

/* ---- strips.c, roles ----------------------------------------------------------------------------------------- */

void strips_make(struct arena *a, struct sheet *s);
void strip_fill(struct arena *a, struct strip *s); /* from its pieces                                          */

void roles_find(struct book *b);           /* pages.c                                                        */
void front_find(struct book *b, int page); /* front.c: header, title, addressees                                */
void marks_find(struct book *b);           /* closing.c: what copies and appendices have above all                   */
void closing_find(struct book *b);         /* closing.c: recipients, who signs, copies                          */
void furniture_find_foreign(struct book *b); /* beside.c: page numbers, tables, notes, stamps, address, appendices */
void paras_find(struct book *b);           /* paras.c                                                         */
void edges_find(struct book *b);           /* paras.c                                                         */

struct pages *pages_make(struct book *b);   /* pages.c                                                         */

static inline len strip_centre(const struct strip *s) { return (s->x0 + s->x1) / 2; }
static inline len strip_width(const struct strip *s) { return s->x1 - s->x0; }
static inline bool is_free(const struct strip *s) { return !s->role && s->kind == KIND_TEXT; }
static inline bool begins(const char *s, const char *with) { return strncmp(s, with, strlen(with)) == 0; }
static inline len length_of(len l) { return l < 0 ? -l : l; }

#endif
