#include "base/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static _Thread_local struct output *begun; /* those that have a temporary, the last first         */

/* What is there and is no regular file (a pipe, /dev/full) is written in place.         */
bool output_in_place(const char *path)
{
    struct stat st;
    return strcmp(path, "-") == 0 || (stat(path, &st) == 0 && !S_ISREG(st.st_mode));
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

/* It is ours when it is locked and still has its name: somebody's sweep may have come between. Where
 * there are no locks nothing is swept.                                                  */
static int open_temporary(struct arena *a, const char *path, const char **temporary)
{
    for (int i = 0; i < 100; i++) {
        struct stat st;
        char *name = arena_format(a, "%s.XXXXXX", path);
        int fd = mkostemp(name, O_CLOEXEC);
        *temporary = fd < 0 ? NULL : name;
        if (fd < 0)
            return fd;
        bool held = flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        if (!held && fstat(fd, &st) == 0 && st.st_nlink > 0)
            return fd;
        close(fd);
    }
    errno = EBUSY;
    *temporary = NULL;
    return -1;
}

void output_open(struct output *o, struct arena *a, const char *path)
{
    *o = (struct output){ .fd = STDOUT_FILENO, .given = path, .path = path };
    if (strcmp(path, "-") == 0)
        return;
    o->path = path = target(a, path);
    if (output_in_place(path)) {
        o->fd = open(path, O_WRONLY | O_CLOEXEC);
    } else {
        o->fd = open_temporary(a, path, &o->temporary);
        if (o->fd >= 0)
            fchmod(o->fd, mode_for(path));
        o->begun = begun;
        begun = o;
    }
    o->error = o->fd < 0 ? errno : 0;
}

void output_memory(struct output *o, struct buf *memory)
{
    *o = (struct output){ .fd = -1, .given = "", .path = "", .memory = memory };
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

static int synced(int fd)
{
    int result;
    while ((result = fsync(fd)) != 0 && errno == EINTR)
        ;
    return result;
}

void output_finish(struct output *o)
{
    flush(o);
    if (o->temporary && !o->unsynced && !o->error)
        keep_error(o, synced(o->fd));
    int held = o->temporary ? fcntl(o->fd, F_DUPFD_CLOEXEC, 0) : -1; /* the lock, until it has its name */
    if (o->fd > STDERR_FILENO && close(o->fd) != 0 && errno != EINTR) /* then it is closed all the same */
        keep_error(o, -1);
    o->fd = held;
}

/* Of several what was there before is kept until all have their names; where the file system
 * cannot exchange two names it is replaced at once.                                     */
static void name(struct output *o, bool several)
{
    o->exchanged = several && renameat2(AT_FDCWD, o->temporary, AT_FDCWD, o->path, RENAME_EXCHANGE) == 0;
    if (!o->exchanged)
        keep_error(o, rename(o->temporary, o->path));
}

static void unname(struct output *o)
{
    if (o->exchanged)
        renameat2(AT_FDCWD, o->temporary, AT_FDCWD, o->path, RENAME_EXCHANGE);
    else if (o->temporary)
        unlink(o->path);
}

static struct output *first_bad(struct output *o)
{
    while (o && !o->error)
        o = o->next;
    return o;
}

static void forget(const struct output *o)
{
    struct output **link = &begun;
    while (*link && *link != o)
        link = &(*link)->begun;
    if (*link)
        *link = o->begun;
}

void outputs_abandon(void)
{
    for (; begun; begun = begun->begun)
        if (begun->temporary)
            unlink(begun->temporary);
}

struct output *outputs_keep(struct output *first)
{
    struct output *bad = first_bad(first);
    for (struct output *o = first; o && !bad; o = o->next) {
        if (o->temporary)
            name(o, first->next != NULL);
        bad = o->error ? o : NULL;
        for (struct output *done = first; bad && done != bad; done = done->next)
            unname(done);
    }
    for (struct output *o = first; o; o = o->next) {
        forget(o);
        if (o->temporary && (bad || o->exchanged))
            unlink(o->temporary);
        if (o->temporary && o->fd >= 0)
            close(o->fd);
    }
    return bad;
}

/* ---- what the killed leave behind ------------------------------------------------------- */

/* NAME.pdf.Ab12Cd, of mkostemp's letters.                                                   */
static bool is_temporary(const char *name)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    static const char *const endings[] = { ".pdf", ".jsonl", ".csv" };
    size_t n = strlen(name);
    if (n < 8 || name[n - 7] != '.' || strspn(name + n - 6, letters) != 6)
        return false;
    for (int i = 0; i < LENGTH(endings); i++) {
        size_t e = strlen(endings[i]);
        if (n > 7 + e && strncmp(name + n - 7 - e, endings[i], e) == 0)
            return true;
    }
    return false;
}

void output_sweep(const char *folder)
{
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir && (e = readdir(dir));) {
        int fd = is_temporary(e->d_name) ? openat(dirfd(dir), e->d_name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) : -1;
        if (fd < 0)
            continue;
        if (flock(fd, LOCK_EX | LOCK_NB) == 0)
            unlinkat(dirfd(dir), e->d_name, 0);
        close(fd);
    }
    if (dir)
        closedir(dir);
}
