/* image_png.c - libpng's simplified interface: it needs no setjmp, and makes 8 bits of
 * whatever a PNG holds.                                                                      */
#include "read/image/image.h"

#include <png.h>

static void drop_png(void *png) { png_image_free(png); }

static bool broken(struct arena *a, const png_image *png, struct image_fault *fault)
{
    fault->id = MSG_IMAGE_BROKEN;
    fault->word[1] = arena_string(a, png->message);
    return false;
}

/* RGBA, RGBA... into RGB, RGB... (or gray) and alpha apart.                                   */
static void part_alpha(struct arena *a, struct image *image, const unsigned char *mixed)
{
    int n = image->width * image->height, channels = image->channels;
    unsigned char *pixels = arena_alloc(a, (size_t)n * channels), *alpha = arena_alloc(a, (size_t)n), all = 0xFF;
    image->pixels = pixels;
    for (int i = 0; i < n; i++, mixed += channels + 1) {
        memcpy(pixels + (size_t)i * channels, mixed, channels);
        alpha[i] = mixed[channels];
        all &= alpha[i];
    }
    image->alpha = all == 0xFF ? NULL : alpha;
}

static bool read_pixels(struct arena *a, struct arena *scratch, png_image *png, struct image *image)
{
    bool colour = png->format & PNG_FORMAT_FLAG_COLOR, alpha = png->format & PNG_FORMAT_FLAG_ALPHA;
    image->width = (int)png->width;
    image->height = (int)png->height;
    image->channels = colour ? 3 : 1;
    png->format = (colour ? PNG_FORMAT_FLAG_COLOR : 0) | (alpha ? PNG_FORMAT_FLAG_ALPHA : 0);
    png->flags |= PNG_IMAGE_FLAG_16BIT_sRGB; /* else 16 bits would be taken for linear light   */
    unsigned char *pixels = arena_alloc(alpha ? scratch : a, PNG_IMAGE_SIZE(*png));
    image->pixels = pixels;
    if (!png_image_finish_read(png, NULL, pixels, 0, NULL))
        return false;
    if (alpha)
        part_alpha(a, image, pixels);
    return true;
}

/* The arena ends what libpng holds, should memory run out between its two calls.              */
bool png_decode(struct arena *a, const struct log *log, struct image *image, const char *bytes, int size, struct image_fault *fault)
{
    png_image *png = NEW(a, png_image);
    struct arena *scratch = arena_scratch(a);
    arena_own(a, drop_png, png);
    png->version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(png, bytes, (size_t)size))
        return broken(a, png, fault);
    if (image_too_large(a, log, png->width, png->height, fault)) {
        png_image_free(png);
        return false;
    }
    bool good = read_pixels(a, scratch, png, image);
    arena_free(scratch);
    return good || broken(a, png, fault);
}
