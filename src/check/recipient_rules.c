/* recipient_rules.c - R87 to R92, R112: recipients, the drafter's mark.                                    */
#include "check/check.h"

static bool no_end(struct check *c, enum check_state *no)
{
    if (c->issued)
        *no = skip(c, W("ban hành kèm văn bản khác: không có phần ký", "issued with another document: not signed"));
    else if (c->end_page < 0)
        *no = skip(c, W("không có phần cuối (R87 đã báo)", "no signature block (reported by R87)"));
    return c->issued || c->end_page < 0;
}

enum check_state rule_87(struct check *c)
{
    if (c->issued)
        return skip(c, W("ban hành kèm văn bản khác: không có phần ký", "issued with another document: not signed"));
    if (!c->recipients_head) {
        fault_page(c, c->main_last, "%s", W("không có Nơi nhận", "no Nơi nhận"));
        return done(c, "%s", W("không có", "none"));
    }
    const struct line *l = c->recipients_head;
    const char *wrong = look_wrong(c, l, 12, 12, BOLD | ITALIC);
    double off = to_mm(l->x0 - c->left);
    if (strcmp(l->text, "Nơi nhận:") != 0)
        wrong = joined(c, wrong, l->text, ", ");
    if (*wrong)
        fault(c, l, "%s", wrong);
    if (mm_abs(off) > 1)
        fault(c, l, W("cách lề trái %+.2f mm", "%+.2f mm from the left margin"), off);
    return done(c, W("cách lề trái %+.2f mm", "%+.2f mm from the left margin"), off);
}

enum check_state rule_88(struct check *c)
{
    enum check_state no;
    if (no_end(c, &no))
        return no;
    if (c->side_by_side)
        return skip(c, W("nhiều người ký cạnh nhau: Nơi nhận ở dưới (mẫu 1.9)", "several signers side by side: Nơi nhận is below (form 1.9)"));
    if (!c->n_signers || !c->signers[0].titles.n)
        return unsure(c, W("trang không có quyền hạn, chức vụ: dữ liệu không ghi, hoặc mẫu thiếu role=\"o7a\"", "no authority or position on the pages: none in the data, or the template lacks role=\"o7a\""));
    double off = (c->recipients_head->y - c->signers[0].titles.at[0]->y) / 1000.0;
    if (mm_abs(off) > 2)
        fault(c, c->recipients_head, "%+.2f pt", off);
    return done(c, "%+.2f pt", off);
}

/* ---- the list: items over several lines, groups headed by `Bản điện tử:` ------------------------------------ */

static bool no_recipients(struct check *c, enum check_state *no)
{
    if (no_end(c, no))
        return true;
    if (!c->recipients.n)
        *no = unsure(c, W("không có nơi nhận nào", "no recipients"));
    return !c->recipients.n;
}

static bool is_group(const struct line *l) { return !starts(l->text, "-") && ends(l->text, ":"); }

/* Lines of the item that begins at i, without the drafter's mark; *next: behind it.                              */
static const char *item_of(struct check *c, int i, int *next)
{
    struct line_list item = { 0 };
    regmatch_t g[MOST_GROUPS];
    do
        lines_add(c, &item, c->recipients.at[i++]);
    while (i < c->recipients.n && !starts(c->recipients.at[i]->text, "-") && !is_group(c->recipients.at[i]) && strcmp(c->recipients.at[i]->role, "o13") != 0);
    *next = i;
    const char *text = lines_text(c, &item);
    if (matches(c, " [^ ]+\\.? *\\([0-9]+\\)\\.?$", text, g))
        text = arena_copy(c->arena, text, (size_t)g[0].rm_so);
    return text;
}

static bool is_item(const struct line *l) { return !is_group(l) && strcmp(l->role, "o13") != 0; }

enum check_state rule_89(struct check *c)
{
    enum check_state no;
    return no_recipients(c, &no) ? no : judge_look(c, &c->recipients, 11, 11, LIGHT | UPRIGHT);
}

enum check_state rule_90(struct check *c)
{
    enum check_state no;
    int n = 0;
    if (no_recipients(c, &no))
        return no;
    for (int i = 0, next; i < c->recipients.n; i = next) {
        const struct line *l = c->recipients.at[i];
        next = i + 1;
        if (!is_item(l))
            continue;
        const char *text = item_of(c, i, &next);
        bool last = next == c->recipients.n || !is_item(c->recipients.at[next]);
        double off = to_mm(l->x0 - c->left);
        n++;
        if (!starts(text, "- "))
            fault(c, l, "%s", W("không bắt đầu bằng gạch đầu dòng", "does not begin with a dash"));
        if (mm_abs(off) > 1)
            fault(c, l, W("cách lề trái %+.2f mm", "%+.2f mm from the left margin"), off);
        if (!ends(text, last ? "." : ";"))
            fault(c, c->recipients.at[next - 1], W("kết thúc bằng «%s»", "ends with '%s'"), *text ? text + strlen(text) - 1 : "");
    }
    return done(c, W("%d nơi nhận", "%d items"), n);
}

enum check_state rule_91(struct check *c)
{
    enum check_state no;
    const struct line *last = NULL;
    const char *text = "";
    if (no_recipients(c, &no))
        return no;
    for (int i = 0, next; i < c->recipients.n; i = next) {
        next = i + 1;
        if (!is_item(c->recipients.at[i]))
            continue;
        last = c->recipients.at[i];
        text = item_of(c, i, &next);
    }
    if (!last)
        return unsure(c, W("không có nơi nhận nào", "no recipients"));
    bool alone = strcmp(c->kind, "GIẤY GIỚI THIỆU") == 0 && strcmp(text, "- Lưu: VT.") == 0;
    if (!alone && !matches(c, "^- Lưu: VT, ?[^ ]", text, NULL))
        fault(c, last, "%s", text);
    return done(c, "%s", text);
}

enum check_state rule_92(struct check *c)
{
    enum check_state no;
    int next, at = 0;
    if (no_recipients(c, &no))
        return no;
    while (at < c->recipients.n - 1 && !is_item(c->recipients.at[at]))
        at++;
    const char *text = item_of(c, at, &next);
    bool decision = strcmp(c->kind, "QUYẾT ĐỊNH") == 0 || strcmp(c->kind, "NGHỊ QUYẾT") == 0;
    if (!c->addressees.n && !decision)
        return skip(c, W("không có Kính gửi, không phải quyết định", "no Kính gửi, not a decision"));
    if (c->addressees.n ? strcmp(text, "- Như trên;") != 0 : !starts(text, "- Như Điều"))
        fault(c, c->recipients.at[at], "%s", text);
    return done(c, "%s", text);
}

enum check_state rule_112(struct check *c)
{
    enum check_state no;
    const struct line *l = NULL;
    regmatch_t g[MOST_GROUPS];
    if (no_recipients(c, &no))
        return no;
    for (int i = 0; i < c->recipients.n; i++)
        if (matches(c, "[^ ]\\.? ?\\([0-9]+\\)", c->recipients.at[i]->text, NULL))
            l = c->recipients.at[i];
    if (!l)
        return skip(c, W("không ghi người soạn thảo", "no drafter's initials"));
    struct line_list one = one_line(c, c->recipients.at[c->recipients.n - 1]);
    judge_look(c, &one, 11, 11, LIGHT | UPRIGHT);
    bool good = matches(c, "(^| )([^ (.]+)\\.? *\\([0-9]+\\)\\.?$", l->text, g);
    const char *mark = good ? group_text(c, l->text, g[2]) : "", *upper = good ? group_text(c, l->upper, g[2]) : "";
    if (!good || strcmp(mark, upper) != 0)
        fault(c, l, "%s", good ? mark : l->text);
    if (l != c->recipients.at[c->recipients.n - 1])
        fault(c, l, "%s", W("không ở cuối nơi nhận", "not at the end of the recipients"));
    return done(c, "%s", good ? group_text(c, l->text, g[0]) : l->text);
}
