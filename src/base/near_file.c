/* near_file.c - the file that was meant, when one of that name is not there.                */
#include "base/log.h"
#include "base/near.h"
#include "base/path.h"
#include "base/utf8.h"

#include <errno.h>

enum { FAR = 1000 };

/* %20 as browsers and mail programs write names; what would be no text stays.                */
static const char *decoded(struct arena *a, const char *name)
{
    char *out = arena_alloc(a, strlen(name) + 1), *to = out;
    unsigned byte;
    for (const char *s = name; *s; to++) {
        bool hex = s[0] == '%' && strspn(s + 1, "0123456789ABCDEFabcdef") >= 2 && sscanf(s + 1, "%2x", &byte) == 1;
        *to = hex ? (char)byte : *s;
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
    struct listing *f = listing_open(a, folder);
    for (const char *entry; left && (entry = listing_next(a, f)); left--) {
        int d = distance(a, plain, entry);
        if (d < best || (d < FAR && d == best && strcmp(entry, found) < 0)) { /* whatever order the folder has */
            best = d;
            found = entry;
        }
    }
    return found;
}

const char *did_you_mean_file(struct log *log, const char *root, const char *path, int error)
{
    struct arena *a = log->arena;
    const char *folder, *name = path_last(a, path, &folder), *back = strrchr(name, '\\');
    const char *in = !root ? folder : *folder == '/' || strstr(folder, "..") ? root : arena_format(a, "%s/%s", root, folder);
    char real[PATH_MAX];
    bool ours = error == ENOENT && (!root || (realpath(in, real) && path_is_below(real, root)));
    const char *found = ours ? nearest(a, in, back ? back + 1 : name) : NULL;
    if (!found || utf8_valid(path, (int)strlen(path)) != (int)strlen(path))
        return "";
    const char *words[] = { name == path ? found : arena_format(a, "%s%s", folder, found), NULL };
    return log_fill(log, log_word(log, "; có phải «{1}»?", "; did you mean '{1}'?"), words);
}

const char *log_why(struct log *log, const char *root, const char *path, int error)
{
    return arena_format(log->arena, "%s%s", log_errno(log, error), did_you_mean_file(log, root, path, error));
}
