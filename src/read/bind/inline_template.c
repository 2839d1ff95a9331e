/* inline_template.c - words, {XPath} and inline elements of the template into runs.         */
#include "read/bind/runs.h"

#include "base/utf8.h"

/* In text a node brings its markup and notes; everything else its string.                 */
static void add_object_text(struct text *t, const xmlXPathObject *o, const struct piece *p,
                            struct context at)
{
    bool missing;
    const char *text = object_text(t->env, o, &missing);
    if (missing) {
        say_nothing(t->env, o, p, at);
        return;
    }
    if (o->type != XPATH_NODESET) {
        text_words(t, text, p->pos);
        return;
    }
    const xmlNode *node = o->nodesetval->nodeTab[0];
    if (node->type == XML_ELEMENT_NODE)
        text_children(t, node);
    else
        text_node(t, node);
}

static void text_value(struct text *t, const struct value *v, struct context at)
{
    for (int i = 0; i < v->n; i++) {
        const struct piece *p = &v->pieces[i];
        if (p->words) {
            text_words(t, p->words, p->pos);
            continue;
        }
        xmlXPathObject *o = env_eval(t->env, p, at);
        if (o)
            add_object_text(t, o, p, at);
        env_free(t->env, o);
    }
}

/* A leader that stands in a field alone is the field's room; beside words it would be one of them. */
static const struct run *field_leader(struct env *env, const struct run *inside, const struct tnode *n)
{
    for (const struct run *r = inside; r; r = r->next)
        if ((r->kind == RUN_LEADER && (r != inside || r->next)) || r->kind == RUN_LATE)
            say(env->log, MSG_SLOT_HERE, n->pos, r->kind == RUN_LEADER ? "leader" : "page-number",
                log_word(env->log, "trong <field> chỉ có chữ, hoặc một <leader> duy nhất", "a <field> contains text only, or a single <leader>"));
    return inside && inside->kind == RUN_LEADER ? inside : NULL;
}

/* What is filled in is plain words; room without words has a width, or that of its leader. */
static void text_field(struct text *t, const struct tnode *n, struct context at)
{
    struct env *env = t->env;
    struct text inside = text_begin(env, t->style);
    inside.look = t->look;
    text_flow(&inside, n->first, at);
    struct buf words = buf_in(env->arena);
    const struct run *content = text_end(&inside), *leader = field_leader(env, content, n);
    for (const struct run *r = content; r && !leader; r = r->next)
        buf_str(&words, r->text ? r->text : "");
    struct run *r = text_object(t, leader ? RUN_LEADER : RUN_FIELD, false);
    r->field = field_new(env, n, at);
    r->text = leader ? leader->text : words.size ? words.text : NULL;
    r->data = n->pos;
}

static void text_styled(struct text *t, const struct tnode *n, struct context at)
{
    const struct style *outer_style = t->style;
    struct look outer = t->look;
    const char *name = attr_text(t->env, n, "style", at);
    text_flush(t);
    t->style = style_make(t->env, name ? name : "");
    t->look = t->style->look;
    text_flow(t, n->first, at);
    text_flush(t);
    t->style = outer_style;
    t->look = outer;
}

static void text_tnode(void *user, const struct tnode *n, struct context at)
{
    static const int data_id[] = { [T_B] = D_B, [T_I] = D_I, [T_U] = D_U, [T_SUP] = D_SUP, [T_SUB] = D_SUB };
    struct text *t = user;
    struct look outer = t->look;
    const char *outer_href = t->href;
    switch (tnode_id(n)) {
    case T_OTHER:
        text_value(t, n->text, at);
        break;
    case T_SPAN:
        text_styled(t, n, at);
        break;
    case T_B: case T_I: case T_U: case T_SUP: case T_SUB:
        text_marked(t, data_id[tnode_id(n)]);
        text_flow(t, n->first, at);
        t->look = outer;
        break;
    case T_BR:
        text_break(t, n->pos);
        break;
    case T_A:
        text_flush(t);
        t->href = attr_text(t->env, n, "href", at);
        link_check(t->env, t->href ? t->href : "", xml_pos(at.node), n->pos);
        text_flow(t, n->first, at);
        text_flush(t);
        t->href = outer_href;
        break;
    case T_FN:
        text_own_note(t, n, at);
        break;
    case T_REF:
        text_ref(t, attr_text(t->env, n, "to", at), attr_is(t->env, n, "page", "yes", at), at.node, n->pos);
        break;
    case T_FIELD:
        text_field(t, n, at);
        break;
    case T_PAGE_NUMBER:
        text_late(t, LATE_PAGE_NUMBER, n->pos)->width = attr_len(t->env, n, "width", at);
        break;
    case T_PAGE_COUNT:
        text_late(t, attr_is(t->env, n, "of", "section", at) ? LATE_SECTION_COUNT : LATE_PAGE_COUNT, n->pos)->width =
            attr_len(t->env, n, "width", at);
        break;
    case T_LEADER: {
        const char *fill = attr_text(t->env, n, "fill", at);
        struct run *r = text_object(t, RUN_LEADER, false);
        r->text = utf8_compose(t->env->arena, fill ? fill : ".");
        r->data = n->pos;
        break;
    }
    default:
        say(t->env->log, MSG_SLOT_HERE, n->pos, n->rule->name,
            log_word(t->env->log, "trong đoạn văn chỉ có chữ", "a paragraph contains text only"));
    }
}

void text_flow(struct text *t, const struct tnode *first, struct context at)
{
    flow_walk(t->env, first, at, text_tnode, t);
}
