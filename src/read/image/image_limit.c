/* image_limit.c - how many pixels a picture may have, asked before room is made for them.      */
#include "read/image/image.h"

bool image_too_large(struct arena *a, const struct log *log, int64_t width, int64_t height, struct image_fault *fault)
{
    if (width * height <= log_limit(log, LIMIT_PICTURE_PIXELS))
        return false;
    *fault = (struct image_fault){ MSG_IMAGE_PIXELS, { fault->word[0], arena_format(a, "%lld", (long long)width),
                                                       arena_format(a, "%lld", (long long)height), limit_text(log, LIMIT_PICTURE_PIXELS) } };
    return true;
}
