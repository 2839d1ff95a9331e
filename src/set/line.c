/* line.c - the pieces of one line into marks. Neighbours of one run in one face become one
 * mark, so that a line of plain text is a single string with its blanks in it.               */
#include "set/text.h"

#include "base/utf8.h"
#include "set/late.h"

enum { LEADER_GAP = 200 };       /* thousandths of its size                                       */

void line_heights(struct text *t, int first, int end, len *ascent, len *descent, len *pitch)
{
    *ascent = *descent = *pitch = 0;
    for (int i = first; i < end; i++) {
        const struct piece *p = &t->piece[i];
        if (!p->face)
            continue;
        int64_t size = p->run->look->size; /* a raised mark does not part the lines */
        len up = (len)(size * (p->face->ascent + p->face->gap) / 1000);
        len down = (len)(size * p->face->descent / 1000);
        *ascent = up > *ascent ? up : *ascent;
        *descent = down > *descent ? down : *descent;
    }
    if (!*ascent) { /* an empty line: as high as its style's letters */
        *ascent = t->style->look.size;
        *descent = t->style->look.size / 5;
    }
    *pitch = *ascent + *descent;
}

static bool joins(const struct mark *m, const struct piece *last, const struct piece *p)
{
    return m && last && last->run == p->run && last->face == p->face && p->s == m->text.s + m->text.n;
}

static void underline(struct text *t, struct slab *slab, int at, int element)
{
    const struct mark text = slab->marks[at];
    struct mark *m = slab_mark(t->set, slab, MARK_RULE, element);
    m->x = text.x;
    m->y = text.y + (len)((int64_t)text.text.size * text.text.face->underline / 1000);
    m->width = text.width;
    m->rule.height = (len)((int64_t)text.text.size * text.text.face->underline_size / 1000);
    m->colour = text.colour;
}

/* Room inside a line: what is filled in has marks of its own.                                  */
static void field_at(struct text *t, struct slab *slab, const struct run *r, len x, len width, int element)
{
    struct page_field *f = slab_field(t->set, slab, r->field, element);
    f->x = x;
    f->width = width;
    f->height = slab->height;
    f->text = r->kind == RUN_FIELD ? r->text : NULL;
}

static void call_note(struct text *t, struct slab *slab, struct mark *m, const struct run *r, int element)
{
    struct set *s = t->set;
    int parent = s->parent;
    s->parent = element;
    int note = element_new(s, ELEMENT_NOTE, NULL);
    s->parent = parent;
    s->pages->elements[note].label = late_mark(s, r->note);
    s->pages->elements[note].tmpl = r->note->tmpl;
    s->pages->elements[note].data = r->note->data;
    m->text.note = note;
    slab->notes = arena_grow(s->slabs, slab->notes, slab->n_notes + 1, &slab->room_notes, sizeof(*slab->notes));
    slab->notes[slab->n_notes++] = (struct call){ r->note, note };
}

/* The page takes note of it.                                                                       */
static void take_number(struct text *t, struct slab *slab, const struct piece *p)
{
    slab->numbers = arena_grow(t->set->slabs, slab->numbers, slab->n_numbers + 1, &slab->room_numbers, sizeof(*slab->numbers));
    slab->numbers[slab->n_numbers++] = (struct number){ p->run, p->s };
}

static struct mark *begin_mark(struct text *t, struct slab *slab, const struct piece *p, len x, struct spread add, int element)
{
    struct mark *m = slab_mark(t->set, slab, MARK_TEXT, element);
    m->x = x;
    m->y = slab->baseline - p->rise;
    m->colour = p->run->look->colour;
    m->data = p->run->data;
    m->text.s = p->s;
    m->text.face = p->face;
    m->text.size = p->size;
    m->text.gap = add.blank;
    m->text.track = add.letter;
    m->text.href = p->run->href;
    if (p->run->kind == RUN_NOTE && p->s == late_mark(t->set, p->run->note))
        call_note(t, slab, m, p->run, element);
    if (p->run->kind == RUN_LATE && p->run->late == LATE_PAGE_NUMBER && !t->set->page_number)
        take_number(t, slab, p);
    return m;
}

static bool is_words(const struct text *t, int i, int first, int end)
{
    return i >= first && i < end && t->piece[i].kind == PIECE_WORD;
}

/* What fills it stands in columns, counted from the line's right edge, so that it is level with the
 * lines above and below.                                                                            */
static void leader_mark(struct text *t, struct slab *slab, struct piece *p, len from, len to, int element)
{
    len edge = slab->text_x + slab->text_width;
    int64_t unit = 0; /* thousandths of a length */
    for (const char *s = p->s; p->face && s < p->s + p->n;) {
        int advance = face_advance(p->face, utf8_next(&s));
        unit += advance > 0 ? (int64_t)advance * p->size : 0;
    }
    if (!unit)
        return;
    int64_t after = ((int64_t)(edge - to) * 1000 + unit - 1) / unit;
    len right = edge - (len)(after * unit / 1000);
    int64_t n = (int64_t)(right - from) * 1000 / unit;
    struct buf b = buf_in(t->set->arena);
    for (int64_t k = 0; k < n; k++)
        buf_bytes(&b, p->s, p->n);
    if (n <= 0)
        return;
    p->s = buf_text(&b);
    p->n = b.size;
    struct mark *m = begin_mark(t, slab, p, right - (len)(n * unit / 1000), (struct spread){ 0 }, element);
    m->text.n = p->n;
    m->width = (len)(n * unit / 1000);
}

/* Unseen, but it parts words for who copies or listens: the blank that the line ends at; one of our
 * own where its end is forced.                                                                    */
static void end_blank(struct text *t, struct slab *slab, struct mark *m, const struct piece *last, const struct piece *next, len x)
{
    bool blank = next->kind == PIECE_BLANK;
    if (blank && joins(m, last, next)) {
        m->text.n += next->n;
    } else if (blank || next->kind == PIECE_BREAK) {
        struct mark own = *m;
        own.x = x;
        own.y = slab->baseline;
        own.width = 0;
        own.text.s = " ";
        own.text.n = 1;
        own.text.href = NULL;
        own.text.note = -1;
        *slab_mark(t->set, slab, MARK_TEXT, own.element) = own;
    }
}

void line_marks(struct text *t, struct slab *slab, int first, int end, struct spread add, int element)
{
    len x = slab->text_x;
    struct mark *m = NULL;
    const struct piece *last = NULL;
    len field_x = 0;
    for (int i = first; i < end; i++) {
        const struct piece *p = &t->piece[i];
        bool word = add.letter && p->kind == PIECE_WORD && p->face;
        len width = p->kind == PIECE_SPARE ? 0 : p->width + (p->kind == PIECE_LEADER ? add.leader : p->kind == PIECE_BLANK ? add.blank : word ? add.letter * utf8_letters(p->s, p->n) : 0);
        bool starts = i == first || p[-1].run != p->run, ends = i == end - 1 || p[1].run != p->run;
        if (starts)
            field_x = x;
        if (p->kind == PIECE_LEADER) {
            len gap = len_part(p->size, LEADER_GAP); /* parts it from words */
            len from = x + (is_words(t, i - 1, first, end) ? gap : 0);
            len to = x + width - (is_words(t, i + 1, first, end) || is_words(t, i + 2, first, end) ? gap : 0);
            leader_mark(t, slab, &t->piece[i], from, to, element);
            m = NULL;
        } else if (p->kind != PIECE_ROOM && p->kind != PIECE_BREAK && p->face) {
            if (!joins(m, last, p))
                m = begin_mark(t, slab, p, x, add, element);
            m->text.n += p->n;
            m->width += width;
        }
        x += width;
        if (p->run->field && ends)
            field_at(t, slab, p->run, field_x, x - field_x, element);
        last = p;
    }
    if (m && last && last->kind == PIECE_WORD)
        m->width -= add.letter; /* behind the line's last letter there is nothing */
    if (m && end < t->n)
        end_blank(t, slab, m, last, &t->piece[end], x);
    for (int i = 0, n = slab->n; i < n; i++) {
        const struct piece *p = &t->piece[first];
        for (int j = first; j < end; j++) /* the piece this mark began with */
            if (slab->marks[i].kind == MARK_TEXT && t->piece[j].s == slab->marks[i].text.s)
                p = &t->piece[j];
        if (slab->marks[i].kind == MARK_TEXT && p->run->look->underline)
            underline(t, slab, i, element);
    }
}
