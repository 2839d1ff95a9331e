/* address_rules.c - R81 to R86: whom a document is addressed to.                                        */
#include "check/check.h"

/* A report to a superior says so itself in its last sentence.                                             */
static bool names_superior(struct check *c)
{
    const char *last = c->n_paras ? c->paras[c->n_paras - 1].text : "";
    return matches(c, "báo cáo (với |lên |đến |tới )?([A-Z]|Đ|Ủ)", last, NULL);
}

enum check_state rule_81(struct check *c)
{
    static const char *const never[] = { "QUYẾT ĐỊNH", "NGHỊ QUYẾT", "KẾ HOẠCH", "THÔNG BÁO", "CHỈ THỊ", "BIÊN BẢN" };
    bool has = c->addressees.n, wanted = strcmp(c->kind, "CÔNG VĂN") == 0 || strcmp(c->kind, "TỜ TRÌNH") == 0;
    const char *said = has ? W("có", "present") : W("không có", "absent");
    if (c->issued)
        return skip(c, W("ban hành kèm văn bản khác", "issued with another document"));
    for (int i = 0; i < LENGTH(never); i++)
        if (strcmp(c->kind, never[i]) == 0) {
            if (has)
                fault(c, c->addressees.at[0], "%s: %s", c->kind, said);
            return done(c, "%s: %s", c->kind, said);
        }
    if (!wanted && strcmp(c->kind, "BÁO CÁO") != 0)
        return skip(c, W("Nghị định để ngỏ với tên loại này", "the decree does not specify it for this type"));
    if (!wanted && !has && !names_superior(c))
        return skip(c, W("báo cáo không gửi cấp trên", "the report is not addressed to a superior"));
    if (!has && c->n_paras && !wanted)
        fault(c, c->paras[c->n_paras - 1].lines.at[0], "%s", W("báo cáo gửi cấp trên, không có Kính gửi", "a report to a superior without Kính gửi"));
    else if (!has)
        fault_page(c, c->first, "%s: %s", c->kind, said);
    return done(c, "%s: %s", c->kind, said);
}

static bool has_addressees(struct check *c, enum check_state *no)
{
    if (!c->addressees.n)
        *no = skip(c, W("không có Kính gửi", "no Kính gửi"));
    return c->addressees.n;
}

/* Where the list of several begins in the addressees; 0: there is one.                                     */
static int list_at(struct check *c, enum check_state *no)
{
    if (!has_addressees(c, no))
        return 0;
    bool several = c->addressees.n > 2 || (c->addressees.n > 1 && starts(c->addressees.at[1]->text, "-"));
    if (!several)
        *no = skip(c, W("một nơi nhận", "one addressee"));
    return several;
}

enum check_state rule_82(struct check *c)
{
    enum check_state no;
    if (!has_addressees(c, &no))
        return no;
    if (!starts(c->addressees.at[0]->text, "Kính gửi:"))
        fault(c, c->addressees.at[0], "%s", shortly(c, c->addressees.at[0]->text, 40));
    return judge_look(c, &c->addressees, 13, 14, LIGHT | UPRIGHT | SMALL);
}

enum check_state rule_83(struct check *c)
{
    enum check_state no;
    if (!has_addressees(c, &no))
        return no;
    const struct line *l = c->addressees.at[0];
    if (c->addressees.n > 1 && starts(c->addressees.at[1]->text, "-"))
        return skip(c, W("nhiều nơi nhận", "several addressees"));
    if (!matches(c, "^Kính gửi:? [^ ]", l->text, NULL))
        fault(c, l, "%s", shortly(c, l->text, 40));
    return done(c, "%s", shortly(c, l->text, 40));
}

/* The lines of the item that begins at i, as one text; *next: behind it.                                      */
static const char *item_text(struct check *c, int i, int *next)
{
    struct line_list item = { 0 };
    do
        lines_add(c, &item, c->addressees.at[i++]);
    while (i < c->addressees.n && !starts(c->addressees.at[i]->text, "-"));
    *next = i;
    return lines_text(c, &item);
}

enum check_state rule_84(struct check *c)
{
    enum check_state no;
    int at = list_at(c, &no), n = 0;
    if (!at)
        return no;
    if (!matches(c, "^Kính gửi:?$", c->addressees.at[0]->text, NULL))
        fault(c, c->addressees.at[0], "%s", W("đứng cùng dòng với Kính gửi", "stands on the line of Kính gửi"));
    for (int next; at < c->addressees.n; at = next, n++) {
        const char *text = item_text(c, at, &next);
        if (!starts(text, "- "))
            fault(c, c->addressees.at[at], "%s", W("không bắt đầu bằng gạch đầu dòng", "does not begin with a dash"));
        if (!ends(text, next == c->addressees.n ? "." : ";"))
            fault(c, c->addressees.at[next - 1], W("kết thúc bằng «%s»", "ends with '%s'"), text + strlen(text) - 1);
    }
    return done(c, W("%d nơi nhận", "%d addressees"), n);
}

enum check_state rule_85(struct check *c)
{
    enum check_state no;
    int at = list_at(c, &no);
    if (!at)
        return no;
    const struct line *first = c->addressees.at[at];
    double most = 0;
    for (int next; at < c->addressees.n; at = next) {
        item_text(c, at, &next);
        double off = mm_abs(to_mm(c->addressees.at[at]->x0 - first->x0));
        most = off > most ? off : most;
        if (off > 0.5)
            fault(c, c->addressees.at[at], "%.2f mm", off);
    }
    return done(c, "%.2f mm", most);
}

enum check_state rule_86(struct check *c)
{
    enum check_state no;
    int at = list_at(c, &no);
    if (!at)
        return no;
    const struct line *head = c->addressees.at[0], *first = c->addressees.at[at];
    double off = to_mm(first->x0 - head->x1);
    if (first->x0 < head->x0 - MM(2) || off > 2)
        fault(c, first, W("cách dấu hai chấm %+.2f mm", "%+.2f mm from the colon"), off);
    return done(c, W("cách dấu hai chấm %+.2f mm", "%+.2f mm from the colon"), off);
}
