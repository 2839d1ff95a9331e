#include "write/pdf/font.h"

enum {
    FLAG_SYMBOLIC = 4, FLAG_SERIF = 2, FLAG_ITALIC = 64, /* ISO 32000-1, table 123            */
    STEM = 84, STEM_BOLD = 136,
    BFCHAR_MOST = 100,           /* lines in one block of a CMap                              */
};

/* What the last file made of a face: in a long row of letters most have the same italics.      */
struct kept_font {
    struct kept_font *next;
    const struct face *face;
    struct arena arena;
    uint32_t *cps;               /* of these letters; NULL: there is nothing                */
    int n;
    int program_size;            /* not packed                                              */
    struct packed program, glyphs, unicode;
    const char *widths;
};

struct pdf_font *font_for(struct pdf *pdf, const struct face *face)
{
    struct pdf_font **link = &pdf->fonts;
    int number = 1;
    for (; *link && (*link)->face != face; link = &(*link)->next)
        number++;
    if (*link)
        return *link;
    struct pdf_font *f = NEW(pdf->file, struct pdf_font);
    *f = (struct pdf_font){ .face = face, .number = number, .dict = object_keep(pdf, object_dict(pdf, "")) };
    if (!pdf->font_dict)
        pdf->font_dict = object_keep(pdf, object_dict(pdf, ""));
    HPDF_Dict_Add(pdf->font_dict, arena_format(pdf->arena, "F%d", number), f->dict);
    *link = f;
    return f;
}

uint16_t font_cid(struct pdf *pdf, struct pdf_font *f, uint32_t cp)
{
    if (cp >= 0x10000) /* no face of ours has any: set/ has said so */
        return 0;
    uint16_t **page = &f->page[cp >> 8];
    if (!*page)
        *page = NEW_N(pdf->file, uint16_t, 256);
    if (!(*page)[cp & 0xFF]) {
        f->cps = arena_grow(pdf->file, f->cps, f->n + 1, &f->room, sizeof(*f->cps));
        f->cps[f->n++] = cp;
        (*page)[cp & 0xFF] = (uint16_t)f->n;
    }
    return (*page)[cp & 0xFF];
}

/* Six capitals that differ when the letters do (ISO 32000-1, 9.6.4).                          */
static void tag_letters(const struct pdf_font *f, char tag[7])
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (int i = 0; i < f->n; i++)
        hash = (hash ^ f->cps[i]) * 1099511628211u;
    for (int i = 0; i < 6; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    tag[6] = '\0';
}

static struct packed pack(struct pdf *pdf, struct arena *to, const void *bytes, int n)
{
    const void *packed;
    int size = (int)deflated(pdf, bytes, (size_t)n, &packed);
    struct packed copy = { arena_copy(to, packed, (size_t)size), size };
    arena_reset(pdf->scratch);
    return copy;
}

/* <00E0>, as thousands of times. */
static void put_hex(struct buf *b, unsigned n)
{
    char text[6] = "<";
    for (int i = 0; i < 4; i++)
        text[1 + i] = "0123456789ABCDEF"[n >> (12 - 4 * i) & 15];
    text[5] = '>';
    buf_bytes(b, text, sizeof(text));
}

static struct packed to_unicode(struct pdf *pdf, struct arena *to, const struct pdf_font *f)
{
    struct buf b = buf_in(pdf->arena);
    buf_str(&b, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (int i = 0; i < f->n; i++) {
        int left = f->n - i < BFCHAR_MOST ? f->n - i : BFCHAR_MOST;
        if (i % BFCHAR_MOST == 0)
            buf_format(&b, "%d beginbfchar\n", left);
        put_hex(&b, (unsigned)i + 1);
        buf_char(&b, ' ');
        put_hex(&b, f->cps[i]);
        buf_char(&b, '\n');
        if (i % BFCHAR_MOST == BFCHAR_MOST - 1 || i == f->n - 1)
            buf_str(&b, "endbfchar\n");
    }
    buf_str(&b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return pack(pdf, to, buf_text(&b), b.size);
}

/* Which CIDs the subset holds: all that were dealt, and 0. Part 1 alone asks for it (6.3.5).  */
static const char *cid_set(struct pdf *pdf, const struct pdf_font *f)
{
    int n = f->n / 8 + 1;
    char *bits = arena_alloc(pdf->arena, (size_t)n);
    for (int i = 0; i <= f->n; i++)
        bits[i / 8] = (char)(bits[i / 8] | 0x80 >> i % 8);
    return arena_format(pdf->arena, " /CIDSet %u 0 R", object_number(object_stream(pdf, "", bits, n)));
}

static HPDF_Dict descriptor(struct pdf *pdf, const struct pdf_font *f, const char *name, HPDF_Dict program)
{
    const struct face *face = f->face;
    int flags = FLAG_SYMBOLIC | FLAG_SERIF | (face->italic ? FLAG_ITALIC : 0);
    return object_dict(pdf, arena_format(pdf->arena,
        "/Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%d %d %d %d] /ItalicAngle %d\n"
        "/Ascent %d /Descent %d /CapHeight %d /StemV %d /FontFile2 %u 0 R%s\n", name, flags, face->bbox[0],
        face->bbox[1], face->bbox[2], face->bbox[3], face->italic_angle, face->ascent, -face->descent,
        face->cap_height, face->bold ? STEM_BOLD : STEM, object_number(program),
        pdf->standard == PDF_A1B ? cid_set(pdf, f) : ""));
}

static const char *widths(struct arena *to, const struct pdf_font *f)
{
    struct buf b = buf_in(to);
    for (int i = 0; i < f->n; i++) {
        put_number(&b, (unsigned)face_advance(f->face, f->cps[i]));
        buf_char(&b, ' ');
    }
    return buf_text(&b);
}

static struct packed glyph_map(struct pdf *pdf, struct arena *to, const struct pdf_font *f, const struct subset *subset)
{
    char *bytes = arena_alloc(pdf->arena, 2 * ((size_t)f->n + 1));
    for (int i = 0; i < f->n; i++) {
        bytes[2 * i + 2] = (char)(subset->gid[i] >> 8);
        bytes[2 * i + 3] = (char)(subset->gid[i] & 0xFF);
    }
    return pack(pdf, to, bytes, 2 * (f->n + 1));
}

static void free_kept(void *arena) { arena_free(arena); }

static struct kept_font *kept_for(struct pdf_tools *tools, const struct face *face)
{
    struct kept_font *k = tools->fonts;
    while (k && k->face != face)
        k = k->next;
    if (k)
        return k;
    k = NEW(tools->arena, struct kept_font);
    *k = (struct kept_font){ .next = tools->fonts, .face = face, .arena.no_memory = tools->arena->no_memory };
    arena_own(tools->arena, free_kept, &k->arena);
    return tools->fonts = k;
}

static bool keep(struct pdf *pdf, const struct pdf_font *f, struct kept_font *k)
{
    struct arena *a = &k->arena;
    struct subset subset;
    k->cps = NULL; /* until all is there */
    arena_clear(a);
    if (!face_subset(pdf->arena, f->face, f->cps, f->n, &subset))
        return false;
    k->program = pack(pdf, a, subset.data, subset.size);
    k->program_size = subset.size;
    k->glyphs = glyph_map(pdf, a, f, &subset);
    k->unicode = to_unicode(pdf, a, f);
    k->widths = widths(a, f);
    k->n = f->n;
    k->cps = NEW_N(a, uint32_t, f->n + 1);
    memcpy(k->cps, f->cps, (size_t)f->n * sizeof(*f->cps));
    return true;
}

static bool finish(struct pdf *pdf, struct pdf_font *f)
{
    struct arena *a = pdf->arena;
    struct kept_font *k = kept_for(pdf->tools, f->face);
    char tag[7];
    bool same = k->cps && k->n == f->n && memcmp(k->cps, f->cps, (size_t)f->n * sizeof(*f->cps)) == 0;
    if (!same && !keep(pdf, f, k))
        return false;
    tag_letters(f, tag);
    const char *name = arena_format(a, "%s+%s", tag, f->face->name);
    HPDF_Dict program = object_ready(pdf, arena_format(a, "/Length1 %d\n", k->program_size), k->program);
    HPDF_Dict glyphs = object_ready(pdf, "", k->glyphs);
    struct buf words = buf_in(a);
    buf_format(&words, "/Type /Font /Subtype /CIDFontType2 /BaseFont /%s\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n"
        "/FontDescriptor %u 0 R /CIDToGIDMap %u 0 R /W [1 [", name, object_number(descriptor(pdf, f, name, program)), object_number(glyphs));
    buf_str(&words, k->widths); /* a long one, for which printf takes its time */
    buf_str(&words, "]]\n");
    HPDF_Dict cid_font = object_dict(pdf, buf_text(&words));
    f->dict->attr = arena_format(a, "/Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H\n"
        "/DescendantFonts [%u 0 R] /ToUnicode %u 0 R\n", name, object_number(cid_font),
        object_number(object_ready(pdf, "", k->unicode)));
    return true;
}

bool fonts_finish(struct pdf *pdf, const char **reason)
{
    for (struct pdf_font *f = pdf->fonts; f; f = f->next)
        if (!finish(pdf, f)) {
            *reason = f->face->name;
            return false;
        }
    return true;
}
