/* image.h - pictures that data or template name: found, judged, decoded.
 *
 * A picture lies below the folder of the file that names it, whatever `..` and symbolic
 * links say. Sizes are read before anything is allocated by them, and all of a picture is
 * decoded once, so that what goes into the PDF is known to be sound.                       */
#ifndef READ_IMAGE_H
#define READ_IMAGE_H

#include "base/image.h"
#include "base/log.h"

struct image_fault { enum message id; const char *word[4]; }; /* word[0]: the picture's name */

struct images {                  /* of one document: each is loaded once                     */
    struct arena *arena;
    struct log *log;             /* for its language and limits                              */
    struct loaded *first;
    int64_t pixels;              /* of all                                                   */
};

/* NULL: *fault says why not. `from` is the file that names the picture.                     */
const struct image *image_load(struct images *images, const char *from, const char *name,
                               struct image_fault *fault);

/* The path of the i-th that was looked for; NULL: no more.                                  */
const char *image_path(const struct images *images, int i);

/* The bytes of a file. A JPEG's become part of the image. The log gives language and limits.     */
const struct image *image_decode(struct arena *a, const struct log *log, const char *name, const char *bytes, int size,
                                 struct image_fault *fault);

/* image_png.c, image_jpeg.c                                                                 */
bool png_decode(struct arena *a, const struct log *log, struct image *image, const char *bytes, int size, struct image_fault *fault);
bool jpeg_decode(struct arena *a, const struct log *log, struct image *image, const char *bytes, int size, struct image_fault *fault);

/* image_limit.c. True: too many pixels for one picture, and *fault says so.                              */
bool image_too_large(struct arena *a, const struct log *log, int64_t width, int64_t height, struct image_fault *fault);

#endif
