/* face.h - font files: set/ measures with them, write/ embeds them.
 *
 * A face is read once and never changes; all documents share it. Widths are whole
 * thousandths of the size, the very integers that the PDF's /W array will hold, so
 * that what is set and what is shown agree exactly. Vietnamese letters are taken as
 * one code point, one glyph: the composed letters are all in the fonts we allow, and
 * no shaping is wanted. A struct face may also be made by a test (fake metrics).       */
#ifndef FONT_FACE_H
#define FONT_FACE_H

#include "base/log.h"

struct face {
    const char *name;            /* PostScript name: "LiberationSerif-Bold"            */
    const char *family;          /* "Liberation Serif"                                  */
    bool bold, italic;
    bool unknown;                /* of a foreign PDF: nobody knows whether it is bold or italic */
    int ascent, descent, gap;    /* of the natural line, all positive; 1/1000 em        */
    int underline, underline_size; /* below the baseline; 1/1000 em                     */
    int cap_height, italic_angle;
    int bbox[4];                 /* 1/1000 em                                          */
    int (*advance)(const struct face *face, uint32_t cp); /* -1: it has no such letter  */
    void *file;                  /* face.c's own; NULL in a fake                        */
};

static inline int face_advance(const struct face *f, uint32_t cp) { return f->advance(f, cp); }

/* Fonts by name. `families` as in a style: "Times New Roman, Liberation Serif"; n: the
 * n-th of those that are there, from 0. NULL: no more.                                  */
struct fonts {
    const struct face *(*find)(struct fonts *fonts, const char *families, bool bold, bool italic,
                               int n);
};

/* Looks where conf says, then in the system. Everything lives in the arena.             */
struct fonts *fonts_open(struct arena *a, struct log *log, const char *conf);
/* The folders and files that may be read while fonts are looked for, now and later; NULL ends them. */
const char *const *fonts_folders(const struct fonts *fonts, struct arena *a);
void fonts_begin(struct fonts *fonts); /* another document: what is wrong with fonts is reported again */

/* The whole file of a face, and its path; which of several faces in it it is, from 0.  */
const char *face_bytes(const struct face *face, size_t *size, const char **path);
int face_index(const struct face *face);

/* What the file itself says of a letter's width, in parts of `em`: what a browser goes by. */
int face_width(const struct face *face, uint32_t cp, int *em);

/* A font program with the glyphs of cps[0..n) and nothing else: no hints, names or
 * layout. gid[i]: the glyph of cps[i] in it. False: the file cannot be subset.           */
struct subset { const char *data; int size; uint16_t *gid; };
bool face_subset(struct arena *a, const struct face *face, const uint32_t *cps, int n,
                 struct subset *out);

/* The same as a file that a browser takes: it finds the glyphs by their code points.    */
bool face_subset_web(struct arena *a, const struct face *face, const uint32_t *cps, int n,
                     struct subset *out);

#endif
