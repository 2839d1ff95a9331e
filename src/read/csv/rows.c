/* rows.c - libcsv tells of cells and rows, but not where they stand: it is given pieces that end with a
 * separator or a line, so that what it tells of a piece ends there.                           */
#include "read/csv/rows.h"

enum { GROW = 16 << 10 };

static void drop(void *parser) { csv_free(parser); }

void csv_rows_open(struct csv_rows *r, struct arena *a, char separator)
{
    *r = (struct csv_rows){ .arena = a };
    if (csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        arena_no_memory(a);
    arena_own(a, drop, &r->parser);
    csv_set_blk_size(&r->parser, GROW);
    csv_set_delim(&r->parser, (unsigned char)separator);
    r->cuts[(unsigned char)separator] = r->cuts['\n'] = r->cuts['\r'] = true;
}

/* What may be left of an unfinished row is forgotten.                                       */
void csv_rows_begin(struct csv_rows *r, int64_t at, uint32_t line)
{
    csv_set_opts(&r->parser, 0);
    csv_fini(&r->parser, NULL, NULL, NULL);
    csv_set_opts(&r->parser, CSV_STRICT | CSV_STRICT_FINI);
    r->at = r->row_at = r->cell_at = at;
    r->line = r->row_line = r->cell_line = line;
    r->n = 0;
    r->begun = r->ended = r->failed = false;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

static void see_cell(void *bytes, size_t n, void *user)
{
    struct csv_rows *r = user;
    const char *text = bytes;
    for (; n && is_blank(text[0]); n--)
        text++;
    while (n && is_blank(text[n - 1]))
        n--;
    if (r->cell)
        r->cell(r->user, text, (int)n, r);
    r->n++;
    r->ended = true;
}

static void see_row(int end, void *user)
{
    struct csv_rows *r = user;
    (void)end;
    if (r->row)
        r->row(r->user, r);
    r->n = 0;
}

/* A line of blanks is not even the beginning of a row.                                     */
static void look_begun(struct csv_rows *r, const char *bytes, int n)
{
    for (int i = 0; i < n && !r->begun; i++)
        r->begun = !is_blank(bytes[i]);
}

static void next_cell(struct csv_rows *r)
{
    r->cell_at = r->at;
    r->cell_line = r->line;
    r->begun = r->ended = false;
    if (!r->n) {
        r->row_at = r->at;
        r->row_line = r->line;
    }
}

bool csv_rows_push(struct csv_rows *r, const char *bytes, int n)
{
    for (int from = 0, to; from < n; from = to) {
        for (to = from; to < n && !r->cuts[(unsigned char)bytes[to]]; to++)
            ;
        to += to < n;
        int64_t at = r->at;
        uint32_t line = r->line;
        r->at += to - from;
        r->line += bytes[to - 1] == '\n';
        size_t done = csv_parse(&r->parser, bytes + from, (size_t)(to - from), see_cell, see_row, r);
        if (csv_error(&r->parser) == CSV_ENOMEM || csv_error(&r->parser) == CSV_ETOOBIG)
            arena_no_memory(r->arena);
        if (done != (size_t)(to - from)) {
            r->at = at + (int64_t)done;
            r->line = line;
            r->failed = true;
            return false;
        }
        if (!r->ended)
            look_begun(r, bytes + from, to - from);
        if (r->ended || (!r->begun && !r->n))
            next_cell(r);
    }
    return true;
}

bool csv_rows_end(struct csv_rows *r)
{
    r->failed = csv_fini(&r->parser, see_cell, see_row, r) != 0;
    return !r->failed;
}
