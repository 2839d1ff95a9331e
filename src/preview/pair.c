/* pair.c - what is compared: two documents, or one before and after it was saved. Their pages are those of the views; what
 * is different between them a child finds, from the words that renderings leave behind.                      */
#include "preview/site.h"

#include <stdlib.h>

static void forget(struct pair *p)
{
    for (int i = 0; i < 2; i++)
        json_object_put(p->good[i]);
    json_object_put(p->diff);
    *p = (struct pair){ 0 };
}

/* The one that nobody has asked after for longest makes room.                                               */
static struct pair *room(struct site *s)
{
    struct pair *oldest = NULL;
    for (int i = 0; i < MOST_PAIRS; i++) {
        struct pair *p = &s->pair[i];
        if (!p->e[0])
            return p;
        if (!p->child && (!oldest || p->asked < oldest->asked))
            oldest = p;
    }
    if (oldest)
        forget(oldest);
    return oldest;
}

struct pair *pair_want(struct site *s, struct entry *a, struct entry *b)
{
    struct pair *p = NULL;
    for (int i = 0; i < MOST_PAIRS && !p; i++)
        if (s->pair[i].e[0] == a && s->pair[i].e[1] == (b ? b : a))
            p = &s->pair[i];
    if (!p && (p = room(s)))
        *p = (struct pair){ .e = { a, b ? b : a }, .before = !b };
    if (!p)
        return NULL;
    p->asked = site_now();
    return p;
}

/* ---- what has come of it -------------------------------------------------------------------------------- */

void pair_publish(struct site *s, struct pair *p)
{
    for (int i = 0; i < 2; i++)
        p->seen[i] = p->e[i]->view[VIEW_PAGES].revision;
    p->revision = ++p->made;
    s->news = true;
}

/* What is compared now: of it the pages are kept by name, for they may be replaced at any time.                 */
void pair_take(struct pair *p)
{
    for (int i = 0; i < 2; i++) {
        const struct generation *g = generation_of(p, i);
        json_object_put(p->good[i]);
        p->good[i] = json_object_get(g->good);
        p->of[i] = g->id;
    }
}

void pair_settle(struct site *s, struct pair *p, json_object *diff)
{
    json_object_put(p->diff);
    p->diff = diff;
    p->failed = !diff;
    p->child = NULL;
    pair_publish(s, p);
}

bool pair_is_told(const struct pair *p)
{
    return p->seen[0] == p->e[0]->view[VIEW_PAGES].revision && p->seen[1] == p->e[1]->view[VIEW_PAGES].revision;
}

void pairs_close(struct site *s)
{
    for (int i = 0; i < MOST_PAIRS; i++)
        forget(&s->pair[i]);
}
