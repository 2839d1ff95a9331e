/* ways.c - the ways from what a rule measures to its answer.                                         */
#include "check/check.h"

#include "base/utf8.h"
#include "font/face.h"

#include <stdarg.h>

/* ---- answers --------------------------------------------------------------------------------------- */

enum check_state skip(struct check *c, const char *why)
{
    c->said = why;
    return CHECK_NOT_APPLICABLE;
}

enum check_state unsure(struct check *c, const char *why)
{
    c->said = why;
    return CHECK_NOT_JUDGED;
}

static const char *formatted(struct check *c, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    char *text = arena_alloc(c->arena, (size_t)n + 1);
    vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    return text;
}

enum check_state done(struct check *c, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    c->said = formatted(c, format, args);
    va_end(args);
    return c->n_faults ? CHECK_FINDING : CHECK_PASS;
}

static struct check_verdict *fault_new(struct check *c, int page, const char *measured)
{
    c->fault = arena_grow(c->arena, c->fault, c->n_faults + 1, &c->room_faults, sizeof(*c->fault));
    struct check_verdict *f = &c->fault[c->n_faults++];
    *f = (struct check_verdict){ .state = CHECK_FINDING, .measured = measured, .page = page };
    return f;
}

static void set_places(struct check *c, struct check_verdict *f, int element, struct pos data)
{
    const struct element *e = &c->pages->elements[element];
    f->data = data.src ? data : e->data;
    while (!e->tmpl.src && e->parent >= 0)
        e = &c->pages->elements[e->parent];
    f->tmpl = e->tmpl;
}

/* Of a line in which the template has words of its own, "Số: ", the data's, which its author can mend; else
 * the data's element for which the template made it.                                                        */
static struct pos words_of_data(const struct check *c, const struct line *l)
{
    const struct pos own = c->pages->elements[l->element].data;
    for (int i = 0; own.src && i < l->n; i++)
        if (l->span[i].mark->data.src == own.src)
            return l->span[i].mark->data;
    return own.src ? own : l->span->mark->data;
}

void fault(struct check *c, const struct line *at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct check_verdict *f = fault_new(c, at->page, formatted(c, format, args));
    va_end(args);
    f->words = at->text;
    f->x = at->x0;
    f->width = line_width(at);
    f->y = line_top(at);
    f->height = line_bottom(at) - f->y;
    set_places(c, f, at->element, words_of_data(c, at));
}

void fault_stroke(struct check *c, const struct stroke *at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct check_verdict *f = fault_new(c, at->page, formatted(c, format, args));
    va_end(args);
    f->x = at->x0;
    f->y = at->y0;
    f->width = at->x1 - at->x0;
    f->height = at->y1 - at->y0;
    set_places(c, f, at->element, at->mark->data);
}

void fault_page(struct check *c, int page, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct check_verdict *f = fault_new(c, page, formatted(c, format, args));
    va_end(args);
    const struct page *p = page >= 0 ? page_of(c, page) : NULL;
    if (p && p->n)
        set_places(c, f, p->marks[0].element, NOWHERE);
}

/* ---- what many rules ask ------------------------------------------------------------------------------ */

const char *joined(struct check *c, const char *sofar, const char *more, const char *mark)
{
    return !*more ? sofar : !*sofar ? more : arena_format(c->arena, "%s%s%s", sofar, mark, more);
}

const char *shortly(struct check *c, const char *s, int letters)
{
    const char *end = s;
    for (int i = 0; *end && i < letters; i++)
        utf8_next(&end);
    return *end ? arena_format(c->arena, "%.*s...", (int)(end - s), s) : s;
}

static int points_text(char *to, size_t size, len l)
{
    int tenths = (l + 50) / 100;
    return tenths % 10 ? snprintf(to, size, "%d.%d", tenths / 10, tenths % 10) : snprintf(to, size, "%d", tenths / 10);
}

const char *look_wrong(struct check *c, const struct line *l, double low, double high, int look)
{
    const char *wrong = "";
    bool bold = false, italic = false, known = false;
    for (int i = 0; i < l->n; i++) {
        const struct span *s = &l->span[i];
        if (s->small)
            continue;
        bold |= s->bold;
        italic |= s->italic;
        known |= !s->mark->text.face->unknown;
        if (high > 0 && !within((double)s->size / 1000, low, high, 0.1) && !strstr(wrong, W("cỡ", "size"))) {
            char size[24];
            points_text(size, sizeof(size), s->size);
            wrong = joined(c, wrong, arena_format(c->arena, W("cỡ %s", "size %s"), size), ", ");
        }
    }
    c->look_unknown |= !known && (look & (BOLD | LIGHT | ITALIC | UPRIGHT));
    if ((look & BOLD) && !l->bold)
        wrong = joined(c, wrong, W("không đậm", "not bold"), ", ");
    if ((look & LIGHT) && bold)
        wrong = joined(c, wrong, W("đậm", "bold"), ", ");
    if ((look & ITALIC) && !l->italic)
        wrong = joined(c, wrong, W("không nghiêng", "not italic"), ", ");
    if ((look & UPRIGHT) && italic)
        wrong = joined(c, wrong, W("nghiêng", "italic"), ", ");
    if ((look & CAPITALS) && !l->capitals)
        wrong = joined(c, wrong, W("không in hoa", "not in capitals"), ", ");
    if ((look & SMALL) && l->capitals)
        wrong = joined(c, wrong, W("in hoa", "in capitals"), ", ");
    return wrong;
}

const char *sizes_of(struct check *c, const struct line_list *lines)
{
    const char *said = "";
    len seen[16];
    int n = 0;
    for (int i = 0; i < lines->n; i++)
        for (int k = 0; k < lines->at[i]->n; k++) {
            const struct span *s = &lines->at[i]->span[k];
            int j = 0;
            while (j < n && (seen[j] + 50) / 100 != (s->size + 50) / 100)
                j++;
            if (s->small || j < n || n == LENGTH(seen))
                continue;
            seen[n++] = s->size;
            char size[24];
            points_text(size, sizeof(size), s->size);
            said = joined(c, said, arena_string(c->arena, size), ", ");
        }
    return said;
}

struct line_list one_line(struct check *c, struct line *l)
{
    struct line_list lines = { 0 };
    if (l)
        lines_add(c, &lines, l);
    return lines;
}

enum check_state judge_look(struct check *c, const struct line_list *lines, double low, double high, int look)
{
    for (int i = 0; i < lines->n; i++) {
        const char *wrong = look_wrong(c, lines->at[i], low, high, look);
        if (*wrong)
            fault(c, lines->at[i], "%s", wrong);
    }
    return done(c, W("%d dòng, cỡ %s", "%d line(s), size %s"), lines->n, sizes_of(c, lines));
}

enum check_state judge_axis(struct check *c, const struct line_list *lines, len axis, double most_mm)
{
    double most = 0;
    for (int i = 0; i < lines->n; i++) {
        double off = to_mm(line_centre(lines->at[i]) - axis);
        most = mm_abs(off) > mm_abs(most) ? off : most;
        if (mm_abs(off) > most_mm)
            fault(c, lines->at[i], W("lệch trục %+.2f mm", "%+.2f mm off the axis"), off);
    }
    return done(c, W("lệch trục %+.2f mm", "%+.2f mm off the axis"), most);
}

/* From baseline to baseline 1.0 to 1.25 of the larger size.                                             */
enum check_state judge_spacing(struct check *c, const struct line_list *lines)
{
    const char *said = "";
    for (int i = 1; i < lines->n; i++) {
        const struct line *a = lines->at[i - 1], *b = lines->at[i];
        double ratio = (double)(b->y - a->y) / (a->size > b->size ? a->size : b->size);
        said = joined(c, said, arena_format(c->arena, "%.2f", ratio), "; ");
        if (!within(ratio, 1.0, 1.25, 0.005))
            fault(c, b, W("cách dòng trên %.2f lần cỡ chữ", "%.2f x size below the line above"), ratio);
    }
    return done(c, W("%s lần cỡ chữ", "%s x size"), said);
}

/* A third to a half of the last or of the longest line, centred on it.                                    */
enum check_state judge_short_rule(struct check *c, const struct line_list *lines, double reach_mm)
{
    const struct line *last = lines->at[lines->n - 1], *longest = last;
    for (int i = 0; i < lines->n; i++)
        longest = line_width(lines->at[i]) > line_width(longest) ? lines->at[i] : longest;
    const struct stroke *s = stroke_below(c, last, reach_mm);
    if (!s) {
        fault(c, last, "%s", W("không có đường kẻ", "no line below it"));
        return done(c, "%s", W("không có đường kẻ", "no line"));
    }
    double part = (double)stroke_length(s) / line_width(last), of_longest = (double)stroke_length(s) / line_width(longest);
    double off = to_mm((s->x0 + s->x1) / 2 - line_centre(last));
    const char *said = arena_format(c->arena, W("%.1f %% dòng cuối, %.1f %% dòng dài nhất, lệch trục %+.2f mm", "%.1f %% of the last line, %.1f %% of the longest, %+.2f mm off centre"),
                                    100 * part, 100 * of_longest, off);
    if ((!within(part, 1 / 3.0, 0.5, 0.002) && !within(of_longest, 1 / 3.0, 0.5, 0.002)) || mm_abs(off) > 1)
        fault_stroke(c, s, "%s", said);
    return done(c, "%s", said);
}
