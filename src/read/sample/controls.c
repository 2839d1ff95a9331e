/* controls.c - the template's <control>s: the document's figure becomes the sum of the records' own. */
#include "read/sample/sample.h"

#include "base/number.h"
#include "read/judge/judge.h"

static struct el *child_of(struct el *e, const char *name)
{
    struct el *c = e->first;
    while (c && (!c->name || strcmp(c->name, name) != 0))
        c = c->next;
    return c;
}

/* "data/toan-tinh/@ton": a path of names, from the document.                                       */
static bool put(struct sample *s, const char *path, const char *value)
{
    struct el *e = s->document;
    for (const char *p = path; *p && e;) {
        size_t n = strcspn(p, "/");
        const char *name = arena_copy(s->a, p, n);
        struct el_attr *a = *name == '@' ? e->attrs : NULL;
        while (a && strcmp(a->name, name + 1) != 0)
            a = a->next;
        if (a) {
            a->value = value;
            return true;
        }
        e = child_of(e, name);
        p += n + (p[n] == '/');
    }
    if (e && !e->first)
        e->words = value;
    return e && !e->first;
}

static bool add(struct env *env, const struct value *part, xmlNode *record, struct decimal *sum)
{
    xmlXPathObject *o = part->n ? env_eval(env, &part->pieces[0], (struct context){ record, 1, 1 }) : NULL;
    struct decimal d;
    bool good = o && decimal_parse(number_plain(env->arena, xmlXPathCastToNumber(o)), false, &d) && decimal_add(sum, d);
    env_free(env, o);
    return good;
}

static bool fit(struct sample *s, struct env *env, const struct tnode *control, const xmlNodeSet *records)
{
    const struct value *part = tnode_attr(control, "part"), *whole = tnode_attr(control, "whole");
    struct decimal sum = { 0 };
    bool good = part && whole && whole->n;
    for (int i = 0; good && i < records->nodeNr; i++)
        good = add(env, part, records->nodeTab[i], &sum);
    return good && put(s, whole->pieces[0].source, decimal_plain(s->a, sum));
}

bool controls_fit(struct sample *s, const char *text)
{
    struct log apart = log_apart(s->log);
    const struct source *src = source_memory(s->a, s->t->name, text, (int)strlen(text));
    xmlDoc *doc = xml_parse(s->a, &apart, src);
    if (!doc || !s->t->each || !s->t->each->n)
        return false;
    struct record record = { .template = s->t, .document = xmlDocGetRootElement(doc), .node = xmlDocGetRootElement(doc) };
    data_check(s->a, &apart, doc);
    struct bind_options options = { .mode = mode_default() };
    struct env *env = env_new(s->a, &apart, &record, &options);
    xmlXPathObject *o = env_eval(env, &s->t->each->pieces[0], (struct context){ record.document, 1, 1 });
    bool changed = false;
    for (const struct tnode *c = s->t->controls; o && o->nodesetval && c; c = c->next)
        changed = fit(s, env, c, o->nodesetval) || changed;
    env_free(env, o);
    return changed;
}
