/* collect.c - many documents: collected, named, then read one by one.                          */
#include "chain.h"

#include "read/dataset/dataset.h"
#include "read/judge/judge.h"

struct vb_collection {
    struct arena arena;
    struct dataset *data;
    const char *given;           /* the template of the first pass                              */
};

struct collecting {
    struct vb_collection *c;
    const char *const *path;
    int n;
    const struct vb_selection *which;
    uint32_t item;
    struct vb_item *out;
    const char *xml;
};

/* Of the verb at hand.                                                                          */
static struct dataset *data_of(struct vb *v, const struct request *r)
{
    struct dataset *d = r->collecting->c->data;
    struct bind_options *options = NEW(&v->record, struct bind_options);
    *options = bind_options(v);
    d->arena->no_memory = &v->no_memory; /* a collection may serve several                      */
    d->log = &v->log;
    d->options = options;
    d->templates = templates_of(v, r->template);
    return d;
}

static const char *kept(struct arena *a, const char *s) { return s ? arena_string(a, s) : NULL; }

static struct dataset *begin_data(struct vb *v, const struct request *r)
{
    const struct vb_selection *w = r->collecting->which;
    struct arena *a = &r->collecting->c->arena;
    struct selection which = { kept(a, w->each), kept(a, w->where), kept(a, w->sort), kept(a, w->group), kept(a, w->map), w->partial };
    r->collecting->c->data = dataset_new(a, &v->log, &which);
    return data_of(v, r);
}

/* Nothing was found and nothing was said: the grammar knows why.                                 */
static void check_nothing(struct vb *v, const struct dataset *d)
{
    for (uint32_t i = 0; i < d->n_files; i++) {
        const struct source *src = d->file[i].csv ? NULL : read_source(v, &(struct request){ .data = d->file[i].path });
        xmlDoc *data = src ? xml_parse(&v->tree, &v->log, src) : NULL;
        if (data)
            data_check(&v->record, &v->log, data);
        arena_clear(&v->tree);
    }
}

static int do_collect(struct vb *v, const struct request *r)
{
    chain_begin(v);
    struct dataset *d = begin_data(v, r);
    if (!mode_check(&v->log, d->options->mode, NOWHERE))
        return VB_REJECTED;
    d->several = r->collecting->n > 1;
    for (int i = 0; i < r->collecting->n; i++)
        dataset_scan(d, r->collecting->path[i]);
    if (!v->log.errors && !d->n_records)
        check_nothing(v, d);
    dataset_check(d, false);
    r->collecting->c->given = kept(d->arena, r->template);
    if (!v->log.errors)
        dataset_select(d);
    return v->log.errors ? VB_REJECTED : VB_DONE;
}

struct vb_collection *vb_collect(struct vb *v, const char *const *path, int n, const char *template_path,
                                 const struct vb_selection *which)
{
    static const struct vb_selection all = { 0 };
    struct vb_collection *c = calloc(1, sizeof(*c));
    if (!c) {
        tell_end(v, ARENA_NO_MEMORY);
        return NULL;
    }
    c->arena.no_memory = &v->no_memory;
    struct collecting w = { .c = c, .path = path, .n = n, .which = which ? which : &all };
    if (guarded(v, do_collect, &(struct request){ .template = template_path, .collecting = &w }) == VB_DONE)
        return c;
    vb_collection_free(c);
    return NULL;
}

int vb_collection_count(const struct vb_collection *c) { return (int)c->data->n_items; }
bool vb_collection_has(const struct vb_collection *c, const char *name) { return dataset_has_name(c->data, name); }

struct vb_place vb_item_place(const struct vb_collection *c, int i)
{
    const struct dataset *d = c->data;
    uint32_t record = dataset_item(d, (uint32_t)i);
    return (struct vb_place){ .file = d->file[dataset_file(d, record)].path, .line = (int)d->record[record].line, .column = 1 };
}

bool vb_collection_is_cut(const struct vb_collection *c) { return c->data->cut; }

void vb_collection_free(struct vb_collection *c)
{
    if (c)
        arena_free(&c->arena);
    free(c);
}

/* What workers share is read before there are any.                                                */
static int do_name(struct vb *v, const struct request *r)
{
    chain_begin(v);
    struct dataset *d = data_of(v, r);
    const char *given = r->collecting->c->given;
    if (given && r->template && strcmp(given, r->template) != 0)
        dataset_check(d, true);
    dataset_name(d);
    struct template *t;
    for (int i = 0; !v->log.errors && (t = templates_nth(d->templates, i)); i++)
        setup_of(v, t);
    return v->log.errors ? VB_REJECTED : VB_DONE;
}

int vb_name_items(struct vb *v, struct vb_collection *c, const char *template_path)
{
    struct collecting w = { .c = c };
    return guarded(v, do_name, &(struct request){ .template = template_path, .collecting = &w });
}

/* Of the document round the records all has been said in the first pass.                           */
static bool check_item(struct vb *v, const struct dataset *d, uint32_t record, const struct item_text *text, const struct item_tree *tree)
{
    struct log log = log_apart(&v->log);
    bool good = data_check(&v->record, &log, tree->document->doc);
    if (good && dataset_document(d, record) != NO_NUMBER)
        log_keep_between(&log, text->src, text->record[0], text->end, true);
    log_take(&v->log, &log);
    return good;
}

static int do_item(struct vb *v, const struct request *r)
{
    struct collecting *w = r->collecting;
    chain_begin(v);
    struct dataset *d = data_of(v, r);
    uint32_t record = dataset_item(d, w->item), file = dataset_file(d, record);
    struct item_text text = { 0 };
    struct item_tree tree;
    v->data_path = d->file[dataset_home(d, record)].path;
    if (dataset_is_same(d, record))
        text = dataset_text(d, &v->record, record, WITH_AROUND | WITH_RECORD | WITH_GROUP, NULL);
    if (!text.src || !item_parse(&v->tree, &v->log, &text, &tree) || !check_item(v, d, record, &text, &tree))
        return VB_REJECTED;
    struct template *t = templates_find(d->templates, xml_attr(tree.document, "type"), xml_pos_of(tree.document, "type"));
    if (!t || v->log.errors)
        return VB_REJECTED;
    struct record own = item_record(&v->tree, t, &tree);
    const char *name = item_name(d, &v->tree, &own, w->item);
    own.position = (int)w->item + 1;
    own.size = (int)d->n_items;
    if (!name || v->log.errors)
        return VB_REJECTED;
    v->item = own;
    v->data = text.src;
    *w->out = (struct vb_item){ arena_string(&v->record, name), text.src->text, (size_t)text.src->size, d->file[file].path,
                                (int)d->record[record].line, setup_of(v, t) };
    return VB_DONE;
}

int vb_item(struct vb *v, const struct vb_collection *c, int i, const char *template_path, struct vb_item *item)
{
    *item = (struct vb_item){ 0 };
    struct collecting w = { .c = (struct vb_collection *)c, .item = (uint32_t)i, .out = item };
    bool there = i >= 0 && i < vb_collection_count(c);
    return there ? guarded(v, do_item, &(struct request){ .template = template_path, .collecting = &w }) : VB_REJECTED;
}

static int bind(struct vb *v, const struct record *record)
{
    struct bind_options options = bind_options(v);
    v->doc = bind_document(&v->record, &v->log, record, &options);
    v->bound = v->doc ? record->template : NULL;
    v->item = (struct record){ 0 };
    arena_clear(&v->tree);
    return v->doc && !v->log.errors ? VB_DONE : VB_REJECTED;
}

static int do_bind(struct vb *v, const struct request *r)
{
    const struct record record = v->item;
    (void)r;
    return bind(v, &record);
}

int vb_bind(struct vb *v) { return v->item.template ? guarded(v, do_bind, &(struct request){ 0 }) : VB_REJECTED; }

static int do_around(struct vb *v, const struct request *r)
{
    chain_begin(v);
    struct dataset *d = data_of(v, r);
    struct item_tree tree;
    d->templates->name = NULL; /* the caller's pattern is of records; who reads one next begins anew */
    d->templates->failed = true;
    struct item_text text = dataset_frame(d, &v->record, 0, r->collecting->xml);
    v->data_path = d->file[dataset_home(d, dataset_item(d, 0))].path;
    if (!text.src || !item_parse(&v->tree, &v->log, &text, &tree) || !data_check(&v->record, &v->log, tree.document->doc))
        return VB_REJECTED;
    struct template *t = templates_find(d->templates, xml_attr(tree.document, "type"), xml_pos_of(tree.document, "type"));
    v->data = text.src;
    return t && !v->log.errors ? bind(v, &(struct record){ .template = t, .document = tree.document, .node = tree.document }) : VB_REJECTED;
}

int vb_around(struct vb *v, const struct vb_collection *c, const char *xml, const char *template_path)
{
    struct collecting w = { .c = (struct vb_collection *)c, .xml = xml };
    bool there = vb_collection_count(c) > 0;
    return there ? guarded(v, do_around, &(struct request){ .template = template_path, .collecting = &w }) : VB_REJECTED;
}
