/* number_rules.c - R14 to R20: numbers of pages.                                                      */
#include "check/check.h"

static struct line *number_on(const struct check *c, int page)
{
    const struct range on = lines_on(c, page);
    for (int i = on.from; i < on.to; i++)
        if (c->lines.at[i]->zone == ZONE_NUMBER)
            return c->lines.at[i];
    return NULL;
}

static struct line_list numbers(struct check *c)
{
    struct line_list found = { 0 };
    for (int i = 0; i < c->lines.n; i++)
        if (c->lines.at[i]->zone == ZONE_NUMBER)
            lines_add(c, &found, c->lines.at[i]);
    return found;
}

/* Whether any run of pages has more than one; its numbers.                                               */
static bool several_pages(struct check *c, struct line_list *found, enum check_state *no)
{
    bool several = c->main_last > c->first;
    for (int i = 0; i < c->n_annexes; i++)
        several |= c->annexes[i].last > c->annexes[i].first;
    *found = numbers(c);
    if (!several)
        *no = skip(c, c->first == c->last ? W("một trang", "one page") : W("mỗi phần một trang", "one page each"));
    else if (!found->n) {
        fault_page(c, c->first, "%s", W("không có số trang", "no page number"));
        *no = done(c, "%s", W("không có số trang", "no page number"));
    }
    return several && found->n;
}

enum check_state rule_14(struct check *c)
{
    const struct line *l = number_on(c, c->first);
    if (l)
        fault(c, l, "%s", l->text);
    return done(c, "%s", W("không có", "none"));
}

static void judge_run(struct check *c, int from, int to, int begin)
{
    for (int page = from + begin - 1, value = begin; page <= to; page++, value++) {
        const struct line *l = number_on(c, page);
        char wanted[16];
        snprintf(wanted, sizeof(wanted), "%d", value);
        if (!l)
            fault_page(c, page, W("không có số, phải là %d", "no number, should be %d"), value);
        else if (strcmp(l->text, wanted) != 0)
            fault(c, l, W("ghi %s, phải là %d", "shows %s, should be %d"), l->text, value);
    }
}

enum check_state rule_15(struct check *c)
{
    if (c->main_last <= c->first)
        return skip(c, W("một trang", "one page"));
    judge_run(c, c->first, c->main_last, 2);
    return done(c, W("2 đến %d", "2 to %d"), c->main_last - c->first + 1);
}

enum check_state rule_16(struct check *c)
{
    struct line_list found;
    enum check_state no;
    return several_pages(c, &found, &no) ? judge_look(c, &found, 13, 14, LIGHT | UPRIGHT) : no;
}

enum check_state rule_17(struct check *c)
{
    struct line_list found;
    enum check_state no;
    double most = 0;
    if (!several_pages(c, &found, &no))
        return no;
    for (int i = 0; i < found.n; i++) {
        const struct line *l = found.at[i];
        const struct page *p = page_of(c, l->page);
        double of_page = mm_abs(to_mm(line_centre(l) - p->width / 2)), of_text = mm_abs(to_mm(line_centre(l) - (p->left + p->width - p->right) / 2));
        double off = of_page < of_text ? of_page : of_text;
        most = off > most ? off : most;
        if (off > 2)
            fault(c, l, W("lệch %.2f mm", "%.2f mm off"), off);
    }
    return done(c, W("lệch %.2f mm", "%.2f mm off"), most);
}

enum check_state rule_18(struct check *c)
{
    struct line_list found;
    enum check_state no;
    if (!several_pages(c, &found, &no))
        return no;
    for (int i = 0; i < found.n; i++) {
        const struct line *l = found.at[i];
        len top = LEN_MAX;
        const struct range on = lines_on(c, l->page);
        for (int k = on.from; k < on.to; k++)
            if (c->lines.at[k] != l && line_top(c->lines.at[k]) < top)
                top = line_top(c->lines.at[k]);
        if (line_bottom(l) > top || line_top(l) <= 0)
            fault(c, l, W("hết ở %.2f mm, chữ bắt đầu ở %.2f mm", "ends at %.2f mm, the text begins at %.2f mm"), to_mm(line_bottom(l)), to_mm(top));
    }
    return done(c, "%s", W("trên mọi dòng chữ", "above all text"));
}

enum check_state rule_19(struct check *c)
{
    struct line_list found;
    enum check_state no;
    double low = 1000, high = 0;
    if (!several_pages(c, &found, &no))
        return no;
    for (int i = 0; i < found.n; i++) {
        double top = to_mm(line_top(found.at[i]));
        low = top < low ? top : low;
        high = top > high ? top : high;
        if (!within(top, 8, 12, 1e-6))
            fault(c, found.at[i], "%.2f mm", top);
    }
    return done(c, W("%.2f đến %.2f mm", "%.2f to %.2f mm"), low, high);
}

enum check_state rule_20(struct check *c)
{
    int pages = 0;
    if (!c->n_annexes)
        return skip(c, W("không có phụ lục", "no appendix"));
    for (int i = 0; i < c->n_annexes; i++) {
        const struct annex *a = &c->annexes[i];
        const struct line *l = number_on(c, a->first);
        if (l)
            fault(c, l, W("trang đầu phụ lục ghi số %s", "the first page shows %s"), l->text);
        judge_run(c, a->first, a->last, 2);
        pages += a->last - a->first + 1;
    }
    return done(c, W("%d phụ lục, %d trang", "%d appendices, %d pages"), c->n_annexes, pages);
}
