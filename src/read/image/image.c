/* image.c - where a picture is, whether it may be read, and which decoder is for it.        */
#include "read/image/image.h"

#include <errno.h>
#include <sys/stat.h>

/* By the real path, so that two names of one file are one picture. Faults are kept too: a
 * broken picture that stands in a thousand rows is read once.                               */
struct loaded {
    struct loaded *next;
    const char *path;
    const struct image *image;
    struct image_fault fault;
};

/* ---- where it is --------------------------------------------------------------------------- */

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
    return strncmp(path, folder, n) == 0 && (path[n] == '/' || folder[n - 1] == '/');
}

static bool fail(struct image_fault *fault, enum message id, const char *one, const char *two)
{
    *fault = (struct image_fault){ id, { fault->word[0], one, two } };
    return false;
}

/* The real path, NULL when it is not there or not ours to read.                              */
static const char *find(struct images *images, const char *from, const char *name, struct image_fault *fault)
{
    struct arena *a = images->arena;
    struct stat st;
    const char *folder = folder_of(a, from), *root = real_path(a, folder);
    const char *wanted = arena_format(a, "%s/%s", root ? root : folder, name);
    const char *path = root && !leads_out(name) ? real_path(a, wanted) : NULL;
    int error = path && stat(path, &st) == 0 ? 0 : errno;
    if (leads_out(name) || (path && !is_below(path, root) && strcmp(path, root) != 0))
        fail(fault, MSG_IMAGE_OUTSIDE, root ? root : folder, NULL);
    else if (error || !S_ISREG(st.st_mode))
        fail(fault, MSG_IMAGE_UNREADABLE, wanted, log_errno(images->log, error ? error : S_ISDIR(st.st_mode) ? EISDIR : ESPIPE));
    else
        return path;
    return NULL;
}

/* ---- what it is ------------------------------------------------------------------------------ */

bool image_too_large(struct arena *a, int64_t width, int64_t height, struct image_fault *fault)
{
    if (width * height <= MAX_IMAGE_PIXELS)
        return false;
    fail(fault, MSG_IMAGE_PIXELS, arena_format(a, "%lld", (long long)width), arena_format(a, "%lld", (long long)height));
    fault->word[3] = arena_format(a, "%d", MAX_IMAGE_PIXELS / 1000000);
    return true;
}

const struct image *image_decode(struct arena *a, const char *name, const char *bytes, int size,
                                 struct image_fault *fault)
{
    struct image *image = NEW(a, struct image);
    *fault = (struct image_fault){ .word = { name } };
    image->name = name;
    image->orientation = 1;
    bool good = false;
    if (size >= 8 && memcmp(bytes, "\x89PNG\r\n\x1A\n", 8) == 0)
        good = png_decode(a, image, bytes, size, fault);
    else if (size >= 3 && memcmp(bytes, "\xFF\xD8\xFF", 3) == 0)
        good = jpeg_decode(a, image, bytes, size, fault);
    else
        fail(fault, MSG_IMAGE_KIND, NULL, NULL);
    return good ? image : NULL;
}

static const struct image *read_file(struct images *images, const char *path, const char *name, struct image_fault *fault)
{
    struct arena *a = images->arena;
    int error = 0;
    const struct source *src = source_read(a, path, MAX_IMAGE_BYTES, &error);
    if (src)
        return image_decode(a, name, src->text, src->size, fault);
    if (error == EFBIG)
        fail(fault, MSG_IMAGE_BYTES, arena_format(a, "%d", MAX_IMAGE_BYTES >> 20), NULL);
    else
        fail(fault, MSG_IMAGE_UNREADABLE, path, log_errno(images->log, error));
    return NULL;
}

/* Once the sum is reached no more is held.                                                      */
static const struct image *counted(struct images *images, const struct image *image, struct image_fault *fault)
{
    images->pixels += image ? (int64_t)image->width * image->height : 0;
    if (!image || images->pixels <= MAX_DOCUMENT_PIXELS)
        return image;
    fail(fault, MSG_IMAGES_PIXELS, arena_format(images->arena, "%d", MAX_DOCUMENT_PIXELS / 1000000), NULL);
    return NULL;
}

const struct image *image_load(struct images *images, const char *from, const char *name,
                               struct image_fault *fault)
{
    *fault = (struct image_fault){ .word = { name } };
    const char *path = find(images, from, name, fault);
    if (!path)
        return NULL;
    struct loaded *l = images->first;
    while (l && strcmp(l->path, path) != 0)
        l = l->next;
    if (!l) {
        l = NEW(images->arena, struct loaded);
        *l = (struct loaded){ .next = images->first, .path = path, .fault.word = { name } };
        l->image = read_file(images, path, name, &l->fault);
        l->image = counted(images, l->image, &l->fault);
        images->first = l;
    }
    *fault = l->fault;
    fault->word[0] = name; /* as it is called here */
    return l->image;
}

const char *image_path(const struct images *images, int i)
{
    const struct loaded *l = images->first;
    while (l && i-- > 0)
        l = l->next;
    return l ? l->path : NULL;
}
