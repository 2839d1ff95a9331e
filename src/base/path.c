#include "base/path.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static const char *folder_of(struct arena *a, const char *file)
{
    const char *slash = strrchr(file, '/');
    return !slash ? "." : slash == file ? "/" : arena_copy(a, file, (size_t)(slash - file));
}

/* By the words alone, before the file system is asked: an answer would tell a stranger what
 * there is outside.                                                                          */
static bool leads_out(const char *name)
{
    int depth = 0;
    if (*name == '/' || strstr(name, "://") || strncmp(name, "data:", 5) == 0)
        return true;
    for (const char *s = name; *s && depth >= 0;) {
        size_t n = strcspn(s, "/");
        depth += n == 2 && memcmp(s, "..", 2) == 0 ? -1 : n && !(n == 1 && *s == '.');
        s += n + (s[n] == '/');
    }
    return depth < 0;
}

static const char *real_path(struct arena *a, const char *path)
{
    char real[PATH_MAX];
    return realpath(path, real) ? arena_string(a, real) : NULL;
}

static bool is_below(const char *path, const char *folder)
{
    size_t n = strlen(folder);
    return strcmp(path, folder) == 0 || (strncmp(path, folder, n) == 0 && (path[n] == '/' || folder[n - 1] == '/'));
}

struct named_path path_below(struct arena *a, const char *from, const char *name)
{
    struct stat st = { 0 };
    const char *folder = folder_of(a, from), *real = real_path(a, folder);
    struct named_path p = { .root = real ? real : folder, .outside = leads_out(name) };
    p.wanted = arena_format(a, "%s/%s", p.root, name);
    const char *path = real && !p.outside ? real_path(a, p.wanted) : NULL;
    p.error = path && stat(path, &st) == 0 ? 0 : errno;
    p.outside = p.outside || (path && !is_below(path, real));
    if (!p.error && !S_ISREG(st.st_mode))
        p.error = S_ISDIR(st.st_mode) ? EISDIR : ESPIPE;
    p.path = p.outside || p.error ? NULL : path;
    return p;
}

bool path_is_same_file(const char *a, const char *b)
{
    struct stat x, y;
    return a && b && stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

const char *path_last(struct arena *a, const char *path, const char **folder)
{
    const char *slash = strrchr(path, '/');
    *folder = slash ? arena_copy(a, path, (size_t)(slash + 1 - path)) : ".";
    return slash ? slash + 1 : path;
}
