/* work.c - the children: started when somebody looks at what has changed, and ended when they take too long. */
#include "preview/site.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

static const double LOOKED_AT = 60;  /* seconds; what nobody asked for since is made when somebody does      */

/* A rendering of a view of the entry, or, with a pair, a comparison.                                        */
static bool start(struct site *s, struct child *c, const struct entry *e, enum view_kind kind, const struct pair *pair)
{
    int ends[2];
    pid_t parent = getpid();
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    pid_t pid = fork();
    if (pid == 0 && pair)
        child_compare(s, pair, ends[1], parent);
    else if (pid == 0)
        child_run(s, e, kind, ends[1], parent);
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return false;
    }
    c->pid = pid;
    c->pipe = ends[0];
    c->until = site_now() + (s->o->limit ? s->o->limit : PREVIEW_SECONDS);
    return true;
}

static void render(struct site *s, struct child *c, struct entry *e, enum view_kind kind)
{
    struct view *v = &e->view[kind];
    if (!start(s, c, e, kind, NULL))
        return;
    c->entry = e;
    c->kind = kind;
    v->child = c;
    v->stale = false;
}

static struct child *idle(struct site *s)
{
    for (int i = 0; i < MOST_CHILDREN; i++)
        if (!s->child[i].pid)
            return &s->child[i];
    return NULL;
}

static bool is_wanted(const struct view *v) { return v->stale && site_now() - v->asked < LOOKED_AT; }

/* ---- comparisons ----------------------------------------------------------------------------------------- */

/* If there is an idle child.                                                                              */
static void compare(struct site *s, struct pair *p)
{
    struct child *c = idle(s);
    if (!c || !start(s, c, NULL, VIEW_PAGES, p))
        return;
    c->pair = p;
    p->child = c;
}

static bool pair_start_due(struct site *s, struct pair *p)
{
    const struct generation *a = generation_of(p, 0), *b = generation_of(p, 1);
    bool there = a->id && b->id, fresh = there && (a->id != p->of[0] || b->id != p->of[1]);
    if (p->child && !fresh)
        return false;
    if (p->child)
        work_give_up(s, p->child);
    p->child = NULL;
    if (fresh && a->words && b->words) {
        compare(s, p);
        if (p->child)
            pair_take(p);
    } else if (fresh && (a->words || a->ended) && (b->words || b->ended)) {
        pair_take(p);
        pair_settle(s, p, NULL);
        return true;
    } else if (!fresh && !pair_is_told(p) && p->e[0]->view[VIEW_PAGES].revision && p->e[1]->view[VIEW_PAGES].revision) {
        pair_publish(s, p);
        return true;
    }
    return false;
}

static bool pairs_start_due(struct site *s)
{
    bool news = false;
    for (int i = 0; i < MOST_PAIRS; i++)
        if (s->pair[i].e[0] && site_now() - s->pair[i].asked < LOOKED_AT)
            news = pair_start_due(s, &s->pair[i]) || news;
    return news;
}

/* ---- all of it -------------------------------------------------------------------------------------------- */

bool work_start_due(struct site *s)
{
    double now = site_now();
    for (int kind = 0; kind < VIEWS; kind++)
        for (int i = 0; i < s->n_entries; i++) {
            struct view *v = &s->entry[i]->view[kind];
            if (!is_wanted(v) || v->due > now)
                continue;
            if (v->child)
                work_give_up(s, v->child);
            v->child = NULL;
            struct child *c = idle(s);
            if (!c && v->late && work_has_words(v->late)) {
                work_give_up(s, v->late);
                c = idle(s);
            }
            if (!c)
                return false;
            render(s, c, s->entry[i], (enum view_kind)kind);
        }
    return pairs_start_due(s);
}

/* What waits for an idle child is begun when one ends.                                                     */
double work_next(const struct site *s)
{
    double next = INFINITY, now = site_now();
    for (int i = 0; i < MOST_CHILDREN; i++)
        if (s->child[i].pid)
            next = fmin(next, s->child[i].until);
    for (int kind = 0; kind < VIEWS; kind++)
        for (int i = 0; i < s->n_entries; i++)
            if (is_wanted(&s->entry[i]->view[kind]) && s->entry[i]->view[kind].due > now)
                next = fmin(next, s->entry[i]->view[kind].due);
    return next;
}

void work_want(struct entry *e, enum view_kind kind)
{
    struct view *v = &e->view[kind];
    v->asked = site_now();
    if (!v->revision && !v->child)
        v->stale = true;
}

void work_close(struct site *s)
{
    for (int i = 0; i < MOST_CHILDREN; i++) {
        if (s->child[i].pid)
            work_give_up(s, &s->child[i]);
        free(s->child[i].in);
    }
}
