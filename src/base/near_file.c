/* near_file.c - the file that was meant, when one of that name is not there.                */
#include "base/log.h"
#include "base/near.h"
#include "base/path.h"
#include "base/utf8.h"

#include <errno.h>
#include <sys/stat.h>

enum { FAR = 1000 };

/* %20 as browsers and mail programs write names; what would be no text stays.                */
static const char *decoded(struct arena *a, const char *name)
{
    char *out = arena_alloc(a, strlen(name) + 1), *to = out;
    for (const char *s = name; *s; to++) {
        bool hex = s[0] == '%' && strspn(s + 1, "0123456789ABCDEFabcdef") >= 2;
        *to = hex ? (char)strtoul((const char[]){ s[1], s[2], '\0' }, NULL, 16) : *s;
        s += hex ? 3 : 1;
    }
    *to = '\0';
    return utf8_valid(out, (int)(to - out)) == to - out && strlen(out) == (size_t)(to - out) ? out : name;
}

static const char *stem(struct arena *a, const char *plain)
{
    const char *dot = strrchr(plain, '.');
    return dot && dot != plain ? arena_copy(a, plain, (size_t)(dot - plain)) : plain;
}

/* How far a file's name is from the wanted one; the ending alone is often wrong or not there.         */
static int distance(struct arena *a, const char *plain, const char *entry)
{
    enum { SHORT = 4 };
    const char *other = utf8_plain(a, entry);
    int d = near_distance(plain, other);
    bool same = strcmp(stem(a, plain), stem(a, other)) == 0;
    return same ? d != 0 : strlen(stem(a, plain)) >= SHORT && d <= 2 ? 1 + d : FAR;
}

static const char *nearest(struct arena *a, const char *folder, const char *name)
{
    int best = FAR, left = MOST_NAMES;
    const char *found = NULL, *plain = utf8_plain(a, decoded(a, name));
    struct listing *f = listing_open(a, folder, false);
    for (const char *entry; left && (entry = listing_next(a, f)); left--) {
        int d = distance(a, plain, entry);
        if (d < best || (d < FAR && d == best && strcmp(entry, found) < 0)) { /* whatever order the folder has */
            best = d;
            found = entry;
        }
    }
    return found;
}

/* One step of a path: the folder of that name, or with nearly its letters.                           */
static const char *folder_near(struct arena *a, const char *in, const char *name)
{
    struct stat st;
    const char *plain = utf8_plain(a, decoded(a, name)), *found = NULL;
    if (stat(arena_format(a, "%s/%s", in, name), &st) == 0 && S_ISDIR(st.st_mode))
        return name;
    struct listing *f = listing_open(a, in, true);
    for (const char *entry; !found && (entry = listing_next(a, f));)
        if (strcmp(utf8_plain(a, entry), plain) == 0)
            found = entry;
    return found;
}

/* C:\anh\so-do.png as from the folder, its slashes all of one kind. NULL: it is not below.         */
static const char *walk(struct arena *a, const char *root, const char *path)
{
    const char *at = "";
    for (const char *end; (end = strpbrk(path, "/\\")); path = end + 1) {
        const char *step = arena_copy(a, path, (size_t)(end - path));
        if (strcmp(step, "..") == 0)
            return NULL;
        step = *step && strcmp(step, ".") != 0 ? folder_near(a, arena_format(a, "%s/%s", root, at), step) : "";
        if (!step)
            return NULL;
        at = *step ? arena_format(a, "%s%s/", at, step) : at;
    }
    const char *in = arena_format(a, "%s/%s", root, at), *found = NULL;
    char real[PATH_MAX];
    if (realpath(in, real) && path_is_below(real, root))
        found = nearest(a, in, path);
    return found ? arena_format(a, "%s%s", at, found) : NULL;
}

/* Below the root its end alone may be right: the folders before it were another machine's.           */
static const char *below(struct arena *a, const char *root, const char *path)
{
    const char *found = walk(a, root, path);
    for (const char *s = path; !found && (s = strpbrk(s, "/\\"));)
        found = walk(a, root, ++s);
    return found;
}

static const char *beside(struct arena *a, const char *path)
{
    const char *folder, *name = path_last(a, path, &folder), *found = nearest(a, folder, name);
    return found && name != path ? arena_format(a, "%s%s", folder, found) : found;
}

const char *did_you_mean_file(struct log *log, const char *root, const char *path, int error)
{
    bool text = utf8_valid(path, (int)strlen(path)) == (int)strlen(path);
    const char *found = error != ENOENT || !text ? NULL : root ? below(log->arena, root, path) : beside(log->arena, path);
    return found ? log_sentence(log, "; có phải «{1}»?", "; did you mean '{1}'?", found) : "";
}

const char *log_why(struct log *log, const char *root, const char *path, int error)
{
    return arena_format(log->arena, "%s%s", log_errno(log, error), did_you_mean_file(log, root, path, error));
}
