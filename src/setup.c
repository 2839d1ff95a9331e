/* setup.c - what pages depend on beside the data: the program, the options, the template with all that it
 * extends, its fonts. As a number, by which a later run knows whether anything has changed.       */
#include "chain.h"

#include "font/face.h"
#include "read/csv/csv.h"

#include <nettle/sha2.h>

static void add(struct sha256_ctx *sum, const void *bytes, size_t n)
{
    uint64_t size = n;
    sha256_update(sum, sizeof(size), (const uint8_t *)&size);
    sha256_update(sum, n, bytes);
}

static void add_words(struct sha256_ctx *sum, const char *words) { add(sum, words ? words : "", words ? strlen(words) : 0); }

static void add_options(struct sha256_ctx *sum, const struct vb_options *o)
{
    const int numbers[] = { (int)o->standard, o->split, (int)o->boxes };
    add_words(sum, VB_VERSION);
    add_words(sum, o->mode ? o->mode : mode_default());
    add(sum, numbers, sizeof(numbers));
    for (int i = 0; i < o->n_settings; i++) {
        add_words(sum, o->settings[i].name);
        add_words(sum, o->settings[i].value);
    }
    add_words(sum, o->name);
}

/* ---- fonts ---------------------------------------------------------------------------------- */

struct fonts_added { struct vb *v; struct template *t; struct sha256_ctx *sum; int room; };

static void add_face(struct fonts_added *to, const struct face *face)
{
    struct template *t = to->t;
    size_t size;
    const char *path, *bytes = face_bytes(face, &size, &path);
    for (int i = 0; i < t->n_fonts; i++)
        if (strcmp(t->fonts[i], path) == 0)
            return;
    t->fonts = arena_grow(t->arena, t->fonts, t->n_fonts + 1, &to->room, sizeof(*t->fonts));
    t->fonts[t->n_fonts++] = arena_string(t->arena, path);
    add(to->sum, bytes, size);
}

static void add_families(struct fonts_added *to, const char *families)
{
    struct fonts *fonts = to->v->fonts;
    const struct face *face;
    for (int kind = 0; families && *families && kind < 4; kind++)
        for (int n = 0; (face = fonts->find(fonts, families, kind & 1, kind & 2, n)); n++)
            add_face(to, face);
}

/* "{$phong}" is any value that the setting may have without the data's.                            */
static void add_setting(struct fonts_added *to, const char *source)
{
    const struct vb_options *o = to->v->options;
    for (const struct set *s = to->t->sets; s; s = s->next)
        if (*source == '$' && strcmp(source + 1, s->name) == 0)
            add_families(to, s->value);
    for (int i = 0; i < o->n_settings; i++)
        if (*source == '$' && strcmp(source + 1, o->settings[i].name) == 0)
            add_families(to, o->settings[i].value);
}

static void add_fonts(struct fonts_added *to)
{
    for (const struct def *d = to->t->styles; d; d = d->next) {
        const struct value *font = def_attr(d, "font");
        if (font && value_literal(font))
            add_families(to, value_literal(font));
        else if (font && font->n)
            add_setting(to, font->pieces[0].source);
    }
}

/* What is wrong with a font is said of the documents that are set with it.                           */
const char *setup_of(struct vb *v, struct template *t)
{
    struct sha256_ctx sum;
    uint8_t digest[SHA256_DIGEST_SIZE];
    if (t->setup)
        return t->setup;
    sha256_init(&sum);
    add_options(&sum, v->options);
    for (const struct read_file *f = t->files; f; f = f->next)
        add(&sum, f->src->text, (size_t)f->src->size);
    fonts_wanted(v);
    struct log told = v->log;
    v->log = log_apart(&told);
    add_fonts(&(struct fonts_added){ v, t, &sum, 0 });
    v->log = told;
    sha256_digest(&sum, sizeof(digest), digest);
    char *hex = arena_alloc(t->arena, 2 * sizeof(digest) + 1);
    for (size_t i = 0; i < sizeof(digest); i++)
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
    t->setup = hex;
    return hex;
}

/* ---- for callers ------------------------------------------------------------------------------ */

static int count_files(const struct template *t)
{
    int n = 0;
    for (const struct read_file *f = t->files; f; f = f->next)
        n++;
    return n;
}

static int count_csvs(const struct vb *v)
{
    int n = 0;
    while (v->rows && csv_file(v->rows, n + 1))
        n++;
    return n;
}

int vb_input_count(const struct vb *v)
{
    const struct template *t = v->bound;
    return t ? count_files(t) + t->n_fonts + v->doc->n_images + count_csvs(v) : 0;
}

struct vb_input vb_input(const struct vb *v, int i)
{
    if (i < 0 || i >= vb_input_count(v))
        return (struct vb_input){ 0 };
    const struct template *t = v->bound;
    const struct read_file *f = t->files;
    for (; f && i > 0; f = f->next)
        i--;
    if (f)
        return (struct vb_input){ VB_INPUT_TEMPLATE, f->src->name };
    if (i < t->n_fonts)
        return (struct vb_input){ VB_INPUT_FONT, t->fonts[i] };
    i -= t->n_fonts;
    return i < v->doc->n_images ? (struct vb_input){ VB_INPUT_PICTURE, v->doc->images[i] }
                                : (struct vb_input){ VB_INPUT_CSV, csv_file(v->rows, i - v->doc->n_images + 1)->name };
}
