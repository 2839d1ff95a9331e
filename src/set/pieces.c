/* pieces.c - a paragraph's runs into pieces: words in one face, blanks, room for fields.        */
#include "set/text.h"

#include "base/utf8.h"
#include "set/late.h"

enum {
    SCRIPT_SIZE = 650, SUP_RISE = 350, SUB_DROP = 140, /* thousandths of the size               */
    FIRST_PIECES = 8,
    MARKUP_FACTOR = 4,           /* a text takes at most so much more room in its file          */
    WIDEST_PIECE = PT(20000),    /* no paper is as wide, and two thousand of them can be added   */
};

/* The same words may stand earlier in the run: as often in its text as in its source. What is
 * found far behind belongs to somebody else.                                                  */
static struct pos words_pos(const struct run *r, const char *s, int n)
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
    if (found && found - at.src->text < at.offset + MARKUP_FACTOR * (int)strlen(r->text))
        at.offset = (int)(found - at.src->text);
    return at;
}

struct pos piece_pos(const struct piece *p)
{
    return p->s && p->run->text ? words_pos(p->run, p->s, p->n) : p->run->data;
}

/* What the template wrote (a fixed word) is not what a user can change.                        */
struct pos text_pos(const struct text *t, int first, int end)
{
    for (int i = first; i < end; i++)
        if (t->piece[i].run->data.src && t->piece[i].run->data.src == t->block->data.src)
            return piece_pos(&t->piece[i]);
    return first < end ? piece_pos(&t->piece[first]) : t->block->data;
}

static const struct face *first_face(struct text *t, const struct look *look)
{
    struct fonts *fonts = t->set->fonts;
    if (t->look != look)
        t->face = fonts->find(fonts, look->fonts, look->bold, look->italic, 0);
    t->look = look;
    return t->face;
}

/* What forms drawn in Word have, and no text font; what a text font may have in its place.         */
static const char *stand_in(struct log *log, const struct face *face, uint32_t cp)
{
    static const struct { uint32_t from, to, other; const char *text; } rows[] = {
        { 0x2610, 0x2610, 0x25A1, "□" }, { 0x2611, 0x2612, 0x25A0, "■" }, { 0x25FB, 0x25FB, 0x25A1, "□" }, { 0x2713, 0x2718, 'x', "x" },
        { 0x2011, 0x2011, '-', "-" }, { 0xF0A8, 0xF0A8, 0x25A1, "□" }, { 0xF06F, 0xF06F, 0x25A1, "□" }, { 0xF0FC, 0xF0FC, 'x', "x" },
        { 0xF000, 0xF0FF, '-', "-" }, /* bullets of Symbol and Wingdings               */
    };
    for (int i = 0; i < LENGTH(rows); i++)
        if (cp >= rows[i].from && cp <= rows[i].to && face_advance(face, rows[i].other) >= 0)
            return log_sentence(log, "; có phải «{1}»?", "; did you mean '{1}'?", rows[i].text);
    return "";
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
            first->family, letter, arena_format(s->log->arena, "U+%04X", (unsigned)cp), f ? "" : stand_in(s->log, first, cp));
    }
    return f ? f : first;
}

static struct piece *piece_add(struct text *t, enum piece_kind kind, const struct run *r)
{
    int wanted = t->n < t->room ? t->n + 1 : t->n + FIRST_PIECES;
    t->piece = arena_grow(t->set->scratch, t->piece, wanted, &t->room, sizeof(*t->piece));
    struct piece *p = &t->piece[t->n++];
    *p = (struct piece){ .kind = kind, .run = r, .size = r->look->size };
    if (r->look->script != SCRIPT_NONE) {
        p->rise = len_part(p->size, r->look->script == SCRIPT_SUP ? SUP_RISE : -SUB_DROP);
        p->size = len_part(p->size, SCRIPT_SIZE);
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
    p->rest = t->n > 1 && p[-1].kind == PIECE_WORD && p[-1].width > WIDEST_PIECE; /* they are one word */
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
        if (is_cut(t->style, cp) || sum * p->size / 1000 > WIDEST_PIECE) {
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

/* The room comes first: what stands in front is tied to it as to a number.                       */
static void late_pieces(struct text *t, const struct run *r, const char *words)
{
    int at = t->n;
    len width = 0;
    piece_add(t, r->width ? PIECE_ROOM : PIECE_SPARE, r);
    words_pieces(t, r, words);
    for (int i = at + 1; i < t->n; i++) {
        width += t->piece[i].width;
        t->piece[i].late = true;
    }
    t->piece[at].width = late_room(t->set, r, width) - width;
}

/* At least so wide as its letters are high, so that it is seen.                                   */
static void leader_piece(struct text *t, const struct run *r)
{
    struct piece *p = piece_add(t, PIECE_LEADER, r);
    const char *s = r->text;
    p->s = r->text;
    p->n = (int)strlen(r->text);
    p->width = p->size;
    p->face = p->n ? face_for(t, r, utf8_next(&s)) : NULL;
}

static void run_pieces(struct text *t, const struct run *r)
{
    switch (r->kind) {
    case RUN_TEXT:
        words_pieces(t, r, r->text);
        break;
    case RUN_NOTE:
        if (r->note->by_page)
            late_pieces(t, r, late_mark(t->set, r->note));
        else
            words_pieces(t, r, r->text);
        break;
    case RUN_LEADER:
        leader_piece(t, r);
        break;
    case RUN_BREAK:
        piece_add(t, PIECE_BREAK, r);
        break;
    case RUN_LATE:
        late_pieces(t, r, late_text(t->set, r));
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

void text_pieces(struct set *s, const struct block *b, struct text *t)
{
    *t = (struct text){ .set = s, .block = b, .style = b->para.style };
    for (const struct run *r = b->para.runs; r; r = r->next)
        run_pieces(t, r);
    drop_blanks(t);
    text_penalties(t);
}
