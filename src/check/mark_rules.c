/* mark_rules.c - R109 to R111, R113: marks of urgency, secrecy, circulation; the address.                      */
#include "check/check.h"

static const struct { const char *words; double width; } boxes[] = { { "HỎA TỐC", 30 }, { "HOẢ TỐC", 30 }, { "THƯỢNG KHẨN", 40 }, { "KHẨN", 20 } };

static bool is_kind(const struct stamp *s, const char *kind) { return strcmp(s->kind, kind) == 0; }

enum check_state rule_109(struct check *c)
{
    const char *said = "";
    for (int i = 0; i < c->n_stamps; i++) {
        const struct stamp *s = &c->stamps[i];
        double width = to_mm(s->x1 - s->x0), height = to_mm(s->y1 - s->y0), wanted = 0;
        if (!is_kind(s, "urgency"))
            continue;
        for (int k = 0; k < LENGTH(boxes); k++)
            wanted = strcmp(s->line->upper, boxes[k].words) == 0 ? boxes[k].width : wanted;
        const char *measured = s->framed ? arena_format(c->arena, "%.2f mm x %.2f mm, %.2f pt", width, height, s->thick / 1000.0)
                                         : W("không có khung", "no frame");
        said = joined(c, said, measured, "; ");
        if (!s->framed || !within(width, wanted, wanted, 0.5) || !within(height, 8, 8, 0.5) || s->thick > PT(1.5))
            fault(c, s->line, "%s", measured);
    }
    return *said ? done(c, "%s", said) : skip(c, W("không khẩn", "not urgent"));
}

static bool is_red(uint32_t colour) { return colour >> 16 > 180 && (colour >> 8 & 255) < 60 && (colour & 255) < 60; }

static bool all_spans(const struct line *l, bool (*is)(uint32_t))
{
    for (int i = 0; i < l->n; i++)
        if (!is(l->span[i].mark->colour))
            return false;
    return true;
}

static bool is_black(uint32_t colour) { return colour == 0; }

/* Capitals stand about the middle of their frame: half their height, 0.66 of the size, above the baseline.           */
static const char *off_centre(struct check *c, const struct stamp *s, double most)
{
    if (!s->framed)
        return W("không có khung", "no frame");
    double x = to_mm(line_centre(s->line) - (s->x0 + s->x1) / 2), y = to_mm(s->line->y - len_part(s->line->size, 330) - (s->y0 + s->y1) / 2);
    return mm_abs(x) > most || mm_abs(y) > most ? arena_format(c->arena, W("lệch tâm khung %+.2f mm, %+.2f mm", "%+.2f mm, %+.2f mm off the centre of the frame"), x, y) : "";
}

enum check_state rule_110(struct check *c)
{
    const char *said = "";
    for (int i = 0; i < c->n_stamps; i++) {
        const struct stamp *s = &c->stamps[i];
        if (is_kind(s, "circulation"))
            continue;
        const char *wrong = look_wrong(c, s->line, 13, 14, BOLD | UPRIGHT | CAPITALS);
        if (!all_spans(s->line, is_red))
            wrong = joined(c, wrong, W("không đỏ", "not red"), ", ");
        if (line_centre(s->line) > page_of(c, s->line->page)->width / 2)
            wrong = joined(c, wrong, W("không ở bên trái", "not at the left"), ", ");
        if (c->number && s->line->y < c->number->y)
            wrong = joined(c, wrong, W("ở trên số, ký hiệu", "above the number"), ", ");
        wrong = joined(c, wrong, off_centre(c, s, 0.5), ", ");
        if (*wrong)
            fault(c, s->line, "%s", wrong);
        said = joined(c, said, s->line->text, "; ");
    }
    return *said ? done(c, "%s", said) : skip(c, W("không khẩn, không mật", "neither urgent nor secret"));
}

enum check_state rule_111(struct check *c)
{
    const char *said = "";
    for (int i = 0; i < c->n_stamps; i++) {
        const struct stamp *s = &c->stamps[i];
        if (!is_kind(s, "circulation"))
            continue;
        const char *wrong = joined(c, look_wrong(c, s->line, 13, 14, BOLD | UPRIGHT | CAPITALS), off_centre(c, s, 1), ", ");
        double low = to_mm(s->framed ? s->y1 : line_bottom(s->line));
        if (!all_spans(s->line, is_black))
            wrong = joined(c, wrong, W("không đen", "not black"), ", ");
        if (line_centre(s->line) < page_of(c, s->line->page)->width / 2)
            wrong = joined(c, wrong, W("không ở bên phải", "not at the right"), ", ");
        if (low > 20 + 0.3)
            wrong = joined(c, wrong, arena_format(c->arena, W("tới %.1f mm", "reaches %.1f mm"), low), ", ");
        if (*wrong)
            fault(c, s->line, "%s", wrong);
        said = joined(c, said, s->line->text, "; ");
    }
    return *said ? done(c, "%s", said) : skip(c, W("không hạn chế lưu hành", "no restriction on circulation"));
}

enum check_state rule_113(struct check *c)
{
    if (!c->contact.n)
        return skip(c, W("không có địa chỉ", "no address"));
    const struct line *last = c->contact.at[0], *top = last;
    for (int i = 0; i < c->contact.n; i++) {
        const struct line *l = c->contact.at[i];
        const char *wrong = look_wrong(c, l, 11, 12, LIGHT | UPRIGHT);
        if (*wrong)
            fault(c, l, "%s", wrong);
        if (l->page != c->first)
            fault(c, l, "%s", W("không ở trang đầu", "not on the first page"));
        last = line_bottom(l) > line_bottom(last) ? l : last;
        top = line_top(l) < line_top(top) ? l : top;
    }
    const struct stroke *s = c->contact_rule;
    double low = to_mm(page_of(c, last->page)->height - line_bottom(last));
    if (low < 20 - 0.3)
        fault(c, last, W("hết cách mép dưới %.1f mm, trong lề", "ends %.1f mm above the edge, in the margin"), low);
    if (!s || stroke_y(s) > line_top(top) + PT(2))
        fault(c, top, "%s", W("không có đường kẻ ở trên", "no line above it"));
    else if (mm_abs(to_mm(s->x0 - c->left)) > 1 || mm_abs(to_mm(s->x1 - c->right)) > 1)
        fault_stroke(c, s, W("hai đầu lệch %+.2f mm, %+.2f mm", "ends %+.2f mm, %+.2f mm off"), to_mm(s->x0 - c->left), to_mm(s->x1 - c->right));
    for (int i = 0; s && i < c->lines.n; i++) {
        const struct line *l = c->lines.at[i];
        if (l->page == s->page && (l->zone == ZONE_BODY || l->zone == ZONE_END || l->zone == ZONE_NOTE) && line_bottom(l) > stroke_y(s))
            fault(c, l, "%s", W("ở dưới đường kẻ của địa chỉ", "below the address' line"));
    }
    return done(c, W("%d dòng, cách mép dưới %.1f mm", "%d line(s), %.1f mm above the edge"), c->contact.n, low);
}
