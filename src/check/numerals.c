/* numerals.c - Vietnamese numbers: in words, and in digits as the decree's documents write them.            */
#include "check/text.h"

/* ---- words ---------------------------------------------------------------------------------------------- */

enum kind { DIGIT, TEN, TENS, HUNDRED, ZERO_TENS, SCALE, HALF, OTHER };
static const struct { const char *word; enum kind kind; int64_t value; } words[] = {
    { "không", DIGIT, 0 }, { "một", DIGIT, 1 }, { "mốt", DIGIT, 1 }, { "hai", DIGIT, 2 }, { "ba", DIGIT, 3 }, { "bốn", DIGIT, 4 },
    { "tư", DIGIT, 4 }, { "năm", DIGIT, 5 }, { "lăm", DIGIT, 5 }, { "nhăm", DIGIT, 5 }, { "sáu", DIGIT, 6 }, { "bảy", DIGIT, 7 },
    { "bẩy", DIGIT, 7 }, { "tám", DIGIT, 8 }, { "chín", DIGIT, 9 }, { "mười", TEN, 10 }, { "mươi", TENS, 10 }, { "trăm", HUNDRED, 100 },
    { "linh", ZERO_TENS, 0 }, { "lẻ", ZERO_TENS, 0 }, { "nghìn", SCALE, 1000 }, { "ngàn", SCALE, 1000 }, { "triệu", SCALE, 1000000 },
    { "tỷ", SCALE, 1000000000 }, { "tỉ", SCALE, 1000000000 }, { "rưỡi", HALF, 0 },
};

struct reader { const char *s, *end; enum kind kind; int64_t value; const char *word; int n; };

/* The word that stands at s; its end.                                                                         */
static void look(struct reader *r)
{
    const char *s = r->s + strspn(r->s, " -");
    r->n = 0;
    while (is_word_byte(s[r->n]))
        r->n++;
    r->word = s;
    r->kind = OTHER;
    for (int i = 0; i < LENGTH(words); i++)
        if ((int)strlen(words[i].word) == r->n && memcmp(words[i].word, s, (size_t)r->n) == 0) {
            r->kind = words[i].kind;
            r->value = words[i].value;
        }
}

static void take(struct reader *r)
{
    r->s = r->end = r->word + r->n;
    look(r);
}

static bool is_word(const struct reader *r, const char *word) { return (int)strlen(word) == r->n && memcmp(word, r->word, (size_t)r->n) == 0; }

/* Behind mười and mươi five is lăm: "mười năm" are ten years. One is mốt behind mươi.                            */
static bool is_last_digit(const struct reader *r) { return r->kind == DIGIT && r->value && !is_word(r, "năm"); }

static int after_tens(struct reader *r, int value)
{
    if (is_last_digit(r)) {
        value += (int)r->value;
        take(r);
    }
    return value;
}

/* Below a hundred, behind so many hundreds.                                                                       */
static int below_hundred(struct reader *r, int hundreds)
{
    int value = 100 * hundreds, tens = (int)r->value;
    struct reader ahead = *r;
    if (r->kind == TEN) {
        take(r);
        return after_tens(r, value + 10);
    }
    if (r->kind == ZERO_TENS) {
        take(r);
        value = r->kind == DIGIT ? value + (int)r->value : -2;
        take(r);
        return value;
    }
    if (r->kind == HALF && hundreds > 0) {
        take(r);
        return value + 50;
    }
    if (r->kind != DIGIT)
        return value;
    take(&ahead);
    if (ahead.kind != TENS) /* một trăm hai; or the words of something else: "một trăm năm" */
        return -2;
    *r = ahead;
    take(r);
    return after_tens(r, value + 10 * tens);
}

/* Below a thousand; -1: none, -2: of two meanings ("một trăm hai"). *bare: one digit alone.                         */
static int group(struct reader *r, bool *bare)
{
    struct reader ahead = *r;
    int digit = (int)r->value;
    *bare = false;
    if (r->kind == TEN || r->kind == ZERO_TENS) /* mười lăm; một nghìn linh năm */
        return below_hundred(r, 0);
    if (r->kind != DIGIT)
        return -1;
    take(&ahead);
    if (ahead.kind == TENS)
        return below_hundred(r, 0);
    *r = ahead;
    if (r->kind == HUNDRED) {
        take(r);
        return below_hundred(r, digit);
    }
    *bare = true;
    return digit;
}

enum { THOUSAND_MILLIONS = 1000000000 };
struct sum { int64_t total, part, above; }; /* part: below the next tỷ; above: the scale that went before               */

static bool add_group(struct sum *sum, struct reader *r, int value)
{
    int64_t scale = r->kind == SCALE ? r->value : 1;
    if (r->kind == SCALE)
        take(r);
    if (scale >= sum->above && (scale != THOUSAND_MILLIONS || sum->total))
        return false;
    sum->part += value * scale;
    sum->above = scale;
    if (scale == THOUSAND_MILLIONS)
        sum->part = (sum->part - value * scale + value) * scale; /* một nghìn hai trăm tỷ */
    if (scale < THOUSAND_MILLIONS && r->kind == SCALE && r->value == THOUSAND_MILLIONS && !sum->total) { /* một nghìn tỷ */
        sum->part *= r->value;
        scale = sum->above = r->value;
        take(r);
    }
    if (scale == THOUSAND_MILLIONS) {
        sum->total = sum->part;
        sum->part = 0;
    }
    return true;
}

int64_t numeral_read(const char *s, int *used)
{
    struct reader r = { .s = s, .end = s };
    struct sum sum = { .above = INT64_MAX };
    bool any = false, bare;
    look(&r);
    for (int value; sum.above > 1 && (value = group(&r, &bare)) != -1;) {
        if (value < 0 || (any && bare && r.kind != SCALE) || !add_group(&sum, &r, value)) /* một triệu hai */
            return -1;
        any = true;
        if (r.kind == HALF && sum.above >= 1000) {
            sum.part += sum.above / 2;
            take(&r);
            break;
        }
    }
    *used = (int)(r.end - s);
    return any ? sum.total + sum.part : -1;
}

/* ---- digits ----------------------------------------------------------------------------------------------- */

static int digits_at(const char *s) { return (int)strspn(s, "0123456789"); }

int whole_at(const char *s)
{
    int value = 0;
    for (int i = 0; i < 9 && s[i] >= '0' && s[i] <= '9'; i++)
        value = 10 * value + (s[i] - '0');
    return value;
}

bool digits_read(const char *s, int64_t *value, int *decimals, int *used)
{
    const char *from = s;
    int n = digits_at(s), all = n;
    bool thousands = false;
    *value = 0;
    *decimals = 0;
    if (!n)
        return false;
    for (int i = 0; i < n && i < 16; i++)
        *value = 10 * *value + (s[i] - '0');
    for (s += n; *s == '.' && digits_at(s + 1) == 3; s += 4, all += 3) {
        if (all > 15 || (!thousands && n > 3))
            return false;
        thousands = true;
        *value = 1000 * *value + 100 * (s[1] - '0') + 10 * (s[2] - '0') + (s[3] - '0');
    }
    if (*s == ',' && (n = digits_at(s + 1)) > 0) {
        for (int i = 1; i <= n && all < 17; i++, all++)
            *value = 10 * *value + (s[i] - '0');
        *decimals = n;
        s += 1 + n;
    }
    *used = (int)(s - from);
    return all <= 16 && !((*s == '.' || *s == ',' || *s == '/') && digits_at(s + 1));
}

const char *digits_write(struct arena *a, int64_t value, int decimals)
{
    char digits[32], text[48];
    int n = snprintf(digits, sizeof(digits), "%0*lld", decimals + 1, (long long)(value < 0 ? -value : value)), k = 0;
    if (value < 0)
        text[k++] = '-';
    for (int i = 0; i < n - decimals; i++) {
        if (i && (n - decimals - i) % 3 == 0)
            text[k++] = '.';
        text[k++] = digits[i];
    }
    if (decimals)
        text[k++] = ',';
    for (int i = n - decimals; i < n; i++)
        text[k++] = digits[i];
    return arena_copy(a, text, (size_t)k);
}
