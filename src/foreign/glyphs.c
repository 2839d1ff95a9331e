/* glyphs.c - letters at their places into pieces of text. Word and LibreOffice place words, and parts of them, one by
 * one; a blank may be a letter, a gap, or both.                                                                   */
#include "foreign/sheet.h"

#include <math.h>

static bool is_blank(const struct glyph *g) { return (g->n == 1 && (*g->s == ' ' || *g->s == '\t')) || (g->n == 2 && memcmp(g->s, "\xC2\xA0", 2) == 0); }

static bool same_look(const struct look *a, const struct look *b)
{
    return a->face == b->face && a->colour == b->colour && a->size - b->size < 50 && b->size - a->size < 50;
}

void writer_close(struct writer *w, struct sheet *to)
{
    if (w->open && w->text.size) {
        to->piece = arena_grow(w->arena, to->piece, to->n + 1, &to->room, sizeof(*to->piece));
        to->piece[to->n] = (struct piece){ .s = arena_copy(w->arena, buf_text(&w->text), (size_t)w->text.size), .n = w->text.size, .order = to->n,
                                           .x0 = (len)lround(w->x0), .x1 = (len)lround(w->x1), .y = (len)lround(w->y),
                                           .size = w->look.size, .face = w->look.face, .colour = w->look.colour };
        to->n++;
    }
    w->open = false;
    w->text.size = 0;
    w->blanks = 0;
}

static const struct { const char *one, *all; } ligatures[] = {
    { "\xEF\xAC\x80", "ff" }, { "\xEF\xAC\x81", "fi" }, { "\xEF\xAC\x82", "fl" }, { "\xEF\xAC\x83", "ffi" }, { "\xEF\xAC\x84", "ffl" },
};

static void put_letters(struct buf *to, const struct glyph *g)
{
    for (int i = 0; i < LENGTH(ligatures); i++)
        if (g->n == 3 && memcmp(g->s, ligatures[i].one, 3) == 0) {
            buf_str(to, ligatures[i].all);
            return;
        }
    buf_bytes(to, g->s, g->n);
}

/* A gap that blanks do not explain parts pieces: there may be a table's border in it.
 * Blanks move only the place where the next letter may stand: no piece ends in one.                                 */
void writer_put(struct writer *w, struct sheet *to, const struct glyph *g)
{
    double gap = g->x - w->end, em = g->look.size, most = w->blanks ? 0.25 : 0.16;
    bool near = w->open && fabs(g->y - w->y) < em * 0.04 && gap > -em * 0.6 && gap < em * most;
    if (is_blank(g)) {
        w->blanks += near;
        w->end = near ? g->end : w->end;
        return;
    }
    if (!near || !same_look(&w->look, &g->look)) {
        writer_close(w, to);
        w->open = true;
        w->look = g->look;
        w->x0 = g->x;
        w->y = g->y;
    } else {
        if (w->blanks)           /* how many were typed is not known: some programs write what they skip as blanks       */
            buf_char(&w->text, ' ');
    }
    w->blanks = 0;
    put_letters(&w->text, g);
    w->x1 = w->end = g->end;
}
