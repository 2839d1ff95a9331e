/* checks.c - rules that a template lays down for the documents that it serves: an XPath that must
 * hold at certain nodes, and what is said where it does not. What an authority wants of a notation or
 * a signer stands in its template; here is only the asking. A <check> named by a code of the program
 * says how grave that warning is for such documents.                                        */
#include "read/judge/judge.h"

#include "base/buf.h"
#include "base/words.h"

/* LEVEL_OFF, or the severity + 1.                                                              */
static int level_of(struct env *env, const struct def *check)
{
    const char *word = def_text(env, check, "severity");
    if (strcmp(word, "off") == 0)
        return LEVEL_OFF;
    return 1 + (strcmp(word, "error") == 0 ? SEVERITY_ERROR : strcmp(word, "note") == 0 ? SEVERITY_NOTE : SEVERITY_WARNING);
}

static void wish(struct env *env, const struct def *check)
{
    int level = level_of(env, check);
    struct rule_wish w = { check->name, level == LEVEL_OFF ? -1 : level - 1, check->pos, env->doc->rule_wishes };
    env->doc->rule_wishes = memcpy(NEW(env->arena, struct rule_wish), &w, sizeof(w));
}

void checks_levels(struct env *env)
{
    log_reset_levels(env->log);
    for (const struct def *d = env->t->checks; d; d = d->next) {
        int id = check_message(d->name);
        if (id < MESSAGE_COUNT)
            log_set_level(env->log, (enum message)id, level_of(env, d));
        if (check_is_rule(d->name) && !def_attr(d, "test"))
            wish(env, d);
    }
}

/* The newest in the language of messages, else the newest.                                     */
static const struct tnode *words_for(const struct env *env, const struct def *check)
{
    for (const struct tnode *n = check->running; n; n = n->next) {
        const char *lang = n->rule ? value_literal(tnode_attr(n, "lang")) : NULL; /* NULL: it is computed */
        if (lang && strcmp(lang, log_word(env->log, "vi", "en")) == 0)
            return n;
    }
    return check->running;
}

static void say_finding(struct env *env, const struct def *check, int level, struct context at)
{
    const struct tnode *say = words_for(env, check);
    struct buf text = buf_in(env->arena);
    for (const struct tnode *n = say->first; n; n = n->next)
        if (n->text)
            buf_str(&text, env_text(env, n->text, at));
    const char *hint = attr_text(env, say, "hint", at), *clause = def_text(env, check, "clause");
    if (clause && *clause)
        hint = arena_format(env->arena, "%s (%s)", hint, clause);
    log_say_own(env->log, (struct log_message){ .code = check->name, .severity = (enum severity)(level - 1), .at = xml_pos(at.node), .wanted = check->pos,
                                                .text = words_folded(env->arena, buf_text(&text)), .hint = hint });
}

static void run(struct env *env, const struct def *check, int level)
{
    const struct value *select = def_attr(check, "select"), *test = def_attr(check, "test");
    xmlXPathObject *o = select->n ? env_eval(env, &select->pieces[0], (struct context){ env->document, 1, 1 }) : NULL;
    xmlNodeSet *set = o ? o->nodesetval : NULL;
    for (int i = 0; set && i < set->nodeNr; i++) {
        struct context at = { set->nodeTab[i], i + 1, set->nodeNr };
        int failed = env->n_failed; /* a test that cannot be computed has been said */
        if (at.node->type != XML_NAMESPACE_DECL && !wrong_is_read(env, check, at.node) && !env_test(env, test, at) && env->n_failed == failed)
            say_finding(env, check, level, at);
    }
    env_free(env, o);
}

/* In the order of the template; the list has the last first.                                   */
static void run_from(struct env *env, const struct def *check)
{
    if (!check)
        return;
    run_from(env, check->next);
    int level = level_of(env, check);
    if (def_attr(check, "test") && level != LEVEL_OFF)
        run(env, check, level);
}

void checks_run(struct env *env) { run_from(env, env->t->checks); }
