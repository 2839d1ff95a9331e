#include "write/pdf/image.h"

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

static const char *words(struct pdf *pdf, const struct image *image, const char *space, const char *more)
{
    bool lies = image->orientation > 4;
    return arena_format(pdf->arena, "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /Device%s\n"
                        "/BitsPerComponent 8%s\n", lies ? image->height : image->width, lies ? image->width : image->height,
                        space, more);
}

static const char *space(const struct image *image) { return image->channels == 1 ? "Gray" : "RGB"; }

/* Three channels are taken for YCbCr where the JPEG has no word of Adobe's about them.          */
static void put_jpeg(struct pdf *pdf, const struct pdf_image *p)
{
    const struct image *image = p->image;
    const char *more = image->plain_rgb ? " /Filter /DCTDecode /DecodeParms <</ColorTransform 0>>" : " /Filter /DCTDecode";
    object_packed(p->dict, p->dict->stream, words(pdf, image, space(image), more), image->jpeg, (size_t)image->jpeg_size);
}

static void put_pixels(struct pdf *pdf, const struct pdf_image *p)
{
    const struct image *image = p->image;
    const char *more = "";
    int n = image->width * image->height;
    if (image->alpha) {
        HPDF_Dict mask = object_stream(pdf, words(pdf, image, "Gray", ""), image->alpha, n);
        more = arena_format(pdf->arena, " /SMask %u 0 R", object_number(mask));
    }
    object_fill(pdf, p->dict, p->dict->stream, words(pdf, image, space(image), more), image->pixels, n * image->channels);
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
