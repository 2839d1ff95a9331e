/* contents.c - tables of contents: where one stands a paragraph is made for each heading of the
 * document, when all of it is bound. Its page number is late text; lines and pages are set/'s.  */
#include "read/bind/runs.h"

struct contents {
    struct block *block;         /* an empty one, where it is to stand                       */
    const struct style *style;
    int levels;
    len indent;
    const char *leader;
    struct pos tmpl;
    int file;                    /* whose headings it lists                                  */
    struct contents *next;
};

void flow_contents(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    struct contents *c = NEW(env->arena, struct contents);
    const char *style = attr_text(env, n, "style", at);
    c->block = block_new(f, BLOCK_KEEP, n->pos, xml_pos(at.node));
    c->style = style_make(env, style ? style : "");
    c->levels = attr_number(env, n, "levels", at);
    c->indent = attr_len(env, n, "indent", at);
    c->leader = attr_text(env, n, "leader", at);
    c->tmpl = n->pos;
    c->file = env->file;
    common_attrs(env, c->block, n, at);
    c->next = env->contents;
    env->contents = c;
}

/* ---- the headings --------------------------------------------------------------------------------- */

struct heading { struct block *block; int file; bool joined; };
struct headings { struct env *env; struct heading *heading; int n, room, file; };

/* A name of ours: no id begins with a digit.                                                        */
static void add_heading(struct headings *h, struct block *b, bool joined)
{
    struct arena *a = h->env->arena;
    h->heading = arena_grow(a, h->heading, h->n + 1, &h->room, sizeof(*h->heading));
    h->heading[h->n++] = (struct heading){ b, h->file, joined };
    if (!b->id && !joined)
        b->id = arena_format(a, "%d", ++h->env->n_targets);
}

static void find_headings(struct headings *h, struct block *b);

/* Every try of a fit has the same ones; whichever is set is the target.                             */
static void find_in_tries(struct headings *h, const struct block *fit)
{
    int first = h->n;
    find_headings(h, fit->fit.tries[0]);
    for (int i = 1; i < fit->fit.n; i++) {
        struct headings other = { .env = h->env };
        find_headings(&other, fit->fit.tries[i]);
        for (int k = 0; k < other.n && first + k < h->n; k++)
            other.heading[k].block->id = h->heading[first + k].block->id;
    }
}

/* As the PDF's outline has them: headings in cells, boxes and margins are none.                     */
static void find_headings(struct headings *h, struct block *b)
{
    const struct block *above = NULL;
    for (; b; above = b, b = b->next) {
        if (b->kind == BLOCK_PARA && b->para.style->outline && b->para.runs)
            add_heading(h, b, headings_join(above, b));
        if (b->kind == BLOCK_KEEP)
            find_headings(h, b->keep.blocks);
        if (b->kind == BLOCK_FIT)
            find_in_tries(h, b);
    }
}

/* ---- the entries ------------------------------------------------------------------------------------ */

/* Its words in the entry's look; where they ask for their own page it is the heading's that is meant. */
static void heading_words(struct text *t, const struct block *heading)
{
    for (const struct run *r = heading->para.runs; r; r = r->next) {
        t->look.script = r->look->script;
        if (r->kind == RUN_TEXT || (r->kind == RUN_FIELD && r->text))
            text_words(t, r->text, r->data);
        if (r->kind == RUN_BREAK || r->kind == RUN_LEADER)
            text_words(t, " ", r->data);
        if (r->kind != RUN_LATE)
            continue;
        bool own = r->late == LATE_PAGE_NUMBER;
        text_late(t, own ? LATE_PAGE_OF : r->late, r->data)->target = own ? heading->id : r->target;
    }
    t->look.script = SCRIPT_NONE;
}

/* Of a heading and those that join it.                                                              */
static void make_entry(struct flow *f, const struct contents *c, const struct style *style, const struct block *heading)
{
    struct text t = text_begin(f->env, style);
    const char *href = arena_format(f->env->arena, "#%s", heading->id);
    t.href = href;
    heading_words(&t, heading);
    for (const struct block *above = heading, *next; (next = above->next) && headings_join(above, next); above = next) {
        text_words(&t, arena_format(f->env->arena, "%s ", next->para.style->outline_join), next->data);
        heading_words(&t, next);
    }
    text_flush(&t);
    t.href = NULL;
    text_object(&t, RUN_LEADER, true)->text = c->leader;
    t.href = href;
    t.blank = false;
    text_late(&t, LATE_PAGE_OF, heading->data)->target = heading->id;
    struct block *b = block_new(f, BLOCK_PARA, c->tmpl, heading->data);
    b->before = style->before;
    b->para.style = style;
    b->para.runs = text_end(&t);
}

/* A further level stands further in; an entry is no heading itself.                                   */
static const struct style *entry_style(struct env *env, const struct contents *c, int level)
{
    struct style *s = NEW(env->arena, struct style);
    *s = *c->style;
    s->left += (level - 1) * c->indent;
    s->outline = 0;
    s->keep_next = false;
    return s;
}

static void make_contents(struct env *env, const struct contents *c, const struct headings *h)
{
    enum { LEVELS = 6 };
    const struct style *style[LEVELS] = { NULL };
    struct block *first = NULL, *next = c->block->next;
    struct flow f = { env, &first };
    for (int i = 0; i < h->n; i++) {
        const struct block *heading = h->heading[i].block;
        int level = heading->para.style->outline;
        if (level > c->levels || level > LEVELS || h->heading[i].joined || h->heading[i].file != c->file)
            continue;
        if (!style[level - 1])
            style[level - 1] = entry_style(env, c, level);
        make_entry(&f, c, style[level - 1], heading);
    }
    if (!first) {
        say(env->log, MSG_CONTENTS_EMPTY, c->tmpl, arena_format(env->arena, "%d", c->levels));
        return;
    }
    first->before += c->block->before;
    *f.end = next;
    *c->block = *first;
}

void contents_make(struct env *env)
{
    struct headings h = { .env = env };
    for (struct section *s = env->contents ? env->doc->sections : NULL; s; s = s->next) {
        h.file = s->file;
        find_headings(&h, s->blocks);
    }
    for (const struct contents *c = env->contents; c; c = c->next)
        make_contents(env, c, &h);
}
