#include "write/over/measure.h"

enum {
    SIDE = MM(1.2),              /* between a rule and its length                                */
    NONE = MM(0.5),              /* a shorter distance from the text area's edge is none          */
};

/* ---- along ------------------------------------------------------------------------------------------- */

static len line_middle(const struct thing_line *line) { return line->base - (line->base - line->box.y) * 3 / 8; }

/* The right edge of what stands left of a line at its height; 0: the paper's edge.                        */
static len left_of(const struct measure *m, const struct thing_line *line)
{
    len edge = 0;
    for (int i = 0; i < m->things.n; i++)
        for (int k = 0; k < m->things.thing[i].n; k++) {
            const struct box *b = &m->things.thing[i].line[k].box;
            if (b->right <= line->box.x + PT(2) && b->right > edge && b->y < line->base && b->bottom > line_middle(line))
                edge = b->right;
        }
    return edge;
}

static bool something_right(const struct measure *m, const struct thing_line *line)
{
    for (int i = 0; i < m->things.n; i++)
        for (int k = 0; k < m->things.thing[i].n; k++) {
            const struct box *b = &m->things.thing[i].line[k].box;
            if (b->x >= line->box.right - PT(2) && b->y < line->base && b->bottom > line_middle(line))
                return true;
        }
    return false;
}

static void edges(struct measure *m, const struct thing_line *leftmost, const struct thing_line *rightmost)
{
    const struct page *p = m->o->page;
    len from = left_of(m, leftmost), x = leftmost->box.x, right = rightmost->box.right, middle = p->width / 2;
    if (!from && x > middle)
        from = x; /* the other side says as much */
    if (from ? x - from > MM(2) : x - p->left > NONE || p->left - x > NONE)
        measure_across(m, from, x, line_middle(leftmost));
    if (right > middle && !something_right(m, rightmost) && (p->width - p->right - right > NONE || right - p->width + p->right > NONE))
        measure_across(m, right, p->width, line_middle(rightmost));
}

/* What has the same number and stands together: the two lines of ô 1. first..end: the things.            */
static void measure_group(struct measure *m, int first, int end)
{
    const struct page *p = m->o->page;
    const struct thing_line *leftmost = NULL, *rightmost = NULL;
    struct box all = m->things.thing[first].box;
    for (int i = first; i < end; i++)
        for (int k = 0; k < m->things.thing[i].n; k++) {
            const struct thing_line *line = &m->things.thing[i].line[k];
            leftmost = leftmost && leftmost->box.x <= line->box.x ? leftmost : line;
            rightmost = rightmost && rightmost->box.right >= line->box.right ? rightmost : line;
            box_widen(&all, line->box);
        }
    if (!leftmost)
        return;
    measure_width(m, all);
    if (all.right - all.x < p->width - p->left - p->right - NONE)
        edges(m, leftmost, rightmost);
}

static bool is_body(const struct thing *t)
{
    const char *number = thing_number(t);
    return !number || strcmp(number, "6") == 0 || strcmp(number, "13") == 0;
}

static void groups(struct measure *m)
{
    for (int i = 0, end; i < m->things.n; i = end) {
        const struct thing *t = &m->things.thing[i];
        for (end = i + 1; end < m->things.n && t->role && m->things.thing[end].role && strcmp(m->things.thing[end].role, t->role) == 0;)
            end++;
        if (!is_body(t) && t->kind == THING_TEXT)
            measure_group(m, i, end);
    }
}

/* Where a paragraph's first line begins, told once as long as it stays.                                    */
static void indents(struct measure *m)
{
    const struct page *p = m->o->page;
    len last = 0;
    for (int i = 0; i < m->things.n; i++) {
        const struct thing *t = &m->things.thing[i];
        if (!t->n || !is_body(t) || !thing_number(t))
            continue;
        len in = t->line[0].box.x - p->left, out = p->width - p->right - t->line[0].box.right;
        bool centred = t->n == 1 && in - out < PT(2) && out - in < PT(2);
        if (!centred && in > NONE && in < MM(40) && (in - last > NONE || last - in > NONE))
            measure_across(m, p->left, t->line[0].box.x, line_middle(&t->line[0]));
        last = centred || in < NONE ? last : in;
    }
}

/* ---- rules, frames, tables, fields ------------------------------------------------------------------------ */

static void columns(struct measure *m, const struct thing *t)
{
    const len edge[] = { t->box.x, t->box.right };
    if (t->n_columns < 2)
        measure_columns(m, t->box, edge, LENGTH(edge));
    else
        measure_columns(m, t->box, t->column, t->n_columns);
}

static void rule_length(struct measure *m, const struct thing *t)
{
    const char *text = measure_mm(m, t->box.right - t->box.x);
    len x = t->box.x - SIDE - overlay_width(m->o, MEASURE_SIZE, text), right = t->box.right + SIDE;
    len above = t->box.y - PT(0.5) - MEASURE_HEIGHT, below = t->box.bottom + PT(0.5);
    const struct corner corner[] = { { right, below }, { right, above }, { x, below }, { x, above } };
    overlay_colour(m->o, MEASURE_BLUE, SOLID);
    measure_label(m, corner, LENGTH(corner), text);
}

static void lengths(struct measure *m)
{
    len all = m->o->page->width - m->o->page->left - m->o->page->right;
    for (int i = 0; i < m->things.n; i++) {
        const struct thing *t = &m->things.thing[i];
        if (t->kind == THING_TABLE)
            columns(m, t);
        else if (t->kind == THING_RULE && t->box.right - t->box.x < all - NONE)
            rule_length(m, t);
    }
}

/* ---- one page -------------------------------------------------------------------------------------- */

static void outlines(struct measure *m)
{
    overlay_colour(m->o, MEASURE_PALE, SOLID);
    for (int i = 0; i < m->things.n; i++)
        if (m->things.thing[i].kind == THING_TEXT)
            overlay_box(m->o, m->things.thing[i].box);
}

/* Lines before labels, and labels that have one place before those that have several.                   */
void measure_draw(struct overlay *o, enum lang lang)
{
    struct measure m = { o, lang, things_of(o) };
    if (!o->face)
        return;
    for (int i = 0; i < o->page->n; i++)
        overlay_take(o, mark_box(&o->page->marks[i]));
    overlay_thickness(o, PT(0.2));
    outlines(&m);
    measure_fields(&m);
    measure_keep_down(&m);
    measure_margins(&m);
    lengths(&m);
    groups(&m);
    indents(&m);
    measure_down(&m);
    measure_tags(&m);
    measure_rulers(&m);
}
