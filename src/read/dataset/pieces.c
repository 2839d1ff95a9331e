/* pieces.c - an item's text: of each element that is open round its records the bytes up to them, the
 * records, and the end tags.                                                                   */
#include "read/dataset/dataset.h"

#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* ---- reading ---------------------------------------------------------------------------------- */

static bool same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* Those read last stay open: processes that were forked share them, and pread asks nobody where they stand.
 * NULL: it cannot be opened (said).                                                            */
static struct data_window *opened(struct dataset *d, uint32_t file)
{
    struct data_window *w = &d->window[d->file[file].csv != NULL];
    if (w->fd >= 0 && w->file == file)
        return w;
    if (w->fd >= 0)
        close(w->fd);
    w->file = file;
    w->n = 0;
    w->fd = open(d->file[file].path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (w->fd < 0)
        log_say_file(d->log, MSG_FILE_UNREADABLE, d->file[file].path, log_errno(d->log, errno));
    return w->fd >= 0 ? w : NULL;
}

static bool is_same(struct dataset *d, uint32_t file)
{
    struct stat st;
    struct data_window *w = opened(d, file);
    bool same = w && fstat(w->fd, &st) == 0 && same_file(&st, &d->file[file].st);
    if (w && !same)
        log_say_file(d->log, MSG_DATA_CHANGED, d->file[file].path, d->file[file].path);
    return same;
}

bool dataset_is_same(struct dataset *d, uint32_t record)
{
    uint32_t file = dataset_file(d, record), home = dataset_home(d, record);
    return is_same(d, home) && (file == home || is_same(d, file));
}

int64_t dataset_read(int fd, char *to, int64_t n, int64_t at)
{
    int64_t got = 0;
    while (got < n) {
        ssize_t more = pread(fd, to + got, (size_t)(n - got), at + got);
        if (more < 0 && errno == EINTR)
            continue;
        if (more <= 0)
            break;
        got += more;
    }
    return got;
}

static bool window_holds(const struct data_window *w, int64_t offset, uint32_t size) { return offset >= w->at && offset + size <= w->at + w->n; }

static void window_move(struct data_window *w, int64_t offset)
{
    w->at = offset;
    w->n = (int)dataset_read(w->fd, w->bytes, CHUNK, offset);
}

static bool copy_bytes(struct dataset *d, uint32_t file, char *to, int64_t offset, uint32_t size)
{
    struct data_window *w = opened(d, file);
    if (!w)
        return false;
    if (!window_holds(w, offset, size) && size <= CHUNK)
        window_move(w, offset);
    bool held = window_holds(w, offset, size);
    if (held)
        memcpy(to, w->bytes + (offset - w->at), size);
    if (held || (size > CHUNK && dataset_read(w->fd, to, size, offset) == size))
        return true;
    log_say_file(d->log, MSG_DATA_CHANGED, d->file[file].path, d->file[file].path);
    return false;
}

const char *dataset_bytes(struct dataset *d, uint32_t file, int64_t offset, uint32_t size)
{
    static const char none[] = "";
    struct data_window *w = size && size <= CHUNK ? opened(d, file) : NULL;
    if (!w)
        return size ? NULL : none;
    if (!window_holds(w, offset, size))
        window_move(w, offset);
    return window_holds(w, offset, size) ? w->bytes + (offset - w->at) : NULL;
}

/* ---- an item's text --------------------------------------------------------------------------------- */

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
    p->bad = !copy_bytes(p->d, file, to->text + to->size, offset, size);
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
    p->bad = !copy_bytes(p->d, file, bytes, r->offset, r->size);
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
    bool file = dataset_is_file(d, record) && !in_place && p->to.n == 1;
    to.whole = dataset_is_file(d, record);
    to.src = dataset_source(d, a, p->home, buf_text(&p->to.text), p->to.text.size, p->to.seam, file ? 0 : p->to.n);
    return to;
}
