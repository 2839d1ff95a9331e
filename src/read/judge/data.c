/* data.c - the data by itself, beyond its grammar: ids, references, marks that the template
 * makes, bodies that have something in them.                                                    */
#include "read/judge/judge.h"

#include "base/words.h"

#include <libxml/hash.h>

static void drop_hash(void *hash) { xmlHashFree(hash, NULL); }

struct data_check {
    struct arena *arena;
    struct log *log;
    xmlDoc *data;
    const char **seen;
    int n, room;
};

static void take_id(struct data_check *c, const xmlAttr *attr)
{
    const char *id = xml_attr_value(attr);
    const xmlNode *first = xml_by_id(c->data, id);
    if (first) {
        say(c->log, MSG_ID_TWICE, xml_attr_pos(attr), id, arena_format(c->arena, "%d", source_place(xml_pos(first)).line));
        return;
    }
    xmlHashAddEntry(c->data->_private, (const xmlChar *)id, (void *)attr->parent);
    c->seen = arena_grow(c->arena, c->seen, c->n + 1, &c->room, sizeof(*c->seen));
    c->seen[c->n++] = id;
}

/* A reference may want an element of one kind only, which `choices` names.                      */
static void check_reference(struct data_check *c, const xmlAttr *attr, const char *wanted)
{
    const char *names[MOST_NAMES], *id = xml_attr_value(attr);
    const xmlNode *to = xml_by_id(c->data, id);
    int n = 0;
    if (to && (!wanted || strcmp(xml_name(to), wanted) == 0))
        return;
    for (int i = 0; i < c->n && n < LENGTH(names); i++)
        if (!wanted || strcmp(xml_name(xml_by_id(c->data, c->seen[i])), wanted) == 0)
            names[n++] = c->seen[i];
    if (to)
        say(c->log, MSG_REF_WRONG, xml_attr_pos(attr), id, xml_name(to), wanted, did_you_mean(c->log, id, names, n));
    else
        say(c->log, MSG_REF_UNKNOWN, xml_attr_pos(attr), id, did_you_mean(c->log, id, names, n));
}

/* Marks that the template makes: in the data they would stand twice. */
static void check_mark(struct data_check *c, const xmlNode *node)
{
    static const char *const marked[] = { "basis", "to", "place", "archive" };
    for (int i = 0; i < LENGTH(marked); i++) {
        const char *text = same_word(xml_name(node), marked[i]) ? xml_plain(c->arena, node) : "";
        size_t n = strlen(text);
        if (n && strchr(";.", text[n - 1]))
            say(c->log, MSG_MARK_MADE, xml_pos(node), xml_name(node), text + n - 1);
        if (n > 1 && strchr("-+*", *text) && text[1] == ' ')
            say(c->log, MSG_MARK_FRONT, xml_pos(node), xml_name(node), arena_copy(c->arena, text, 1));
    }
    if (xml_rule(node)->id == D_BODY && !xml_first_element(node))
        say(c->log, MSG_FIELD_EMPTY, xml_pos(node), "body",
            log_word(c->log, xml_rule(node)->vi, xml_rule(node)->en));
}

/* A template's expression, where only words are printed.                                         */
static void check_braces(struct data_check *c, const xmlNode *node)
{
    for (const xmlNode *n = node->children; n; n = n->next) {
        const char *s = n->type == XML_TEXT_NODE ? strchr(xml_content(n), '{') : NULL;
        while (s && !strchr("$@", s[1]) && strncmp(s + 1, "vb:", 3) != 0)
            s = strchr(s + 1, '{');
        if (s)
            say(c->log, MSG_BRACES_IN_DATA, xml_pos(n), arena_copy(c->arena, s, strcspn(s, "} \t\r\n") + (strchr(s, '}') != NULL)));
    }
}

/* XPath's string() of a name over two lines would glue them together.                            */
static void part_words(struct data_check *c, xmlNode *br)
{
    xmlNode *blank = xmlNewText((const xmlChar *)" ");
    if (!blank || !xmlAddChild(br, blank))
        arena_no_memory(c->arena);
    blank->_private = br->_private;
}

/* All ids first: a reference may look forward.                                                  */
enum pass { PASS_IDS, PASS_REST };

static void visit(struct data_check *c, xmlNode *node, enum pass pass)
{
    const struct element_rule *rule = xml_rule(node);
    if (!rule) /* the office's own data, or said by the grammar */
        return;
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        const struct attr_rule *attr = grammar_attr(rule, (const char *)a->name);
        if (attr && attr->kind == VALUE_ID && pass == PASS_IDS)
            take_id(c, a);
        if (attr && attr->kind == VALUE_IDREF && pass == PASS_REST)
            check_reference(c, a, attr->choices);
    }
    if (pass == PASS_REST) {
        check_mark(c, node);
        check_braces(c, node);
    }
    if (rule->id == D_BR && pass == PASS_REST && !node->children)
        part_words(c, node);
    for (xmlNode *n = xml_first_element(node); n; n = xml_next_element(n))
        visit(c, n, pass);
}

bool data_check(struct arena *a, struct log *log, xmlDoc *data)
{
    int before = log->errors;
    xmlNode *root = xmlDocGetRootElement(data);
    grammar_check(a, log, &data_grammar, data);
    if (!xml_rule(root))
        return false;
    struct data_check c = { .arena = a, .log = log, .data = data };
    data->_private = xmlHashCreate(0);
    if (!data->_private)
        return false;
    arena_own(a, drop_hash, data->_private);
    visit(&c, root, PASS_IDS);
    visit(&c, root, PASS_REST);
    return log->errors == before;
}
