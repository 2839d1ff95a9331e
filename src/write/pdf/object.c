#include "write/pdf/object.h"

#include "base/utf8.h"

#include <libdeflate.h>

enum { TITLE_MOST = 500 };
enum { UNITS_MOST = STRING_MOST / 2 - 2 }; /* of UTF-16, behind its mark; the last may be a pair  */
enum { ID_MASK = 0x00FFFFFF };   /* the upper byte of obj_id holds libharu's own marks        */

static HPDF_STATUS write_words(HPDF_Dict dict, HPDF_Stream stream)
{
    return HPDF_Stream_WriteStr(stream, dict->attr);
}

void object_words(HPDF_Dict dict, const char *words)
{
    if (!dict)
        return;
    dict->attr = (void *)words;
    dict->write_fn = write_words;
}

HPDF_Dict object_direct(struct pdf *pdf, const char *words)
{
    HPDF_Dict dict = HPDF_Dict_New(pdf->doc->mmgr);
    if (!dict)
        return NULL;
    object_words(dict, words);
    return dict;
}

HPDF_Dict object_dict(struct pdf *pdf, const char *words)
{
    HPDF_Dict dict = object_direct(pdf, words);
    return dict && HPDF_Xref_Add(pdf->doc->xref, dict) == HPDF_OK ? dict : NULL;
}

/* libharu removes a /Filter that it did not make; from write_fn it passes.                    */
void object_packed(HPDF_Dict dict, HPDF_Stream stream, const char *words, const void *bytes, size_t n)
{
    HPDF_Stream_Write(stream, bytes, (HPDF_UINT)n);
    dict->filter = HPDF_STREAM_FILTER_NONE;
    object_words(dict, words);
}

size_t deflated(struct pdf *pdf, const void *bytes, size_t n, const void **packed)
{
    size_t room = libdeflate_zlib_compress_bound(pdf->tools->compressor, n);
    void *into = arena_alloc(pdf->scratch, room);
    *packed = into;
    return libdeflate_zlib_compress(pdf->tools->compressor, bytes, n, into, room);
}

void object_fill(struct pdf *pdf, HPDF_Dict dict, HPDF_Stream stream, const char *words, const void *bytes, int n)
{
    const void *packed;
    size_t size = deflated(pdf, bytes, (size_t)n, &packed);
    object_packed(dict, stream, arena_format(pdf->arena, "%s/Filter /FlateDecode\n", words), packed, size);
}

HPDF_Dict object_stream(struct pdf *pdf, const char *words, const void *bytes, int n)
{
    HPDF_Dict dict = HPDF_DictStream_New(pdf->doc->mmgr, pdf->doc->xref);
    if (dict)
        object_fill(pdf, dict, dict->stream, words, bytes, n);
    return dict;
}

HPDF_Dict object_plain(struct pdf *pdf, const char *words, const void *bytes, int n)
{
    HPDF_Dict dict = HPDF_DictStream_New(pdf->doc->mmgr, pdf->doc->xref);
    if (dict)
        object_packed(dict, dict->stream, words, bytes, (size_t)n);
    return dict;
}

HPDF_Dict object_ready(struct pdf *pdf, const char *words, struct packed packed)
{
    return object_plain(pdf, arena_format(pdf->arena, "%s/Filter /FlateDecode\n", words), packed.bytes, packed.size);
}

HPDF_Dict object_keep(struct pdf *pdf, HPDF_Dict dict)
{
    pdf->kept = arena_grow(pdf->file, pdf->kept, pdf->n_kept + 1, &pdf->room_kept, sizeof(*pdf->kept));
    pdf->kept[pdf->n_kept++] = dict;
    return dict;
}

void object_done(struct pdf *pdf, HPDF_Dict dict)
{
    for (int i = 0; i < pdf->n_kept; i++)
        if (pdf->kept[i] == dict)
            pdf->kept[i--] = pdf->kept[--pdf->n_kept];
}

bool object_is_kept(const struct pdf *pdf, const void *object)
{
    for (int i = 0; i < pdf->n_kept; i++)
        if (pdf->kept[i] == object)
            return true;
    return false;
}

void object_annotate(struct pdf *pdf, int index, HPDF_Dict annotation)
{
    HPDF_Page page = pdf->page[index];
    HPDF_Array all = HPDF_Dict_GetItem(page, "Annots", HPDF_OCLASS_ARRAY);
    if (!all) {
        all = HPDF_Array_New(pdf->doc->mmgr);
        HPDF_Dict_Add(page, "Annots", all);
    }
    HPDF_Array_Add(all, annotation);
}

unsigned object_number(HPDF_Dict dict) { return dict ? dict->header.obj_id & ID_MASK : 0; }

static int utf16(uint32_t cp, unsigned unit[2])
{
    unit[0] = cp < 0x10000 ? cp : 0xD7C0 + (cp >> 10);
    unit[1] = 0xDC00 + (cp & 0x3FF);
    return cp < 0x10000 ? 1 : 2;
}

HPDF_Binary text_string(struct pdf *pdf, const char *text)
{
    struct buf b = buf_in(pdf->arena);
    buf_bytes(&b, "\xFE\xFF", 2);
    for (const char *s = text; *s;) {
        unsigned unit[2];
        for (int i = 0, n = utf16(utf8_next(&s), unit); i < n; i++) {
            buf_char(&b, (char)(unit[i] >> 8));
            buf_char(&b, (char)(unit[i] & 0xFF));
        }
    }
    return HPDF_Binary_New(pdf->doc->mmgr, (HPDF_BYTE *)b.text, (HPDF_UINT)b.size);
}

void put_text(struct buf *b, const char *text)
{
    buf_str(b, "<FEFF");
    for (int units = 0; *text && units < UNITS_MOST;) {
        unsigned unit[2];
        int n = utf16(utf8_next(&text), unit);
        for (int i = 0; i < n; i++)
            buf_format(b, "%04X", unit[i]);
        units += n;
    }
    buf_char(b, '>');
}

const char *short_title(struct pdf *pdf, const char *text)
{
    const char *s = text;
    for (int letters = 0; *s && letters < TITLE_MOST; letters++)
        utf8_next(&s);
    return *s ? arena_format(pdf->arena, "%.*s...", (int)(s - text), text) : text;
}

void put_number(struct buf *b, unsigned n)
{
    char text[16], *end = text + sizeof(text), *s = end;
    do
        *--s = (char)('0' + n % 10);
    while (n /= 10);
    buf_bytes(b, s, (int)(end - s));
}

void put_reference(struct buf *b, unsigned number)
{
    put_number(b, number);
    buf_bytes(b, " 0 R ", 5);
}

/* Most of a page's bytes pass here: digits by hand, a fifth of the time that printf takes.     */
void put_hundredths(struct buf *b, int n)
{
    char text[16], *end = text + sizeof(text), *s = end;
    unsigned u = n < 0 ? -(unsigned)n : (unsigned)n, part = u % 100;
    if (part) {
        if (part % 10)
            *--s = (char)('0' + part % 10);
        *--s = (char)('0' + part / 10);
        *--s = '.';
    }
    u /= 100;
    do
        *--s = (char)('0' + u % 10);
    while (u /= 10);
    if (n < 0)
        *--s = '-';
    buf_bytes(b, s, (int)(end - s));
}
