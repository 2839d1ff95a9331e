/* pieces.c - an item's text: of each element that is open round its records the bytes up to them, the
 * records, and the end tags; and where in the file a place of this text is.                    */
#include "read/dataset/dataset.h"

#include "base/buf.h"
#include "base/utf8.h"

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

/* Bytes that were read; fewer at the file's end.                                              */
static int64_t read_at(int fd, char *to, int64_t n, int64_t at)
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
        d->window_n = (int)read_at(d->fd, d->window, CHUNK, offset);
        in_window = d->window_n >= (int)size;
    }
    if (in_window)
        memcpy(to, d->window + (offset - d->window_at), size);
    if (in_window || (size > CHUNK && read_at(d->fd, to, size, offset) == size))
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
        d->window_n = (int)read_at(d->fd, d->window, CHUNK, offset);
    }
    return d->window_n - (offset - d->window_at) >= size ? d->window + (offset - d->window_at) : NULL;
}

/* ---- places ------------------------------------------------------------------------------------- */

struct origin { struct dataset *d; struct arena *arena; uint32_t file; };

/* The file round a place: as far back as a chunk, as far on as a line is shown.                    */
struct view { char bytes[2 * CHUNK]; int64_t at; int n, here; };

static bool view_open(struct view *w, struct dataset *d, uint32_t file, int64_t offset)
{
    int fd = d->fd >= 0 && d->fd_file == file ? dup(d->fd) : open(d->file[file].path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return false;
    w->at = offset < CHUNK ? 0 : offset - CHUNK;
    w->n = (int)read_at(fd, w->bytes, (int64_t)sizeof(w->bytes), w->at);
    w->here = (int)(offset - w->at);
    close(fd);
    return w->here <= w->n;
}

/* A line that begins too far back is not shown; its column is known from the first pass.           */
static void view_place(const struct view *w, const struct data_file *file, struct arena *a, struct place *p)
{
    const char *here = w->bytes + w->here, *newline = memrchr(w->bytes, '\n', (size_t)w->here);
    const char *line = newline ? newline + 1 : w->at == 0 ? w->bytes : NULL;
    if (line) {
        const char *end = line;
        while (end < w->bytes + w->n && *end != '\r' && *end != '\n')
            end++;
        p->column = utf8_letters(line, (int)(here - line)) + 1;
        p->line_text = arena_copy(a, line, (size_t)(end - line));
        p->line_size = (int)(end - line);
        return;
    }
    int k = (int)((w->at + w->here) / CHUNK);
    const char *chunk = w->bytes + ((int64_t)k * CHUNK - w->at);
    if (k < file->n_columns && chunk >= w->bytes)
        p->column = (int)file->column[k] + utf8_letters(chunk, (int)(here - chunk)) + 1;
}

static struct place look(const struct seams *seams, const struct seam *seam, struct pos pos)
{
    const struct origin *o = seams->of;
    const char *from = pos.src->text + seam->offset, *at = seam->point ? from : pos.src->text + pos.offset;
    struct place p = { .line = seam->line, .line_text = "" };
    for (const char *s = from; s < at; s++)
        p.line += *s == '\n';
    struct view *w = malloc(sizeof(*w));
    if (w && view_open(w, o->d, o->file, seam->at + (at - from)))
        view_place(w, &o->d->file[o->file], o->arena, &p);
    free(w);
    return p;
}

static const struct seams *seams_new(struct dataset *d, struct arena *a, uint32_t file, const struct seam *seam, int n)
{
    struct origin *o = NEW(a, struct origin);
    struct seams *s = NEW(a, struct seams);
    *o = (struct origin){ d, a, file };
    *s = (struct seams){ seam, n, look, o };
    return s;
}

static struct pos own_pos(struct arena *a, const char *name, const char *text, int size, const struct seams *seams)
{
    struct source *src = NEW(a, struct source);
    *src = (struct source){ .name = name, .text = text, .size = size, .seams = seams };
    return (struct pos){ src, 0 };
}

struct pos dataset_pos(struct dataset *d, struct arena *a, uint32_t file, int64_t offset, uint32_t line)
{
    enum { MOST = 4096 };
    int64_t left = d->file[file].st.st_size - offset;
    uint32_t n = left > MOST ? MOST : left > 0 ? (uint32_t)left : 0;
    const char *bytes = dataset_bytes(d, file, offset, n);
    struct seam *seam = NEW(a, struct seam);
    *seam = (struct seam){ .at = offset, .line = (int)line };
    return own_pos(a, d->file[file].path, arena_copy(a, bytes ? bytes : "", bytes ? n : 0), bytes ? (int)n : 0, seams_new(d, a, file, seam, 1));
}

struct pos dataset_kept_pos(struct dataset *d, struct arena *a, uint32_t file, struct pos pos)
{
    int64_t at = pos.offset;
    if (!pos.src)
        return pos;
    for (int i = 0; pos.src->seams && i < pos.src->seams->n; i++)
        if (pos.src->seams->seam[i].offset <= pos.offset)
            at = pos.src->seams->seam[i].at + pos.offset - pos.src->seams->seam[i].offset;
    return dataset_pos(d, a, file, at, (uint32_t)source_place(pos).line);
}

struct pos dataset_record_pos(struct dataset *d, struct arena *a, uint32_t record)
{
    const struct data_record *r = &d->record[record];
    if (dataset_is_file(d, record))
        return own_pos(a, d->file[dataset_file(d, record)].path, "", 0, NULL);
    return dataset_pos(d, a, dataset_file(d, record), r->offset, r->line);
}

struct pos dataset_option_pos(struct arena *a, const char *option, const char *words)
{
    return own_pos(a, option, arena_string(a, words), (int)strlen(words), NULL);
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
    to.src = own_pos(a, d->file[p->file].path, buf_text(&p->text), p->text.size, file ? NULL : seams_new(d, a, p->file, p->seam, p->n)).src;
    return to;
}
