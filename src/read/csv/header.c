/* header.c - the first row: what the columns are called, here and in the data.                  */
#include "read/csv/private.h"

#include "base/utf8.h"

/* What stands most often in the header, outside of quotation marks: `;` before `,`, for where the
 * decimal mark is a comma, words hold one more easily.                                         */
char csv_separator_of(const char *bytes, int n)
{
    static const char marks[] = { '\t', ';', ',' };
    int count[LENGTH(marks)] = { 0 }, best = 0;
    bool quoted = false;
    for (int i = 0; i < n && (quoted || (bytes[i] != '\n' && bytes[i] != '\r')); i++) {
        quoted = quoted != (bytes[i] == '"');
        for (int k = 0; k < LENGTH(marks); k++)
            count[k] += !quoted && bytes[i] == marks[k];
    }
    for (int k = 1; k < LENGTH(marks); k++)
        best = count[k] > count[best] ? k : best;
    return count[best] ? marks[best] : ',';
}

/* As attributes are read: a line end is a blank, and several are one.                           */
static const char *folded(struct arena *a, const char *s)
{
    struct buf b = buf_in(a);
    for (s += strspn(s, " \t\r\n"); *s; s++) {
        bool blank = strchr(" \t\r\n", *s) != NULL;
        if (!blank || !strchr(" \t\r\n", s[1]))
            buf_char(&b, blank ? ' ' : *s);
    }
    return utf8_compose(a, buf_text(&b));
}

/* "Số hộ nghèo (2025)": so-ho-ngheo-2025                                                       */
static const char *made_name(struct arena *a, const char *header)
{
    struct buf b = buf_in(a);
    for (const char *s = utf8_plain(a, header); *s; s++) {
        bool letter = (*s >= 'a' && *s <= 'z') || *s == '_', digit = (*s >= '0' && *s <= '9') || *s == '.';
        if (letter || (digit && b.size))
            buf_char(&b, *s);
        else if ((*s == ' ' || *s == '-') && b.size && b.text[b.size - 1] != '-')
            buf_char(&b, '-');
    }
    while (b.size && strchr("-.", b.text[b.size - 1]))
        b.text[--b.size] = '\0';
    return buf_text(&b);
}

struct head {
    struct csv *c;
    const char **name;           /* of each column                                           */
    bool *used;
    int n;
    struct pos pos;
};

static const char *list(const struct head *h, bool unused)
{
    struct buf b = buf_in(h->c->arena);
    for (int i = 0; i < h->n; i++)
        if ((!unused || !h->used[i]) && *h->name[i])
            buf_format(&b, "%s%s", b.size ? ", " : "", h->name[i]);
    return buf_text(&b);
}

/* Every column with a name becomes an element.                                                  */
static bool take_all(struct head *h)
{
    struct csv *c = h->c;
    bool good = true;
    c->field = NEW_N(c->arena, struct csv_field, h->n + 1);
    for (int i = 0; i < h->n; i++) {
        const char *name = made_name(c->arena, h->name[i]);
        for (int k = 0; k < c->n_fields; k++)
            if (strcmp(c->field[k].name, name) == 0) {
                say(c->log, MSG_CSV_NAME_TWICE, csv_place(c, c->cell[i].at, c->cell[i].line), name);
                good = false;
            }
        h->used[i] = *name;
        if (*name)
            c->field[c->n_fields++] = (struct csv_field){ .name = name, .column = h->name[i], .at = i };
    }
    return good;
}

static int column_of(const struct head *h, const char *wanted)
{
    for (int i = 0; i < h->n; i++)
        if (strcmp(h->name[i], wanted) == 0)
            return i;
    return -1;
}

/* Another line stands first, or all its words are spelt in another way: told once.              */
static bool has_none(const struct head *h)
{
    const struct csv *c = h->c;
    for (int i = 0; i < c->n_fields; i++)
        if (column_of(h, folded(c->arena, c->field[i].column)) >= 0)
            return false;
    return c->n_fields > 1;
}

static bool find_column(struct head *h, struct csv_field *f)
{
    struct csv *c = h->c;
    const char *wanted = folded(c->arena, f->column);
    int found = 0;
    for (int i = h->n - 1; i >= 0; i--)
        if (strcmp(h->name[i], wanted) == 0) {
            h->used[i] = true;
            f->at = i;
            found++;
        }
    if (!found)
        say(c->log, MSG_CSV_COLUMN, f->pos, f->column, did_you_mean(c->log, wanted, h->name, h->n < MOST_NAMES ? h->n : MOST_NAMES), list(h, false));
    if (found > 1)
        say(c->log, MSG_CSV_COLUMN_TWICE, f->pos, f->column, arena_format(c->arena, "%d", found));
    return found == 1;
}

bool csv_header(struct csv *c, const struct csv_rows *rows)
{
    struct arena *a = c->arena;
    struct head h = { .c = c, .n = c->n_cells, .name = NEW_N(a, const char *, c->n_cells + 1), .used = NEW_N(a, bool, c->n_cells + 1),
                      .pos = csv_place(c, rows->row_line == 1 ? 0 : rows->row_at, rows->row_line) }; /* the mark before the first letter is none */
    for (int i = 0; i < h.n; i++)
        h.name[i] = folded(a, arena_copy(a, c->cell[i].size ? c->text.text + c->cell[i].start : "", (size_t)c->cell[i].size));
    bool good = c->every || !has_none(&h), told = !good;
    if (told)
        say(c->log, MSG_CSV_NO_HEADER, h.pos, list(&h, false));
    if (c->every)
        good = take_all(&h);
    for (int i = 0; i < c->n_fields && !c->every && !told; i++)
        good = find_column(&h, &c->field[i]) && good;
    const char *unused = list(&h, true);
    if (good && *unused)
        say(c->log, MSG_CSV_COLUMN_UNUSED, h.pos, unused);
    c->n_columns = h.n;
    return good;
}
