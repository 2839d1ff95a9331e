/* bytype.c - which template serves a document of this type.                              */
#include "read/template.h"

#include <unistd.h>

static bool serves(struct template *t, const char *type, const char **names, int *n, int room)
{
    char *words = arena_string(t->arena, t->types ? t->types : ""), *rest = NULL;
    for (char *w = strtok_r(words, " \n", &rest); w && *n < room; w = strtok_r(NULL, " \n", &rest)) {
        if (strcmp(w, type) == 0)
            return true;
        names[(*n)++] = w;
    }
    return false;
}

struct template *template_by_type(struct arena *a, struct log *log, const xmlNode *document,
                                  const char *folder)
{
    const char *type = xml_attr(document, "type"), *names[100];
    int n = 0;
    if (!type || strpbrk(type, "/ "))
        return NULL; /* the grammar has said so */
    const char *path = arena_format(a, "%s/%s.xml", folder, type);
    if (access(path, R_OK) == 0)
        return template_read(a, log, path, folder);
    struct template *t = template_read(a, log, arena_format(a, "%s/nd30.xml", folder), folder);
    if (!t || serves(t, type, names, &n, LENGTH(names)))
        return t;
    const xmlAttr *attr = xmlHasProp(document, (const xmlChar *)"type");
    say(log, MSG_TEMPLATE_NONE, xml_attr_pos(attr), type, did_you_mean(log, type, names, n));
    return NULL;
}
