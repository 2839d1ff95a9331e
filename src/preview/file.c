/* file.c - what a file is, by its first lines, and which template goes with it.                           */
#include "preview/site.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LOOK_AT = 16 << 10 };

static const char *behind(const char *s, const char *mark)
{
    const char *at = strstr(s, mark);
    return at ? at + strlen(mark) : "";
}

/* By the name of its root, which stands behind comments and such; nothing else of it is looked at.          */
static enum root root_in(const char *s)
{
    for (;;) {
        s += strcspn(s, "<");
        if (strncmp(s, "<!--", 4) == 0)
            s = behind(s, "-->");
        else if (strncmp(s, "<?", 2) == 0)
            s = behind(s, "?>");
        else if (strncmp(s, "<!", 2) == 0)
            s = behind(s, ">");
        else
            break;
    }
    size_t n = *s ? strcspn(s + 1, " \t\r\n/>") : 0;
    bool data = (n == 8 && strncmp(s + 1, "document", n) == 0) || (n == 9 && strncmp(s + 1, "documents", n) == 0);
    return data ? ROOT_DATA : n == 8 && strncmp(s + 1, "template", n) == 0 ? ROOT_TEMPLATE : ROOT_NONE;
}

enum root file_root(const char *path)
{
    char head[LOOK_AT + 1];
    struct stat st;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC); /* a pipe must not hold the server */
    ssize_t n = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) ? read(fd, head, LOOK_AT) : 0;
    if (fd >= 0)
        close(fd);
    head[n > 0 ? n : 0] = '\0';
    return root_in(head);
}

int file_is_xml(const struct dirent *entry)
{
    size_t n = strlen(entry->d_name);
    return entry->d_name[0] != '.' && n > 4 && strcmp(entry->d_name + n - 4, ".xml") == 0;
}

char *file_joined(const char *folder, const char *name)
{
    size_t n = strlen(folder);
    char *path = NULL;
    if (asprintf(&path, "%s%s%s", folder, n && folder[n - 1] == '/' ? "" : "/", name) < 0)
        abort();
    return path;
}

/* NAME.template.xml or template.xml beside it, or else the only template there; NULL: that of its type.      */
char *file_template(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    char *folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup("./"), *own = NULL, *found = NULL;
    struct dirent **list;
    int n = folder ? scandir(folder, &list, file_is_xml, alphasort) : -1, templates = 0;
    if (asprintf(&own, "%.*s.template.xml", (int)(strlen(name) > 4 ? strlen(name) - 4 : 0), name) < 0)
        abort();
    for (int i = 0; i < n; i++) {
        char *at = file_joined(folder, list[i]->d_name);
        bool named = strcmp(list[i]->d_name, own) == 0 || strcmp(list[i]->d_name, "template.xml") == 0;
        if (templates >= 0 && file_root(at) == ROOT_TEMPLATE && (named || !templates++)) {
            free(found);
            found = at;
            templates = named ? -1 : templates;
        } else {
            free(at);
        }
        free(list[i]);
    }
    if (n >= 0)
        free(list);
    free(own);
    free(folder);
    if (templates > 1) {
        free(found);
        found = NULL;
    }
    return found;
}
