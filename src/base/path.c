#include "base/path.h"

#include "base/utf8.h"

#include <dirent.h>
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

bool path_is_below(const char *path, const char *folder)
{
    size_t n = strlen(folder);
    return strcmp(path, folder) == 0 || (strncmp(path, folder, n) == 0 && (path[n] == '/' || folder[n - 1] == '/'));
}

static void listing_close(void *of)
{
    struct listing *f = of;
    if (f->dir)
        closedir(f->dir);
    f->dir = NULL;
}

struct listing *listing_open(struct arena *a, const char *path, bool folders)
{
    struct listing *f = NEW(a, struct listing);
    arena_own(a, listing_close, f);
    f->dir = opendir(path);
    f->folders = folders;
    return f;
}

const char *listing_next(struct arena *a, struct listing *f)
{
    for (const struct dirent *e; f->dir && (e = readdir(f->dir));) {
        int n = (int)strlen(e->d_name);
        if (*e->d_name != '.' && (e->d_type == DT_DIR) == f->folders && utf8_valid(e->d_name, n) == n)
            return arena_string(a, e->d_name);
    }
    listing_close(f);
    return NULL;
}

/* The name that has the same letters in a folder, though other bytes; NULL: none has.        */
static const char *look_alike(struct arena *a, const char *root, const char *name)
{
    const char *folder, *last = path_last(a, name, &folder), *letters = utf8_compose(a, last);
    struct listing *f = listing_open(a, arena_format(a, "%s/%s", root, folder), false);
    for (const char *entry; (entry = listing_next(a, f));)
        if (strcmp(utf8_compose(a, entry), letters) == 0)
            return arena_format(a, "%s%s", last == name ? "" : folder, entry);
    return NULL;
}

struct named_path path_below(struct arena *a, const char *from, const char *name)
{
    struct stat st = { 0 };
    const char *folder = folder_of(a, from), *real = real_path(a, folder);
    struct named_path p = { .root = real ? real : folder, .outside = leads_out(name) };
    p.wanted = arena_format(a, "%s/%s", p.root, name);
    const char *path = real && !p.outside ? real_path(a, p.wanted) : NULL;
    p.name = path || p.outside || errno != ENOENT ? name : look_alike(a, p.root, name);
    if (!path && p.name && p.name != name)
        path = real_path(a, arena_format(a, "%s/%s", p.root, p.name));
    else if (!p.name)
        errno = ENOENT;
    p.error = path && stat(path, &st) == 0 ? 0 : errno;
    p.outside = p.outside || (path && !path_is_below(path, real));
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
