/* totals.c - the template's <control>s: what its `part` is of each record, added up, must be what its
 * `whole` is of the document. All records count, those too that are not chosen.                   */
#include "read/dataset/dataset.h"

#include "base/number.h"
#include "read/xpath/env.h"

struct total {
    const struct tnode *control;
    struct decimal sum, whole;
    struct pos at;               /* of the whole                                                  */
    bool bad;                    /* something was no number, or there is no whole (said)             */
};

struct totals {
    struct dataset *d;
    bool open;
    uint32_t document;           /* whose records are being added up                              */
    struct total total[20];
    int n;
    uint32_t records;
};

struct totals *totals_new(struct dataset *d)
{
    struct totals *t = NEW(d->log->arena, struct totals);
    t->d = d;
    return t;
}

static bool add_words(struct env *env, const char *words, bool vietnamese, struct decimal *sum)
{
    struct decimal d;
    const char *from = words + strspn(words, " \t\r\n"), *one = arena_copy(env->arena, from, strcspn(from, " \t\r\n"));
    return !*one || (decimal_parse(one, vietnamese, &d) && decimal_add(sum, d));
}

static bool add_node(struct env *env, const struct piece *piece, xmlNode *node, struct decimal *sum)
{
    const char *words = node->type == XML_NAMESPACE_DECL ? "" : xml_typed(node) ? (const char *)node->children->content : xml_plain(env->arena, node);
    bool vietnamese = env->vietnamese_numbers && !xml_typed(node), good = add_words(env, words, vietnamese, sum);
    if (!good)
        say_wanted(env->log, vietnamese ? MSG_NUMBER_NONE_VI : MSG_NUMBER_NONE, xml_pos(node), piece->pos, words);
    return good;
}

static bool add_object(struct env *env, const struct piece *piece, xmlXPathObject *o, xmlNode *at, struct decimal *sum)
{
    bool missing = false, number = o->type == XPATH_NUMBER;
    const char *words = number ? number_plain(env->arena, o->floatval) : object_text(env, o, &missing);
    bool good = *words && add_words(env, words, !number && env->vietnamese_numbers, sum);
    if (!good)
        say_wanted(env->log, MSG_NUMBER_IMPOSSIBLE, xml_pos(at), piece->pos, piece->source);
    return good;
}

/* False: what it finds is no number (said). *found: of how many nodes, or of the value.             */
static bool add_up(struct env *env, const struct value *v, xmlNode *at, struct decimal *sum, xmlNode **found)
{
    xmlXPathObject *o = v && v->n ? env_eval(env, &v->pieces[0], (struct context){ at, 1, 1 }) : NULL;
    const xmlNodeSet *set = o && o->type == XPATH_NODESET ? o->nodesetval : NULL;
    bool good = o != NULL, value = o && o->type != XPATH_NODESET;
    *found = value ? at : set && set->nodeNr ? set->nodeTab[0] : NULL;
    for (int i = 0; good && set && i < set->nodeNr; i++)
        good = add_node(env, &v->pieces[0], set->nodeTab[i], sum);
    if (value)
        good = add_object(env, &v->pieces[0], o, at, sum);
    env_free(env, o);
    return good;
}

/* That a record's figure is none is its own item's error, if its template needs it; here the total is lost. */
static bool add_part(struct env *env, const struct total *c, struct decimal *sum)
{
    struct log *log = env->log, apart = log_apart(log);
    xmlNode *found;
    env->log = &apart;
    bool good = add_up(env, tnode_attr(c->control, "part"), env->record, sum, &found);
    env->log = log;
    log_soften(&apart);
    log_take(log, &apart);
    return good;
}

static void tell(struct totals *t, const struct total *c)
{
    struct log *log = t->d->log;
    struct arena *a = log->arena;
    struct decimal apart = c->sum, whole = { -c->whole.value, c->whole.scale };
    const char *label = value_literal(tnode_attr(c->control, "label")), *records = arena_format(a, "%u", t->records);
    bool known = decimal_add(&apart, whole);
    if (known && apart.value == 0)
        say_wanted(log, MSG_CONTROL_EQUAL, c->at, c->control->pos, label, records, decimal_vi(a, c->sum, -1));
    else
        say_wanted(log, MSG_CONTROL_TOTAL, c->at, c->control->pos, label, records, decimal_vi(a, c->sum, -1), decimal_vi(a, c->whole, -1),
                   known ? decimal_vi(a, apart, -1) : "?");
}

void totals_end(struct totals *t)
{
    for (int i = 0; t->open && i < t->n; i++)
        if (!t->total[i].bad)
            tell(t, &t->total[i]);
    t->open = false;
}

static void begin(struct totals *t, struct env *env, uint32_t record)
{
    totals_end(t);
    t->open = true;
    t->document = dataset_document(t->d, record);
    t->n = 0;
    t->records = 0;
    for (const struct tnode *c = env->t->controls; c && t->n < LENGTH(t->total); c = c->next) {
        struct total *total = &t->total[t->n++];
        xmlNode *found;
        *total = (struct total){ .control = c };
        total->bad = !add_up(env, tnode_attr(c, "whole"), env->document, &total->whole, &found);
        total->at = dataset_kept_pos(t->d, t->d->log->arena, dataset_home(t->d, record), xml_pos(found ? found : env->document));
        if (!found && !total->bad)
            say_wanted(t->d->log, MSG_CONTROL_NONE, total->at, c->pos, value_literal(tnode_attr(c, "label")));
        total->bad = total->bad || !found;
    }
}

bool totals_add(struct totals *t, struct env *env, uint32_t record)
{
    uint32_t document = dataset_document(t->d, record);
    if (!env->t->controls)
        return false;
    if (!t->open || document == NO_NUMBER || document != t->document)
        begin(t, env, record);
    for (int i = 0; i < t->n; i++)
        if (!t->total[i].bad)
            t->total[i].bad = !add_part(env, &t->total[i], &t->total[i].sum);
    t->records++;
    return true;
}
