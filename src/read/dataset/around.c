/* around.c - what is wrong with the documents round the records, said once: each of their items would say
 * it. What is wrong with a record is its own item's matter.                                        */
#include "read/dataset/dataset.h"

#include "base/buf.h"
#include "read/judge/judge.h"

static void check_needs(struct arena *a, struct log *log, const struct dataset *d, struct template *t, const struct item_tree *tree)
{
    struct record r = item_record(a, t, tree);
    struct env *env = env_new(a, log, &r, d->options);
    needs_plain(env);
    needs_check(env);
}

/* Of the document of this record, its first.                                                        */
static void check(struct dataset *d, struct arena *a, struct log *log, uint32_t record, bool needs)
{
    struct item_tree tree;
    struct item_text text = dataset_text(d, a, record, WITH_AROUND | WITH_RECORD, NULL);
    if (!text.src || !item_parse(a, log, &text, &tree))
        return;
    bool good = data_check(a, log, tree.document->doc);
    if (needs)
        *log = log_apart(log);
    const char *type = xml_attr(tree.document, "type");
    struct template *t = xml_rule(tree.document) ? templates_find(d->templates, type, xml_pos_of(tree.document, "type")) : NULL;
    if (t && good)
        check_needs(a, log, d, t, &tree);
    log_keep_between(log, text.src, text.record[0], text.end, false);
}

void dataset_check(struct dataset *d, bool needs)
{
    struct arena *a = arena_scratch(d->log->arena);
    uint32_t last = NO_NUMBER;
    for (uint32_t r = 0; r < d->n_records && d->log->errors < MAX_MESSAGES; r++) {
        uint32_t document = dataset_document(d, r);
        int n = d->log->n;
        if (document == NO_NUMBER || document == last)
            continue;
        last = document;
        struct log log = log_apart(d->log);
        log.arena = a;
        check(d, a, &log, r, needs);
        log_take(d->log, &log);
        if (log.n || d->log->n > n) /* places in this text have been told of */
            a = arena_scratch(d->log->arena);
        else
            arena_clear(a);
    }
}

/* ---- a frame for other data -------------------------------------------------------------------- */

static bool is_common(const xmlNode *node)
{
    static const char *const common[] = { "issuer", "code", "promulgation", "signatures", "recipients", "set" };
    for (int i = 0; i < LENGTH(common); i++)
        if (strcmp(xml_name(node), common[i]) == 0)
            return true;
    return false;
}

static void put_element(struct buf *b, const struct source *src, const xmlNode *node)
{
    const char *text = src->text + xml_pos(node).offset;
    const char *end = node->next ? src->text + xml_pos(node->next).offset : strstr(text, "</document");
    buf_bytes(b, text, end ? (int)(end - text) : 0);
}

static struct item_text frame_of_document(struct dataset *d, struct arena *a, uint32_t item, const char *xml)
{
    struct item_text text = dataset_text(d, a, dataset_item(d, item), WITH_AROUND | WITH_RECORD, NULL);
    struct item_tree tree;
    struct buf b = buf_in(a);
    struct arena *of_tree = arena_scratch(a);
    if (!text.src || !item_parse(of_tree, d->log, &text, &tree))
        return (struct item_text){ 0 };
    buf_format(&b, "<document type=\"%s\">", xml_attr(tree.document, "type") ? xml_attr(tree.document, "type") : "");
    for (const xmlNode *n = xml_first_element(tree.document); n; n = xml_next_element(n))
        if (is_common(n))
            put_element(&b, text.src, n);
    buf_format(&b, "<data>%s</data></document>", xml);
    const char *name = text.src->name;
    arena_free(of_tree);
    return (struct item_text){ .src = source_memory(a, name, b.text, b.size), .end = b.size };
}

struct item_text dataset_frame(struct dataset *d, struct arena *a, uint32_t item, const char *xml)
{
    uint32_t record = dataset_item(d, item);
    if (dataset_document(d, record) == NO_NUMBER)
        return frame_of_document(d, a, item, xml);
    struct item_text text = dataset_text(d, a, record, WITH_AROUND | WITH_RECORD, xml);
    text.n = 0;
    return text;
}
