#include "base/utf8.h"

#include <utf8proc.h>

uint32_t utf8_next(const char **s)
{
    const unsigned char *p = (const unsigned char *)*s;
    if (p[0] < 0x80) {
        *s += 1;
        return p[0];
    }
    int more = p[0] < 0xE0 ? 1 : p[0] < 0xF0 ? 2 : 3;
    uint32_t cp = p[0] & (0x3Fu >> more);
    for (int i = 1; i <= more; i++)
        cp = cp << 6 | (p[i] & 0x3Fu);
    *s += 1 + more;
    return cp;
}

int utf8_put(uint32_t cp, char out[4])
{
    return (int)utf8proc_encode_char((utf8proc_int32_t)cp, (utf8proc_uint8_t *)out);
}

int utf8_letters(const char *s, int n)
{
    int letters = 0;
    for (int i = 0; i < n; i++)
        letters += (s[i] & 0xC0) != 0x80;
    return letters;
}

bool utf8_is_upper(uint32_t cp)
{
    return utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_LU;
}

/* Nearly all that is asked about is answered here: Latin letters, in the ranges that have no others. */
bool utf8_is_letter(uint32_t cp)
{
    if (cp < 0x80)
        return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
    if ((cp >= 0xC0 && cp < 0x250 && cp != 0xD7 && cp != 0xF7) || (cp >= 0x1E00 && cp < 0x1F00))
        return true;
    utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

int utf8_valid(const char *s, int n)
{
    int i = 0;
    while (i < n) {
        if (!(s[i] & 0x80)) { /* nearly everything in a file of markup */
            i++;
            continue;
        }
        utf8proc_int32_t cp;
        utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)s + i, n - i, &cp);
        if (bytes <= 0)
            break;
        i += (int)bytes;
    }
    return i;
}

/* No code point below U+0300 changes under NFC, and of those above only
 * combining marks and a few blocks do. Vietnamese precomposed letters
 * (U+1EA0..U+1EF9) and general punctuation are therefore safe to pass over.   */
static bool may_change(uint32_t cp)
{
    return cp >= 0x300 && !(cp >= 0x1EA0 && cp <= 0x1EF9) && !(cp >= 0x2010 && cp <= 0x2027);
}

const char *utf8_compose(struct arena *a, const char *s)
{
    bool change = false;
    for (const char *p = s; *p && !change;)
        change = may_change(utf8_next(&p));
    if (!change)
        return s;
    utf8proc_uint8_t *composed = utf8proc_NFC((const utf8proc_uint8_t *)s);
    if (!composed)
        return s;
    const char *copy = arena_string(a, (const char *)composed);
    free(composed);
    return copy;
}

/* The small letter of the same length, of what Vietnamese is written in; 0: of all else Unicode must be asked. */
static uint32_t small_letter(uint32_t cp)
{
    if (cp < 0x80)
        return cp >= 'A' && cp <= 'Z' ? cp + 'a' - 'A' : cp;
    if (cp >= 0x1EA0 && cp <= 0x1EF9)
        return cp | 1;
    if (cp >= 0xC0 && cp < 0x100)
        return cp == 0xDF ? 0 : cp < 0xDF && cp != 0xD7 ? cp + 0x20 : cp;
    switch (cp) {
    case 0x102: case 0x103: case 0x110: case 0x111: case 0x128: case 0x129: case 0x168: case 0x169: return cp | 1;
    case 0x1A0: case 0x1A1: return 0x1A1;
    case 0x1AF: case 0x1B0: return 0x1B0;
    default: return cp >= 0x2010 && cp <= 0x2027 ? cp : 0;
    }
}

/* false: not with these letters alone.                                         */
static bool fold_simply(const char *s, char *to)
{
    while (*s) {
        uint32_t small = small_letter(utf8_next(&s));
        if (!small)
            return false;
        if (small < 0x80)
            *to++ = (char)small;
        else
            to += utf8_put(small, to);
    }
    *to = '\0';
    return true;
}

const char *utf8_fold(struct arena *a, const char *s)
{
    char *copy = arena_alloc(a, strlen(s) + 1);
    if (fold_simply(s, copy))
        return copy;
    utf8proc_uint8_t *folded = NULL;
    utf8proc_map((const utf8proc_uint8_t *)s, 0, &folded, UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    copy = arena_string(a, folded ? (const char *)folded : s);
    free(folded);
    for (char *p = copy; *p; p++)
        *p = (char)(*p >= 'A' && *p <= 'Z' ? *p + 'a' - 'A' : *p);
    return copy;
}

const char *utf8_upper(struct arena *a, const char *s)
{
    size_t n = strlen(s);
    char *out = arena_alloc(a, n * 2 + 1), *to = out; /* no capital is longer than twice */
    while (*s)
        to += utf8_put((uint32_t)utf8proc_toupper((utf8proc_int32_t)utf8_next(&s)), to);
    return out;
}

const char *utf8_plain(struct arena *a, const char *s)
{
    char *out = arena_alloc(a, strlen(s) * 2 + 1), *to = out;
    while (*s) {
        utf8proc_int32_t base[8], cp = utf8proc_tolower((utf8proc_int32_t)utf8_next(&s));
        int boundary = 0;
        utf8proc_ssize_t n = utf8proc_decompose_char(cp, base, LENGTH(base), UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK, &boundary);
        cp = n > 0 && n <= LENGTH(base) ? base[0] : cp;
        if (n) /* a mark of its own is gone */
            to += utf8_put(cp == 0x111 ? 'd' : (uint32_t)cp, to);
    }
    *to = '\0';
    return out;
}

int utf8_match_letters(const char *s, int n, const char *word, int m)
{
    const char *p = s, *end = s + n, *w = word, *word_end = word + m;
    while (p < end && w < word_end)
        if (utf8proc_tolower((utf8proc_int32_t)utf8_next(&p)) !=
            utf8proc_tolower((utf8proc_int32_t)utf8_next(&w)))
            return 0;
    return w == word_end ? (int)(p - s) : 0;
}
