#include "base/unit.h"

/* Digits and at most one point -> value * 10^6; the rest of s, NULL: none.    */
static const char *decimal(const char *s, int64_t *millionths)
{
    int64_t v = 0;
    int digits = 0, behind = -1;
    bool minus = *s == '-';
    for (s += minus; (*s >= '0' && *s <= '9') || (*s == '.' && behind < 0); s++) {
        if (*s == '.') {
            behind = 0;
            continue;
        }
        if (++digits > 12 || behind == 6)
            return NULL;
        v = v * 10 + (*s - '0');
        behind += behind >= 0;
    }
    if (!digits || behind == 0)
        return NULL;
    for (int i = behind < 0 ? 0 : behind; i < 6; i++)
        v *= 10;
    *millionths = minus ? -v : v;
    return s;
}

static int64_t divide_round(int64_t a, int64_t b)
{
    return a < 0 ? -((-a + b / 2) / b) : (a + b / 2) / b;
}

bool len_parse(const char *s, len *out)
{
    static const struct { const char *name; int64_t num, den; } units[] = {
        { "mm", 720000, 254 }, /* millipoints in one, as a fraction            */
        { "cm", 7200000, 254 },
        { "pt", 1000, 1 },
    };
    int64_t millionths;
    const char *unit = decimal(s, &millionths);
    for (int i = 0; unit && i < LENGTH(units); i++) {
        if (strcmp(unit, units[i].name) != 0)
            continue;
        if (millionths > (int64_t)10000000000 || millionths < -(int64_t)10000000000)
            return false; /* ten kilometres of paper */
        int64_t v = divide_round(millionths * units[i].num, units[i].den * 1000000);
        if (v > LEN_MAX || v < -LEN_MAX)
            return false;
        *out = (len)v;
        return true;
    }
    return false;
}

bool thousandths_parse(const char *s, int *out)
{
    int64_t millionths;
    const char *rest = decimal(s, &millionths);
    if (!rest || *rest || millionths % 1000 || llabs(millionths) > (int64_t)INT_MAX * 1000)
        return false;
    *out = (int)(millionths / 1000);
    return true;
}

const char *len_mm(len l, char out[MM_TEXT])
{
    int64_t tenths = divide_round((int64_t)l * 254, 72000);
    snprintf(out, MM_TEXT, "%s%d.%d", tenths < 0 ? "-" : "", (int)(llabs(tenths) / 10),
             (int)(llabs(tenths) % 10));
    return out;
}
