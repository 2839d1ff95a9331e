/* labels.c - walks the whole document before it is bound and gives every element
 * that has a level its printed number, so that references may look forward.            */
#include "read/bind/flow.h"

#include "base/words.h"

struct given { const char *label; const xmlNode *node; struct given *next; };

struct counter {
    const char *of;
    int n, most;
    struct given *given;         /* the numbers it has given, the newest first           */
    bool typed;                  /* among them is one that the data wrote itself          */
};

/* The counters of one container; `up`: of the container around it.                      */
struct frame {
    struct frame *up;
    const xmlNode *node;
    const char *label;           /* of the container, for $above                         */
    struct counter counter[16];
};

static const struct level *level_of(struct env *env, xmlNode *node)
{
    for (const struct level *l = env->t->levels; l; l = l->next) {
        if (!same_word(l->of, xml_name(node)))
            continue;
        const struct value *test = tnode_attr(l->node, "if");
        if (!test || env_test(env, test, (struct context){ node, 1, 1 }))
            return l;
    }
    return NULL;
}

static struct counter *counter_in(struct frame *f, const char *of)
{
    int i = 0;
    while (i < LENGTH(f->counter) - 1 && f->counter[i].of && strcmp(f->counter[i].of, of) != 0)
        i++;
    f->counter[i].of = of;
    return &f->counter[i];
}

/* `within`: the nearest container of that name, or the outermost: each appendix counts anew. */
static struct counter *counter_for(struct frame *f, const struct level *l)
{
    const char *within = value_literal(tnode_attr(l->node, "within"));
    while (within && f->up && strcmp(xml_name(f->node), within) != 0 && strcmp(xml_name(f->up->node), "document") != 0)
        f = f->up;
    return counter_in(f, l->of);
}

static bool is_number(const char *label)
{
    const char *s = label + strspn(label, " .,:;-+*()[]/");
    return *s != '\0';
}

/* Two of one number cannot be told apart. Where numbers run on through the text a reference has
 * nothing but the number; else it may be a list that begins anew, and what the data wrote itself
 * is printed as it stands.                                                               */
static void take_number(struct env *env, struct counter *c, const xmlNode *node, const char *label, bool typed, bool runs_on)
{
    bool look = is_number(label) && (typed || c->typed || c->n <= c->most) && (runs_on || !typed);
    const struct given *same = look ? c->given : NULL;
    while (same && strcmp(same->label, label) != 0)
        same = same->next;
    if (same)
        say(env->log, runs_on && !typed ? MSG_NUMBER_TWICE : MSG_NUMBER_AGAIN, xml_pos(node), label,
            arena_format(env->arena, "%d", source_place(xml_pos(same->node)).line));
    struct given *given = NEW(env->arena, struct given);
    *given = (struct given){ label, node, c->given };
    c->given = given;
    c->typed = c->typed || typed;
    c->most = c->n > c->most ? c->n : c->most;
}

static const char *label_made(struct env *env, struct frame *f, xmlNode *node,
                              const struct level *l)
{
    const char *typed = xml_attr(node, "label"), *number = xml_attr(node, "number"), *label = typed;
    const struct value *v = tnode_attr(l->node, "number");
    int t;
    if (!typed && !v)
        return NULL;
    struct counter *c = counter_for(f, l);
    if (!typed) { /* what is typed is printed as it stands, and the counter does not move */
        c->n = number && thousandths_parse(number, &t) ? t / 1000 : c->n + 1;
        env->number = c->n;
        env->above = f->label;
        label = env_text(env, v, (struct context){ node, 1, 1 });
    }
    take_number(env, c, node, label, typed, tnode_attr(l->node, "within"));
    return label;
}

static void walk(struct env *env, struct frame *f, xmlNode *container);

/* A list hands its items the counters of what it stands in, but each list counts anew.   */
static void visit(struct env *env, struct frame *f, xmlNode *node)
{
    int id = xml_rule(node) ? xml_rule(node)->id : D_OTHER;
    if (id == D_OTHER || id == D_DATA)
        return;
    struct xml_mark *m = xml_mark_of(node);
    m->level = level_of(env, node);
    m->label = m->level ? label_made(env, f, node, m->level) : NULL;
    m->number = m->label && !xml_attr(node, "label") ? env->number : 0;
    struct frame inner = { .up = f, .node = node, .label = m->label ? m->label : f->label };
    walk(env, &inner, node);
}

static void walk(struct env *env, struct frame *f, xmlNode *container)
{
    for (xmlNode *n = xml_first_element(container); n; n = xml_next_element(n))
        visit(env, f, n);
}

void labels_make(struct env *env)
{
    struct frame top = { .node = env->document };
    walk(env, &top, env->document);
}
