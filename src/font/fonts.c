/* fonts.c - faces by the names of families: fontconfig finds the file, in our own folders first.     */
#include "font/own.h"

#include "base/buf.h"

#include <strings.h>

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
    const char *folder;          /* our own                                                 */
    bool system_asked;
    int document;                /* counted by fonts_begin                                   */
    struct { const char *path; int index; const struct face *face; } loaded[32];
    int n_loaded;
    struct found *found;
};

static const struct face *load(struct own_fonts *o, const char *path, int index, const char *family,
                               bool bold, bool italic)
{
    for (int i = 0; i < o->n_loaded; i++)
        if (o->loaded[i].index == index && strcmp(o->loaded[i].path, path) == 0)
            return o->loaded[i].face;
    const struct face *face = face_open(o->arena, path, index, family, bold, italic);
    if (!face || o->n_loaded == LENGTH(o->loaded))
        return NULL;
    o->loaded[o->n_loaded].path = arena_string(o->arena, path);
    o->loaded[o->n_loaded].index = index;
    o->loaded[o->n_loaded++].face = face;
    return face;
}

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
        say(o->log, MSG_FONT_SUBSTITUTE, NOWHERE, first, f->face[0]->family, o->folder);
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
    o->folder = path ? arena_copy(a, path, (size_t)(strrchr(path, '/') - path)) : "fonts";
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
