/* text.c - a paragraph's letters on a page: <text>, with a <tspan> for each mark.               */
#include "write/svg/draw.h"

#include "base/utf8.h"

/* In ten-millionths of a point, in which all that a PDF's text position is made of is whole: advances
 * are thousandths of a size in hundredths, blanks are widened by hundredths of such thousandths.  */
enum { UNITS_OF_HUNDREDTH = 100000 };

static void put_units(struct buf *b, int64_t units)
{
    int64_t hundredths = (units >= 0 ? units + UNITS_OF_HUNDREDTH / 2 : units - UNITS_OF_HUNDREDTH / 2) / UNITS_OF_HUNDREDTH;
    put_length(b, (len)(hundredths * 10));
}

struct pace {                    /* how a mark's letters follow one another, in units           */
    int64_t size, track, gap;    /* size: hundredths of a point; gap: of a blank, with its track left out */
};

static struct pace pace_of(const struct mark *m)
{
    int64_t size = draw_x(m->text.size) / 10, track = draw_x(m->text.track) / 10, extra = m->text.gap - track * 10;
    return (struct pace){ size, track * UNITS_OF_HUNDREDTH, m->text.size ? extra * 100000 / m->text.size * size : 0 };
}

static int64_t start_of(const struct mark *m) { return (int64_t)draw_x(m->x) / 10 * UNITS_OF_HUNDREDTH; }

static int64_t step(const struct mark *m, const struct pace *p, uint32_t cp)
{
    int advance = face_advance(m->text.face, cp);
    return (advance > 0 ? advance : 0) * p->size * 100 + p->track + (cp == ' ' ? p->gap : 0);
}

/* Where each letter begins. A font's own widths are not asked: they differ in the fourth digit.    */
static void put_places(struct draw *d, const struct mark *m)
{
    const struct pace pace = pace_of(m);
    int64_t at = start_of(m);
    buf_str(&d->b, " x=\"");
    for (const char *s = m->text.s, *end = s + m->text.n; s < end;) {
        uint32_t cp = utf8_next(&s);
        put_units(&d->b, at);
        buf_char(&d->b, s < end ? ' ' : '"');
        at += step(m, &pace, cp);
        letters_take(d->letters, m->text.face, cp);
    }
}

static void put_font(struct draw *d, const struct mark *m)
{
    buf_str(&d->b, " font-family=\"");
    buf_str(&d->b, d->options->family);
    buf_str(&d->b, d->book->fonts->id[letters_take(d->letters, m->text.face, ' ')]);
    buf_str(&d->b, "\" font-size=\"");
    put_length(&d->b, draw_x(m->text.size));
    buf_char(&d->b, '"');
}

static bool same_line(struct draw *d, struct pos a, struct pos b) { return a.src == b.src && (!a.src || book_line(d->book, a) == book_line(d->book, b)); }

/* Where the words themselves stand, which is the template or another line of the data.             */
static void put_source(struct draw *d, const struct mark *m)
{
    const struct element *e = &d->book->pages->elements[m->element];
    if (d->options->data && !same_line(d, m->data, e->data) && !same_line(d, m->data, e->tmpl))
        put_place(d, "words", m->data);
}

static void put_looks(struct draw *d, const struct mark *m, const struct mark *first)
{
    buf_str(&d->b, " y=\"");
    put_length(&d->b, draw_y(d, m->y));
    buf_char(&d->b, '"');
    if (m->text.face != first->text.face || m->text.size != first->text.size)
        put_font(d, m);
    if (m->text.hidden)
        buf_str(&d->b, " fill=\"none\" aria-hidden=\"true\"");
    else
        put_colour(&d->b, m->colour);
    put_source(d, m);
    buf_char(&d->b, '>');
}

/* ---- without a place for each letter: what browsers lay out ten times as fast --------------------- */

enum { UNITS_OF_LEN = UNITS_OF_HUNDREDTH / 10, MOST_OFF = LIGHT_NEAR * UNITS_OF_LEN };

static void put_spacing(struct buf *b, const char *name, int64_t units)
{
    if (!units)
        return;
    buf_str(b, name);
    put_length(b, (len)(units / UNITS_OF_LEN));
    buf_char(b, '"');
}

static void begin_light(struct draw *d, const struct mark *m, const struct mark *first, const struct pace *pace, int64_t at)
{
    buf_str(&d->b, "<tspan x=\"");
    put_units(&d->b, at);
    buf_char(&d->b, '"');
    put_spacing(&d->b, " word-spacing=\"", pace->gap);
    put_spacing(&d->b, " letter-spacing=\"", pace->track);
    put_looks(d, m, first);
}

/* Follows what a browser makes of it, and gives a place where that goes astray: if it can, to a word.  */
static void put_light(struct draw *d, const struct mark *m, const struct mark *first)
{
    const struct pace pace = pace_of(m);
    int64_t at = start_of(m), off = 0;
    const char *s = m->text.s, *end = s + m->text.n, *from = s;
    int em;
    begin_light(d, m, first, &pace, at);
    for (bool word = false; s < end;) {
        const char *letter = s;
        uint32_t cp = utf8_next(&s);
        int64_t most = word ? MOST_OFF / 2 : MOST_OFF;
        if (off > most || -off > most) {
            put_words(&d->b, from, (int)(letter - from));
            buf_str(&d->b, "</tspan>");
            begin_light(d, m, first, &pace, at);
            from = letter;
            off = 0;
        }
        int64_t own = step(m, &pace, cp), width = face_width(m->text.face, cp, &em);
        off += width * pace.size * UNITS_OF_HUNDREDTH / em + pace.track + (cp == ' ' ? pace.gap / UNITS_OF_LEN * UNITS_OF_LEN : 0) - own;
        at += own;
        word = cp == ' ';
        letters_take(d->letters, m->text.face, cp);
    }
    put_words(&d->b, from, (int)(end - from));
    buf_str(&d->b, "</tspan>");
}

static void put_mark(struct draw *d, const struct mark *m, const struct mark *first)
{
    if (!m->text.n)
        return;
    if (d->options->light) {
        put_light(d, m, first);
        return;
    }
    buf_str(&d->b, "<tspan");
    put_places(d, m);
    put_looks(d, m, first);
    put_words(&d->b, m->text.s, m->text.n);
    buf_str(&d->b, "</tspan>");
}

/* ---- a paragraph ------------------------------------------------------------------------------------ */

/* Words that belong together stand in one <text>: a browser finds them over the end of a line, where a
 * blank is. Cells of a row and paragraphs of a cell do not.                                        */
static bool goes_on(const struct mark *a, const struct mark *b)
{
    len apart = b->x - a->x - a->width, down = b->y - a->y;
    return (a->text.n && a->text.s[a->text.n - 1] == ' ') || (apart < PT(1) && apart > -PT(1) && down < a->text.size && -down < a->text.size);
}

static int next_text(const struct draw *d, int i, int end)
{
    while (++i < end && d->page->marks[i].kind != MARK_TEXT)
        ;
    return i;
}

static int draw_run(struct draw *d, int from, int end)
{
    const struct mark *marks = d->page->marks, *first = &marks[from];
    bool linked = false, last = false;
    int next;
    buf_str(&d->b, "<text");
    put_font(d, first);
    buf_char(&d->b, '>');
    for (int i = from; !last; i = next) {
        next = next_text(d, i, end);
        last = next == end || !goes_on(&marks[i], &marks[next]);
        linked = linked || link_open(d, i);
        put_mark(d, &marks[i], first);
        if (linked && (last || !link_same(d, i, next))) {
            buf_str(&d->b, "</a>");
            linked = false;
        }
    }
    buf_str(&d->b, "</text>\n");
    return next;
}

void draw_text(struct draw *d, int from, int end)
{
    for (int i = next_text(d, from - 1, end); i < end;)
        i = draw_run(d, i, end);
}
