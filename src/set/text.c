/* text.c - a paragraph: runs into pieces, pieces into items, items into lines, lines into
 * slabs.                                                                                     */
#include "set/text.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "set/breaks.h"

enum {
    SCRIPT_SIZE = 650,           /* thousandths: superscripts and subscripts                  */
    SUP_RISE = 350, SUB_DROP = 140,
    BLANK_STRETCH = 500, BLANK_SHRINK = 220, /* thousandths of a blank                         */
    LOOSE_BLANK = 2500,          /* a blank this wide is told                                  */
};

/* ---- places ---------------------------------------------------------------------------------- */

/* The same words may stand earlier in the run: as often in its text as in its source.         */
struct pos words_pos(const struct run *r, const char *s, int n)
{
    struct pos at = r->data;
    char word[64];
    snprintf(word, sizeof(word), "%.*s", n, s);
    const char *found = at.src && *word ? at.src->text + at.offset : NULL;
    for (const char *in = r->text; found && in && in <= s; in++) {
        in = strstr(in, word);
        found = in && in <= s ? strstr(found, word) : found;
        if (!in || in >= s)
            break;
        found = found ? found + 1 : NULL;
    }
    if (found)
        at.offset = (int)(found - at.src->text);
    return at;
}

/* ---- pieces -------------------------------------------------------------------------------- */

static const struct face *first_face(struct text *t, const struct look *look)
{
    struct fonts *fonts = t->set->fonts;
    if (t->look != look)
        t->face = fonts->find(fonts, look->fonts, look->bold, look->italic, 0);
    t->look = look;
    return t->face;
}

/* The first of the style's fonts that has the letter; the first of all when none has.        */
static const struct face *face_for(struct text *t, const struct run *r, uint32_t cp)
{
    struct set *s = t->set;
    const struct look *look = r->look;
    const struct face *first = first_face(t, look), *f = first;
    for (int i = 1; f && face_advance(f, cp) < 0; i++)
        f = s->fonts->find(s->fonts, look->fonts, look->bold, look->italic, i);
    if (!first)
        say(s->log, MSG_FONT_NONE, NOWHERE, look->fonts);
    else if (f != first) {
        char letter[8] = { 0 };
        int n = utf8_put(cp, letter);
        const char *in = r->text ? strstr(r->text, letter) : NULL;
        say(s->log, f ? MSG_GLYPH_FALLBACK : MSG_GLYPH_MISSING, in ? words_pos(r, in, n) : r->data,
            first->family, letter, arena_format(s->log->arena, "U+%04X", (unsigned)cp));
    }
    return f ? f : first;
}

static struct piece *piece_add(struct text *t, enum piece_kind kind, const struct run *r)
{
    t->piece = arena_grow(t->set->scratch, t->piece, t->n + 1, &t->room, sizeof(*t->piece));
    struct piece *p = &t->piece[t->n++];
    *p = (struct piece){ .kind = kind, .run = r, .size = r->look->size };
    if (r->look->script != SCRIPT_NONE) {
        p->rise = r->look->script == SCRIPT_SUP ? (len)((int64_t)p->size * SUP_RISE / 1000)
                                                : (len)((int64_t)p->size * -SUB_DROP / 1000);
        p->size = (len)((int64_t)p->size * SCRIPT_SIZE / 1000);
    }
    return p;
}

static bool is_cut(const struct style *style, uint32_t cp)
{
    return style->break_after && cp < 0x80 && strchr(style->break_after, (int)cp);
}

/* Letters up to the next blank, or to where the face changes or a line may end.               */
static const char *word_piece(struct text *t, const struct run *r, const char *s)
{
    struct piece *p = piece_add(t, PIECE_WORD, r);
    int64_t sum = 0;
    p->s = s;
    while (*s && *s != ' ') {
        const char *next = s;
        uint32_t cp = utf8_next(&next);
        int advance = p->face ? face_advance(p->face, cp) : -1;
        const struct face *f = advance < 0 ? face_for(t, r, cp) : p->face;
        if (!f)
            return s + strlen(s); /* without any font there is nothing to set */
        if (p->face && f != p->face)
            break;
        p->face = f;
        advance = advance < 0 ? face_advance(f, cp) : advance;
        sum += advance > 0 ? advance : 0;
        s = next;
        if (is_cut(t->style, cp)) {
            p->cut = *s && *s != ' ';
            break;
        }
    }
    p->n = (int)(s - p->s);
    p->width = (len)((sum * p->size + 500) / 1000);
    return s;
}

static void blank_piece(struct text *t, const struct run *r, const char *s)
{
    struct piece *p = piece_add(t, PIECE_BLANK, r);
    p->s = s;
    p->n = 1;
    p->face = t->n > 1 && t->piece[t->n - 2].run == r ? t->piece[t->n - 2].face : face_for(t, r, ' ');
    p->width = p->face ? (len)(((int64_t)face_advance(p->face, ' ') * p->size + 500) / 1000) : 0;
}

static void words_pieces(struct text *t, const struct run *r, const char *s)
{
    while (*s) {
        if (*s == ' ')
            blank_piece(t, r, s++);
        else
            s = word_piece(t, r, s);
    }
}

static void run_pieces(struct text *t, const struct run *r)
{
    switch (r->kind) {
    case RUN_TEXT:
    case RUN_NOTE:
        words_pieces(t, r, r->text);
        break;
    case RUN_BREAK:
        piece_add(t, PIECE_BREAK, r);
        break;
    case RUN_LATE:
        words_pieces(t, r, arena_format(t->set->arena, "%d", t->set->page_number));
        break;
    case RUN_FIELD:
        if (r->text)
            words_pieces(t, r, r->text);
        else
            piece_add(t, PIECE_ROOM, r)->width = r->field->width;
    }
}

/* Blanks at the ends, doubled ones and those beside a forced break are none.                   */
static void drop_blanks(struct text *t)
{
    int to = 0;
    for (int i = 0; i < t->n; i++) {
        bool blank = t->piece[i].kind == PIECE_BLANK;
        bool after = to == 0 || t->piece[to - 1].kind == PIECE_BLANK || t->piece[to - 1].kind == PIECE_BREAK;
        if (blank && after)
            continue;
        if (t->piece[i].kind == PIECE_BREAK && to && t->piece[to - 1].kind == PIECE_BLANK)
            to--;
        t->piece[to++] = t->piece[i];
    }
    t->n = to && t->piece[to - 1].kind == PIECE_BLANK ? to - 1 : to;
}

/* The word that ends before, or begins behind, piece i: letters of one run are enough.         */
static const struct piece *word_at(const struct text *t, int i)
{
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

static void find_penalties(struct text *t)
{
    struct arena *a = t->set->scratch;
    struct buf all = buf_in(a);
    int *offset = NEW_N(a, int, t->n);
    for (int i = 0; i < t->n; i++) {
        offset[i] = all.size;
        if (t->piece[i].kind == PIECE_WORD)
            buf_bytes(&all, t->piece[i].s, t->piece[i].n);
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
        if (held[offset[i]])
            t->piece[i].penalty = PENALTY_NEVER;
        else if (before && after)
            t->piece[i].penalty = break_penalty(t->style, before->s, before->n, after->s, after->n);
    }
}

void text_pieces(struct set *s, const struct block *b, struct text *t)
{
    *t = (struct text){ .set = s, .block = b, .style = b->para.style };
    for (const struct run *r = b->para.runs; r; r = r->next)
        run_pieces(t, r);
    drop_blanks(t);
    find_penalties(t);
}

/* ---- items ------------------------------------------------------------------------------------- */

static struct item *item_add(struct text *t, int first)
{
    struct arena *a = t->set->scratch;
    t->item = arena_grow(a, t->item, t->n_items + 1, &t->room_items, sizeof(*t->item));
    t->span = arena_grow(a, t->span, t->n_items + 1, &t->room_spans, sizeof(*t->span));
    t->item[t->n_items] = (struct item){ 0 };
    t->span[t->n_items] = (struct text_item){ .first = first, .end = first };
    return &t->item[t->n_items++];
}

static len part(len l, int thousandths) { return (len)((int64_t)l * thousandths / 1000); }

static void item_take(struct text *t, struct item *item, int i)
{
    const struct piece *p = &t->piece[i];
    item->width += p->width;
    if (p->kind == PIECE_BLANK) {
        item->stretch += part(p->width, BLANK_STRETCH);
        item->shrink += part(p->width, BLANK_SHRINK);
    }
    t->span[item - t->item].end = i + 1;
}

static void item_gap(struct item *item, const struct piece *p)
{
    item->gap = p->width;
    item->gap_stretch = part(p->width, BLANK_STRETCH);
    item->gap_shrink = part(p->width, BLANK_SHRINK);
    item->penalty = p->penalty;
}

/* Cuts the word of piece i, so that its head fits. False: it is one letter.                       */
static bool cut_piece(struct text *t, int i, len room)
{
    struct piece whole = t->piece[i];
    const char *s = whole.s;
    int64_t sum = 0;
    int most = 0;
    while (s < whole.s + whole.n) {
        int a = face_advance(whole.face, utf8_next(&s));
        sum += a > 0 ? a : 0;
        if (sum * whole.size / 1000 > room)
            break;
        most++;
    }
    int n = break_inside(whole.s, whole.n, most > 0 ? most : 1);
    if (n >= whole.n)
        return false;
    t->piece = arena_grow(t->set->scratch, t->piece, t->n + 1, &t->room, sizeof(*t->piece));
    memmove(&t->piece[i + 1], &t->piece[i], (size_t)(t->n - i) * sizeof(*t->piece));
    t->n++;
    struct piece *head = &t->piece[i], *tail = &t->piece[i + 1];
    head->n = n;
    head->cut = true;
    sum = 0;
    for (s = head->s; s < head->s + n;)
        sum += face_advance(whole.face, utf8_next(&s));
    head->width = (len)((sum * whole.size + 500) / 1000);
    tail->rest = true;
    tail->s += n;
    tail->n -= n;
    tail->width = whole.width - head->width;
    return true;
}

static struct pos piece_pos(const struct piece *p)
{
    return p->s ? words_pos(p->run, p->s, p->n) : p->run->data;
}

static void say_broken(struct text *t, const struct piece *p, len room)
{
    const char *word = arena_copy(t->set->log->arena, p->s, (size_t)p->n);
    if (t->set->trial)
        misfit(t->set, MSG_LINE_OVERFULL, p->width - room, piece_pos(p), t->block->tmpl, word);
    else
        say_wanted(t->set->log, MSG_WORD_BROKEN, piece_pos(p), t->block->tmpl, word);
}

/* An item wider than the line: its ties give way first, then its words.                          */
static bool loosen(struct text *t, int first, int end, len room)
{
    bool loosened = false;
    for (int i = first; i < end; i++)
        if (t->piece[i].kind == PIECE_BLANK && t->piece[i].penalty >= PENALTY_NEVER) {
            t->piece[i].penalty = PENALTY_NEVER - 1;
            loosened = true;
        }
    for (int i = first; i < end && !loosened; i++) {
        const struct piece whole = t->piece[i];
        if (whole.kind != PIECE_WORD || whole.width <= room)
            continue;
        loosened = cut_piece(t, i, room);
        if (loosened && !whole.rest)
            say_broken(t, &whole, room);
    }
    return loosened;
}

static void make_items(struct text *t)
{
    struct item *item = NULL;
    t->n_items = 0;
    for (int i = 0; i < t->n; i++) {
        const struct piece *p = &t->piece[i];
        if (p->kind == PIECE_BREAK) {
            if (!item)
                item = item_add(t, i);
            item->forced = true;
            item = NULL;
        } else if (p->kind == PIECE_BLANK && p->penalty < PENALTY_NEVER) {
            item_gap(item, p);
            item = NULL;
        } else {
            if (!item)
                item = item_add(t, i);
            item_take(t, item, i);
            if (p->cut)
                item = NULL;
        }
    }
}

void text_items(struct text *t, len room)
{
    for (bool again = true; again;) {
        again = false;
        make_items(t);
        for (int i = 0; i < t->n_items && !again; i++)
            if (t->item[i].width - t->item[i].shrink > room)
                again = loosen(t, t->span[i].first, t->span[i].end, room);
    }
}

/* ---- lines -------------------------------------------------------------------------------------- */

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

/* What each blank of the line gets, so that it fills `room`.                                         */
static len line_extra(struct text *t, const struct line *l, len room)
{
    int blanks = blanks_in(t, l);
    len slack = room - l->width;
    if (!blanks || slack == 0 || (slack > 0 && (l->last || t->style->align != ALIGN_JUSTIFY)))
        return 0;
    if (slack < 0 && t->style->align != ALIGN_JUSTIFY)
        return 0;
    len extra = slack / blanks - (slack % blanks < 0); /* downwards: never past the edge */
    const struct piece *p = &t->piece[t->span[l->first].first];
    len blank = p->face ? (len)((int64_t)face_advance(p->face, ' ') * p->size / 1000) : 0;
    if (blank && (int64_t)(blank + extra) * 1000 > (int64_t)blank * LOOSE_BLANK && !t->set->trial)
        say_wanted(t->set->log, MSG_LINE_LOOSE, piece_pos(p), t->block->tmpl,
                   arena_format(t->set->log->arena, "%d.%d", (int)((blank + extra) / blank),
                                (int)((int64_t)(blank + extra) * 10 / blank % 10)),
                   line_words(t, l));
    return extra;
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

/* The space between lines is above each but the first of a page.                                     */
static void line_slab(struct text *t, struct slabs *to, const struct line *l, len width, int element)
{
    const struct style *st = t->style;
    struct slab *slab = slab_add(t->set, to, t->block->tmpl, t->block->data);
    int first = t->span[l->first].first, end = t->span[l->first + l->count - 1].end;
    len room = width - st->left - st->right - (l->first == 0 ? st->first : 0);
    len ascent, descent, natural;
    line_heights(t, first, end, &ascent, &descent, &natural);
    len pitch = st->line_times ? part(natural, st->line_times) : st->line_exact;
    slab->height = pitch < natural ? pitch : natural;
    slab->gap = pitch - slab->height;
    slab->baseline = slab->height - descent;
    len extra = line_extra(t, l, room), x = line_x(t, l, room);
    slab->text_x = x;
    slab->text_width = l->width + extra * blanks_in(t, l);
    if (slab->text_width > room + 1)
        misfit(t->set, MSG_LINE_OVERFULL, slab->text_width - room, piece_pos(&t->piece[first]),
               t->block->tmpl, line_words(t, l));
    line_marks(t, slab, first, end, x, extra, element);
}

static void keep_lines(struct slabs *to, int first)
{
    int n = to->n - first;
    for (int i = 1; i < n; i++)
        to->slab[first + i].penalty = i == 1 || i == n - 1 ? COST_WIDOW : 0;
    if (n == 2 || n == 3)
        to->slab[first + 1].penalty = COST_WIDOW * 2;
    if (n == 3)
        to->slab[first + 2].penalty = COST_WIDOW * 2;
}

static void check_lines(struct text *t, int lines, const struct line *line, int n, len room)
{
    const struct style *st = t->style;
    if (!st->lines || lines <= st->lines)
        return;
    struct pos at = t->piece[0].run->data;
    if (t->set->trial) {
        len all = 0;
        for (int i = 0; i < n; i++)
            all += line[i].width;
        len over = all - room * st->lines;
        misfit(t->set, MSG_LINE_OVERFULL, over > 0 ? over : MM(1), at, t->block->tmpl, "");
    } else {
        struct arena *a = t->set->log->arena;
        say_wanted(t->set->log, MSG_LINES_EXCEEDED, at, t->block->tmpl, arena_format(a, "%d", lines),
                   st->name, arena_format(a, "%d", st->lines));
    }
}

static const char *plain_text(struct text *t)
{
    struct buf b = buf_in(t->set->arena);
    for (const struct run *r = t->block->para.runs; r; r = r->next) {
        if (r->kind == RUN_TEXT)
            buf_str(&b, r->text);
        if (r->kind == RUN_BREAK)
            buf_char(&b, ' ');
    }
    return buf_text(&b);
}

void set_para(struct set *s, const struct block *b, len width, struct slabs *to)
{
    struct text t;
    const struct style *st = b->para.style;
    len room = width - st->left - st->right, first = st->first > 0 ? st->first : 0;
    int element = element_new(s, st->outline ? ELEMENT_H : ELEMENT_P, b), before = to->n;
    s->pages->elements[element].level = st->outline;
    text_pieces(s, b, &t);
    text_items(&t, room - first);
    struct line *line = NEW_N(s->scratch, struct line, t.n_items + 1);
    struct measure m = { room, st->first, st->align == ALIGN_JUSTIFY, st->balance };
    int n = para_break(s->scratch, t.item, t.n_items, m, line);
    check_lines(&t, n, line, n, room);
    for (int i = 0; i < n; i++)
        line_slab(&t, to, &line[i], width, element);
    if (to->n > before) {
        keep_lines(to, before);
        to->slab[before].gap += b->before;
        to->slab[before].outline = st->outline;
        to->slab[before].outline_text = st->outline ? plain_text(&t) : NULL;
    }
    arena_reset(s->scratch);
}

len para_natural(struct set *s, const struct block *b)
{
    struct text t;
    const struct style *st = b->para.style;
    text_pieces(s, b, &t);
    len widest = 0, line = st->first;
    for (int i = 0; i < t.n; i++) {
        line = t.piece[i].kind == PIECE_BREAK ? 0 : line + t.piece[i].width;
        widest = line > widest ? line : widest;
    }
    arena_reset(s->scratch);
    return widest + st->left + st->right;
}
