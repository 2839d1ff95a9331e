/* settings.c - what a setting is worth: the data's or the command line's, else the template's, in the language at hand. */
#include "read/xpath/env.h"

#include "base/words.h"

const char *env_setting(const struct env *env, const char *name)
{
    for (const struct override *o = env->overrides; o; o = o->next)
        if (same_word(o->name, name))
            return o->value;
    const char *any = NULL;
    for (const struct set *s = env->t->sets; s; s = s->next) { /* the newest first */
        if (!same_word(s->name, name))
            continue;
        if (s->lang && same_word(s->lang, env->lang))
            return s->value;
        if (!s->lang && !any)
            any = s->value;
    }
    return any;
}

void env_override(struct env *env, const char *name, const char *value)
{
    struct override *o = NEW(env->arena, struct override);
    *o = (struct override){ name, value, env->overrides };
    env->overrides = o;
    env->t->epoch++;
}
