/* svg.h - pages as SVG, for a browser: each letter at the place that the PDF gives it.
 *
 * Letters are text, one <text> for each paragraph of a page, that can be selected, found and read aloud;
 * every letter has its x, so that nothing a browser knows of kerning or ligatures moves it. Groups
 * follow the structure tree; on request they carry what overlays ask for (data-*, see vanban.h).  */
#ifndef WRITE_SVG_SVG_H
#define WRITE_SVG_SVG_H

#include "font/face.h"
#include "write/over/overlay.h"

/* The faces of all pages, in the order of their first use.                                     */
struct svg_fonts {
    const struct face **face;
    const char **id;             /* PostScript name; of two that share one the second has a number */
    int n, room;
};
struct svg_fonts *svg_fonts_of(struct arena *a, const struct pages *pages);

enum svg_source { SVG_EMBED, SVG_URL, SVG_ELSEWHERE }; /* where @font-face finds a font          */

#define LIGHT_NEAR PT(0.04)

struct svg_options {
    enum svg_source fonts;
    const char *font_url;        /* URL: the id follows                                        */
    const char *family;          /* what families begin with                                   */
    const char *page_url;        /* of another page, * in place of its number; NULL: all are in one document */
    const char *prefix;          /* of all ids                                                 */
    bool data, fields;
    bool light;                  /* no place for a letter that a browser puts there by itself, but for LIGHT_NEAR */
    struct drawing over;
};

/* What the pages of a file have in common; lives in the arena.                                 */
struct svg_book;
struct svg_book *svg_book_new(struct arena *a, const struct pages *pages, const struct svg_fonts *fonts);

/* One page, from 0. The scratch arena is the caller's to empty. False: a font cannot be subset, *reason says which. */
bool svg_page(struct svg_book *book, struct arena *scratch, int page, const struct svg_options *options, struct buf *out, const char **reason);

/* The @font-face rules for all pages of the file.                                              */
bool svg_style(struct svg_book *book, struct arena *scratch, const struct svg_options *options, struct buf *out, const char **reason);

#endif
