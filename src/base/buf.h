/* buf.h - one growing string in an arena. `text` is never NULL after the first
 * write and always ends with a zero that `size` does not count.              */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/arena.h"

struct buf {
    struct arena *arena;
    char *text;
    int size, room;
};

static inline struct buf buf_in(struct arena *a) { return (struct buf){ .arena = a }; }

void buf_more(struct buf *b, int n); /* room for n bytes and their zero */

/* Here, for most of what is written is a few letters, and known when this is compiled. */
static inline void buf_bytes(struct buf *b, const void *bytes, int n)
{
    if (n >= b->room - b->size)
        buf_more(b, n);
    if (n)
        memcpy(b->text + b->size, bytes, (size_t)n);
    b->size += n;
    b->text[b->size] = '\0';
}

static inline void buf_str(struct buf *b, const char *s) { buf_bytes(b, s, (int)strlen(s)); }
void buf_format(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
static inline void buf_char(struct buf *b, char c)
{
    if (b->size + 1 >= b->room) {
        buf_bytes(b, &c, 1);
        return;
    }
    b->text[b->size++] = c;
    b->text[b->size] = '\0';
}

/* XML's text: those of & < > " that stand in `special` as references.            */
void buf_escaped(struct buf *b, const char *s, int n, const char *special);

const char *buf_text(struct buf *b); /* "" when nothing was written            */

#endif
