/* expand.c - the <csv>s of a file that is in memory, with their rows in their places.                */
#include "read/csv/private.h"

#include <errno.h>

struct whole { struct csv *c; struct pieced *to; int file; const struct source *src; };

static struct pos place_in(void *user, int64_t at, uint32_t line)
{
    (void)line;
    return (struct pos){ ((struct whole *)user)->src, (int)at };
}

static void add_row(void *user, const struct csv_row *row)
{
    struct whole *w = user;
    csv_element(w->c, w->to, w->file, w->src->text + row->at, row);
}

bool csv_elements(struct csv *c, struct log *log, struct pieced *to, int file, const struct source *src)
{
    struct whole w = { c, to, file, src };
    const struct csv_listener listener = { place_in, add_row, &w };
    int errors = log->errors;
    csv_begin(c, log, &listener);
    csv_push(c, src->text, src->size, true);
    return log->errors == errors;
}

static const xmlNode *next_csv(const xmlNode *node)
{
    for (node = node ? xml_next_element(node) : NULL; node && !csv_is(node); node = xml_next_element(node))
        ;
    return node;
}

static const xmlNode *first_csv(const xmlNode *document)
{
    const xmlNode *data = xml_child(document, "data"), *first = data ? xml_first_element(data) : NULL;
    return first && !csv_is(first) ? next_csv(first) : first;
}

struct expansion {
    struct arena *arena;
    struct log *log;
    const struct source *src, **file;
    int n, room, from;           /* from: what has not been copied yet                                 */
    struct pieced to;
};

/* Of the file itself, up to there.                                                                   */
static void copy_to(struct expansion *e, int end)
{
    pieced_seam(&e->to, 0, e->from, 0, false);
    buf_bytes(&e->to.text, e->src->text + e->from, end - e->from);
}

static int add_file(struct expansion *e, const struct source *src)
{
    e->file = arena_grow(e->arena, e->file, e->n + 1, &e->room, sizeof(*e->file));
    e->file[e->n] = src;
    return e->n++;
}

static void expand(struct expansion *e, const xmlNode *node)
{
    struct csv *c = csv_new(e->arena, e->log, node);
    const char *path = c ? csv_path(c, e->arena, e->log, e->src->name) : NULL;
    int error = 0;
    const struct source *csv = path ? source_read(e->arena, path, (int)log_limit(e->log, LIMIT_BYTES), &error) : NULL;
    copy_to(e, xml_pos(node).offset);
    e->from = xml_mark_of(node)->end;
    if (csv)
        csv_elements(c, e->log, &e->to, add_file(e, csv), csv);
    else if (error == EFBIG)
        say_file_limit(e->log, path);
    else if (path)
        say(e->log, MSG_CSV_UNREADABLE, c->file_pos, path, log_errno(e->log, error));
}

static const struct source *finished(struct expansion *e)
{
    struct source *made = NEW(e->arena, struct source);
    struct seams *seams = NEW(e->arena, struct seams);
    copy_to(e, e->src->size);
    add_file(e, NULL);
    *seams = (struct seams){ e->to.seam, e->to.n, source_look, e->file };
    *made = (struct source){ .name = e->src->name, .text = buf_text(&e->to.text), .size = e->to.text.size, .seams = seams };
    return made;
}

const struct source *csv_file(const struct source *expanded, int i)
{
    const struct source *const *files = expanded->seams ? expanded->seams->of : NULL;
    return files ? files[i] : i ? NULL : expanded;
}

const struct source *csv_expand(struct arena *a, struct log *log, const struct source *src, const xmlDoc *doc)
{
    const xmlNode *root = xmlDocGetRootElement(doc);
    bool many = strcmp(xml_name(root), "documents") == 0;
    struct expansion e = { .arena = a, .log = log, .src = src, .to.text = buf_in(a) };
    int errors = log->errors;
    add_file(&e, src);
    for (const xmlNode *d = many ? xml_first_element(root) : root; d; d = many ? xml_next_element(d) : NULL)
        for (const xmlNode *node = first_csv(d); node; node = next_csv(node))
            expand(&e, node);
    if (e.to.text.size > log_limit(log, LIMIT_BYTES))
        say_file_limit(log, src->name);
    return log->errors > errors ? NULL : e.to.n ? finished(&e) : src;
}
