/* definitions.c - one file of the chain: its elements into nodes, and into the definitions of the template,
 * over those of its bases, which have been read before it.                           */
#include "read/template/template.h"

static struct value *attr_at(struct value *const *attr, const struct element_rule *rule,
                             const char *name)
{
    const struct attr_rule *a = grammar_attr(rule, name);
    return a ? attr[a - rule->attrs] : NULL;
}

const struct value *tnode_attr(const struct tnode *node, const char *name)
{
    return attr_at(node->attr, node->rule, name);
}

/* A base is of the same kind. */
const struct value *def_attr_of(const struct def *def, const struct attr_rule *rule)
{
    const struct value *v = NULL;
    for (size_t i = (size_t)(rule - def->rule->attrs); def && !v; def = def->base)
        v = def->attr[i];
    return v;
}

const struct value *def_attr(const struct def *def, const char *name)
{
    const struct attr_rule *rule = grammar_attr(def->rule, name);
    return rule ? def_attr_of(def, rule) : NULL;
}

struct def *def_find(struct def *list, const char *name)
{
    while (list && !same_word(list->name, name))
        list = list->next;
    return list;
}

static struct value **read_attrs(struct template *t, const xmlNode *node,
                                 const struct element_rule *rule)
{
    struct value **attr = NEW_N(t->arena, struct value *, rule->n_attrs + 1);
    for (int i = 0; i < rule->n_attrs; i++) {
        const xmlAttr *a = node->properties;
        while (a && !same_word((const char *)a->name, rule->attrs[i].name))
            a = a->next;
        if (!a)
            continue;
        attr[i] = value_read(t->arena, t->log, t->xpath, xml_attr_value(a),
                             rule->attrs[i].kind == VALUE_XPATH, xml_attr_pos(a));
        attr[i]->rule = &rule->attrs[i];
    }
    return attr;
}

static struct tnode *read_nodes(struct template *t, const xmlNode *first);

static void define_slot(struct template *t, const xmlNode *node, struct tnode *content)
{
    const char *name = xml_attr(node, "name");
    struct slot *s = NEW(t->arena, struct slot), *old = t->slots;
    while (old && strcmp(old->name, name) != 0)
        old = old->next;
    *s = (struct slot){ .name = name, .help = xml_attr(node, "help"), .content = content, .base = old, .next = t->slots, .pos = xml_pos(node),
                        .fresh = t->extending && !old };
    t->slots = s; /* the newest of a name is found first */
}

static struct tnode *read_element(struct template *t, const xmlNode *node)
{
    struct tnode *n = NEW(t->arena, struct tnode);
    n->rule = xml_rule(node);
    n->pos = xml_pos(node);
    n->attr = read_attrs(t, node, n->rule);
    n->first = read_nodes(t, node->children);
    if (n->rule->id == T_SLOT && n->first)
        define_slot(t, node, n->first);
    return n;
}

/* White space alone that holds a line end is nothing.                               */
static struct tnode *read_text(struct template *t, const xmlNode *node)
{
    if (xml_is_blank(xml_content(node)) && strchr(xml_content(node), '\n'))
        return NULL;
    struct tnode *n = NEW(t->arena, struct tnode);
    n->pos = xml_pos(node);
    n->text = value_read(t->arena, t->log, t->xpath, xml_content(node), false, n->pos);
    return n;
}

static struct tnode *read_nodes(struct template *t, const xmlNode *first)
{
    struct tnode *list = NULL, **end = &list;
    for (const xmlNode *node = first; node; node = node->next) {
        struct tnode *n = NULL;
        if (node->type == XML_TEXT_NODE)
            n = read_text(t, node);
        else if (node->type == XML_ELEMENT_NODE)
            n = read_element(t, node);
        if (n) {
            *end = n;
            end = &n->next;
        }
    }
    return list;
}

/* A definition of a known name changes only what it gives.                           */
static void read_def(struct template *t, struct def **list, const xmlNode *node)
{
    const struct element_rule *rule = xml_rule(node);
    struct value **attr = read_attrs(t, node, rule);
    struct def *d = def_find(*list, xml_attr(node, "name"));
    if (!d) {
        d = NEW(t->arena, struct def);
        *d = (struct def){ .name = xml_attr(node, "name"), .rule = rule, .attr = attr, .fresh = t->extending };
        d->next = *list;
        *list = d;
    }
    d->pos = xml_pos(node);
    for (int i = 0; i < rule->n_attrs; i++)
        if (attr[i])
            d->attr[i] = attr[i];
    struct tnode *running = read_nodes(t, node->children), **end = &running;
    while (*end)
        end = &(*end)->next;
    *end = d->running; /* a new one of the same place is found before the old */
    d->running = running;
}

static void read_set(struct template *t, const xmlNode *node)
{
    struct set *s = NEW(t->arena, struct set);
    *s = (struct set){ xml_attr(node, "name"), xml_attr(node, "lang"), xml_attr(node, "value"), xml_attr(node, "help"), t->extending,
                       t->sets, xml_pos(node) };
    t->sets = s;
    know_variable(t, s->name);
}

static void read_levels(struct template *t, const xmlNode *root)
{
    struct level *base = t->levels, **end = &t->levels;
    for (const xmlNode *node = xml_first_element(root); node; node = xml_next_element(node)) {
        if (xml_rule(node)->id != T_LEVEL)
            continue;
        struct level *l = NEW(t->arena, struct level);
        *l = (struct level){ read_element(t, node), xml_attr(node, "of"), NULL };
        *end = l;
        end = &l->next;
    }
    *end = base;
}

/* It changes only what it gives. */
static void read_meta(struct template *t, const xmlNode *node)
{
    struct tnode *own = read_element(t, node);
    for (int i = 0; t->meta && i < own->rule->n_attrs; i++)
        if (!own->attr[i])
            own->attr[i] = t->meta->attr[i];
    t->meta = own;
}

/* Behind those of the bases. */
static void read_last(struct template *t, struct tnode **end, const xmlNode *node)
{
    while (*end)
        end = &(*end)->next;
    *end = read_element(t, node);
}

static void read_top(struct template *t, const xmlNode *node)
{
    switch (xml_rule(node)->id) {
    case T_SET:
        read_set(t, node);
        break;
    case T_META:
        read_meta(t, node);
        break;
    case T_NEEDS:
        for (const xmlNode *n = xml_first_element(node); n; n = xml_next_element(n))
            need_read(t, n);
        break;
    case T_PAGE:
        read_def(t, &t->pages, node);
        break;
    case T_STYLE:
        read_def(t, &t->styles, node);
        break;
    case T_TABLE_STYLE:
        read_def(t, &t->table_styles, node);
        break;
    case T_CHECK:
        read_def(t, &t->checks, node);
        break;
    case T_CONTROL:
        read_last(t, &t->controls, node);
        break;
    case T_SAMPLE:
        read_last(t, &t->samples, node);
        break;
    case T_FOOTNOTES:
        t->footnotes = read_element(t, node);
        break;
    case T_SLOT: /* here an empty one empties the base's */
        if (!read_element(t, node)->first)
            define_slot(t, node, NULL);
        break;
    case T_LAYOUT:
        t->layout = read_element(t, node);
        break;
    default:
        break;
    }
}
/* An extending template keeps what it does not give. */
static void take_batch(struct template *t, const xmlNode *root)
{
    const struct element_rule *rule = xml_rule(root);
    struct value **attr = read_attrs(t, root, rule);
    const struct value *each = attr_at(attr, rule, "each"), *file = attr_at(attr, rule, "file");
    t->each = each ? each : t->each;
    t->file = file ? file : t->file;
}

void definitions_read(struct template *t, const xmlNode *root)
{
    t->extending = xml_attr(root, "extends") != NULL;
    t->name = xml_attr(root, "name");
    t->base_types = t->types ? t->types : t->base_types;
    t->types = xml_attr(root, "for");
    take_batch(t, root);
    for (const xmlNode *node = xml_first_element(root); node; node = xml_next_element(node))
        read_top(t, node);
    read_levels(t, root);
}
