/* cited_rules.c - D4: numbers and notations of documents that are cited.                                       */
#include "check/text.h"

static const struct { const char *name, *sign, *plain; } types[] = { /* plain: typed without its marks           */
    { "nghị định", "NĐ", "ND" }, { "quyết định", "QĐ", "QD" }, { "nghị quyết", "NQ", "" }, { "chỉ thị", "CT", "" }, { "thông tư liên tịch", "TTLT", "" },
    { "thông tư", "TT", "" }, { "kế hoạch", "KH", "" }, { "báo cáo", "BC", "" }, { "tờ trình", "TTr", "" }, { "thông báo", "TB", "" },
    { "chương trình", "CTr", "" }, { "công điện", "CĐ", "CD" }, { "hướng dẫn", "HD", "" }, { "đề án", "ĐA", "DA" },
};

static int type_before(const char *text, int at)
{
    for (int i = 0; i < LENGTH(types); i++) {
        int n = (int)strlen(types[i].name);
        if (at >= n && memcmp(text + at - n, types[i].name, (size_t)n) == 0)
            return i;
    }
    return -1;
}

/* 36-NQ/TW is the Party's form; 15/QH14 the National Assembly's own.                                             */
static const char *sign_wrong(struct check *c, int type, const char *code)
{
    regmatch_t g[MOST_GROUPS];
    const char *of = types[type].sign;
    if (!matches(c, "^[0-9]+[a-z]?/(([0-9]{4})/)?([^/-]*)(-(.*))?$", code, g))
        return "";
    const char *sign = group_text(c, code, g[3]), *issuer = group_text(c, code, g[5]);
    int year = g[2].rm_so < 0 ? 0 : whole_at(code + g[2].rm_so), now = c->pages->date / 10000;
    if (year && (year < 1945 || (now && year > now)))
        return arena_format(c->arena, W("năm %d", "the year %d"), year);
    if (!*sign || strspn(sign, "0123456789") == strlen(sign))
        return W("thiếu ký hiệu", "has no notation");
    if (*types[type].plain && strcmp(sign, types[type].plain) == 0)
        return arena_format(c->arena, W("%s viết là %s", "%s is written %s"), sign, of);
    if (strcmp(of, "NĐ") == 0 && strcmp(sign, of) == 0 && strcmp(issuer, "CP") != 0 && strcmp(issuer, "HĐBT") != 0)
        return W("ký hiệu của nghị định là NĐ-CP", "a decree's notation is NĐ-CP");
    for (int i = 0; i < LENGTH(types); i++)
        if (strcmp(types[i].sign, sign) == 0 && strcmp(sign, of) != 0)
            return arena_format(c->arena, W("%s là ký hiệu của %s", "%s is the notation of %s"), sign, types[i].name);
    return "";
}

/* Blanks about / or - of a code: số 15 /QĐ-UBND, số 15/QĐ - UBND.                                                */
static bool has_blanks(struct check *c, const char *from)
{
    return matches(c, "^[0-9]+( /|/ )([0-9]{4} ?/ ?)?[A-ZĐ]", from, NULL) || matches(c, "^[0-9]+/[0-9]{4}( /|/ | / )[A-ZĐ]", from, NULL) ||
           matches(c, "^[0-9]+/([0-9]{4}/)?(NĐ|QĐ|NQ|CT|TT|TTLT|KH|BC|TTr|TB|CTr|HD)( -|- | - )[A-ZĐ]{2}", from, NULL);
}

static const char *code_at(struct check *c, const char *s)
{
    size_t n = strcspn(s, " ,;:()\"");
    const char *quote = memmem(s, n, "”", strlen("”"));
    n = quote ? (size_t)(quote - s) : n;
    while (n && s[n - 1] == '.')
        n--;
    if (n >= 3 && s[n - 1] == '/' && s[n - 2] == '.')
        n -= 2;
    return arena_copy(c->arena, s, n);
}

static int judge_codes(struct check *c, const struct passage *p)
{
    static const char number[] = " số ";
    int n = 0;
    for (const char *s = p->lower; (s = strstr(s, number)); s++) {
        int at = (int)(s - p->lower), type = type_before(p->lower, at), from = at + (int)strlen(number);
        if (type < 0 || p->text[from] < '0' || p->text[from] > '9')
            continue;
        const char *code = code_at(c, p->text + from);
        bool blanks = has_blanks(c, p->text + from);
        if (!strchr(code, '/') && !blanks)
            continue;
        n++;
        const char *wrong = blanks ? W("có khoảng trắng", "contains a space") : sign_wrong(c, type, code);
        if (*wrong)
            fault_word(c, p, from, "%s số %s: %s", types[type].name, code, wrong);
    }
    return n;
}

enum check_state rule_d4(struct check *c)
{
    const struct passages *all = passages_of(c);
    int n = 0;
    for (int i = 0; i < all->n; i++)
        n += judge_codes(c, &all->at[i]);
    return n ? done(c, W("%d ký hiệu", "%d document numbers"), n) : skip(c, W("không dẫn văn bản nào bằng số, ký hiệu", "no document is cited by number"));
}
