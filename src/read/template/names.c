/* names.c - a template's names when all files of its chain are in: every style, slot and page
 * that is meant must be there, every name in an XPath known, nothing may contain itself.      */
#include "read/template/template.h"

static void say_no_name(struct template *t, const char *kind_vi, const char *kind_en,
                        const struct value *v, const char *const *names, int n)
{
    const char *name = value_literal(v) ? value_literal(v) : "{...}";
    say(t->log, MSG_NAME_UNKNOWN, v->pos, log_word(t->log, kind_vi, kind_en), name,
        did_you_mean(t->log, name, names, n));
}

static void want_def(struct template *t, struct def *list, const char *kind_vi,
                     const char *kind_en, const struct value *v)
{
    const char *names[MOST_NAMES], *name = v ? value_literal(v) : NULL;
    int n = 0;
    struct def *found = name ? def_find(list, name) : NULL;
    if (found)
        found->used = true;
    if (found || !name)
        return;
    for (struct def *d = list; d && n < LENGTH(names); d = d->next)
        names[n++] = d->name;
    say_no_name(t, kind_vi, kind_en, v, names, n);
}

static struct slot *find_slot(struct template *t, const char *name)
{
    struct slot *s = t->slots;
    while (s && strcmp(s->name, name) != 0)
        s = s->next;
    return s;
}

static void want_slot(struct template *t, struct tnode *node)
{
    const char *names[MOST_NAMES];
    int n = 0;
    const struct value *v = tnode_attr(node, "name");
    node->slot = find_slot(t, value_literal(v) ? value_literal(v) : "");
    if (node->slot) {
        node->slot->used = true;
        return;
    }
    for (struct slot *s = t->slots; s && n < LENGTH(names); s = s->next)
        names[n++] = s->name;
    say_no_name(t, "slot", "slot", v, names, n);
}

/* The names that attributes of VALUE_OF mean. */
static void want(struct template *t, const char *kind, const struct value *v)
{
    if (strcmp(kind, "style") == 0)
        want_def(t, t->styles, "kiểu", "style", v);
    if (strcmp(kind, "table-style") == 0)
        want_def(t, t->table_styles, "kiểu bảng", "table style", v);
    if (strcmp(kind, "page") == 0)
        want_def(t, t->pages, "khổ trang", "page", v);
}

static void take_use(struct template *t, const struct value *v)
{
    const char *source = v->n == 1 ? v->pieces[0].source : NULL;
    if (!source || *source != '$' || strcspn(source, " /[(+*=|,)") != strlen(source) || !v->rule)
        return;
    struct use *use = NEW(t->arena, struct use);
    *use = (struct use){ source + 1, v->rule, t->uses };
    t->uses = use;
}

bool setting_check(struct log *log, const struct template *t, const char *name, const char *value, struct pos at)
{
    for (const struct use *use = t->uses; use; use = use->next) {
        struct attr_rule rule = *use->rule;
        struct log trial = log_apart(log);
        rule.name = name;
        if (strcmp(use->name, name) != 0 || value_check(&trial, &rule, value, at))
            continue;
        say(log, MSG_SETTING_WRONG, at, trial.message[0].text, trial.message[0].hint);
        return false;
    }
    return usage_check(log, t, name, value, at);
}

static void check_values(struct template *t, struct value *const *attr,
                         const struct element_rule *rule)
{
    for (int i = 0; i < rule->n_attrs; i++)
        if (attr[i]) {
            value_check_names(t->log, t->arena, &t->vocabulary, attr[i]);
            take_use(t, attr[i]);
        }
}

static void check_attrs(struct template *t, struct value *const *attr, const struct element_rule *rule)
{
    check_values(t, attr, rule);
    for (int i = 0; i < rule->n_attrs; i++)
        if (attr[i] && rule->attrs[i].kind == VALUE_OF)
            want(t, rule->attrs[i].choices, attr[i]);
}

/* `inside`: the slot definition whose content this is, for <inherited/>.              */
static void check_nodes(struct template *t, struct tnode *first, struct slot *inside)
{
    for (struct tnode *n = first; n; n = n->next) {
        if (!n->rule) {
            value_check_names(t->log, t->arena, &t->vocabulary, n->text);
            continue;
        }
        check_attrs(t, n->attr, n->rule);
        int id = n->rule->id;
        if (id == T_SLOT)
            want_slot(t, n);
        if (id == T_INHERITED && inside)
            n->slot = inside->base;
        if (id == T_INHERITED && !n->slot)
            say(t->log, MSG_SLOT_HERE, n->pos, "inherited",
                log_word(t->log, "mẫu gốc không có slot này", "the base template has no such slot"));
        if (id != T_SLOT) /* its content is checked as a definition */
            check_nodes(t, n->first, inside);
    }
}

/* A slot that places itself, directly or through others: met again before its end.       */
static void walk_slot(struct template *t, struct slot *s);

static void walk_slots(struct template *t, const struct tnode *first)
{
    for (const struct tnode *n = first; n; n = n->next) {
        bool placed = n->rule && (n->rule->id == T_SLOT || n->rule->id == T_INHERITED);
        if (placed && n->slot)
            walk_slot(t, n->slot);
        else if (n->rule && !placed)
            walk_slots(t, n->first);
    }
}

static void walk_slot(struct template *t, struct slot *s)
{
    if (s->walk == WALK_BEGUN)
        say(t->log, MSG_SLOT_CYCLE, s->pos, s->name);
    if (s->walk != WALK_NEW)
        return;
    s->walk = WALK_BEGUN;
    walk_slots(t, s->content);
    s->walk = WALK_DONE;
}

static void check_base(struct template *t, struct def *list, const char *kind_vi,
                       const char *kind_en)
{
    for (struct def *d = list; d; d = d->next) {
        const struct value *base = def_attr(d, "base");
        want_def(t, list, kind_vi, kind_en, base);
        d->base = base && value_literal(base) ? def_find(list, value_literal(base)) : NULL;
    }
    for (struct def *d = list; d; d = d->next) {
        struct def *up = d->base;
        for (int i = 0; up && up != d && i < 100; i++)
            up = up->base;
        if (!up)
            continue;
        say(t->log, MSG_STYLE_CYCLE, d->pos, d->name);
        d->base = NULL;
    }
}

/* The style of a table is a table style. */
static void check_level(struct template *t, struct level *l)
{
    const struct element_rule *rule = l->node->rule;
    bool table = strcmp(l->of, "table") == 0;
    check_values(t, l->node->attr, rule);
    for (int i = 0; i < rule->n_attrs; i++)
        if (l->node->attr[i] && rule->attrs[i].kind == VALUE_OF)
            want(t, table && strcmp(rule->attrs[i].name, "style") == 0 ? "table-style" : rule->attrs[i].choices, l->node->attr[i]);
}

static void check_defs(struct template *t)
{
    check_base(t, t->styles, "kiểu", "style");
    check_base(t, t->pages, "khổ trang", "page");
    for (struct def *d = t->styles; d; d = d->next)
        check_values(t, d->attr, d->rule);
    for (struct def *d = t->pages; d; d = d->next) {
        check_values(t, d->attr, d->rule);
        check_nodes(t, d->running, NULL);
    }
    for (struct def *d = t->table_styles; d; d = d->next)
        check_attrs(t, d->attr, d->rule);
    for (struct def *d = t->checks; d; d = d->next) {
        check_values(t, d->attr, d->rule);
        check_nodes(t, d->running, NULL);
    }
    for (struct level *l = t->levels; l; l = l->next)
        check_level(t, l);
}

static void check_slots(struct template *t)
{
    for (struct slot *s = t->slots; s; s = s->next)
        check_nodes(t, s->content, s);
    for (struct slot *s = t->slots; s; s = s->next)
        walk_slot(t, s);
}

void names_check(struct template *t)
{
    for (int i = 0; value_variables[i]; i++)
        know_variable(t, value_variables[i]);
    for (int i = 0; i < data_grammar.n; i++) {
        const struct element_rule *rule = &data_grammar.rules[i];
        know_name(t, rule->name);
        for (int j = 0; j < rule->n_attrs; j++)
            know_name(t, rule->attrs[j].name);
    }
    if (t->each)
        value_check_names(t->log, t->arena, &t->vocabulary, t->each);
    if (t->file)
        value_check_names(t->log, t->arena, &t->vocabulary, t->file);
    if (!t->styles)
        say(t->log, MSG_STYLE_NONE, t->layout ? t->layout->pos : NOWHERE, t->name);
    check_defs(t);
    for (const struct tnode *c = t->controls; c; c = c->next)
        check_values(t, c->attr, c->rule);
    for (const struct tnode *s = t->samples; s; s = s->next)
        check_values(t, s->attr, s->rule);
    samples_judge(t);
    checks_judge(t);
    check_slots(t);
    if (t->layout)
        check_nodes(t, t->layout->first, NULL);
    if (t->meta)
        check_values(t, t->meta->attr, t->meta->rule);
    if (t->footnotes)
        check_attrs(t, t->footnotes->attr, t->footnotes->rule);
    unused_check(t);
    for (const struct set *s = t->sets; s; s = s->next)
        setting_check(t->log, t, s->name, s->value, s->pos);
}
