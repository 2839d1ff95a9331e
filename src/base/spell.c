#include "base/spell.h"

#include "base/buf.h"

static const char *const digits[] = { "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín" };

static void add(struct buf *out, const char *word)
{
    if (out->size)
        buf_char(out, ' ');
    buf_str(out, word);
}

/* one is "mốt" behind twenty and more, five "lăm" behind ten and more, and a nought between a
 * hundred and a unit is said ("linh").                                                          */
static void below_hundred(struct buf *out, int n, bool hundreds)
{
    int tens = n / 10, unit = n % 10;
    if (tens > 1)
        add(out, digits[tens]);
    if (tens)
        add(out, tens == 1 ? "mười" : "mươi");
    else if (unit && hundreds)
        add(out, "linh");
    if (unit)
        add(out, tens > 1 && unit == 1 ? "mốt" : tens && unit == 5 ? "lăm" : digits[unit]);
}

static void below_thousand(struct buf *out, int n, bool more)
{
    if (n >= 100 || more) {
        add(out, digits[n / 100]);
        add(out, "trăm");
    }
    below_hundred(out, n % 100, n >= 100 || more);
}

/* `more`: something was said before, so that the hundreds are said though they are nought.      */
static void whole(struct buf *out, uint64_t n, bool more)
{
    static const struct { uint64_t unit; const char *word; } groups[] = {
        { 1000000000, "tỷ" }, { 1000000, "triệu" }, { 1000, "nghìn" },
    };
    for (int i = 0; i < LENGTH(groups); i++) {
        uint64_t above = n / groups[i].unit;
        n %= groups[i].unit;
        if (!above)
            continue;
        if (i == 0)
            whole(out, above, more);
        else
            below_thousand(out, (int)above, more);
        add(out, groups[i].word);
        more = true;
    }
    if (n)
        below_thousand(out, (int)n, more);
}

const char *number_words(struct arena *a, struct decimal d)
{
    struct buf out = buf_in(a);
    uint64_t n = d.value < 0 ? -(uint64_t)d.value : (uint64_t)d.value, unit = 1;
    for (int i = 0; i < d.scale; i++)
        unit *= 10;
    if (d.value < 0)
        add(&out, "âm");
    if (n / unit)
        whole(&out, n / unit, false);
    else
        add(&out, digits[0]);
    if (d.scale)
        add(&out, "phẩy");
    for (n %= unit; unit > 1; n %= unit) {
        unit /= 10;
        add(&out, digits[n / unit]);
    }
    return buf_text(&out);
}
