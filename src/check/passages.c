/* passages.c - lines as passages: the words of one paragraph, whatever lines and pages part it.          */
#include "check/text.h"

#include "font/face.h"

#include <stdarg.h>

static bool is_repeated(const struct check *c, int element)
{
    for (int e = element; e >= 0; e = c->pages->elements[e].parent)
        if (c->pages->elements[e].kind == ELEMENT_ARTIFACT)
            return true;
    return false;
}

static int around(const struct check *c, int element, enum element_kind kind, enum element_kind or)
{
    for (int e = element; e >= 0; e = c->pages->elements[e].parent)
        if (c->pages->elements[e].kind == kind || c->pages->elements[e].kind == or)
            return e;
    return -1;
}

/* A line of several elements (Số:, its number) belongs to the first one's passage.                            */
static struct passage *passage_of(struct check *c, struct passages *all, int *of, const struct line *l)
{
    if (of[l->element])
        return &all->at[of[l->element] - 1];
    all->at = arena_grow(c->arena, all->at, all->n + 1, &all->room, sizeof(*all->at));
    struct passage *p = &all->at[all->n++];
    *p = (struct passage){ .element = l->element, .zone = l->zone, .capitals = true };
    p->cell = around(c, l->element, ELEMENT_TD, ELEMENT_TH);
    p->row = around(c, l->element, ELEMENT_TR, ELEMENT_TR);
    p->table = around(c, l->element, ELEMENT_TABLE, ELEMENT_TABLE);
    of[l->element] = all->n;
    return p;
}

/* ---- their text ------------------------------------------------------------------------------------------ */

static bool is_blank_at_end(const struct span *s)
{
    return s->n > 0 && (s->s[s->n - 1] == ' ' || (s->n > 1 && memcmp(s->s + s->n - 2, "\xC2\xA0", 2) == 0));
}

/* Where a line ends without a blank a word goes on, after a - or / that it may be parted behind; what a forced end parts are
 * two words.                                                                                                */
static bool goes_on(const struct line *l)
{
    const struct span *last = &l->span[l->n - 1];
    char end = last->n ? last->s[last->n - 1] : ' ';
    return !is_blank_at_end(last) && (end == '-' || end == '/');
}

struct byte_of { const struct span *span; int at; };

/* The line's words with single blanks, behind `before`; up to its byte `stop`, whose place *found is then.          */
static void add_line(struct buf *text, const struct line *l, char before, int stop, struct byte_of *found)
{
    for (int i = 0, n = 0; i < l->n; i++) {
        const struct span *s = &l->span[i];
        bool apart = i && s->x0 - s[-1].x1 > len_part(s->size, 150);
        for (int k = 0; k < s->n && !s->note; k++) {
            bool hard = k + 1 < s->n && memcmp(s->s + k, "\xC2\xA0", 2) == 0, blank = hard || s->s[k] == ' ';
            char b[2] = { ' ', s->s[k] };
            for (int j = !((blank || (apart && !k)) && before && before != ' '); j < 2 - blank; j++, n++) {
                if (n == stop) {
                    *found = (struct byte_of){ s, k };
                    return;
                }
                buf_char(text, before = b[j]);
            }
            k += hard;
        }
    }
}

static void write(struct check *c, struct passage *p)
{
    struct buf text = buf_in(c->arena);
    p->from = NEW_N(c->arena, int, p->n + 1);
    for (int i = 0; i < p->n; i++) {
        if (i && text.size && text.text[text.size - 1] != ' ' && !goes_on(p->line[i - 1]))
            buf_char(&text, ' ');
        p->from[i] = (int)text.size;
        add_line(&text, p->line[i], text.size ? text.text[text.size - 1] : '\0', -1, NULL);
        p->capitals &= p->line[i]->capitals;
    }
    while (text.size && text.text[text.size - 1] == ' ')
        text.text[--text.size] = '\0';
    p->text = buf_text(&text);
    p->lower = utf8_fold(c->arena, p->text);
    if (strlen(p->lower) != strlen(p->text))
        p->lower = p->text;
}

const struct passages *passages_of(struct check *c)
{
    if (c->passages)
        return c->passages;
    struct passages *all = NEW(c->arena, struct passages);
    int *of = NEW_N(c->arena, int, c->pages->n_elements + 1);
    for (int i = 0; i < c->lines.n; i++) {
        struct line *l = c->lines.at[i];
        if (l->zone == ZONE_NUMBER || is_repeated(c, l->element))
            continue;
        struct passage *p = passage_of(c, all, of, l);
        p->line = arena_grow(c->arena, p->line, p->n + 1, &p->room, sizeof(*p->line));
        p->line[p->n++] = l;
    }
    for (int i = 0; i < all->n; i++)
        write(c, &all->at[i]);
    c->passages = all;
    return all;
}

/* ---- faults: at the word itself, on the page and in the data ------------------------------------------------- */

static len width_of(const struct mark *m, const char *s, const char *end)
{
    int64_t width = 0;
    while (s < end) {
        uint32_t cp = utf8_next(&s);
        width += (int64_t)face_advance(m->text.face, cp) * m->text.size / 1000 + (cp == ' ' ? m->text.gap : m->text.track);
    }
    return (len)width;
}

/* Of n bytes of the mark's text in the data: as many of their like stand before them there; the mark's own place
 * where the data has them in another form.                                                                      */
static struct pos pos_of(const struct mark *m, const char *s, int n)
{
    const char *in = m->text.s, *at = m->data.src->text + m->data.offset, *end = m->data.src->text + m->data.src->size;
    if (end - at > 4 * m->text.n + 200)
        end = at + 4 * m->text.n + 200;
    for (; at && at < end; at++) {
        in = memmem(in, (size_t)(m->text.s + m->text.n - in), s, (size_t)n);
        at = memmem(at, (size_t)(end - at), s, (size_t)n);
        if (!at || in++ == s)
            break;
    }
    return at && at < end ? (struct pos){ m->data.src, (int)(at - m->data.src->text) } : m->data;
}

/* Words of the template, such as a dash, in front of the data's: the data's element is what one can mend.            */
static bool is_template_at(const struct element *e, const struct mark *m) { return e->data.src && m->data.src == e->tmpl.src && e->data.src != e->tmpl.src; }

static void narrow(const struct check *c, struct check_verdict *f, const struct byte_of *word)
{
    const struct mark *m = word->span->mark;
    const char *s = word->span->s + word->at, *end = s, *last = word->span->s + word->span->n;
    while (end < last && *end != ' ')
        end++;
    f->x = m->x + width_of(m, word->span->s, s);
    f->width = width_of(m, s, end);
    if (is_template_at(&c->pages->elements[m->element], m))
        f->data = c->pages->elements[m->element].data;
    else if (m->data.src && end > s)
        f->data = pos_of(m, s, (int)(end - s));
}

void fault_word(struct check *c, const struct passage *p, int from, const char *format, ...)
{
    struct buf none = buf_in(c->arena);
    struct byte_of word = { 0 };
    char said[1000];
    int i = p->n - 1;
    va_list args;
    va_start(args, format);
    vsnprintf(said, sizeof(said), format, args);
    va_end(args);
    from += p->text[from] == ' ';
    while (i > 0 && p->from[i] > from)
        i--;
    fault(c, p->line[i], "%s", said);
    add_line(&none, p->line[i], p->from[i] ? p->text[p->from[i] - 1] : '\0', from - p->from[i], &word);
    if (word.span)
        narrow(c, &c->fault[c->n_faults - 1], &word);
}

/* ---- words ---------------------------------------------------------------------------------------------- */

bool is_word_byte(char b) { return (b & 0x80) || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z'); }

static bool is_word_letter(uint32_t cp) { return utf8_is_letter(cp) || (cp >= 0x300 && cp < 0x370); }

bool word_next(const char *text, int *at, struct word *to)
{
    const char *s = text + *at, *from;
    for (from = s; *s && !is_word_letter(utf8_next(&s)); from = s)
        ;
    if (!*from)
        return false;
    const char *end = s;
    while (*s && is_word_letter(utf8_next(&s)))
        end = s;
    *to = (struct word){ (int)(from - text), (int)(end - text) };
    *at = to->to;
    return true;
}

const char *excerpt(struct check *c, const char *text, int from, int to)
{
    int n = (int)strlen(text);
    for (int words = 0; from > 0 && (text[from - 1] != ' ' || words++ < 1);)
        from--;
    for (int words = 0; to < n && (text[to] != ' ' || words++ < 1);)
        to++;
    return arena_copy(c->arena, text + from, (size_t)(to - from));
}
