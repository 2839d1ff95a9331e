/* image.c - a picture: one slab that gives way in nothing but its size, and in that only
 * where nobody gave a width.                                                                   */
#include "set/slab.h"

enum {
    PIXEL = 72 * 1000 / 150,     /* millipoints: 150 of them to the inch                        */
    THINNEST = 10,               /* what a PDF's hundredths of a point can say                  */
};

static len in_proportion(len l, int a, int b)
{
    int64_t n = ((int64_t)l * a + b / 2) / b;
    return n < THINNEST ? THINNEST : n < LEN_MAX / 2 ? (len)n : LEN_MAX / 2;
}

/* One length given brings the other along.                                                      */
static void natural_size(const struct block *b, len *width, len *height)
{
    const struct image *image = b->image.image;
    *width = b->image.width;
    *height = b->image.height;
    if (!*width && !*height)
        *width = in_proportion(PIXEL, image->width, 1);
    if (!*width)
        *width = in_proportion(*height, image->width, image->height);
    if (!*height)
        *height = in_proportion(*width, image->height, image->width);
}

len image_natural(const struct block *b)
{
    len width, height;
    natural_size(b, &width, &height);
    return width;
}

len image_narrowest(const struct block *b)
{
    enum { LEAST = MM(20) };     /* below it nothing can be made out                             */
    len natural = image_natural(b);
    return b->image.width || natural < LEAST ? natural : LEAST;
}

/* One without words for it is an ornament, which is seen but not read.                          */
static int image_element(struct set *s, const struct block *b)
{
    bool outer = s->artifact;
    s->artifact = outer || !b->image.alt;
    int element = element_new(s, ELEMENT_FIGURE, b);
    s->artifact = outer;
    s->pages->elements[element].alt = b->image.alt;
    return element;
}

void set_image(struct set *s, const struct block *b, len room, struct slabs *to)
{
    len width, height;
    natural_size(b, &width, &height);
    if (width > room && b->image.width) {
        misfit(s, MSG_IMAGE_TOO_WIDE, width - room, b->data, b->tmpl, b->image.image->name);
        return;
    }
    if (width > room) {
        height = in_proportion(height, room, width);
        width = room;
    }
    struct slab *slab = slab_add(s, to, b->tmpl, b->data);
    slab->gap = b->before;
    slab->height = slab->baseline = slab->reach = height;
    struct mark *m = slab_mark(s, slab, MARK_IMAGE, image_element(s, b));
    m->x = b->image.align == ALIGN_CENTER ? (room - width) / 2 : b->image.align == ALIGN_RIGHT ? room - width : 0;
    m->width = width;
    m->data = b->data;
    m->image.height = height;
    m->image.image = b->image.image;
}

bool is_image(const struct slabs *slabs)
{
    return slabs->n && slabs->slab[0].n == 1 && slabs->slab[0].marks[0].kind == MARK_IMAGE;
}
