#include "write/pdf/image.h"

#include "write/pdf/predict.h"

enum { BAND = 64 };              /* rows on which the two ways of packing are tried           */

struct pdf_image {
    struct pdf_image *next;
    const struct image *image;
    HPDF_Dict dict;
};

int image_for(struct pdf *pdf, const struct image *image)
{
    struct pdf_image **link = &pdf->images;
    int number = 1;
    for (; *link && (*link)->image != image; link = &(*link)->next)
        number++;
    if (*link)
        return number;
    struct pdf_image *p = NEW(pdf->arena, struct pdf_image);
    *p = (struct pdf_image){ .image = image, .dict = HPDF_DictStream_New(pdf->doc->mmgr, pdf->doc->xref) };
    if (!pdf->image_dict) {
        pdf->image_dict = HPDF_Dict_New(pdf->doc->mmgr);
        HPDF_Xref_Add(pdf->doc->xref, pdf->image_dict);
    }
    HPDF_Dict_Add(pdf->image_dict, arena_format(pdf->arena, "Im%d", number), p->dict);
    *link = p;
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
    for (const struct pdf_image *p = pdf->images; p && !pdf->error; p = p->next) {
        if (p->image->jpeg)
            put_jpeg(pdf, p);
        else
            put_pixels(pdf, p);
        arena_reset(pdf->scratch);
    }
}
