/* unused.c - what a template gives and nobody means: a slip of the finger, a need without a reader.      */
#include "read/template/template.h"

/* A new name that nobody means and that is nearly a base's: its author meant the base's.      */
static void say_unused(struct template *t, const char *name, struct pos pos, const char *const *bases, int n)
{
    const char *near = did_you_mistype(t->log, name, bases, n);
    if (*near)
        say(t->log, MSG_NAME_UNUSED, pos, name, near);
}

static void check_unused(struct template *t, const struct def *list)
{
    const char *names[MOST_NAMES];
    int n = 0;
    for (const struct def *d = list; d && n < LENGTH(names); d = d->next)
        if (!d->fresh)
            names[n++] = d->name;
    for (const struct def *d = list; d; d = d->next)
        if (d->fresh && !d->used)
            say_unused(t, d->name, d->pos, names, n);
}

/* loai.TYPE, of a type that the template serves, beside the base's loai.OTHER: put together by vb:text.
 * Of a template that says no types it is the data's.                                        */
static bool is_of_type(const struct template *t, const char *name, const struct words *bases)
{
    const char *dot = strchr(name, '.');
    bool known = false;
    for (int i = 0; dot && i < bases->n && !known; i++)
        known = strncmp(bases->word[i], name, (size_t)(dot + 1 - name)) == 0;
    return known && (!t->types || has_word(t->types, dot + 1));
}

static void check_unused_sets(struct template *t)
{
    struct words bases = { 0 };
    for (const struct set *s = t->sets; s; s = s->next)
        if (!s->fresh)
            words_add(t->arena, &bases, s->name);
    struct words known = bases;
    for (const struct set *s = t->sets; s; s = s->next)
        if (s->fresh && (words_have(&t->vocabulary.used, s->name) || is_of_type(t, s->name, &bases)))
            words_add(t->arena, &known, s->name);
    for (const struct set *s = t->sets; s; s = s->next)
        if (s->fresh && !words_have(&known, s->name))
            say_unused(t, s->name, s->pos, known.word, known.n);
}

static void check_unused_slots(struct template *t)
{
    const char *names[MOST_NAMES];
    int n = 0;
    for (const struct slot *s = t->slots; s && n < LENGTH(names); s = s->next)
        if (!s->fresh)
            names[n++] = s->name;
    for (const struct slot *s = t->slots; s; s = s->next)
        if (s->fresh && !s->used)
            say_unused(t, s->name, s->pos, names, n);
}

/* The data must have it, and no page will show it. Of own needs: a base's may be read in what was replaced. */
static void check_unread(struct template *t, const struct need *first)
{
    for (const struct need *n = first; n; n = n->next) {
        bool own = n->declared && n->required && n->fresh && !n->field && !words_have(&t->vocabulary.any, n->pos.src->name) && strcmp(n->kind, "element") != 0;
        if (own && !words_have(&t->vocabulary.asked, n->name))
            say(t->log, MSG_NEED_UNREAD, n->pos, n->path);
        check_unread(t, n->first);
    }
}

void unused_check(struct template *t)
{
    check_unused(t, t->styles);
    check_unused(t, t->table_styles);
    check_unused(t, t->pages);
    check_unused_slots(t);
    check_unused_sets(t);
    check_unread(t, t->needs);
}
