/* items.c - pieces into items, what para.c never breaks; what is wider than its line gives way
 * here: first its ties, then the word itself.                                                  */
#include "set/text.h"

#include "base/utf8.h"
#include "set/breaks.h"

enum {
    BLANK_STRETCH = 500, BLANK_SHRINK = 220, /* thousandths of a blank                            */
    LEADER_STRETCH = MM(300),    /* it fills any line                                              */
    LETTER_TRACK = 20,           /* thousandths of the size: what the eye does not see             */
};

static struct item *item_add(struct text *t, int first)
{
    struct arena *a = t->set->scratch;
    t->item = arena_grow(a, t->item, t->n_items + 1, &t->room_items, sizeof(*t->item));
    t->span = arena_grow(a, t->span, t->n_items + 1, &t->room_spans, sizeof(*t->span));
    t->item[t->n_items] = (struct item){ 0 };
    t->span[t->n_items] = (struct text_item){ .first = first, .end = first };
    return &t->item[t->n_items++];
}

static void item_take(struct text *t, struct item *item, int i)
{
    const struct piece *p = &t->piece[i];
    item->width = item->width < LEN_MAX - p->width ? item->width + p->width : LEN_MAX;
    item->group = p->group;
    if (p->kind == PIECE_LEADER)
        item->stretch += LEADER_STRETCH;
    if (p->kind == PIECE_WORD && p->face && !p->late)
        item->track += len_part(p->size, LETTER_TRACK) * utf8_letters(p->s, p->n);
    if (p->kind == PIECE_BLANK) {
        item->stretch += len_part(p->width, BLANK_STRETCH);
        item->shrink += len_part(p->width, BLANK_SHRINK);
    }
    t->span[item - t->item].end = i + 1;
}

static void item_gap(struct item *item, const struct piece *p)
{
    item->gap = p->width;
    item->gap_stretch = len_part(p->width, BLANK_STRETCH);
    item->gap_shrink = len_part(p->width, BLANK_SHRINK);
    item->penalty = p->penalty;
}

/* Cuts the word of piece i behind its first n bytes.                                              */
static void cut_at(struct text *t, int i, int n)
{
    const struct piece whole = t->piece[i];
    int64_t sum = 0;
    t->piece = arena_grow(t->set->scratch, t->piece, t->n + 1, &t->room, sizeof(*t->piece));
    memmove(&t->piece[i + 1], &t->piece[i], (size_t)(t->n - i) * sizeof(*t->piece));
    t->n++;
    struct piece *head = &t->piece[i], *tail = &t->piece[i + 1];
    head->n = n;
    head->cut = true;
    for (const char *s = head->s; s < head->s + n;)
        sum += face_advance(whole.face, utf8_next(&s));
    head->width = (len)((sum * whole.size + 500) / 1000);
    tail->rest = true;
    tail->s += n;
    tail->n -= n;
    tail->width = whole.width - head->width;
}

/* So that its head fits. False: it is one letter.                                                 */
static bool cut_piece(struct text *t, int i, len room)
{
    const struct piece whole = t->piece[i];
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
    cut_at(t, i, n);
    return true;
}

/* Of the last piece, behind its slashes.                                                        */
static void cut_address(struct text *t)
{
    for (int n; n = break_address(t->piece[t->n - 1].s, t->piece[t->n - 1].n, t->piece[t->n - 1].address), n < t->piece[t->n - 1].n;) {
        cut_at(t, t->n - 1, n);
        t->piece[t->n - 2].penalty = PENALTY_ADDRESS;
        t->piece[t->n - 1].address = true;
    }
}

static bool is_address(const struct piece *p) { return p->kind == PIECE_WORD && p->face && break_address(p->s, p->n, p->address) < p->n; }

/* An address may be parted behind its slashes, at a price. What stands behind the first is moved once, not at each slash. */
static void cut_addresses(struct text *t)
{
    int i = 0;
    while (i < t->n && !is_address(&t->piece[i]))
        i++;
    int n = t->n - i;
    struct piece *rest = NEW_N(t->set->scratch, struct piece, n + 1);
    memcpy(rest, t->piece + i, (size_t)n * sizeof(*rest));
    t->n = i;
    for (int k = 0; k < n; k++) {
        t->piece = arena_grow(t->set->scratch, t->piece, t->n + 1, &t->room, sizeof(*t->piece));
        t->piece[t->n++] = rest[k];
        if (is_address(&rest[k]))
            cut_address(t);
    }
}

static void say_broken(struct text *t, const struct piece *p, len room)
{
    const char *word = arena_copy(t->set->log->arena, p->s, (size_t)p->n);
    if (t->set->trial)
        misfit(t->set, MSG_LINE_OVERFULL, p->width - room, piece_pos(p), t->block->tmpl, word);
    else
        say_wanted(t->set->log, MSG_WORD_BROKEN, piece_pos(p), t->block->tmpl, word);
}

/* What should have stood on one line is parted; its pieces know that they belong together.       */
static bool part_whole(struct text *t, int first, int end)
{
    const struct run *r = NULL;
    for (int i = first; i < end && !r; i++)
        r = t->piece[i].whole ? t->piece[i].run : NULL;
    for (int i = 0; r && i < t->n; i++) {
        if (t->piece[i].run != r)
            continue;
        t->piece[i].whole = false;
        t->piece[i].group = first + 1;
    }
    return r;
}

/* A fit looks for a way that parts no phrase that is held together.                              */
static void note_parted(struct text *t, int first, int end, len room)
{
    int64_t over = -(int64_t)room;
    for (int i = first; i < end; i++)
        over += t->piece[i].width;
    if (t->set->trial)
        misfit(t->set, MSG_LINE_OVERFULL, over < LEN_MAX ? (len)over : LEN_MAX, text_pos(t, first, end), t->block->tmpl, "");
}

/* Behind the last piece that fits; a note's mark stays with its word.                             */
static bool cut_between(struct text *t, int first, int end, len room)
{
    struct buf words = buf_in(t->set->log->arena);
    int64_t width = 0;
    int cut = -1;
    for (int i = first; i + 1 < end; i++) {
        width += t->piece[i].width;
        if (width <= room && t->piece[i].s)
            buf_bytes(&words, t->piece[i].s, t->piece[i].n);
        if (t->piece[i + 1].run->kind != RUN_NOTE && (cut < 0 || width <= room))
            cut = i;
    }
    if (cut < 0)
        return false;
    t->piece[cut].cut = true;
    note_parted(t, first, end, room);
    if (!t->set->trial)
        say_wanted(t->set->log, MSG_WORD_BROKEN, text_pos(t, first, end), t->block->tmpl, buf_text(&words));
    return true;
}

enum gave { GAVE_NOTHING, GAVE_PART, GAVE_WHOLE /* something of items before it too */ };

/* An item wider than the line: whole words are parted, then its ties give way, then its words.    */
static enum gave loosen(struct text *t, int first, int end, len room)
{
    bool loosened = false;
    if (part_whole(t, first, end))
        return GAVE_WHOLE;
    for (int i = first; i < end; i++)
        if (t->piece[i].kind == PIECE_BLANK && t->piece[i].penalty >= PENALTY_NEVER) {
            t->piece[i].penalty = PENALTY_NEVER - 1;
            loosened = true;
        }
    if (loosened)
        note_parted(t, first, end, room);
    for (int i = first; i < end && !loosened; i++) {
        const struct piece whole = t->piece[i];
        if (whole.kind != PIECE_WORD || whole.width <= room)
            continue;
        loosened = cut_piece(t, i, room);
        if (loosened && !whole.rest)
            say_broken(t, &whole, room);
    }
    return loosened || cut_between(t, first, end, room) ? GAVE_PART : GAVE_NOTHING;
}

/* The next item, of piece i and those behind it; the piece behind that.                          */
static int make_item(struct text *t, int i)
{
    struct item *item = item_add(t, i);
    for (; i < t->n; i++) {
        const struct piece *p = &t->piece[i];
        if (p->kind == PIECE_BREAK) {
            item->forced = true;
            return i + 1;
        }
        if (p->kind == PIECE_BLANK && p->penalty < PENALTY_NEVER && !p->whole) {
            item_gap(item, p);
            return i + 1;
        }
        item_take(t, item, i);
        if (p->cut) {
            item->penalty = p->penalty;
            return i + 1;
        }
    }
    return i;
}

/* An item that gives way is made again, and those behind it are not yet made.                      */
void text_items(struct text *t, len room)
{
    bool justified = t->style->align == ALIGN_JUSTIFY; /* other lines' blanks do not shrink */
    cut_addresses(t);
    t->n_items = 0;
    for (int i = 0, next; i < t->n; i = next) {
        next = make_item(t, i);
        const struct item *item = &t->item[t->n_items - 1];
        const struct text_item *span = &t->span[t->n_items - 1];
        if (item->width - (justified ? item->shrink : 0) <= room)
            continue;
        enum gave gave = loosen(t, span->first, span->end, room);
        t->n_items = gave == GAVE_WHOLE ? 0 : gave == GAVE_PART ? t->n_items - 1 : t->n_items;
        next = gave == GAVE_WHOLE ? 0 : gave == GAVE_PART ? i : next;
    }
}
