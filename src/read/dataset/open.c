/* open.c - the elements that are open where the scan has come: their places, and the numbers of those round records. */
#include "read/dataset/scan.h"

struct pos scan_pos(struct scan *s, const struct open_element *o) { return dataset_pos(s->d, s->d->log->arena, s->file, o->start, o->line); }

void scan_too_big(struct scan *s, const struct open_element *o)
{
    say(s->d->log, MSG_RECORD_TOO_BIG, scan_pos(s, o), limit_text(s->d->log, LIMIT_BYTES));
}

/* What is open round records gets its number with the first of them.                       */
uint32_t scan_around(struct scan *s, int depth)
{
    struct open_element *o = &s->open[depth];
    if (depth == 0)
        return s->whole;
    if (o->around == NO_NUMBER) {
        int64_t size = s->open[depth + 1].start - o->start;
        uint32_t up = scan_around(s, depth - 1);
        if (size > log_limit(s->d->log, LIMIT_BYTES))
            scan_too_big(s, o);
        o->around = dataset_add_around(s->d, (struct data_around){ o->start, (uint32_t)size, o->line, up, s->file });
    }
    o->seen = true;
    return o->around;
}
