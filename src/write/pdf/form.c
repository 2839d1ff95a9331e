#include "write/pdf/form.h"

#include "write/pdf/tag.h"

enum { ANNOTATION_FLAGS = 4 | 128 }; /* printed; neither moved nor removed (ISO 32000-1, table 165) */

/* Nothing is to be seen of it until it is signed. */
static HPDF_Dict appearance(struct pdf *pdf, const struct page_field *f)
{
    struct buf b = buf_in(pdf->arena);
    buf_str(&b, "/Type/XObject/Subtype/Form/Resources<<>>/BBox[0 0 ");
    put_hundredths(&b, (int)(f->width / 10));
    buf_char(&b, ' ');
    put_hundredths(&b, (int)(f->height / 10));
    buf_str(&b, "]\n");
    return object_plain(pdf, buf_text(&b), "", 0);
}

static HPDF_Dict widget(struct pdf *pdf, const struct page_field *f)
{
    struct buf b = buf_in(pdf->arena);
    const len height = pdf->pages->page[f->page].height;
    const len corner[4] = { f->x, height - f->y - f->height, f->x + f->width, height - f->y };
    HPDF_Dict own = object_dict(pdf, "");
    buf_format(&b, "/Type/Annot/Subtype/Widget/FT/Sig/T(%s)/TU", f->id);
    put_text(&b, f->title && *f->title ? f->title : f->name && *f->name ? f->name : f->id);
    buf_format(&b, "/F %d/P %u 0 R/MK<<>>/AP<</N %u 0 R>>", ANNOTATION_FLAGS, object_number(pdf->page[f->page]), object_number(appearance(pdf, f)));
    tag_annotation(pdf, tag_of_field(pdf, f), own, f->page, &b);
    buf_str(&b, "/Rect[");
    for (int i = 0; i < 4; i++) {
        put_hundredths(&b, (int)(corner[i] / 10));
        buf_char(&b, ' ');
    }
    buf_str(&b, "]\n");
    own->attr = (void *)buf_text(&b);
    object_annotate(pdf, f->page, own);
    return own;
}

void form_write(struct pdf *pdf)
{
    struct buf b = buf_in(pdf->arena);
    buf_str(&b, "/SigFlags 1/Fields[");
    int n = 0;
    for (int i = 0; i < pdf->pages->n_fields && !pdf->pages->paper && !pdf->book; i++)
        if (page_field_is_signed(&pdf->pages->fields[i])) {
            buf_format(&b, "%u 0 R ", object_number(widget(pdf, &pdf->pages->fields[i])));
            n++;
        }
    buf_str(&b, "]\n");
    if (n)
        HPDF_Dict_Add(pdf->doc->catalog, "AcroForm", object_dict(pdf, buf_text(&b)));
}
