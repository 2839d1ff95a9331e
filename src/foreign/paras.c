/* paras.c - lines of the text into paragraphs: by indents, by lines that end early, by gaps, by what lists begin with.            */
#include "base/utf8.h"
#include "foreign/sheet.h"

#include <ctype.h>

/* ---- edges ------------------------------------------------------------------------------------------------------------------ */

static int by_size(const void *a, const void *b) { return *(const len *)a < *(const len *)b ? -1 : *(const len *)a > *(const len *)b; }

/* Where values gather within half a point: the outermost gathering that a fifth of the largest one supports. One line is enough to
 * show that most are first ones, which are indented.                                                                              */
static len edge_of(len *value, int n, int towards, len none)
{
    int best = 0;
    len found = none, usual = none;
    qsort(value, (size_t)n, sizeof(*value), by_size);
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0, k; i < n; i = pass ? k : i + 1) {
            for (k = i; k < n && value[k] - value[i] <= 500; k++)
                ;
            if (pass == 0 && k - i > best) {
                best = k - i;
                usual = value[i];
            }
            bool indent = towards < 0 && usual - value[i] > MM(8) && usual - value[i] < MM(15);
            if (pass == 0 || (!indent && (5 * (k - i) < best || (best > 2 && k - i < 2))))
                continue;
            found = value[(i + k) / 2];
            if (towards < 0)
                return found;
        }
    return found;
}

static len commonest(len *value, int n, len none)
{
    int best = 0;
    len found = none;
    qsort(value, (size_t)n, sizeof(*value), by_size);
    for (int i = 0, k; i < n; i++) {
        for (k = i; k < n && value[k] - value[i] <= 500; k++)
            ;
        if (k - i > best) {
            best = k - i;
            found = value[(i + k) / 2];
        }
    }
    return found;
}

struct tally { len *left, *right, *pitch, *indent; int n, pitches, indents; };

static bool is_wide(const struct sheet *s, const struct strip *l) { return is_free(l) && strip_width(l) >= s->width * 45 / 100; }

static void count_edges(const struct sheet *s, struct tally *t)
{
    for (int i = 0; i < s->n_strips; i++)
        if (is_wide(s, &s->strip[i]) || (is_free(&s->strip[i]) && begins(s->strip[i].folded, "nơi nhận:"))) {
            t->left[t->n] = s->strip[i].x0;
            t->right[t->n++] = s->strip[i].x1;
        }
}

/* From a wide line to one that begins at the edge, which goes on from it.                                                          */
static void count_pitches(const struct sheet *s, struct tally *t, len left)
{
    for (int i = 0; i < s->n_strips; i++) {
        const struct strip *l = &s->strip[i], *above = i ? l - 1 : NULL;
        len in = l->x0 - left;
        if (is_wide(s, l) && in > PT(15) && in < PT(60))
            t->indent[t->indents++] = in;
        if (above && is_wide(s, above) && is_free(l) && length_of(in) < PT(2) && l->y - above->y < 3 * l->size)
            t->pitch[t->pitches++] = l->y - above->y;
    }
}

static int strips_of(const struct book *b)
{
    int n = 1;
    for (int i = 0; i < b->n; i++)
        n += b->sheet[i].n_strips;
    return n;
}

/* Of upright pages, then of turned ones, which have the same margins where they show none.                                          */
void edges_find(struct book *b)
{
    int room = strips_of(b);
    struct tally t = { NEW_N(b->arena, len, room), NEW_N(b->arena, len, room), NEW_N(b->arena, len, room), NEW_N(b->arena, len, room), 0, 0, 0 };
    b->left = MM(30);
    b->right = A4_WIDTH - MM(15);
    len margin = MM(15), width = A4_WIDTH;
    for (int turned = 0; turned < 2; turned++) {
        t.n = 0;
        for (int i = 0; i < b->n; i++)
            if ((b->sheet[i].width > b->sheet[i].height) == turned) {
                width = b->sheet[i].width;
                count_edges(&b->sheet[i], &t);
            }
        len left = edge_of(t.left, t.n, -1, b->left), right = edge_of(t.right, t.n, 1, width - margin);
        *(turned ? &b->left_turned : &b->left) = left;
        *(turned ? &b->right_turned : &b->right) = right;
        margin = turned ? margin : width - right;
    }
    for (int i = 0; i < b->n; i++)
        if (b->sheet[i].width < b->sheet[i].height)
            count_pitches(&b->sheet[i], &t, b->left);
    b->pitch = commonest(t.pitch, t.pitches, 0);
    b->indent = commonest(t.indent, t.indents, MM(10));
}

/* ---- lines over the whole width, of what stands at one height ------------------------------------------------------------------------ */

struct full { struct strip *first, *last; len x0, x1, y, size; int page; };

static bool is_item(const char *s)
{
    size_t n = strspn(s, "0123456789.");
    if (*s == '-' || *s == '+' || *s == '*' || begins(s, "–") || begins(s, "•"))
        return true;
    if (n && (s[n] == ' ' || s[n] == ')') && (s[n - 1] == '.' || s[n] == ')'))
        return true;
    if (isalpha((unsigned char)*s) && s[1] == ')')
        return true;
    n = strspn(s, "IVXLC");
    return (n && s[n] == '.' && s[n + 1] == ' ') || begins(s, "đ)") || begins(s, "Điều ") || begins(s, "Căn cứ ") || begins(s, "Theo đề nghị");
}

static struct full full_at(struct sheet *s, int *i, int page)
{
    struct full f = { .first = &s->strip[*i], .page = page };
    f.x0 = LEN_MAX;
    f.y = f.first->y;
    for (; *i < s->n_strips && (length_of(s->strip[*i].y - f.y) <= PT(1)); ++*i) {
        struct strip *t = &s->strip[*i];
        if (!is_free(t))
            continue;
        f.last = t;
        f.x0 = t->x0 < f.x0 ? t->x0 : f.x0;
        f.x1 = t->x1 > f.x1 ? t->x1 : f.x1;
        f.size = t->size > f.size ? t->size : f.size;
    }
    return f;
}

/* ---- where a paragraph begins ------------------------------------------------------------------------------------------------------------ */

struct edges { len left, right; };

/* Text that begins at the usual indent may end as far from the other edge by chance.                                                            */
static bool is_centred(const struct book *b, const struct full *f, const struct edges *e)
{
    len off = (f->x0 + f->x1) / 2 - (e->left + e->right) / 2;
    bool at_indent = length_of(f->x0 - e->left - b->indent) < PT(2) && !f->first->capitals;
    return off < MM(2.5) && off > -MM(2.5) && f->x0 > e->left + PT(15) && f->x1 < e->right - PT(4) && !at_indent;
}

static len first_word(const struct full *f)
{
    const char *text = f->first->text, *blank = strchr(text, ' ');
    int n = utf8_letters(text, blank ? (int)(blank - text) : (int)strlen(text)), all = utf8_letters(text, (int)strlen(text));
    return (len)((int64_t)strip_width(f->first) * n / (all ? all : 1));
}

/* Whether a line may go on from the one above: that had no room for this one's first word, or nearly none and was in the
 * middle of a sentence.                                                                                                                         */
static bool was_full(const struct full *above, const struct full *f, const struct edges *e)
{
    const char *text = above->last->text;
    bool ended = *text && strchr(".;:!?", text[strlen(text) - 1]), back = f->x0 < e->left + PT(3) && !is_item(f->first->text);
    return above->x1 + first_word(f) + above->size / 5 > e->right - PT(1) || (back && !ended && above->x1 > e->right - MM(30));
}

static bool is_new(const struct book *b, const struct full *above, const struct full *f, const struct edges *e)
{
    if (!above->first)
        return true;
    bool centred = is_centred(b, f, e), were = is_centred(b, above, e), same_page = above->page == f->page;
    len gap = f->y - above->y, usual = b->pitch > f->size ? b->pitch : len_part(f->size, 1150);
    bool near_it = !same_page || gap < usual + PT(4);
    if (centred && were && same_page && gap < len_part(f->size, 1500) && f->first->bold == above->first->bold && f->first->capitals == above->first->capitals)
        return false;
    bool indented = f->x0 > e->left + PT(5), were_indented = above->x0 > e->left + PT(5);
    if (!near_it || !was_full(above, f, e))
        return true;
    if (indented)
        return !were_indented || length_of(f->x0 - above->x0) > PT(2) || length_of(f->x0 - e->left - b->indent) < PT(2) || is_item(f->first->text);
    return is_item(f->first->text) && above->last->text[strlen(above->last->text) - 1] == ';';
}

static struct edges edges_of(const struct book *b, const struct sheet *s)
{
    return s->width > s->height ? (struct edges){ b->left_turned, b->right_turned } : (struct edges){ b->left, b->right };
}

/* What is left is text: all of it has a role, that of appendices too.                                                                             */
void paras_find(struct book *b)
{
    struct full above = { 0 };
    int para = 0;
    for (int page = 0; page < b->n; page++) {
        struct sheet *s = &b->sheet[page];
        const struct edges e = edges_of(b, s);
        for (int i = 0; i < s->n_strips;) {
            int from = i;
            struct full f = full_at(s, &i, page);
            if (!f.last)
                continue;
            while (!is_free(f.first))
                f.first++;
            para = is_new(b, &above, &f, &e) ? ++b->paras : para;
            for (int k = from; k < i; k++)
                if (is_free(&s->strip[k])) {
                    s->strip[k].role = "o6";
                    s->strip[k].para = para;
                }
            above = f;
        }
    }
}
