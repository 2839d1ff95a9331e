/* figure.c - pictures, the data's <figure> and the template's <image>, as blocks.           */
#include "read/bind/flow.h"

#include "base/utf8.h"

static struct block *image_block(struct flow *f, const struct image *image, struct pos tmpl, struct pos data)
{
    struct block *b = block_new(f, BLOCK_IMAGE, tmpl, data);
    b->image.image = image;
    return b;
}

static void say_fault(struct env *env, const struct image_fault *fault, struct pos at, struct pos wanted)
{
    say_wanted(env->log, fault->id, at, wanted, fault->word[0], fault->word[1], fault->word[2], fault->word[3]);
}

/* ---- the template's --------------------------------------------------------------------------- */

/* Where the data says it: of a {...} that is a node; else what the template stands at.     */
static struct pos said_at(struct env *env, const struct value *v, struct context at)
{
    struct pos pos = xml_pos(at.node);
    for (int i = 0; i < v->n; i++) {
        xmlXPathObject *o = v->pieces[i].words ? NULL : env_eval(env, &v->pieces[i], at);
        pos = o ? found_at(o, pos) : pos;
        env_free(env, o);
    }
    return pos;
}

/* What stands in the template itself is a file beside it; what {...} made came from the data.     */
static const struct image *image_wanted(struct env *env, const struct tnode *n, struct context at)
{
    const struct value *v = tnode_attr(n, "src");
    const char *src = attr_text(env, n, "src", at);
    bool own = value_literal(v) != NULL;
    struct pos data = xml_pos(at.node);
    struct image_fault fault;
    const struct image *image = image_load(&env->images, own ? v->pos.src->name : data.src->name, src, &fault);
    if (!image)
        say_fault(env, &fault, own ? v->pos : said_at(env, v, at), own ? NOWHERE : v->pos);
    return image;
}

void flow_image(struct flow *f, const struct tnode *n, struct context at)
{
    struct env *env = f->env;
    const struct image *image = image_wanted(env, n, at);
    const char *alt = attr_text(env, n, "alt", at);
    if (!image)
        return;
    struct block *b = image_block(f, image, n->pos, xml_pos(at.node));
    b->role = attr_text(env, n, "role", at);
    b->before = attr_len(env, n, "before", at);
    b->image.width = attr_len(env, n, "width", at);
    b->image.height = attr_len(env, n, "height", at);
    b->image.alt = alt && !xml_is_blank(alt) ? alt : NULL;
    align_parse(attr_text(env, n, "align", at), &b->image.align);
}

/* ---- the data's ----------------------------------------------------------------------------------- */

static const struct image *figure_image(struct env *env, const xmlNode *node)
{
    struct image_fault fault;
    struct pos at = xml_pos_of(node, "src");
    const struct image *image = image_load(&env->images, at.src->name, xml_attr_kept(env->arena, node, "src"), &fault);
    if (!image)
        say_fault(env, &fault, at, NOWHERE);
    return image;
}

/* The level's style gives the picture its space and alignment.                                        */
static void figure_look(struct env *env, struct block *b, const struct level *l)
{
    const char *name = value_literal(tnode_attr(l->node, "style"));
    const struct style *style = name ? style_make(env, name) : NULL;
    b->before = style ? style->before : 0;
    b->image.align = style ? style->align : ALIGN_CENTER;
}

/* The caption stands below; no page comes between the two.                                             */
void figure_data(struct flow *f, xmlNode *node)
{
    struct env *env = f->env;
    const struct level *l = xml_mark_of(node)->level;
    const xmlNode *title = xml_child(node, "title");
    const char *label = xml_mark_of(node)->label, *width = xml_attr(node, "width");
    const struct image *image = figure_image(env, node);
    if (!l)
        say(env->log, MSG_LEVEL_NONE, xml_pos(node), "figure");
    if (!l || !image)
        return;
    struct block *keep = block_new(f, BLOCK_KEEP, l->node->pos, xml_pos(node));
    struct flow inner = { env, &keep->keep.blocks };
    struct block *b = image_block(&inner, image, l->node->pos, xml_pos(node));
    b->role = "o6";
    b->id = xml_attr_kept(env->arena, node, "id");
    b->image.alt = utf8_compose(env->arena, xml_attr_kept(env->arena, node, "alt"));
    if (width)
        len_parse(width, &b->image.width);
    figure_look(env, b, l);
    if (title || label)
        caption(&inner, title ? title : node, value_literal(tnode_attr(l->node, "title-style")), label, l->node->pos);
}
