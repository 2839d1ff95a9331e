/* image.c - pictures as data: URLs: a JPEG as it is, all else as a PNG (ISO 15948).              */
#include "write/svg/draw.h"

#include <libdeflate.h>

enum { PNG_LEVEL = 1 };          /* made anew with every page: size matters less than time       */

static void put_32(struct buf *b, uint32_t n)
{
    const char bytes[4] = { (char)(n >> 24), (char)(n >> 16), (char)(n >> 8), (char)n };
    buf_bytes(b, bytes, sizeof(bytes));
}

static void put_chunk(struct buf *b, const char *name, const void *bytes, size_t n)
{
    put_32(b, (uint32_t)n);
    int from = b->size;
    buf_str(b, name);
    buf_bytes(b, bytes, (int)n);
    put_32(b, libdeflate_crc32(0, b->text + from, (size_t)(b->size - from)));
}

/* Rows as PNG has them: a filter's number (0, none), then what shines through behind each pixel.     */
static const char *rows_of(struct arena *a, const struct image *m, size_t *size)
{
    size_t pixel = (size_t)m->channels + (m->alpha != NULL), row = (size_t)m->width * pixel + 1;
    char *rows = arena_array(a, (size_t)m->height, row), *to = rows;
    const unsigned char *from = m->pixels, *alpha = m->alpha;
    *size = (size_t)m->height * row;
    for (int y = 0; y < m->height; y++) {
        *to++ = 0;
        for (int x = 0; x < m->width; x++, from += m->channels) {
            memcpy(to, from, (size_t)m->channels);
            to += m->channels;
            if (alpha)
                *to++ = (char)*alpha++;
        }
    }
    return rows;
}

static void put_png(struct draw *d, const struct image *m)
{
    struct arena *a = d->b.arena;
    struct buf png = buf_in(a), head = buf_in(a);
    size_t size, room;
    const char *rows = rows_of(a, m, &size);
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(PNG_LEVEL);
    if (!compressor)
        arena_no_memory(a);
    arena_own(a, (void (*)(void *))libdeflate_free_compressor, compressor);
    room = libdeflate_zlib_compress_bound(compressor, size);
    void *packed = arena_alloc(a, room);
    size = libdeflate_zlib_compress(compressor, rows, size, packed, room);
    put_32(&head, (uint32_t)m->width);
    put_32(&head, (uint32_t)m->height);
    const char kind[5] = { 8, (char)((m->channels == 3 ? 2 : 0) + (m->alpha ? 4 : 0)), 0, 0, 0 };
    buf_bytes(&head, kind, sizeof(kind));
    buf_bytes(&png, "\x89PNG\r\n\x1a\n", 8);
    put_chunk(&png, "IHDR", buf_text(&head), (size_t)head.size);
    put_chunk(&png, "IDAT", packed, size);
    put_chunk(&png, "IEND", "", 0);
    buf_str(&d->b, "data:image/png;base64,");
    put_base64(&d->b, buf_text(&png), (size_t)png.size);
}

/* Without what a browser would turn it by, or change its colours: APP1 (Exif) and APP2 (profiles). A
 * PDF heeds neither.                                                                              */
static void put_jpeg(struct draw *d, const struct image *m)
{
    enum { APP1 = 0xE1, APP2 = 0xE2, SCAN = 0xDA };
    struct buf jpeg = buf_in(d->b.arena);
    const unsigned char *s = (const unsigned char *)m->jpeg, *end = s + m->jpeg_size, *from = s;
    for (s += 2; end - s > 4 && s[0] == 0xFF && s[1] != SCAN;) {
        const int n = 2 + (s[2] << 8 | s[3]);
        if (s[1] == 0xFF) {
            s++;                 /* filling                                                        */
        } else if (n > end - s) {
            break;
        } else if (s[1] == APP1 || s[1] == APP2) {
            buf_bytes(&jpeg, from, (int)(s - from));
            from = s += n;
        } else {
            s += n;
        }
    }
    buf_bytes(&jpeg, from, (int)(end - from));
    buf_str(&d->b, "data:image/jpeg;base64,");
    put_base64(&d->b, buf_text(&jpeg), (size_t)jpeg.size);
}

/* One that lies or stands on its head is drawn on the unit square, as in a PDF, whose y goes up.       */
static void put_turned(struct draw *d, const struct mark *m)
{
    const signed char *t = image_turns[m->image.image->orientation];
    const len w = draw_x(m->width), h = draw_x(m->image.height), x = draw_x(m->x), y = draw_y(d, m->y + m->image.height) - h;
    const len part[6] = { t[0] * w, -t[1] * h, -t[2] * w, t[3] * h, x + w * (t[2] + t[4]), y + h * (1 - t[3] - t[5]) };
    buf_str(&d->b, " width=\"1\" height=\"1\" transform=\"matrix(");
    for (int i = 0; i < LENGTH(part); i++) {
        put_length(&d->b, part[i]);
        buf_char(&d->b, i < LENGTH(part) - 1 ? ' ' : ')');
    }
    buf_char(&d->b, '"');
}

void draw_image(struct draw *d, const struct mark *m)
{
    buf_str(&d->b, "<image preserveAspectRatio=\"none\"");
    if (m->image.image->orientation > 1)
        put_turned(d, m);
    else
        put_rectangle(d, m, m->image.height);
    buf_str(&d->b, " href=\"");
    if (m->image.image->jpeg)
        put_jpeg(d, m->image.image);
    else
        put_png(d, m->image.image);
    buf_str(&d->b, "\"/>\n");
}
