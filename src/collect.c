/* collect.c - many documents: collected, named, then read one by one.                          */
#include "chain.h"

struct vb_collection {
    struct arena arena;
    const char **path;
    int n;
};

struct collecting {
    const char *const *path;
    int n;
    struct vb_collection *c;
    int item;
    struct vb_item *out;
    const char *xml;
};

static int do_collect(struct vb *v, const struct request *r)
{
    struct collecting *w = r->collecting;
    struct vb_collection *c = w->c;
    c->path = NEW_N(&c->arena, const char *, w->n + 1);
    for (c->n = 0; c->n < w->n; c->n++)
        c->path[c->n] = arena_string(&c->arena, w->path[c->n]);
    return v->log.errors ? VB_REJECTED : VB_DONE;
}

struct vb_collection *vb_collect(struct vb *v, const char *const *path, int n, const char *template_path,
                                 const struct vb_selection *which)
{
    (void)which;
    struct vb_collection *c = calloc(1, sizeof(*c));
    if (!c)
        return NULL;
    c->arena.no_memory = &v->no_memory;
    struct collecting w = { .path = path, .n = n, .c = c };
    if (guarded(v, do_collect, &(struct request){ .template = template_path, .collecting = &w }) == VB_DONE)
        return c;
    vb_collection_free(c);
    return NULL;
}

int vb_collection_count(const struct vb_collection *c) { return c->n; }

void vb_collection_free(struct vb_collection *c)
{
    if (c)
        arena_free(&c->arena);
    free(c);
}

int vb_name_items(struct vb *v, struct vb_collection *c, const char *template_path)
{
    (void)v, (void)c, (void)template_path;
    return VB_DONE;
}

static const char *stem(struct vb *v, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
    return dot && dot > name ? arena_copy(&v->record, name, (size_t)(dot - name)) : name;
}

static int do_item(struct vb *v, const struct request *r)
{
    struct collecting *w = r->collecting;
    begin(v);
    const char *path = w->c->path[w->item];
    v->data_path = path;
    const struct source *src = read_source(v, &(struct request){ .data = path });
    xmlDoc *data = src ? xml_parse(&v->tree, &v->log, src) : NULL;
    xmlNode *root = data && data_check(&v->record, &v->log, data) ? xmlDocGetRootElement(data) : NULL;
    struct template *t = root ? templates_find(templates_of(v, r->template), xml_attr(root, "type"), xml_pos_of(root, "type")) : NULL;
    if (!t || v->log.errors)
        return VB_REJECTED;
    v->item = (struct record){ t, root, root };
    v->data = src;
    *w->out = (struct vb_item){ stem(v, path), src->text, (size_t)src->size, path, source_place(xml_pos(root)).line, "" };
    return VB_DONE;
}

int vb_item(struct vb *v, const struct vb_collection *c, int i, const char *template_path, struct vb_item *item)
{
    *item = (struct vb_item){ 0 };
    struct collecting w = { .c = (struct vb_collection *)c, .item = i, .out = item };
    return i >= 0 && i < c->n ? guarded(v, do_item, &(struct request){ .template = template_path, .collecting = &w }) : VB_REJECTED;
}

static int do_bind(struct vb *v, const struct request *r)
{
    (void)r;
    struct bind_options options = bind_options(v);
    v->doc = bind_document(&v->record, &v->log, &v->item, &options);
    v->item = (struct record){ 0 };
    arena_clear(&v->tree);
    return v->doc && !v->log.errors ? VB_DONE : VB_REJECTED;
}

int vb_bind(struct vb *v) { return v->item.template ? guarded(v, do_bind, &(struct request){ 0 }) : VB_REJECTED; }

int vb_around(struct vb *v, const struct vb_collection *c, const char *xml, const char *template_path)
{
    (void)v, (void)c, (void)xml, (void)template_path;
    return VB_REJECTED;
}

int vb_input_count(const struct vb *v) { return (void)v, 0; }
const char *vb_input(const struct vb *v, int i) { return (void)v, (void)i, NULL; }
