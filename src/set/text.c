/* text.c - a paragraph: pieces, items, lines, and a slab for each line.                          */
#include "set/text.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "set/late.h"

enum { LOOSE_BLANK = 2100 };     /* thousandths of a blank: this wide is told                    */

static const char *line_words(struct text *t, const struct line *l)
{
    struct buf b = buf_in(t->set->log->arena);
    int first = t->span[l->first].first, end = t->span[l->first + l->count - 1].end;
    for (int i = first; i < end && b.size < 60; i++)
        if (t->piece[i].kind != PIECE_BREAK)
            buf_bytes(&b, t->piece[i].s ? t->piece[i].s : "", t->piece[i].s ? t->piece[i].n : 0);
    return buf_text(&b);
}

static int blanks_in(const struct text *t, const struct line *l)
{
    int n = 0, first = t->span[l->first].first, end = t->span[l->first + l->count - 1].end;
    for (int i = first; i < end; i++)
        n += t->piece[i].kind == PIECE_BLANK;
    return n;
}

static int letters_in(const struct text *t, const struct line *l)
{
    int n = 0, first = t->span[l->first].first, end = t->span[l->first + l->count - 1].end;
    for (int i = first; i < end; i++)
        n += t->piece[i].kind == PIECE_WORD && t->piece[i].face ? utf8_letters(t->piece[i].s, t->piece[i].n) : 0;
    return n;
}

static void say_loose(struct text *t, const struct line *l, len blank, len extra)
{
    const struct piece *p = &t->piece[t->span[l->first].first];
    if (blank && (int64_t)(blank + extra) * 1000 > (int64_t)blank * LOOSE_BLANK && !t->set->trial)
        say_wanted(t->set->log, MSG_LINE_LOOSE, piece_pos(p), t->block->tmpl,
                   arena_format(t->set->log->arena, "%d.%d", (int)((blank + extra) / blank),
                                (int)((int64_t)(blank + extra) * 10 / blank % 10)),
                   line_words(t, l));
}

/* What the line's blanks and letters get, so that it fills `room`.                                   */
static struct spread line_spread(struct text *t, const struct line *l, len room)
{
    int blanks = blanks_in(t, l), letters = letters_in(t, l) - 1;
    len slack = room - l->width;
    if (!blanks || slack == 0 || t->style->align != ALIGN_JUSTIFY || (slack > 0 && l->last))
        return (struct spread){ 0 };
    len letter = letters > 0 ? (len)(line_track(l, slack) / letters) : 0;
    letter -= letter % 10; /* what a PDF can say: hundredths of a point */
    slack -= letter * letters;
    len extra = slack / blanks - (slack % blanks < 0); /* downwards: never past the edge */
    const struct piece *p = &t->piece[t->span[l->first].first];
    say_loose(t, l, p->face ? (len)((int64_t)face_advance(p->face, ' ') * p->size / 1000) : 0, extra);
    return (struct spread){ extra, letter, 0 };
}

static len line_x(const struct text *t, const struct line *l, len room)
{
    const struct style *st = t->style;
    len x = st->left + (l->first == 0 ? st->first : 0), slack = room - l->width;
    if (st->align == ALIGN_CENTER && slack > 0)
        x += slack / 2;
    if (st->align == ALIGN_RIGHT && slack > 0)
        x += slack;
    return x;
}

/* The line as it is marked: without the room that late texts have left, and as wide as there is room
 * when it has leaders, each of which gets *leader.                                                    */
static struct line line_filled(const struct text *t, const struct line *l, len room, len *leader)
{
    int leaders = 0, first = t->span[l->first].first, end = t->span[l->first + l->count - 1].end;
    struct line own = *l;
    for (int i = first; i < end; i++) {
        own.width -= t->piece[i].kind == PIECE_SPARE ? t->piece[i].width : 0;
        leaders += t->piece[i].kind == PIECE_LEADER;
    }
    *leader = leaders && own.width < room ? (room - own.width) / leaders : 0;
    own.width += *leader * leaders;
    return own;
}

/* The space between lines is above each but the first of a page.                                     */
static void line_slab(struct text *t, struct slabs *to, const struct line *l, len width, int element)
{
    const struct style *st = t->style;
    struct slab *slab = slab_add(t->set, to, t->block->tmpl, t->block->data);
    int first = t->span[l->first].first, end = t->span[l->first + l->count - 1].end;
    len room = width - st->left - st->right - (l->first == 0 ? st->first : 0);
    len ascent, descent, natural, leader;
    line_heights(t, first, end, &ascent, &descent, &natural);
    len pitch = st->line_times ? len_part(natural, st->line_times) : st->line_exact;
    slab->height = pitch < natural ? pitch : natural;
    slab->gap = pitch - slab->height;
    slab->baseline = slab->height - descent;
    const struct line own = line_filled(t, l, room, &leader);
    struct spread add = line_spread(t, &own, room);
    add.leader = leader;
    slab->text_x = line_x(t, &own, room);
    slab->text_width = own.width + add.blank * blanks_in(t, l) + (add.letter ? add.letter * (letters_in(t, l) - 1) : 0);
    if (slab->text_width > room + 1)
        misfit(t->set, MSG_LINE_OVERFULL, slab->text_width - room, text_pos(t, first, end),
               t->block->tmpl, line_words(t, l));
    line_marks(t, slab, first, end, add, element);
    if (add.blank > 0 && t->set->explain && !t->set->trial)
        loose_line(t, l, room, add.blank);
}

static void keep_lines(struct slabs *to, int first)
{
    int n = to->n - first;
    for (int i = 1; i < n; i++) {
        to->slab[first + i].penalty = i == 1 || i == n - 1 ? COST_WIDOW : 0;
        to->slab[first + i].hold = HOLD_LINES;
    }
    if (n == 2 || n == 3)
        to->slab[first + 1].penalty = COST_WIDOW * 2;
    if (n == 3)
        to->slab[first + 2].penalty = COST_WIDOW * 2;
}

static void say_lines(struct text *t, int lines)
{
    struct arena *a = t->set->log->arena;
    say_wanted(t->set->log, MSG_LINES_EXCEEDED, text_pos(t, 0, t->n), t->block->tmpl, arena_format(a, "%d", lines),
               t->style->name, arena_format(a, "%d", t->style->lines));
}

static const char *plain_text(struct text *t)
{
    struct buf b = buf_in(t->set->arena);
    for (const struct run *r = t->block->para.runs; r; r = r->next) {
        if (r->kind == RUN_TEXT)
            buf_str(&b, r->text);
        if (r->kind == RUN_BREAK || r->kind == RUN_LEADER)
            buf_char(&b, ' ');
        if (r->kind == RUN_LATE)
            buf_str(&b, late_text(t->set, r));
    }
    return buf_text(&b);
}

void set_para(struct set *s, const struct block *b, len width, struct slabs *to)
{
    struct text t;
    const struct style *st = b->para.style;
    len room = width - st->left - st->right, first = st->first > 0 ? st->first : 0;
    int element = b == s->sole ? s->parent : element_new(s, st->outline ? ELEMENT_H : ELEMENT_P, b), before = to->n;
    s->pages->elements[element].level = st->outline;
    text_pieces(s, b, &t);
    text_items(&t, room - first);
    struct line *line = NEW_N(s->scratch, struct line, t.n_items + 1);
    struct measure m = { room, st->first, st->align == ALIGN_JUSTIFY, st->balance };
    int n = para_break(s->scratch, t.item, t.n_items, m, line);
    bool exceeded = st->lines && n > st->lines;
    struct pos at = exceeded ? text_pos(&t, 0, t.n) : b->data;
    if (exceeded && !s->trial)
        say_lines(&t, n);
    for (int i = 0; i < n; i++)
        line_slab(&t, to, &line[i], width, element);
    if (to->n > before) {
        keep_lines(to, before);
        to->slab[before].gap += b->before;
        to->slab[before].more = b->before == st->before ? st->stretch : 0; /* a space of its own is as it says */
        to->slab[before].outline = st->outline;
        to->slab[before].outline_text = st->outline ? plain_text(&t) : NULL;
    }
    arena_reset(s->scratch);
    if (exceeded && s->trial)
        misfit(s, MSG_LINE_OVERFULL, para_narrowest(s, b) - width, at, b->tmpl, "");
}

len para_narrowest(struct set *s, const struct block *b)
{
    struct text t;
    const struct style *st = b->para.style;
    len widest = 0;
    text_pieces(s, b, &t);
    text_items(&t, LEN_MAX);
    for (int i = 0; i < t.n_items; i++)
        widest = t.item[i].width > widest ? t.item[i].width : widest;
    if (st->lines)
        widest = para_least(s->scratch, t.item, t.n_items, st->lines);
    arena_reset(s->scratch);
    return widest + (st->first > 0 ? st->first : 0) + st->left + st->right;
}

len para_natural(struct set *s, const struct block *b)
{
    struct text t;
    const struct style *st = b->para.style;
    text_pieces(s, b, &t);
    len widest = 0, line = st->first;
    for (int i = 0; i < t.n; i++) {
        line = t.piece[i].kind == PIECE_BREAK ? 0 : line + t.piece[i].width;
        line = line < LEN_MAX / 2 ? line : LEN_MAX / 2;
        widest = line > widest ? line : widest;
    }
    arena_reset(s->scratch);
    return widest + st->left + st->right;
}
