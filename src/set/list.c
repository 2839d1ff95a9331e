/* list.c - items of lists in the structure: no mark is moved by them.                            */
#include "set/slab.h"

static int child(struct set *s, enum element_kind kind, int parent)
{
    int outer = s->parent;
    s->parent = parent;
    int element = element_new(s, kind, NULL);
    s->parent = outer;
    return element;
}

/* The body of the item, which is the one at hand on its depth from now on; *depth: how many there
 * are down to it.                                                                                */
static int open_item(struct set *s, struct open_items *open, const struct list_item *item, int *depth)
{
    int parent = item->around ? open_item(s, open, item->around, depth) : s->parent;
    struct open_item *at = &open->at[*depth];
    if (*depth == MOST_ITEMS)
        return parent;
    bool there = *depth < open->n;
    ++*depth;
    if (there && at->item == item)
        return at->body;
    at->list = there && at->item->list == item->list ? at->list : child(s, ELEMENT_L, parent);
    at->item = item;
    at->body = child(s, ELEMENT_LBODY, child(s, ELEMENT_LI, at->list));
    open->n = *depth; /* what was further in is over */
    return at->body;
}

int item_body(struct set *s, struct open_items *open, const struct list_item *item)
{
    int depth = 0, body = item ? open_item(s, open, item, &depth) : s->parent;
    open->n = depth;
    return body;
}
