/* sections.c - runs of pages: paper, margins, what stands in the margins; and the pages of its
 * own that a wide table takes out of the flow.                                              */
#include "read/bind/flow.h"

static void take_running(struct env *env, struct section *s, const struct tnode *n, struct context at)
{
    int where = attr_is(env, n, "at", "top", at) ? AT_TOP : AT_BOTTOM;
    for (int which = RUN_FIRST; which <= RUN_REST; which++) {
        if (attr_is(env, n, "on", which == RUN_FIRST ? "rest" : "first", at) || s->running[which][where].tmpl.src)
            continue;
        env->in_running = true;
        s->running[which][where] = (struct running){ flow_blocks(env, n->first, at), attr_len(env, n, "edge", at), n->pos };
        env->in_running = false;
    }
}

/* The page's own running matter first, then its bases'.                                     */
static void take_runnings(struct env *env, struct section *s, const struct def *d, struct context at)
{
    for (; d; d = d->base)
        for (const struct tnode *n = d->running; n; n = n->next)
            if (tnode_id(n) == T_RUNNING)
                take_running(env, s, n, at);
}

struct section *section_new(struct env *env, const char *master, struct pos tmpl, struct context at)
{
    const struct def *d = def_find(env->t->pages, master);
    if (!d) {
        say(env->log, MSG_NAME_UNKNOWN, tmpl, log_word(env->log, "khổ trang", "page"), master, "");
        return NULL;
    }
    bool landscape = strcmp(def_text(env, d, "orientation"), "landscape") == 0;
    struct section *s = NEW(env->arena, struct section);
    *s = (struct section){ .master = d->name, .width = landscape ? A4_HEIGHT : A4_WIDTH,
                           .height = landscape ? A4_WIDTH : A4_HEIGHT,
                           .top = def_len(env, d, "top"),
                           .bottom = def_len(env, d, "bottom"),
                           .left = def_len(env, d, "left"),
                           .right = def_len(env, d, "right"),
                           .mirror = strcmp(def_text(env, d, "mirror"), "yes") == 0,
                           .file = env->file,
                           .tmpl = tmpl };
    take_runnings(env, s, d, at);
    return s;
}

/* ---- pages of their own ----------------------------------------------------------------------- */

struct flow section_own(struct flow *f, const char *master, struct pos tmpl, struct context at)
{
    struct env *env = f->env;
    struct section *s = section_new(env, master, tmpl, at);
    if (!s)
        return *f;
    block_new(f, BLOCK_PAGES, tmpl, xml_pos(at.node))->pages = s;
    env->own_pages++;
    return (struct flow){ env, &s->blocks };
}

/* None of its pages is a first one, and their numbers go on.                                    */
static struct section *going_on(struct section *s)
{
    s->start = 0;
    s->running[RUN_FIRST][AT_TOP] = s->running[RUN_REST][AT_TOP];
    s->running[RUN_FIRST][AT_BOTTOM] = s->running[RUN_REST][AT_BOTTOM];
    return s;
}

static void hang(struct section ***end, struct section *s)
{
    **end = s;
    *end = &s->next;
}

struct section **section_hang(struct env *env, struct section **end, struct section *s)
{
    struct block **link = &s->blocks;
    bool begun = false;
    while (*link) {
        struct block *b = *link;
        if (b->kind != BLOCK_PAGES) {
            link = &b->next;
            continue;
        }
        *link = NULL;
        env->own_pages--;
        if (s->blocks)
            hang(&end, s);
        begun = begun || s->blocks;
        int start = begun ? 0 : s->start;
        hang(&end, going_on(b->pages));
        b->pages->start = start;
        b->pages->label = s->label;
        struct section *rest = NEW(env->arena, struct section);
        *rest = *s;
        rest->next = NULL;
        rest->blocks = b->next;
        s = going_on(rest);
        begun = true;
        link = &s->blocks;
    }
    if (s->blocks || !begun)
        hang(&end, s);
    if (env->own_pages) /* they stand in something that cannot be torn */
        say(env->log, MSG_PAGES_NESTED, s->tmpl, NULL);
    env->own_pages = 0;
    return end;
}
