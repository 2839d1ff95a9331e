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

/* The last one stays open: processes that were forked share it, and pread asks nobody where it stands. */
static bool opened(struct dataset *d, uint32_t file)
{
    if (d->fd >= 0 && d->fd_file == file)
        return true;
    if (d->fd >= 0)
        close(d->fd);
    d->fd_file = file;
    d->window_n = 0;
    d->fd = open(d->file[file].path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (d->fd < 0)
        log_say_file(d->log, MSG_FILE_UNREADABLE, d->file[file].path, log_errno(d->log, errno));
    return d->fd >= 0;
}

bool dataset_is_same(struct dataset *d, uint32_t file)
{
    struct stat st;
    bool open = opened(d, file), same = open && fstat(d->fd, &st) == 0 && same_file(&st, &d->file[file].st);
    if (open && !same)
        log_say_file(d->log, MSG_DATA_CHANGED, d->file[file].path, d->file[file].path);
    return same;
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

static bool copy_bytes(struct dataset *d, uint32_t file, char *to, int64_t offset, uint32_t size)
{
    if (!opened(d, file))
        return false;
    bool in_window = offset >= d->window_at && offset + size <= d->window_at + d->window_n;
    if (!in_window && size <= CHUNK) {
        d->window_at = offset;
        d->window_n = (int)dataset_read(d->fd, d->window, CHUNK, offset);
        in_window = d->window_n >= (int)size;
    }
    if (in_window)
        memcpy(to, d->window + (offset - d->window_at), size);
    if (in_window || (size > CHUNK && dataset_read(d->fd, to, size, offset) == size))
        return true;
    log_say_file(d->log, MSG_DATA_CHANGED, d->file[file].path, d->file[file].path);
    return false;
}

const char *dataset_bytes(struct dataset *d, uint32_t file, int64_t offset, uint32_t size)
{
    static const char none[] = "";
    if (!size)
        return none;
    if (size > CHUNK || !opened(d, file))
        return NULL;
    if (offset < d->window_at || offset + size > d->window_at + d->window_n) {
        d->window_at = offset;
        d->window_n = (int)dataset_read(d->fd, d->window, CHUNK, offset);
    }
    return d->window_n - (offset - d->window_at) >= size ? d->window + (offset - d->window_at) : NULL;
}

/* ---- an item's text --------------------------------------------------------------------------------- */

struct piecing {
    struct dataset *d;
    uint32_t file;
    struct buf text;
    struct seam *seam;
    int n, room;
    uint32_t open[MAX_DEPTH + 2]; /* from the root                                                 */
    int tag[MAX_DEPTH + 2];      /* where its start tag stands in the text                         */
    int depth;
    bool bad;
};

static void put(struct piecing *p, int64_t offset, uint32_t size, uint32_t line)
{
    if ((int64_t)p->text.size + size > MAX_FILE_BYTES) {
        if (!p->bad)
            log_say_file(p->d->log, MSG_FILE_TOO_BIG, p->d->file[p->file].path, arena_format(p->d->log->arena, "%d", MAX_FILE_BYTES >> 20));
        p->bad = true;
    }
    if (p->bad)
        return;
    p->seam = arena_grow(p->text.arena, p->seam, p->n + 1, &p->room, sizeof(*p->seam));
    p->seam[p->n++] = (struct seam){ .offset = p->text.size, .at = offset, .line = (int)line, .point = !size };
    int at = p->text.size;
    if (at + (int)size + 1 > p->text.room)
        p->text.text = arena_grow(p->text.arena, p->text.text, at + (int)size + 256, &p->text.room, 1);
    p->bad = !copy_bytes(p->d, p->file, p->text.text + at, offset, size);
    p->text.size += (int)size;
    p->text.text[p->text.size] = '\0';
}

static void close_to(struct piecing *p, int depth)
{
    while (p->depth > depth && !p->bad) {
        const char *name = p->text.text + p->tag[--p->depth] + 1;
        int n = (int)strcspn(name, " \t\r\n/>");
        name = arena_copy(p->text.arena, name, (size_t)n);
        buf_format(&p->text, "</%s>", name);
    }
}

/* Closes what the next record does not stand in, and opens what it does.                              */
static void open_for(struct piecing *p, uint32_t record)
{
    uint32_t chain[MAX_DEPTH + 2];
    int n = 0, same = 0;
    for (uint32_t at = p->d->record[record].around; p->d->around[at].up != NO_NUMBER; at = p->d->around[at].up)
        chain[n++] = at;
    while (same < p->depth && same < n && p->open[same] == chain[n - 1 - same])
        same++;
    close_to(p, same);
    while (p->depth < n && !p->bad) {
        const struct data_around *a = &p->d->around[chain[n - 1 - p->depth]];
        p->open[p->depth] = chain[n - 1 - p->depth];
        p->tag[p->depth++] = p->text.size;
        put(p, a->offset, a->size, a->line);
    }
}

static void add_record(struct piecing *p, struct item_text *to, uint32_t record, const char *in_place)
{
    const struct data_record *r = &p->d->record[record];
    if (to->n % 16 == 0) {
        int *more = NEW_N(p->text.arena, int, to->n + 16);
        if (to->n)
            memcpy(more, to->record, (size_t)to->n * sizeof(int));
        to->record = more;
    }
    to->record[to->n++] = p->text.size;
    put(p, r->offset, in_place ? 0 : r->size, dataset_is_file(p->d, record) ? 1 : r->line);
    if (in_place)
        buf_str(&p->text, in_place);
    to->end = p->text.size;
}

struct item_text dataset_text(struct dataset *d, struct arena *a, uint32_t record, int with, const char *in_place)
{
    struct item_text to = { 0 };
    struct piecing *p = NEW(a, struct piecing);
    *p = (struct piecing){ .d = d, .file = dataset_file(d, record), .text = buf_in(a) };
    for (uint32_t r = record; r != NO_NUMBER && !p->bad; r = with & WITH_GROUP ? dataset_next(d, r) : NO_NUMBER) {
        if (with & WITH_AROUND)
            open_for(p, r);
        if (with & WITH_RECORD)
            add_record(p, &to, r, in_place);
    }
    close_to(p, 0);
    if (p->bad)
        return (struct item_text){ 0 };
    bool file = dataset_is_file(d, record) && !in_place;
    to.src = dataset_source(d, a, p->file, buf_text(&p->text), p->text.size, p->seam, file ? 0 : p->n);
    return to;
}
