#include "read/xpath/env.h"

#include "base/number.h"
#include "base/utf8.h"
#include "base/words.h"

#include <libxml/xpathInternals.h>

/* ---- XPath --------------------------------------------------------------------------- */

static xmlXPathObject *variable(void *user, const xmlChar *name, const xmlChar *uri)
{
    const struct env *env = user;
    const char *word = (const char *)name;
    (void)uri;
    if (same_word(word, "document"))
        return xmlXPathNewNodeSet(env->document);
    if (same_word(word, "record"))
        return env->group ? xmlXPathNewNodeSetList(env->group) : xmlXPathNewNodeSet(env->record);
    if (same_word(word, "mode"))
        return xmlXPathNewCString(env->mode);
    if (same_word(word, "file"))
        return xmlXPathNewCString(env->file ? env->files[env->file].of.name : "");
    if (same_word(word, "lang"))
        return xmlXPathNewCString(env->lang);
    if (same_word(word, "n"))
        return xmlXPathNewFloat(env->number);
    if (same_word(word, "above"))
        return xmlXPathNewCString(env->above ? env->above : "");
    if (same_word(word, "label"))
        return xmlXPathNewCString(env->label ? env->label : "");
    if (same_word(word, "up"))
        return xmlXPathNewCString(env->up ? env->up : "");
    if (same_word(word, "rows"))
        return xmlXPathNewNodeSetList(env->rows);
    const char *value = env_setting(env, word);
    return value ? xmlXPathNewCString(value) : NULL;
}

/* The program says what failed itself; libxml2 is not to print. */
static void silence(void *user, xmlError *error) { (void)user, (void)error; }

/* What was evaluated and not yet freed, when memory ends. */
static void drop_live(void *kept)
{
    struct live *live = kept;
    while (live->n)
        xmlXPathFreeObject(live->o[--live->n]);
}

void env_free(struct env *env, xmlXPathObject *o)
{
    struct live *live = env->live;
    int i = live->n;
    while (o && i > 0 && live->o[i - 1] != o)
        i--;
    if (o && i > 0)
        live->o[i - 1] = live->o[--live->n];
    xmlXPathFreeObject(o);
}

struct env *env_new(struct arena *a, struct log *log, const struct record *record, const struct bind_options *options)
{
    struct env *env = NEW(a, struct env);
    const xmlNode *data = xml_child(record->document, "data");
    *env = (struct env){ .arena = a, .log = log, .t = record->template, .mode = options->mode, .split = options->split,
                         .document = record->document, .record = record->node, .group = record->group,
                         .position = record->position ? record->position : 1, .size = record->size ? record->size : 1,
                         .lang = arena_string(a, grammar_value(record->document, "lang")), /* outlives the data: the file names it */
                         .vietnamese_numbers = data && xml_attr(data, "numbers"),
                         .xpath = xmlXPathNewContext(record->document->doc) };
    if (!env->xpath)
        arena_no_memory(a);
    arena_own(env->arena, (void (*)(void *))xmlXPathFreeContext, env->xpath);
    env->live = NEW(a, struct live);
    arena_own(env->arena, drop_live, env->live);
    env->xpath->userData = env;
    env->xpath->error = silence;
    env->xpath->opLimit = (unsigned long)log_limit(log, LIMIT_XPATH);
    xmlXPathContextSetCache(env->xpath, 1, -1, 0); /* its objects are used again */
    xmlXPathRegisterVariableLookup(env->xpath, variable, env);
    env_register_functions(env);
    return env;
}

xmlXPathObject *env_eval(struct env *env, const struct piece *piece, struct context at)
{
    env->xpath->node = at.node;
    env->xpath->contextSize = at.size;
    env->xpath->proximityPosition = at.position;
    env->xpath->opCount = 0;
    env->no_setting[0] = '\0';
    env->refused.vi = NULL;
    env->n_branches = 0;
    xmlXPathObject *o = xmlXPathCompiledEval(piece->xpath, env->xpath);
    if (o && env->live->n < LENGTH(env->live->o))
        env->live->o[env->live->n++] = o;
    if (!o)
        say_failed(env, piece, xml_pos(at.node));
    return o;
}

bool env_test(struct env *env, const struct value *v, struct context at)
{
    if (!v->n)
        return false;
    xmlXPathObject *o = env_eval(env, &v->pieces[0], at);
    bool holds = o && xmlXPathCastToBoolean(o);
    env_free(env, o);
    return holds;
}

/* 2.5e+09: so libxml2 makes words of a number above a billion.                             */
static bool holds_exponent(const char *s)
{
    const char *e = s;
    while ((e = strchr(e, 'e'))) {
        bool digits = e > s && e[-1] >= '0' && e[-1] <= '9' && (e[1] == '+' || e[1] == '-');
        if (digits && e[2] >= '0' && e[2] <= '9')
            return true;
        e++;
    }
    return false;
}

/* What XPath writes where a number cannot be computed: it may be in the middle of words.    */
static bool holds_no_number(const char *s) { return strstr(s, "NaN") || strstr(s, "Infinity") || holds_exponent(s); }

/* What libxml2 hands over is given back before memory of ours may end, it would be lost there; what is no string is short. */
static const char *plain_text(struct env *env, const xmlXPathObject *o)
{
    char words[128];
    if (o->type == XPATH_NUMBER)
        return number_xpath(env->arena, o->floatval);
    if (o->type == XPATH_STRING)
        return o->stringval ? arena_string(env->arena, (const char *)o->stringval) : "";
    xmlChar *s = xmlXPathCastToString((xmlXPathObject *)o);
    snprintf(words, sizeof(words), "%s", s ? (const char *)s : "");
    xmlFree(s);
    return arena_string(env->arena, words);
}

const char *object_text(struct env *env, const xmlXPathObject *o, bool *missing)
{
    *missing = false;
    if (o->type == XPATH_NODESET) {
        bool none = !o->nodesetval || o->nodesetval->nodeNr == 0;
        const char *text = none ? "" : xml_plain(env->arena, o->nodesetval->nodeTab[0]);
        *missing = !*text;
        return text;
    }
    const char *text = plain_text(env, o);
    *missing = holds_no_number(text) || (o->type == XPATH_NUMBER && !*text);
    return *missing ? "" : utf8_compose(env->arena, text);
}

const char *env_text(struct env *env, const struct value *v, struct context at)
{
    if (v->n == 1 && v->pieces[0].words)
        return v->pieces[0].words;
    struct buf b = buf_in(env->arena);
    for (int i = 0; i < v->n; i++) {
        const struct piece *p = &v->pieces[i];
        if (p->words) {
            buf_str(&b, p->words);
            continue;
        }
        const char *value = p->setting ? env_setting(env, p->setting) : NULL;
        if (value && !holds_no_number(value)) { /* a setting alone needs no XPath */
            buf_str(&b, utf8_compose(env->arena, value));
            continue;
        }
        xmlXPathObject *o = env_eval(env, p, at);
        if (!o)
            continue;
        bool missing;
        buf_str(&b, object_text(env, o, &missing));
        if (missing)
            say_nothing(env, o, p, at);
        env_free(env, o);
    }
    return buf_text(&b);
}

/* ---- attributes ------------------------------------------------------------------------- */

/* What an expression made of an attribute must still be of its kind.                     */
static const char *checked(struct env *env, const struct value *v, struct context at)
{
    const char *text = env_text(env, v, at);
    bool literal = value_literal(v) != NULL;
    return literal || value_check(env->log, v->rule, text, v->pos) ? text : NULL;
}

const char *attr_text(struct env *env, const struct tnode *n, const char *name, struct context at)
{
    const struct value *v = tnode_attr(n, name);
    const char *text = v ? checked(env, v, at) : NULL;
    return text ? text : grammar_attr(n->rule, name)->otherwise;
}

len attr_len(struct env *env, const struct tnode *n, const char *name, struct context at)
{
    const char *text = attr_text(env, n, name, at);
    len l = 0;
    return text && len_parse(text, &l) ? l : 0;
}

int attr_number(struct env *env, const struct tnode *n, const char *name, struct context at)
{
    const char *text = attr_text(env, n, name, at);
    int t;
    return text && thousandths_parse(text, &t) ? t / 1000 : 0;
}

bool attr_is(struct env *env, const struct tnode *n, const char *name, const char *word,
             struct context at)
{
    const char *text = attr_text(env, n, name, at);
    return text && strcmp(text, word) == 0;
}

/* ---- definitions ------------------------------------------------------------------------ */

const char *def_text(struct env *env, const struct def *d, const char *name)
{
    const struct attr_rule *rule = grammar_attr(d->rule, name);
    const struct value *v = def_attr_of(d, rule);
    const char *otherwise = rule->otherwise;
    if (!v)
        return otherwise;
    struct context at = { env->document, 1, 1 };
    const char *text = env_text(env, v, at);
    if (!value_literal(v) && !value_check(env->log, v->rule, text, v->pos))
        return otherwise;
    return text;
}

len def_len(struct env *env, const struct def *d, const char *name)
{
    const char *text = def_text(env, d, name);
    len l = 0;
    return text && len_parse(text, &l) ? l : 0;
}
