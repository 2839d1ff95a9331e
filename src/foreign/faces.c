/* faces.c - what the name of a font says: ABCDEF+TimesNewRomanPS-BoldItalicMT.                                    */
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

/* A program that gives its fonts no name, or counts them: what they look like is not known.                        */
static bool is_nameless(const char *name)
{
    return !*name || begins(name, "CIDFont+") || begins(name, "T3Font") || begins(name, "Type3") || begins(name, "Unnamed") ||
           (strlen(name) <= 4 && name[0] == 'F' && isdigit((unsigned char)name[1]));
}

static bool has_word(const char *name, const char *word)
{
    size_t n = strlen(word);
    for (; *name; name++)
        if (strncasecmp(name, word, n) == 0)
            return true;
    return false;
}

const struct face *face_named(struct faces *f, const char *name, bool bold, bool italic)
{
    const char *plain = font_untagged(name);
    /* mutool prints 31 bytes of a name: ABCDEF+TimesNewRomanPS-BoldItal */
    bold |= has_word(plain, "bold") || has_word(plain, "black") || has_word(plain, "heavy");
    italic |= has_word(plain, "ital") || has_word(plain, "obli");
    for (int i = f->n - 1; i >= 0; i--)
        if (strcmp(f->face[i]->name, plain) == 0 && f->face[i]->bold == bold && f->face[i]->italic == italic)
            return f->face[i];
    struct face *face = NEW(f->arena, struct face);
    *face = (struct face){ .name = arena_string(f->arena, plain), .family = is_nameless(plain) ? "" : family_of(f->arena, plain), .bold = bold,
                           .italic = italic, .ascent = 891, .descent = 216, .advance = any_advance };
    f->face = arena_grow(f->arena, f->face, f->n + 1, &f->room, sizeof(struct face *));
    f->face[f->n++] = face;
    return face;
}
