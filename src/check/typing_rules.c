/* typing_rules.c - T11 to T13: marks and blanks as hands type them.                                          */
#include "check/text.h"

static const char ending[] = "./.";

/* ---- T11 --------------------------------------------------------------------------------------------------- */

static bool is_quoted(const char *text, const char *at) { return at > text && (at[-1] == '"' || at[-1] == '(' || at[-1] == '\'' || (at - text > 2 && (memcmp(at - 3, "“", 3) == 0 || memcmp(at - 3, "‘", 3) == 0))); }

/* What is wrong with this ./., NULL: nothing.                                                                   */
static const char *ending_wrong(const struct check *c, const char *text, const char *at)
{
    const char *behind = at + strlen(ending);
    if (*behind == '/' || (at > text && (at[-1] == '/' || (at[-1] == '.' && (at - text < 2 || at[-2] != '.')))))
        return W("gấp đôi", "doubled");
    if (at > text && strchr(",;:!?", at[-1]))
        return W("sau một dấu câu", "after another mark");
    if (at > text && at[-1] == ' ')
        return W("sau khoảng trắng", "after a space");
    return *behind && *behind != ')' ? W("không ở cuối đoạn", "not at the end of the paragraph") : NULL;
}

static int endings_in(struct check *c, const struct passage *p)
{
    int n = 0;
    for (const char *s = p->text; (s = strstr(s, ending)); s += strlen(ending)) {
        const char *wrong = is_quoted(p->text, s) ? NULL : ending_wrong(c, p->text, s);
        n += !is_quoted(p->text, s);
        if (wrong) {
            int at = (int)(s - p->text);
            fault_word(c, p, at, "%s: %s", excerpt(c, p->text, at, at + 3), wrong);
            break;
        }
    }
    return n;
}

/* In the text before its last paragraph: only what stands in the document's own text ends it.                     */
static void early_endings(struct check *c)
{
    int last = c->n_paras - 1;
    while (last > 0 && c->paras[last].heading)
        last--;
    for (int i = 0; i < last; i++) {
        const struct line_list *lines = &c->paras[i].lines;
        if (ends(c->paras[i].text, ending))
            fault(c, lines->at[lines->n - 1], "%s", W("chưa phải đoạn cuối", "this is not the last paragraph"));
    }
}

enum check_state rule_t11(struct check *c)
{
    const struct passages *all = passages_of(c);
    int n = 0;
    for (int i = 0; i < all->n; i++)
        n += endings_in(c, &all->at[i]);
    early_endings(c);
    return n ? done(c, W("%d dấu ./.", "./. occurs %d times"), n) : skip(c, W("không có dấu ./. (R79)", "no ./. (R79)"));
}

/* ---- T12 --------------------------------------------------------------------------------------------------- */

/* Room that a clerk fills is no typing: ngày   tháng   năm, số   /QĐ-UBND. The bytes before s end with such a word.  */
static bool is_room(const char *from, const char *s)
{
    static const char *const words[] = { "ngày", "tháng", "năm", "số", "Số", "Số:", "số:" };
    for (int i = 0; i < LENGTH(words); i++) {
        size_t n = strlen(words[i]);
        if ((size_t)(s - from) >= n && memcmp(s - n, words[i], n) == 0)
            return true;
    }
    return false;
}

/* Bytes of the blank at s.                                                                                       */
static int blank_at(const char *s, const char *end)
{
    return s >= end ? 0 : *s == ' ' ? 1 : end - s > 1 && memcmp(s, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

static bool has_double_blank(const struct line *l)
{
    for (int i = 0; i < l->n; i++) {
        const struct span *s = &l->span[i];
        const char *end = s->s + s->n;
        for (const char *at = s->s; at < end; at++) {
            const char *behind = at;
            int blanks = 0;
            for (int n; (n = blank_at(behind, end)); behind += n)
                blanks++;
            if (blanks > 1 && at > s->s && behind < end && !is_room(s->s, at))
                return true;
            at = blanks ? behind - 1 : at;
        }
    }
    return false;
}

/* A blank and a mark that stands at the word before it: "chữ , chữ". Not 1 : 500, nor an ellipsis.                 */
static int blank_before_mark(const char *text)
{
    for (int i = 1; text[i]; i++) {
        char mark = text[i], behind = mark ? text[i + 1] : ' ';
        if (text[i - 1] != ' ' || i < 2 || !strchr(",;:.!?)", mark))
            continue;
        bool word = is_word_byte(text[i - 2]) || (text[i - 2] >= '0' && text[i - 2] <= '9');
        bool closes = !behind || behind == ' ';
        if (word && closes && (mark != ':' || is_word_byte(text[i - 2])))
            return i - 1;
    }
    return -1;
}

static int blank_behind_bracket(const char *text)
{
    const char *s = strstr(text, "( ");
    return s && is_word_byte(s[2]) ? (int)(s - text) : -1;
}

enum check_state rule_t12(struct check *c)
{
    const struct passages *all = passages_of(c);
    for (int i = 0; i < all->n; i++) {
        const struct passage *p = &all->at[i];
        int at = blank_before_mark(p->text), bracket = blank_behind_bracket(p->text);
        if (at >= 0)
            fault_word(c, p, at, W("khoảng trắng trước dấu: «%s»", "a space before punctuation: '%s'"), excerpt(c, p->text, at, at + 2));
        if (bracket >= 0)
            fault_word(c, p, bracket, W("khoảng trắng sau dấu mở ngoặc: «%s»", "a space after an opening bracket: '%s'"), excerpt(c, p->text, bracket, bracket + 3));
        for (int k = 0; k < p->n; k++)
            if (has_double_blank(p->line[k]))
                fault(c, p->line[k], "%s", W("hai khoảng trắng liền nhau", "two spaces"));
    }
    return all->n ? done(c, "%s", W("không thừa", "none left over")) : skip(c, W("không có chữ", "no text"));
}

/* ---- T13 --------------------------------------------------------------------------------------------------- */

/* A straight mark that opens a word, and another behind it: inches and codes have none such.                       */
static int straight_quote(const char *text)
{
    for (const char *s = text; (s = strchr(s, '"')); s++)
        if ((s == text || strchr(" (", s[-1])) && is_word_byte(s[1]) && strchr(s + 1, '"'))
            return (int)(s - text);
    return -1;
}

enum check_state rule_t13(struct check *c)
{
    const struct passages *all = passages_of(c);
    bool seen = false;
    for (int i = 0; i < all->n; i++) {
        const struct passage *p = &all->at[i];
        int at = straight_quote(p->text);
        seen |= at >= 0 || strstr(p->text, "“") || strstr(p->text, "”");
        if (at >= 0)
            fault_word(c, p, at, "%s", shortly(c, p->text + at, 40));
    }
    return seen ? done(c, "%s", W("ngoặc cong", "curly")) : skip(c, W("không có ngoặc kép", "no quotation marks"));
}
