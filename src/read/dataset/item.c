/* item.c - an item's text as a tree: which of its elements are the document and the records.         */
#include "read/dataset/dataset.h"

#include "read/xpath/env.h"

#include <libxml/xpathInternals.h>

/* What is open round a record is the last of its siblings that begins before it.                      */
static xmlNode *step_to(xmlNode *node, int offset)
{
    xmlNode *last = NULL;
    for (xmlNode *n = xml_first_element(node); n && xml_pos(n).offset <= offset; n = xml_next_element(n))
        last = n;
    return last;
}

bool item_parse(struct arena *a, struct log *log, const struct item_text *text, struct item_tree *tree)
{
    xmlDoc *doc = text->src ? xml_parse(a, log, text->src) : NULL;
    xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    bool many = root && strcmp(xml_name(root), "documents") == 0;
    *tree = (struct item_tree){ .record = NEW_N(a, xmlNode *, text->n + 1) };
    if (root)
        tree->document = many ? xml_first_element(root) : root;
    for (int i = 0; tree->document && i < text->n; i++) {
        xmlNode *node = text->whole ? tree->document : root;
        while (node && !text->whole && xml_pos(node).offset != text->record[i])
            node = step_to(node, text->record[i]);
        if (node)
            tree->record[tree->n++] = node;
    }
    return tree->document && tree->n == text->n;
}

static void drop_set(void *set) { xmlXPathFreeNodeSet(set); }

struct record item_record(struct arena *a, struct template *t, const struct item_tree *tree)
{
    struct record r = { .template = t, .document = tree->document, .node = tree->record[0] };
    r.group = tree->n > 1 ? xmlXPathNodeSetCreate(tree->record[0]) : NULL;
    if (r.group)
        arena_own(a, drop_set, r.group);
    for (int i = 1; i < tree->n; i++)
        xmlXPathNodeSetAddUnique(r.group, tree->record[i]);
    return r;
}
