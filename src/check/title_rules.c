/* title_rules.c - R53 to R62: title, subject, V/v.                                                       */
#include "check/check.h"

static bool has_title(struct check *c, enum check_state *no)
{
    if (!c->title)
        *no = skip(c, W("công văn: không có tên loại", "no title: an official letter"));
    return c->title != NULL;
}

static bool has_subject(struct check *c, enum check_state *no)
{
    if (has_title(c, no) && !c->subject.n)
        *no = skip(c, W("không có trích yếu", "no subject"));
    return c->title && c->subject.n;
}

static bool is_letter(struct check *c, enum check_state *no)
{
    bool letter = strcmp(c->kind, "CÔNG VĂN") == 0 && !c->issued;
    if (!letter)
        *no = skip(c, W("không phải công văn", "not an official letter"));
    return letter;
}

static bool has_about(struct check *c, enum check_state *no)
{
    if (!is_letter(c, no))
        return false;
    if (!c->about.n)
        *no = unsure(c, W("không có dòng V/v (R58)", "no V/v line (R58)"));
    return c->about.n;
}

enum check_state rule_53(struct check *c)
{
    enum check_state no;
    if (!has_title(c, &no))
        return no;
    const char *wrong = look_wrong(c, c->title, 13, 14, BOLD | UPRIGHT | CAPITALS);
    double off = to_mm(line_centre(c->title) - area_centre(c));
    if (*wrong)
        fault(c, c->title, "%s", wrong);
    if (mm_abs(off) > 2)
        fault(c, c->title, W("lệch trục %+.2f mm", "%+.2f mm off the axis"), off);
    return done(c, W("%s, lệch trục %+.2f mm", "%s, %+.2f mm off the axis"), c->title->text, off);
}

enum check_state rule_54(struct check *c)
{
    enum check_state no;
    if (!has_title(c, &no))
        return no;
    bool known = type_abbreviation(c->kind) || is_message(c);
    if (!known && !c->numbers.n) /* a list of documents: none of Article 7 */
        return unsure(c, W("mẫu không đặt số, ký hiệu (role=\"o3\")", "the template has no number (role=\"o3\")"));
    if (!known)
        fault(c, c->title, "%s", c->title->text);
    return done(c, "%s", c->title->text);
}

enum check_state rule_55(struct check *c)
{
    enum check_state no;
    if (!has_subject(c, &no))
        return no;
    struct line_list all = one_line(c, c->title);
    double most = 0;
    for (int i = 0; i < c->subject.n; i++) {
        struct line *l = c->subject.at[i];
        const char *wrong = look_wrong(c, l, 13, 14, BOLD | UPRIGHT | SMALL);
        double off = to_mm(line_centre(l) - area_centre(c));
        if (*wrong)
            fault(c, l, "%s", wrong);
        if (mm_abs(off) > 2)
            fault(c, l, W("lệch trục %+.2f mm", "%+.2f mm off the axis"), off);
        most = mm_abs(off) > mm_abs(most) ? off : most;
        lines_add(c, &all, l);
    }
    const char *first = c->subject.at[0]->text;
    int n = (unsigned char)*first >= 0xE0 ? 3 : (unsigned char)*first >= 0xC0 ? 2 : 1;
    if (strncmp(first, c->subject.at[0]->lower, (size_t)n) == 0 && strncmp(first, c->subject.at[0]->upper, (size_t)n) != 0)
        fault(c, c->subject.at[0], "%s", W("bắt đầu bằng chữ thường", "begins in lower case"));
    judge_spacing(c, &all);
    return done(c, W("%d dòng, lệch trục %+.2f mm, %s", "%d line(s), %+.2f mm off the axis, %s"), c->subject.n, most, c->said);
}

enum check_state rule_56(struct check *c)
{
    enum check_state no;
    if (!has_subject(c, &no))
        return no;
    if (c->reference.n)
        return skip(c, W("đường kẻ ở dưới dòng (Kèm theo …) (R106)", "the line stands below the reference line (R106)"));
    return judge_short_rule(c, &c->subject, 12);
}

enum check_state rule_57(struct check *c)
{
    enum check_state no;
    if (!has_title(c, &no))
        return no;
    if (c->subject.n)
        return skip(c, W("có trích yếu", "has a subject"));
    struct line_list l = one_line(c, c->title);
    return judge_short_rule(c, &l, 12);
}

enum check_state rule_58(struct check *c)
{
    enum check_state no;
    if (!is_letter(c, &no))
        return no;
    bool below = c->about.n && c->number && c->about.at[0]->y > c->number->y && starts(c->about.at[0]->lower, "v/v");
    if (!below && c->about.n)
        fault(c, c->about.at[0], "%s", W("không phải V/v ở dưới số", "no V/v below the number"));
    else if (!below)
        fault_page(c, c->first, "%s", W("không có V/v ở dưới số", "no V/v below the number"));
    return done(c, "%s", W("không có tên loại, V/v ở dưới số", "no title, V/v below the number"));
}

enum check_state rule_59(struct check *c)
{
    enum check_state no;
    if (!has_about(c, &no))
        return no;
    judge_look(c, &c->about, 12, 13, LIGHT | UPRIGHT | SMALL);
    return judge_axis(c, &c->about, c->number ? line_centre(c->number) : line_centre(c->about.at[0]), 2);
}

enum check_state rule_60(struct check *c)
{
    enum check_state no;
    if (!has_about(c, &no))
        return no;
    if (!c->number)
        return unsure(c, W("mẫu không đặt số, ký hiệu (role=\"o3\")", "the template places no number (role=\"o3\")"));
    const struct line *l = c->about.at[0];
    double gap = (l->y - c->numbers.at[c->numbers.n - 1]->y) / 1000.0;
    double a = 1.15 * l->size / 1000 + 6, b = 1.15 * c->number->size / 1000 + 6, low = a < b ? a : b, high = a + b - low;
    if (!within(gap, low, high, 1.5))
        fault(c, l, "%.2f pt", gap);
    return done(c, "%.2f pt", gap);
}

enum check_state rule_61(struct check *c)
{
    enum check_state no;
    if (!has_about(c, &no))
        return no;
    const struct stroke *s = stroke_below(c, c->about.at[c->about.n - 1], 8);
    if (s && stroke_length(s) <= page_of(c, c->first)->width * 6 / 10)
        fault_stroke(c, s, "%.1f mm", to_mm(stroke_length(s)));
    return done(c, "%s", W("không có", "none"));
}

enum check_state rule_62(struct check *c)
{
    enum check_state no;
    if (!has_subject(c, &no))
        return no;
    const struct line *first = c->subject.at[0];
    if (starts(first->lower, "v/v"))
        fault(c, first, "%s", shortly(c, first->text, 40));
    if (c->about.n)
        fault(c, c->about.at[0], "%s", shortly(c, c->about.at[0]->text, 40));
    return done(c, "%s", shortly(c, first->text, 40));
}
