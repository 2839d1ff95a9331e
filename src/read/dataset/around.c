/* around.c - what is wrong with the documents round the records, said once: each of their items would say
 * it. What is wrong with a record is its own item's matter.                                        */
#include "read/dataset/dataset.h"

#include "read/bind/env.h"

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
