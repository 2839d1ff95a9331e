/* pieces.c - an item's text: of each element that is open round its records the bytes up to them, the
 * records, and the end tags.                                                                   */
#include "read/dataset/dataset.h"

#include "base/buf.h"

struct piecing {
    struct dataset *d;
    uint32_t home;               /* the document's file                                             */
    struct pieced to;
    uint32_t open[MAX_DEPTH + 2]; /* from the root                                                 */
    int tag[MAX_DEPTH + 2];      /* where its start tag stands in the text                         */
    int depth;
    bool bad;
};

/* True: there is room for it.                                                                       */
static bool may_put(struct piecing *p, int64_t size)
{
    if (!p->bad && p->to.text.size + size > log_limit(p->d->log, LIMIT_BYTES)) {
        say_file_limit(p->d->log, p->d->file[p->home].path);
        p->bad = true;
    }
    return !p->bad;
}

static void put_bytes(struct piecing *p, uint32_t file, int64_t offset, uint32_t size, uint32_t line)
{
    if (!may_put(p, size))
        return;
    struct buf *to = &p->to.text;
    pieced_seam(&p->to, (int)file, offset, line, !size);
    buf_more(to, (int)size);
    p->bad = !dataset_copy(p->d, file, to->text + to->size, offset, size);
    to->size += (int)size;
    to->text[to->size] = '\0';
}

static void put_rows(struct piecing *p, const struct pieced *rows)
{
    if (!may_put(p, rows->text.size))
        return;
    for (int i = 0; i < rows->n; i++) {
        struct seam *seam = &rows->seam[i];
        pieced_seam(&p->to, seam->file, seam->at, (uint32_t)seam->line, seam->point);
        p->to.seam[p->to.n - 1].offset += seam->offset;
    }
    buf_bytes(&p->to.text, rows->text.text, rows->text.size);
}

/* Of the document's file, with the rows of each <csv> in it.                                         */
static void put(struct piecing *p, int64_t offset, uint32_t size, uint32_t line)
{
    int64_t end = offset + size;
    for (const struct data_csv *c = p->d->csvs; c; c = c->next) {
        if (c->file != p->home || c->start < offset || c->end > end)
            continue;
        put_bytes(p, p->home, offset, (uint32_t)(c->start - offset), line);
        if (c->rows)
            put_rows(p, c->rows);
        offset = c->end;
        line = c->end_line;
    }
    put_bytes(p, p->home, offset, (uint32_t)(end - offset), line);
}

/* A row of a CSV.                                                                                  */
static void put_row(struct piecing *p, uint32_t file, const struct data_record *r)
{
    char *bytes = arena_alloc(p->to.text.arena, (size_t)r->size + 1);
    if (!may_put(p, r->size))
        return;
    p->bad = !dataset_copy(p->d, file, bytes, r->offset, r->size);
    if (!p->bad)
        csv_element(p->d->file[file].csv, &p->to, (int)file, bytes, &(struct csv_row){ r->offset, r->size, r->line });
}

static void close_to(struct piecing *p, int depth)
{
    while (p->depth > depth && !p->bad) {
        const char *name = p->to.text.text + p->tag[--p->depth] + 1;
        int n = (int)strcspn(name, " \t\r\n/>");
        name = arena_copy(p->to.text.arena, name, (size_t)n);
        buf_format(&p->to.text, "</%s>", name);
    }
}

/* Closes what the next record does not stand in, and opens what it does.                              */
static void open_for(struct piecing *p, uint32_t record)
{
    uint32_t chain[MAX_DEPTH + 2];
    int n = 0, same = 0;
    for (uint32_t at = p->d->record[record].around; p->d->around[at].up != NO_NUMBER; at = p->d->around[at].up)
        if (!p->d->file[p->d->around[at].file].csv)
            chain[n++] = at;
    while (same < p->depth && same < n && p->open[same] == chain[n - 1 - same])
        same++;
    close_to(p, same);
    while (p->depth < n && !p->bad) {
        const struct data_around *a = &p->d->around[chain[n - 1 - p->depth]];
        p->open[p->depth] = chain[n - 1 - p->depth];
        p->tag[p->depth++] = p->to.text.size;
        put(p, a->offset, a->size, a->line);
    }
}

static void add_record(struct piecing *p, struct item_text *to, uint32_t record, const char *in_place)
{
    const struct data_record *r = &p->d->record[record];
    if (to->n % 16 == 0) {
        int *more = NEW_N(p->to.text.arena, int, to->n + 16);
        if (to->n)
            memcpy(more, to->record, (size_t)to->n * sizeof(int));
        to->record = more;
    }
    to->record[to->n++] = p->to.text.size;
    uint32_t file = dataset_file(p->d, record), line = dataset_is_file(p->d, record) ? 1 : r->line;
    if (in_place)
        put_bytes(p, file, r->offset, 0, line), buf_str(&p->to.text, in_place);
    else if (p->d->file[file].csv)
        put_row(p, file, r);
    else
        put(p, r->offset, r->size, line);
    to->end = p->to.text.size;
}

struct item_text dataset_text(struct dataset *d, struct arena *a, uint32_t record, int with, const char *in_place)
{
    struct item_text to = { 0 };
    struct piecing *p = NEW(a, struct piecing);
    *p = (struct piecing){ .d = d, .home = dataset_home(d, record), .to.text = buf_in(a) };
    for (uint32_t r = record; r != NO_NUMBER && !p->bad; r = with & WITH_GROUP ? dataset_next(d, r) : NO_NUMBER) {
        if (with & WITH_AROUND)
            open_for(p, r);
        if (with & WITH_RECORD)
            add_record(p, &to, r, in_place);
    }
    close_to(p, 0);
    if (p->bad)
        return (struct item_text){ 0 };
    to.whole = dataset_is_file(d, record);
    if (to.whole && !in_place && p->to.n == 1)
        p->to.n = 0;
    to.src = dataset_source(d, a, p->home, &p->to);
    return to;
}
