/* header_rules.c - R21 to R38: the national name, the motto, names of bodies.                            */
#include "check/check.h"

#define NEED(thing, vi, en_)                                                                           \
    do {                                                                                               \
        if (!(thing))                                                                                  \
            return unsure(c, W("mẫu không đặt " vi, "the template places no " en_));                   \
    } while (0)
#define NEED_NATION NEED(c->nation, "Quốc hiệu (role=\"o1\")", "national name (role=\"o1\")")
#define NEED_MOTTO NEED(c->motto, "Tiêu ngữ (role=\"o1\")", "motto (role=\"o1\")")
#define NEED_ISSUER NEED(c->issuer.n, "tên cơ quan (role=\"o2\")", "issuing body (role=\"o2\")")

static bool is_nation(const char *upper) { return strcmp(upper, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == 0 || strcmp(upper, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM") == 0; }

static struct line_list nation_lines(struct check *c)
{
    struct line_list lines = { 0 };
    for (int i = 0; i < c->header.n; i++)
        if (c->header.at[i]->element == c->nation->element)
            lines_add(c, &lines, c->header.at[i]);
    return lines;
}

enum check_state rule_21(struct check *c)
{
    NEED_NATION;
    struct line_list lines = nation_lines(c); /* over several lines it is R23's business */
    const char *text = lines_text(c, &lines);
    if (!is_nation(text))
        fault(c, c->nation, "%s", text);
    return done(c, "%s", text);
}

enum check_state rule_22(struct check *c)
{
    NEED_NATION;
    struct line_list l = one_line(c, c->nation);
    return judge_look(c, &l, 12, 13, BOLD | UPRIGHT | CAPITALS);
}

enum check_state rule_23(struct check *c)
{
    NEED_NATION;
    NEED_ISSUER;
    const struct line *left = c->superior.n ? c->superior.at[0] : c->issuer.at[0];
    len top = c->nation->y;
    for (int i = 0; i < c->header.n; i++)
        top = c->header.at[i]->y < top ? c->header.at[i]->y : top;
    double off = (c->nation->y - left->y) / 1000.0, off_top = (c->nation->y - top) / 1000.0;
    if (!ends(c->nation->upper, "VIỆT NAM"))
        fault(c, c->nation, "%s", W("không trọn trên một dòng", "not on one line"));
    if (mm_abs(off) > 1 || off_top > 1)
        fault(c, c->nation, W("lệch %+.2f pt so với cột trái", "%+.2f pt off the left column"), off);
    return done(c, W("lệch %+.2f pt so với cột trái", "%+.2f pt off the left column"), off);
}

enum check_state rule_24(struct check *c)
{
    NEED_NATION;
    double off = to_mm(line_centre(c->nation) - page_of(c, c->first)->width / 2);
    if (off <= 0)
        fault(c, c->nation, W("cách tâm trang %+.1f mm", "%+.1f mm from the page centre"), off);
    return done(c, W("cách tâm trang %+.1f mm", "%+.1f mm from the page centre"), off);
}

enum check_state rule_25(struct check *c)
{
    NEED_MOTTO;
    if (strcmp(c->motto->text, "Độc lập - Tự do - Hạnh phúc") != 0)
        fault(c, c->motto, "%s", c->motto->text);
    return done(c, "%s", c->motto->text);
}

enum check_state rule_26(struct check *c)
{
    NEED_MOTTO;
    struct line_list l = one_line(c, c->motto);
    return judge_look(c, &l, 13, 14, BOLD | UPRIGHT | SMALL);
}

enum check_state rule_27(struct check *c)
{
    NEED_NATION;
    NEED_MOTTO;
    struct line_list l = one_line(c, c->motto);
    return judge_axis(c, &l, line_centre(c->nation), 1);
}

enum check_state rule_28(struct check *c)
{
    NEED_NATION;
    NEED_MOTTO;
    struct line_list l = nation_lines(c);
    lines_add(c, &l, c->motto);
    return judge_spacing(c, &l);
}

enum check_state rule_29(struct check *c)
{
    NEED_MOTTO;
    const struct stroke *s = stroke_below(c, c->motto, 8);
    if (!s) {
        fault(c, c->motto, "%s", W("không có đường kẻ", "no line below it"));
        return done(c, "%s", W("không có đường kẻ", "no line"));
    }
    double part = (double)stroke_length(s) / line_width(c->motto), drop = to_mm(stroke_y(s) - c->motto->y);
    double left = to_mm(s->x0 - c->motto->x0), right = to_mm(s->x1 - c->motto->x1);
    const char *said = arena_format(c->arena, W("%.1f %%, hai đầu %+.2f mm, %+.2f mm, thấp hơn %.2f mm", "%.1f %%, ends %+.2f mm, %+.2f mm, %.2f mm below"),
                                    100 * part, left, right, drop);
    if (!within(part, 1, 1, 0.02) || mm_abs(left) > 1 || mm_abs(right) > 1 || !within(drop, 0.5, 4, 1e-6))
        fault_stroke(c, s, "%s", said);
    return done(c, "%s", said);
}

/* What touches the letters is no line below them: the descent of a letter is a fifth of its size.          */
static void judge_underline(struct check *c, const struct line *l)
{
    const struct stroke *s = stroke_below(c, l, to_mm(len_part(l->size, 190)));
    if (s && s->thick < PT(2))
        fault(c, l, "%s", W("gạch chân chữ, không phải đường kẻ", "underlined text instead of a drawn line"));
}

enum check_state rule_30(struct check *c)
{
    const char *said = "";
    struct line *owner[] = { c->motto, c->issuer.n ? c->issuer.at[c->issuer.n - 1] : NULL };
    for (int i = 0; i < c->header.n; i++)
        if (strstr(c->header.at[i]->text, "__") || strstr(c->header.at[i]->text, "---"))
            fault(c, c->header.at[i], "%s", W("dãy ký tự thay cho đường kẻ", "a row of characters instead of a line"));
    for (int i = 0; i < c->header.n; i++)
        judge_underline(c, c->header.at[i]);
    for (int i = 0; i < LENGTH(owner); i++) {
        const struct stroke *s = owner[i] ? stroke_below(c, owner[i], 8) : NULL;
        int strokes = 0;
        if (!s)
            continue;
        for (int k = 0; k < c->strokes.n; k++) {
            const struct stroke *t = &c->strokes.at[k];
            len off = stroke_y(t) - stroke_y(s);
            strokes += t->across && t->page == s->page && off < PT(3) && off > -PT(3) && t->x1 > s->x0 - PT(3) && t->x0 < s->x1 + PT(3);
        }
        said = joined(c, said, arena_format(c->arena, "%.2f pt", s->thick / 1000.0), "; ");
        if (!within(s->thick / 1000.0, 0.4, 1, 0.01) || strokes > 1)
            fault_stroke(c, s, W("%.2f pt, %d nét", "%.2f pt, %d stroke(s)"), s->thick / 1000.0, strokes);
    }
    return *said || c->n_faults ? done(c, "%s", said) : unsure(c, W("không có đường kẻ ở phần đầu", "no line in the header"));
}

/* ---- names of bodies ---------------------------------------------------------------------------------- */

static struct line_list names_of(struct check *c)
{
    struct line_list all = { 0 };
    for (int i = 0; i < c->superior.n + c->issuer.n; i++)
        lines_add(c, &all, i < c->superior.n ? c->superior.at[i] : c->issuer.at[i - c->superior.n]);
    return all;
}

enum check_state rule_31(struct check *c)
{
    NEED_ISSUER;
    return judge_look(c, &c->issuer, 12, 13, BOLD | UPRIGHT | CAPITALS);
}

enum check_state rule_32(struct check *c)
{
    if (!c->superior.n)
        return skip(c, W("không có cơ quan chủ quản", "no superior agency"));
    return judge_look(c, &c->superior, 12, 13, LIGHT | UPRIGHT | CAPITALS);
}

enum check_state rule_33(struct check *c)
{
    NEED_ISSUER;
    struct line_list all = names_of(c);
    return judge_axis(c, &all, line_centre(c->issuer.at[c->issuer.n - 1]), 1);
}

enum check_state rule_34(struct check *c)
{
    NEED_ISSUER;
    struct line_list all = names_of(c);
    return all.n > 1 ? judge_spacing(c, &all) : done(c, "%s", W("một dòng", "one line"));
}

enum check_state rule_35(struct check *c)
{
    NEED_ISSUER;
    return judge_short_rule(c, &c->issuer, 8);
}

enum check_state rule_36(struct check *c)
{
    NEED_ISSUER;
    const char *name = lines_text(c, &c->issuer);
    if (!matches(c, "^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BỘ )", name, NULL))
        return skip(c, W("cơ quan loại khác", "another kind of agency"));
    if (c->superior.n)
        fault(c, c->superior.at[0], "%s", c->superior.at[0]->text);
    return done(c, "%s", W("không có", "none"));
}

static int count_of(const char *text)
{
    static const char *const whole[] = { "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN" };
    int n = 0;
    for (int i = 0; i < LENGTH(whole); i++)
        for (const char *s = text; (s = strstr(s, whole[i])); s++)
            n++;
    return n;
}

enum check_state rule_37(struct check *c)
{
    NEED_ISSUER;
    struct line_list all = names_of(c);
    struct { const struct line_list *of; } part[] = { { &c->superior }, { &c->issuer } };
    int wanted = 0, found = 0;
    for (int i = 0; i < LENGTH(part); i++) {
        struct buf text = buf_in(c->arena);
        for (int k = 0; k < part[i].of->n; k++)
            buf_format(&text, "%s%s", k ? " " : "", part[i].of->at[k]->upper);
        wanted += count_of(buf_text(&text));
    }
    for (int i = 0; i < all.n; i++)
        found += count_of(all.at[i]->upper);
    if (!wanted)
        return skip(c, W("tên không có các chữ này", "the names do not contain these phrases"));
    for (int i = 0; i + 1 < all.n && found < wanted; i++)
        if (ends(all.at[i]->upper, "NHÂN") || ends(all.at[i]->upper, "BAN") || ends(all.at[i]->upper, "ĐỒNG") || ends(all.at[i]->upper, "ỦY") || ends(all.at[i]->upper, "HỘI"))
            fault(c, all.at[i], "%s", W("ngắt dòng giữa tên", "broken inside the name"));
    return done(c, W("%d trong %d", "%d of %d"), found, wanted);
}

enum check_state rule_38(struct check *c)
{
    enum check_state no;
    regmatch_t g[MOST_GROUPS];
    const struct line *date = date_line(c, &no);
    if (!date)
        return no;
    bool known = matches(c, "tháng ?([0-9]{0,2}) ?năm ?([0-9]{4})$", date->text, g);
    long month = known ? strtol(group_text(c, date->text, g[1]), NULL, 10) : 0, year = known ? strtol(group_text(c, date->text, g[2]), NULL, 10) : 0;
    if (!(year > 2025 || (year == 2025 && month >= 7)))
        return skip(c, W("trước 01/7/2025, hoặc chưa có ngày", "dated before 1 July 2025, or undated"));
    NEED_ISSUER;
    struct line_list all = names_of(c);
    for (int i = 0; i < all.n; i++)
        if (matches(c, "(^| )(HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)( |$)", all.at[i]->upper, NULL))
            fault(c, all.at[i], "%s", all.at[i]->text);
    return done(c, "%s", W("không có", "none"));
}
