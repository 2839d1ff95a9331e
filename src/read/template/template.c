/* template.c - files into one struct template. Names are resolved when all files
 * of the chain are in.                                                             */
#include "read/template/folder.h"

#include "base/path.h"

#include <errno.h>
#include <unistd.h>

struct reader {
    struct template *t;
    const char *folder;
    const char *chain[MAX_EXTENDS + 1]; /* names of the templates being read         */
    int depth;
};

static const char *beside(struct arena *a, const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');
    return arena_format(a, "%.*s%s.xml", slash ? (int)(slash + 1 - path) : 0, path, name);
}

static bool read_file(struct reader *r, const char *path);

static bool in_chain(const struct reader *r, const char *name)
{
    for (int i = 0; i < r->depth; i++)
        if (strcmp(r->chain[i], name) == 0)
            return true;
    return false;
}

bool looks_like_template(const struct source *src) { return strstr(src->text, "<template") != NULL; }

/* Beside a template there may be data of the base's name: bao-cao.xml.               */
static bool is_template(struct template *t, const char *path)
{
    int error;
    const struct source *src = access(path, R_OK) == 0 ? source_read(t->arena, path, (int)log_limit(t->log, LIMIT_BYTES), &error) : NULL;
    return src && looks_like_template(src);
}

static bool read_base(struct reader *r, const char *path, const xmlNode *root)
{
    struct template *t = r->t;
    const char *base = xml_attr(root, "extends");
    struct pos pos = xml_pos_of(root, "extends");
    if (!base)
        return true;
    if (in_chain(r, base) || r->depth >= MAX_EXTENDS) {
        if (in_chain(r, base))
            say(t->log, MSG_TEMPLATE_CYCLE, pos, base);
        else
            say_too_large(t->log, pos, MAX_EXTENDS, "lần kế thừa (extends)", "templates that extend one another");
        return false;
    }
    const struct named_path near = path_below(t->arena, path, arena_format(t->arena, "%s.xml", base));
    if (near.outside) {
        say(t->log, MSG_TEMPLATE_OUTSIDE, pos, base, near.root);
        return false;
    }
    const char *file = beside(t->arena, path, base);
    if (!is_template(t, file))
        file = arena_format(t->arena, "%s/%s.xml", r->folder, base);
    if (access(file, F_OK) != 0) {
        say(t->log, MSG_TEMPLATE_BASE, pos, base, template_near(t->log, r->folder, base));
        return false;
    }
    return read_file(r, file);
}

void template_name(struct template *t, const char *pattern)
{
    struct source *src = NEW(t->arena, struct source);
    size_t n = strlen(pattern);
    *src = (struct source){ .name = "--name", .text = arena_string(t->arena, pattern), .size = (int)n };
    n -= n > 4 && strcasecmp(pattern + n - 4, ".pdf") == 0 ? 4 : 0;
    t->file = value_read(t->arena, t->log, t->xpath, arena_copy(t->arena, pattern, n), false, (struct pos){ src, 0 });
    value_check_names(t->log, t->arena, &t->vocabulary, t->file);
}

static bool read_file(struct reader *r, const char *path)
{
    struct template *t = r->t;
    int error;
    const struct source *src = source_read(t->arena, path, (int)log_limit(t->log, LIMIT_BYTES), &error);
    if (!src && error == EFBIG) {
        say_file_limit(t->log, path);
        return false;
    }
    if (!src) {
        log_say_file(t->log, MSG_FILE_UNREADABLE, path, log_why(t->log, NULL, path, error));
        return false;
    }
    struct read_file *file = NEW(t->arena, struct read_file);
    *file = (struct read_file){ src, t->files };
    t->files = file;
    xmlDoc *doc = xml_parse(t->arena, t->log, src);
    if (!doc || !grammar_check(t->arena, t->log, &template_grammar, doc))
        return false;
    const xmlNode *root = xmlDocGetRootElement(doc);
    r->chain[r->depth++] = xml_attr(root, "name");
    if (!read_base(r, path, root))
        return false;
    definitions_read(t, root);
    return true;
}

/* What is wrong with an XPath is said by us; libxml2 is not to print. */
static void silence(void *user, xmlError *error) { (void)user, (void)error; }

struct template *template_read(struct arena *a, struct log *log, const char *path,
                               const char *folder)
{
    struct template *t = NEW(a, struct template);
    struct reader r = { .t = t, .folder = folder };
    int before = log->errors;
    t->arena = a;
    t->log = log;
    t->xpath = xmlXPathNewContext(NULL);
    if (!t->xpath)
        return NULL;
    t->xpath->error = silence;
    arena_own(a, (void (*)(void *))xmlXPathFreeContext, t->xpath);
    bool good = read_file(&r, path);
    if (good && !t->layout)
        log_say_file(log, MSG_LAYOUT_NONE, path, t->name);
    else if (good) /* without extends="nd30" no name is known, and each would be a fault */
        names_check(t);
    return log->errors == before ? t : NULL;
}
