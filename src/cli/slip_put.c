/* slip_put.c - words into the slip's data.                                                      */
#include "cli/slip_put.h"

#include <stdbool.h>
#include <stddef.h>

/* What an office's letters and signs are. All else could not be seen on paper, or would pass for
 * another letter, which may be the very fault: its number is shown.                              */
static bool is_plain(unsigned c)
{
    static const struct { unsigned from, to; } plain[] = {
        { 0x20, 0x7E }, { 0xA0, 0xAC }, { 0xAE, 0xCF }, { 0xD1, 0xEF }, { 0xF1, 0x17F }, { 0x1A0, 0x1A1 }, { 0x1AF, 0x1B0 },
        { 0x1EA0, 0x1EF9 }, { 0x2010, 0x2015 }, { 0x2018, 0x201E }, { 0x2022, 0x2022 }, { 0x2026, 0x2026 }, { 0x20AB, 0x20AB }, { 0x2212, 0x2212 }, { 0x2264, 0x2265 }
    };
    for (size_t i = 0; i < sizeof(plain) / sizeof(*plain); i++)
        if (c >= plain[i].from && c <= plain[i].to)
            return true;
    return false;
}

/* The letter at s, of n bytes; what is no UTF-8 is a letter of one byte.                            */
static unsigned letter_at(const char *s, int *n)
{
    const unsigned char *u = (const unsigned char *)s;
    *n = *u < 0x80 ? 1 : *u >= 0xF0 ? 4 : *u >= 0xE0 ? 3 : 2;
    unsigned c = *n == 1 ? *u : *u & (0x7Fu >> *n);
    for (int i = 1; i < *n; i++) {
        if ((u[i] & 0xC0) != 0x80) {
            *n = 1;
            return *u;
        }
        c = c << 6 | (u[i] & 0x3F);
    }
    return c;
}

void slip_words(FILE *out, const char *s)
{
    for (int n; *s; s += n) {
        unsigned c = letter_at(s, &n);
        if (c == '&' || c == '<' || c == '"')
            fprintf(out, "&#%u;", c);
        else if (c == '\n' || c == '\t')
            fputc(' ', out);
        else if (is_plain(c))
            fwrite(s, 1, (size_t)n, out);
        else
            fprintf(out, "[U+%04X]", c);
    }
}

void slip_put(FILE *out, const char *name, const char *value)
{
    if (!value || !*value)
        return;
    fprintf(out, " %s=\"", name);
    slip_words(out, value);
    fputc('"', out);
}

void slip_number(FILE *out, const char *name, int n) { fprintf(out, " %s=\"%d\"", name, n); }
