/* capital_rules.c - T14: capitals. Where words decide (capitals.h), and where parts of documents are cited.     */
#include "check/text.h"

static const struct { const char *wrong, *right, *part, *before, *behind; } forms[] = {
#define C(...) { __VA_ARGS__ },
#include "check/capitals.h"
#undef C
};

static uint32_t letter_at(const char *s) { return *s ? utf8_next(&s) : 0; }

static bool any_ends(const char *text, int at, const char *list)
{
    for (const char *s = list; *s;) {
        int n = (int)strcspn(s, "|");
        if (at >= n && memcmp(text + at - n, s, (size_t)n) == 0)
            return true;
        s += n + (s[n] == '|');
    }
    return false;
}

static bool any_starts(const char *text, const char *list)
{
    for (const char *s = list; *s;) {
        size_t n = strcspn(s, "|");
        if (strncmp(text, s, n) == 0)
            return true;
        s += n + (s[n] == '|');
    }
    return false;
}

static const char *whole_word(const char *text, const char *word)
{
    for (const char *s = text; (s = strstr(s, word)); s++)
        if ((s == text || !is_word_byte(s[-1])) && !is_word_byte(s[strlen(word)]))
            return s;
    return NULL;
}

static void judge_forms(struct check *c, const struct passage *p)
{
    for (int i = 0; i < LENGTH(forms); i++) {
        const char *s = whole_word(p->text, forms[i].wrong);
        int at = s ? (int)(s - p->text) : 0;
        if (s && !any_ends(p->text, at, forms[i].before) && !any_starts(s + strlen(forms[i].wrong), forms[i].behind))
            fault_word(c, p, at, W("«%s» viết là «%s» (Phụ lục II, Mục %s)", "'%s' is written '%s' (Phụ lục II, Mục %s)"), forms[i].wrong, forms[i].right, forms[i].part);
    }
}

/* điểm a khoản 2 Điều 5: Điều has a capital, khoản and điểm have none within a sentence.                           */
static void judge_citations(struct check *c, const struct passage *p)
{
    regmatch_t g[MOST_GROUPS];
    if (!strstr(p->lower, "điều") && !strstr(p->lower, "khoản"))
        return;
    if (matches(c, "khoản [0-9]+[a-z]? (điều) [0-9]", p->text, g))
        fault_word(c, p, (int)g[1].rm_so, W("«%s» viết là «Điều» (Phụ lục II, Mục V khoản 7)", "'%s' is written 'Điều' (Phụ lục II, Mục V khoản 7)"), group_text(c, p->text, g[1]));
    if (matches(c, "(tại|theo|của|và|,) (Khoản|Điểm) ([0-9]+|[a-z]|đ)[ ,;.]", p->text, g))
        fault_word(c, p, (int)g[2].rm_so, W("«%s» không viết hoa ở giữa câu (Phụ lục II, Mục V khoản 7)", "'%s' is not capitalised within a sentence (Phụ lục II, Mục V khoản 7)"),
              group_text(c, p->text, g[2]));
}

/* A sentence within a paragraph: the word before its full stop is one, no abbreviation (TP. ..., v.v. ...).             */
static void judge_sentences(struct check *c, const struct passage *p)
{
    struct word w;
    struct syllable read;
    for (int at = 0; word_next(p->lower, &at, &w);) {
        const char *s = p->text + w.to;
        if (!starts(s, ". ") || w.to - w.from < 2 || !syllable_read(p->lower + w.from, w.to - w.from, &read) || utf8_is_upper(letter_at(p->text + w.from)))
            continue;
        uint32_t next = letter_at(s + 2);
        if (is_vietnamese(next) && !utf8_is_upper(next))
            fault_word(c, p, w.to, W("«%s»: đầu câu viết hoa (Phụ lục II, Mục I)", "'%s': a sentence begins with a capital (Phụ lục II, Mục I)"),
                  excerpt(c, p->text, w.from, w.to + 3));
    }
}

enum check_state rule_t14(struct check *c)
{
    const struct passages *all = passages_of(c);
    for (int i = 0; i < all->n; i++)
        if (!all->at[i].capitals) {
            judge_forms(c, &all->at[i]);
            judge_citations(c, &all->at[i]);
            judge_sentences(c, &all->at[i]);
        }
    return all->n ? done(c, W("%d cụm từ được xét", "%d expressions checked"), LENGTH(forms)) : skip(c, W("không có chữ", "no text"));
}
