/* table.c - the rows of a <csv>: records, of which places are kept as of any other, or else common data,
 * which is made into elements once.                                                             */
#include "read/dataset/scan.h"

#include <errno.h>
#include <unistd.h>

struct table {
    struct scan *s;
    struct csv *csv;
    uint32_t file, around;
    int fd;
    char *bytes;                 /* CHUNK + 8                                          */
    int n;
    bool over;
};

static struct pos place(void *user, int64_t at, uint32_t line)
{
    struct table *t = user;
    return dataset_pos(t->s->d, t->s->d->log->arena, t->file, at, line);
}

static void add_row(void *user, const struct csv_row *row)
{
    struct table *t = user;
    dataset_add_record(t->s->d, (struct data_record){ row->at, row->size, row->line, t->around, 0 });
    t->s->found++;
    t->s->n_found++;
}

/* False: it cannot be read.                                                                      */
static bool fill(struct table *t)
{
    while (t->n < CHUNK && !t->over) {
        ssize_t got = read(t->fd, t->bytes + t->n, (size_t)(CHUNK - t->n));
        if (got < 0 && errno != EINTR)
            return false;
        t->over = got == 0;
        t->n += got > 0 ? (int)got : 0;
    }
    return true;
}

static void read_rows(struct table *t, struct log *log)
{
    const struct csv_listener listener = { place, add_row, t };
    csv_begin(t->csv, log, &listener);
    for (;;) {
        if (!fill(t)) {
            log_say_file(log, MSG_FILE_UNREADABLE, t->s->d->file[t->file].path, log_errno(log, errno));
            return;
        }
        int used = csv_push(t->csv, t->bytes, t->n, t->over);
        if (used < 0 || t->over)
            return;
        t->n -= used;
        memmove(t->bytes, t->bytes + used, (size_t)t->n);
    }
}

/* With --partial rows that are broken, and all behind what cannot be read, are left out.           */
static void take_records(struct table *t)
{
    struct scan *s = t->s;
    struct dataset *d = s->d;
    struct log log = log_apart(d->log);
    uint32_t first = d->n_records;
    t->around = dataset_add_around(d, (struct data_around){ .up = scan_around(s, s->depth - 1), .file = t->file });
    s->open[s->depth].seen = true;
    read_rows(t, &log);
    d->file[t->file].first = first;
    d->file[t->file].n = d->n_records - first;
    if (d->which.partial && log.errors && d->n_records > first) {
        d->cut = true;
        log_soften(&log);
    }
    log_take(d->log, &log);
}

static struct pieced *take_common(struct table *t)
{
    struct dataset *d = t->s->d;
    const char *path = d->file[t->file].path;
    struct arena *a = d->arena;
    struct pieced *rows = NEW(a, struct pieced);
    int error = 0;
    const struct source *src = source_read(a, path, (int)log_limit(d->log, LIMIT_BYTES), &error);
    rows->text = buf_in(a);
    if (src)
        csv_elements(t->csv, d->log, rows, (int)t->file, src);
    else if (error == EFBIG)
        say_file_limit(d->log, path);
    else
        log_say_file(d->log, MSG_FILE_UNREADABLE, path, log_why(d->log, NULL, path, error));
    return rows;
}

/* The element itself, from the file that is being gone through. NULL: it has faults (said).          */
static struct csv *read_element(struct scan *s, const struct open_element *o, int64_t end)
{
    struct dataset *d = s->d;
    const char *bytes = end - o->start <= CHUNK ? dataset_bytes(d, s->file, o->start, (uint32_t)(end - o->start)) : NULL;
    if (!bytes) {
        say(d->log, MSG_RECORD_TOO_BIG, dataset_pos(d, d->log->arena, s->file, o->start, o->line), "0");
        return NULL;
    }
    struct pieced own = { .text = buf_in(d->arena) };
    pieced_seam(&own, (int)s->file, o->start, o->line, false);
    buf_bytes(&own.text, bytes, (int)(end - o->start));
    xmlDoc *doc = xml_parse(d->arena, d->log, dataset_source(d, d->arena, s->file, &own));
    return doc ? csv_new(d->arena, d->log, xmlDocGetRootElement(doc)) : NULL;
}

static bool are_records(struct scan *s, const char *name)
{
    if (s->record || !scan_follows(s))
        return false;
    bool are = each_enter(s->how->each, (const xmlChar *)name);
    each_leave(s->how->each);
    return are;
}

static void note(struct scan *s, int64_t start, int64_t end, uint32_t end_line, struct pieced *rows)
{
    struct data_csv *c = NEW(s->d->arena, struct data_csv);
    *c = (struct data_csv){ s->file, start, end, end_line, rows, NULL };
    *s->d->csvs_end = c;
    s->d->csvs_end = &c->next;
}

/* Its bytes go with the table, the rest when memory ends in the middle of it.                    */
static void table_close(void *table)
{
    struct table *t = table;
    if (t->fd >= 0)
        close(t->fd);
    free(t->bytes);
    t->bytes = NULL;
    t->fd = -1;
}

static struct table *table_open(struct dataset *d, int fd)
{
    struct table *t = NEW(d->log->arena, struct table);
    t->fd = fd;
    t->bytes = malloc(CHUNK + 8);
    arena_own(d->log->arena, table_close, t);
    if (!t->bytes)
        arena_no_memory(d->log->arena);
    return t;
}

void scan_csv(struct scan *s, int64_t end, uint32_t end_line)
{
    const struct open_element *o = &s->open[s->depth];
    struct dataset *d = s->d;
    struct csv *csv = read_element(s, o, end);
    struct stat st;
    if (!csv || s->how->lost)
        return;
    bool records = are_records(s, csv_each(csv)), given = d->csv_given && (records || !csv_names_file(csv));
    const char *path = given ? d->csv_given : csv_path(csv, d->arena, d->log, d->file[s->file].path);
    int fd = path ? dataset_open(d, path, &st) : -1;
    if (fd < 0)
        return;
    struct table *t = table_open(d, fd);
    t->s = s;
    t->csv = csv;
    t->file = dataset_add_file(d, path, &st);
    d->file[t->file].csv = csv;
    d->csv_given = given ? NULL : d->csv_given;
    if (records)
        take_records(t);
    note(s, o->start, end, end_line, records ? NULL : take_common(t));
    table_close(t);
}
