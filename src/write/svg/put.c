#include "write/svg/draw.h"

#include "base/utf8.h"

/* Without zeros behind: 12500 of three decimals is 12.5.                                          */
static void put_decimal(struct buf *b, int64_t n, int decimals)
{
    char text[24], *at = text + sizeof(text);
    bool minus = n < 0, any = false;
    uint64_t left = (uint64_t)(minus ? -n : n);
    for (; decimals > 0; decimals--, left /= 10) {
        any = any || left % 10;
        if (any)
            *--at = (char)('0' + left % 10);
    }
    if (any)
        *--at = '.';
    do
        *--at = (char)('0' + left % 10);
    while (left /= 10);
    if (minus)
        *--at = '-';
    buf_bytes(b, at, (int)(text + sizeof(text) - at));
}

void put_length(struct buf *b, len l) { put_decimal(b, l, 3); }
void put_whole(struct buf *b, int n) { put_decimal(b, n, 0); }

void put_mm(struct buf *b, len l)
{
    int64_t n = (int64_t)l * 127;
    put_decimal(b, (n >= 0 ? n + 1800 : n - 1800) / 3600, 2);
}

void put_words(struct buf *b, const char *s, int n) { buf_escaped(b, s, n, "&<>\""); }

void put_attribute(struct buf *b, const char *name, const char *value)
{
    buf_char(b, ' ');
    buf_str(b, name);
    buf_str(b, "=\"");
    put_words(b, value, (int)strlen(value));
    buf_char(b, '"');
}

void put_colour(struct buf *b, uint32_t colour)
{
    if (colour)
        buf_format(b, " fill=\"#%06x\"", (unsigned)colour & 0xFFFFFF);
}

void put_base64(struct buf *b, const void *bytes, size_t n)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *s = bytes;
    for (size_t i = 0; i < n; i += 3) {
        unsigned left = n - i < 3 ? (unsigned)(n - i) : 3, three = 0;
        for (unsigned k = 0; k < 3; k++)
            three = three << 8 | (k < left ? s[i + k] : 0);
        char four[4];
        for (unsigned k = 0; k < 4; k++)
            four[k] = k <= left ? digits[three >> (18 - 6 * k) & 63] : '=';
        buf_bytes(b, four, sizeof(four));
    }
}

static int hundredths(len l) { return (int)((l >= 0 ? l + 5 : l - 5) / 10); }

void put_rectangle(struct draw *d, const struct mark *m, len height)
{
    const len part[] = { draw_x(m->x), draw_y(d, m->y + height) - draw_x(height), draw_x(m->width), draw_x(height) };
    static const char *const name[] = { "x", "y", "width", "height" };
    for (int i = 0; i < LENGTH(part); i++) {
        buf_char(&d->b, ' ');
        buf_str(&d->b, name[i]);
        buf_str(&d->b, "=\"");
        put_length(&d->b, part[i]);
        buf_char(&d->b, '"');
    }
}

len draw_x(len x) { return hundredths(x) * 10; }
len draw_y(const struct draw *d, len y) { return d->page->height - hundredths(d->page->height - y) * 10; }

void put_place(struct draw *d, const char *what, struct pos pos)
{
    if (!pos.src)
        return;
    buf_format(&d->b, " data-%s=\"", what);
    put_words(&d->b, pos.src->name, (int)strlen(pos.src->name));
    buf_char(&d->b, ':');
    put_whole(&d->b, book_line(d->book, pos));
    buf_char(&d->b, '"');
}
