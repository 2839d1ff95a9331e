#include "base/buf.h"

#include <stdarg.h>

enum { ALIGNED = sizeof(max_align_t) }; /* an arena gives so much in any case */

void buf_more(struct buf *b, int n)
{
    if (n > INT_MAX - b->size - 1 - ALIGNED)
        n = INT_MAX; /* arena_grow meets the arena's own limit */
    else
        n = (n + b->size + 1 + ALIGNED - 1) & ~(ALIGNED - 1);
    b->text = arena_grow(b->arena, b->text, n, &b->room, 1);
}

/* It mostly fits into the room that there is. */
void buf_format(struct buf *b, const char *format, ...)
{
    va_list args, again;
    int room = b->room - b->size;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(room ? b->text + b->size : NULL, (size_t)room, format, args);
    va_end(args);
    if (n >= room) {
        buf_more(b, n);
        vsnprintf(b->text + b->size, (size_t)n + 1, format, again);
    }
    va_end(again);
    b->size += n;
}

static const char *reference(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return NULL;
    }
}

void buf_escaped(struct buf *b, const char *s, int n, const char *special)
{
    for (const char *end = s + n, *from = s; s < end; from = ++s) {
        while (s < end && !(reference(*s) && strchr(special, *s)))
            s++;
        buf_bytes(b, from, (int)(s - from));
        if (s < end)
            buf_str(b, reference(*s));
    }
}

const char *buf_text(struct buf *b)
{
    return b->text ? b->text : "";
}
