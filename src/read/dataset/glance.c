/* glance.c - one record after the other, for expressions alone. What stands round a record is parsed
 * once, and each record is hung where it stood; a record that is a whole document, and records of a
 * group, are parsed with all that is round them.                                                  */
#include "read/dataset/dataset.h"

#include "read/judge/judge.h"

struct glance {
    struct dataset *d;
    struct arena *keep, *round, *own; /* round: what is round the record; own: the record         */
    struct xml_reader *reader;
    int said, dropped;           /* by the log, when the arenas were new                          */
    bool warm;
    uint32_t around;             /* that is parsed, when warm                                     */
    xmlNode *parent;             /* where records are hung                                        */
    xmlNode *record;             /* that hangs there; NULL: none                                   */
    struct env *env;             /* of `round`                                                    */
};

struct glance *glance_new(struct dataset *d, struct arena *a)
{
    struct glance *g = NEW(a, struct glance);
    *g = (struct glance){ .d = d, .keep = a, .round = arena_scratch(a), .own = arena_scratch(a), .reader = xml_reader_new(a),
                          .said = d->log->n, .dropped = d->log->dropped };
    return g;
}

struct arena *glance_arena(struct glance *g) { return g->own; }

/* What is told speaks of places in texts, which then must stay.                                     */
static void let_go(struct glance *g)
{
    bool told = g->d->log->n != g->said || g->d->log->dropped != g->dropped;
    if (g->record) {
        xmlUnlinkNode(g->record);
        xmlFreeNode(g->record);
        g->record = NULL;
    }
    if (!told) {
        arena_clear(g->own);
        return;
    }
    g->round = arena_scratch(g->keep);
    g->own = arena_scratch(g->keep);
    g->warm = false;
    g->said = g->d->log->n;
    g->dropped = g->d->log->dropped;
}

/* The grammar gives elements their rules; what it finds wrong is said when an item is read.          */
static void give_rules(struct arena *a, const struct log *log, xmlDoc *doc)
{
    struct log mute = log_apart(log);
    mute.arena = a;
    data_check(a, &mute, doc);
}

static struct template *template_of(const struct dataset *d, const xmlNode *document)
{
    return templates_find(d->templates, xml_attr(document, "type"), xml_pos_of(document, "type"));
}

/* ---- round the record: once ------------------------------------------------------------------------- */

static int depth_of(const struct dataset *d, uint32_t around)
{
    int depth = 0;
    for (; d->around[around].up != NO_NUMBER; around = d->around[around].up)
        depth += !d->file[d->around[around].file].csv;
    return depth;
}

static xmlNode *last_element(const xmlNode *node)
{
    xmlNode *last = node->last;
    while (last && last->type != XML_ELEMENT_NODE)
        last = last->prev;
    return last;
}

static bool open_round(struct glance *g, uint32_t record)
{
    struct dataset *d = g->d;
    arena_clear(g->round);
    g->warm = false;
    struct item_text text = dataset_text(d, g->round, record, WITH_AROUND, NULL);
    xmlDoc *doc = text.src ? xml_read(g->reader, g->round, text.src) : NULL;
    if (!doc)
        return false;
    arena_own(g->round, (void (*)(void *))xmlFreeDoc, doc);
    give_rules(g->round, d->log, doc);
    xmlNode *root = xmlDocGetRootElement(doc), *document = d->file[dataset_home(d, record)].many ? last_element(root) : root;
    struct template *t = document && xml_rule(document) ? template_of(d, document) : NULL;
    if (!t)
        return false;
    g->parent = root;
    for (int depth = depth_of(d, d->record[record].around); depth > 1 && g->parent; depth--)
        g->parent = last_element(g->parent);
    g->env = env_new(g->round, d->log, &(struct record){ t, document, document }, d->options);
    g->around = d->record[record].around;
    g->warm = g->parent != NULL;
    return g->warm;
}

static struct env *hang(struct glance *g, uint32_t record)
{
    bool same = g->warm && g->around == g->d->record[record].around;
    if (!same && !open_round(g, record))
        return NULL;
    struct item_text text = dataset_text(g->d, g->own, record, WITH_RECORD, NULL);
    xmlDoc *doc = text.src ? xml_read(g->reader, g->own, text.src) : NULL;
    if (!doc)
        return NULL;
    g->record = xmlDocGetRootElement(doc);
    xmlUnlinkNode(g->record);
    xmlAddChild(g->parent, g->record);
    xmlFreeDoc(doc);
    g->env->record = g->record;
    g->env->arena = g->own;
    needs_plain(g->env);
    return g->env;
}

/* ---- all of it, each time ----------------------------------------------------------------------------- */

static struct env *parse(struct glance *g, uint32_t record, bool group)
{
    struct dataset *d = g->d;
    struct item_tree tree;
    struct item_text text = dataset_text(d, g->own, record, WITH_AROUND | WITH_RECORD | (group ? WITH_GROUP : 0), NULL);
    if (!text.src || !item_parse(g->own, d->log, &text, &tree))
        return NULL;
    give_rules(g->own, d->log, tree.document->doc);
    struct template *t = xml_rule(tree.document) ? template_of(d, tree.document) : NULL;
    if (!t) {
        data_check(g->own, d->log, tree.document->doc);
        return NULL;
    }
    struct record r = item_record(g->own, t, &tree);
    struct env *env = env_new(g->own, d->log, &r, d->options);
    needs_plain(env);
    return env;
}

struct env *glance_at(struct glance *g, uint32_t record, bool group)
{
    let_go(g);
    log_start_clock(g->d->log); /* the time is each record's */
    bool several = group && dataset_next(g->d, record) != NO_NUMBER;
    struct env *env = !several && dataset_document(g->d, record) != NO_NUMBER ? hang(g, record) : NULL;
    return env ? env : parse(g, record, several);
}
