/* records.c - what a data file holds: one document, those of <documents>, or one for each
 * record that the template's `each` finds.                                                */
#include "read/bind/bind.h"

#include "read/judge/judge.h"

static void add(struct arena *a, struct records *to, struct record record)
{
    to->record = arena_grow(a, to->record, to->n + 1, &to->room, sizeof(*to->record));
    to->record[to->n++] = record;
}

static void find_in(struct arena *a, struct log *log, struct template *t, xmlNode *document,
                    const struct bind_options *options, struct records *to)
{
    const struct value *each = t->each;
    struct env *env = env_new(a, log, &(struct record){ t, document, document }, options);
    needs_plain(env);
    if (!each || !each->n) {
        add(a, to, (struct record){ t, document, document });
        return;
    }
    xmlXPathObject *o = env_eval(env, &each->pieces[0], (struct context){ document, 1, 1 });
    xmlNodeSet *set = o ? o->nodesetval : NULL;
    for (int i = 0; set && i < set->nodeNr; i++)
        if (set->nodeTab[i]->type == XML_ELEMENT_NODE)
            add(a, to, (struct record){ t, document, set->nodeTab[i] });
    if (!set || !set->nodeNr)
        say_wanted(log, MSG_RECORD_NONE, xml_pos(document), each->pos, each->pieces[0].source);
    env_free(env, o);
}

/* Named by whoever called, so it is used; but they may have meant another.                         */
static void check_type(struct log *log, const struct template *t, const xmlNode *document)
{
    const char *type = xml_attr(document, "type");
    if (type && t->types && !has_word(t->types, type))
        say(log, MSG_TEMPLATE_OTHER, xml_pos_of(document, "type"), t->name, t->types, type);
}

struct records records_find(struct arena *a, struct log *log, struct templates *templates, xmlDoc *data, bool good,
                            const struct bind_options *options)
{
    struct records found = { 0 };
    xmlNode *root = xmlDocGetRootElement(data);
    bool many = strcmp(xml_name(root), "documents") == 0;
    for (xmlNode *n = many ? xml_first_element(root) : root; n; n = many ? xml_next_element(n) : NULL) {
        struct template *t = templates_find(templates, xml_attr(n, "type"), xml_pos_of(n, "type"));
        if (!t || !good)
            continue;
        check_type(log, t, n);
        find_in(a, log, t, n, options, &found);
    }
    return found;
}
