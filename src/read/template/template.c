/* template.c - files into one struct template. Names are resolved when all files
 * of the chain are in.                                                             */
#include "read/template/template.h"

#include "base/path.h"

#include <errno.h>
#include <unistd.h>

struct reader {
    struct template *t;
    const char *folder;
    const char *chain[MAX_EXTENDS + 1]; /* names of the templates being read         */
    int depth;
};

/* ---- small things ---------------------------------------------------------------- */

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

const char *value_literal(const struct value *v)
{
    if (v && v->n == 0)
        return "";
    return v && v->n == 1 ? v->pieces[0].words : NULL;
}

/* ---- one file: XML into nodes and definitions --------------------------------------- */

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

/* ---- the chain ------------------------------------------------------------------------ */

static const char *beside(struct arena *a, const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');
    return arena_format(a, "%.*s%s.xml", slash ? (int)(slash + 1 - path) : 0, path, name);
}

static bool read_file(struct reader *r, const char *path);

static bool in_chain(const struct reader *r, const char *name)
{
    for (int i = 0; i < r->depth; i++)
        if (strcmp(r->chain[i], name) == 0)
            return true;
    return false;
}

bool looks_like_template(const struct source *src) { return strstr(src->text, "<template") != NULL; }

/* Beside a template there may be data of the base's name: bao-cao.xml.               */
static bool is_template(struct template *t, const char *path)
{
    int error;
    const struct source *src = access(path, R_OK) == 0 ? source_read(t->arena, path, (int)log_limit(t->log, LIMIT_BYTES), &error) : NULL;
    return src && looks_like_template(src);
}

static bool read_base(struct reader *r, const char *path, const xmlNode *root)
{
    struct template *t = r->t;
    const char *base = xml_attr(root, "extends");
    struct pos pos = xml_pos_of(root, "extends");
    if (!base)
        return true;
    if (in_chain(r, base) || r->depth >= MAX_EXTENDS) {
        say(t->log, MSG_TEMPLATE_CYCLE, pos, base);
        return false;
    }
    const struct named_path near = path_below(t->arena, path, arena_format(t->arena, "%s.xml", base));
    if (near.outside) {
        say(t->log, MSG_TEMPLATE_OUTSIDE, pos, base, near.root);
        return false;
    }
    const char *file = beside(t->arena, path, base);
    if (!is_template(t, file))
        file = arena_format(t->arena, "%s/%s.xml", r->folder, base);
    if (access(file, F_OK) != 0) {
        say(t->log, MSG_TEMPLATE_BASE, pos, base, template_near(t->log, r->folder, base));
        return false;
    }
    return read_file(r, file);
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

void template_name(struct template *t, const char *pattern)
{
    struct source *src = NEW(t->arena, struct source);
    size_t n = strlen(pattern);
    *src = (struct source){ .name = "--name", .text = arena_string(t->arena, pattern), .size = (int)n };
    n -= n > 4 && strcasecmp(pattern + n - 4, ".pdf") == 0 ? 4 : 0;
    t->file = value_read(t->arena, t->log, t->xpath, arena_copy(t->arena, pattern, n), false, (struct pos){ src, 0 });
    value_check_names(t->log, t->arena, &t->vocabulary, t->file);
}

static bool read_file(struct reader *r, const char *path)
{
    struct template *t = r->t;
    int error;
    const struct source *src = source_read(t->arena, path, (int)log_limit(t->log, LIMIT_BYTES), &error);
    if (!src && error == EFBIG) {
        say_file_limit(t->log, path);
        return false;
    }
    if (!src) {
        log_say_file(t->log, MSG_FILE_UNREADABLE, path, log_errno(t->log, error));
        return false;
    }
    struct read_file *file = NEW(t->arena, struct read_file);
    *file = (struct read_file){ src, t->files };
    t->files = file;
    xmlDoc *doc = xml_parse(t->arena, t->log, src);
    if (!doc || !grammar_check(t->arena, t->log, &template_grammar, doc))
        return false;
    const xmlNode *root = xmlDocGetRootElement(doc);
    r->chain[r->depth++] = xml_attr(root, "name");
    if (!read_base(r, path, root))
        return false;
    t->extending = xml_attr(root, "extends") != NULL;
    t->name = xml_attr(root, "name");
    t->base_types = t->types ? t->types : t->base_types;
    t->types = xml_attr(root, "for");
    take_batch(t, root);
    for (const xmlNode *node = xml_first_element(root); node; node = xml_next_element(node))
        read_top(t, node);
    read_levels(t, root);
    return true;
}

/* What is wrong with an XPath is said by us; libxml2 is not to print. */
static void silence(void *user, xmlError *error) { (void)user, (void)error; }

struct template *template_read(struct arena *a, struct log *log, const char *path,
                               const char *folder)
{
    struct template *t = NEW(a, struct template);
    struct reader r = { .t = t, .folder = folder };
    int before = log->errors;
    t->arena = a;
    t->log = log;
    t->xpath = xmlXPathNewContext(NULL);
    if (!t->xpath)
        return NULL;
    t->xpath->error = silence;
    arena_own(a, (void (*)(void *))xmlXPathFreeContext, t->xpath);
    bool good = read_file(&r, path);
    if (good && !t->layout)
        log_say_file(log, MSG_LAYOUT_NONE, path, t->name);
    if (good)
        names_check(t);
    return log->errors == before ? t : NULL;
}
