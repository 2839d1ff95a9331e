/* blocks.c - each of the template's own blocks into one of doc.h's.                        */
#include "read/bind/flow.h"

void common_attrs(struct env *env, struct block *b, const struct tnode *n,
                         struct context at)
{
    b->role = grammar_attr(n->rule, "role") ? attr_text(env, n, "role", at) : NULL;
    b->before = grammar_attr(n->rule, "before") ? attr_len(env, n, "before", at) : 0;
}

/* In an own style's place: a paragraph's alignment and space may be given where it stands.  */
static void flow_p(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    const char *name = attr_text(env, n, "style", at);
    const struct style *style =
        style_aligned(env, style_make(env, name ? name : ""), attr_text(env, n, "align", at));
    struct text t = text_begin(env, style);
    text_flow(&t, n->first, at);
    struct block *b = block_new(f, BLOCK_PARA, n->pos, xml_pos(at.node));
    common_attrs(env, b, n, at);
    b->before = attr_text(env, n, "before", at) ? attr_len(env, n, "before", at) : style->before;
    b->para.style = style;
    b->para.runs = text_end(&t);
    const char *ending = attr_text(env, n, "ending", at);
    if (ending && *ending)
        content_ending(env, b, ending);
}

static void flow_rule(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    const char *width = attr_text(env, n, "width", at);
    struct block *b = block_new(f, BLOCK_RULE, n->pos, xml_pos(at.node));
    common_attrs(env, b, n, at);
    b->rule.width = width_parse(width ? width : "100%");
    b->rule.of_column = attr_is(env, n, "of", "column", at);
    b->rule.thickness = attr_len(env, n, "thickness", at);
    align_parse(attr_text(env, n, "align", at), &b->rule.align);
}

static void flow_keep(struct flow *f, const struct tnode *n, struct context at)
{
    struct block *b = block_new(f, BLOCK_KEEP, n->pos, xml_pos(at.node));
    common_attrs(f->env, b, n, at);
    b->keep.lines_before = attr_number(f->env, n, "lines-before", at);
    b->keep.same_place = attr_is(f->env, n, "same-place", "yes", at);
    b->keep.blocks = flow_blocks(f->env, n->first, at);
}

static void flow_box(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    struct block *b = block_new(f, BLOCK_BOX, n->pos, xml_pos(at.node));
    common_attrs(env, b, n, at);
    b->box.width = width_parse(attr_text(env, n, "width", at));
    b->box.height = attr_len(env, n, "height", at);
    b->box.border = attr_len(env, n, "border", at);
    b->box.padding = attr_len(env, n, "padding", at);
    b->box.colour = colour_parse(attr_text(env, n, "colour", at));
    align_parse(attr_text(env, n, "align", at), &b->box.align);
    b->box.blocks = flow_blocks(env, n->first, at);
}

/* ---- fit ------------------------------------------------------------------------------------ */

struct tries { const struct tnode *node[16]; int n; };

static void collect_try(void *user, const struct tnode *n, struct context at)
{
    struct tries *t = user;
    (void)at;
    if (tnode_id(n) == T_TRY && t->n < LENGTH(t->node))
        t->node[t->n++] = n;
}

static void try_settings(struct env *env, const struct tnode *attempt, struct context at)
{
    for (const struct tnode *set = attempt->first; set; set = set->next)
        if (tnode_id(set) == T_SET)
            env_override(env, value_literal(tnode_attr(set, "name")),
                         attr_text(env, set, "value", at));
}

/* The content is bound anew for every try, each time from the same counters; which one
 * is set is for set/ to see.                                                               */
static void flow_fit(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    struct tries tries = { .n = 0 };
    flow_walk(env, n->first, at, collect_try, &tries);
    struct block *b = block_new(f, BLOCK_FIT, n->pos, xml_pos(at.node));
    b->fit.n = tries.n ? tries.n : 1;
    b->fit.tries = NEW_N(env->arena, struct block *, b->fit.n);
    struct env before = *env;
    for (int i = 0; i < b->fit.n; i++) {
        env->note_number = before.note_number;
        env->notes_end = before.notes_end;
        if (i < tries.n)
            try_settings(env, tries.node[i], at);
        b->fit.tries[i] = flow_blocks(env, n->first, at);
        env->overrides = before.overrides;
        env->t->epoch++;
    }
}

/* ---- fields ----------------------------------------------------------------------------------- */

/* Small, so that it has room in any field; a tool asks for its place alone.                        */
static struct block *anchor_words(struct env *env, const struct field *field)
{
    struct style *style = NEW(env->arena, struct style);
    *style = *style_make(env, "");
    style->look.size = PT(4);
    style->look.bold = style->look.italic = style->look.underline = false; /* so that no font is needed for it */
    struct text t = text_begin(env, style);
    text_words(&t, field->anchor, field->tmpl);
    struct block *first = NULL;
    struct block *b = block_new(&(struct flow){ env, &first }, BLOCK_PARA, field->tmpl, field->data);
    b->para.style = style;
    b->para.runs = text_end(&t);
    return b;
}

static void flow_field(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    struct field *field = field_new(env, n, at);
    field->height = attr_len(env, n, "height", at);
    align_parse(attr_text(env, n, "align", at), &field->align);
    field->stretch = attr_is(env, n, "stretch", "yes", at);
    field->overlap = attr_number(env, n, "overlap", at);
    field->anchor = attr_text(env, n, "anchor", at);
    field->anchor = field->anchor && *field->anchor ? field->anchor : NULL;
    field->anchor_words = field->anchor ? anchor_words(env, field) : NULL;
    field->blocks = flow_blocks(env, n->first, at);
    struct block **link = &field->blocks; /* a seal covers; it takes no room */
    while (*link && (*link)->kind != BLOCK_FIELD)
        link = &(*link)->next;
    if (*link) {
        field->inside = (*link)->field;
        *link = (*link)->next;
    }
    struct block *b = block_new(f, BLOCK_FIELD, n->pos, xml_pos(at.node));
    common_attrs(env, b, n, at);
    b->field = field;
}

/* ---- the rest ------------------------------------------------------------------------------------ */

static void flow_content(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    const struct value *v = tnode_attr(n, "select");
    const char *ending = attr_text(env, n, "ending", at);
    xmlXPathObject *o = v->n ? env_eval(env, &v->pieces[0], at) : NULL;
    xmlNodeSet *set = o ? o->nodesetval : NULL;
    struct block **first = f->end;
    for (int i = 0; set && i < set->nodeNr; i++)
        if (set->nodeTab[i]->type == XML_ELEMENT_NODE)
            content_blocks(f, set->nodeTab[i]);
    if (!set || !set->nodeNr)
        say_wanted(env->log, MSG_DATA_MISSING, xml_pos(at.node), n->pos, v->n ? v->pieces[0].source : "", "");
    if (ending)
        content_ending(env, *first, ending);
    env_free(env, o);
}

typedef void block_maker(struct flow *f, const struct tnode *n, struct context at);

static void flow_try(struct flow *f, const struct tnode *n, struct context at)
{
    (void)f, (void)n, (void)at; /* taken by flow_fit */
}

static block_maker *const makers[] = {
    [T_P] = flow_p, [T_RULE] = flow_rule, [T_GRID] = flow_grid, [T_TABLE] = table_bound, [T_KEEP] = flow_keep,
    [T_FIT] = flow_fit, [T_FIELD] = flow_field, [T_CONTENT] = flow_content, [T_TRY] = flow_try, [T_BOX] = flow_box,
    [T_IMAGE] = flow_image, [T_CONTENTS] = flow_contents,
};

/* Words directly in a cell are a paragraph of the cell's own; here they have no style.      */
void block_make(void *user, const struct tnode *n, struct context at)
{
    struct flow *f = user;
    int id = tnode_id(n);
    if (n->rule && id < LENGTH(makers) && makers[id])
        makers[id](f, n, at);
    else if (n->rule || !value_literal(n->text) || !xml_is_blank(value_literal(n->text))) /* between a tag and a comment */
        say(f->env->log, MSG_SLOT_HERE, n->pos, n->rule ? n->rule->name : "#text",
            log_word(f->env->log, "ở đây cần một khối như <p>, <grid>, <table>",
                     "a block such as <p>, <grid>, <table> is needed here"));
}
