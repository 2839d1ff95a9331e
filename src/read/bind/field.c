/* field.c - what all fields have, those of blocks and those among words.                          */
#include "read/bind/flow.h"

static enum field_kind kind_of(const char *s)
{
    static const char *const names[] = { "signature", "seal", "attachment-signature", "initials", "number", "date", "blank" };
    int i = 0;
    while (i < LENGTH(names) - 1 && (!s || strcmp(s, names[i]) != 0))
        i++;
    return (enum field_kind)i;
}

static const char *words_of(struct env *env, const xmlNode *signature, const char *name)
{
    struct buf b = buf_in(env->arena);
    for (const xmlNode *n = xml_first_element(signature); n; n = xml_next_element(n))
        if (strcmp(xml_name(n), name) == 0) {
            buf_str(&b, b.size ? ", " : "");
            buf_str(&b, xml_plain(env->arena, n));
        }
    return b.size ? buf_text(&b) : "";
}

/* The signature of the data that the template stands in while it makes the field.                 */
static const struct signer *signer_of(struct env *env, const xmlNode *node)
{
    while (node && (node->type != XML_ELEMENT_NODE || strcmp(xml_name(node), "signature") != 0 || !xml_rule(node)))
        node = node->parent;
    if (!node)
        return NULL;
    struct signer *s = NEW(env->arena, struct signer);
    const xmlNode *name = xml_child(node, "name");
    *s = (struct signer){ 1, words_of(env, node, "competence"), words_of(env, node, "position"), words_of(env, node, "name"),
                          xml_pos(name && name->children ? name->children : name ? name : node) };
    for (const xmlNode *n = node->prev; n; n = n->prev)
        s->number += n->type == XML_ELEMENT_NODE && strcmp(xml_name(n), xml_name(node)) == 0;
    return s;
}

struct field *field_new(struct env *env, const struct tnode *n, struct context at)
{
    struct field *f = NEW(env->arena, struct field);
    f->kind = kind_of(attr_text(env, n, "kind", at));
    f->name = attr_text(env, n, "name", at);
    f->title = attr_text(env, n, "title", at);
    f->width = attr_len(env, n, "width", at);
    f->signer = signer_of(env, at.node);
    f->tmpl = n->pos;
    f->data = xml_pos(at.node);
    return f;
}
