#include "base/buf.h"

#include <stdarg.h>

static void buf_room(struct buf *b, int n)
{
    if (n > INT_MAX - b->size - 1)
        n = INT_MAX; /* arena_grow meets the arena's own limit */
    else
        n += b->size + 1;
    b->text = arena_grow(b->arena, b->text, n, &b->room, 1);
}

void buf_bytes(struct buf *b, const void *bytes, int n)
{
    if (n >= b->room - b->size)
        buf_room(b, n);
    if (n)
        memcpy(b->text + b->size, bytes, (size_t)n);
    b->size += n;
    b->text[b->size] = '\0';
}

void buf_str(struct buf *b, const char *s)
{
    buf_bytes(b, s, (int)strlen(s));
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
        buf_room(b, n);
        vsnprintf(b->text + b->size, (size_t)n + 1, format, again);
    }
    va_end(again);
    b->size += n;
}

const char *buf_text(struct buf *b)
{
    return b->text ? b->text : "";
}
