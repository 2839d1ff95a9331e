/* trace.c - what mutool prints of a page: an element a line, such as
 *
 *     <fill_text colorspace="DeviceGray" color="0" ... transform="1 0 0 -1 0 841.89">
 *         <span font="TimesNewRomanPSMT" wmode="0" bidi="0" trm="13 0 0 13">
 *             <g unicode="Đ" glyph="112" x="116.8" y="773.07" adv=".722"/>
 *
 * It looks like XML but is not always: names of files, fonts and layers stand in it as they are. So lines are taken
 * one by one, and what is not understood is passed over.                                                          */
#include "base/utf8.h"
#include "foreign/trace.h"

#include <math.h>

enum { MOST_PIECES = 4000000, MOST_BARS = 2000000, MOST_LAYERS = 64 };

/* ---- letters ------------------------------------------------------------------------------------------------------ */

static int letter_of(const char *line, char *to)
{
    static const struct { const char *name; char letter; } names[] = { { "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' }, { "&quot;", '"' }, { "&apos;", '\'' } };
    const char *s = attribute(line, "unicode");
    if (!s || !*s || *s == '"')
        return 0;
    for (int i = 0; i < LENGTH(names); i++)
        if (begins(s, names[i].name)) {
            *to = names[i].letter;
            return 1;
        }
    int n = 1;
    while (n < 4 && (s[n] & 0xC0) == 0x80)
        n++;
    if (utf8_valid(s, n) != n || (unsigned char)*s < ' ')
        return 0;
    memcpy(to, s, (size_t)n);
    return n;
}

static void take_span(struct trace *t, const char *line)
{
    const char *name = attribute(line, "font");
    size_t n = name ? strcspn(name, "\"") : 0;
    struct matrix m = matrix_of(line, "trm");
    const struct matrix *by = &t->move;
    double ux = m.c * by->a + m.d * by->c, uy = m.c * by->b + m.d * by->d;
    t->along_x = m.a * by->a + m.b * by->c;
    t->along_y = m.a * by->b + m.b * by->d;
    double size = hypot(ux, uy);
    /* what leans without an italic font, what stands on its side or on its head */
    bool leans = fabs(ux * t->along_x + uy * t->along_y) > 0.1 * size * hypot(t->along_x, t->along_y);
    t->level = t->along_x > 0 && fabs(t->along_y) < 0.02 * t->along_x && size > 1 && size < 400;
    const struct face *face = face_named(&t->faces, arena_copy(t->book->arena, name ? name : "", n < 100 ? n : 100), false, leans);
    t->look = (struct look){ face, (len)lround(size * 100) * 10, t->colour };
}

/* A viewer's own word on an empty field for a signature, which is not on the page.                                      */
static bool is_viewers(const struct trace *t) { return t->colour == 0xFFFFFF && strcmp(t->look.face->name, "NimbusSans-Regular") == 0; }

static bool take_glyph(struct trace *t, const char *line)
{
    char letter[4];
    int n = letter_of(line, letter);
    struct sheet *s = t->sheet;
    if (!n || !t->look.face || is_viewers(t))
        return true;
    bool blank = n == 1 && *letter == ' ';
    struct point p = point_of(t, line);
    if (p.x < -1000 || p.y < 0 || p.x > s->width + 1000 || p.y > s->height + 1000)
        return true;
    if (t->in == IN_HIDDEN) {
        s->hidden += !blank;
        return true;
    }
    s->shown += !blank;
    s->strange += n == 3 && memcmp(letter, "\xEF\xBF\xBD", 3) == 0;
    s->sideways += !t->level;
    if (!t->level)
        return true;
    if (!blank && !*t->look.face->family)
        faces_width(&t->faces, t->look.face, letter, n, (int)lround(1000 * bounded(one_number(line, "adv"))));
    struct glyph g = { .x = p.x, .y = p.y, .end = p.x + 1000 * bounded(one_number(line, "adv")) * t->along_x, .s = letter, .n = n, .look = t->look };
    writer_put(&t->writer, s, &g);
    return s->n < MOST_PIECES;
}

/* The same letters once more, as their outlines: that is how some programs make them bold.                               */
static void embolden(struct trace *t)
{
    struct sheet *s = t->sheet;
    writer_close(&t->writer, s);
    for (int i = t->text_from; i < s->n; i++)
        s->piece[i].face = face_named(&t->faces, s->piece[i].face->name, true, s->piece[i].face->italic);
}

/* ---- elements ------------------------------------------------------------------------------------------------------ */

static void begin_page(struct trace *t, const char *line)
{
    struct book *b = t->book;
    double box[4] = { 0, 0, 595.276, 841.89 };
    numbers(attribute(line, "mediabox"), box, 4);
    b->sheet = arena_grow(b->arena, b->sheet, b->n + 1, &b->room, sizeof(*b->sheet));
    t->sheet = &b->sheet[b->n++];
    *t->sheet = (struct sheet){ .width = (len)lround(1000 * bounded(box[2] - box[0])), .height = (len)lround(1000 * bounded(box[3] - box[1])) };
    t->in = IN_NOTHING;
    t->tiles = 0;
}

static void take_image(struct trace *t, const char *line)
{
    struct sheet *s = t->sheet;
    struct matrix m = matrix_of(line, "transform");
    double x[2] = { m.e + fmin(m.a, 0) + fmin(m.c, 0), m.e + fmax(m.a, 0) + fmax(m.c, 0) };
    double y[2] = { m.f + fmin(m.b, 0) + fmin(m.d, 0), m.f + fmax(m.b, 0) + fmax(m.d, 0) };
    struct picture p = { (len)lround(1000 * x[0]), (len)lround(1000 * y[0]), (len)lround(1000 * x[1]), (len)lround(1000 * y[1]) };
    if (s->n_pictures >= MOST_LAYERS)
        return;
    s->picture = arena_grow(t->book->arena, s->picture, s->n_pictures + 1, &s->room_pictures, sizeof(*s->picture));
    s->picture[s->n_pictures++] = p;
    if ((double)(p.x1 - p.x0) * (p.y1 - p.y0) < 0.85 * s->width * s->height)
        return;
    writer_close(&t->writer, s); /* what was there is behind it */
    s->hidden += s->shown;
    s->shown = s->strange = s->sideways = s->n = s->n_bars = 0;
}

static bool begin_element(struct trace *t, const char *line)
{
    static const struct { const char *name; enum inside in; } kinds[] = {
        { "<fill_text ", IN_TEXT }, { "<stroke_text ", IN_OUTLINE }, { "<ignore_text ", IN_HIDDEN }, { "<fill_path ", IN_FILL }, { "<stroke_path ", IN_STROKE },
    };
    for (int i = 0; i < LENGTH(kinds); i++)
        if (begins(line, kinds[i].name)) {
            bool outlined = kinds[i].in == IN_OUTLINE && t->was == IN_TEXT;
            t->in = outlined ? IN_NOTHING : kinds[i].in == IN_OUTLINE ? IN_TEXT : kinds[i].in;
            t->move = matrix_of(line, "transform");
            t->colour = colour_of(line);
            t->thick = 1000 * bounded(one_number(line, "linewidth")) * sqrt(fabs(t->move.a * t->move.d - t->move.b * t->move.c));
            if (outlined)
                embolden(t);
            t->was = kinds[i].in;
            t->text_from = t->in == IN_TEXT && !outlined ? t->sheet->n : t->text_from;
            path_begin(t);
            return true;
        }
    return false;
}

static bool take_in_page(struct trace *t, const char *line)
{
    if (begins(line, "<g "))
        return t->in == IN_TEXT || t->in == IN_HIDDEN ? take_glyph(t, line) : true;
    if (begins(line, "<span "))
        take_span(t, line);
    else if (begins(line, "</fill_text") || begins(line, "</stroke_text") || begins(line, "</ignore_text")) {
        t->in = IN_NOTHING;
    } else if (begins(line, "</fill_path") || begins(line, "</stroke_path")) {
        path_end(t);
        t->in = IN_NOTHING;
    } else if (begins(line, "<fill_image")) {
        take_image(t, line);
    } else if (!begin_element(t, line) && (t->in == IN_FILL || t->in == IN_STROKE)) {
        path_line(t, line);
    }
    return t->sheet->n_bars < MOST_BARS;
}

bool trace_line(struct trace *t, const char *line)
{
    while (*line == ' ')
        line++;
    if (begins(line, "<page ")) {
        begin_page(t, line);
        return t->book->n <= t->most_pages;
    }
    if (!t->sheet)
        return true;
    t->tiles += begins(line, "<begin_tile") ? 1 : begins(line, "<end_tile") && t->tiles ? -1 : 0;
    if (begins(line, "</page")) {
        trace_end(t);
        return true;
    }
    return t->tiles ? true : take_in_page(t, line);
}

void trace_end(struct trace *t)
{
    if (t->sheet)
        writer_close(&t->writer, t->sheet);
    t->sheet = NULL;
}

struct faces *trace_faces(struct trace *t) { return &t->faces; }

struct trace *trace_new(struct arena *a, struct book *book, int64_t most_pages)
{
    struct trace *t = NEW(a, struct trace);
    *t = (struct trace){ .book = book, .most_pages = most_pages, .faces = { .arena = a }, .writer = { .arena = a, .text = buf_in(a) } };
    return t;
}
