/* needs.c - the data against what the template declares: its <needs> for the office's own data
 * and for the fields that a type of document alone has.                                     */
#include "read/env.h"

#include "base/date.h"
#include "base/number.h"

static void check_value(struct env *env, const struct need *need, const xmlNode *node)
{
    const char *text = xml_plain(env->arena, node);
    struct pos at = xml_pos(node);
    struct decimal number;
    if (strcmp(need->kind, "number") == 0 && *text && !decimal_parse(text, env->vietnamese_numbers, &number))
        say_wanted(env->log, MSG_NUMBER_NONE, at, need->pos, text);
    if (strcmp(need->kind, "date") == 0) {
        struct attr_rule rule = { .name = need->label, .kind = VALUE_DATE };
        value_check(env->log, &rule, text, at);
    }
}

static int nodes_in(const xmlXPathObject *o) { return o && o->nodesetval ? o->nodesetval->nodeNr : 0; }

static void check_step(struct env *env, const struct need *need, xmlNode *from)
{
    xmlXPathObject *o = env_eval(env, &need->step->pieces[0], (struct context){ from, 1, 1 });
    if (need->required && !nodes_in(o))
        say_wanted(env->log, MSG_NEED_MISSING, xml_pos(from), need->pos, need->path, need->label);
    for (int i = 0; i < nodes_in(o); i++)
        check_value(env, need, o->nodesetval->nodeTab[i]);
    xmlXPathFreeObject(o);
}

/* The path's last step is wanted in every element that the rest of the path finds. */
static void check_wanted(struct env *env)
{
    for (const struct need *need = env->t->needs; need; need = need->next) {
        if (!need->parents || !need->parents->n || !need->step->n)
            continue;
        xmlXPathObject *o = env_eval(env, &need->parents->pieces[0], (struct context){ env->document, 1, 1 });
        for (int i = 0; i < nodes_in(o); i++)
            check_step(env, need, o->nodesetval->nodeTab[i]);
        if (!nodes_in(o) && need->required)
            say_wanted(env->log, MSG_NEED_MISSING, xml_pos(env->document), need->pos, need->path, need->label);
        xmlXPathFreeObject(o);
    }
}

/* A misspelt name would drop out of every list and sum. */
static void check_known(struct env *env, const xmlNode *node)
{
    const struct vocabulary *v = &env->t->vocabulary;
    for (const xmlNode *n = xml_first_element(node); n; n = xml_next_element(n)) {
        if (!words_have(&v->name, xml_name(n)))
            say(env->log, MSG_NEED_UNKNOWN, xml_pos(n), xml_name(n), did_you_mean(env->log, xml_name(n), v->name.word, v->name.n));
        for (const xmlAttr *a = n->properties; a; a = a->next)
            if (!words_have(&v->name, (const char *)a->name))
                say(env->log, MSG_NEED_UNKNOWN, xml_attr_pos(a), (const char *)a->name,
                    did_you_mean(env->log, (const char *)a->name, v->name.word, v->name.n));
        check_known(env, n);
    }
}

static void check_fields(struct env *env)
{
    const struct vocabulary *v = &env->t->vocabulary;
    const xmlNode *fields = xml_child(env->document, "fields");
    for (const xmlNode *n = fields ? xml_first_element(fields) : NULL; n; n = xml_next_element(n))
        if (!words_have(&v->field, xml_attr(n, "name")))
            say(env->log, MSG_FIELD_UNKNOWN, xml_pos(n), xml_attr(n, "name"),
                did_you_mean(env->log, xml_attr(n, "name"), v->field.word, v->field.n));
}

void needs_check(struct env *env)
{
    const xmlNode *data = xml_child(env->document, "data");
    check_wanted(env);
    check_fields(env);
    if (data && env->t->needs)
        check_known(env, data);
}
