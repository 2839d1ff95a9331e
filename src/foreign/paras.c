/* paras.c - lines of the text into paragraphs: by indents, by lines that end early, by gaps, by what lists begin with.            */
#include "foreign/sheet.h"

#include <ctype.h>

/* ---- edges ------------------------------------------------------------------------------------------------------------------ */

static int by_size(const void *a, const void *b) { return *(const len *)a < *(const len *)b ? -1 : *(const len *)a > *(const len *)b; }

/* The commonest of values that lie within half a point of one another.                                                           */
static len commonest(len *value, int n, len none)
{
    int best = 0;
    len found = none;
    qsort(value, (size_t)n, sizeof(*value), by_size);
    for (int i = 0; i < n; i++) {
        int k = i;
        while (k < n && value[k] - value[i] <= 500)
            k++;
        if (k - i > best) {
            best = k - i;
            found = value[(i + k) / 2];
        }
    }
    return found;
}

struct tally { len *left, *right, *pitch; int n, pitches; };

static void count_sheet(const struct sheet *s, struct tally *t)
{
    const struct strip *above = NULL;
    for (int i = 0; i < s->n_strips; i++) {
        const struct strip *l = &s->strip[i];
        if (!is_free(l) || strip_width(l) < s->width * 45 / 100)
            continue;
        t->left[t->n] = l->x0;
        t->right[t->n++] = l->x1;
        if (above && l->y - above->y < 3 * l->size)
            t->pitch[t->pitches++] = l->y - above->y;
        above = l;
    }
}

static int strips_of(const struct book *b)
{
    int n = 1;
    for (int i = 0; i < b->n; i++)
        n += b->sheet[i].n_strips;
    return n;
}

/* Of upright pages and of turned ones by themselves; a document too short to show its edges has none to speak of.                  */
void edges_find(struct book *b)
{
    int room = strips_of(b);
    for (int turned = 0; turned < 2; turned++) {
        struct tally t = { NEW_N(b->arena, len, room), NEW_N(b->arena, len, room), NEW_N(b->arena, len, room), 0, 0 };
        len width = turned ? A4_HEIGHT : A4_WIDTH;
        for (int i = 0; i < b->n; i++)
            if ((b->sheet[i].width > b->sheet[i].height) == turned) {
                width = b->sheet[i].width;
                count_sheet(&b->sheet[i], &t);
            }
        len left = commonest(t.left, t.n, turned ? MM(20) : MM(30)), right = commonest(t.right, t.n, width - (turned ? MM(20) : MM(15)));
        *(turned ? &b->left_turned : &b->left) = left;
        *(turned ? &b->right_turned : &b->right) = right;
        if (!turned)
            b->pitch = commonest(t.pitch, t.pitches, PT(18));
    }
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

static bool is_centred(const struct full *f, const struct edges *e)
{
    len off = (f->x0 + f->x1) / 2 - (e->left + e->right) / 2;
    return off < MM(2.5) && off > -MM(2.5) && f->x0 > e->left + PT(15) && f->x1 < e->right - PT(4);
}

static len first_word(const struct full *f)
{
    const char *blank = strchr(f->first->text, ' ');
    size_t n = blank ? (size_t)(blank - f->first->text) : strlen(f->first->text), all = strlen(f->first->text);
    return (len)((int64_t)strip_width(f->first) * (int64_t)n / (int64_t)(all ? all : 1));
}

/* Whether a line may go on from the one above: that had no room for this one's first word.                                                       */
static bool was_full(const struct full *above, const struct full *f, const struct edges *e)
{
    return above->x1 + first_word(f) + above->size / 5 > e->right - PT(1);
}

static bool is_new(const struct book *b, const struct full *above, const struct full *f, const struct edges *e)
{
    if (!above->first)
        return true;
    bool centred = is_centred(f, e), were = is_centred(above, e), same_page = above->page == f->page;
    len gap = f->y - above->y, usual = b->pitch > f->size ? b->pitch : len_part(f->size, 1150);
    bool near_it = !same_page || gap < usual + PT(4);
    if (centred && were && same_page && gap < len_part(f->size, 1500) && f->first->bold == above->first->bold && f->first->capitals == above->first->capitals)
        return false;
    bool indented = f->x0 > e->left + PT(5), were_indented = above->x0 > e->left + PT(5);
    if (!near_it || !was_full(above, f, e))
        return true;
    if (indented)
        return !were_indented || length_of(f->x0 - above->x0) > PT(2) || is_item(f->first->text);
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
