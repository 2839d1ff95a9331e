/* explain.c - why pages end where they do and lines are loose, for whoever asks (render --explain).  */
#include "set/pager.h"
#include "set/text.h"

#include "base/buf.h"

enum {
    WORDS_MOST = 60,             /* bytes of a line that are kept, up to the next blank         */
    SEARCH_MOST = 64 << 10,      /* bytes of a source in which words are looked for               */
};

struct loose {                   /* a line before its page is known                            */
    const char *s;               /* where its letters begin in memory: what its mark will show    */
    struct loose_line line;
};

struct explain { struct loose *loose; int n, room; };

struct explain *explain_new(struct set *s) { return NEW(s->arena, struct explain); }

/* ---- loose lines ---------------------------------------------------------------------------------- */

static const char *words_of(struct text *t, int first, int end)
{
    struct buf b = buf_in(t->set->arena);
    for (int i = first; i < end && (b.size < WORDS_MOST || t->piece[i].kind == PIECE_WORD); i++)
        if (t->piece[i].kind != PIECE_BREAK && t->piece[i].s)
            buf_bytes(&b, t->piece[i].s, t->piece[i].n);
    return buf_text(&b);
}

static const struct piece *first_letters(const struct text *t, int first, int end)
{
    for (int i = first; i < end; i++)
        if (t->piece[i].s && t->piece[i].face && t->piece[i].kind != PIECE_ROOM)
            return &t->piece[i];
    return NULL;
}

void loose_line(struct text *t, const struct line *l, len room, len extra)
{
    struct set *s = t->set;
    struct explain *e = s->explain;
    int end = l->first + l->count, last = t->span[end - 1].end;
    const struct piece *p = first_letters(t, t->span[l->first].first, last);
    len blank = p ? (len)((int64_t)face_advance(p->face, ' ') * p->size / 1000) : 0;
    if (blank <= 0 || (int64_t)(blank + extra) * 1000 <= (int64_t)blank * LOOSE || end >= t->n_items)
        return;
    e->loose = arena_grow(s->arena, e->loose, e->n + 1, &e->room, sizeof(*e->loose));
    e->loose[e->n++] = (struct loose){ p->s, {
        .factor = (int)((int64_t)(blank + extra) * 1000 / blank), .words = words_of(t, t->span[l->first].first, last),
        .next = words_of(t, t->span[end].first, t->span[end].end), .next_width = t->item[end].width,
        .room = room - l->width - t->item[end - 1].gap, .tmpl = t->block->tmpl, .data = piece_pos(p),
    } };
}

/* Lines come onto pages nearly in the order in which they were set.                                  */
static const struct loose *find_loose(const struct explain *e, const char *s, int *next)
{
    for (int i = 0; i < e->n; i++) {
        int at = (*next + i) % e->n;
        if (e->loose[at].s == s) {
            *next = at + 1;
            return &e->loose[at];
        }
    }
    return NULL;
}

static bool is_loose(const struct mark *m)
{
    if (m->kind != MARK_TEXT || m->text.gap <= 0)
        return false;
    int64_t blank = (int64_t)face_advance(m->text.face, ' ') * m->text.size / 1000;
    return (blank + m->text.gap) * 1000 > blank * LOOSE;
}

void explain_lines(struct set *s)
{
    struct pages *pages = s->pages;
    int next = 0;
    for (int i = 0; i < pages->n; i++)
        for (int j = 0; j < pages->page[i].n; j++) {
            const struct mark *m = &pages->page[i].marks[j];
            const struct loose *found = is_loose(m) ? find_loose(s->explain, m->text.s, &next) : NULL;
            if (!found)
                continue;
            pages->loose = arena_grow(s->arena, pages->loose, pages->n_loose + 1, &pages->room_loose, sizeof(*pages->loose));
            struct loose_line *line = &pages->loose[pages->n_loose++];
            *line = found->line;
            line->page = i;
            line->x = m->x;
            line->y = m->y;
        }
}

/* ---- pages ------------------------------------------------------------------------------------------ */

static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/* Do the n bytes stand there, with any blanks for a blank?                                            */
static bool stands(const char *text, const char *s, int n)
{
    for (const char *end = s + n; s < end; s++) {
        if (*s == ' ' ? !is_blank(*text) : *s != *text)
            return false;
        for (text++; *s == ' ' && is_blank(*text);)
            text++;
    }
    return true;
}

/* Where a line in the middle of a paragraph begins; the paragraph's place when its words were changed
 * on their way (capitals, markup between them).                                                       */
static struct pos line_pos(struct pos at, const char *s, int n)
{
    if (!at.src)
        return at;
    int end = at.src->size - at.offset > SEARCH_MOST ? at.offset + SEARCH_MOST : at.src->size;
    for (int i = at.offset; i < end && n > 0; i++)
        if (at.src->text[i] == *s && stands(at.src->text + i, s, n))
            return (struct pos){ at.src, i };
    return at;
}

static void first_words(const struct slab *slab, struct page_why *why)
{
    why->tmpl = slab->tmpl;
    why->data = slab->data;
    for (int i = 0; i < slab->n; i++) {
        const struct mark *m = &slab->marks[i];
        if (m->kind != MARK_TEXT)
            continue;
        why->words = m->text.s;
        why->n_words = m->text.n - (m->text.s[m->text.n - 1] == ' ');
        if (slab->data.src && m->data.src == slab->data.src)
            why->data = line_pos(m->data, m->text.s, m->text.n);
        return;
    }
}

void explain_pages(struct set *s, const struct flow *flow, const struct slabs *text, const struct page_break *end, int n)
{
    struct page_why *why = NEW_N(s->arena, struct page_why, n + 1);
    pager_explain(s->arena, flow, end, n, why);
    for (int i = 0; i < n; i++) {
        if (end[i].item < text->n)
            first_words(&text->slab[end[i].item], &why[i]);
        s->pages->page[s->pages->n - n + i].why = &why[i];
    }
}
