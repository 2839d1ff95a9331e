/* lines.c - the marks of pages as lines of text and drawn rules.                                  */
#include "check/check.h"

#include "base/utf8.h"
#include "font/face.h"

/* ---- text ---------------------------------------------------------------------------------- */

/* Bytes of the blank at s: of U+0020, U+00A0, U+2000 to U+200A, U+202F.                            */
static int blank_at(const char *s, int n)
{
    const unsigned char *u = (const unsigned char *)s;
    if (n > 0 && (*u == ' ' || *u == '\t'))
        return 1;
    if (n > 1 && u[0] == 0xC2 && u[1] == 0xA0)
        return 2;
    return n > 2 && u[0] == 0xE2 && u[1] == 0x80 && ((u[2] >= 0x80 && u[2] <= 0x8A) || u[2] == 0xAF) ? 3 : 0;
}

static void add_folded(struct buf *text, const char *s, int n)
{
    for (int i = 0, k; i < n; i += k) {
        k = blank_at(s + i, n - i);
        if (k && text->size && text->text[text->size - 1] != ' ')
            buf_char(text, ' ');
        else if (!k)
            buf_bytes(text, s + i, k = 1);
    }
}

bool starts(const char *s, const char *with) { return strncmp(s, with, strlen(with)) == 0; }

bool ends(const char *s, const char *with)
{
    size_t n = strlen(s), m = strlen(with);
    return n >= m && memcmp(s + n - m, with, m) == 0;
}

/* ---- marks as spans ---------------------------------------------------------------------------- */

/* Only spaces stretch, but NBSP and its kin are as wide as the face says.                           */
static len blank_width(const struct mark *m)
{
    return (len)((int64_t)face_advance(m->text.face, ' ') * m->text.size / 1000) + m->text.gap;
}

/* Without the blanks at its end a mark may be as wide as with them: the one that a line ends at takes no room.   */
static bool has_room_for_end(const struct mark *m, int n)
{
    const char *s = m->text.s, *end = s + n;
    int64_t width = 0;
    while (s < end) {
        uint32_t cp = utf8_next(&s);
        width += (int64_t)face_advance(m->text.face, cp) * m->text.size / 1000 + (cp == ' ' ? m->text.gap : m->text.track);
    }
    return m->width > width + blank_width(m) / 2;
}

static bool take_span(const struct mark *m, struct span *to)
{
    const char *s = m->text.s;
    int n = m->text.n, k, before = 0, behind = 0;
    for (; (k = blank_at(s, n)); before++)
        s += k, n -= k;
    while (n && (k = s[n - 1] == ' ' ? 1 : n > 1 && blank_at(s + n - 2, 2) == 2 ? 2 : 0))
        n -= k, behind++;
    if (behind && !has_room_for_end(m, (int)(s + n - m->text.s)))
        behind = 0;
    *to = (struct span){ .s = m->text.s, .n = m->text.n, .mark = m, .y = m->y, .size = m->text.size, .note = m->text.note >= 0,
                         .bold = m->text.face->bold, .italic = m->text.face->italic };
    to->x0 = m->x + before * blank_width(m);
    to->x1 = m->x + m->width - behind * blank_width(m);
    if (to->x1 < to->x0 || !m->width)
        to->x1 = to->x0;
    return n > 0;
}

/* ---- spans as lines -------------------------------------------------------------------------- */

static const struct span *main_span(const struct line *l)
{
    const struct span *best = l->span;
    for (int i = 1; i < l->n; i++)
        if (l->span[i].size > best->size || (l->span[i].size == best->size && l->span[i].n > best->n))
            best = &l->span[i];
    return best;
}

static const char *text_of(struct check *c, const struct line *l)
{
    struct buf text = buf_in(c->arena);
    for (int i = 0; i < l->n; i++) {
        if (i && l->span[i].x0 - l->span[i - 1].x1 > len_part(l->span[i].size, 150) && text.text[text.size - 1] != ' ')
            buf_char(&text, ' ');
        add_folded(&text, l->span[i].s, l->span[i].n);
    }
    while (text.size && text.text[text.size - 1] == ' ')
        text.text[--text.size] = '\0';
    return buf_text(&text);
}

/* Smaller, and off the line's height: a note's mark or one or two signs of an index.               */
static bool is_small(const struct line *l, const struct span *s)
{
    len off = s->y > l->y ? s->y - l->y : l->y - s->y;
    return s->note || (s->size < len_part(l->size, 850) && off > len_part(l->size, 100) && utf8_letters(s->s, s->n) <= 3);
}

static void finish(struct check *c, struct line *l)
{
    const struct span *main = main_span(l);
    l->size = main->size;
    l->y = main->y;
    l->text = text_of(c, l);
    l->upper = utf8_upper(c->arena, l->text);
    l->lower = utf8_fold(c->arena, l->text);
    l->capitals = strcmp(l->text, l->upper) == 0 && strcmp(l->text, l->lower) != 0;
    l->bold = l->italic = true;
    l->x0 = LEN_MAX;
    l->x1 = -LEN_MAX;
    for (int i = 0; i < l->n; i++) {
        struct span *s = &l->span[i];
        s->small = is_small(l, s);
        bool unknown = s->mark->text.face->unknown;
        l->bold &= s->bold || s->small || unknown;
        l->italic &= s->italic || s->small || unknown;
        l->x0 = s->x0 < l->x0 ? s->x0 : l->x0;
        l->x1 = s->x1 > l->x1 ? s->x1 : l->x1;
    }
}

void lines_add(struct check *c, struct line_list *to, struct line *line)
{
    to->at = arena_grow(c->arena, to->at, to->n + 1, &to->room, sizeof(*to->at));
    to->at[to->n++] = line;
}

struct line *line_join(struct check *c, const struct line_list *pieces)
{
    struct line *l = NEW(c->arena, struct line);
    int n = 0;
    if (pieces->n == 1)
        return pieces->at[0];
    *l = *pieces->at[0];
    for (int i = 0; i < pieces->n; i++)
        n += pieces->at[i]->n;
    l->span = NEW_N(c->arena, struct span, n);
    l->n = 0;
    for (int i = 0; i < pieces->n; i++)
        for (int k = 0; k < pieces->at[i]->n; k++)
            l->span[l->n++] = pieces->at[i]->span[k];
    finish(c, l);
    return l;
}

struct line_list lines_whole(struct check *c, const struct line_list *of)
{
    struct line_list to = { 0 }, level = { 0 };
    for (int i = 0; i <= of->n; i++) {
        len off = level.n && i < of->n ? of->at[i]->y - level.at[0]->y : 0;
        if (level.n && (i == of->n || off > PT(1) || off < -PT(1) || of->at[i]->page != level.at[0]->page)) {
            lines_add(c, &to, line_join(c, &level));
            level = (struct line_list){ 0 };
        }
        if (i < of->n)
            lines_add(c, &level, of->at[i]);
    }
    return to;
}

const char *lines_text(struct check *c, const struct line_list *of)
{
    struct buf text = buf_in(c->arena);
    for (int i = 0; i < of->n; i++)
        buf_format(&text, i ? " %s" : "%s", of->at[i]->text);
    return buf_text(&text);
}

/* ---- pages ----------------------------------------------------------------------------------- */

/* One line's pieces stand at about one height, each behind the other; those of another paragraph only
 * where nothing parts them: the colon behind Kính gửi.                                             */
static bool goes_on(const struct check *c, const struct line *l, const struct span *s)
{
    const struct span *last = &l->span[l->n - 1];
    len off = s->y > last->y ? s->y - last->y : last->y - s->y, gap = s->x0 - last->x1;
    const char *role = page_role(c->pages, s->mark->element);
    bool head = !role && c->pages->elements[l->element].kind == ELEMENT_ARTIFACT; /* repeated: all its cells are one element */
    bool same = s->mark->element == l->element && (!head || gap < len_part(s->size, 900));
    bool near_it = gap < PT(1) && *l->role && role && strcmp(role, l->role) == 0;
    return off < len_part(s->size > last->size ? s->size : last->size, 500) && gap > -PT(1) && (same || near_it);
}

static struct line *begin_line(struct check *c, const struct span *s, int page, struct span *room)
{
    struct line *l = NEW(c->arena, struct line);
    const char *role = page_role(c->pages, s->mark->element);
    *l = (struct line){ .span = room, .page = page, .element = s->mark->element, .role = role ? role : "" };
    return l;
}

static void add_stroke(struct check *c, const struct mark *m, int page)
{
    struct strokes *to = &c->strokes;
    bool across = m->width >= m->rule.height;
    to->at = arena_grow(c->arena, to->at, to->n + 1, &to->room, sizeof(*to->at));
    to->at[to->n++] = (struct stroke){ m->x, m->y, m->x + m->width, m->y + m->rule.height, across ? m->rule.height : m->width,
                                       page, m->element, m, across };
}

static void read_page(struct check *c, int page)
{
    const struct page *p = page_of(c, page);
    struct span *span = NEW_N(c->arena, struct span, p->n + 1); /* of all lines, one behind the other */
    struct line *l = NULL;
    for (int i = 0; i < p->n; i++) {
        const struct mark *m = &p->marks[i];
        struct span s;
        if (m->kind == MARK_RULE)
            add_stroke(c, m, page);
        if (m->kind != MARK_TEXT || m->text.hidden || !take_span(m, &s))
            continue;
        if (!l || !goes_on(c, l, &s) || l->n == 200) {
            if (l)
                finish(c, l);
            lines_add(c, &c->lines, l = begin_line(c, &s, page, span));
        }
        l->span[l->n++] = s;
        span++;
    }
    if (l)
        finish(c, l);
}

void lines_read(struct check *c)
{
    int n = c->last - c->first + 1;
    c->line_from = NEW_N(c->arena, int, n + 1);
    c->stroke_from = NEW_N(c->arena, int, n + 1);
    for (int i = 0; i < n; i++) {
        read_page(c, c->first + i);
        c->line_from[i + 1] = c->lines.n;
        c->stroke_from[i + 1] = c->strokes.n;
    }
}
