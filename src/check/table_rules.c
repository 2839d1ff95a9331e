/* table_rules.c - R116 to R118: tables, each page's part by itself and as one.                                    */
#include "check/check.h"

#include "font/face.h"

static enum check_state no_table(struct check *c) { return skip(c, W("không có bảng", "no table")); }

/* ---- parts of one table ------------------------------------------------------------------------------------- */

static bool ends_page(const struct check *c, const struct table *t)
{
    const struct range on = lines_on(c, t->page);
    for (int i = on.from; i < on.to; i++) {
        const struct line *l = c->lines.at[i];
        if (l->y > t->y1 && l->zone != ZONE_NOTE && l->zone != ZONE_NUMBER && l->zone != ZONE_CONTACT)
            return false;
    }
    return true;
}

static bool begins_page(const struct check *c, const struct table *t)
{
    const struct range on = lines_on(c, t->page);
    for (int i = on.from; i < on.to; i++)
        if (c->lines.at[i]->y < t->y0 && c->lines.at[i]->zone != ZONE_NUMBER && c->lines.at[i]->zone != ZONE_BESIDE &&
            c->lines.at[i]->zone != ZONE_ANNEX)
            return false;
    return true;
}

static bool goes_on(const struct check *c, const struct table *a, const struct table *b)
{
    return b->page == a->page + 1 && ends_page(c, a) && begins_page(c, b);
}

/* ---- rows by the heights of their rules -------------------------------------------------------------------------- */

static int by_place(const void *a, const void *b)
{
    const struct line *s = *(struct line *const *)a, *t = *(struct line *const *)b;
    return s->x0 / 1000 != t->x0 / 1000 ? s->x0 - t->x0 : s->y - t->y;
}

/* The lines of the first row that has any, as one text; its first line.                                              */
static const char *first_row(struct check *c, const struct table *t, const struct line **first)
{
    len from = t->y0;
    struct line_list row = { 0 };
    while (!row.n && from < t->y1 - PT(2)) {
        len to = t->y1;
        for (int i = 0; i < t->rows.n; i++)
            if (stroke_y(&t->rows.at[i]) > from + PT(1.5) && stroke_y(&t->rows.at[i]) < to)
                to = stroke_y(&t->rows.at[i]);
        for (int i = 0; i < t->lines.n; i++)
            if (t->lines.at[i]->y > from && t->lines.at[i]->y <= to)
                lines_add(c, &row, t->lines.at[i]);
        from = to;
    }
    if (!row.n)
        return "";
    qsort(row.at, (size_t)row.n, sizeof(*row.at), by_place);
    *first = row.at[0];
    return lines_text(c, &row);
}

enum check_state rule_116(struct check *c)
{
    const struct table *begin = NULL;
    int n = 0;
    for (int i = 0; i + 1 < c->n_tables; i++) {
        const struct table *a = &c->tables[i], *b = &c->tables[i + 1];
        const struct line *first = NULL, *other = NULL;
        if (!goes_on(c, a, b)) {
            begin = NULL;
            continue;
        }
        begin = begin ? begin : a;
        n++;
        const char *head = first_row(c, begin, &other), *again = first_row(c, b, &first);
        if (strcmp(head, again) != 0 && first)
            fault(c, first, W("bắt đầu bằng «%s»", "begins with '%s'"), shortly(c, again, 40));
    }
    return n ? done(c, W("%d chỗ sang trang", "%d continuation(s)"), n) : c->n_tables ? skip(c, W("không có bảng qua trang", "no table spans pages")) : no_table(c);
}

static bool crosses(const struct table *t, const struct line *l)
{
    for (int i = 0; i < t->columns.n; i++) {
        const struct stroke *s = &t->columns.at[i];
        len x = (s->x0 + s->x1) / 2;
        if (l->x0 + PT(0.5) < x && x < l->x1 - PT(0.5) && s->y0 < l->y && l->y < s->y1)
            return true;
    }
    for (int i = 0; i < t->rows.n; i++) {
        const struct stroke *s = &t->rows.at[i];
        if (l->y - len_part(l->size, 600) < stroke_y(s) && stroke_y(s) < l->y - PT(0.5) && s->x0 < line_centre(l) && line_centre(l) < s->x1)
            return true;
    }
    return false;
}

static double covered(const struct strokes *strokes, bool across, len at, len from, len to);

/* A row that was split goes on where no border closes the part above.                                                 */
enum check_state rule_117(struct check *c)
{
    int n = 0;
    for (int i = 0; i < c->n_tables; i++) {
        const struct table *t = &c->tables[i];
        for (int k = 0; k < t->lines.n; k++, n++) {
            const struct line *l = t->lines.at[k];
            if (crosses(t, l))
                fault(c, l, "%s", W("chạm đường kẻ", "crosses a border"));
            else if (l->x0 < t->x0 || l->x1 > t->x1 || line_bottom(l) > t->y1 + PT(1))
                fault(c, l, "%s", W("ra ngoài bảng", "outside the table"));
        }
        if (i + 1 < c->n_tables && goes_on(c, t, t + 1) && t[1].lines.n && covered(&t->rows, true, t->y1, t->x0, t->x1) < 0.9)
            fault(c, t[1].lines.at[0], "%s", W("hàng của trang trước còn tiếp ở đây", "a row continues from the previous page"));
    }
    return c->n_tables ? done(c, W("%d dòng chữ trong ô", "%d cell lines"), n) : no_table(c);
}

/* ---- borders ------------------------------------------------------------------------------------------------------- */

static int by_start(const void *a, const void *b)
{
    const len *s = a, *t = b;
    return *s < *t ? -1 : *s > *t;
}

/* Part of from..to that strokes at a height (or, upright, at a place) cover.                                            */
static double covered(const struct strokes *strokes, bool across, len at, len from, len to)
{
    len piece[400][2], end = from, length = 0;
    int n = 0;
    for (int i = 0; i < strokes->n && n < LENGTH(piece); i++) {
        const struct stroke *s = &strokes->at[i];
        len off = across ? stroke_y(s) - at : (s->x0 + s->x1) / 2 - at;
        if (off > PT(1) || off < -PT(1))
            continue;
        piece[n][0] = across ? s->x0 : s->y0;
        piece[n++][1] = across ? s->x1 : s->y1;
    }
    qsort(piece, (size_t)n, sizeof(*piece), by_start);
    for (int i = 0; i < n; i++) {
        len begin = piece[i][0] > end ? piece[i][0] : end, stop = piece[i][1] < to ? piece[i][1] : to;
        if (stop > begin) {
            length += stop - begin;
            end = stop;
        }
    }
    return to > from ? (double)length / (to - from) : 1;
}

static void judge_border(struct check *c, const struct table *t)
{
    double side[] = { covered(&t->rows, true, t->y0, t->x0, t->x1), covered(&t->rows, true, t->y1, t->x0, t->x1),
                      covered(&t->columns, false, t->x0, t->y0, t->y1), covered(&t->columns, false, t->x1, t->y0, t->y1) };
    for (int i = 0; i < LENGTH(side); i++)
        if (side[i] < 0.98) {
            fault_stroke(c, &t->rows.at[0], W("cạnh kẻ được %.0f %%", "only %.0f %% of a side is drawn"), 100 * side[i]);
            break;
        }
    for (int i = 0; i < t->rows.n + t->columns.n; i++) {
        const struct stroke *s = i < t->rows.n ? &t->rows.at[i] : &t->columns.at[i - t->rows.n];
        if (!within(s->thick / 1000.0, 0.4, 0.75, 0.01)) {
            fault_stroke(c, s, "%.2f pt", s->thick / 1000.0);
            break;
        }
    }
}

enum check_state rule_118(struct check *c)
{
    struct line_list all = { 0 };
    const char *family = c->body.n ? c->body.at[0]->span->mark->text.face->family : NULL;
    for (int i = 0; i < c->n_tables; i++) {
        const struct table *t = &c->tables[i];
        for (int k = 0; k < t->lines.n; k++) {
            const struct line *l = t->lines.at[k];
            const char *wrong = look_wrong(c, l, 10, 13, 0), *own = l->span->mark->text.face->family;
            lines_add(c, &all, t->lines.at[k]);
            if (*wrong)
                fault(c, l, "%s", wrong);
            else if (family && strcmp(family, own) != 0)
                fault(c, l, "%s", own);
        }
        judge_border(c, t);
    }
    return c->n_tables ? done(c, W("cỡ %s, nét %.2f pt", "size %s, borders %.2f pt"), sizes_of(c, &all), c->tables[0].rows.at[0].thick / 1000.0) : no_table(c);
}
