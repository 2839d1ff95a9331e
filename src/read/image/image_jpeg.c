/* image_jpeg.c - libjpeg judges, and the bytes go into the PDF as they are.
 *
 * libjpeg leaves by longjmp: it lands in judge(), which has no arena and no other library
 * above it, so that every way out passes jpeg_destroy_decompress.                            */
#include "read/image/image.h"

#include <jpeglib.h>
#include <setjmp.h>

struct judge {
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf out;
    struct jpeg_decompress_struct jpeg;
    enum { SOUND, BROKEN, TOO_LARGE, OTHER_KIND } found;
    int orientation;
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

/* ---- which way up: a telephone says it in Exif (TIFF 6.0, one directory of 12-byte entries) ----- */

struct exif { const unsigned char *bytes; unsigned n; bool little; };

static unsigned number(const struct exif *e, unsigned at, unsigned size)
{
    unsigned n = 0;
    for (unsigned i = 0; i < size && at < e->n && size <= e->n - at; i++)
        n |= (unsigned)e->bytes[at + i] << 8 * (e->little ? i : size - 1 - i);
    return n;
}

static int orientation_in(const struct exif *e)
{
    enum { ENTRY = 12, ORIENTATION = 0x0112, VALUE = 8 };
    unsigned directory = number(e, 4, 4), entries = number(e, directory, 2);
    for (unsigned i = 0; i < entries && directory < e->n; i++) {
        unsigned entry = directory + 2 + i * ENTRY, value = number(e, entry + VALUE, 2);
        if (number(e, entry, 2) == ORIENTATION)
            return value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}

static int orientation(const struct jpeg_decompress_struct *jpeg)
{
    for (const struct jpeg_marker_struct *m = jpeg->marker_list; m; m = m->next)
        if (m->marker == JPEG_APP0 + 1 && m->data_length > 6 && memcmp(m->data, "Exif\0\0", 6) == 0)
            return orientation_in(&(struct exif){ m->data + 6, m->data_length - 6, m->data[6] == 'I' });
    return 1;
}

/* ---- judging ---------------------------------------------------------------------------------------- */

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

static void judge(struct judge *j, const char *bytes, int size, int64_t most_pixels)
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
        jpeg_save_markers(&j->jpeg, JPEG_APP0 + 1, 0xFFFF);
        jpeg_read_header(&j->jpeg, TRUE);
        j->orientation = orientation(&j->jpeg);
        if ((int64_t)j->jpeg.image_width * j->jpeg.image_height > most_pixels)
            j->found = TOO_LARGE;
        else if (is_usable(j))
            decode(&j->jpeg);
    }
    jpeg_destroy_decompress(&j->jpeg);
}

bool jpeg_decode(struct arena *a, const struct log *log, struct image *image, const char *bytes, int size, struct image_fault *fault)
{
    struct judge *j = NEW(a, struct judge);
    judge(j, bytes, size, log_limit(log, LIMIT_PICTURE_PIXELS));
    bool lies = j->orientation > 4;
    image->width = (int)(lies ? j->jpeg.image_height : j->jpeg.image_width);
    image->height = (int)(lies ? j->jpeg.image_width : j->jpeg.image_height);
    image->orientation = j->orientation;
    image->channels = j->jpeg.num_components;
    image->plain_rgb = j->jpeg.jpeg_color_space == JCS_RGB;
    image->jpeg = bytes;
    image->jpeg_size = size;
    if (j->found == TOO_LARGE)
        return !image_too_large(a, log, image->width, image->height, fault);
    fault->id = j->found == OTHER_KIND ? MSG_IMAGE_COLOURS : MSG_IMAGE_BROKEN;
    fault->word[1] = j->word;
    return j->found == SOUND;
}
