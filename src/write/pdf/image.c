#include "write/pdf/image.h"

#include "write/pdf/predict.h"

#include <nettle/sha2.h>

enum { BAND = 64 };              /* rows on which the two ways of packing are tried           */

struct pdf_image {
    struct pdf_image *next;
    const struct image *image;
    HPDF_Dict dict;              /* NULL: an earlier document has the same                       */
    unsigned number;             /* its object                                                  */
};

/* What documents of one file have in common, such as a seal, by what it looks like.             */
struct old_image { struct old_image *next; unsigned char digest[SHA256_DIGEST_SIZE]; unsigned number; };

static void digest_of(const struct image *image, unsigned char digest[SHA256_DIGEST_SIZE])
{
    struct sha256_ctx hash;
    size_t area = (size_t)image->width * (size_t)image->height;
    const int kind[] = { image->width, image->height, image->channels, image->pixels != NULL, image->alpha != NULL, image->jpeg_size,
                         image->plain_rgb, image->orientation > 4 };
    sha256_init(&hash);
    sha256_update(&hash, sizeof(kind), (const uint8_t *)kind);
    if (image->jpeg)
        sha256_update(&hash, (size_t)image->jpeg_size, (const uint8_t *)image->jpeg);
    else
        sha256_update(&hash, area * (size_t)image->channels, image->pixels);
    if (image->alpha)
        sha256_update(&hash, area, image->alpha);
    sha256_digest(&hash, SHA256_DIGEST_SIZE, digest);
}

static struct old_image *old_image(struct pdf *pdf, const struct image *image)
{
    unsigned char digest[SHA256_DIGEST_SIZE];
    struct old_image *o = pdf->old_images;
    digest_of(image, digest);
    while (o && memcmp(o->digest, digest, sizeof(digest)) != 0)
        o = o->next;
    if (o)
        return o;
    o = NEW(pdf->file, struct old_image);
    *o = (struct old_image){ .next = pdf->old_images };
    memcpy(o->digest, digest, sizeof(digest));
    return pdf->old_images = o;
}

static struct pdf_image *image_new(struct pdf *pdf, const struct image *image)
{
    struct pdf_image *p = NEW(pdf->arena, struct pdf_image);
    struct old_image *o = pdf->book ? old_image(pdf, image) : NULL;
    *p = (struct pdf_image){ .image = image, .number = o ? o->number : 0 };
    if (!p->number) {
        p->dict = HPDF_DictStream_New(pdf->doc->mmgr, pdf->doc->xref);
        p->number = object_number(p->dict);
    }
    if (o)
        o->number = p->number;
    return p;
}

int image_for(struct pdf *pdf, const struct image *image)
{
    struct pdf_image **link = &pdf->images;
    int number = 1;
    for (; *link && (*link)->image != image; link = &(*link)->next)
        number++;
    if (*link)
        return number;
    *link = image_new(pdf, image);
    if (!pdf->image_dict)
        pdf->image_dict = object_dict(pdf, "");
    return number;
}

static const char *words(struct pdf *pdf, const struct image *image, int channels, const char *more)
{
    bool lies = image->orientation > 4;
    return arena_format(pdf->arena, "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /Device%s\n"
                        "/BitsPerComponent 8%s\n", lies ? image->height : image->width, lies ? image->width : image->height,
                        channels == 1 ? "Gray" : "RGB", more);
}

/* Three channels are taken for YCbCr where the JPEG has no word of Adobe's about them.          */
static void put_jpeg(struct pdf *pdf, const struct pdf_image *p)
{
    const struct image *image = p->image;
    const char *more = image->plain_rgb ? " /Filter /DCTDecode /DecodeParms <</ColorTransform 0>>" : " /Filter /DCTDecode";
    object_packed(p->dict, p->dict->stream, words(pdf, image, image->channels, more), image->jpeg, (size_t)image->jpeg_size);
}

/* Photographs are packed better by differences, drawings as they are: a band in the middle tells. */
static bool is_photograph(struct pdf *pdf, const struct image *image, const unsigned char *bytes, int channels)
{
    int row = image->width * channels, height = image->height < BAND ? image->height : BAND;
    const unsigned char *band = bytes + (size_t)((image->height - height) / 2) * (size_t)row;
    const void *packed;
    size_t plain = deflated(pdf, band, (size_t)row * (size_t)height, &packed);
    const unsigned char *predicted = predict(pdf->scratch, band, row, height, channels);
    return deflated(pdf, predicted, ((size_t)row + 1) * (size_t)height, &packed) < plain;
}

static void put_channels(struct pdf *pdf, HPDF_Dict dict, const struct image *image, const unsigned char *bytes, int channels,
                         const char *more)
{
    int row = image->width * channels;
    const char *how = words(pdf, image, channels, more);
    if (!is_photograph(pdf, image, bytes, channels)) {
        object_fill(pdf, dict, dict->stream, how, bytes, row * image->height);
        return;
    }
    how = arena_format(pdf->arena, "%s/DecodeParms <</Predictor 15 /Colors %d /Columns %d>>\n", how, channels, image->width);
    bytes = predict(pdf->scratch, bytes, row, image->height, channels);
    object_fill(pdf, dict, dict->stream, how, bytes, (row + 1) * image->height);
}

/* Part 1 knows no transparency: what is seen by half or more is opaque.                           */
static HPDF_Dict stencil(struct pdf *pdf, const struct image *image)
{
    size_t row = ((size_t)image->width + 7) / 8;
    char *bits = arena_alloc(pdf->scratch, row * (size_t)image->height);
    for (int y = 0; y < image->height; y++)
        for (int x = 0; x < image->width; x++)
            if (image->alpha[(size_t)y * (size_t)image->width + (size_t)x] < 128)
                bits[(size_t)y * row + (size_t)x / 8] = (char)(bits[(size_t)y * row + (size_t)x / 8] | 0x80 >> x % 8);
    return object_stream(pdf, arena_format(pdf->arena, "/Type /XObject /Subtype /Image /Width %d /Height %d /ImageMask true\n"
                                           "/BitsPerComponent 1\n", image->width, image->height), bits, (int)row * image->height);
}

static HPDF_Dict soft_mask(struct pdf *pdf, const struct image *image)
{
    HPDF_Dict mask = HPDF_DictStream_New(pdf->doc->mmgr, pdf->doc->xref);
    if (mask)
        put_channels(pdf, mask, image, image->alpha, 1, "");
    return mask;
}

static void put_pixels(struct pdf *pdf, const struct pdf_image *p)
{
    const char *more = "";
    if (p->image->alpha) {
        bool hard = pdf->standard == PDF_A1B;
        HPDF_Dict mask = hard ? stencil(pdf, p->image) : soft_mask(pdf, p->image);
        more = arena_format(pdf->arena, hard ? " /Mask %u 0 R" : " /SMask %u 0 R", object_number(mask));
    }
    put_channels(pdf, p->dict, p->image, p->image->pixels, p->image->channels, more);
}

void images_finish(struct pdf *pdf)
{
    struct buf names = buf_in(pdf->arena);
    int number = 1;
    for (const struct pdf_image *p = pdf->images; p && !pdf->error; p = p->next) {
        buf_format(&names, "/Im%d %u 0 R\n", number++, p->number);
        if (p->dict && p->image->jpeg)
            put_jpeg(pdf, p);
        else if (p->dict)
            put_pixels(pdf, p);
        arena_reset(pdf->scratch);
    }
    if (pdf->image_dict)
        object_words(pdf->image_dict, buf_text(&names));
}
