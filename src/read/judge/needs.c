/* needs.c - the data against what the template declares: its <needs> for the office's own data
 * and for the fields that a type of document alone has.                                     */
#include "read/judge/judge.h"

#include "base/buf.h"
#include "base/date.h"
#include "base/number.h"
#include "base/utf8.h"
#include "base/words.h"

/* 1.247 may be a fraction, or a thousand and more as it is written in Vietnam; 1,247 as elsewhere.   */
static bool is_ambiguous(const char *s, char point)
{
    s += *s == '-';
    size_t n = strspn(s, "0123456789");
    return n > 0 && n < 4 && *s != '0' && s[n] == point && strspn(s + n + 1, "0123456789") == 3 && !s[n + 4];
}

static void check_number(struct env *env, const struct need *need, const char *text, struct pos at)
{
    struct decimal number;
    if (!decimal_parse(text, env->vietnamese_numbers, &number))
        say_wanted(env->log, env->vietnamese_numbers ? MSG_NUMBER_NONE_VI : MSG_NUMBER_NONE, at, need->pos, text);
    else if (!env->vietnamese_numbers && is_ambiguous(text, '.'))
        say_wanted(env->log, MSG_NUMBER_AMBIGUOUS, at, need->pos, text);
    else if (env->vietnamese_numbers && is_ambiguous(text, ','))
        say_wanted(env->log, MSG_NUMBER_AMBIGUOUS_VI, at, need->pos, text);
}

static void judge_value(struct env *env, const struct need *need, const char *text, struct pos at)
{
    struct attr_rule date = { .name = need->label, .kind = VALUE_DATE };
    if (xml_is_blank(text) && need->required && strcmp(need->kind, "element") != 0)
        say_wanted(env->log, MSG_NEED_EMPTY, at, need->pos, need->path, need->label);
    else if (strcmp(need->kind, "number") == 0 && !xml_is_blank(text))
        check_number(env, need, text, at);
    else if (strcmp(need->kind, "date") == 0)
        value_check(env->log, &date, text, at);
}

/* `element`: it, or the one whose attribute it is.                                                */
static void check_value(struct env *env, const struct need *need, const xmlNode *element, const char *text, struct pos at)
{
    int faults = env->log->faults;
    judge_value(env, need, text, at);
    if (env->log->faults > faults)
        wrong_keep(env, element, need->name);
}

/* What is wanted below a step that is not there: all of it is wanted here.                     */
static void check_absent(struct env *env, const struct need *step, const xmlNode *from)
{
    if (step->declared && step->required) {
        wrong_keep(env, from, step->name);
        say_missing(env, step, from);
    }
    for (const struct need *n = step->declared ? NULL : step->first; n; n = n->next)
        check_absent(env, n, from);
}

static bool is_meant(const struct need *step, const xmlNode *node)
{
    const char *name = step->field ? xml_attr(node, "name") : NULL;
    return strcmp(step->name, xml_name(node)) == 0 && (!step->field || (name && strcmp(name, step->field) == 0));
}

static void check_steps(struct env *env, const struct need *first, const xmlNode *node);

static void check_elements(struct env *env, const struct need *step, const xmlNode *from)
{
    bool found = false;
    for (const xmlNode *n = xml_first_element(from); n; n = xml_next_element(n)) {
        if (!is_meant(step, n))
            continue;
        found = true;
        if (step->declared)
            check_value(env, step, n, xml_plain(env->arena, n), xml_pos(n));
        check_steps(env, step->first, n);
    }
    if (!found)
        check_absent(env, step, from);
}

static void check_steps(struct env *env, const struct need *first, const xmlNode *node)
{
    for (const struct need *step = first; step; step = step->next) {
        const xmlAttr *a = step->attribute ? xmlHasProp((xmlNode *)node, (const xmlChar *)step->name) : NULL;
        if (a)
            check_value(env, step, node, xml_plain(env->arena, (const xmlNode *)a), xml_attr_pos(a));
        else if (step->attribute)
            check_absent(env, step, node);
        else
            check_elements(env, step, node);
    }
}

/* ---- what no need knows ---------------------------------------------------------------------- */

static const struct need *step_named(const struct need *first, const char *name, bool attribute)
{
    while (first && (first->attribute != attribute || strcmp(first->name, name) != 0))
        first = first->next;
    return first;
}

/* What is lost with it: its words, those of its attributes first; enough of them to know it by.  */
static const char *content_of(struct env *env, const xmlNode *node)
{
    enum { LETTERS = 40 };
    struct buf words = buf_in(env->arena);
    for (const xmlAttr *a = node->type == XML_ELEMENT_NODE ? node->properties : NULL; a; a = a->next)
        buf_format(&words, "%s ", xml_attr_value(a));
    buf_str(&words, xml_plain(env->arena, node));
    const char *all = words_folded(env->arena, buf_text(&words)), *end = all;
    for (int n = 0; *end && n < LETTERS; n++)
        utf8_next(&end);
    return *end ? arena_format(env->arena, "%.*s...", (int)(end - all), all) : all;
}

static void say_unknown(struct env *env, const struct need *first, const xmlNode *node, bool attribute)
{
    const char *name = xml_name(node);
    const char *names[100];
    int n = 0;
    for (const struct need *s = first; s && n < LENGTH(names); s = s->next)
        if (s->attribute == attribute)
            names[n++] = s->name;
    say(env->log, MSG_NEED_UNKNOWN, xml_pos(node), name, did_you_mean(env->log, name, names, n), content_of(env, node));
}

/* A misspelt name would drop out of every list and sum.                                          */
static void check_known(struct env *env, const struct need *first, const xmlNode *node)
{
    for (const xmlNode *n = xml_first_element(node); n; n = xml_next_element(n)) {
        const struct need *step = step_named(first, xml_name(n), false);
        if (!step) {
            say_unknown(env, first, n, false);
            continue;
        }
        for (const xmlAttr *a = n->properties; a; a = a->next)
            if (!step_named(step->first, (const char *)a->name, true))
                say_unknown(env, step->first, (const xmlNode *)a, true);
        check_known(env, step->first, n);
    }
}

static const xmlNode *earlier_field(const xmlNode *field)
{
    for (const xmlNode *n = field->prev; n; n = n->prev)
        if (n->type == XML_ELEMENT_NODE && strcmp(xml_attr(n, "name"), xml_attr(field, "name")) == 0)
            return n;
    return NULL;
}

static void check_fields(struct env *env, const xmlNode *fields)
{
    const struct words *known = &env->t->vocabulary.field;
    for (const xmlNode *n = xml_first_element(fields); n; n = xml_next_element(n)) {
        const xmlNode *first = earlier_field(n);
        if (first)
            say(env->log, MSG_FIELD_TWICE, xml_pos(n), xml_attr(n, "name"), arena_format(env->arena, "%d", source_place(xml_pos(first)).line));
        if (!env->t->all_fields && !words_have(known, xml_attr(n, "name")))
            say(env->log, MSG_FIELD_UNKNOWN, xml_pos(n), xml_attr(n, "name"),
                did_you_mean(env->log, xml_attr(n, "name"), known->word, known->n));
    }
}

/* ---- numbers ------------------------------------------------------------------------------------ */

static void make_plain(struct env *env, const struct need *need, xmlNode *node)
{
    struct decimal d;
    bool number = need->declared && strcmp(need->kind, "number") == 0 && !xml_typed(node);
    if (!number || !decimal_parse(xml_plain(env->arena, node), true, &d))
        return;
    if (!xml_set_number(env->arena, node, decimal_plain(env->arena, d)))
        arena_no_memory(env->arena);
}

static void make_steps_plain(struct env *env, const struct need *first, xmlNode *node)
{
    for (const struct need *step = first; step; step = step->next) {
        xmlAttr *a = step->attribute ? xmlHasProp(node, (const xmlChar *)step->name) : NULL;
        if (a)
            make_plain(env, step, (xmlNode *)a);
        for (xmlNode *n = step->attribute ? NULL : xml_first_element(node); n; n = xml_next_element(n))
            if (is_meant(step, n)) {
                make_plain(env, step, n);
                make_steps_plain(env, step->first, n);
            }
    }
}

void needs_plain(struct env *env)
{
    if (env->vietnamese_numbers)
        make_steps_plain(env, env->t->needs, env->document);
}

void needs_check(struct env *env)
{
    const xmlNode *data = xml_child(env->document, "data"), *fields = xml_child(env->document, "fields");
    const struct need *step = step_named(env->t->needs, "data", false);
    check_steps(env, env->t->needs, env->document);
    if (fields)
        check_fields(env, fields);
    if (data && step)
        check_known(env, step->first, data);
}
