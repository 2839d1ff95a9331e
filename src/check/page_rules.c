/* page_rules.c - R1 to R8, R10, R12, R13: paper, margins, letters.                                  */
#include "check/check.h"

#include "font/face.h"

enum check_state rule_1(struct check *c)
{
    for (int i = c->first; i <= c->last; i++) {
        const struct page *p = page_of(c, i);
        len low = p->width < p->height ? p->width : p->height, high = p->width + p->height - low;
        if (!within(low, A4_WIDTH, A4_WIDTH, PT(0.5)) || !within(high, A4_HEIGHT, A4_HEIGHT, PT(0.5)))
            fault_page(c, i, "%.1f x %.1f mm", to_mm(p->width), to_mm(p->height));
    }
    const struct page *p = page_of(c, c->first);
    return done(c, "%.1f x %.1f mm", to_mm(p->width), to_mm(p->height));
}

static bool has_table(const struct check *c, int page)
{
    for (int i = 0; i < c->n_tables; i++)
        if (c->tables[i].page == page)
            return true;
    return false;
}

enum check_state rule_2(struct check *c)
{
    for (int i = c->first; i <= c->main_last; i++)
        if (is_turned(page_of(c, i)) && !has_table(c, i))
            fault_page(c, i, "%s", W("trang ngang không có bảng", "a landscape page without a table"));
    return done(c, "%s", W("không trang nào ngang khi không cần", "no landscape page without need"));
}

/* All but the number and what belongs into the top margin.                                              */
static bool is_text(const struct line *l)
{
    return l->zone != ZONE_NUMBER && l->zone != ZONE_FILE_MARK && l->zone != ZONE_COPY_MARK && !(l->zone == ZONE_STAMP && l->y < MM(20));
}

enum check_state rule_3(struct check *c)
{
    double low = 1000, high = 0;
    for (int page = c->first; page <= c->last; page++) {
        const struct line *top = NULL;
        const struct range on = lines_on(c, page);
        for (int i = on.from; i < on.to; i++) {
            const struct line *l = c->lines.at[i];
            if (is_text(l) && (!top || line_top(l) < line_top(top)))
                top = l;
        }
        if (!top)
            continue;
        double mm = to_mm(line_top(top));
        low = mm < low ? mm : low;
        high = mm > high ? mm : high;
        if (!within(mm, 20, 25, 0.3))
            fault(c, top, "%.2f mm", mm);
    }
    return done(c, W("%.2f đến %.2f mm", "%.2f to %.2f mm"), low, high);
}

static const struct line *lowest(const struct check *c, int page)
{
    const struct line *low = NULL;
    const struct range on = lines_on(c, page);
    for (int i = on.from; i < on.to; i++) {
        const struct line *l = c->lines.at[i];
        if (is_text(l) && (!low || line_bottom(l) > line_bottom(low)))
            low = l;
    }
    return low;
}

/* A page that was ended because nothing more fits is full; one that keeps things together need not be. Of a full one two
 * lines more may have gone over with what follows them.                                                   */
enum check_state rule_4(struct check *c)
{
    double low = 1000, high = 0;
    for (int page = c->first; page <= c->last; page++) {
        const struct page *p = page_of(c, page);
        const struct line *l = lowest(c, page);
        if (!l)
            continue;
        double gap = to_mm(p->height - line_bottom(l)), most = 25 + to_mm(3 * c->pitch);
        low = gap < low ? gap : low;
        high = gap > high ? gap : high;
        bool full = page < c->main_last && p->end == END_FULL && !has_table(c, page + 1);
        if (gap < 20 - 0.3 || (full && gap > most + 0.3))
            fault(c, l, W("chữ hết cách mép dưới %.2f mm", "the text ends %.2f mm above the bottom edge"), gap);
    }
    return done(c, W("%.2f đến %.2f mm", "%.2f to %.2f mm"), low, high);
}

/* What stands in portrait below the header, which may pass the margins (R7).                               */
static bool is_portrait_text(const struct check *c, const struct line *l)
{
    return is_text(l) && !is_turned(page_of(c, l->page)) && l->zone != ZONE_HEADER && l->zone != ZONE_ABOUT && l->zone != ZONE_STAMP;
}

/* The clause measures pages that stand: of a text on turned ones alone it says nothing.                     */
static bool no_portrait_text(struct check *c, enum check_state *no)
{
    bool portrait = false;
    for (int i = 0; i < c->body.n; i++)
        portrait |= !is_turned(page_of(c, c->body.at[i]->page));
    if (!portrait)
        *no = c->body.n ? skip(c, W("nội dung chỉ ở trang ngang", "the body text is only on landscape pages"))
                        : unsure(c, W("mẫu không có phần nội dung (role=\"o6\")", "the template has no text (role=\"o6\")"));
    return !portrait;
}

enum check_state rule_5(struct check *c)
{
    enum check_state no;
    if (no_portrait_text(c, &no))
        return no;
    double edge = to_mm(c->left);
    if (!within(edge, 30, 35, 0.3))
        fault(c, c->body.at[0], W("nội dung bắt đầu cách mép %.2f mm", "the text begins %.2f mm from the edge"), edge);
    for (int i = 0; i < c->lines.n; i++)
        if (is_portrait_text(c, c->lines.at[i]) && c->lines.at[i]->x0 < c->left - PT(1.5))
            fault(c, c->lines.at[i], W("bắt đầu cách mép %.2f mm", "begins %.2f mm from the edge"), to_mm(c->lines.at[i]->x0));
    return done(c, "%.2f mm", edge);
}

enum check_state rule_6(struct check *c)
{
    enum check_state no;
    if (no_portrait_text(c, &no))
        return no;
    double edge = to_mm(page_of(c, c->first)->width - c->right);
    if (!within(edge, 15, 20, 0.3))
        fault(c, c->body.at[0], W("dòng đầy hết cách mép %.2f mm", "full lines end %.2f mm from the edge"), edge);
    for (int i = 0; i < c->lines.n; i++) {
        const struct line *l = c->lines.at[i];
        if (is_portrait_text(c, l) && l->x1 > c->right + PT(1.5))
            fault(c, l, W("hết cách mép %.2f mm", "ends %.2f mm from the edge"), to_mm(page_of(c, l->page)->width - l->x1));
    }
    return done(c, "%.2f mm", edge);
}

enum check_state rule_7(struct check *c)
{
    double most = -1000;
    if (!c->header.n)
        return skip(c, W("không có phần đầu", "no header"));
    for (int i = 0; i < c->header.n + c->about.n; i++) {
        const struct line *l = i < c->header.n ? c->header.at[i] : c->about.at[i - c->header.n];
        double left = to_mm(c->left - l->x0), right = to_mm(l->x1 - c->right), out = left > right ? left : right;
        most = out > most ? out : most;
        if (out > 10 || l->x0 <= 0 || l->x1 >= page_of(c, l->page)->width)
            fault(c, l, W("nhô ra %.1f mm", "%.1f mm beyond the margin"), out);
    }
    return done(c, "%+.1f mm", most);
}

/* ---- letters ------------------------------------------------------------------------------------------ */

static bool is_family(const struct face *f, const char *name)
{
    const char *s = f->family;
    for (; *name; name++)
        if (*name != ' ') {
            while (*s == ' ')
                s++;
            if (*s++ != *name)
                return false;
        }
    return true;
}

static bool is_metric(const struct face *f) { return is_family(f, "Liberation Serif") || is_family(f, "Tinos"); }

/* A face of the same metrics sets the same pages: it holds, and is named.                                   */
enum check_state rule_8(struct check *c)
{
    const char *named = "";
    bool nameless = false;
    for (int i = 0; i < c->lines.n; i++)
        for (int k = 0; k < c->lines.at[i]->n; k++) {
            const struct face *f = c->lines.at[i]->span[k].mark->text.face;
            nameless |= !*f->family;
            if (strstr(named, f->family))
                continue;
            named = joined(c, named, f->family, ", ");
            if (!is_family(f, "Times New Roman") && !is_metric(f))
                fault(c, c->lines.at[i], "%s", f->family);
        }
    if (nameless && !c->n_faults)
        return unsure(c, W("PDF có phông không ghi tên", "the PDF has fonts without a name"));
    c->note = strstr(named, "Liberation Serif") || strstr(named, "Tinos");
    return done(c, c->note ? W("%s, cùng số đo chữ với Times New Roman", "%s, with the same metrics as Times New Roman") : "%s", named);
}

static bool is_red_mark(const struct check *c, const struct line *l)
{
    for (int i = 0; i < c->n_stamps; i++)
        if (c->stamps[i].line == l)
            return strcmp(c->stamps[i].kind, "circulation") != 0;
    return false;
}

enum check_state rule_10(struct check *c)
{
    for (int i = 0; i < c->lines.n; i++)
        for (int k = 0; k < c->lines.at[i]->n; k++) {
            uint32_t colour = c->lines.at[i]->span[k].mark->colour;
            if (!colour || is_red_mark(c, c->lines.at[i]))
                continue;
            fault(c, c->lines.at[i], "#%06x", colour);
            break;
        }
    return done(c, "%s", W("đen", "black"));
}

enum check_state rule_12(struct check *c)
{
    static const int pair[][2] = { { 12, 13 }, { 13, 14 } };
    bool dated = !c->issued && c->date, good = false;
    if (!c->nation || !c->motto)
        return unsure(c, W("không có Quốc hiệu, Tiêu ngữ (role=\"o1\")", "no national name, no motto (role=\"o1\")"));
    double sizes[] = { c->nation->size / 1000.0, c->motto->size / 1000.0, dated ? c->date->size / 1000.0 : 0 };
    for (int i = 0; i < LENGTH(pair); i++)
        good |= within(sizes[0], pair[i][0], pair[i][0], 0.1) && within(sizes[1], pair[i][1], pair[i][1], 0.1) &&
                (!dated || within(sizes[2], pair[i][1], pair[i][1], 0.1));
    const char *said = dated ? arena_format(c->arena, "%.4g/%.4g/%.4g", sizes[0], sizes[1], sizes[2])
                             : arena_format(c->arena, "%.4g/%.4g", sizes[0], sizes[1]);
    if (!good)
        fault(c, c->nation, "%s", said);
    return done(c, "%s", said);
}

enum check_state rule_13(struct check *c)
{
    if (!c->body.n)
        return unsure(c, W("mẫu không có phần nội dung (role=\"o6\")", "the template has no text (role=\"o6\")"));
    double usual = c->body_size / 1000.0;
    if (!within(usual, 13, 13, 0.1) && !within(usual, 14, 14, 0.1))
        fault(c, c->body.at[0], W("cỡ %.4g", "size %.4g"), usual);
    for (int i = 0; i < c->body.n; i++) {
        const struct line *l = c->body.at[i];
        for (int k = 0; k < l->n; k++)
            if (!l->span[k].small && !within(l->span[k].size / 1000.0, usual, usual, 0.1)) {
                fault(c, l, W("cỡ %.4g, nơi khác cỡ %.4g", "size %.4g, elsewhere %.4g"), l->span[k].size / 1000.0, usual);
                break;
            }
    }
    return done(c, W("cỡ %s", "size %s"), sizes_of(c, &c->body));
}
