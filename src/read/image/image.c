/* image.c - where a picture is, whether it may be read, and which decoder is for it.        */
#include "read/image/image.h"

#include "base/path.h"

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

static bool fail(struct image_fault *fault, enum message id, const char *one, const char *two)
{
    *fault = (struct image_fault){ id, { fault->word[0], one, two } };
    return false;
}

/* The real path, NULL when it is not there or not ours to read.                              */
static const char *find(struct images *images, const char *from, const char *name, struct image_fault *fault)
{
    const struct named_path p = path_below(images->arena, from, name);
    if (p.outside)
        fail(fault, MSG_IMAGE_OUTSIDE, p.root, NULL);
    else if (!p.path)
        fail(fault, MSG_IMAGE_UNREADABLE, p.wanted, log_why(images->log, p.root, name, p.error));
    return p.path;
}

/* ---- what it is ------------------------------------------------------------------------------ */

const struct image *image_decode(struct arena *a, const struct log *log, const char *name, const char *bytes, int size,
                                 struct image_fault *fault)
{
    struct image *image = NEW(a, struct image);
    *fault = (struct image_fault){ .word = { name } };
    image->name = name;
    image->orientation = 1;
    bool good = false;
    if (size >= 8 && memcmp(bytes, "\x89PNG\r\n\x1A\n", 8) == 0)
        good = png_decode(a, log, image, bytes, size, fault);
    else if (size >= 3 && memcmp(bytes, "\xFF\xD8\xFF", 3) == 0)
        good = jpeg_decode(a, log, image, bytes, size, fault);
    else
        fail(fault, MSG_IMAGE_KIND, NULL, NULL);
    return good ? image : NULL;
}

static const struct image *read_file(struct images *images, const char *path, const char *name, struct image_fault *fault)
{
    struct arena *a = images->arena;
    int error = 0;
    const struct source *src = source_read(a, path, (int)log_limit(images->log, LIMIT_PICTURE_BYTES), &error);
    if (src)
        return image_decode(a, images->log, name, src->text, src->size, fault);
    if (error == EFBIG)
        fail(fault, MSG_IMAGE_BYTES, limit_text(images->log, LIMIT_PICTURE_BYTES), NULL);
    else
        fail(fault, MSG_IMAGE_UNREADABLE, path, log_errno(images->log, error));
    return NULL;
}

/* Once the sum is reached no more is read.                                                      */
static const struct image *read_counted(struct images *images, const char *path, const char *name, struct image_fault *fault)
{
    int64_t most = log_limit(images->log, LIMIT_PICTURES_PIXELS);
    const struct image *image = images->pixels <= most ? read_file(images, path, name, fault) : NULL;
    images->pixels += image ? (int64_t)image->width * image->height : 0;
    if (images->pixels <= most)
        return image;
    fail(fault, MSG_IMAGES_PIXELS, limit_text(images->log, LIMIT_PICTURES_PIXELS), NULL);
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
        l->image = read_counted(images, path, name, &l->fault);
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
