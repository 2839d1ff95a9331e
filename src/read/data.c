/* data.c - the data by itself, beyond its grammar: ids, references, marks that the template
 * makes, a body with something in it.                                                          */
#include "read/bind.h"

#include <libxml/hash.h>

static void drop_hash(void *hash) { xmlHashFree(hash, NULL); }

/* The hash is the document's _private.                                                         */
const xmlNode *xml_by_id(const xmlDoc *doc, const char *id)
{
    return doc->_private ? xmlHashLookup(doc->_private, (const xmlChar *)id) : NULL;
}

struct data_check {
    struct arena *arena;
    struct log *log;
    xmlDoc *data;
    const char **seen;
    int n, room;
};

static void check_id(struct data_check *c, const xmlNode *node)
{
    const char *id = xml_attr(node, "id");
    if (!id || !xml_rule(node))
        return;
    const xmlNode *first = xml_by_id(c->data, id);
    if (first) {
        say(c->log, MSG_ID_TWICE, xml_pos(node), id, arena_format(c->arena, "%d", source_place(xml_pos(first)).line));
        return;
    }
    xmlHashAddEntry(c->data->_private, (const xmlChar *)id, (void *)node);
    c->seen = arena_grow(c->arena, c->seen, c->n + 1, &c->room, sizeof(*c->seen));
    c->seen[c->n++] = id;
}

static void check_ids(struct data_check *c, const xmlNode *node)
{
    check_id(c, node);
    for (const xmlNode *n = xml_first_element(node); n; n = xml_next_element(n))
        check_ids(c, n);
}

static void check_refs(struct data_check *c, const xmlNode *node)
{
    const char *names[200], *to = xml_attr(node, "to");
    if (xml_rule(node) && xml_rule(node)->id == D_REF && to) {
        int n = 0;
        for (; n < c->n && n < LENGTH(names); n++)
            names[n] = c->seen[n];
        if (!xml_by_id(c->data, to))
            say(c->log, MSG_REF_UNKNOWN, xml_pos(node), to, did_you_mean(c->log, to, names, n));
    }
    for (const xmlNode *n = xml_first_element(node); n; n = xml_next_element(n))
        check_refs(c, n);
}

/* Marks that the template makes: in the data they would stand twice. */
static void check_marks(struct log *log, struct arena *a, const xmlNode *node)
{
    static const char *const marked[] = { "basis", "to", "place", "archive" };
    for (int i = 0; xml_rule(node) && i < LENGTH(marked); i++) {
        const char *text = strcmp(xml_name(node), marked[i]) == 0 ? xml_plain(a, node) : "";
        size_t n = strlen(text);
        if (n && strchr(";.", text[n - 1]))
            say(log, MSG_MARK_MADE, xml_pos(node), xml_name(node), text + n - 1);
    }
    for (const xmlNode *n = xml_first_element(node); n; n = xml_next_element(n))
        check_marks(log, a, n);
}

static void check_body(struct log *log, const xmlNode *root)
{
    const xmlNode *body = xml_child(root, "body");
    if (body && !xml_first_element(body))
        say(log, MSG_FIELD_EMPTY, xml_pos(body), "body", log_word(log, xml_rule(body)->vi, xml_rule(body)->en));
}

bool data_check(struct arena *a, struct log *log, xmlDoc *data)
{
    int before = log->errors;
    const xmlNode *root = xmlDocGetRootElement(data);
    grammar_check(a, log, &data_grammar, data);
    if (!xml_rule(root))
        return false;
    struct data_check c = { .arena = a, .log = log, .data = data };
    data->_private = xmlHashCreate(0);
    if (!data->_private)
        return false;
    arena_own(a, drop_hash, data->_private);
    check_ids(&c, root);
    check_refs(&c, root);
    check_marks(log, a, root);
    check_body(log, root);
    return log->errors == before;
}
