/* window.c - the bytes of a file that has been gone through once, as it was then.                */
#include "read/dataset/dataset.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int dataset_open(struct dataset *d, const char *path, struct stat *st)
{
    bool pipe = strcmp(path, "-") == 0;
    int fd = pipe ? -1 : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (!pipe && (fd < 0 || fstat(fd, st) != 0))
        log_say_file(d->log, MSG_FILE_UNREADABLE, path, log_why(d->log, NULL, path, errno));
    else if (!pipe && S_ISDIR(st->st_mode))
        log_say_file(d->log, MSG_FILE_UNREADABLE, path, log_errno(d->log, EISDIR));
    else if (pipe || !S_ISREG(st->st_mode))
        log_say_file(d->log, MSG_DATA_NOT_FILE, path, path);
    else
        return fd;
    if (fd >= 0)
        close(fd);
    return -1;
}

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

bool dataset_copy(struct dataset *d, uint32_t file, char *to, int64_t offset, uint32_t size)
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
