/* face.c - one face of a font file, which HarfBuzz reads: its measures and its bytes.            */
#include "font/own.h"

#include <hb-ot.h>

struct glyph { bool known; uint16_t gid; int16_t advance; };

struct file {
    struct arena *arena;
    const char *path;
    int index;
    hb_face_t *face;
    hb_font_t *font;
    int upem;
    struct glyph *page[256];     /* by code point / 256; filled as letters are asked for    */
};

static int thousandths(const struct file *f, int64_t units)
{
    int64_t v = units * 1000;
    return (int)(v < 0 ? -((-v + f->upem / 2) / f->upem) : (v + f->upem / 2) / f->upem);
}

static struct glyph *glyph_at(struct file *f, uint32_t cp)
{
    static struct glyph none = { true, 0, -1 };
    if (cp >= 0x10000)
        return &none;
    if (!f->page[cp >> 8])
        f->page[cp >> 8] = NEW_N(f->arena, struct glyph, 256);
    return &f->page[cp >> 8][cp & 0xFF];
}

static int advance(const struct face *face, uint32_t cp)
{
    struct file *f = face->file;
    struct glyph *g = glyph_at(f, cp);
    if (!g->known) {
        hb_codepoint_t gid = 0;
        bool has = hb_font_get_nominal_glyph(f->font, cp, &gid) && gid > 0 && gid < 0xFFFF;
        g->known = true;
        g->gid = has ? (uint16_t)gid : 0;
        g->advance = has ? (int16_t)thousandths(f, hb_font_get_glyph_h_advance(f->font, gid)) : -1;
    }
    return g->advance;
}

static int metric(const struct file *f, hb_ot_metrics_tag_t tag, int otherwise)
{
    hb_position_t v;
    return hb_ot_metrics_get_position(f->font, tag, &v) ? thousandths(f, v) : otherwise;
}

/* xMin yMin xMax yMax of the table head.                                                     */
static void read_bbox(const struct file *f, int bbox[4])
{
    hb_blob_t *head = hb_face_reference_table(f->face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned size;
    const uint8_t *data = (const uint8_t *)hb_blob_get_data(head, &size);
    for (int i = 0; i < 4 && size >= 44; i++)
        bbox[i] = thousandths(f, (int16_t)(data[36 + 2 * i] << 8 | data[37 + 2 * i]));
    hb_blob_destroy(head);
}

static const char *ps_name(struct arena *a, const struct file *f, const char *family)
{
    char name[64];
    unsigned size = sizeof(name);
    hb_ot_name_get_utf8(f->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    struct arena *in = a;
    char *copy = arena_copy(in, size ? name : family, size ? size : strlen(family));
    char *to = copy;
    for (const char *s = copy; *s; s++) /* only what a PDF name holds without escapes */
        if ((*s >= '0' && *s <= '9') || (*s >= 'A' && *s <= 'Z') || (*s >= 'a' && *s <= 'z') || *s == '-')
            *to++ = *s;
    *to = '\0';
    return copy;
}

static struct file *open_file(struct arena *a, const char *path, int index)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    if (!blob)
        return NULL;
    hb_face_t *face = hb_face_create(blob, (unsigned)index);
    hb_blob_destroy(blob);
    arena_own(a, (void (*)(void *))hb_face_destroy, face);
    struct file *f = NEW(a, struct file);
    f->arena = a;
    f->path = arena_string(a, path);
    f->index = index;
    f->face = face;
    f->font = hb_font_create(f->face);
    arena_own(a, (void (*)(void *))hb_font_destroy, f->font);
    f->upem = (int)hb_face_get_upem(f->face);
    return hb_face_get_glyph_count(f->face) > 1 ? f : NULL;
}

struct face *face_open(struct arena *a, const char *path, int index, const char *family, bool bold, bool italic)
{
    struct file *f = open_file(a, path, index);
    if (!f)
        return NULL;
    struct face *face = NEW(a, struct face);
    hb_font_extents_t e = { 0 };
    hb_font_get_h_extents(f->font, &e);
    *face = (struct face){ .name = ps_name(a, f, family),
                           .family = arena_string(a, family),
                           .bold = bold,
                           .italic = italic,
                           .ascent = thousandths(f, e.ascender),
                           .descent = thousandths(f, -e.descender),
                           .gap = thousandths(f, e.line_gap),
                           .underline = -metric(f, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -100),
                           .underline_size = metric(f, HB_OT_METRICS_TAG_UNDERLINE_SIZE, 50),
                           .cap_height = metric(f, HB_OT_METRICS_TAG_CAP_HEIGHT, 660),
                           .italic_angle = italic ? -16 : 0,
                           .advance = advance,
                           .file = f };
    read_bbox(f, face->bbox);
    return face;
}

const char *face_bytes(const struct face *face, size_t *size, const char **path)
{
    const struct file *f = face->file;
    hb_blob_t *blob = hb_face_reference_blob(f->face);
    unsigned n;
    const char *bytes = hb_blob_get_data(blob, &n);
    hb_blob_destroy(blob); /* the face keeps it */
    *size = n;
    *path = f->path;
    return bytes;
}

int face_index(const struct face *face) { return ((const struct file *)face->file)->index; }

int face_width(const struct face *face, uint32_t cp, int *em)
{
    struct file *f = face->file;
    *em = f->upem;
    return advance(face, cp) < 0 ? 0 : hb_font_get_glyph_h_advance(f->font, glyph_at(f, cp)->gid);
}

hb_face_t *face_program(const struct face *face) { return ((const struct file *)face->file)->face; }

int face_glyph(const struct face *face, uint32_t cp) { return advance(face, cp) < 0 ? 0 : glyph_at(face->file, cp)->gid; }
