/* amount_rules.c - T9: numbers that are written in digits and in words.                                      */
#include "check/text.h"

struct amount { int64_t value; int decimals; int from, to; };

/* Words that tell of the amount that follows, and those that may stand behind it.                             */
static const char *const heads[] = { "bằng chữ", "viết bằng chữ", "ghi bằng chữ", "số tiền bằng chữ", "số tiền viết bằng chữ", "số tiền ghi bằng chữ", "tổng số tiền bằng chữ" };
static const char *const tails[] = { "đồng", "đồng chẵn", "đồng việt nam", "đồng./", "đồng chẵn./", "việt nam đồng", "vnđ" };

static const char *skip_head(const char *s, bool *named)
{
    *named = false;
    for (int i = 0; i < LENGTH(heads); i++) {
        size_t n = strlen(heads[i]);
        if (starts(s, heads[i]) && (s[n] == ':' || s[n] == ' ') && !starts(s + n, " số")) {
            *named = true;
            return s + n + strspn(s + n, ": ");
        }
    }
    return s;
}

/* What stands behind the number's words is its unit: the amount's own, or what stands behind the digits or brackets.    */
static bool is_tail(const char *s, int n, const char *unit, int unit_n, const char *behind)
{
    while (n && strchr(" .", s[n - 1]))
        n--;
    while (n && *s == ' ')
        s++, n--;
    if (!n || (n == unit_n && memcmp(s, unit, (size_t)n) == 0))
        return true;
    behind += strspn(behind, ") ");
    if (strncmp(behind, s, (size_t)n) == 0 && !is_word_byte(behind[n]))
        return true;
    for (int i = 0; i < LENGTH(tails); i++)
        if ((int)strlen(tails[i]) == n && memcmp(s, tails[i], (size_t)n) == 0)
            return true;
    return false;
}

/* ---- the digits before ----------------------------------------------------------------------------------------- */

static bool is_digit(char b) { return b >= '0' && b <= '9'; }

static int64_t scale_of(const char *unit)
{
    static const struct { const char *word; int64_t scale; } scales[] = { { "nghìn", 1000 }, { "ngàn", 1000 }, { "triệu", 1000000 }, { "tỷ", 1000000000 }, { "tỉ", 1000000000 } };
    for (int i = 0; i < LENGTH(scales); i++)
        if (starts(unit, scales[i].word) && !is_word_byte(unit[strlen(scales[i].word)]))
            return scales[i].scale;
    return 1;
}

/* The last number before `end`, with at most so many words behind it.                                               */
static bool digits_before(const char *text, int end, int most_words, struct amount *to)
{
    int i = end, words = 0, used;
    while (i && !is_digit(text[i - 1])) {
        if (!is_word_byte(text[i - 1]) && !strchr(" .:-", text[i - 1]))
            return false;
        words += text[i - 1] == ' ';
        i--;
    }
    to->to = i;
    while (i && (is_digit(text[i - 1]) || ((text[i - 1] == '.' || text[i - 1] == ',') && i > 1 && is_digit(text[i - 2]))))
        i--;
    to->from = i;
    if (i == to->to || words > most_words + 1 || (i && (is_word_byte(text[i - 1]) || strchr("/-–", text[i - 1]))))
        return false;
    return digits_read(text + i, &to->value, &to->decimals, &used) && i + used == to->to;
}

/* ---- one place ---------------------------------------------------------------------------------------------------- */

static bool equal(const struct amount *digits, int64_t words, int64_t scale)
{
    int64_t whole = 1;
    for (int i = 0; i < digits->decimals; i++)
        whole *= 10;
    return digits->value < INT64_MAX / scale && words < INT64_MAX / whole && digits->value * scale == words * whole;
}

/* The words from `from` on, and the digits that they should say. False: there is nothing to compare.                  */
static bool judge(struct check *c, const struct passage *p, int from, int end, const char *digits_in, const struct amount *digits)
{
    int used;
    int64_t value = numeral_read(p->lower + from, &used);
    const char *unit = digits_in + digits->to + strspn(digits_in + digits->to, " ");
    int unit_n = digits_in == p->lower && digits->to < from ? (int)strcspn(unit, "(:") : (int)strlen(unit);
    while (unit_n && unit[unit_n - 1] == ' ')
        unit_n--;
    if (value < 0 || !is_tail(p->lower + from + used, end - from - used, unit, unit_n, p->lower + end))
        return false;
    if (equal(digits, value, 1) || equal(digits, value, scale_of(unit)))
        return true;
    const char *words = shortly(c, arena_copy(c->arena, p->text + from, (size_t)used), 80);
    fault_word(c, p, from, W("số %.*s, chữ «%s» (%s)", "figures %.*s, words '%s' (%s)"), digits->to - digits->from, digits_in + digits->from, words,
          digits_write(c->arena, value, 0));
    return true;
}

/* "1.250.000 đồng (Một triệu hai trăm năm mươi nghìn đồng)"                                                          */
static int judge_brackets(struct check *c, const struct passage *p, int open)
{
    const char *close = strchr(p->lower + open, ')');
    bool named;
    struct amount digits;
    const char *from = skip_head(p->lower + open + 1, &named);
    if (!close || !digits_before(p->lower, open, named ? 8 : 4, &digits))
        return 0;
    return judge(c, p, (int)(from - p->lower), (int)(close - p->lower), p->lower, &digits);
}

/* "Bằng chữ: ..." in a paragraph of its own, or at the end of one: of the amount right before it.                     */
static int judge_named(struct check *c, const struct passage *p, const struct passage *before)
{
    bool named;
    const char *start = p->lower + (*p->lower == '(');
    const char *from = skip_head(start, &named);
    struct amount digits;
    size_t n = strcspn(from, ")");
    if (!named || !before || !digits_before(before->lower, (int)strlen(before->lower), 3, &digits))
        return 0;
    return judge(c, p, (int)(from - p->lower), (int)(from - p->lower + (int)n), before->lower, &digits);
}

enum check_state rule_t9(struct check *c)
{
    const struct passages *all = passages_of(c);
    int seen = 0;
    for (int i = 0; i < all->n; i++) {
        const struct passage *p = &all->at[i];
        for (const char *s = p->lower; (s = strchr(s, '(')); s++)
            seen += judge_brackets(c, p, (int)(s - p->lower));
        seen += judge_named(c, p, i ? p - 1 : NULL);
    }
    return seen ? done(c, W("%d chỗ khớp", "%d places match"), seen) : skip(c, W("không có số viết bằng chữ", "no amounts in words"));
}
