#include "write/pdf/pdf.h"

#include "write/pdf/attach.h"
#include "write/pdf/book.h"
#include "write/pdf/content.h"
#include "write/pdf/font.h"
#include "write/pdf/form.h"
#include "write/pdf/icc.h"
#include "write/pdf/image.h"
#include "write/pdf/labels.h"
#include "write/pdf/link.h"
#include "write/pdf/meta.h"
#include "write/pdf/outline.h"
#include "write/pdf/over.h"
#include "write/pdf/page_tree.h"
#include "write/pdf/save.h"
#include "write/pdf/tag.h"

#include <libdeflate.h>

#if HPDF_VERSION_ID < 20300 || HPDF_VERSION_ID >= 20500
#error "made for libharu 2.3 and 2.4: it reaches into their structs"
#endif

enum { DEFLATE_LEVEL = 4 };       /* 6 makes files 4 per cent smaller, for a third more time */

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

static bool open_libharu(struct pdf *pdf)
{
    pdf->doc = HPDF_New(keep_error, pdf);
    if (!pdf->doc)
        return false;
    arena_own(pdf->file, drop_doc, pdf->doc);
    HPDF_SetCompressionMode(pdf->doc, HPDF_COMP_NONE);
    return true;
}

static struct pdf *pdf_new(struct arena *file, struct arena *document, const struct pdf_options *options, struct output *out)
{
    struct pdf *pdf = NEW(file, struct pdf);
    *pdf = (struct pdf){ .file = file, .arena = document, .scratch = arena_scratch(file), .tools = options->tools, .standard = options->standard, .over = options->over };
    if (!open_libharu(pdf))
        return NULL;
    object_keep(pdf, pdf->doc->catalog);
    page_tree_open(pdf);
    labels_open(pdf);
    save_open(pdf, out);
    return pdf;
}

static bool is_good(const struct pdf *pdf, const char **reason)
{
    if (!pdf)
        *reason = "libharu";
    else if (pdf->error)
        *reason = arena_format(pdf->file, "libharu 0x%04lX, %lu", (unsigned long)pdf->error, (unsigned long)pdf->detail);
    return pdf && !pdf->error;
}

/* ---- a document -------------------------------------------------------------------------------- */

static void write_page(struct pdf *pdf, int index)
{
    const struct page *page = &pdf->pages->page[index];
    HPDF_Page to = pdf->page[index] = page_new(pdf);
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

static void draw_pages(struct pdf *pdf, const struct pages *pages)
{
    pdf->pages = pages;
    pdf->page = NEW_N(pdf->arena, HPDF_Page, pages->n);
    tags_open(pdf);
    for (int i = 0; i < pages->n && !pdf->error; i++)
        write_page(pdf, i);
    for (int i = 0; i < pages->n && pdf->over.what != DRAW_NOTHING && !pdf->error; i++)
        over_write(pdf, i);
}

/* What can be made when all its pages are there. */
static void finish_document(struct pdf *pdf)
{
    images_finish(pdf);
    links_write(pdf);
    form_write(pdf);
    tags_finish(pdf);
    if (pdf->book)
        book_add(pdf);
    else
        outline_write(pdf);
    labels_add(pdf, page_count(pdf) - pdf->pages->n);
}

bool pdf_write(struct arena *a, const struct pages *pages, const struct pdf_options *options, struct output *out, const char **reason)
{
    struct pdf *pdf = pdf_new(a, a, options, out);
    if (pdf)
        draw_pages(pdf, pages);
    if (!is_good(pdf, reason) || !fonts_finish(pdf, reason))
        return false;
    finish_document(pdf);
    labels_finish(pdf);
    meta_write(pdf);
    if (options->data && pdf->standard == PDF_A3A)
        attach_write(pdf, options->data);
    page_tree_finish(pdf);
    if (!pdf->error)
        save_finish(pdf);
    return is_good(pdf, reason);
}

/* ---- several documents --------------------------------------------------------------------------- */

struct pdf *pdf_begin(struct arena *file, struct arena *document, const struct pdf_options *options, const char *title, struct output *out)
{
    struct pdf *pdf = pdf_new(file, document, options, out);
    if (pdf)
        book_open(pdf, title);
    return pdf;
}

/* Nothing is left of the one before but what is the file's. */
static void forget_document(struct pdf *pdf)
{
    pdf->targets = NULL;
    pdf->links = pdf->last_link = NULL;
    pdf->note_links = NULL;
    pdf->images = NULL;
    pdf->image_dict = NULL;
    tags_close(pdf);
}

bool pdf_add(struct pdf *pdf, const struct pages *pages, const char **reason)
{
    draw_pages(pdf, pages);
    if (is_good(pdf, reason))
        finish_document(pdf);
    if (is_good(pdf, reason))
        save_document(pdf);
    forget_document(pdf);
    return is_good(pdf, reason);
}

bool pdf_end(struct pdf *pdf, const char **reason)
{
    book_finish(pdf);
    if (!fonts_finish(pdf, reason))
        return false;
    labels_finish(pdf);
    meta_write(pdf);
    page_tree_finish(pdf);
    if (is_good(pdf, reason))
        save_finish(pdf);
    return is_good(pdf, reason);
}
