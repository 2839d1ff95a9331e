/* font.c - the @font-face rules of the faces that have been written in.                          */
#include "write/svg/draw.h"

enum { CODES = 0x10000 };        /* no face of ours has a letter beyond (font/face.c)             */

struct letters {
    const struct svg_fonts *fonts;
    struct arena *arena;
    unsigned char **used;        /* by face: a bit for each code point; NULL: none               */
};

static int number_of(const struct svg_fonts *fonts, const struct face *face)
{
    int i = 0;
    while (i < fonts->n && fonts->face[i] != face)
        i++;
    return i;
}

/* Two files may bear one name. */
static const char *id_of(struct arena *a, const struct svg_fonts *fonts, const struct face *face)
{
    int same = 1;
    for (int i = 0; i < fonts->n; i++)
        same += strcmp(fonts->face[i]->name, face->name) == 0;
    return same == 1 ? face->name : arena_format(a, "%s-%d", face->name, same);
}

static void add_face(struct arena *a, struct svg_fonts *fonts, const struct face *face)
{
    if (number_of(fonts, face) < fonts->n)
        return;
    const char *id = id_of(a, fonts, face);
    fonts->id = arena_grow(a, fonts->id, fonts->n + 1, &(int){ fonts->room }, sizeof(*fonts->id));
    fonts->face = arena_grow(a, fonts->face, fonts->n + 1, &fonts->room, sizeof(*fonts->face));
    fonts->id[fonts->n] = id;
    fonts->face[fonts->n++] = face;
}

struct svg_fonts *svg_fonts_of(struct arena *a, const struct pages *pages)
{
    struct svg_fonts *fonts = NEW(a, struct svg_fonts);
    const struct face *last = NULL;
    for (int i = 0; i < pages->n; i++)
        for (int k = 0; k < pages->page[i].n; k++) {
            const struct mark *m = &pages->page[i].marks[k];
            if (m->kind == MARK_TEXT && m->text.face != last)
                add_face(a, fonts, last = m->text.face);
        }
    return fonts;
}

struct letters *letters_new(struct arena *a, const struct svg_fonts *fonts)
{
    struct letters *l = NEW(a, struct letters);
    *l = (struct letters){ fonts, a, NEW_N(a, unsigned char *, fonts->n + 1) };
    return l;
}

int letters_take(struct letters *l, const struct face *face, uint32_t cp)
{
    int i = number_of(l->fonts, face);
    if (i == l->fonts->n)
        return 0;
    if (!l->used[i])
        l->used[i] = arena_alloc(l->arena, CODES / 8);
    if (cp < CODES)
        l->used[i][cp / 8] = (unsigned char)(l->used[i][cp / 8] | 1 << cp % 8);
    return i;
}

static bool put_subset(const struct face *face, const unsigned char *used, struct arena *scratch, struct buf *out)
{
    uint32_t *cps = NULL;
    int n = 0, room = 0;
    struct subset subset;
    for (uint32_t cp = 0; cp < CODES; cp++)
        if (used[cp / 8] & 1 << cp % 8) {
            cps = arena_grow(scratch, cps, n + 1, &room, sizeof(*cps));
            cps[n++] = cp;
        }
    if (!face_subset_web(scratch, face, cps, n, &subset))
        return false;
    buf_str(out, "data:font/ttf;base64,");
    put_base64(out, subset.data, (size_t)subset.size);
    return true;
}

bool letters_style(const struct letters *l, struct arena *scratch, const struct svg_options *options, struct buf *out, const char **reason)
{
    for (int i = 0; i < l->fonts->n && options->fonts != SVG_ELSEWHERE; i++) {
        if (!l->used[i])
            continue;
        buf_format(out, "@font-face{font-family:%s%s;font-display:block;src:url(\"", options->family, l->fonts->id[i]);
        if (options->fonts == SVG_URL) {
            put_words(out, options->font_url, (int)strlen(options->font_url));
            buf_str(out, l->fonts->id[i]);
        } else if (!put_subset(l->fonts->face[i], l->used[i], scratch, out)) {
            *reason = l->fonts->face[i]->name;
            return false;
        }
        buf_str(out, "\")}\n");
    }
    return true;
}
