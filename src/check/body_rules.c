/* body_rules.c - R63 to R70, R78 to R80: legal bases and the text.                                      */
#include "check/check.h"

#include "base/utf8.h"

static bool is_basis(struct check *c, const char *text) { return matches(c, "^(Căn cứ|Theo đề nghị|Xét) ", text, NULL); }

static bool has_italic(const struct para *p)
{
    for (int i = 0; i < p->lines.n; i++)
        for (int k = 0; k < p->lines.at[i]->n; k++)
            if (p->lines.at[i]->span[k].italic)
                return true;
    return false;
}

static bool no_body(struct check *c, enum check_state *no)
{
    if (!c->body.n)
        *no = unsure(c, W("mẫu không có phần nội dung (role=\"o6\")", "the template has no text (role=\"o6\")"));
    return !c->body.n;
}

/* The paragraphs at the head of the text that give its grounds: from *first on so many. One alone may be a sentence of
 * the text: it is a basis where it looks so, or enacting words follow.                                       */
static int bases(struct check *c, int *first, enum check_state *no)
{
    int n = 0, at = 0;
    bool enacted = false;
    if (no_body(c, no))
        return 0;
    while (at < c->n_paras && c->paras[at].heading)
        at++;
    *first = at;
    while (at + n < c->n_paras && !c->paras[at + n].heading && is_basis(c, c->paras[at + n].text) && !ends(c->paras[at + n].text, ":"))
        n++;
    for (int i = 0; i < c->n_paras; i++)
        enacted |= c->paras[i].heading && c->paras[i].lines.at[0]->capitals && ends(c->paras[i].text, ":");
    if (n == 1 && !enacted && !has_italic(&c->paras[at]))
        n = 0;
    if (!n)
        *no = skip(c, W("không có căn cứ", "no legal bases"));
    return n;
}

enum check_state rule_63(struct check *c)
{
    enum check_state no;
    int first, n = bases(c, &first, &no);
    struct line_list all = { 0 };
    for (int i = 0; i < n; i++)
        for (int k = 0; k < c->paras[first + i].lines.n; k++)
            lines_add(c, &all, c->paras[first + i].lines.at[k]);
    return n ? judge_look(c, &all, 13, 14, LIGHT | ITALIC) : no;
}

enum check_state rule_64(struct check *c)
{
    enum check_state no;
    int first, n = bases(c, &first, &no);
    for (int i = 0; i < n; i++) {
        const struct para *p = &c->paras[first + i];
        if (!ends(p->text, i == n - 1 ? "." : ";"))
            fault(c, p->lines.at[p->lines.n - 1], W("kết thúc bằng «%s»", "ends with '%s'"), p->text + strlen(p->text) - 1);
        if (matches(c, "; (Căn cứ|Theo đề nghị)", p->text, NULL))
            fault(c, p->lines.at[0], "%s", W("hai căn cứ trong một đoạn", "two legal bases in one paragraph"));
    }
    return n ? done(c, W("%d căn cứ", "%d bases"), n) : no;
}

enum check_state rule_65(struct check *c)
{
    enum check_state no;
    int first, n = bases(c, &first, &no);
    double most = 0;
    for (int i = 0; i < n; i++) {
        const struct line *l = c->paras[first + i].lines.at[0];
        double off = to_mm(l->x0 - c->left - c->indent);
        most = mm_abs(off) > mm_abs(most) ? off : most;
        if (mm_abs(off) > 0.3)
            fault(c, l, "%+.2f mm", off);
    }
    return n ? done(c, "%+.2f mm", most) : no;
}

/* ---- the text ------------------------------------------------------------------------------------------- */

static int italic_letters(const struct para *p, int *all)
{
    int n = 0;
    for (int i = 0; i < p->lines.n; i++)
        for (int k = 0; k < p->lines.at[i]->n; k++) {
            const struct span *s = &p->lines.at[i]->span[k];
            *all += s->small ? 0 : s->n;
            n += !s->small && s->italic ? s->n : 0;
        }
    return n;
}

/* Words set in italics for emphasis are the author's; legal bases are italic by R63.                        */
enum check_state rule_66(struct check *c)
{
    enum check_state no;
    if (no_body(c, &no))
        return no;
    for (int i = 0; i < c->n_paras; i++) {
        const struct para *p = &c->paras[i];
        int all = 0, italic = italic_letters(p, &all);
        if (p->heading)
            continue;
        for (int k = 0; k < p->lines.n; k++) {
            const char *wrong = look_wrong(c, p->lines.at[k], 13, 14, 0);
            if (*wrong)
                fault(c, p->lines.at[k], "%s", wrong);
        }
        if (2 * italic > all && !is_basis(c, p->text))
            fault(c, p->lines.at[0], "%s", W("nghiêng cả đoạn", "italic"));
    }
    return done(c, W("%d đoạn", "%d paragraphs"), c->n_paras);
}

enum { ROOM_LEFT = MM(3) };      /* more than a blank takes                                             */

/* Its author broke the line: the next word would have had room.                                      */
static bool is_broken(const struct check *c, const struct line *l, const struct line *next)
{
    int first = (int)strcspn(next->text, " "), all = (int)strlen(next->text);
    return all && c->right - l->x1 > 3 * (int64_t)line_width(next) * first / all / 2 + ROOM_LEFT;
}

enum check_state rule_67(struct check *c)
{
    enum check_state no;
    int seen = 0;
    double most = 0;
    if (no_body(c, &no))
        return no;
    for (int i = 0; i < c->n_paras; i++) {
        const struct para *p = &c->paras[i];
        for (int k = 1; k < p->lines.n && !p->bold && !p->heading; k++, seen++) {
            double end = (p->lines.at[k - 1]->x1 - c->right) / 1000.0, begin = (p->lines.at[k]->x0 - c->left) / 1000.0;
            if (is_broken(c, p->lines.at[k - 1], p->lines.at[k]))
                end = 0;
            double off = mm_abs(end) > mm_abs(begin) ? end : begin;
            most = mm_abs(off) > mm_abs(most) ? off : most;
            if (mm_abs(off) > 1.5)
                fault(c, p->lines.at[k - 1], "%+.1f pt", off);
        }
    }
    return seen ? done(c, W("%d dòng, lệch nhiều nhất %+.2f pt", "%d lines, at most %+.2f pt off"), seen, most)
                : skip(c, W("không có đoạn nào từ hai dòng", "no paragraph of two lines"));
}

static bool is_section(struct check *c, const struct para *p) { return p->bold && matches(c, "^[IVXLC]+\\. ", p->text, NULL); }

enum check_state rule_68(struct check *c)
{
    enum check_state no;
    if (no_body(c, &no))
        return no;
    double usual = to_mm(c->indent);
    int n = 0;
    for (int i = 0; i < c->n_paras; i++) {
        const struct para *p = &c->paras[i];
        double in = to_mm(p->lines.at[0]->x0 - c->left);
        if (p->heading || is_section(c, p))
            continue;
        if (!n++ && !within(usual, 10, 10, 0.3) && !within(usual, 12.7, 12.7, 0.3))
            fault(c, p->lines.at[0], W("lùi %.2f mm", "indent %.2f mm"), usual);
        else if (mm_abs(in - usual) > 0.3)
            fault(c, p->lines.at[0], W("lùi %.2f mm, nơi khác %.2f mm", "indent %.2f mm, elsewhere %.2f mm"), in, usual);
    }
    return n ? done(c, "%.2f mm", usual) : skip(c, W("không có đoạn văn", "no paragraphs"));
}

enum check_state rule_69(struct check *c)
{
    enum check_state no;
    double low = 1e9, high = 0;
    if (no_body(c, &no))
        return no;
    for (int i = 1; i < c->n_paras; i++) {
        const struct para *a = &c->paras[i - 1], *b = &c->paras[i];
        const struct line *above = a->lines.at[a->lines.n - 1], *l = b->lines.at[0];
        if (a->heading || b->heading || b->apart || above->page != l->page)
            continue;
        double gap = (l->y - above->y - (double)c->pitch * l->size / c->body_size) / 1000.0;
        low = gap < low ? gap : low;
        high = gap > high ? gap : high;
        if (gap < 6 - 0.1)
            fault(c, l, "%.2f pt", gap);
    }
    return high > 0 || low < 1e9 ? done(c, W("%.2f đến %.2f pt", "%.2f to %.2f pt"), low, high)
                                 : skip(c, W("không có hai đoạn liền nhau trên một trang", "no two adjacent paragraphs on a page"));
}

enum check_state rule_70(struct check *c)
{
    enum check_state no;
    double low = 1e9, high = 0;
    if (no_body(c, &no))
        return no;
    for (int i = 0; i < c->n_paras; i++)
        for (int k = 1; k < c->paras[i].lines.n && !c->paras[i].heading; k++) {
            const struct line *a = c->paras[i].lines.at[k - 1], *l = c->paras[i].lines.at[k];
            if (a->page != l->page)
                continue;
            double ratio = (double)(l->y - a->y) / a->size;
            low = ratio < low ? ratio : low;
            high = ratio > high ? ratio : high;
            if (!within(ratio, 1.15 * 0.98, 1.725 * 1.02, 0))
                fault(c, l, W("%.3f lần cỡ chữ", "%.3f x size"), ratio);
        }
    return high > 0 ? done(c, W("%.3f đến %.3f lần cỡ chữ", "%.3f to %.3f x size"), low, high)
                    : skip(c, W("không có đoạn nào từ hai dòng", "no paragraph of two lines"));
}

/* ---- headings of reports, the end, numbers ------------------------------------------------------------------ */

static bool is_title(const struct para *p) { return p->lines.n <= 3 && *p->text && !strchr(".;:,", p->text[strlen(p->text) - 1]); }

static int words_of(const char *text)
{
    int n = 1;
    for (; *text; text++)
        n += *text == ' ';
    return n;
}

enum check_state rule_78(struct check *c)
{
    int seen = 0;
    for (int i = 0; i < c->n_paras; i++) {
        const struct para *p = &c->paras[i];
        bool section = matches(c, "^[IVXLC]+\\. ", p->text, NULL);
        bool clause = !section && matches(c, "^[0-9]+(\\.[0-9]+)*\\. ", p->text, NULL) && is_title(p);
        if (p->heading || (!section && !clause))
            continue;
        seen++;
        bool capitals = clause && words_of(p->text) > 2;
        for (int k = 0; k < p->lines.n; k++) {
            const char *wrong = look_wrong(c, p->lines.at[k], 13, 14, BOLD | UPRIGHT | (section ? CAPITALS : 0));
            capitals &= p->lines.at[k]->capitals;
            if (*wrong)
                fault(c, p->lines.at[k], "%s", wrong);
        }
        if (capitals)
            fault(c, p->lines.at[0], "%s", W("in hoa mà không đánh số I., II.", "capitals, but not numbered I., II."));
    }
    return seen ? done(c, W("%d đề mục", "%d headings"), seen) : skip(c, W("không có đề mục", "no headings"));
}

enum check_state rule_79(struct check *c)
{
    enum check_state no;
    if (no_body(c, &no))
        return no;
    const struct para *p = &c->paras[c->n_paras - 1];
    for (int i = c->n_paras - 1; i > 0 && c->paras[i].heading; i--)
        p = &c->paras[i - 1];
    const struct line *last = p->lines.at[p->lines.n - 1];
    if (!matches(c, "[^ ]\\./\\.$", p->text, NULL))
        fault(c, last, "%s", shortly(c, last->text, 60));
    return done(c, "%s", ends(p->text, "./.") ? "./." : shortly(c, last->text, 60));
}

enum check_state rule_80(struct check *c)
{
    static const char *const english[] = { "[0-9]{1,3}(,[0-9]{3})+\\.[0-9]", "(^|[^0-9])[0-9]{1,3}(,[0-9]{3}){2,}($|[^0-9])",
                                           "(^|[^0-9.])[0-9]+\\.[0-9]{1,2} ?%", "[0-9] [0-9]{3} [0-9]{3}($|[^0-9])" };
    bool seen = false;
    for (int i = 0; i < c->lines.n; i++) {
        const struct line *l = c->lines.at[i];
        regmatch_t g[MOST_GROUPS];
        if (!l->text[strcspn(l->text, "0123456789")])
            continue;
        bool marked = strpbrk(l->text, ".,") && matches(c, "[0-9][.,][0-9]", l->text, NULL);
        seen |= marked;
        for (int k = marked ? 0 : LENGTH(english) - 1; k < LENGTH(english); k++) /* the last alone is of blanks */
            if ((marked || strchr(l->text, ' ')) && matches(c, english[k], l->text, g))
                fault(c, l, "%s", group_text(c, l->text, g[0]));
    }
    return seen || c->n_faults ? done(c, "%s", W("không có dạng khác", "no other notation"))
                               : skip(c, W("không có số có dấu chấm, dấu phẩy", "no number with a point or comma"));
}
