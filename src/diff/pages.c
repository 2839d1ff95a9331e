/* pages.c - what is the page's own: its numbers and headers, its lines, its size.                       */
#include "diff/compare.h"

#include <math.h>

static const double NEAR = 0.5;

/* ---- running words ----------------------------------------------------------------------------------- */

struct string {                  /* the words of one running block on one page                           */
    const struct word *word;
    int n;
    const char *text;
    bool known;                  /* it is on some page of the other side                                  */
    bool taken;
};

struct strings { struct string *string; int n, room; int *first; /* by page; [pages] is the end           */ };

static bool goes_on(const struct word *a, const struct word *b) { return a->page == b->page && a->w.block == b->w.block; }

static struct strings strings_of(struct compare *c, int side)
{
    const struct side *s = &c->side[side];
    struct strings to = { .first = NEW_N(c->a, int, c->d->n_pages[side] + 1) };
    int page = 0;
    for (int i = 0, n; i < s->n_running; i += n) {
        for (n = 1; i + n < s->n_running && goes_on(&s->running[i], &s->running[i + n]); n++)
            ;
        for (; page <= s->running[i].page; page++)
            to.first[page] = to.n;
        to.string = arena_grow(c->a, to.string, to.n + 1, &to.room, sizeof(*to.string));
        to.string[to.n++] = (struct string){ &s->running[i], n, compare_text(c, &s->running[i], n), false, false };
    }
    for (; page <= c->d->n_pages[side]; page++)
        to.first[page] = to.n;
    return to;
}

static int by_text(const void *x, const void *y) { return strcmp(*(const char *const *)x, *(const char *const *)y); }

static const char **sorted(struct compare *c, const struct strings *of)
{
    const char **text = NEW_N(c->a, const char *, of->n + 1);
    for (int i = 0; i < of->n; i++)
        text[i] = of->string[i].text;
    qsort(text, (size_t)of->n, sizeof(*text), by_text);
    return text;
}

/* Numbers go on as pages do.                                                                               */
static bool is_number(const struct compare *c, int side, const struct string *s)
{
    char number[16];
    snprintf(number, sizeof(number), "%d", diff_sheet(&c->d->of[side], s->word->page).number);
    return strcmp(s->text, number) == 0;
}

static void find_known(struct compare *c, int side, struct strings *s, const struct strings *other)
{
    const char **text = sorted(c, other);
    for (int i = 0; i < s->n; i++)
        s->string[i].known = bsearch(&s->string[i].text, text, (size_t)other->n, sizeof(*text), by_text) != NULL || is_number(c, side, &s->string[i]);
}

struct running {                 /* changes so far, one for each element of the template                   */
    struct compare *c;
    struct strings side[2];
    struct { const char *file; int line, change; bool moved; } seen[64];
    int n;
};

static void add_running(struct running *r, const struct string *const s[2], bool moved)
{
    struct compare *c = r->c;
    int one = s[0] ? 0 : 1, i = 0;
    struct vb_place at, wanted;
    diff_word_places(&c->d->of[one], s[one]->word->index, &at, &wanted);
    while (i < r->n && !(r->seen[i].line == wanted.line && r->seen[i].moved == moved && wanted.file && r->seen[i].file && strcmp(r->seen[i].file, wanted.file) == 0))
        i++;
    bool first = i == r->n;
    struct diff_change *change = first ? compare_add(c, DIFF_RUNNING) : &c->d->change[r->seen[i].change];
    for (int k = 0; k < 2; k++) {
        if (!s[k])
            continue;
        compare_lines(c, s[k]->word, s[k]->n, &change->side[k]);
        if (!change->side[k].text) {
            change->side[k].text = s[k]->text;
            diff_word_places(&c->d->of[k], s[k]->word->index, &change->side[k].at, &change->side[k].wanted);
        }
    }
    if (first && r->n < LENGTH(r->seen)) {
        r->seen[r->n].file = wanted.file;
        r->seen[r->n].line = wanted.line;
        r->seen[r->n].moved = moved;
        r->seen[r->n++].change = c->d->n - 1;
    }
}

/* The next string of this page that nothing equal was found for, on either side.                           */
static struct string *next_new(struct strings *s, int page)
{
    for (int i = s->first[page]; i < s->first[page + 1]; i++)
        if (!s->string[i].taken && !s->string[i].known)
            return &s->string[i];
    return NULL;
}

static void pair_equal(struct running *r, int a, int b)
{
    struct strings *s = &r->side[0], *t = &r->side[1];
    for (int i = s->first[a]; i < s->first[a + 1]; i++)
        for (int k = t->first[b]; k < t->first[b + 1] && !s->string[i].taken; k++) {
            struct string *x = &s->string[i], *y = &t->string[k];
            const struct vb_box *p = &x->word->w.mm, *q = &y->word->w.mm;
            if (y->taken || strcmp(x->text, y->text) != 0)
                continue;
            x->taken = y->taken = true;
            bool head = fabs(p->left - q->left) <= NEAR; /* a table's head goes with its table */
            if (!head || (fabs(p->top - q->top) > NEAR && x->n < 4))
                add_running(r, (const struct string *const[]){ x, y }, true);
        }
}

static void compare_running(struct compare *c)
{
    struct running r = { .c = c, .side = { strings_of(c, 0), strings_of(c, 1) } };
    find_known(c, 0, &r.side[0], &r.side[1]);
    find_known(c, 1, &r.side[1], &r.side[0]);
    for (int i = 0; i < c->d->n_rows; i++) {
        const int *page = c->d->row[i].page;
        if (page[0] < 0 || page[1] < 0)
            continue;
        pair_equal(&r, page[0], page[1]);
        for (struct string *x, *y;;) {
            x = next_new(&r.side[0], page[0]);
            y = next_new(&r.side[1], page[1]);
            if (!x && !y)
                break;
            add_running(&r, (const struct string *const[]){ x, y }, false);
            if (x)
                x->taken = true;
            if (y)
                y->taken = true;
        }
    }
}

/* ---- lines, on pages where nothing else is different ------------------------------------------------------ */

static bool *touched(const struct compare *c, int side)
{
    bool *page = NEW_N(c->a, bool, c->d->n_pages[side] + 1);
    for (int i = 0; i < c->d->n; i++)
        for (int k = 0; k < c->d->change[i].side[side].n; k++)
            page[c->d->change[i].side[side].box[k].page] = true;
    return page;
}

static int *first_rules(const struct compare *c, int side)
{
    const struct side *s = &c->side[side];
    int *first = NEW_N(c->a, int, c->d->n_pages[side] + 1), i = 0;
    for (int page = 0; page <= c->d->n_pages[side]; page++) {
        while (i < s->n_rules && s->rule[i].page < page)
            i++;
        first[page] = i;
    }
    return first;
}

static bool same_rule(const struct vb_word *a, const struct vb_word *b)
{
    return a->colour == b->colour && fabs(a->mm.left - b->mm.left) < NEAR && fabs(a->mm.top - b->mm.top) < NEAR &&
           fabs(a->mm.width - b->mm.width) < NEAR && fabs(a->mm.height - b->mm.height) < NEAR / 10;
}

struct rules { const struct word *at; int n; }; /* of a page                                                      */

/* Rules of a page that the other page has not, where it might: both are in the same order.                     */
static void add_rules(struct compare *c, int side, const struct rules of[2], struct diff_change **change)
{
    const struct rules own = of[side], other = of[!side];
    for (int i = 0; i < own.n; i++) {
        int k = 0;
        while (k < other.n && !same_rule(&own.at[i].w, &other.at[k].w))
            k++;
        if (k < other.n)
            continue;
        *change = *change ? *change : compare_add(c, DIFF_RULES);
        compare_lines(c, &own.at[i], 1, &(*change)->side[side]);
        diff_word_places(&c->d->of[side], own.at[i].index, &(*change)->side[side].at, &(*change)->side[side].wanted);
    }
}

static void compare_rules(struct compare *c)
{
    const bool *a = touched(c, 0), *b = touched(c, 1);
    const int *x = first_rules(c, 0), *y = first_rules(c, 1);
    for (int i = 0; i < c->d->n_rows; i++) {
        int p = c->d->row[i].page[0], q = c->d->row[i].page[1];
        struct diff_change *change = NULL;
        if (p < 0 || q < 0 || a[p] || b[q])
            continue;
        const struct rules of[2] = { { c->side[0].rule + x[p], x[p + 1] - x[p] }, { c->side[1].rule + y[q], y[q + 1] - y[q] } };
        add_rules(c, 0, of, &change);
        add_rules(c, 1, of, &change);
    }
}

/* ---- paper ---------------------------------------------------------------------------------------------------- */

static void compare_paper(struct compare *c)
{
    for (int i = 0; i < c->d->n_rows; i++) {
        const int *page = c->d->row[i].page;
        if (page[0] < 0 || page[1] < 0)
            continue;
        struct vb_sheet s[2];
        for (int k = 0; k < 2; k++)
            s[k] = diff_sheet(&c->d->of[k], page[k]);
        if (fabs(s[0].width_mm - s[1].width_mm) < NEAR && fabs(s[0].height_mm - s[1].height_mm) < NEAR)
            continue;
        struct diff_change *change = compare_add(c, DIFF_PAPER);
        for (int k = 0; k < 2; k++) {
            change->side[k].box = NEW(c->a, struct diff_box);
            *change->side[k].box = (struct diff_box){ page[k], 0, 0, s[k].width_mm, s[k].height_mm };
            change->side[k].n = 1;
            change->side[k].text = arena_format(c->a, "%.0f × %.0f mm", s[k].width_mm, s[k].height_mm);
        }
    }
}

void compare_pages(struct compare *c)
{
    compare_running(c);
    compare_rules(c);
    compare_paper(c);
}
