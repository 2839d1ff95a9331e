#include "write/pdf/save.h"

#include "write/pdf/tag.h"

#include <nettle/sha2.h>

enum {
    ID_BYTES = 16,
    IN_STREAM = 200,             /* objects in one stream                                       */
    ROW_BYTES = 7,               /* of a cross-reference: its kind, a number, an index           */
};

enum row_kind { ROW_FREE, ROW_PLAIN, ROW_PACKED };

struct row { enum row_kind kind; uint32_t n; int index; }; /* PLAIN: its offset; PACKED: in which stream, where */

struct save {
    struct pdf *pdf;
    struct output *out;
    struct sha256_ctx hash;      /* of all bytes: the file's identity                           */
    uint32_t offset;
    struct row *row;             /* by object number                                            */
    int n;
    struct buf head, body;       /* of the object stream at hand                                */
    int *packed, n_packed;       /* its objects                                                 */
};

static void put(struct save *s, const void *bytes, size_t n)
{
    sha256_update(&s->hash, n, bytes);
    output_write(s->out, bytes, n); /* it keeps its own error */
    s->offset += (uint32_t)n;
}

static void put_words(struct save *s, const char *words) { put(s, words, strlen(words)); }

static HPDF_STATUS take_plain(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
    put(stream->attr, bytes, n);
    return HPDF_OK;
}

static HPDF_STATUS take_packed(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
    struct save *s = stream->attr;
    buf_bytes(&s->body, bytes, (int)n);
    return HPDF_OK;
}

/* ---- objects ----------------------------------------------------------------------------------- */

static void put_stream(struct save *s, int number, const char *words, const void *bytes, size_t n)
{
    const void *packed;
    size_t size = deflated(s->pdf, bytes, n, &packed);
    s->row[number] = (struct row){ ROW_PLAIN, s->offset, 0 };
    put_words(s, arena_format(s->pdf->scratch, "%d 0 obj\n<<%s/Filter/FlateDecode/Length %zu>>stream\n", number, words, size));
    put(s, packed, size);
    put_words(s, "\nendstream\nendobj\n");
    arena_reset(s->pdf->scratch);
}

static void put_packed(struct save *s)
{
    if (!s->n_packed)
        return;
    int number = s->n++, first = s->head.size;
    for (int i = 0; i < s->n_packed; i++)
        s->row[s->packed[i]] = (struct row){ ROW_PACKED, (uint32_t)number, i };
    const char *words = arena_format(s->pdf->arena, "/Type/ObjStm/N %d/First %d", s->n_packed, first);
    buf_bytes(&s->head, buf_text(&s->body), s->body.size);
    put_stream(s, number, words, buf_text(&s->head), (size_t)s->head.size);
    s->head.size = s->body.size = s->n_packed = 0;
}

/* Its words follow in the body.                                                                  */
static void pack(struct save *s, int number)
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
    struct save *s = user;
    pack(s, number);
    buf_bytes(&s->body, words->text, words->size);
    buf_char(&s->body, '\n');
}

static void put_plain(struct save *s, int number, void *object, HPDF_Stream to)
{
    s->row[number] = (struct row){ ROW_PLAIN, s->offset, 0 };
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

static void put_objects(struct save *s)
{
    HPDF_MMgr mmgr = s->pdf->doc->mmgr;
    HPDF_List entries = s->pdf->doc->xref->entries;
    HPDF_Stream plain = HPDF_CallbackWriter_New(mmgr, take_plain, s), packed = HPDF_CallbackWriter_New(mmgr, take_packed, s);
    for (HPDF_UINT i = 1; i < entries->count && plain && packed; i++) {
        void *object = ((HPDF_XrefEntry)HPDF_List_ItemAt(entries, i))->obj;
        if (is_plain(object) || s->pdf->standard == PDF_A1B) {
            put_plain(s, (int)i, object, plain);
            continue;
        }
        pack(s, (int)i);
        HPDF_Obj_WriteValue(object, packed, NULL);
        buf_char(&s->body, '\n');
    }
    tags_each(s->pdf, pack_tag, s);
    put_packed(s);
    HPDF_Stream_Free(plain);
    HPDF_Stream_Free(packed);
}

/* ---- where they stand ---------------------------------------------------------------------------- */

static void put_bytes(unsigned char *to, uint32_t n, int count)
{
    for (int i = count - 1; i >= 0; i--, n >>= 8)
        to[i] = (unsigned char)n;
}

static void put_dictionary(struct save *s, struct buf *words)
{
    unsigned char id[ID_BYTES];
    sha256_digest(&s->hash, ID_BYTES, id);
    buf_format(words, "/Size %d/Root %u 0 R/Info %u 0 R/ID[", s->n, object_number(s->pdf->doc->catalog), object_number(s->pdf->info));
    for (int i = 0; i < 2 * ID_BYTES; i++)
        buf_format(words, "%s%02X%s", i % ID_BYTES ? "" : "<", id[i % ID_BYTES], i % ID_BYTES == ID_BYTES - 1 ? ">" : "");
    buf_char(words, ']');
}

/* As PDF 1.4 has it: twenty bytes a row.                                                           */
static void put_table(struct save *s)
{
    struct buf b = buf_in(s->pdf->arena);
    uint32_t at = s->offset;
    buf_format(&b, "xref\n0 %d\n0000000000 65535 f \n", s->n);
    for (int i = 1; i < s->n; i++)
        buf_format(&b, "%010u 00000 n \n", s->row[i].n);
    buf_str(&b, "trailer\n<<");
    put_dictionary(s, &b);
    buf_format(&b, ">>\nstartxref\n%u\n%%%%EOF\n", at);
    put(s, buf_text(&b), (size_t)b.size);
}

/* Each row as its differences from the one above, which packs well (PNG's filter 2).               */
static void put_rows(struct save *s)
{
    int number = s->n++;
    unsigned char above[ROW_BYTES] = { 0 }, row[ROW_BYTES];
    struct buf rows = buf_in(s->pdf->arena), words = buf_in(s->pdf->arena);
    uint32_t at = s->offset;
    s->row[number] = (struct row){ ROW_PLAIN, at, 0 };
    for (int i = 0; i < s->n; i++) {
        row[0] = (unsigned char)s->row[i].kind;
        put_bytes(row + 1, s->row[i].n, 4);
        put_bytes(row + 5, i ? (uint32_t)s->row[i].index : 0xFFFF, 2);
        buf_char(&rows, 2);
        for (int k = 0; k < ROW_BYTES; k++)
            buf_char(&rows, (char)(row[k] - above[k]));
        memcpy(above, row, ROW_BYTES);
    }
    buf_format(&words, "/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>", ROW_BYTES);
    put_dictionary(s, &words);
    put_stream(s, number, buf_text(&words), buf_text(&rows), (size_t)rows.size);
    put_words(s, arena_format(s->pdf->arena, "startxref\n%u\n%%%%EOF\n", at));
}

void pdf_save(struct pdf *pdf, struct output *out)
{
    int n = (int)pdf->doc->xref->entries->count;
    n += tags_number(pdf, n);
    struct save s = { .pdf = pdf, .out = out, .n = n, .head = buf_in(pdf->arena), .body = buf_in(pdf->arena) };
    s.row = NEW_N(pdf->arena, struct row, n + n / IN_STREAM + 2); /* the object streams, and this */
    s.packed = NEW_N(pdf->arena, int, IN_STREAM);
    sha256_init(&s.hash);
    put_words(&s, pdf->standard == PDF_A1B ? "%PDF-1.4\n" : "%PDF-1.7\n");
    put_words(&s, "%\xB7\xBE\xAD\xAA\n");
    put_objects(&s);
    if (pdf->standard == PDF_A1B)
        put_table(&s);
    else
        put_rows(&s);
}
