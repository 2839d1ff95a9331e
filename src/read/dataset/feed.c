/* feed.c - a file's bytes for the scan, in chunks; what is wrong with them as bytes and as XML.    */
#include "read/dataset/scan.h"

#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* ---- faults --------------------------------------------------------------------------------- */

static uint32_t line_at(struct scan *s, int64_t offset)
{
    uint32_t line = 1;
    for (int64_t at = 0; at < offset; at += CHUNK) {
        uint32_t n = offset - at < CHUNK ? (uint32_t)(offset - at) : CHUNK;
        const char *bytes = dataset_bytes(s->d, s->file, at, n);
        for (uint32_t i = 0; bytes && i < n; i++)
            line += bytes[i] == '\n';
    }
    return line;
}

static void say_byte(struct scan *s, struct log *log, int64_t offset)
{
    const char *byte = dataset_bytes(s->d, s->file, offset, 1);
    const char *word = arena_format(log->arena, "%02X", byte ? (unsigned char)*byte : 0);
    say(log, MSG_XML_NOT_UTF8, dataset_pos(s->d, log->arena, s->file, offset, line_at(s, offset)), word);
}

/* In a file that is too large to be read as a whole: of its line.                              */
static void say_in_line(struct scan *s, struct log *log)
{
    const int64_t here = scan_here(s), from = here < CHUNK ? 0 : here - CHUNK;
    const char *bytes = dataset_bytes(s->d, s->file, from, (uint32_t)(here - from));
    const char *newline = bytes ? memrchr(bytes, '\n', (size_t)(here - from)) : NULL;
    struct pos at = dataset_pos_with(s->d, log->arena, s->file, newline ? from + (newline + 1 - bytes) : here, (uint32_t)s->fault.line, CHUNK);
    s->fault.from = s->fault.line;
    fault_say(log, at.src, &s->fault);
}

/* What the reader of whole files would say. With --partial it is no error, if a record stands before
 * or there are other files.                                                                          */
static void say_fault(struct scan *s, int64_t bad_byte)
{
    struct dataset *d = s->d;
    struct log log = log_apart(d->log);
    int error, most = (int)log_limit(&log, LIMIT_BYTES);
    const struct source *src = d->file[s->file].st.st_size <= most ? source_read(log.arena, d->file[s->file].path, most, &error) : NULL;
    bool told = src && xml_say_fault(log.arena, &log, src);
    if (!told && bad_byte >= 0)
        say_byte(s, &log, bad_byte);
    else if (!told)
        say_in_line(s, &log);
    bool partial = d->which.partial && !s->fault.dtd && (s->n_found || d->several);
    d->cut = d->cut || partial;
    if (partial)
        log_soften(&log);
    log_take(d->log, &log);
}

/* ---- bytes ------------------------------------------------------------------------------------ */

struct feed {
    int fd;
    char bytes[CHUNK + 8];
    int n;                       /* of which so many are there                              */
    int64_t at;                  /* of the first                                           */
    uint32_t letters;            /* of the line, so far                                     */
    bool over;
};

/* False: the file cannot be read.                                                            */
static bool read_chunk(struct feed *f)
{
    for (int room = CHUNK; room && !f->over;) {
        ssize_t got = read(f->fd, f->bytes + f->n, (size_t)room);
        if (got < 0 && errno != EINTR)
            return false;
        f->over = got == 0;
        f->n += got > 0 ? (int)got : 0;
        room -= got > 0 ? (int)got : 0;
    }
    return true;
}

/* Letters of the line before each chunk, so that columns can be told without reading a line that may be the
 * whole file.                                                                                */
static void note_column(struct scan *s, struct feed *f, int carried)
{
    struct data_file *file = &s->d->file[s->file];
    if (file->n_columns == file->room_columns) {
        file->room_columns = 2 * file->room_columns + 4;
        uint32_t *more = realloc(file->column, (size_t)file->room_columns * sizeof(*more));
        if (!more)
            arena_no_memory(s->d->arena);
        file->column = more;
    }
    file->column[file->n_columns++] = f->letters;
    const char *new = f->bytes + carried, *newline = memrchr(new, '\n', (size_t)(f->n - carried));
    const char *from = newline ? newline + 1 : new;
    f->letters = (newline ? 0 : f->letters) + (uint32_t)utf8_letters(from, (int)(f->bytes + f->n - from));
}

/* Nothing that the parser would take for another encoding gets to it. -1: all is UTF-8; else where it is not. */
static int64_t bad_byte(struct scan *s, struct feed *f, int *n)
{
    *n = utf8_valid(f->bytes, f->n);
    if (f->at == 0) {
        struct arena *a = arena_scratch(s->d->log->arena);
        int errors = s->d->log->errors;
        struct log log = log_apart(s->d->log);
        log.arena = a;
        char end = f->bytes[*n];
        f->bytes[*n] = '\0';
        const struct source src = { .name = "", .text = f->bytes, .size = *n };
        s->bom = xml_bom(f->bytes, *n);
        bool good = xml_is_utf8(a, &log, &src, s->bom);
        f->bytes[*n] = end;
        arena_free(a);
        (void)errors;
        if (!good)
            return 0;
    }
    bool cut = f->n - *n < 4 && !f->over;
    return *n == f->n || cut ? -1 : f->at + *n;
}

/* False: there is no more to be done. */
static bool push(struct scan *s, struct feed *f)
{
    int n, carried = f->n;
    if (!read_chunk(f)) {
        log_say_file(s->d->log, MSG_FILE_UNREADABLE, s->d->file[s->file].path, log_errno(s->d->log, errno));
        return false;
    }
    note_column(s, f, carried);
    int64_t bad = bad_byte(s, f, &n); /* what stands before it is good all the same */
    int skip = f->at == 0 ? s->bom : 0;
    if (bad != 0 && !xml_tally(&s->tally, f->bytes, n)) {
        say_limit(s->d->log, s->tally.limit, dataset_pos(s->d, s->d->log->arena, s->file, s->tally.at, line_at(s, s->tally.at)));
        return false;
    }
    if (bad != 0)
        xmlParseChunk(s->ctxt, f->bytes + skip, n - skip, f->over && bad < 0);
    if (bad >= 0) {
        say_fault(s, bad);
        return false;
    }
    f->at += n;
    f->n -= n;
    memmove(f->bytes, f->bytes + n, (size_t)f->n);
    if (!s->stopped && (s->fault.error || s->fault.dtd || (f->over && !s->ctxt->wellFormed)))
        say_fault(s, -1);
    else
        return !s->stopped && !f->over;
    return false;
}

/* ---- one file ------------------------------------------------------------------------------------ */

/* Where others have something between their tags, a record that has nothing may have lost it.        */
static void say_empty(struct scan *s)
{
    struct log *log = s->d->log;
    int n = s->n_filled ? s->n_empty : 0, most = LENGTH(s->empty);
    for (int i = 0; i < n && i < most; i++)
        say(log, MSG_RECORD_EMPTY, dataset_record_pos(s->d, log->arena, s->empty[i]), NULL);
    if (n > most)
        log_say_file(log, MSG_RECORD_EMPTY_MORE, s->d->file[s->file].path, arena_format(log->arena, "%d", n - most));
}

/* What a file is read with goes with the file, or when memory ends in the middle of it.              */
struct held { struct scan *s; struct feed *f; xmlParserCtxt *ctxt; int fd; };

static void let_go(void *p)
{
    struct held *h = p;
    if (h->ctxt)
        xmlFreeParserCtxt(h->ctxt);
    if (h->fd >= 0)
        close(h->fd);
    free(h->f);
    free(h->s);
    *h = (struct held){ .fd = -1 };
}

static void scan_file(struct dataset *d, const char *path)
{
    struct stat st;
    struct held *held = NEW(d->log->arena, struct held);
    held->fd = -1;
    arena_own(d->log->arena, let_go, held);
    int fd = held->fd = dataset_open(d, path, &st);
    if (fd < 0)
        return;
    struct scan *s = held->s = calloc(1, sizeof(*s));
    struct feed *f = held->f = calloc(1, sizeof(*f));
    xmlSAXHandler listener = scan_listener;
    xmlParserCtxt *ctxt = held->ctxt = s && f ? xmlCreatePushParserCtxt(&listener, NULL, NULL, 0, NULL) : NULL;
    if (!ctxt)
        arena_no_memory(d->arena);
    *s = (struct scan){ .d = d, .ctxt = ctxt, .tally = { .limits = d->log->limits, .pieces = true }, .file = dataset_add_file(d, path, &st) };
    s->whole = dataset_add_around(d, (struct data_around){ .up = NO_NUMBER, .file = s->file });
    f->fd = fd;
    ctxt->userData = ctxt;
    xmlCtxtUseOptions(ctxt, XML_OPTIONS | XML_PARSE_IGNORE_ENC);
    fault_watch(ctxt, &s->fault);
    while (push(s, f))
        ;
    d->file[s->file].n = d->n_records - d->file[s->file].first;
    say_empty(s);
    let_go(held);
}

/* A CSV has nothing round its rows: the map has.                                              */
void dataset_scan(struct dataset *d, const char *path)
{
    size_t n = strlen(path);
    const char *map = d->which.map;
    d->csv_given = map ? path : NULL;
    if (!map && n > 4 && strcasecmp(path + n - 4, ".csv") == 0) {
        log_say_file(d->log, MSG_CSV_MAP, path, path);
        return;
    }
    int errors = d->log->errors;
    scan_file(d, map ? map : path);
    if (d->csv_given && d->log->errors == errors)
        log_say_file(d->log, MSG_CSV_NONE, map, map);
}
