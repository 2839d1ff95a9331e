/* flow.c - walks the template's own flow and makes blocks of it. Blocks hold flow, tables and notes hold
 * blocks: so do the files of this folder call one another.                                        */
#include "read/bind/flow.h"

void count_block(struct env *env, struct pos at)
{
    if (++env->blocks == env->most_blocks)
        say_limit(env->log, LIMIT_BLOCKS, at);
}

struct block *block_new(struct flow *f, enum block_kind kind, struct pos tmpl, struct pos data)
{
    struct env *env = f->env;
    struct block *b = NEW(env->arena, struct block);
    b->kind = kind;
    b->tmpl = tmpl;
    b->data = data;
    *f->end = b;
    f->end = &b->next;
    count_block(env, data);
    return b;
}

/* ---- control ---------------------------------------------------------------------------- */

static void for_each(struct env *env, const struct tnode *n, struct context at,
                     flow_visit *visit, void *user)
{
    const struct value *v = tnode_attr(n, "select");
    xmlXPathObject *o = v->n ? env_eval(env, &v->pieces[0], at) : NULL;
    xmlNodeSet *set = o ? o->nodesetval : NULL;
    for (int i = 0; set && i < set->nodeNr && env->blocks < env->most_blocks; i++)
        if (set->nodeTab[i]->type != XML_NAMESPACE_DECL)
            flow_walk(env, n->first, (struct context){ set->nodeTab[i], i + 1, set->nodeNr },
                      visit, user);
    env_free(env, o);
}

static void choose(struct env *env, const struct tnode *n, struct context at, flow_visit *visit,
                   void *user)
{
    for (const struct tnode *when = n->first; when; when = when->next) {
        bool otherwise = tnode_id(when) == T_OTHERWISE;
        if (!otherwise && (tnode_id(when) != T_WHEN ||
                           !env_test(env, tnode_attr(when, "test"), at)))
            continue;
        flow_walk(env, when->first, at, visit, user);
        return;
    }
}

/* Data can place a slot in itself by an insert, which no check of the template sees.       */
static bool may_place(struct env *env, const struct slot *slot, struct context at)
{
    count_block(env, slot->pos);
    for (int i = 0; i < env->slot_depth; i++)
        if (env->placing[i] == slot) {
            say_wanted(env->log, MSG_SLOT_CYCLE, xml_pos(at.node), slot->pos, slot->name);
            return false;
        }
    if (env->slot_depth == MAX_SLOT_DEPTH)
        say_too_large(env->log, slot->pos, MAX_SLOT_DEPTH, "slot lồng nhau", "slots in slots");
    return env->slot_depth < MAX_SLOT_DEPTH;
}

static void place_slot(struct env *env, const struct slot *slot, struct context at,
                       flow_visit *visit, void *user)
{
    if (!slot || !may_place(env, slot, at))
        return;
    env->placing[env->slot_depth++] = slot;
    flow_walk(env, slot->content, at, visit, user);
    env->slot_depth--;
}

void flow_walk(struct env *env, const struct tnode *first, struct context at, flow_visit *visit,
               void *user)
{
    for (const struct tnode *n = first; n && env->blocks < env->most_blocks && !log_is_late(env->log); n = n->next) {
        switch (tnode_id(n)) {
        case T_FOR_EACH:
            for_each(env, n, at, visit, user);
            break;
        case T_IF:
            if (env_test(env, tnode_attr(n, "test"), at))
                flow_walk(env, n->first, at, visit, user);
            break;
        case T_CHOOSE:
            choose(env, n, at, visit, user);
            break;
        case T_SLOT:
        case T_INHERITED:
            place_slot(env, n->slot, at, visit, user);
            break;
        default:
            visit(user, n, at);
        }
    }
}

/* ---- blocks -------------------------------------------------------------------------------- */

void flow_nodes(struct flow *f, const struct tnode *first, struct context at)
{
    flow_walk(f->env, first, at, block_make, f);
}

struct block *flow_blocks(struct env *env, const struct tnode *first, struct context at)
{
    struct block *list = NULL;
    struct flow f = { env, &list };
    flow_nodes(&f, first, at);
    return list;
}

void flow_slot(struct flow *f, const struct slot *slot, struct context at)
{
    place_slot(f->env, slot, at, block_make, f);
}
