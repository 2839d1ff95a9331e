#include "write/svg/book.h"

struct svg_lines {               /* of a source: where each begins                              */
    struct svg_lines *next;
    const struct source *src;
    int *start;
    int n, room;
};

/* ---- places -------------------------------------------------------------------------------------- */

static struct svg_lines *lines_of(struct svg_book *book, const struct source *src)
{
    struct svg_lines *l = book->lines;
    while (l && l->src != src)
        l = l->next;
    if (l)
        return l;
    l = NEW(book->arena, struct svg_lines);
    *l = (struct svg_lines){ .next = book->lines, .src = src };
    for (const char *s = src->text, *end = s + src->size; s; s = memchr(s, '\n', (size_t)(end - s)), s = s ? s + 1 : NULL) {
        l->start = arena_grow(book->arena, l->start, l->n + 1, &l->room, sizeof(*l->start));
        l->start[l->n++] = (int)(s - src->text);
    }
    return book->lines = l;
}

int book_line(struct svg_book *book, struct pos pos)
{
    const struct svg_lines *l = lines_of(book, pos.src);
    int low = 0, high = l->n;    /* the last that begins at or before it                         */
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (l->start[middle] <= pos.offset)
            low = middle;
        else
            high = middle;
    }
    return low + 1;
}

/* ---- what leads where ------------------------------------------------------------------------------ */

int book_note_around(const struct svg_book *book, int element)
{
    const struct element *e = book->pages->elements;
    while (element >= 0 && e[element].kind != ELEMENT_NOTE)
        element = e[element].parent;
    return element;
}

static int by_id(const void *a, const void *b)
{
    const struct svg_target *one = a, *other = b;
    int order = strcmp(one->id, other->id);
    return order ? order : (one->element > other->element) - (one->element < other->element);
}

static bool is_before(struct svg_first a, struct svg_first b) { return a.page < b.page || (a.page == b.page && a.mark < b.mark); }

/* Of several with one id the first on the pages. */
static void keep_targets(struct svg_book *book)
{
    int kept = 0;
    if (book->n_targets)
        qsort(book->target, (size_t)book->n_targets, sizeof(*book->target), by_id);
    for (int i = 0; i < book->n_targets; i++) {
        struct svg_target *t = &book->target[i], *last = kept ? &book->target[kept - 1] : NULL;
        if (!last || strcmp(last->id, t->id) != 0)
            book->target[kept++] = *t;
        else if (is_before(book->first[t->element], book->first[last->element]))
            *last = *t;
    }
    book->n_targets = kept;
}

static int same_id(const void *id, const void *target) { return strcmp(id, ((const struct svg_target *)target)->id); }

int book_target(const struct svg_book *book, const char *id)
{
    const struct svg_target *t = book->n_targets ? bsearch(id, book->target, (size_t)book->n_targets, sizeof(*t), same_id) : NULL;
    return t ? t->element : -1;
}

static void take_note(struct svg_book *book, const struct mark *m, struct svg_first at)
{
    int around = m->text.note < 0 ? book_note_around(book, m->element) : -1;
    if (m->text.note >= 0 && book->note[m->text.note].call.page < 0)
        book->note[m->text.note].call = at;
    if (around >= 0 && book->note[around].label.page < 0)
        book->note[around].label = at;
}

static void take_mark(struct svg_book *book, const struct mark *m, struct svg_first at)
{
    const struct element *elements = book->pages->elements;
    for (int e = m->kind == MARK_RULE ? -1 : m->element; e >= 0 && book->first[e].page < 0; e = elements[e].parent) {
        book->first[e] = at;
        if (!elements[e].id)
            continue;
        book->target = arena_grow(book->arena, book->target, book->n_targets + 1, &book->room_targets, sizeof(*book->target));
        book->target[book->n_targets++] = (struct svg_target){ elements[e].id, e };
    }
    if (m->kind == MARK_TEXT && elements[m->element].kind != ELEMENT_ARTIFACT)
        take_note(book, m, at);
}

struct svg_book *svg_book_new(struct arena *a, const struct pages *pages, const struct svg_fonts *fonts)
{
    struct svg_book *book = NEW(a, struct svg_book);
    *book = (struct svg_book){ .arena = a, .pages = pages, .fonts = fonts };
    book->first = NEW_N(a, struct svg_first, pages->n_elements + 1);
    book->note = NEW_N(a, struct svg_note, pages->n_elements + 1);
    for (int i = 0; i < pages->n_elements; i++) {
        book->first[i].page = -1;
        book->note[i].call.page = book->note[i].label.page = -1;
    }
    for (int i = 0; i < pages->n; i++)
        for (int k = 0; k < pages->page[i].n; k++)
            take_mark(book, &pages->page[i].marks[k], (struct svg_first){ i, k });
    keep_targets(book);
    return book;
}
