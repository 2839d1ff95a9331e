/* copy_rules.c - R114, R115: copies, on paper and electronic.                                                  */
#include "check/check.h"

static const struct { const char *form, *pattern; } forms[] = {
    { "SAO Y", "^Số: ([0-9]{2,})? ?/SY-[^ /]+$" }, { "SAO LỤC", "^Số: ([0-9]{2,})? ?/SL-[^ /]+$" }, { "TRÍCH SAO", "^Số: ([0-9]{2,})? ?/TrS-[^ /]+$" },
};

/* The nearest line above the block that reaches over half the page.                                              */
struct stroke *copy_rule(struct check *c, const struct copy *copy)
{
    struct stroke *best = NULL;
    len top = line_top(copy->form);
    for (int i = 0; i < c->strokes.n; i++) {
        struct stroke *s = &c->strokes.at[i];
        len gap = top - stroke_y(s);
        if (s->page == copy->page && s->across && stroke_length(s) > page_of(c, s->page)->width / 2 && gap > 0 && gap < MM(12) &&
            stroke_is_apart(c, s) && (!best || stroke_y(s) > stroke_y(best)))
            best = s;
    }
    return best;
}

static void judge_rule(struct check *c, const struct copy *copy)
{
    const struct stroke *s = copy_rule(c, copy);
    const struct page *p = page_of(c, copy->page);
    if (!s) {
        fault(c, copy->form, "%s", W("không có đường kẻ hết chiều ngang ở trên", "no full-width line above it"));
        return;
    }
    double left = to_mm(s->x0 - p->left), right = to_mm(s->x1 - (p->width - p->right)), gap = to_mm(stroke_y(s) - copy->above);
    if (mm_abs(left) > 1 || mm_abs(right) > 1)
        fault_stroke(c, s, W("hai đầu lệch %+.1f mm, %+.1f mm", "ends %+.1f mm, %+.1f mm off"), left, right);
    if (copy->above && !within(gap, 0, 15, 1e-6))
        fault_stroke(c, s, W("cách văn bản %.1f mm", "%.1f mm below the document"), gap);
}

static struct line *first_of(const struct copy *copy, const char *role, bool last)
{
    struct line *found = NULL;
    for (int i = 0; i < copy->lines.n; i++)
        if (strcmp(copy->lines.at[i]->role, role) == 0 && (last || !found))
            found = copy->lines.at[i];
    return found;
}

static struct line *whole_of(struct check *c, const struct copy *copy, const char *role)
{
    struct line_list pieces = { 0 };
    for (int i = 0; i < copy->lines.n; i++)
        if (strcmp(copy->lines.at[i]->role, role) == 0 && (!pieces.n || mm_abs(copy->lines.at[i]->y - pieces.at[0]->y) < PT(1)))
            lines_add(c, &pieces, copy->lines.at[i]);
    return pieces.n ? line_join(c, &pieces) : NULL;
}

static void judge_part(struct check *c, const struct copy *copy, const struct line *l, const char *what, double low, double high, int look)
{
    const char *wrong = l ? look_wrong(c, l, low, high, look) : arena_format(c->arena, W("không có %s", "no %s"), what);
    if (*wrong)
        fault(c, l ? l : copy->form, "%s", wrong);
}

static void judge_office(struct check *c, const struct copy *copy)
{
    struct line *office = first_of(copy, "o2", true);
    judge_part(c, copy, office, W("tên cơ quan", "office"), 12, 13, BOLD | UPRIGHT | CAPITALS);
    if (!office)
        return;
    const struct stroke *s = stroke_below(c, office, 4);
    double part = s ? (double)stroke_length(s) / line_width(office) : 0;
    if (!within(part, 1 / 3.0, 0.5, 0.002))
        fault(c, office, W("đường kẻ dưới cơ quan dài %.0f %%", "rule below the office %.0f %%"), 100 * part);
}

static void judge_copy(struct check *c, const struct copy *copy)
{
    const struct line *number = whole_of(c, copy, "o3"), *date = whole_of(c, copy, "o4");
    judge_rule(c, copy);
    judge_office(c, copy);
    judge_part(c, copy, copy->form, "", 13, 14, BOLD | UPRIGHT | CAPITALS);
    if (line_centre(copy->form) < page_of(c, copy->page)->width / 2)
        fault(c, copy->form, "%s", W("không ở bên phải", "not at the right"));
    judge_part(c, copy, number, W("số", "number"), 13, 13, LIGHT | UPRIGHT);
    judge_part(c, copy, date, W("địa danh, ngày tháng", "place and date"), 13, 14, ITALIC | LIGHT);
    for (int i = 0; i < LENGTH(forms); i++)
        if (number && strcmp(copy->form->upper, forms[i].form) == 0 && !matches(c, forms[i].pattern, number->text, NULL))
            fault(c, number, "%s", number->text);
    if (number && date && mm_abs(date->y - number->y) > PT(2))
        fault(c, date, "%s", W("không ngang với số", "not level with the number"));
    judge_part(c, copy, first_of(copy, "o7a", false), W("chức vụ", "signer's position"), 13, 14, BOLD | UPRIGHT | CAPITALS);
    judge_part(c, copy, first_of(copy, "o7b", false), W("họ tên", "name"), 13, 14, BOLD | UPRIGHT | SMALL);
    struct line *head = first_of(copy, "o9b", false);
    judge_part(c, copy, head, W("Nơi nhận", "recipients"), 12, 12, BOLD | ITALIC);
    for (int i = 0; i < copy->lines.n; i++)
        if (strcmp(copy->lines.at[i]->role, "o9b") == 0 && copy->lines.at[i] != head)
            judge_part(c, copy, copy->lines.at[i], "", 11, 11, LIGHT | UPRIGHT);
}

enum check_state rule_114(struct check *c)
{
    const char *said = "";
    for (int i = 0; i < c->n_copies; i++) {
        const struct stroke *s = copy_rule(c, &c->copies[i]);
        judge_copy(c, &c->copies[i]);
        said = joined(c, said, arena_format(c->arena, W("%s %.4g, đường kẻ %.1f mm", "%s %.4g, line %.1f mm"), c->copies[i].form->text, c->copies[i].form->size / 1000.0,
                                            s ? to_mm(stroke_length(s)) : 0.0), "; ");
    }
    return c->n_copies ? done(c, "%s", said) : skip(c, W("không phải bản sao giấy", "not a paper copy"));
}

static const char *mark_wrong(struct check *c, const struct line *l)
{
    const struct page *p = page_of(c, l->page);
    const char *wrong = look_wrong(c, l, 10, 10, LIGHT | UPRIGHT);
    char last = l->text[strlen(l->text) - 1];
    double room = last >= '0' && last <= '9' ? 0 : 30;
    for (int i = 0; i < l->n; i++)
        if (l->span[i].mark->colour) {
            wrong = joined(c, wrong, W("không đen", "not black"), ", ");
            break;
        }
    if (!matches(c, "^(Sao y|Sao lục|Trích sao); [^;]+; ?([0-9]{2}/[0-9]{2}/[0-9]{4}; [0-9]{2}:[0-9]{2}:[0-9]{2} \\+07:00|;)$", l->text, NULL))
        wrong = joined(c, wrong, l->text, ", ");
    if (to_mm(p->width - l->x1) > 21 + room || line_centre(l) <= p->width / 3)
        wrong = joined(c, wrong, W("không ở góc phải", "not at the right"), ", ");
    for (int i = 0; i < c->lines.n; i++)
        if (c->lines.at[i]->page == l->page && c->lines.at[i]->zone != ZONE_COPY_MARK && line_top(c->lines.at[i]) < line_bottom(l) - PT(1))
            return joined(c, wrong, W("không ở trên cùng", "not at the top"), ", ");
    return wrong;
}

enum check_state rule_115(struct check *c)
{
    const char *said = "";
    for (int i = 0; i < c->copy_marks.n; i++) {
        const char *wrong = mark_wrong(c, c->copy_marks.at[i]);
        if (*wrong)
            fault(c, c->copy_marks.at[i], "%s", wrong);
        said = joined(c, said, c->copy_marks.at[i]->text, "; ");
    }
    return c->copy_marks.n ? done(c, "%s", said) : skip(c, W("không phải bản sao điện tử", "not an electronic copy"));
}
