/* elements.c - the tree that is being made.                                                    */
#include "read/sample/sample.h"

struct el *el_new(struct sample *s, struct el *parent, const char *name)
{
    struct el *e = NEW(s->a, struct el);
    e->name = name;
    e->rule = !name || (parent && !parent->rule) ? NULL : grammar_rule(&data_grammar, name, parent ? parent->name : NULL);
    if (!parent)
        return e;
    if (parent->last)
        parent->last->next = e;
    else
        parent->first = e;
    parent->last = e;
    return e;
}

void el_attr(struct sample *s, struct el *e, const char *name, const char *value)
{
    struct el_attr *a = NEW(s->a, struct el_attr), **end = &e->attrs;
    *a = (struct el_attr){ name, value, NULL };
    while (*end)
        end = &(*end)->next;
    *end = a;
}

void el_words(struct sample *s, struct el *e, const char *plain)
{
    struct buf b = buf_in(s->a);
    buf_escaped(&b, plain, (int)strlen(plain), "&<");
    e->words = buf_text(&b);
}
