/* penalty.c - what it costs to end a line at each blank of a paragraph.                           */
#include "set/text.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "set/breaks.h"

/* The word that ends before, or begins behind, piece i: letters of one run are enough. Room
 * for a number is as good as the number.                                                       */
static const struct piece *word_at(const struct text *t, int i)
{
    static const struct run nobody;
    static const struct piece number = { .kind = PIECE_WORD, .s = "0", .n = 1, .run = &nobody };
    enum piece_kind kind = i >= 0 && i < t->n ? t->piece[i].kind : PIECE_BREAK;
    if (kind == PIECE_ROOM || kind == PIECE_SPARE || kind == PIECE_LEADER)
        return &number;
    return i >= 0 && i < t->n && t->piece[i].kind == PIECE_WORD ? &t->piece[i] : NULL;
}

/* A note's mark is no word of its own.                                                          */
static const struct piece *word_before(const struct text *t, int i)
{
    const struct piece *p = word_at(t, i - 1);
    while (p && p->run->kind == RUN_NOTE)
        p = word_at(t, --i - 1);
    return p;
}

/* Capitals made by the style hide where names begin.                                            */
static const char *as_written(const struct piece *p)
{
    return p->run->kind == RUN_TEXT && p->run->written ? p->run->written + (p->s - p->run->text) : p->s;
}

static bool inside_whole(const struct text *t, int i)
{
    const struct run *r = t->piece[i].run;
    return r->look->whole && i > 0 && i + 1 < t->n && t->piece[i - 1].run == r && t->piece[i + 1].run == r;
}

/* Is the blank before a mark, such as a dash, with which whole words end?                          */
static bool ends_whole(const struct text *t, int i)
{
    const struct piece *mark = &t->piece[i + 1];
    int next = i + 2 < t->n && t->piece[i + 2].kind == PIECE_BLANK ? i + 3 : i + 2;
    bool last = t->piece[i].whole && (next == t->n || t->piece[next].run != mark->run);
    return last && mark->n == 1 && !utf8_is_letter((unsigned char)*mark->s);
}

static bool has_blank(const struct text *t)
{
    int i = 0;
    while (i < t->n && t->piece[i].kind != PIECE_BLANK)
        i++;
    return i < t->n;
}

void text_penalties(struct text *t)
{
    if (!has_blank(t)) /* most cells of a table */
        return;
    struct arena *a = t->set->scratch;
    struct buf all = buf_in(a);
    int *offset = NEW_N(a, int, t->n);
    for (int i = 0; i < t->n; i++) {
        offset[i] = all.size;
        if (t->piece[i].kind == PIECE_WORD)
            buf_bytes(&all, as_written(&t->piece[i]), t->piece[i].n);
        else
            buf_char(&all, ' ');
    }
    bool *held = NEW_N(a, bool, all.size + 1);
    if (t->style->hold)
        break_holds(t->style, buf_text(&all), held);
    for (int i = 0; i < t->n; i++) {
        const struct piece *before = word_before(t, i), *after = word_at(t, i + 1);
        if (t->piece[i].kind != PIECE_BLANK)
            continue;
        t->piece[i].whole = inside_whole(t, i);
        held[offset[i]] = held[offset[i]] || ends_whole(t, i);
        if (held[offset[i]])
            t->piece[i].penalty = PENALTY_NEVER;
        else if (before && after)
            t->piece[i].penalty = break_penalty(t->style, before->s, before->n, after->s, after->n);
    }
}
