/* face.c - fontconfig finds the file, HarfBuzz reads it.                                 */
#include "font/own.h"

#include "base/buf.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <strings.h>

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

struct found {
    struct found *next;
    const char *families;
    bool bold, italic;
    const struct face *face[8];
    int n;
    bool system_asked;
    const char *broken;          /* a file that would have served                           */
    int told_of;                 /* the document that has been told of it                    */
};

struct own_fonts {
    struct fonts fonts;          /* first, so that one is the other                         */
    struct arena *arena;
    struct log *log;
    FcConfig *config, *system;
    bool system_asked;
    int document;                /* counted by fonts_begin                                   */
    struct { const char *path; int index; struct face *face; } loaded[32];
    int n_loaded;
    struct found *found;
};

/* ---- one file -------------------------------------------------------------------------- */

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

static struct file *open_file(struct own_fonts *o, const char *path, int index)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    if (!blob)
        return NULL;
    hb_face_t *face = hb_face_create(blob, (unsigned)index);
    hb_blob_destroy(blob);
    arena_own(o->arena, (void (*)(void *))hb_face_destroy, face);
    struct file *f = NEW(o->arena, struct file);
    f->arena = o->arena;
    f->path = arena_string(o->arena, path);
    f->index = index;
    f->face = face;
    f->font = hb_font_create(f->face);
    arena_own(o->arena, (void (*)(void *))hb_font_destroy, f->font);
    f->upem = (int)hb_face_get_upem(f->face);
    return hb_face_get_glyph_count(f->face) > 1 ? f : NULL;
}

static struct face *load(struct own_fonts *o, const char *path, int index, const char *family,
                         bool bold, bool italic)
{
    for (int i = 0; i < o->n_loaded; i++)
        if (o->loaded[i].index == index && strcmp(o->loaded[i].path, path) == 0)
            return o->loaded[i].face;
    struct file *f = open_file(o, path, index);
    if (!f || o->n_loaded == LENGTH(o->loaded))
        return NULL;
    struct face *face = NEW(o->arena, struct face);
    hb_font_extents_t e = { 0 };
    hb_font_get_h_extents(f->font, &e);
    *face = (struct face){ .name = ps_name(o->arena, f, family),
                           .family = arena_string(o->arena, family),
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
    o->loaded[o->n_loaded].path = arena_string(o->arena, path);
    o->loaded[o->n_loaded].index = index;
    o->loaded[o->n_loaded++].face = face;
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

/* ---- finding ------------------------------------------------------------------------------ */

static bool has_family(FcPattern *p, const char *family)
{
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(p, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (strcasecmp((const char *)name, family) == 0)
            return true;
    return false;
}

/* The best match is always something; it is ours only if it is that family with a real
 * bold and a real italic. Nothing is ever emboldened or slanted by calculation.             */
static bool is_wanted(FcPattern *p, const char *family, bool bold, bool italic)
{
    int weight = 0, slant = 0;
    FcPatternGetInteger(p, FC_WEIGHT, 0, &weight);
    FcPatternGetInteger(p, FC_SLANT, 0, &slant);
    return has_family(p, family) && (weight >= FC_WEIGHT_DEMIBOLD) == bold &&
           (slant != FC_SLANT_ROMAN) == italic;
}

static const struct face *match(struct own_fonts *o, FcConfig *config, const char *family, struct found *f)
{
    const bool bold = f->bold, italic = f->italic;
    const struct face *face = NULL;
    FcPattern *want = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT, FcTypeInteger,
                                     bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR, FC_SLANT, FcTypeInteger,
                                     italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN, NULL);
    FcResult result;
    FcConfigSubstitute(config, want, FcMatchPattern);
    FcDefaultSubstitute(want);
    FcPattern *got = FcFontMatch(config, want, &result);
    FcChar8 *path;
    int index = 0;
    if (got && is_wanted(got, family, bold, italic) &&
        FcPatternGetString(got, FC_FILE, 0, &path) == FcResultMatch) {
        FcPatternGetInteger(got, FC_INDEX, 0, &index);
        face = load(o, (const char *)path, index, family, bold, italic);
        if (!face) {
            f->broken = arena_string(o->arena, (const char *)path);
            f->told_of = 0;
        }
    }
    if (got)
        FcPatternDestroy(got);
    FcPatternDestroy(want);
    return face;
}

static const char *next_family(struct arena *a, const char **s)
{
    *s += strspn(*s, ", ");
    size_t n = strcspn(*s, ",");
    const char *start = *s;
    *s += n;
    while (n && start[n - 1] == ' ')
        n--;
    return n ? arena_copy(a, start, n) : NULL;
}

static bool has_face(const struct found *f, const struct face *face)
{
    int i = 0;
    while (i < f->n && f->face[i] != face)
        i++;
    return i < f->n;
}

static void find_in(struct own_fonts *o, FcConfig *config, struct found *f)
{
    const char *s = f->families, *family;
    while ((family = next_family(o->arena, &s)) && f->n < LENGTH(f->face)) {
        const struct face *face = match(o, config, family, f);
        if (face && !has_face(f, face))
            f->face[f->n++] = face;
    }
}

/* Each document is told. */
static void tell(struct own_fonts *o, struct found *f)
{
    const char *s = f->families;
    if (f->told_of == o->document)
        return;
    f->told_of = o->document;
    if (f->broken)
        say(o->log, MSG_FONT_BROKEN, NOWHERE, f->broken);
    const char *first = f->n ? next_family(o->log->arena, &s) : NULL;
    if (first && strcasecmp(f->face[0]->family, first) != 0)
        say(o->log, MSG_FONT_SUBSTITUTE, NOWHERE, first, f->face[0]->family);
}

/* 3 ms, and therefore only when it must be.                                                  */
static FcConfig *system_config(struct own_fonts *o)
{
    if (!o->system_asked) {
        o->system = FcInitLoadConfigAndFonts();
        if (o->system)
            arena_own(o->arena, (void (*)(void *))FcConfigDestroy, o->system);
    }
    o->system_asked = true;
    return o->system;
}

static const struct face *find(struct fonts *fonts, const char *families, bool bold, bool italic, int n)
{
    struct own_fonts *o = (struct own_fonts *)fonts;
    struct found *f = o->found;
    while (f && !(f->bold == bold && f->italic == italic && strcmp(f->families, families) == 0))
        f = f->next;
    if (!f) {
        f = NEW(o->arena, struct found);
        *f = (struct found){ .next = o->found, .families = arena_string(o->arena, families),
                             .bold = bold, .italic = italic };
        o->found = f;
        if (o->config)
            find_in(o, o->config, f);
    }
    if (n >= f->n && !f->system_asked) {
        f->system_asked = true;
        if (system_config(o))
            find_in(o, o->system, f);
    }
    tell(o, f);
    return n < f->n ? f->face[n] : NULL;
}

/* The folder of the configuration file comes first. (fontconfig's own prefix="relative"
 * would say so in the file, but 2.14 leaks it.)                                             */
static bool load_folder(FcConfig *config, struct arena *a, const char *path)
{
    struct buf xml = buf_in(a);
    buf_str(&xml, "<?xml version=\"1.0\"?><fontconfig><dir>");
    for (const char *s = path, *end = strrchr(path, '/'); s < end; s++)
        if (*s == '&' || *s == '<')
            buf_format(&xml, "&#%d;", *s);
        else
            buf_char(&xml, *s);
    buf_str(&xml, "</dir></fontconfig>");
    return FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)buf_text(&xml), FcTrue);
}

struct fonts *fonts_open(struct arena *a, struct log *log, const char *conf)
{
    struct own_fonts *o = NEW(a, struct own_fonts);
    *o = (struct own_fonts){ .fonts = { find }, .arena = a, .log = log, .document = 1 };
    char *path = realpath(conf, NULL); /* fontconfig takes "./" for its own folder */
    FcConfig *config = path ? FcConfigCreate() : NULL;
    if (config)
        arena_own(a, (void (*)(void *))FcConfigDestroy, config);
    if (config && load_folder(config, a, path) && FcConfigParseAndLoad(config, (const FcChar8 *)path, FcTrue) && FcConfigBuildFonts(config))
        o->config = config;
    free(path);
    return &o->fonts;
}

FcConfig *fonts_config(const struct fonts *fonts) { return ((const struct own_fonts *)fonts)->config; }

void fonts_begin(struct fonts *fonts) { ((struct own_fonts *)fonts)->document++; }

/* ---- subsetting ------------------------------------------------------------------------------ */

/* Browsers want the first four, and none of them the rest. */
static hb_subset_input_t *subset_input(const uint32_t *cps, int n, bool web)
{
    static const hb_tag_t dropped[] = {
        HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'), HB_TAG('c', 'm', 'a', 'p'),
        HB_TAG('O', 'S', '/', '2'), HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
        HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('g', 'a', 's', 'p'),
        HB_TAG('D', 'S', 'I', 'G'), HB_TAG('F', 'F', 'T', 'M'), HB_TAG('m', 'e', 't', 'a'),
    };
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    for (int i = 0; i < n; i++)
        hb_set_add(hb_subset_input_unicode_set(input), cps[i]);
    for (int i = web ? 4 : 0; i < LENGTH(dropped); i++)
        hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), dropped[i]);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    return input;
}

struct subsetting { hb_subset_input_t *input; hb_subset_plan_t *plan; hb_face_t *made; hb_blob_t *blob; };

static void drop_subsetting(void *kept)
{
    struct subsetting *s = kept;
    hb_blob_destroy(s->blob);    /* all of them take NULL, but the plan */
    hb_face_destroy(s->made);
    if (s->plan)
        hb_subset_plan_destroy(s->plan);
    if (s->input)
        hb_subset_input_destroy(s->input);
    *s = (struct subsetting){ 0 };
}

static struct subsetting *subsetting(struct arena *a, hb_face_t *face, const uint32_t *cps, int n, bool web)
{
    struct subsetting *s = NEW(a, struct subsetting);
    arena_own(a, drop_subsetting, s);
    s->input = subset_input(cps, n, web);
    s->plan = s->input ? hb_subset_plan_create_or_fail(face, s->input) : NULL;
    s->made = s->plan ? hb_subset_plan_execute_or_fail(s->plan) : NULL;
    return s;
}

static bool subset(struct arena *a, const struct face *face, const uint32_t *cps, int n, bool web, struct subset *out)
{
    struct file *f = face->file;
    struct subsetting *s = subsetting(a, f->face, cps, n, web);
    bool made = s->made != NULL;
    if (made) {
        const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(s->plan);
        unsigned size;
        s->blob = hb_face_reference_blob(s->made);
        const char *data = hb_blob_get_data(s->blob, &size);
        *out = (struct subset){ arena_copy(a, data, size), (int)size, NEW_N(a, uint16_t, n + 1) };
        for (int i = 0; i < n; i++) {
            advance(face, cps[i]);
            hb_codepoint_t gid = hb_map_get(map, glyph_at(f, cps[i])->gid);
            out->gid[i] = gid == HB_MAP_VALUE_INVALID ? 0 : (uint16_t)gid;
        }
    }
    drop_subsetting(s);
    return made;
}

bool face_subset(struct arena *a, const struct face *face, const uint32_t *cps, int n, struct subset *out)
{
    return subset(a, face, cps, n, false, out);
}

bool face_subset_web(struct arena *a, const struct face *face, const uint32_t *cps, int n, struct subset *out)
{
    return subset(a, face, cps, n, true, out);
}
