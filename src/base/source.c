#include "base/source.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* A regular file is read in one piece; a pipe in growing ones.                */
static char *read_all(struct arena *a, int fd, int max, int *size, int *error)
{
    struct stat st;
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        *error = EISDIR;
        return NULL;
    }
    int room = S_ISREG(st.st_mode) && st.st_size < max ? (int)st.st_size + 1 : 64 << 10;
    char *text = arena_alloc(a, (size_t)room);
    for (*size = 0;;) {
        ssize_t got = read(fd, text + *size, (size_t)(room - 1 - *size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            *error = errno;
            return NULL;
        }
        if (got == 0 && room - 1 > *size)
            return text; /* the arena's zeros end it */
        *size += (int)got;
        if (*size > max) {
            *error = EFBIG;
            return NULL;
        }
        if (*size == room - 1) {
            char more;
            ssize_t n = read(fd, &more, 1);
            if (n == 0)
                return text;
            if (n < 0)
                continue;
            text = arena_grow(a, text, room + 1, &room, 1);
            text[(*size)++] = more;
        }
    }
}

const struct source *source_read(struct arena *a, const char *path, int max, int *error)
{
    bool is_stdin = strcmp(path, "-") == 0;
    int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        *error = errno;
        return NULL;
    }
    int size;
    char *text = read_all(a, fd, max, &size, error);
    if (!is_stdin)
        close(fd);
    return text ? source_memory(a, is_stdin ? "<stdin>" : path, text, size) : NULL;
}

const struct source *source_memory(struct arena *a, const char *name, const char *text, int size)
{
    struct source *s = NEW(a, struct source);
    *s = (struct source){ .name = arena_string(a, name), .text = text, .size = size };
    return s;
}

const struct seam *source_seam(struct pos pos)
{
    const struct seam *seam = pos.src->seams->seam;
    int low = 0, high = pos.src->seams->n; /* low begins before the place, high behind it, or is none */
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (seam[middle].offset > pos.offset)
            high = middle;
        else
            low = middle;
    }
    return &seam[low];
}

struct place source_look(const struct seams *seams, const struct seam *seam, struct pos pos)
{
    const struct source *const *files = seams->of, *src = files[seam->file];
    struct place p = source_place((struct pos){ src, (int)seam->at + (seam->point ? 0 : pos.offset - seam->offset) });
    p.file = src->name;
    return p;
}

struct place source_place(struct pos pos)
{
    if (pos.src->seams)
        return pos.src->seams->look(pos.src->seams, source_seam(pos), pos);
    const char *text = pos.src->text, *at = text + pos.offset, *start = at;
    struct place p = { .line = 1 };
    for (const char *s = text; s < at; s++)
        p.line += *s == '\n';
    while (start > text && start[-1] != '\n')
        start--;
    p.column = utf8_letters(start, (int)(at - start)) + 1;
    p.line_text = start;
    p.line_size = (int)strcspn(start, "\r\n");
    return p;
}

const char *source_element(struct pos pos, int *n)
{
    if (!pos.src || pos.offset >= pos.src->size || pos.src->text[pos.offset] != '<')
        return NULL;
    const char *name = pos.src->text + pos.offset + 1;
    *n = (int)strcspn(name, " \t\r\n/>");
    return *n ? name : NULL;
}
