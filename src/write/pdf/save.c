#include "write/pdf/save.h"

#include "write/pdf/tag.h"
#include "write/pdf/xref.h"

#include <nettle/sha2.h>

#include <errno.h>

enum {
    ID_BYTES = 16,
    IN_STREAM = 200,             /* objects in one stream                                       */
    OBJECTS_MOST = 8388607,      /* ISO 19005-2, 6.1.13                                         */
};

struct pdf_save {
    struct pdf *pdf;
    struct output *out;
    struct sha256_ctx hash;      /* of all bytes: the file's identity                           */
    uint32_t offset;
    struct xref xref;
    int n;                       /* the next object's number                                    */
    struct buf head, body;       /* of the object stream at hand                                */
    int packed[IN_STREAM], n_packed; /* its objects                                             */
    void **waiting;              /* objects that were not done when their document was written    */
    int n_waiting, room_waiting;
    HPDF_Stream to_file, to_pack; /* writers, while objects are put                              */
};

static void put(struct pdf_save *s, const void *bytes, size_t n)
{
    sha256_update(&s->hash, n, bytes);
    if (n > UINT32_MAX - s->offset && !s->out->error)
        s->out->error = EFBIG;
    output_write(s->out, bytes, n); /* it keeps its own error */
    s->offset += (uint32_t)n;
}

static void put_words(struct pdf_save *s, const char *words) { put(s, words, strlen(words)); }

static HPDF_STATUS take_plain(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
    put(stream->attr, bytes, n);
    return HPDF_OK;
}

static HPDF_STATUS take_packed(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
    struct pdf_save *s = stream->attr;
    buf_bytes(&s->body, bytes, (int)n);
    return HPDF_OK;
}

/* ---- objects ----------------------------------------------------------------------------------- */

static void put_stream(struct pdf_save *s, int number, const char *words, const void *bytes, size_t n)
{
    const void *packed;
    size_t size = deflated(s->pdf, bytes, n, &packed);
    put_words(s, arena_format(s->pdf->scratch, "%d 0 obj\n<<%s/Filter/FlateDecode/Length %zu>>stream\n", number, words, size));
    put(s, packed, size);
    put_words(s, "\nendstream\nendobj\n");
    arena_reset(s->pdf->scratch);
}

static void put_packed(struct pdf_save *s)
{
    if (!s->n_packed)
        return;
    int number = s->n++, first = s->head.size;
    for (int i = 0; i < s->n_packed; i++)
        xref_packed(&s->xref, s->packed[i], number, i);
    const char *words = arena_format(s->pdf->scratch, "/Type/ObjStm/N %d/First %d", s->n_packed, first);
    buf_bytes(&s->head, buf_text(&s->body), s->body.size);
    xref_plain(&s->xref, number, s->offset);
    put_stream(s, number, words, buf_text(&s->head), (size_t)s->head.size);
    s->head.size = s->body.size = s->n_packed = 0;
}

/* Its words follow in the body.                                                                  */
static void pack(struct pdf_save *s, int number)
{
    if (s->n_packed == IN_STREAM)
        put_packed(s);
    put_number(&s->head, (unsigned)number);
    buf_char(&s->head, ' ');
    put_number(&s->head, (unsigned)s->body.size);
    buf_char(&s->head, ' ');
    s->packed[s->n_packed++] = number;
}

static void pack_tag(void *user, int number, const struct buf *words)
{
    struct pdf_save *s = user;
    pack(s, number);
    buf_bytes(&s->body, words->text, words->size);
    buf_char(&s->body, '\n');
}

static void put_plain(struct pdf_save *s, int number, void *object, HPDF_Stream to)
{
    xref_plain(&s->xref, number, s->offset);
    put_words(s, arena_format(s->pdf->scratch, "%d 0 obj\n", number));
    HPDF_Obj_WriteValue(object, to, NULL);
    put_words(s, "\nendobj\n");
}

/* Streams, which cannot be packed, and their lengths: iText 5 takes the wrong bytes for a stream whose
 * length it would have to unpack first.                                                            */
static bool is_plain(const void *object)
{
    int kind = ((const HPDF_Obj_Header *)object)->obj_class & HPDF_OCLASS_ANY;
    return kind == HPDF_OCLASS_NUMBER || (kind == HPDF_OCLASS_DICT && ((HPDF_Dict)object)->stream);
}

static void put_object(struct pdf_save *s, void *object, HPDF_Stream plain, HPDF_Stream packed)
{
    int number = (int)object_number(object);
    if (is_plain(object) || s->pdf->standard == PDF_A1B) {
        put_plain(s, number, object, plain);
        return;
    }
    pack(s, number);
    HPDF_Obj_WriteValue(object, packed, NULL);
    buf_char(&s->body, '\n');
}

/* What libharu has got since the last time takes the place of what waited and was written.        */
static void **take_objects(struct pdf_save *s, int *n)
{
    HPDF_List entries = s->pdf->doc->xref->entries;
    void **object = NEW_N(s->pdf->arena, void *, s->n_waiting + (int)entries->count);
    for (*n = 0; *n < s->n_waiting; ++*n)
        object[*n] = s->waiting[*n];
    for (HPDF_UINT i = 0; i < entries->count; i++) {
        void *one = ((HPDF_XrefEntry)HPDF_List_ItemAt(entries, i))->obj;
        if (one)
            object[(*n)++] = one;
    }
    return object;
}

static void close_writers(struct pdf_save *s)
{
    HPDF_Stream_Free(s->to_file);
    HPDF_Stream_Free(s->to_pack);
    s->to_file = s->to_pack = NULL;
}

static void put_objects(struct pdf_save *s, void *const *object, int n)
{
    HPDF_MMgr mmgr = s->pdf->doc->mmgr;
    s->to_file = HPDF_CallbackWriter_New(mmgr, take_plain, s);
    s->to_pack = HPDF_CallbackWriter_New(mmgr, take_packed, s);
    for (int i = 0; i < n && s->to_file && s->to_pack; i++)
        if (object[i])
            put_object(s, object[i], s->to_file, s->to_pack);
    close_writers(s);
    tags_each(s->pdf, pack_tag, s);
}

/* ---- where they stand ---------------------------------------------------------------------------- */

static void put_dictionary(struct pdf_save *s, struct buf *words)
{
    unsigned char id[ID_BYTES];
    sha256_digest(&s->hash, ID_BYTES, id);
    buf_format(words, "/Size %d/Root %u 0 R/Info %u 0 R/ID[", s->n, object_number(s->pdf->doc->catalog), object_number(s->pdf->info));
    for (int i = 0; i < 2 * ID_BYTES; i++)
        buf_format(words, "%s%02X%s", i % ID_BYTES ? "" : "<", id[i % ID_BYTES], i % ID_BYTES == ID_BYTES - 1 ? ">" : "");
    buf_char(words, ']');
}

static void put_table(struct pdf_save *s)
{
    struct buf b = buf_in(s->pdf->arena);
    xref_put_table(&s->xref, s->n, &b);
    buf_str(&b, "trailer\n<<");
    put_dictionary(s, &b);
    buf_format(&b, ">>\nstartxref\n%u\n%%%%EOF\n", s->offset);
    put(s, buf_text(&b), (size_t)b.size);
}

static void put_rows(struct pdf_save *s)
{
    int number = s->n++;
    struct buf words = buf_in(s->pdf->arena);
    uint32_t at = s->offset;
    xref_plain(&s->xref, number, at);
    const unsigned char *rows = xref_rows(&s->xref, s->n, s->pdf->arena);
    buf_format(&words, "/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>", XREF_ROW_BYTES);
    put_dictionary(s, &words);
    put_stream(s, number, buf_text(&words), rows, (size_t)s->n * (XREF_ROW_BYTES + 1));
    put_words(s, arena_format(s->pdf->arena, "startxref\n%u\n%%%%EOF\n", at));
}

/* ---- one document after the other ---------------------------------------------------------------- */

/* Also when memory ended while objects were put.                                               */
static void drop_save(void *save)
{
    struct pdf_save *s = save;
    close_writers(s);
    for (int i = 0; i < s->n_waiting; i++)
        HPDF_Obj_ForceFree(s->pdf->doc->mmgr, s->waiting[i]);
}

void save_open(struct pdf *pdf, struct output *out)
{
    struct pdf_save *s = pdf->save = NEW(pdf->file, struct pdf_save);
    *s = (struct pdf_save){ .pdf = pdf, .out = out, .xref = { .arena = pdf->file }, .head = buf_in(pdf->file), .body = buf_in(pdf->file) };
    sha256_init(&s->hash);
    arena_own(pdf->file, drop_save, s);
}

/* Elements of the structure tree have the numbers behind libharu's objects.                        */
static void begin_part(struct pdf_save *s)
{
    HPDF_Xref xref = s->pdf->doc->xref;
    int first = (int)(xref->start_offset + xref->entries->count);
    if (!s->offset) {
        put_words(s, s->pdf->standard == PDF_A1B ? "%PDF-1.4\n" : "%PDF-1.7\n");
        put_words(s, "%\xB7\xBE\xAD\xAA\n");
    }
    s->n = first + tags_number(s->pdf, first);
    if (s->n > OBJECTS_MOST && !s->out->error)
        s->out->error = EFBIG;
}

/* Those that wait move out of libharu's list, which begins anew with the next number.              */
static void forget(struct pdf_save *s, void *const *object, int n)
{
    HPDF_Xref xref = s->pdf->doc->xref;
    s->waiting = arena_grow(s->pdf->file, s->waiting, n + 1, &s->room_waiting, sizeof(*s->waiting));
    for (HPDF_UINT i = 0; i < xref->entries->count; i++)
        HPDF_FreeMem(xref->mmgr, HPDF_List_ItemAt(xref->entries, i));
    HPDF_List_Clear(xref->entries);
    xref->start_offset = (HPDF_UINT32)s->n;
    s->n_waiting = 0;
    for (int i = 0; i < n; i++)
        if (object_is_kept(s->pdf, object[i]))
            s->waiting[s->n_waiting++] = object[i];
        else
            HPDF_Obj_ForceFree(xref->mmgr, object[i]);
}

void save_document(struct pdf *pdf)
{
    struct pdf_save *s = pdf->save;
    begin_part(s);
    int n;
    void **object = take_objects(s, &n), **done = NEW_N(pdf->arena, void *, n);
    for (int i = 0; i < n; i++)
        done[i] = object_is_kept(pdf, object[i]) ? NULL : object[i];
    put_objects(s, done, n);
    forget(s, object, n);
}

void save_finish(struct pdf *pdf)
{
    struct pdf_save *s = pdf->save;
    begin_part(s);
    int n;
    void **object = take_objects(s, &n);
    put_objects(s, object, n);
    put_packed(s);
    if (pdf->standard == PDF_A1B)
        put_table(s);
    else
        put_rows(s);
}
