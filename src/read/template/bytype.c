/* bytype.c - which template serves a document: the one that is named, or the one of the folder
 * whose `for` lists the document's type. Each is read once.                               */
#include "read/template/folder.h"

#include <errno.h>
#include <libxml/xmlreader.h>
#include <unistd.h>

/* What is known of the folder before any template is read: who serves what.                */
struct server { const char *path, *types; struct server *next; };
struct known { const char *type; struct template *template; struct known *next; };

static char *copy_attr(struct arena *a, xmlTextReader *reader, const char *name)
{
    xmlChar *value = xmlTextReaderGetAttribute(reader, (const xmlChar *)name);
    if (value)
        arena_own(a, (void (*)(void *))xmlFree, value);
    return (char *)value;
}

static void drop_reader(void *held)
{
    xmlTextReader **reader = held;
    if (*reader)
        xmlFreeTextReader(*reader);
    *reader = NULL;
}

static void no_word(void *user, xmlError *error) { (void)user, (void)error; }

/* Only its first tag is looked at; what is wrong with the rest is said when it is used.    */
static char *types_of(struct arena *a, const char *path)
{
    xmlTextReader **held = NEW(a, xmlTextReader *), *reader;
    char *types = NULL;
    arena_own(a, drop_reader, held);
    *held = reader = xmlReaderForFile(path, NULL, XML_PARSE_NONET);
    if (!reader)
        return NULL;
    xmlTextReaderSetStructuredErrorHandler(reader, no_word, NULL);
    while (xmlTextReaderRead(reader) == 1)
        if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT) {
            types = copy_attr(a, reader, "for");
            break;
        }
    drop_reader(held);
    return types;
}

static void look_into_folder(struct templates *ts)
{
    struct folder *f = folder_read(ts->arena, ts->folder);
    int n = f->n;
    if (n < 0)
        log_say_file(ts->log, MSG_TEMPLATES_UNREADABLE, ts->folder, log_errno(ts->log, errno));
    for (int i = n - 1; i >= 0; i--) {
        struct server *s = NEW(ts->arena, struct server);
        s->path = arena_format(ts->arena, "%s/%s", ts->folder, f->entry[i]->d_name);
        s->types = types_of(ts->arena, s->path);
        s->next = ts->servers;
        ts->servers = s;
    }
    folder_drop(f);
    ts->looked = true;
    ts->readable = n >= 0;
}

static const char *nearest(struct templates *ts, const char *type)
{
    struct words all = { 0 };
    int n;
    for (const struct server *s = ts->servers; s; s = s->next)
        for (const char *w = s->types ? s->types : ""; (w = next_word(w, &n)); w += n)
            words_add(ts->arena, &all, arena_copy(ts->arena, w, (size_t)n));
    return did_you_mean(ts->log, type, all.word, all.n);
}

/* The template that preview would take lies beside the data; here it is named with -t.         */
static const char *beside_data(struct templates *ts, struct pos at)
{
    const char *data = at.src ? at.src->name : "", *dot = strrchr(data, '.'), *slash = strrchr(data, '/');
    const char *near[] = {
        arena_format(ts->arena, "%.*s.template.xml", (int)(dot ? dot - data : 0), data),
        arena_format(ts->arena, "%.*stemplate.xml", (int)(slash ? slash + 1 - data : 0), data),
    };
    for (int i = 0; i < LENGTH(near); i++)
        if (access(near[i], R_OK) == 0) {
            const char *const words[] = { near[i], NULL };
            return log_fill(ts->log, log_word(ts->log, "; cạnh dữ liệu có mẫu: -t {1}", "; there is a template next to the data: -t {1}"), words);
        }
    return "";
}

static const char *path_for(struct templates *ts, const char *type, struct pos at)
{
    const struct server *found = NULL;
    if (at.src && (!*type || strpbrk(type, "/ "))) /* no name: said where it was read */
        return NULL;
    if (!ts->looked)
        look_into_folder(ts);
    for (const struct server *s = ts->servers; s; s = s->next) {
        if (!s->types || !has_word(s->types, type))
            continue;
        if (found) {
            say(ts->log, MSG_TEMPLATE_TWICE, at, type, found->path, s->path);
            return NULL;
        }
        found = s;
    }
    const char *near = found || !ts->readable ? NULL : beside_data(ts, at);
    if (near)
        say(ts->log, MSG_TEMPLATE_NONE, at, type, *near ? near : nearest(ts, type));
    return found ? found->path : NULL;
}

/* A name alone is that of one of the program's own: danh-muc. When there is none, what was typed is looked
 * for and told of.                                                                           */
static const char *path_given(struct templates *ts)
{
    const char *own = arena_format(ts->arena, "%s/%s.xml", ts->folder, ts->given);
    bool path = strchr(ts->given, '/') || strchr(ts->given, '.') || access(own, F_OK) != 0;
    return path ? ts->given : own;
}

struct template *templates_nth(const struct templates *ts, int i)
{
    const struct known *k = ts->known;
    for (; k && (i > 0 || !k->template); k = k->next)
        i -= k->template != NULL;
    return k ? k->template : NULL;
}

struct template *templates_find(struct templates *ts, const char *type, struct pos at)
{
    if (!ts->given && !type)
        return NULL; /* the grammar has said so */
    const char *key = ts->given ? "" : type;
    struct known *k = ts->known;
    while (k && strcmp(k->type, key) != 0)
        k = k->next;
    if (k)
        return k->template;
    k = NEW(ts->arena, struct known);
    *k = (struct known){ arena_string(ts->arena, key), NULL, ts->known };
    ts->known = k;
    const char *path = ts->given ? path_given(ts) : path_for(ts, type, at);
    k->template = path ? template_read(ts->arena, ts->log, path, ts->folder) : NULL;
    if (k->template && ts->name)
        template_name(k->template, ts->name);
    ts->failed = ts->failed || !k->template;
    return k->template;
}
