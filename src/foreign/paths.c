/* paths.c - rules and frames among what is drawn: thin boxes that are filled, straight lines that are stroked.           */
#include "foreign/trace.h"

#include <math.h>

#define MOST_THICK PT(4)         /* what is filled and thicker is a ground, no rule                                    */
#define LEAST_LENGTH PT(4)

void path_begin(struct trace *t)
{
    t->points = 0;
    t->curved = false;
}

static void add_bar(struct trace *t, double x0, double y0, double x1, double y1, int group)
{
    struct sheet *s = t->sheet;
    struct bar b = { (len)lround(fmin(x0, x1)), (len)lround(fmin(y0, y1)), (len)lround(fmax(x0, x1)), (len)lround(fmax(y0, y1)), group };
    if (b.x1 < 0 || b.y1 < 0 || b.x0 > s->width || b.y0 > s->height)
        return;
    s->bar = arena_grow(t->book->arena, s->bar, s->n_bars + 1, &s->room_bars, sizeof(*s->bar));
    s->bar[s->n_bars++] = b;
}

static bool is_box(const struct point *p, int n)
{
    if (n < 4 || n > 5)
        return false;
    bool first_level = fabs(p[0].y - p[1].y) < 50;
    for (int i = 0; i < 4; i++) {
        const struct point *a = &p[i], *b = &p[(i + 1) % 4];
        if (fabs((i % 2 == 0) == first_level ? a->y - b->y : a->x - b->x) > 50)
            return false;
    }
    return true;
}

static void fill_box(struct trace *t)
{
    const struct point *p = t->path;
    double w = fabs(p[2].x - p[0].x), h = fabs(p[2].y - p[0].y);
    if (is_box(p, t->points) && fmin(w, h) <= MOST_THICK && fmax(w, h) >= LEAST_LENGTH)
        add_bar(t, p[0].x, p[0].y, p[2].x, p[2].y, 0);
}

/* A line's thickness lies on both sides of it.                                                                          */
static void stroke_line(struct trace *t, const struct point *a, const struct point *b, int group)
{
    double half = t->thick / 2, w = fabs(a->x - b->x), h = fabs(a->y - b->y);
    if (fmax(w, h) < LEAST_LENGTH || fmin(w, h) > 0.01 * fmax(w, h) + 20 || t->thick > MOST_THICK)
        return;
    double y = (a->y + b->y) / 2, x = (a->x + b->x) / 2;
    if (w > h)
        add_bar(t, a->x, y - half, b->x, y + half, group);
    else
        add_bar(t, x - half, a->y, x + half, b->y, group);
}

static void end_part(struct trace *t)
{
    bool visible = t->colour != 0xFFFFFF && !t->curved;
    if (visible && t->in == IN_FILL)
        fill_box(t);
    int group = visible && t->in == IN_STROKE && t->points > 3 ? ++t->groups : 0;
    for (int i = 0; i + 1 < t->points && visible && t->in == IN_STROKE; i++)
        stroke_line(t, &t->path[i], &t->path[i + 1], group);
    path_begin(t);
}

void path_line(struct trace *t, const char *line)
{
    if (begins(line, "<moveto "))
        end_part(t);
    if (begins(line, "<curveto"))
        t->curved = true;
    if ((begins(line, "<moveto ") || begins(line, "<lineto ")) && t->points < MOST_POINTS)
        t->path[t->points++] = point_of(t, line);
    if (begins(line, "<closepath")) {
        if (t->points && t->points < MOST_POINTS && t->in == IN_STROKE) {
            t->path[t->points] = t->path[0];
            t->points++;
        }
        end_part(t);
    }
}

void path_end(struct trace *t) { end_part(t); }
