/* image_jpeg.c - libjpeg judges, and the bytes go into the PDF as they are.
 *
 * libjpeg leaves by longjmp: it lands in judge(), which has no arena and no other library
 * above it, so that every way out passes jpeg_destroy_decompress.                            */
#include "read/image.h"

#include <jpeglib.h>
#include <setjmp.h>

struct judge {
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf out;
    struct jpeg_decompress_struct jpeg;
    enum { SOUND, BROKEN, TOO_LARGE, OTHER_KIND } found;
    char word[JMSG_LENGTH_MAX];
};

/* What goes wrong with such a file is never more than a warning to libjpeg: a picture that
 * ends half way is filled up with gray.                                                       */
static void leave(j_common_ptr jpeg)
{
    struct judge *j = jpeg->client_data;
    j->errors.format_message(jpeg, j->word);
    j->found = BROKEN;
    longjmp(j->out, 1);
}

static void hear(j_common_ptr jpeg, int level)
{
    if (level < 0)
        leave(jpeg);
}

static void watch(j_common_ptr jpeg)
{
    struct judge *j = jpeg->client_data;
    if (j->jpeg.input_scan_number <= MAX_JPEG_SCANS)
        return;
    snprintf(j->word, sizeof(j->word), "%d scans", j->jpeg.input_scan_number);
    j->found = BROKEN;
    longjmp(j->out, 1);
}

static bool is_usable(struct judge *j)
{
    const struct jpeg_decompress_struct *jpeg = &j->jpeg;
    bool colours = jpeg->jpeg_color_space == JCS_GRAYSCALE || jpeg->jpeg_color_space == JCS_YCbCr ||
                   jpeg->jpeg_color_space == JCS_RGB;
    if (colours && !jpeg->arith_code)
        return true;
    j->found = OTHER_KIND;
    if (jpeg->arith_code)
        snprintf(j->word, sizeof(j->word), "arithmetic coding");
    else if (jpeg->num_components == 4)
        snprintf(j->word, sizeof(j->word), "CMYK");
    else
        snprintf(j->word, sizeof(j->word), "%d x 8 bit", jpeg->num_components);
    return false;
}

/* All of the entropy-coded data is read; of each block only its mean is worked out.             */
static void decode(struct jpeg_decompress_struct *jpeg)
{
    jpeg->scale_num = 1;
    jpeg->scale_denom = 8;
    jpeg_start_decompress(jpeg);
    JSAMPARRAY row = jpeg->mem->alloc_sarray((j_common_ptr)jpeg, JPOOL_IMAGE,
                                             jpeg->output_width * (JDIMENSION)jpeg->output_components, 1);
    while (jpeg->output_scanline < jpeg->output_height)
        jpeg_read_scanlines(jpeg, row, 1);
    jpeg_finish_decompress(jpeg);
}

static void judge(struct judge *j, const char *bytes, int size)
{
    j->jpeg.err = jpeg_std_error(&j->errors);
    j->errors.error_exit = leave;
    j->errors.emit_message = hear;
    j->progress.progress_monitor = watch;
    j->jpeg.client_data = j;
    if (setjmp(j->out) == 0) {
        jpeg_create_decompress(&j->jpeg);
        j->jpeg.progress = &j->progress;
        jpeg_mem_src(&j->jpeg, (const unsigned char *)bytes, (unsigned long)size);
        jpeg_read_header(&j->jpeg, TRUE);
        if ((int64_t)j->jpeg.image_width * j->jpeg.image_height > MAX_IMAGE_PIXELS)
            j->found = TOO_LARGE;
        else if (is_usable(j))
            decode(&j->jpeg);
    }
    jpeg_destroy_decompress(&j->jpeg);
}

bool jpeg_decode(struct arena *a, struct image *image, const char *bytes, int size, struct image_fault *fault)
{
    struct judge *j = NEW(a, struct judge);
    judge(j, bytes, size);
    image->width = (int)j->jpeg.image_width;
    image->height = (int)j->jpeg.image_height;
    image->channels = j->jpeg.num_components;
    image->plain_rgb = j->jpeg.jpeg_color_space == JCS_RGB;
    image->jpeg = bytes;
    image->jpeg_size = size;
    if (j->found == TOO_LARGE)
        return !image_too_large(a, image->width, image->height, fault);
    fault->id = j->found == OTHER_KIND ? MSG_IMAGE_COLOURS : MSG_IMAGE_BROKEN;
    fault->word[1] = j->word;
    return j->found == SOUND;
}
