/* code_rules.c - R39 to R52: number and notation, place and date.                                        */
#include "check/check.h"

static const struct { const char *name, *abbreviation; } types[] = {
    { "NGHỊ QUYẾT", "NQ" }, { "QUYẾT ĐỊNH", "QĐ" }, { "CHỈ THỊ", "CT" }, { "QUY CHẾ", "QC" }, { "QUY ĐỊNH", "QyĐ" }, { "THÔNG CÁO", "TC" },
    { "THÔNG BÁO", "TB" }, { "HƯỚNG DẪN", "HD" }, { "CHƯƠNG TRÌNH", "CTr" }, { "KẾ HOẠCH", "KH" }, { "PHƯƠNG ÁN", "PA" }, { "ĐỀ ÁN", "ĐA" },
    { "DỰ ÁN", "DA" }, { "BÁO CÁO", "BC" }, { "BIÊN BẢN", "BB" }, { "TỜ TRÌNH", "TTr" }, { "HỢP ĐỒNG", "HĐ" }, { "CÔNG ĐIỆN", "CĐ" },
    { "BẢN GHI NHỚ", "BGN" }, { "BẢN THỎA THUẬN", "BTT" }, { "BẢN THOẢ THUẬN", "BTT" }, { "GIẤY ỦY QUYỀN", "GUQ" }, { "GIẤY UỶ QUYỀN", "GUQ" },
    { "GIẤY MỜI", "GM" }, { "GIẤY GIỚI THIỆU", "GGT" }, { "GIẤY NGHỈ PHÉP", "GNP" }, { "PHIẾU GỬI", "PG" }, { "PHIẾU CHUYỂN", "PC" }, { "PHIẾU BÁO", "PB" },
};

const char *type_abbreviation(const char *kind)
{
    for (int i = 0; i < LENGTH(types); i++)
        if (strcmp(types[i].name, kind) == 0)
            return types[i].abbreviation;
    return NULL;
}

bool is_abbreviation(const char *group)
{
    for (int i = 0; i < LENGTH(types); i++)
        if (strcmp(types[i].abbreviation, group) == 0)
            return true;
    return false;
}

bool is_message(struct check *c) { return matches(c, "^THƯ (CÔNG|KHEN|CẢM ƠN|CHÚC MỪNG|THĂM HỎI|CHIA BUỒN)$", c->kind, NULL); }

static struct line *number_line(struct check *c, enum check_state *no)
{
    if (c->issued)
        *no = skip(c, W("ban hành kèm văn bản khác: không có số, ngày", "issued with another document: no number, no date"));
    else if (!c->number)
        *no = unsure(c, W("mẫu không đặt số, ký hiệu (role=\"o3\")", "the template places no number (role=\"o3\")"));
    return c->issued ? NULL : c->number;
}

struct line *date_line(struct check *c, enum check_state *no)
{
    if (c->issued)
        *no = skip(c, W("ban hành kèm văn bản khác: không có số, ngày", "issued with another document: no number, no date"));
    else if (!c->date && strcmp(c->kind, "BIÊN BẢN") == 0)
        *no = skip(c, W("biên bản không có địa danh, ngày tháng (mẫu 1.9)", "minutes have no place and date line (form 1.9)"));
    else if (!c->date)
        *no = unsure(c, W("mẫu không đặt địa danh, ngày tháng (role=\"o4\")", "the template places no date (role=\"o4\")"));
    return c->issued ? NULL : c->date;
}

/* A joint notation goes on behind its hyphen.                                                              */
static const char *number_text(struct check *c)
{
    struct buf text = buf_in(c->arena);
    for (int i = 0; i < c->numbers.n; i++)
        buf_str(&text, c->numbers.at[i]->text);
    return buf_text(&text);
}

static bool serial_of(struct check *c, regmatch_t *g, enum check_state *no)
{
    if (!number_line(c, no))
        return false;
    if (matches(c, "^Số:? ?([0-9]+)", number_text(c), g))
        return true;
    *no = skip(c, W("để trống số", "number left blank"));
    return false;
}

static const char *first_group(struct check *c)
{
    const char *slash = strchr(number_text(c), '/');
    while (slash && *++slash == ' ')
        ;
    return slash ? arena_copy(c->arena, slash, strcspn(slash, "- ")) : "";
}

enum check_state rule_39(struct check *c)
{
    enum check_state no;
    return number_line(c, &no) ? judge_look(c, &c->numbers, 13, 13, LIGHT | UPRIGHT) : no;
}

enum check_state rule_40(struct check *c)
{
    enum check_state no;
    const struct line *l = number_line(c, &no);
    if (!l)
        return no;
    if (!matches(c, "^Số: *([0-9]{2,})? */([A-Z]|Đ)([A-Za-z&.-]|Đ|đ)*(-([A-Z0-9&.]|Đ)+)*$", number_text(c), NULL))
        fault(c, l, "%s", number_text(c));
    return done(c, "%s", number_text(c));
}

enum check_state rule_41(struct check *c)
{
    enum check_state no;
    regmatch_t g[MOST_GROUPS];
    if (!serial_of(c, g, &no))
        return no;
    const char *digits = group_text(c, number_text(c), g[1]);
    if (strlen(digits) < 2)
        fault(c, c->number, "%s", digits);
    return done(c, "%s", digits);
}

enum check_state rule_42(struct check *c)
{
    enum check_state no;
    regmatch_t g[MOST_GROUPS];
    if (!serial_of(c, g, &no))
        return no;
    if (matches(c, " [/-]|[/-] ", number_text(c), NULL))
        fault(c, c->number, "%s", number_text(c));
    return done(c, "%s", number_text(c));
}

enum check_state rule_43(struct check *c)
{
    enum check_state no;
    if (!number_line(c, &no))
        return no;
    if (!c->issuer.n)
        return unsure(c, W("mẫu không đặt tên cơ quan (role=\"o2\")", "the template places no issuing body (role=\"o2\")"));
    return judge_axis(c, &c->numbers, line_centre(c->issuer.at[c->issuer.n - 1]), 2);
}

enum check_state rule_44(struct check *c)
{
    enum check_state no;
    const struct line *l = number_line(c, &no);
    if (!l)
        return no;
    if (strcmp(c->kind, "CÔNG VĂN") == 0 || is_message(c))
        return skip(c, W("công văn, thư công: không có chữ viết tắt tên loại", "an official letter has no type abbreviation"));
    const char *wanted = type_abbreviation(c->kind), *group = first_group(c);
    if (!wanted)
        return skip(c, W("tên loại không có chữ viết tắt", "the type has no abbreviation"));
    if (strcmp(group, wanted) != 0)
        fault(c, l, W("%s, phải là %s", "%s, should be %s"), group, wanted);
    return done(c, "%s", group);
}

enum check_state rule_45(struct check *c)
{
    enum check_state no;
    const struct line *l = number_line(c, &no);
    if (!l)
        return no;
    if (strcmp(c->kind, "CÔNG VĂN") != 0 && !is_message(c))
        return skip(c, W("không phải công văn", "not an official letter"));
    const char *group = first_group(c);
    if (is_abbreviation(group) || matches(c, "[/-]CV(-|$)", number_text(c), NULL))
        fault(c, l, "%s", number_text(c));
    return done(c, "%s", group);
}

enum check_state rule_46(struct check *c)
{
    enum check_state no;
    const struct line *date = date_line(c, &no), *number = date ? number_line(c, &no) : NULL;
    if (!number)
        return no;
    double off = (date->y - number->y) / 1000.0;
    if (mm_abs(off) > 2)
        fault(c, date, "%+.2f pt", off);
    return done(c, "%+.2f pt", off);
}

enum check_state rule_47(struct check *c)
{
    enum check_state no;
    struct line *date = date_line(c, &no);
    struct line_list l = one_line(c, date);
    return date ? judge_look(c, &l, 13, 14, LIGHT | ITALIC | SMALL) : no;
}

static bool is_date(struct check *c, const char *text, regmatch_t *g)
{
    return matches(c, "^([^,]+), ngày ?([0-9][0-9]?)? ?tháng ?([0-9][0-9]?)? ?năm ?([0-9]{4})?$", text, g);
}

enum check_state rule_48(struct check *c)
{
    enum check_state no;
    const struct line *l = date_line(c, &no);
    if (!l)
        return no;
    if (!is_date(c, l->text, NULL))
        fault(c, l, "%s", l->text);
    return done(c, "%s", l->text);
}

enum check_state rule_49(struct check *c)
{
    enum check_state no;
    regmatch_t g[MOST_GROUPS];
    const struct line *l = date_line(c, &no);
    if (!l)
        return no;
    if (!is_date(c, l->text, g))
        return unsure(c, W("dòng ngày tháng có dạng khác (R48)", "the date line has a different format (R48)"));
    const char *day = group_text(c, l->text, g[2]), *month = group_text(c, l->text, g[3]);
    if (!*day && !*month)
        return skip(c, W("để trống ngày, tháng", "day and month left blank"));
    bool good_month = !*month || (strlen(month) == 2 ? strcmp(month, "01") == 0 || strcmp(month, "02") == 0 || *month == '1' : *month >= '3');
    if ((*day && strlen(day) != 2) || !good_month)
        fault(c, l, W("ngày %s tháng %s", "day %s, month %s"), day, month);
    return done(c, W("ngày %s tháng %s", "day %s, month %s"), day, month);
}

enum check_state rule_50(struct check *c)
{
    enum check_state no;
    struct line *date = date_line(c, &no);
    struct line_list l = one_line(c, date);
    if (!date)
        return no;
    if (!c->nation)
        return unsure(c, W("mẫu không đặt Quốc hiệu (role=\"o1\")", "the template places no national name (role=\"o1\")"));
    regmatch_t g[MOST_GROUPS];
    if (is_date(c, l.at[0]->text, g) && !*group_text(c, l.at[0]->text, g[4])) /* room at its end, which nobody sees */
        return skip(c, W("năm để trống", "the year is left blank"));
    return judge_axis(c, &l, line_centre(c->nation), 2);
}

enum check_state rule_51(struct check *c)
{
    enum check_state no;
    const struct line *l = date_line(c, &no);
    if (!l)
        return no;
    if (!strstr(l->text, "tháng") || !strstr(l->text, "năm"))
        fault(c, l, "%s", l->text);
    return done(c, "%s", W("một dòng", "one line"));
}

enum check_state rule_52(struct check *c)
{
    enum check_state no;
    const struct line *number = number_line(c, &no), *owner[] = { c->motto, c->issuer.n ? c->issuer.at[c->issuer.n - 1] : NULL };
    len low = -1;
    if (!number)
        return no;
    for (int i = 0; i < LENGTH(owner); i++) {
        const struct stroke *s = owner[i] ? stroke_below(c, owner[i], 8) : NULL;
        low = s && stroke_y(s) > low ? stroke_y(s) : low;
    }
    if (low < 0)
        return unsure(c, W("không có đường kẻ ở phần đầu", "no line in the header"));
    const struct line *top = c->date && line_top(c->date) < line_top(number) ? c->date : number;
    double below = to_mm(line_top(top) - low);
    if (below < 0)
        fault(c, top, "%+.2f mm", below);
    return done(c, "%+.2f mm", below);
}
