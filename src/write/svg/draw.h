/* draw.h - one page while it is written, and how its numbers, words and ids are.               */
#ifndef WRITE_SVG_DRAW_H
#define WRITE_SVG_DRAW_H

#include "write/svg/book.h"

struct draw {
    struct svg_book *book;
    const struct svg_options *options;
    const struct page *page;
    int index;
    struct buf b;
    struct letters *letters;     /* by face: what has been written in it                         */
    int open;                    /* the innermost element whose group is open                     */
};

/* put.c */
void put_length(struct buf *b, len l); /* in points: 12.345                                      */
void put_mm(struct buf *b, len l);     /* two decimals                                           */
void put_whole(struct buf *b, int n);
void put_words(struct buf *b, const char *s, int n); /* with &amp; and the like                   */
void put_attribute(struct buf *b, const char *name, const char *value);
void put_colour(struct buf *b, uint32_t colour); /* fill; of black nothing                       */
void put_rectangle(struct draw *d, const struct mark *m, len height); /* x, y, width, height */
void put_base64(struct buf *b, const void *bytes, size_t n);
void put_place(struct draw *d, const char *what, struct pos pos); /* data-tmpl="nd30.xml:12"; of nowhere nothing */

/* put.c, as the PDF's content.c rounds it: hundredths of a point, counted from below.                           */
len draw_x(len x);
len draw_y(const struct draw *d, len y);

/* text.c: the text among the marks from..end of the page, which are of one element.            */
void draw_text(struct draw *d, int from, int end);

/* link.c: opens <a>; false: it leads nowhere.                                                  */
bool link_open(struct draw *d, int mark);
bool link_same(const struct draw *d, int mark, int next);
void link_id(struct draw *d, int element); /* id="...", when something may lead to it             */
void link_note_id(struct draw *d, int note); /* data-note                                         */

/* image.c */
void draw_image(struct draw *d, const struct mark *m);

/* over.c: fields, and what options.over asks for.                                             */
void draw_fields(struct draw *d);
void draw_over(struct draw *d, struct arena *scratch);

/* font.c */
struct letters *letters_new(struct arena *a, const struct svg_fonts *fonts);
int letters_take(struct letters *l, const struct face *face, uint32_t cp); /* the face's number     */
bool letters_style(const struct letters *l, struct arena *scratch, const struct svg_options *options, struct buf *out, const char **reason);

#endif
