/* route.c - what browsers ask for:
 *
 *     FILE-OF-page/    list                 doc/N/pages  doc/N/card       doc/N/page/HASH  doc/N/small/HASH
 *     font/ID          doc/N/findings       doc/N/source?file=&line=         compare?a=N&b=N     compare?a=N
 *
 * list, pages, card, findings and compare (without b: with what it was before it was saved) wait with ?revision= until there is another one than that.                           */
#include "preview/http.h"

#include <stdlib.h>
#include <string.h>

static int number_of(struct MHD_Connection *c, const char *name)
{
    const char *s = MHD_lookup_connection_value(c, MHD_GET_ARGUMENT_KIND, name);
    long n = s ? strtol(s, NULL, 10) : 0;
    return n > 0 && n < 1000 * 1000 * 1000 ? (int)n : 0;
}

static bool must_wait(const struct visit *v, int revision, int known)
{
    return (revision == known || revision == 0) && (v->until == 0 || site_now() < v->until);
}

static enum MHD_Result give_list(struct site *s, struct visit *v)
{
    return must_wait(v, s->shelf, number_of(v->connection, "revision")) ? visit_wait(v) : reply_json(v->connection, answer_list(s));
}

static enum MHD_Result give_view(struct site *s, struct visit *v, struct entry *e, enum view_kind kind)
{
    work_want(e, kind);
    if (must_wait(v, e->view[kind].revision, number_of(v->connection, "revision")))
        return visit_wait(v);
    return reply_json(v->connection, answer_view(s, e, kind));
}

static enum MHD_Result give_findings(struct visit *v, struct entry *e)
{
    work_want(e, VIEW_PAGES);
    return must_wait(v, e->view[VIEW_PAGES].measured, number_of(v->connection, "revision")) ? visit_wait(v) : reply_json(v->connection, answer_findings(e));
}

/* Of an argument; NULL: there is none, or it may not be seen.                                                  */
static struct entry *entry_of(struct site *s, struct MHD_Connection *c, const char *name)
{
    const char *text = MHD_lookup_connection_value(c, MHD_GET_ARGUMENT_KIND, name);
    char *end = NULL;
    long number = text && *text >= '0' && *text <= '9' ? strtol(text, &end, 10) : -1;
    struct entry *e = number >= 0 && number < s->n_entries && !*end ? s->entry[number] : NULL;
    return e && shelf_allows(e, e->path) ? e : NULL;
}

static enum MHD_Result give_pair(struct site *s, struct visit *v)
{
    struct entry *a = entry_of(s, v->connection, "a"), *b = entry_of(s, v->connection, "b");
    bool one = !MHD_lookup_connection_value(v->connection, MHD_GET_ARGUMENT_KIND, "b");
    if (!a || (!one && (!b || a == b)))
        return reply_refuse(v->connection, MHD_HTTP_NOT_FOUND);
    struct pair *p = pair_want(s, a, b);
    if (!p)
        return reply_refuse(v->connection, MHD_HTTP_SERVICE_UNAVAILABLE);
    work_want(p->e[0], VIEW_PAGES);
    work_want(p->e[1], VIEW_PAGES);
    return must_wait(v, p->revision, number_of(v->connection, "revision")) ? visit_wait(v) : reply_json(v->connection, answer_pair(s, p));
}

static const struct leaf *leaf_of(const struct leaves *l, const char *hash)
{
    for (int i = 0; i < l->n; i++)
        if (strcmp(l->leaf[i].hash, hash) == 0)
            return &l->leaf[i];
    return NULL;
}

static enum MHD_Result give_leaf(struct visit *v, const struct view *of, const char *hash, bool picture)
{
    const struct leaf *leaf = leaf_of(&of->now.leaves, hash);
    leaf = leaf ? leaf : leaf_of(&of->before.leaves, hash);
    if (!leaf)
        return reply_refuse(v->connection, MHD_HTTP_NOT_FOUND);
    const char *type = leaf->kind == LEAF_STYLE ? "text/css; charset=utf-8" : picture ? "image/svg+xml" : "application/xml";
    return reply_bytes(v->connection, type, true, leaf->bytes, leaf->size);
}

static enum MHD_Result give_source(struct visit *v, const struct entry *e)
{
    const char *file = MHD_lookup_connection_value(v->connection, MHD_GET_ARGUMENT_KIND, "file");
    return reply_json(v->connection, file ? answer_source(e, file, number_of(v->connection, "line")) : NULL);
}

/* doc/NUMBER/WHAT                                                                                                */
static enum MHD_Result give_of_entry(struct site *s, struct visit *v, const char *what)
{
    char *end;
    long number = strtol(what, &end, 10);
    if (*what < '0' || *what > '9' || number >= s->n_entries || *end != '/')
        return reply_refuse(v->connection, MHD_HTTP_NOT_FOUND);
    struct entry *e = s->entry[number];
    what = end + 1;
    if (strcmp(what, "pages") == 0 || strcmp(what, "card") == 0)
        return shelf_allows(e, e->path) ? give_view(s, v, e, *what == 'c' ? VIEW_CARD : VIEW_PAGES) : reply_refuse(v->connection, MHD_HTTP_FORBIDDEN);
    if (strcmp(what, "findings") == 0)
        return shelf_allows(e, e->path) ? give_findings(v, e) : reply_refuse(v->connection, MHD_HTTP_FORBIDDEN);
    if (strncmp(what, "page/", 5) == 0)
        return give_leaf(v, &e->view[VIEW_PAGES], what + 5, false);
    if (strncmp(what, "small/", 6) == 0)
        return give_leaf(v, &e->view[VIEW_CARD], what + 6, true);
    return strcmp(what, "source") == 0 ? give_source(v, e) : reply_refuse(v->connection, MHD_HTTP_NOT_FOUND);
}

enum MHD_Result visit_give(struct site *s, struct visit *v, const char *what)
{
    const struct asset *asset = asset_find(what);
    if (asset)
        return reply_bytes(v->connection, asset->type, false, asset->bytes, asset->end ? (size_t)(asset->end - asset->bytes) : strlen(asset->bytes));
    if (strcmp(what, "list") == 0)
        return give_list(s, v);
    if (strcmp(what, "compare") == 0)
        return give_pair(s, v);
    if (strncmp(what, "doc/", 4) == 0)
        return give_of_entry(s, v, what + 4);
    if (strncmp(what, "font/", 5) == 0)
        return reply_file(v->connection, answer_font(s, what + 5), "font/sfnt");
    return reply_refuse(v->connection, MHD_HTTP_NOT_FOUND);
}
