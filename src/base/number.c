#include "base/number.h"

#include <math.h>

enum { MOST_DIGITS = 18 };

/* "1.247.000" -> "1247000": groups of three after the first.                            */
static bool ungroup(const char *s, char *out, int room)
{
    int n = 0, group = 0, points = 0;
    if (*s == '-')
        out[n++] = *s++;
    for (; *s && *s != ','; s++) {
        if (*s == '.') {
            if (group == 0 || (points ? group != 3 : group > 3))
                return false;
            points++;
            group = 0;
        } else if (*s < '0' || *s > '9' || n >= room - 1) {
            return false;
        } else {
            out[n++] = *s;
            group++;
        }
    }
    if (points && group != 3)
        return false;
    if (*s == ',')
        for (out[n++] = '.', s++; *s; s++) {
            if (*s < '0' || *s > '9' || n >= room - 1)
                return false;
            out[n++] = *s;
        }
    out[n] = '\0';
    return true;
}

bool decimal_parse(const char *s, bool vietnamese, struct decimal *out)
{
    char plain[48];
    if (vietnamese) {
        if (!ungroup(s, plain, LENGTH(plain)))
            return false;
        s = plain;
    }
    struct decimal d = { 0, 0 };
    bool minus = *s == '-', point = false;
    int digits = 0;
    for (s += minus; *s; s++) {
        if (*s == '.' && !point && digits) {
            point = true;
            continue;
        }
        if (*s < '0' || *s > '9' || ++digits > MOST_DIGITS)
            return false;
        d.value = d.value * 10 + (*s - '0');
        d.scale += point;
    }
    if (!digits || (point && d.scale == 0))
        return false;
    if (minus)
        d.value = -d.value;
    *out = d;
    return true;
}

static bool rescale(struct decimal *d, int scale)
{
    for (; d->scale < scale; d->scale++)
        if (__builtin_mul_overflow(d->value, 10, &d->value))
            return false;
    return true;
}

bool decimal_add(struct decimal *sum, struct decimal d)
{
    int scale = sum->scale > d.scale ? sum->scale : d.scale;
    return rescale(sum, scale) && rescale(&d, scale) &&
           !__builtin_add_overflow(sum->value, d.value, &sum->value);
}

double decimal_double(struct decimal d)
{
    double x = (double)d.value;
    for (int i = 0; i < d.scale; i++)
        x /= 10;
    return x;
}

/* snprintf's point follows the locale, so whole numbers only are printed.                */
const char *number_vi(struct arena *a, double x, int decimals)
{
    int digits = decimals < 0 ? 6 : decimals > 9 ? 9 : decimals;
    double scale = pow(10, digits), most = 9e15;
    if (!(fabs(x) * scale < most))
        return arena_string(a, "?");
    int64_t v = (int64_t)floor(fabs(x) * scale + 0.5 + 1e-9), unit = (int64_t)scale;
    char whole[32], grouped[48], fraction[16] = "";
    int n = snprintf(whole, sizeof(whole), "%lld", (long long)(v / unit)), g = 0;
    for (int i = 0; i < n; i++) {
        if (i && (n - i) % 3 == 0)
            grouped[g++] = '.';
        grouped[g++] = whole[i];
    }
    grouped[g] = '\0';
    if (digits)
        fraction[0] = ',';
    for (int64_t i = digits, rest = v % unit; i > 0; i--, rest /= 10)
        fraction[i] = (char)('0' + rest % 10);
    for (size_t e = strlen(fraction); decimals < 0 && e && strchr("0,", fraction[e - 1]); e--) {
        bool comma = fraction[e - 1] == ',';
        fraction[e - 1] = '\0';
        if (comma)
            break;
    }
    return arena_format(a, "%s%s%s", x < 0 && v ? "-" : "", grouped, fraction);
}

const char *number_roman(int n, char out[ROMAN_TEXT])
{
    static const struct { int n; const char *s; } parts[] = {
        { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
        { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
        { 5, "V" },    { 4, "IV" },   { 1, "I" },
    };
    if (n < 1 || n > 3999) {
        snprintf(out, ROMAN_TEXT, "%d", n);
        return out;
    }
    char *end = out;
    for (int i = 0; i < LENGTH(parts); i++)
        for (; n >= parts[i].n; n -= parts[i].n)
            end += snprintf(end, (size_t)(out + ROMAN_TEXT - end), "%s", parts[i].s);
    return out;
}

const char *number_letter(int n, char out[ROMAN_TEXT])
{
    static const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                           "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };
    if (n < 1 || n > LENGTH(letters) * LENGTH(letters)) {
        snprintf(out, ROMAN_TEXT, "%d", n);
        return out;
    }
    int high = (n - 1) / LENGTH(letters), low = (n - 1) % LENGTH(letters);
    snprintf(out, ROMAN_TEXT, "%s%s", high ? letters[high - 1] : "", letters[low]);
    return out;
}
