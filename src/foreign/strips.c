/* strips.c - pieces of text of one height into lines, parted where columns are.                                          */
#include "foreign/sheet.h"

#include "base/utf8.h"

static int by_place(const void *a, const void *b)
{
    const struct piece *p = *(struct piece *const *)a, *q = *(struct piece *const *)b;
    if (p->y != q->y)
        return p->y < q->y ? -1 : 1;
    return p->x0 != q->x0 ? (p->x0 < q->x0 ? -1 : 1) : p->order - q->order;
}

static int by_left(const void *a, const void *b)
{
    const struct piece *p = *(struct piece *const *)a, *q = *(struct piece *const *)b;
    return p->x0 != q->x0 ? (p->x0 < q->x0 ? -1 : 1) : p->order - q->order;
}

/* ---- heights ------------------------------------------------------------------------------------------------------- */

struct row { int from, n; len y, size; }; /* of the pieces in their order                                            */

/* Small letters a little off a line beside it: its notes' marks and indices.                                             */
static bool belongs_to(struct piece *const *small, const struct row *s, struct piece *const *at, const struct row *r)
{
    len off = length_of(s->y - r->y);
    if (s->size > len_part(r->size, 800) || off > len_part(r->size, 550) || s->n > 12)
        return false;
    for (int i = 0; i < s->n; i++) {
        bool beside = false;
        for (int k = 0; k < r->n && !beside; k++)
            beside = small[i]->x0 - at[k]->x1 < r->size / 2 && at[k]->x0 - small[i]->x1 < r->size / 2 && small[i]->n <= 9;
        if (!beside)
            return false;
    }
    return true;
}

static int find_rows(struct piece **at, int n, struct row *row)
{
    int rows = 0;
    for (int i = 0; i < n; i++) {
        if (!rows || at[i]->y - row[rows - 1].y > PT(1))
            row[rows++] = (struct row){ .from = i, .y = at[i]->y };
        struct row *r = &row[rows - 1];
        r->n = i + 1 - r->from;
        if (at[i]->size > r->size)
            r->size = at[i]->size;
    }
    return rows;
}

/* ---- places --------------------------------------------------------------------------------------------------------- */

static bool is_parted(const struct sheet *s, const struct piece *a, const struct piece *b)
{
    for (int i = 0; i < s->n_bars; i++) {
        const struct bar *r = &s->bar[i];
        bool upright = r->y1 - r->y0 > r->x1 - r->x0;
        if (upright && r->y0 < a->y && a->y - a->size / 2 < r->y1 && r->x0 >= a->x1 - PT(1) && r->x1 <= b->x0 + PT(1))
            return true;
    }
    return false;
}

static bool goes_on(const struct sheet *s, const struct piece *a, const struct piece *b, bool bars)
{
    len gap = b->x0 - a->x1, em = a->size > b->size ? a->size : b->size;
    if (gap > em * 12 / 10 || (b->order != a->order + 1 && gap > em * 6 / 10))
        return false;
    return !bars || gap < PT(1) || !is_parted(s, a, b);
}

static void put_text(struct buf *to, const char *s, int n)
{
    for (int i = 0; i < n; i++)
        if (s[i] != ' ' || (to->size && to->text[to->size - 1] != ' '))
            buf_char(to, s[i]);
}

void strip_fill(struct arena *a, struct strip *s)
{
    struct buf text = buf_in(a);
    const struct piece *main = s->piece[0];
    s->x0 = LEN_MAX, s->x1 = -LEN_MAX;
    s->bold = s->italic = true;
    for (int i = 0; i < s->n; i++) {
        const struct piece *p = s->piece[i];
        if (i && p->x0 - s->piece[i - 1]->x1 > len_part(p->size, 150) && text.size && text.text[text.size - 1] != ' ')
            buf_char(&text, ' ');
        put_text(&text, p->s, p->n);
        s->x0 = p->x0 < s->x0 ? p->x0 : s->x0;
        s->x1 = p->x1 > s->x1 ? p->x1 : s->x1;
        if (p->size > main->size || (p->size == main->size && p->n > main->n))
            main = p;
    }
    for (int i = 0; i < s->n; i++) {
        struct piece *p = s->piece[i];
        p->small = p->size < len_part(main->size, 850) && length_of(p->y - main->y) > len_part(main->size, 100);
        s->bold &= p->face->bold || p->small || p->face->unknown;
        s->italic &= p->face->italic || p->small || p->face->unknown;
    }
    s->y = main->y;
    s->size = main->size;
    s->text = utf8_compose(a, buf_text(&text));
    s->folded = utf8_fold(a, s->text);
    s->capitals = strcmp(s->text, utf8_upper(a, s->text)) == 0 && strcmp(s->text, s->folded) != 0;
}

static void add_strip(struct arena *a, struct sheet *s, struct piece **at, int n)
{
    s->strip = arena_grow(a, s->strip, s->n_strips + 1, &s->room_strips, sizeof(*s->strip));
    struct strip *to = &s->strip[s->n_strips++];
    *to = (struct strip){ .piece = at, .n = n };
    strip_fill(a, to);
}

static void part_row(struct arena *a, struct sheet *s, struct piece **at, int n)
{
    qsort(at, (size_t)n, sizeof(struct piece *), by_left);
    for (int i = 0, from = 0; i < n; i++)
        if (i + 1 == n || !goes_on(s, at[i], at[i + 1], true)) {
            add_strip(a, s, at + from, i + 1 - from);
            from = i + 1;
        }
}

/* A row that belongs to the one above or below it moves into that one's stretch.                                          */
static int join_small(struct piece **at, struct row *row, int rows)
{
    int n = 0;
    for (int i = 0; i < rows; i++) {
        struct row *above = n ? &row[n - 1] : NULL, *below = i + 1 < rows ? &row[i + 1] : NULL;
        if (above && belongs_to(at + row[i].from, &row[i], at + above->from, above)) {
            above->n += row[i].n;
        } else if (below && belongs_to(at + row[i].from, &row[i], at + below->from, below)) {
            below->n += row[i].n;
            below->from = row[i].from;
        } else {
            row[n++] = row[i];
        }
    }
    return n;
}

void strips_make(struct arena *a, struct sheet *s)
{
    struct piece **at = NEW_N(a, struct piece *, s->n + 1);
    struct row *row = NEW_N(a, struct row, s->n + 1);
    for (int i = 0; i < s->n; i++)
        at[i] = &s->piece[i];
    qsort(at, (size_t)s->n, sizeof(struct piece *), by_place);
    int rows = join_small(at, row, find_rows(at, s->n, row));
    for (int i = 0; i < rows; i++)
        part_row(a, s, at + row[i].from, row[i].n);
}
