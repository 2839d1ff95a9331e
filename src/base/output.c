#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is there and is no regular file (a pipe, /dev/full) is written in place.         */
static bool in_place(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

/* A file that is replaced keeps its mode; a new one has what the user's mask leaves.      */
static mode_t mode_for(const char *path)
{
    struct stat st;
    mode_t mask = umask(0);
    umask(mask);
    return stat(path, &st) == 0 ? st.st_mode & 07777 : 0666 & ~mask;
}

/* A link stays a link: what it leads to is replaced.                                       */
static const char *target(struct arena *a, const char *path)
{
    char *real = realpath(path, NULL);
    const char *copy = real ? arena_string(a, real) : path;
    free(real);
    return copy;
}

void output_open(struct output *o, struct arena *a, const char *path)
{
    *o = (struct output){ .fd = STDOUT_FILENO, .path = path };
    if (strcmp(path, "-") == 0)
        return;
    o->path = path = target(a, path);
    if (in_place(path)) {
        o->fd = open(path, O_WRONLY | O_CLOEXEC);
    } else {
        char *name = arena_format(a, "%s.XXXXXX", path);
        o->fd = mkostemp(name, O_CLOEXEC);
        o->temporary = o->fd < 0 ? NULL : name;
        if (o->fd >= 0)
            fchmod(o->fd, mode_for(path));
    }
    o->error = o->fd < 0 ? errno : 0;
}

void output_memory(struct output *o, struct buf *memory)
{
    *o = (struct output){ .fd = -1, .path = "", .memory = memory };
}

static void flush(struct output *o)
{
    if (o->memory) {
        buf_bytes(o->memory, o->buffer, o->size);
        o->size = 0;
    }
    for (int done = 0; done < o->size && !o->error;) {
        ssize_t n = write(o->fd, o->buffer + done, (size_t)(o->size - done));
        if (n < 0 && errno != EINTR)
            o->error = errno;
        done += n > 0 ? (int)n : 0;
    }
    o->size = 0;
}

void output_write(struct output *o, const void *bytes, size_t n)
{
    const char *from = bytes;
    while (n && !o->error) {
        size_t room = sizeof(o->buffer) - (size_t)o->size, part = n < room ? n : room;
        memcpy(o->buffer + o->size, from, part);
        o->size += (int)part;
        from += part;
        n -= part;
        if (o->size == sizeof(o->buffer))
            flush(o);
    }
}

static void keep_error(struct output *o, int result)
{
    if (result < 0 && !o->error)
        o->error = errno;
}

int output_close(struct output *o)
{
    flush(o);
    if (o->temporary && !o->error)
        keep_error(o, fsync(o->fd));
    if (o->fd > STDERR_FILENO)
        keep_error(o, close(o->fd));
    if (o->temporary && !o->error)
        keep_error(o, rename(o->temporary, o->path));
    if (o->temporary && o->error)
        unlink(o->temporary);
    return o->error;
}
