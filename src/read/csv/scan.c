/* scan.c - all of a CSV's bytes, once: what is wrong with them, and where its rows are.             */
#include "read/csv/private.h"

#include "base/utf8.h"

enum { KIND_BOM = 3 };

static void stop(struct csv *c, enum message id, int64_t at, uint32_t line, const char *one, const char *two)
{
    say(c->log, id, csv_place(c, at, line), one, two);
    c->stopped = true;
}

static struct csv_cell *new_cell(struct csv *c)
{
    c->cell = arena_grow(c->arena, c->cell, c->n_cells + 1, &c->room_cells, sizeof(*c->cell));
    return &c->cell[c->n_cells++];
}

/* Of the header, and of a row that is wanted.                                                     */
static void keep_cell(void *user, const char *text, int n, const struct csv_rows *rows)
{
    struct csv *c = user;
    *new_cell(c) = (struct csv_cell){ c->text.size, n, rows->cell_at, rows->cell_line };
    buf_bytes(&c->text, text, n);
}

static void see_cell(void *user, const char *text, int n, const struct csv_rows *rows)
{
    struct csv *c = user;
    c->filled = c->filled || n;
    if (!c->n_columns)
        keep_cell(c, text, n, rows);
}

static void check_row(struct csv *c, const struct csv_rows *rows)
{
    const char *has = arena_format(c->arena, "%d", rows->n), *wanted = arena_format(c->arena, "%d", c->n_columns);
    say(c->log, MSG_CSV_CELLS, csv_place(c, rows->row_at, rows->row_line), has, wanted);
    c->stopped = ++c->n_bad >= MAX_MESSAGES;
}

static void see_row(void *user, const struct csv_rows *rows)
{
    struct csv *c = user;
    bool filled = c->filled;
    c->filled = false;
    if (c->stopped || !filled)
        return;
    if (!c->n_columns) {
        c->stopped = !csv_header(c, rows);
        return;
    }
    c->n_rows++;
    if (rows->n != c->n_columns)
        check_row(c, rows);
    else if (rows->at - rows->row_at <= log_limit(c->log, LIMIT_BYTES))
        c->listener->row(c->listener->user, &(struct csv_row){ rows->row_at, (uint32_t)(rows->at - rows->row_at), rows->row_line });
}

void csv_begin(struct csv *c, struct log *log, const struct csv_listener *listener)
{
    c->log = log;
    c->listener = listener;
}

/* ---- bytes --------------------------------------------------------------------------------------- */

static uint32_t line_of(const struct csv *c, const char *bytes, int n)
{
    uint32_t line = c->opened ? c->rows.line : 1;
    for (int i = 0; i < n; i++)
        line += bytes[i] == '\n';
    return line;
}

/* The first byte that is a letter of no XML; n: none.                                               */
static int bad_letter(const char *s, int n)
{
    for (int i = 0; i < n; i++) {
        unsigned char b = (unsigned char)s[i];
        if (b < 0x20 ? b != '\t' && b != '\n' && b != '\r' : b == 0xEF && i + 2 < n && s[i + 1] == '\xBF' && (unsigned char)s[i + 2] >= 0xBE)
            return i;
    }
    return n;
}

static bool is_utf16(const char *s, int n) { return n >= 2 && (memcmp(s, "\xFF\xFE", 2) == 0 || memcmp(s, "\xFE\xFF", 2) == 0 || (!s[0] != !s[1])); }

/* How many of the bytes are good.                                                                    */
static int check_bytes(struct csv *c, const char *bytes, int n, bool last)
{
    int valid = utf8_valid(bytes, n), bad = bad_letter(bytes, valid);
    bool cut = n - valid < 4 && !last, old = valid < n && !cut && bad == valid;
    if (!c->at && is_utf16(bytes, n)) {
        bad = 0;
        old = true;
    }
    if (old)
        stop(c, MSG_CSV_NOT_UTF8, c->at + bad, line_of(c, bytes, bad), arena_format(c->arena, "%02X", (unsigned char)bytes[bad]), NULL);
    else if (bad < valid)
        stop(c, MSG_CSV_CHARACTER, c->at + bad, line_of(c, bytes, bad), arena_format(c->arena, "%02X", (unsigned char)bytes[bad]), NULL);
    return valid;
}

static void open_rows(struct csv *c, const char *bytes, int n)
{
    int bom = n >= KIND_BOM && memcmp(bytes, "\xEF\xBB\xBF", KIND_BOM) == 0 ? KIND_BOM : 0;
    if (!c->separator)
        c->separator = csv_separator_of(bytes + bom, n - bom);
    csv_rows_open(&c->rows, c->arena, c->separator);
    csv_rows_open(&c->one, c->arena, c->separator);
    c->rows.cell = see_cell;
    c->rows.row = see_row;
    c->one.cell = keep_cell;
    c->rows.user = c->one.user = c;
    csv_rows_begin(&c->rows, bom, 1);
    c->opened = true;
}

static void finish(struct csv *c)
{
    struct csv_rows *r = &c->rows;
    if (!csv_rows_end(r))
        stop(c, MSG_CSV_UNCLOSED, r->cell_at, r->cell_line, NULL, NULL);
    else if (!c->stopped && !c->n_rows)
        stop(c, MSG_CSV_EMPTY, 0, 1, NULL, NULL);
}

int csv_push(struct csv *c, const char *bytes, int n, bool last)
{
    int good = check_bytes(c, bytes, n, last), skip;
    struct csv_rows *r = &c->rows;
    if (c->stopped)
        return -1;
    if (!c->opened)
        open_rows(c, bytes, good);
    skip = (int)(r->at - c->at); /* a mark before the first                                          */
    if (!csv_rows_push(r, bytes + skip, good - skip))
        stop(c, MSG_CSV_QUOTE, r->at, r->line, arena_format(c->arena, "%u", r->row_line), NULL);
    else if (r->at - r->row_at > log_limit(c->log, LIMIT_BYTES))
        stop(c, MSG_RECORD_TOO_BIG, r->row_at, r->row_line, limit_text(c->log, LIMIT_BYTES), NULL);
    c->at += good;
    if (last && !c->stopped)
        finish(c);
    return c->stopped ? -1 : good;
}
