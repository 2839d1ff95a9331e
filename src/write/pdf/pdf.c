#include "write/pdf/pdf.h"

#include "write/pdf/attach.h"
#include "write/pdf/boxes.h"
#include "write/pdf/content.h"
#include "write/pdf/font.h"
#include "write/pdf/form.h"
#include "write/pdf/icc.h"
#include "write/pdf/image.h"
#include "write/pdf/link.h"
#include "write/pdf/measure.h"
#include "write/pdf/meta.h"
#include "write/pdf/save.h"
#include "write/pdf/tag.h"

#include <libdeflate.h>

#if HPDF_VERSION_ID < 20300 || HPDF_VERSION_ID >= 20500
#error "made for libharu 2.3 and 2.4: it reaches into their structs"
#endif

enum {
    DEFLATE_LEVEL = 6,
    PAGES_IN_NODE = 50,          /* of the page tree: an array holds 32,767 at most            */
    OUTLINE_LEVELS = 8,
};

static void keep_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
    struct pdf *pdf = user;
    if (pdf->error)
        return;
    pdf->error = error;
    pdf->detail = detail;
}

static void drop_doc(void *doc) { HPDF_Free(doc); }
static void drop_compressor(void *compressor) { libdeflate_free_compressor(compressor); }

struct pdf_tools *pdf_tools_new(struct arena *a)
{
    struct pdf_tools *t = NEW(a, struct pdf_tools);
    t->arena = a;
    t->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (!t->compressor)
        arena_no_memory(a);
    arena_own(a, drop_compressor, t->compressor);
    size_t room = libdeflate_zlib_compress_bound(t->compressor, ICC_BYTES);
    void *packed = arena_alloc(a, room);
    t->profile = (struct packed){ packed, (int)libdeflate_zlib_compress(t->compressor, icc_srgb(a), ICC_BYTES, packed, room) };
    return t;
}

static bool pdf_open(struct pdf *pdf)
{
    pdf->doc = HPDF_New(keep_error, pdf);
    if (!pdf->doc)
        return false;
    arena_own(pdf->arena, drop_doc, pdf->doc);
    HPDF_SetCompressionMode(pdf->doc, HPDF_COMP_NONE);
    HPDF_SetPagesConfiguration(pdf->doc, PAGES_IN_NODE);
    return true;
}

static void write_page(struct pdf *pdf, int index)
{
    const struct page *page = &pdf->pages->page[index];
    HPDF_Page to = HPDF_AddPage(pdf->doc);
    if (!to)
        return;
    HPDF_Page_SetWidth(to, (HPDF_REAL)(page->width / 1000.0));
    HPDF_Page_SetHeight(to, (HPDF_REAL)(page->height / 1000.0));
    content_write(pdf, index, to);
    HPDF_Dict resources = HPDF_Page_GetInheritableItem(to, "Resources", HPDF_OCLASS_DICT);
    if (resources && pdf->font_dict)
        HPDF_Dict_Add(resources, "Font", pdf->font_dict);
    if (resources && pdf->image_dict)
        HPDF_Dict_Add(resources, "XObject", pdf->image_dict);
}

static void write_outline(struct pdf *pdf)
{
    HPDF_Outline open[OUTLINE_LEVELS + 1] = { NULL };
    for (int i = 0; i < pdf->pages->n_outline; i++) {
        const struct outline_entry *e = &pdf->pages->outline[i];
        int level = e->level < OUTLINE_LEVELS ? e->level : OUTLINE_LEVELS, above = level - 1;
        while (above > 0 && !open[above])
            above--;
        HPDF_Outline o = HPDF_CreateOutline(pdf->doc, open[above], "", NULL);
        if (!o)
            return;
        HPDF_Dict_Add(o, "Title", text_string(pdf, short_title(pdf, e->text)));
        HPDF_Dict_Add(o, "Dest", destination_new(pdf, e->page, e->y));
        for (int j = level; j <= OUTLINE_LEVELS; j++)
            open[j] = j == level ? o : NULL;
    }
}

/* Where pages are numbered anew, or otherwise. Readers count 1, 2, ... by themselves.              */
static void write_labels(struct pdf *pdf)
{
    struct buf b = buf_in(pdf->arena);
    bool plain = true;
    buf_str(&b, "/Nums [");
    for (int i = 0; i < pdf->pages->n; i++) {
        const struct page *p = &pdf->pages->page[i], *above = i ? p - 1 : NULL;
        plain = plain && p->number == i + 1 && !p->label;
        if (above && p->number == above->number + 1 && p->label == above->label)
            continue;
        buf_format(&b, "%d <</S /D /St %d", i, p->number);
        if (p->label) {
            buf_str(&b, " /P ");
            put_text(&b, p->label);
        }
        buf_str(&b, ">>\n");
    }
    buf_str(&b, "]\n");
    if (!plain)
        HPDF_Dict_Add(pdf->doc->catalog, "PageLabels", object_dict(pdf, buf_text(&b)));
}

static void draw_over(struct pdf *pdf, int page, struct drawing over)
{
    struct overlay o = overlay_begin(pdf, page);
    if (over.what == DRAW_BOXES)
        boxes_draw(&o);
    else
        measure_draw(&o, over.lang);
    overlay_end(&o);
}

bool pdf_write(struct arena *a, const struct pages *pages, const struct pdf_options *options, struct output *out, const char **reason)
{
    struct pdf *pdf = NEW(a, struct pdf);
    *pdf = (struct pdf){ .arena = a, .scratch = arena_scratch(a), .pages = pages, .tools = options->tools, .standard = options->standard };
    if (!pdf_open(pdf)) {
        *reason = "libharu";
        return false;
    }
    tags_open(pdf);
    for (int i = 0; i < pages->n; i++)
        write_page(pdf, i);
    for (int i = 0; i < pages->n && options->over.what != DRAW_NOTHING; i++)
        draw_over(pdf, i, options->over);
    if (!fonts_finish(pdf, reason))
        return false;
    images_finish(pdf);
    links_write(pdf);
    form_write(pdf);
    tags_finish(pdf);
    write_outline(pdf);
    write_labels(pdf);
    meta_write(pdf);
    if (options->data && pdf->standard == PDF_A3A)
        attach_write(pdf, options->data);
    if (!pdf->error)
        pdf_save(pdf, out);
    if (pdf->error)
        *reason = arena_format(a, "libharu 0x%04lX, %lu", (unsigned long)pdf->error, (unsigned long)pdf->detail);
    return !pdf->error;
}
