/* grammar.c - a tree against the rows of a grammar table.                        */
#include "read/grammar/grammar.h"

#include "base/buf.h"
#include "base/unit.h"
#include "base/words.h"

/* What a rule's `holds` says, found when the first such element is met.          */
struct held {
    bool known, any, text, filled;
    struct counted *counted;     /* children that must be there, or only once    */
};
struct counted { const char *name; char times; struct counted *next; };

struct check {
    struct arena *arena;
    struct log *log;
    const struct grammar *g;
    struct held *held;           /* by the rule's index                          */
};

/* ---- looking up ---------------------------------------------------------------- */

const struct element_rule *grammar_rule(const struct grammar *g, const char *name,
                                        const char *parent)
{
    const struct element_rule *any = NULL;
    for (int i = 0; i < g->n; i++) {
        const struct element_rule *r = &g->rules[i];
        if (!same_word(r->name, name))
            continue;
        if (r->parent && parent && same_word(r->parent, parent))
            return r;
        if (!r->parent)
            any = r;
    }
    return any;
}

const struct attr_rule *grammar_attr(const struct element_rule *rule, const char *name)
{
    for (int i = 0; i < rule->n_attrs; i++)
        if (same_word(rule->attrs[i].name, name))
            return &rule->attrs[i];
    return NULL;
}

const char *grammar_value(const xmlNode *node, const char *name)
{
    const char *value = xml_attr(node, name);
    const struct attr_rule *rule = value ? NULL : grammar_attr(xml_rule(node), name);
    return rule ? rule->otherwise : value;
}

/* One word of `holds` after the other: "title?" -> "title", '?'.                 */
static const char *next_held(const char *holds, char name[32], char *times)
{
    holds += strspn(holds, " ");
    size_t n = strcspn(holds, " "), word = n;
    if (!n)
        return NULL;
    *times = strchr("?*+", holds[n - 1]) ? holds[n - 1] : '1';
    if (*times != '1')
        word--;
    word = word < 31 ? word : 31;
    memcpy(name, holds, word);
    name[word] = '\0';
    return holds + n;
}

static bool holds(const struct element_rule *rule, const char *what)
{
    size_t n = strlen(what);
    for (const char *h = rule->holds; (h = strstr(h, what)); h += n)
        if ((h == rule->holds || h[-1] == ' ') && (!h[n] || strchr(" ?*+", h[n])))
            return true;
    return false;
}

static const struct held *held_by(struct check *c, const struct element_rule *rule)
{
    struct held *held = &c->held[rule - c->g->rules];
    struct counted **end = &held->counted;
    char name[32], times;
    if (held->known)
        return held;
    *held = (struct held){ true, holds(rule, "#any"), holds(rule, "#text"), holds(rule, "#filled"), NULL };
    for (const char *h = rule->holds; (h = next_held(h, name, &times));) {
        if (name[0] == '#' || times == '*')
            continue;
        *end = NEW(c->arena, struct counted);
        **end = (struct counted){ arena_string(c->arena, name), times, NULL };
        end = &(*end)->next;
    }
    return held;
}

/* ---- elements -------------------------------------------------------------------- */

static const char *allowed_names(struct check *c, const struct element_rule *rule,
                                 const char *word)
{
    const char *names[96];
    char name[32], times;
    int n = 0;
    for (const char *h = rule->holds; (h = next_held(h, name, &times)) && n < LENGTH(names);)
        if (name[0] != '#')
            names[n++] = arena_string(c->arena, name);
    return did_you_mean(c->log, word, names, n);
}

/* Where one name is two elements, the row for a parent is named with it.              */
static const char *full_name(struct check *c, const struct element_rule *rule)
{
    return rule->parent ? arena_format(c->arena, "%s> %s <%s", rule->name, log_word(c->log, "trong", "in"), rule->parent)
                        : rule->name;
}

static const char *parents_of(struct check *c, const char *name)
{
    struct buf b = buf_in(c->arena);
    for (int i = 0, n = 0; i < c->g->n && n < 6; i++) {
        if (!holds(&c->g->rules[i], name))
            continue;
        buf_format(&b, "%s<%s>", n++ ? ", " : "", full_name(c, &c->g->rules[i]));
    }
    return buf_text(&b);
}

/* Whoever writes HTML means one of ours.                                          */
static const char *of_html(struct check *c, const char *name)
{
    static const char *const html[][2] = { { "strong", "b" }, { "em", "i" }, { "ul", "list" }, { "ol", "list" }, { "li", "item" }, { "tr", "row" }, { "td", "cell" },
                                           { "th", "cell" }, { "thead", "head" }, { "img", "figure" }, { "h1", "title" }, { "h2", "title" }, { "div", "p" }, { "footnote", "fn" } };
    for (int i = 0; i < LENGTH(html); i++)
        if (strcmp(html[i][0], name) == 0 && grammar_rule(c->g, html[i][1], NULL))
            return log_sentence(c->log, "; có phải «{1}»?", "; did you mean '{1}'?", html[i][1]);
    return NULL;
}

static void say_not_here(struct check *c, const xmlNode *node, const struct element_rule *parent)
{
    const char *name = xml_name(node);
    if (strcmp(name, "fn") == 0 && !c->g->braces)
        say(c->log, MSG_NOTE_MISPLACED, xml_pos(node), parent->name);
    else if (grammar_rule(c->g, name, NULL) || *parents_of(c, name))
        say(c->log, MSG_ELEMENT_MISPLACED, xml_pos(node), name, full_name(c, parent),
            parents_of(c, name));
    else
        say(c->log, MSG_ELEMENT_UNKNOWN, xml_pos(node), name, full_name(c, parent),
            of_html(c, name) ? of_html(c, name) : allowed_names(c, parent, name));
}

static void check_attrs(struct check *c, xmlNode *node, const struct element_rule *rule)
{
    const char *names[32];
    int n = 0;
    for (; n < rule->n_attrs && n < LENGTH(names); n++)
        names[n] = rule->attrs[n].name;
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        const struct attr_rule *known = grammar_attr(rule, (const char *)a->name);
        const char *value = xml_attr_value(a);
        if (!known)
            say(c->log, MSG_ATTRIBUTE_UNKNOWN, xml_attr_pos(a), rule->name, (const char *)a->name,
                did_you_mean(c->log, (const char *)a->name, names, n));
        else if (!c->g->braces || !strpbrk(value, "{}"))
            value_check(c->log, known, value, xml_attr_pos(a));
    }
    for (int i = 0; i < rule->n_attrs; i++)
        if (rule->attrs[i].required && !xml_attr(node, rule->attrs[i].name))
            say(c->log, MSG_ATTRIBUTE_MISSING, xml_pos(node), rule->name, rule->attrs[i].name,
                log_word(c->log, rule->attrs[i].vi, rule->attrs[i].en));
}

static void check_text(struct check *c, const xmlNode *node, const struct element_rule *rule)
{
    const struct held *held = held_by(c, rule);
    bool text = held->text || held->filled;
    for (const xmlNode *child = node->children; child && !text; child = child->next) {
        if (child->type != XML_TEXT_NODE || xml_is_blank(xml_content(child)))
            continue;
        const char *s = xml_content(child);
        struct pos at = xml_pos(child);
        at.offset += (int)strspn(at.src->text + at.offset, " \t\r\n");
        s += strspn(s, " \t\r\n");
        say(c->log, MSG_TEXT_MISPLACED, at, arena_copy(c->arena, s, strcspn(s, " \t\r\n")),
            rule->name);
    }
    if (held->filled && !*xml_plain(c->arena, node))
        say(c->log, MSG_FIELD_EMPTY, xml_pos(node), rule->name,
            log_word(c->log, rule->vi, rule->en));
}

static int count_children(const xmlNode *node, const char *name, const xmlNode **second)
{
    int count = 0;
    for (const xmlNode *child = xml_first_element(node); child; child = xml_next_element(child))
        if (same_word(xml_name(child), name) && ++count == 2)
            *second = child;
    return count;
}

static void check_counts(struct check *c, const xmlNode *node, const struct element_rule *rule)
{
    for (const struct counted *k = held_by(c, rule)->counted; k; k = k->next) {
        const xmlNode *second = NULL;
        int count = count_children(node, k->name, &second);
        if (!count && k->times != '?') {
            const struct element_rule *held = grammar_rule(c->g, k->name, rule->name);
            say(c->log, MSG_ELEMENT_MISSING, xml_pos(node), rule->name, k->name,
                held ? log_word(c->log, held->vi, held->en) : "");
        }
        if (count > 1 && k->times != '+')
            say(c->log, MSG_ELEMENT_REPEATED, xml_pos(second), rule->name, k->name);
    }
}

static void check_element(struct check *c, xmlNode *node, const struct element_rule *rule)
{
    ((struct xml_mark *)node->_private)->rule = rule;
    check_attrs(c, node, rule);
    bool any = held_by(c, rule)->any;
    if (!any) {
        check_text(c, node, rule);
        check_counts(c, node, rule);
    }
    const struct element_rule *r = NULL;
    for (xmlNode *child = xml_first_element(node); child; child = xml_next_element(child)) {
        if (any && strcmp(rule->holds, "#any") == 0)
            break;
        if (!r || !same_word(r->name, xml_name(child))) { /* mostly it is the name of the one before */
            r = grammar_rule(c->g, xml_name(child), rule->name);
            r = r && holds(rule, r->name) ? r : NULL;
        }
        if (r)
            check_element(c, child, r);
        else if (!any)
            say_not_here(c, child, rule);
    }
}

static void check_version(struct check *c, const xmlNode *root)
{
    const char *version = xml_attr(root, "version");
    int thousandths;
    if (version && thousandths_parse(version, &thousandths) && thousandths / 1000 > c->g->version)
        say(c->log, MSG_VERSION_NEWER, xml_pos_of(root, "version"), version, arena_format(c->arena, "%d", c->g->version));
}

bool grammar_check(struct arena *a, struct log *log, const struct grammar *g, xmlDoc *doc)
{
    struct check c = { a, log, g, NEW_N(a, struct held, g->n) };
    xmlNode *root = xmlDocGetRootElement(doc);
    int before = log->errors;
    check_version(&c, root);
    if (root->nsDef)
        say(log, MSG_NAMESPACE, xml_pos(root), xml_name(root));
    if (!has_word(g->root, xml_name(root)))
        say(log, MSG_ROOT_WRONG, xml_pos(root), xml_name(root), arena_copy(a, g->root, strcspn(g->root, " ")));
    else
        check_element(&c, root, grammar_rule(g, xml_name(root), NULL));
    return log->errors == before;
}

bool grammar_check_in(struct arena *a, struct log *log, const struct grammar *g, xmlNode *node, const char *parent)
{
    struct check c = { a, log, g, NEW_N(a, struct held, g->n) };
    int before = log->errors;
    check_element(&c, node, grammar_rule(g, xml_name(node), parent));
    return log->errors == before;
}
