/* show.c - words of strangers on a terminal: they cannot move its cursor, set its title or write its lines anew.  */
#include "base/utf8.h"

static bool turns(uint32_t cp)
{
    return (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069) || cp == 0x200E || cp == 0x200F || cp == 0x061C;
}

static bool drives(uint32_t cp) { return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || turns(cp); }

static bool is_unseen(uint32_t cp) { return cp == 0xAD || (cp >= 0x200B && cp <= 0x200D) || (cp >= 0x2060 && cp <= 0x2064) || cp == 0xFEFF; }

bool utf8_is_plain_name(const char *s)
{
    bool plain = true;
    while (*s && plain) {
        uint32_t cp = utf8_next(&s);
        plain = !drives(cp) && !is_unseen(cp);
    }
    return plain;
}

/* The pictures of control characters that Unicode has; of others, and of what is none, the one for that.       */
static void show_picture(FILE *out, uint32_t cp)
{
    char picture[4];
    int n = utf8_put(cp < 0x20 ? 0x2400 + cp : cp == 0x7F ? 0x2421 : 0xFFFD, picture);
    fwrite(picture, 1, (size_t)n, out);
}

void utf8_show(FILE *out, const char *s, size_t n)
{
    const char *from = s;        /* what has not been written yet: letters go out together          */
    for (const char *end = s + n, *next; s < end; s = next) {
        int most = end - s < 4 ? (int)(end - s) : 4, size = 1;
        next = s;
        uint32_t cp = (unsigned char)*s;
        if (cp >= 0x80) {
            while (size < most && (s[size] & 0xC0) == 0x80)
                size++;
            size = utf8_valid(s, size) ? size : 0;
            cp = size ? utf8_next(&next) : 0xFFFD;
        }
        next = size && cp >= 0x80 ? next : s + 1;
        if ((drives(cp) && cp != '\t') || cp == 0xFFFD) {
            fwrite(from, 1, (size_t)(s - from), out);
            show_picture(out, cp);
            from = next;
        }
    }
    fwrite(from, 1, (size_t)(s - from), out);
}
