/* wrong.c - what <needs> has found wrong in the data: a <check> that reads it has nothing to add, for
 * whatever it says follows from the one fault that has been told.                                */
#include "read/judge/judge.h"

#include "base/words.h"

#include <ctype.h>

struct wrong { const xmlNode *node; const char *name; struct wrong *next; };

void wrong_keep(struct env *env, const xmlNode *node, const char *name)
{
    struct wrong *w = NEW(env->arena, struct wrong);
    *w = (struct wrong){ node, name, env->wrong };
    env->wrong = w;
}

static bool in_name(char c) { return isalnum((unsigned char)c) || (c & 0x80) || c == '_' || c == '-' || c == '.'; }

static bool reads(const struct value *v, const char *name)
{
    size_t n = strlen(name);
    const char *source = v && v->n ? v->pieces[0].source : NULL;
    for (const char *s = source; s && (s = strstr(s, name)); s += n)
        if (!in_name(s[n]) && (s == source || (!in_name(s[-1]) && s[-1] != '$')))
            return true;
    return false;
}

/* Does the test look at more than what stands below its node?                                    */
static bool looks_out(const struct value *test)
{
    static const char *const outward[] = { "..", "$document", "$record", "ancestor", "following", "preceding", "parent::" };
    for (int i = 0; i < LENGTH(outward); i++)
        if (test->n && strstr(test->pieces[0].source, outward[i]))
            return true;
    return test->n && test->pieces[0].source[0] == '/';
}

static bool stands_in(const xmlNode *node, const xmlNode *outer)
{
    while (node && node != outer)
        node = node->parent;
    return node != NULL;
}

bool wrong_is_read(const struct env *env, const struct def *check, const xmlNode *at)
{
    const struct value *select = def_attr(check, "select"), *test = def_attr(check, "test");
    const xmlNode *element = at->type == XML_ATTRIBUTE_NODE ? at->parent : at;
    for (const struct wrong *w = env->wrong; w; w = w->next)
        if ((stands_in(w->node, element) || looks_out(test)) && (reads(test, w->name) || reads(select, w->name)))
            return true;
    return false;
}
