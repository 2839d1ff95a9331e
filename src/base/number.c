#include "base/number.h"

#include "base/buf.h"

#include <math.h>

enum { MOST_DIGITS = 18, GOOD_DIGITS = 15, MOST_DECIMALS = 6 };

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

/* Half away from zero, to at most `digits` behind the comma.                             */
static struct decimal rounded(struct decimal d, int digits)
{
    int64_t unit = 1;
    for (; d.scale > digits; d.scale--)
        unit *= 10;
    int64_t rest = d.value % unit;
    d.value = d.value / unit + (unit > 1 && rest >= unit / 2) - (unit > 1 && -rest >= unit / 2);
    return d;
}

const char *decimal_vi(struct arena *a, struct decimal d, int decimals)
{
    struct buf b = buf_in(a);
    char digits[48];
    d = rounded(d, decimals < 0 ? MOST_DECIMALS : decimals);
    for (; decimals < 0 && d.scale && d.value % 10 == 0; d.scale--)
        d.value /= 10;
    uint64_t v = d.value < 0 ? -(uint64_t)d.value : (uint64_t)d.value;
    int n = snprintf(digits, sizeof(digits), "%0*llu", d.scale + 1, (unsigned long long)v), whole = n - d.scale;
    buf_str(&b, d.value < 0 ? "-" : "");
    for (int i = 0; i < n; i++) {
        if (i == whole)
            buf_char(&b, ',');
        else if (i && i < whole && (whole - i) % 3 == 0)
            buf_char(&b, '.');
        buf_char(&b, digits[i]);
    }
    for (int i = d.scale; i < decimals; i++)
        buf_str(&b, i == 0 ? ",0" : "0");
    return buf_text(&b);
}

/* Behind the comma, of `most` at the most: as many as a double holds to the last.         */
static int decimals_held(double x, int most)
{
    while (most && fabs(x) * pow(10, most) >= DOUBLE_EXACT)
        most--;
    return most;
}

const char *number_vi(struct arena *a, double x, int decimals)
{
    int digits = decimals_held(x, decimals < 0 ? MOST_DECIMALS : decimals > 9 ? 9 : decimals);
    double v = floor(fabs(x) * pow(10, digits) + 0.5 + 1e-9);
    if (!(v < 9e18)) /* snprintf's point follows the locale; %.0f has none */
        return arena_format(a, "%.0f", x);
    return decimal_vi(a, (struct decimal){ x < 0 ? -(int64_t)v : (int64_t)v, digits }, decimals);
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

/* The point follows the locale, which may be the caller's. */
static const char *plain(struct arena *a, double x, int digits)
{
    char *text = (char *)arena_format(a, "%.*f", digits, x);
    size_t n = strlen(text);
    if (digits) {
        text[n - (size_t)digits - 1] = '.';
        while (text[n - 1] == '0')
            n--;
        text[text[n - 1] == '.' ? n - 1 : n] = '\0';
    }
    return strcmp(text, "-0") == 0 ? text + 1 : text;
}

const char *number_plain(struct arena *a, double x)
{
    return fabs(x) < DOUBLE_EXACT ? plain(a, x, decimals_held(x, MOST_DECIMALS)) : "";
}

const char *number_xpath(struct arena *a, double x)
{
    if (!(fabs(x) < DOUBLE_EXACT))
        return "";
    int digits = GOOD_DIGITS - 1 - (x == 0 ? 0 : (int)floor(log10(fabs(x))));
    return plain(a, x, digits > 0 ? digits : 0);
}

const char *decimal_plain(struct arena *a, struct decimal d)
{
    uint64_t n = d.value < 0 ? -(uint64_t)d.value : (uint64_t)d.value, unit = 1;
    for (int i = 0; i < d.scale; i++)
        unit *= 10;
    const char *minus = d.value < 0 ? "-" : "";
    if (!d.scale)
        return arena_format(a, "%s%llu", minus, (unsigned long long)n);
    return arena_format(a, "%s%llu.%0*llu", minus, (unsigned long long)(n / unit), d.scale, (unsigned long long)(n % unit));
}
