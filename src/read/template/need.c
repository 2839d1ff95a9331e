/* need.c - reads what a template declares of the office's own data. A path is made of names, so
 * that checks, schema and messages can all be made of it: data/xa, data/xa/@ten,
 * fields/field[@name='place'].                                                            */
#include "read/template/template.h"

/* One step of a path into s; false: it is none.                                            */
static bool parse_step(struct arena *a, const char *text, size_t n, struct need *s)
{
    char *word = arena_copy(a, text, n);
    char *bracket = strchr(word, '[');
    int size;
    const char *field = bracket ? field_named(word, &size) : NULL;
    if (field)
        s->field = arena_copy(a, field, (size_t)size);
    if (bracket && (!field || strcmp(field + size + 1, "]") != 0))
        return false;
    if (bracket)
        *bracket = '\0';
    s->attribute = *word == '@';
    s->name = word + s->attribute;
    return is_name(s->name) && (!field || strcmp(s->name, "field") == 0);
}

static bool same_step(const struct need *a, const struct need *b)
{
    return strcmp(a->name, b->name) == 0 && a->attribute == b->attribute && !a->field == !b->field &&
           (!a->field || strcmp(a->field, b->field) == 0);
}

static struct need *step_in(struct template *t, struct need **list, const struct need *wanted)
{
    while (*list && !same_step(*list, wanted))
        list = &(*list)->next;
    if (!*list) {
        *list = NEW(t->arena, struct need);
        **list = *wanted;
        (*list)->number = ++t->n_needs;
    }
    return *list;
}

/* NULL: the path is none.                                                                  */
static struct need *walk_path(struct template *t, const char *path)
{
    struct need **list = &t->needs, *at = NULL;
    for (const char *s = path; *s;) {
        size_t n = strcspn(s, "/");
        struct need step = { 0 };
        if ((at && at->attribute) || !parse_step(t->arena, s, n, &step) || (s[n] && !s[n + 1]))
            return NULL;
        at = step_in(t, list, &step);
        list = &at->first;
        know_name(t, at->name);
        if (at->field)
            words_add(t->arena, &t->vocabulary.field, at->field);
        s += n + (s[n] == '/');
    }
    return at;
}

void need_read(struct template *t, const xmlNode *node)
{
    const char *path = xml_attr(node, "path");
    struct need *n = walk_path(t, path);
    if (!n) {
        say(t->log, MSG_NEED_PATH, xml_pos_of(node, "path"), path);
        return;
    }
    t->all_fields = t->all_fields || strcmp(path, "fields/field") == 0;
    n->fresh = t->extending;
    n->declared = true; /* an extending template's comes later and wins */
    n->path = path;
    n->label = xml_attr(node, "label");
    n->kind = grammar_value(node, "kind");
    n->required = strcmp(grammar_value(node, "required"), "yes") == 0;
    n->pos = xml_pos(node);
}

const struct need *need_first(const struct template *t, const char *name)
{
    const struct need *n = t ? t->needs : NULL;
    while (n && strcmp(n->name, name) != 0)
        n = n->next;
    return n;
}

bool need_demands(const struct need *step)
{
    bool demands = step->declared && step->required;
    for (const struct need *n = step->declared ? NULL : step->first; n; n = n->next)
        demands = demands || need_demands(n);
    return demands;
}
