/* faces.c - what the name of a font says: ABCDEF+TimesNewRomanPS-BoldItalicMT.                                    */
#include "base/utf8.h"
#include "foreign/sheet.h"

#include <ctype.h>
#include <strings.h>

/* No blank stands at a piece's end, so no width is ever asked that matters.                                      */
static int any_advance(const struct face *face, uint32_t cp)
{
    (void)face;
    (void)cp;
    return 250;
}

const char *font_untagged(const char *name)
{
    int i = 0;
    while (i < 6 && name[i] >= 'A' && name[i] <= 'Z')
        i++;
    return i == 6 && name[6] == '+' ? name + 7 : name;
}

/* The name that a person knows: up to the style, words apart.                                                    */
static const char *family_of(struct arena *a, const char *name)
{
    static const char *const times[] = { "TimesNewRoman", "Times New Roman", "TimesNewRomanPS", "TimesNewRomanPSMT" };
    size_t n = strcspn(name, "-,");
    if (n > 2 && strncmp(name + n - 2, "MT", 2) == 0)
        n -= 2;
    if (n > 2 && strncmp(name + n - 2, "PS", 2) == 0)
        n -= 2;
    for (int i = 0; i < LENGTH(times); i++)
        if (strlen(times[i]) == n && strncmp(name, times[i], n) == 0)
            return "Times New Roman";
    char *to = arena_alloc(a, 2 * n + 1);
    size_t k = 0;
    for (size_t i = 0; i < n; i++) {
        if (i && isupper((unsigned char)name[i]) && islower((unsigned char)name[i - 1]))
            to[k++] = ' ';
        to[k++] = name[i];
    }
    to[k] = '\0';
    return to;
}

/* A program that gives its fonts no name, or counts them: what they look like is not told.                         */
static bool is_nameless(const char *name)
{
    static const char *const counted[] = { "CIDFont+", "CairoFont", "T3Font", "Type3", "Unnamed", "Unnamed-T3", "Font", "Fnt", "T1_", "TT", "T3_", "C0_", "C1_", "C2_", "F", "R" };
    for (int i = 0; i < LENGTH(counted); i++) {
        size_t n = strlen(counted[i]);
        if (begins(name, counted[i]) && (!name[n] || strspn(name + n, "-_F0123456789") == strlen(name + n)))
            return true;
    }
    return !*name;
}

const struct face *face_named(struct faces *f, const char *name, bool bold, bool italic)
{
    const char *plain = font_untagged(name);
    /* mutool prints 31 bytes of a name: ABCDEF+TimesNewRomanPS-BoldItal */
    bold |= strcasestr(plain, "bold") || strcasestr(plain, "black") || strcasestr(plain, "heavy");
    italic |= strcasestr(plain, "ital") || strcasestr(plain, "obli");
    for (int i = f->n - 1; i >= 0; i--)
        if (strcmp(f->face[i]->name, plain) == 0 && f->face[i]->bold == bold && f->face[i]->italic == italic)
            return f->face[i];
    struct face *face = NEW(f->arena, struct face);
    *face = (struct face){ .name = arena_string(f->arena, plain), .family = is_nameless(plain) ? "" : family_of(f->arena, plain), .bold = bold,
                           .italic = italic, .ascent = 891, .descent = 216, .advance = any_advance };
    if (f->n == MOST_FACES)      /* then they are no longer told apart                                                */
        return f->face[0];
    f->face[f->n++] = face;
    return face;
}

/* ---- faces by their widths ------------------------------------------------------------------------------------------- */

/* Of Times New Roman, which the faces of its metrics share: A to Z, a to z; upright, bold, italic, both.             */
static const short times_widths[4][52] = {
    { 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444 },
    { 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444 },
    { 611, 611, 667, 722, 611, 611, 722, 722, 333, 444, 667, 556, 833, 667, 722, 611, 722, 611, 500, 556, 722, 611, 833, 611, 556, 556, 500, 500, 444, 500, 444, 278, 500, 500, 278, 278, 444, 278, 722, 500, 500, 500, 500, 389, 389, 278, 500, 444, 667, 444, 444, 389 },
    { 667, 667, 667, 722, 667, 667, 722, 778, 389, 500, 667, 611, 889, 722, 722, 611, 722, 667, 556, 611, 722, 667, 889, 667, 611, 611, 500, 500, 444, 500, 444, 333, 500, 556, 278, 278, 500, 278, 778, 556, 500, 500, 500, 389, 389, 278, 556, 444, 667, 500, 444, 389 },
};

/* What a nameless font's letters show of it. Marks above or below make none wider, horns may, and an i is another one.    */
void faces_width(struct faces *f, const struct face *face, const char *s, int n, int width)
{
    static const char horns[] = "ơờớởỡợƠỜỚỞỠỢưừứửữựƯỪỨỬỮỰđĐ";
    if (!f->scratch)
        f->scratch = arena_scratch(f->arena);
    arena_reset(f->scratch);
    const char *one = arena_copy(f->scratch, s, (size_t)n), *plain = n == 1 ? one : strstr(horns, one) ? "" : utf8_plain(f->scratch, one);
    char letter = plain[0] && !plain[1] ? plain[0] : '\0';
    if (n > 1 && (letter == 'i' || letter == '\0'))
        return;
    if (n > 1 && utf8_is_upper(utf8_next(&one)) && letter >= 'a' && letter <= 'z')
        letter = (char)(letter - 'a' + 'A');
    int k = letter >= 'A' && letter <= 'Z' ? letter - 'A' : letter >= 'a' && letter <= 'z' ? letter - 'a' + 26 : -1;
    for (int i = 0; i < f->n && k >= 0; i++)
        if (f->face[i] == face)
            f->width[i][k] = (short)width;
}

/* The look whose widths all its letters have; -1: none, or too few letters tell.                                     */
static int look_of(const short *width)
{
    int found = -1;
    for (int look = 0; look < 4; look++) {
        int seen = 0, off = 0;
        for (int k = 0; k < 52; k++)
            if (width[k]) {
                int by = width[k] - times_widths[look][k];
                seen++;
                off += by > 6 || by < -6;
            }
        if (!seen || off)
            continue;
        if (found >= 0) /* both fit */
            return -1;
        found = look;
    }
    return found;
}

/* CairoFont-3-0 and CairoFont-3-1 hold the letters of one font.                                                        */
static bool is_part_of(const char *name, const char *other)
{
    const char *end = strrchr(name, '-'), *last = strrchr(other, '-');
    return end && last && end - name == last - other && strncmp(name, other, (size_t)(end - name)) == 0;
}

/* Nameless fonts with the widths of one of the four get its look; of the others nobody knows how they look.             */
void faces_guess(struct faces *f)
{
    int look[MOST_FACES];
    for (int i = 0; i < f->n; i++)
        look[i] = *f->face[i]->family ? 0 : look_of(f->width[i]);
    for (int i = 0; i < f->n; i++) {
        int own = look[i];
        for (int k = 0; k < f->n && own < 0; k++)
            own = !*f->face[k]->family && is_part_of(f->face[i]->name, f->face[k]->name) ? look[k] : -1;
        f->face[i]->unknown = own < 0;
        f->face[i]->bold |= own == 1 || own == 3;
        f->face[i]->italic |= own >= 2;
    }
}
