/* breaker.c - a line of a paragraph, before it is known whether it is taken.                       */
#include "set/breaker.h"

struct line line_of(const struct breaker *b, int first, int end)
{
    const struct item *last = &b->item[end - 1];
    struct line l = { .first = first, .count = end - first };
    l.width = clamped(b->sum[end].width - b->sum[first].width - last->gap);
    l.stretch = clamped(b->sum[end].stretch - b->sum[first].stretch - last->gap_stretch);
    l.shrink = clamped(b->sum[end].shrink - b->sum[first].shrink - last->gap_shrink);
    l.track = b->m.justify ? clamped(b->sum[end].track - b->sum[first].track) : 0;
    l.last = end == b->n || last->forced;
    return l;
}

len room_of(const struct breaker *b, int first)
{
    return b->m.width - (first == 0 ? b->m.first : 0);
}
