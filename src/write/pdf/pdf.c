#include "write/pdf/pdf.h"

#include "write/pdf/boxes.h"
#include "write/pdf/content.h"
#include "write/pdf/font.h"
#include "write/pdf/image.h"
#include "write/pdf/link.h"
#include "write/pdf/meta.h"
#include "write/pdf/tag.h"

#include <libdeflate.h>
#include <nettle/sha2.h>

#if HPDF_VERSION_ID < 20300 || HPDF_VERSION_ID >= 20500
#error "made for libharu 2.3 and 2.4: it reaches into their structs"
#endif

enum {
    DEFLATE_LEVEL = 6,
    PAGES_IN_NODE = 50,          /* of the page tree: an array holds 32,767 at most            */
    OUTLINE_LEVELS = 8,
    ID_BYTES = 16,
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

static bool pdf_open(struct pdf *pdf)
{
    pdf->doc = HPDF_New(keep_error, pdf);
    if (!pdf->doc)
        return false;
    arena_own(pdf->arena, drop_doc, pdf->doc);
    pdf->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (!pdf->compressor)
        return false;
    arena_own(pdf->arena, drop_compressor, pdf->compressor);
    HPDF_SetCompressionMode(pdf->doc, HPDF_COMP_NONE);
    HPDF_SetPagesConfiguration(pdf->doc, PAGES_IN_NODE);
    HPDF_UseUTFEncodings(pdf->doc);
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
        HPDF_Outline o = HPDF_CreateOutline(pdf->doc, open[above], short_title(pdf, e->text), HPDF_GetEncoder(pdf->doc, "UTF-8"));
        if (!o)
            return;
        HPDF_Dict_Add(o, "Dest", destination_new(pdf, e->page, e->y));
        for (int j = level; j <= OUTLINE_LEVELS; j++)
            open[j] = j == level ? o : NULL;
    }
}

struct sink {                    /* of the file's bytes, which also give it its name            */
    struct output *out;
    struct sha256_ctx hash;
    HPDF_Binary id[2];
};

static HPDF_STATUS take_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
    struct sink *sink = stream->attr;
    sha256_update(&sink->hash, n, bytes);
    output_write(sink->out, bytes, n);
    return HPDF_OK; /* the output keeps its own error */
}

/* The trailer is written last: its /ID is made of all that stands before it.                    */
static HPDF_STATUS take_id(HPDF_Dict trailer)
{
    struct sink *sink = trailer->attr;
    HPDF_BYTE id[ID_BYTES];
    sha256_digest(&sink->hash, ID_BYTES, id);
    for (int i = 0; i < 2; i++)
        HPDF_Binary_SetValue(sink->id[i], id, ID_BYTES);
    return HPDF_OK;
}

static void add_id(HPDF_Doc doc, struct sink *sink)
{
    HPDF_BYTE none[ID_BYTES] = { 0 };
    HPDF_Array id = HPDF_Array_New(doc->mmgr);
    for (int i = 0; i < 2; i++) {
        sink->id[i] = HPDF_Binary_New(doc->mmgr, none, ID_BYTES);
        HPDF_Array_Add(id, sink->id[i]);
    }
    HPDF_Dict_Add(doc->trailer, "ID", id);
    doc->trailer->attr = sink;
    doc->trailer->before_write_fn = take_id;
}

/* libharu's own saving loses what fclose says.                                                  */
static void save(struct pdf *pdf, struct output *out)
{
    HPDF_Doc doc = pdf->doc;
    struct sink sink = { .out = out };
    HPDF_Stream stream = HPDF_CallbackWriter_New(doc->mmgr, take_bytes, &sink);
    if (!stream)
        return;
    sha256_init(&sink.hash);
    add_id(doc, &sink);
    HPDF_Dict_Add(doc->trailer, "Root", doc->catalog);
    HPDF_Dict_Add(doc->trailer, "Info", doc->info);
    HPDF_Stream_WriteStr(stream, "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n");
    HPDF_Xref_WriteToStream(doc->xref, stream, NULL);
    HPDF_Stream_Free(stream);
}

bool pdf_write(struct arena *a, const struct pages *pages, bool boxes, struct output *out, const char **reason)
{
    struct pdf *pdf = NEW(a, struct pdf);
    *pdf = (struct pdf){ .arena = a, .scratch = arena_scratch(a), .pages = pages };
    if (!pdf_open(pdf)) {
        *reason = "libharu";
        return false;
    }
    tags_open(pdf);
    for (int i = 0; i < pages->n; i++)
        write_page(pdf, i);
    for (int i = 0; i < pages->n && boxes; i++)
        boxes_write(pdf, i);
    if (!fonts_finish(pdf, reason))
        return false;
    images_finish(pdf);
    links_write(pdf);
    tags_finish(pdf);
    write_outline(pdf);
    meta_write(pdf);
    if (!pdf->error)
        save(pdf, out);
    if (pdf->error)
        *reason = arena_format(a, "libharu 0x%04lX, %lu", (unsigned long)pdf->error, (unsigned long)pdf->detail);
    return !pdf->error;
}
