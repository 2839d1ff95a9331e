/* leaf.c - finished pages, and how many of them are kept.                                               */
#include "preview/site.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_KEPT = 200 };        /* views whose pages are held                                            */

void leaves_free(struct leaves *l)
{
    for (int i = 0; i < l->n; i++)
        free(l->leaf[i].bytes);
    free(l->leaf);
    *l = (struct leaves){ 0 };
}

/* A name, not a seal.                                                                                  */
static void put_hash(uint64_t h, char *to) { snprintf(to, HASH_CHARS + 1, "%016llx", (unsigned long long)h); }

static void name(struct leaf *leaf)
{
    static const char mark[] = " data-";
    const char *at = leaf->bytes, *end = at + leaf->size, *stop;
    uint64_t all = hash_bytes(HASH_BEGIN, at, leaf->size), look = HASH_BEGIN;
    while ((stop = memmem(at, (size_t)(end - at), mark, sizeof(mark) - 1))) {
        look = hash_bytes(look, at, (size_t)(stop - at));
        const char *open = memchr(stop, '"', (size_t)(end - stop)), *shut = open ? memchr(open + 1, '"', (size_t)(end - open - 1)) : NULL;
        at = shut ? shut + 1 : end;
    }
    look = hash_bytes(look, at, (size_t)(end - at));
    put_hash(all, leaf->hash);
    put_hash(look, leaf->look);
}

void leaves_add(struct leaves *l, char kind, const char *bytes, size_t size)
{
    if (l->n == l->room) {
        l->room = l->room ? 2 * l->room : 16;
        l->leaf = realloc(l->leaf, (size_t)l->room * sizeof(*l->leaf));
    }
    char *copy = malloc(size + 1);
    if (!l->leaf || !copy)
        abort();
    memcpy(copy, bytes, size);
    copy[size] = '\0';
    struct leaf *leaf = &l->leaf[l->n++];
    *leaf = (struct leaf){ .kind = kind, .bytes = copy, .size = size };
    name(leaf);
}

/* Of the views that nobody has asked after for longest the pages go; whoever asks again has them made again.  */
void leaves_forget(struct site *s)
{
    struct view *oldest = NULL;
    int kept = 0;
    for (int i = 0; i < s->n_entries; i++)
        for (int kind = 0; kind < VIEWS; kind++) {
            struct view *v = &s->entry[i]->view[kind];
            kept += v->now.leaves.n > 0;
            if (v->now.leaves.n && !v->child && (!oldest || v->asked < oldest->asked))
                oldest = v;
        }
    if (kept <= MOST_KEPT || !oldest)
        return;
    generation_free(&oldest->now);
    generation_free(&oldest->before);
    oldest->revision = 0;
}

/* ---- generations ------------------------------------------------------------------------------------- */

const struct generation *generation_of(const struct pair *p, int side)
{
    const struct view *v = &p->e[side]->view[VIEW_PAGES];
    return side == 0 && p->before ? &v->before : &v->now;
}

void generation_free(struct generation *g)
{
    leaves_free(&g->leaves);
    json_object_put(g->good);
    free(g->words);
    *g = (struct generation){ 0 };
}

static bool is_seen(const struct leaf *leaf) { return leaf->kind == LEAF_PAGE; }

static bool look_same(const struct leaves *a, const struct leaves *b)
{
    int i = 0, k = 0;
    for (;; i++, k++) {
        while (i < a->n && !is_seen(&a->leaf[i]))
            i++;
        while (k < b->n && !is_seen(&b->leaf[k]))
            k++;
        if (i == a->n || k == b->n)
            return i == a->n && k == b->n;
        if (strcmp(a->leaf[i].look, b->leaf[k].look) != 0)
            return false;
    }
}

/* Saved twice, and nothing is different: what was before the change is still what people compare with.         */
void generation_next(struct site *s, struct view *v, struct leaves *leaves, json_object *report)
{
    if (look_same(&v->now.leaves, leaves)) {
        generation_free(&v->now);
    } else {
        generation_free(&v->before);
        v->before = v->now;
    }
    v->now = (struct generation){ .id = ++s->generations, .leaves = *leaves, .good = json_object_get(report) };
    *leaves = (struct leaves){ 0 };
}
