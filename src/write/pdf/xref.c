#include "write/pdf/xref.h"

enum kind { FREE, PLAIN, PACKED };

struct xref_run {
    int number;                  /* of its first object                                         */
    unsigned kind : 2, n : 30;
    uint32_t at;                 /* PLAIN: its offset; PACKED: the stream that all are in         */
    int index;                   /* PACKED: of the first                                        */
};

static void add(struct xref *x, struct xref_run run)
{
    struct xref_run *last = x->n ? &x->run[x->n - 1] : NULL;
    int n = last ? (int)last->n : 0;
    if (last && run.kind == PACKED && last->kind == PACKED && last->at == run.at && last->number + n == run.number && last->index + n == run.index) {
        last->n++;
        return;
    }
    x->run = arena_grow(x->arena, x->run, x->n + 1, &x->room, sizeof(run));
    x->run[x->n++] = run;
}

void xref_plain(struct xref *x, int number, uint32_t offset) { add(x, (struct xref_run){ number, PLAIN, 1, offset, 0 }); }

void xref_packed(struct xref *x, int number, int stream, int index)
{
    add(x, (struct xref_run){ number, PACKED, 1, (uint32_t)stream, index });
}

static int by_number(const void *a, const void *b)
{
    int one = ((const struct xref_run *)a)->number, other = ((const struct xref_run *)b)->number;
    return (one > other) - (one < other);
}

static void sort(struct xref *x) { qsort(x->run, (size_t)x->n, sizeof(*x->run), by_number); }

void xref_put_table(struct xref *x, int n, struct buf *b)
{
    sort(x);
    buf_format(b, "xref\n0 %d\n0000000000 65535 f \n", n);
    for (int i = 0; i < x->n; i++)
        buf_format(b, "%010u 00000 n \n", x->run[i].at);
}

static void put_bytes(unsigned char *to, uint32_t n, int count)
{
    for (int i = count - 1; i >= 0; i--, n >>= 8)
        to[i] = (unsigned char)n;
}

/* From below, so that the row above is still as it was.                                          */
static void subtract(unsigned char *rows, int n)
{
    enum { BYTES = XREF_ROW_BYTES + 1 };
    for (int i = n - 1; i >= 0; i--) {
        unsigned char *row = rows + (size_t)i * BYTES;
        row[0] = 2;
        for (int k = 1; k < BYTES && i; k++)
            row[k] = (unsigned char)(row[k] - row[k - BYTES]);
    }
}

unsigned char *xref_rows(struct xref *x, int n, struct arena *a)
{
    unsigned char *rows = arena_array(a, (size_t)n, XREF_ROW_BYTES + 1);
    sort(x);
    put_bytes(rows + 6, 0xFFFF, 2); /* object 0: free */
    for (const struct xref_run *r = x->run; r < x->run + x->n; r++)
        for (unsigned i = 0; i < r->n; i++) {
            unsigned char *row = rows + ((size_t)r->number + i) * (XREF_ROW_BYTES + 1);
            row[1] = (unsigned char)r->kind;
            put_bytes(row + 2, r->at, 4);
            put_bytes(row + 6, (uint32_t)r->index + i, 2);
        }
    subtract(rows, n);
    return rows;
}
