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
    *s = (struct source){ .name = arena_string(a, name), .text = text, .size = size, .marks = source_marks(a) };
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

/* ---- lines and columns ------------------------------------------------------------- */

enum { STEP = 512 };             /* bytes from mark to mark                      */

struct mark {
    int line, column;            /* of the letter behind it                      */
    int start, end;              /* of the line as it is shown; end 0: not known */
};

struct source_marks {
    struct arena *arena;
    struct mark *mark;           /* at each STEP of the text; NULL: not asked yet */
};

struct source_marks *source_marks(struct arena *a)
{
    struct source_marks *marks = NEW(a, struct source_marks);
    marks->arena = a;
    return marks;
}

static struct mark walk(const char *text, struct mark m, int from, int to)
{
    const char *last = memrchr(text + from, '\n', (size_t)(to - from));
    if (last) {
        for (const char *s = text + from; s <= last; s++)
            m.line += *s == '\n';
        from = (int)(last - text) + 1;
        m = (struct mark){ .line = m.line, .column = 1, .start = from };
    }
    m.column += utf8_letters(text + from, to - from);
    return m;
}

static int end_of_line(const char *text, int start) { return start + (int)strcspn(text + start, "\r\n"); }

/* A line that several marks stand in is gone through once.                     */
static void set_marks(const struct source *src, struct mark *mark)
{
    struct mark m = { .line = 1, .column = 1, .end = end_of_line(src->text, 0) };
    for (int i = 0, n = src->size / STEP;; i++) {
        mark[i] = m;
        if (i == n)
            return;
        m = walk(src->text, m, i * STEP, (i + 1) * STEP);
        if (m.start != mark[i].start)
            m.end = end_of_line(src->text, m.start);
    }
}

/* NULL: there is no room for them.                                             */
static const struct mark *marks_of(const struct source *src)
{
    struct source_marks *marks = src->marks;
    if (marks && !marks->mark) {
        marks->mark = arena_try(marks->arena, ((size_t)src->size / STEP + 1) * sizeof(struct mark));
        if (marks->mark)
            set_marks(src, marks->mark);
    }
    return marks ? marks->mark : NULL;
}

static struct mark mark_at(const struct source *src, int offset)
{
    const struct mark *mark = marks_of(src);
    int to = offset < src->size ? offset : src->size, i = mark ? to / STEP : 0;
    struct mark m = walk(src->text, mark ? mark[i] : (struct mark){ .line = 1, .column = 1 }, i * STEP, to);
    if (!m.end)
        m.end = mark && i < src->size / STEP && mark[i + 1].start == m.start ? mark[i + 1].end : end_of_line(src->text, m.start);
    return m;
}

int source_line(const struct source *src, int offset) { return mark_at(src, offset).line; }

struct place source_place(struct pos pos)
{
    if (pos.src->seams)
        return pos.src->seams->look(pos.src->seams, source_seam(pos), pos);
    const struct mark m = mark_at(pos.src, pos.offset);
    return (struct place){ .line = m.line, .column = m.column, .line_text = pos.src->text + m.start, .line_size = m.end - m.start };
}

const char *source_element(struct pos pos, int *n)
{
    if (!pos.src || pos.offset >= pos.src->size || pos.src->text[pos.offset] != '<')
        return NULL;
    const char *name = pos.src->text + pos.offset + 1;
    *n = (int)strcspn(name, " \t\r\n/>");
    return *n ? name : NULL;
}
