/* made_rules.c - T15: dashes, numbers and words that the template makes, typed by hand as well: they stand twice.  */
#include "check/text.h"

/* How a passage begins where its label was typed into the text too, and with which bytes: of most passages, such as a
 * table's cells, no more than these is looked at.                                                                */
static const struct { const char *first, *pattern; } twice[] = {
    { "-+\xE2", "^[-–+•] ?[-–+•] " }, { "0123456789", "^[0-9]+(\\.[0-9]+)*\\. [0-9]{1,2}(\\.[0-9]{1,2})*\\. " },
    { "IVX", "^[IVX]+\\. [IVX]+\\. " }, { "abcdefghijklmnopqrstuvwxyz\xC4", "^([a-z]|đ)\\) ([a-z]|đ)\\) " },
    { "\xC4", "^Điều [0-9]+[.:] Điều [0-9]+[.:]" }, { "K-", "^(- )?(Kính gửi: ?|- )Kính gửi" }, { "V", "^V/v:? V/v" }, { "-", "^- Lưu: Lưu:" },
    { "(", "^\\(Kèm theo \\(Kèm theo" }, { "P", "^Phụ lục [IVX0-9]+ Phụ lục [IVX0-9]+" }, { "S", "^Số: Số" },
};

static const char *label_twice(struct check *c, const char *text)
{
    regmatch_t g[MOST_GROUPS];
    if (!strchr(text, ' '))
        return NULL;
    for (int i = 0; i < LENGTH(twice); i++)
        if (strchr(twice[i].first, *text) && matches(c, twice[i].pattern, text, g))
            return group_text(c, text, g[0]);
    return NULL;
}

/* Two marks where one is made: "Như trên;;". An ellipsis is none, nor v.v..                                          */
static int marks_twice(const char *text)
{
    static const char *const pairs[] = { ";;", ",,", "::", ";.", ",.", ":.", ",;", ":;", "?." };
    for (int i = 0; i < LENGTH(pairs) && strpbrk(text, ";,:?"); i++) {
        const char *s = strstr(text, pairs[i]);
        if (s && s > text && is_word_byte(s[-1]) && s[2] != '/' && s[2] != '.')
            return (int)(s - text);
    }
    for (const char *s = text; (s = strstr(s, "..")); s += strspn(s, "."))
        if (strspn(s, ".") == 2 && s - text > 2 && is_word_byte(s[-1]) && s[2] != '/' && s[-2] != '.')
            return (int)(s - text);
    return -1;
}

enum check_state rule_t15(struct check *c)
{
    const struct passages *all = passages_of(c);
    for (int i = 0; i < all->n; i++) {
        const struct passage *p = &all->at[i];
        const char *label = label_twice(c, p->text);
        int at = marks_twice(p->text);
        if (label)
            fault_word(c, p, (int)strcspn(p->text, " "), W("gõ hai lần: «%s»", "typed twice: '%s'"), label);
        if (at >= 0)
            fault_word(c, p, at, W("hai dấu liền nhau: «%s»", "two punctuation marks: '%s'"), excerpt(c, p->text, at, at + 2));
    }
    return all->n ? done(c, "%s", W("không có", "none")) : skip(c, W("không có chữ", "no text"));
}
