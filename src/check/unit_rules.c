/* unit_rules.c - R71 to R77: parts, chapters, sections, articles, clauses, points.                       */
#include "check/check.h"

#include "base/utf8.h"

struct unit { const struct line *line; const char *number; int at; };
enum { MOST_UNITS = 400 };

/* Paragraphs that are a unit's word and number alone, wherever they stand.                                  */
static int units(struct check *c, const char *pattern, struct unit *to)
{
    int n = 0;
    for (int i = 0; i < c->n_paras && n < MOST_UNITS; i++) {
        regmatch_t g[MOST_GROUPS];
        const struct line *l = c->paras[i].lines.at[0];
        if (c->paras[i].lines.n == 1 && matches(c, pattern, l->lower, g))
            to[n++] = (struct unit){ l, group_text(c, l->upper, g[2]), i };
    }
    return n;
}

#define PART "^(phần) ([ivxlc]+|[0-9]+)\\.?$"
#define CHAPTER "^(chương) ([ivxlc]+|[0-9]+)\\.?$"
#define SECTION "^(mục|tiểu mục) ([ivxlc]+|[0-9]+)\\.?$"

static bool is_off_centre(const struct check *c, const struct line *l) { return mm_abs(to_mm(line_centre(l) - area_centre(c))) > 2; }

static void judge_unit(struct check *c, const struct unit *u, const char *number)
{
    const char *wrong = look_wrong(c, u->line, 13, 14, BOLD | UPRIGHT | SMALL);
    if (is_off_centre(c, u->line))
        wrong = joined(c, wrong, W("không canh giữa", "not centred"), ", ");
    if (!matches(c, number, u->number, NULL))
        wrong = joined(c, wrong, arena_format(c->arena, W("số %s", "number %s"), u->number), ", ");
    if (*wrong)
        fault(c, u->line, "%s", wrong);
}

/* The centred paragraph that follows closely is the title.                                                  */
static const struct para *title_of(const struct check *c, const struct unit *u)
{
    const struct para *p = u->at + 1 < c->n_paras ? &c->paras[u->at + 1] : NULL;
    const struct line *l = p ? p->lines.at[0] : NULL;
    bool close = l && l->page == u->line->page && l->y > u->line->y && l->y - u->line->y < l->size * 3 / 2;
    return close && mm_abs(to_mm(line_centre(l) - area_centre(c))) <= 20 && l->x0 > c->left + PT(4) ? p : NULL;
}

static void judge_unit_title(struct check *c, const struct unit *u)
{
    const struct para *p = title_of(c, u);
    if (!p)
        fault(c, u->line, "%s", W("không có tiêu đề ở dưới", "no title below it"));
    for (int i = 0; p && i < p->lines.n; i++) {
        const char *wrong = look_wrong(c, p->lines.at[i], 13, 14, BOLD | UPRIGHT | CAPITALS);
        if (is_off_centre(c, p->lines.at[i]))
            wrong = joined(c, wrong, W("không canh giữa", "not centred"), ", ");
        if (*wrong)
            fault(c, p->lines.at[i], "%s", wrong);
    }
}

static int parts_and_chapters(struct check *c, struct unit *found)
{
    int n = units(c, PART, found);
    return n + units(c, CHAPTER, found + n);
}

static enum check_state no_units(struct check *c) { return skip(c, W("không có phần, chương", "no parts or chapters")); }

enum check_state rule_71(struct check *c)
{
    struct unit found[2 * MOST_UNITS];
    int n = parts_and_chapters(c, found);
    for (int i = 0; i < n; i++)
        judge_unit(c, &found[i], "^[IVXLC]+$");
    return n ? done(c, W("%d phần, chương", "%d parts and chapters"), n) : no_units(c);
}

enum check_state rule_72(struct check *c)
{
    struct unit found[2 * MOST_UNITS];
    int n = parts_and_chapters(c, found);
    for (int i = 0; i < n; i++)
        judge_unit_title(c, &found[i]);
    return n ? done(c, W("%d tiêu đề", "%d titles"), n) : no_units(c);
}

enum check_state rule_73(struct check *c)
{
    struct unit found[MOST_UNITS];
    int n = units(c, SECTION, found);
    for (int i = 0; i < n; i++) {
        judge_unit(c, &found[i], "^[0-9]+$");
        judge_unit_title(c, &found[i]);
    }
    return n ? done(c, W("%d mục", "%d sections"), n) : skip(c, W("không có mục", "no Mục"));
}

/* ---- articles -------------------------------------------------------------------------------------------- */

static bool is_article(struct check *c, const struct para *p, regmatch_t *g) { return !p->heading && matches(c, "^Điều ([0-9]+)(\\.?)( |$)", p->text, g); }

static const char *bold_text(struct check *c, const struct para *p)
{
    struct buf text = buf_in(c->arena);
    for (int i = 0; i < p->lines.n; i++)
        for (int k = 0; k < p->lines.at[i]->n; k++)
            if (p->lines.at[i]->span[k].bold)
                buf_bytes(&text, p->lines.at[i]->span[k].s, p->lines.at[i]->span[k].n);
    return buf_text(&text);
}

static bool is_title(const struct para *p) { return p->lines.n <= 3 && *p->text && !strchr(".;:,", p->text[strlen(p->text) - 1]); }

static const char *article_wrong(struct check *c, const struct para *p, const regmatch_t *g)
{
    const char *wrong = g[2].rm_so == g[2].rm_eo ? W("không có dấu chấm sau số", "no dot after the number") : "", *bold = bold_text(c, p);
    const struct span *first = &p->lines.at[0]->span[0];
    int label = (int)g[2].rm_eo;
    if (is_title(p) ? !p->bold : strncmp(bold, p->text, (size_t)label) != 0)
        wrong = joined(c, wrong, W("không đậm", "not bold"), ", ");
    else if (!is_title(p) && utf8_letters(bold, (int)strlen(bold)) > utf8_letters(p->text, label) + 40)
        wrong = joined(c, wrong, W("đậm sau số", "bold after its number"), ", ");
    if (first->italic)
        wrong = joined(c, wrong, W("nghiêng", "italic"), ", ");
    if (mm_abs((p->lines.at[0]->size - c->body_size) / 1000.0) > 0.1)
        wrong = joined(c, wrong, W("khác cỡ chữ nội dung", "different size from the text"), ", ");
    double off = to_mm(p->lines.at[0]->x0 - c->left - c->indent);
    if (mm_abs(off) > 0.3)
        wrong = joined(c, wrong, arena_format(c->arena, W("lùi lệch %+.2f mm", "indent off by %+.2f mm"), off), ", ");
    return wrong;
}

enum check_state rule_74(struct check *c)
{
    int n = 0;
    for (int i = 0; i < c->n_paras; i++) {
        regmatch_t g[MOST_GROUPS];
        if (!is_article(c, &c->paras[i], g))
            continue;
        n++;
        const char *wrong = article_wrong(c, &c->paras[i], g);
        if (*wrong)
            fault(c, c->paras[i].lines.at[0], "%s", wrong);
    }
    return n ? done(c, W("%d điều", "%d articles"), n) : skip(c, W("không có điều", "no articles"));
}

static int value_of(const char *number)
{
    static const char digits[] = "IVXLC";
    static const int values[] = { 1, 5, 10, 50, 100 };
    int sum = 0, last = 0;
    if (*number >= '0' && *number <= '9')
        return (int)strtol(number, NULL, 10);
    for (const char *s = number + strlen(number); s-- > number;) {
        const char *digit = strchr(digits, *s);
        int v = digit ? values[digit - digits] : 0;
        sum += v < last ? -v : v;
        last = v;
    }
    return sum;
}

static int judge_run(struct check *c, const char *pattern, const char *name)
{
    struct unit found[MOST_UNITS];
    int n = units(c, pattern, found);
    for (int i = 0; i < n; i++)
        if (value_of(found[i].number) != i + 1)
            fault(c, found[i].line, W("%s %s, phải là %d", "%s %s, should be %d"), name, found[i].number, i + 1);
    return n;
}

enum check_state rule_75(struct check *c)
{
    int n = 0, others = judge_run(c, PART, "Phần") + judge_run(c, CHAPTER, "Chương");
    for (int i = 0; i < c->n_paras; i++) {
        regmatch_t g[MOST_GROUPS];
        if (!is_article(c, &c->paras[i], g))
            continue;
        const char *number = group_text(c, c->paras[i].text, g[1]);
        if (value_of(number) != ++n)
            fault(c, c->paras[i].lines.at[0], W("Điều %s, phải là %d", "Điều %s, should be %d"), number, n);
    }
    return n + others ? done(c, W("%d điều, %d phần, chương", "%d articles, %d parts and chapters"), n, others)
                      : skip(c, W("không có điều, phần, chương", "no articles, parts, chapters"));
}

/* ---- clauses, points ------------------------------------------------------------------------------------------ */

static bool is_clause(struct check *c, const struct para *p) { return !p->heading && matches(c, "^[0-9]+(\\.[0-9]+)*\\. ", p->text, NULL); }

enum check_state rule_76(struct check *c)
{
    int n = 0;
    for (int i = 0; i < c->n_paras; i++) {
        const struct para *p = &c->paras[i];
        if (!is_clause(c, p))
            continue;
        const struct span *first = &p->lines.at[0]->span[0];
        const char *wrong = first->italic ? W("số nghiêng", "number italic") : "";
        n++;
        if (is_title(p) && !p->bold)
            wrong = joined(c, wrong, W("tiêu đề không đậm", "title not bold"), ", ");
        if (p->bold && (ends(p->text, ".") || ends(p->text, ";")))
            wrong = joined(c, wrong, W("đậm mà không phải tiêu đề: có dấu ở cuối", "bold without a title: a mark at its end"), ", ");
        if (first->bold && !p->bold)
            wrong = joined(c, wrong, W("số đậm, chữ không đậm", "number bold, text not"), ", ");
        if (*wrong)
            fault(c, p->lines.at[0], "%s", wrong);
    }
    return n ? done(c, W("%d khoản", "%d clauses"), n) : skip(c, W("không có khoản", "no clauses"));
}

static const char *const points[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };

static const char *after(const char *letter)
{
    for (int i = 0; i + 1 < LENGTH(points); i++)
        if (strcmp(points[i], letter) == 0)
            return points[i + 1];
    return "a";
}

/* A section or clause begins anew, and so may a list.                                                         */
enum check_state rule_77(struct check *c)
{
    const char *due = "a";
    int n = 0;
    for (int i = 0; i < c->n_paras; i++) {
        const struct para *p = &c->paras[i];
        regmatch_t g[MOST_GROUPS];
        if (p->heading)
            continue;
        if (!matches(c, "^([A-Za-z0-9]|Đ|đ)\\) ", p->text, g)) {
            if (matches(c, "^([IVXLC]+|[0-9]+(\\.[0-9]+)*)\\. ", p->text, NULL))
                due = "a";
            continue;
        }
        const char *letter = group_text(c, p->text, g[1]);
        n++;
        if (strcmp(letter, due) != 0 && strcmp(letter, "a") != 0)
            fault(c, p->lines.at[0], W("%s), phải là %s)", "%s), should be %s)"), letter, due);
        due = after(letter);
    }
    return n ? done(c, W("%d điểm", "%d points"), n) : skip(c, W("không có điểm", "no points"));
}
