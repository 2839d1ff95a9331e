/* tell.c - what is said of an expression that failed or found nothing: of each node where the data is at
 * fault, once where the template is.                                                          */
#include "read/xpath/env.h"

#include "base/words.h"

/* What is at fault is the template, not the node at hand.                                   */
static bool first_time(struct env *env, const char *of)
{
    for (const struct said_once *s = env->said_once; s; s = s->next)
        if (same_word(s->of, of))
            return false;
    struct said_once *s = NEW(env->arena, struct said_once);
    *s = (struct said_once){ arena_string(env->arena, of), env->said_once };
    env->said_once = s;
    return true;
}

void say_failed(struct env *env, const struct piece *piece, struct pos at)
{
    const struct refused *r = &env->refused;
    env->n_failed++;
    bool once = !r->vi && first_time(env, env->no_setting[0] ? env->no_setting : arena_format(env->arena, "%p", (const void *)piece));
    if (r->vi)
        say_wanted(env->log, MSG_XPATH_VALUE, r->at.src ? r->at : at, piece->pos, piece->source, *r->words ? arena_string(env->arena, r->words) : log_word(env->log, "(trống)", "(nothing)"), log_word(env->log, r->vi, r->en));
    else if (once && env->no_setting[0])
        say_wanted(env->log, MSG_SETTING_NONE, at, piece->pos, env->no_setting);
    else if (once && env->xpath->opCount >= env->xpath->opLimit)
        say_wanted(env->log, MSG_XPATH_LIMIT, at, piece->pos, piece->source, limit_text(env->log, LIMIT_XPATH));
    else if (once)
        say_wanted(env->log, MSG_XPATH_FAILED, at, piece->pos, piece->source);
}

/* What is written there under nearly this name: @ten where the step is ten, tieu-chi where it is tieuchi. */
const char *near_in_data(struct env *env, const xmlNode *node, const char *step)
{
    struct words names = { 0 };
    struct arena *a = env->arena;
    if (node->type != XML_ELEMENT_NODE || step[strcspn(step, "/[(*:. ")])
        return "";
    for (const xmlAttr *t = node->properties; t; t = t->next)
        words_add(a, &names, arena_format(a, "@%s", (const char *)t->name));
    for (const xmlNode *e = xml_first_element(node); e && names.n < MOST_NAMES; e = xml_next_element(e))
        words_add(a, &names, xml_name(e));
    return did_you_mistype(env->log, step, names.word, names.n);
}

/* text() is an element's own words alone, and an attribute has none; $record is the document itself
 * where there are no records.                                                                  */
static bool say_why_nothing(struct env *env, const struct piece *p, struct pos at)
{
    bool text = strstr(p->source, "text()") != NULL, record = strstr(p->source, "$record") && env->record == env->document;
    if (!text && !record)
        return false;
    if (first_time(env, arena_format(env->arena, "%p", (const void *)p)))
        say_wanted(env->log, text ? MSG_XPATH_TEXT : MSG_RECORD_UNMADE, at, p->pos, p->source);
    return true;
}

struct pos found_at(const xmlXPathObject *o, struct pos otherwise)
{
    const xmlNode *node = o->nodesetval && o->nodesetval->nodeNr ? o->nodesetval->nodeTab[0] : NULL;
    if (!node)
        return otherwise;
    return node->type == XML_ATTRIBUTE_NODE ? xml_pos_of(node->parent, (const char *)node->name) : xml_pos(node);
}

void say_nothing(struct env *env, const xmlXPathObject *o, const struct piece *p, struct context at)
{
    bool attribute = *p->source == '@', nothing = o->type == XPATH_NODESET;
    struct pos pos = xml_pos(at.node);
    if (nothing && say_why_nothing(env, p, pos))
        return;
    if (nothing)
        xml_empty_cell(env->arena, at.node, p->source + attribute, attribute, &pos);
    say_wanted(env->log, nothing ? MSG_DATA_MISSING : MSG_NUMBER_IMPOSSIBLE, pos, p->pos, p->source, near_in_data(env, at.node, p->source));
}
