/* image.h - a picture as both hinges carry it: pixels, or the bytes of a JPEG that is
 * embedded as it is. read/image made it, and nothing after that looks into a file.     */
#ifndef BASE_IMAGE_H
#define BASE_IMAGE_H

#include "base/base.h"

struct image {
    const char *name;            /* of its file, as the data or the template gives it  */
    int width, height;           /* in pixels, as it is seen                           */
    int channels;                /* 1: gray, 3: red, green, blue; 8 bits each           */
    const unsigned char *pixels; /* rows from the top; NULL: a JPEG                     */
    const unsigned char *alpha;  /* one byte a pixel, NULL: opaque                      */
    const char *jpeg;
    int jpeg_size;
    bool plain_rgb;              /* a JPEG whose channels are not YCbCr                  */
    int orientation;             /* of what is stored, 1 to 8 as in Exif; 1: as it is seen */
};

/* Where the sides of the unit square go, y upwards, by orientation: the matrix that turns what is
 * stored into what is seen.                                                             */
extern const signed char image_turns[9][6];

#endif
