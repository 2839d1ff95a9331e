/* collect.c - what `batch` will read, as text: messages, then each item's name, place and words.
 *   collect [-t TEMPLATE] [--each X] [--where X] [--sort X] [--group X] [--name X] [--lang L]
 *           [--partial] [--strict] [--text] [--bind] [--setup] [--around XML --list TEMPLATE] [--touch] FILE...
 * --also TEMPLATE: a second document of each. --touch: the first file changes behind the first pass.                                        */
#include "vanban.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print(void *user, const struct vb_message *m)
{
    static const char *const severities[] = { "note", "warning", "error" };
    (void)user;
    printf("%s:%d:%d: %s: %s [%s]\n", m->at.file ? m->at.file : "", m->at.line, m->at.column, severities[m->severity], m->text, m->code);
    if (m->at.line_size)
        printf("    %.*s\n", m->at.line_size, m->at.line_text);
    if (m->wanted.file)
        printf("    %s:%d\n", strrchr(m->wanted.file, '/') ? strrchr(m->wanted.file, '/') + 1 : m->wanted.file, m->wanted.line);
}

struct words { const char *template, *around, *list, *also; bool text, bind, setup, touch; };

static int print_items(struct vb *v, struct vb_collection *c, struct words w)
{
    int worst = 0;
    for (int i = 0; i < vb_collection_count(c); i++) {
        struct vb_item item;
        int status = vb_item(v, c, i, w.template, &item);
        if (status == VB_DONE)
            printf("%d %s %s:%d\n", i, item.name, item.file, item.line);
        if (status == VB_DONE && w.text)
            printf("%.*s\n", (int)item.size, (const char *)item.bytes);
        if (status == VB_DONE && w.setup)
            printf("setup %s\n", item.setup);
        if (status == VB_DONE && w.bind)
            status = vb_bind(v);
        for (int k = 0; w.setup && w.bind && k < vb_input_count(v); k++)
            printf("input %s\n", vb_input(v, k).path);
        if (status != VB_DONE)
            printf("%d status %d\n", i, status);
        worst = status > worst ? status : worst;
    }
    return worst;
}

static int run(struct vb *v, const char *const *path, int n, const struct vb_selection *which, struct words w)
{
    struct vb_collection *c = vb_collect(v, path, n, w.template, which);
    if (!c)
        return puts("refused"), VB_REJECTED;
    int status = VB_DONE;
    FILE *data = w.touch ? fopen(path[0], "a") : NULL;
    if (data) {
        fputc('\n', data);
        fclose(data);
    }
    if (w.around)
        status = vb_around(v, c, w.around, w.list);
    else
        status = vb_name_items(v, c, w.template);
    if (w.also && status == VB_DONE)
        status = vb_name_items(v, c, w.also);
    printf("%d items, status %d\n", vb_collection_count(c), status);
    if (status == VB_DONE && !w.around)
        status = print_items(v, c, w);
    if (status == VB_DONE && w.around)
        vb_write(v, VB_DUMP_DOC, "-");
    vb_collection_free(c);
    return status;
}

int main(int argc, char **argv)
{
    struct vb_selection which = { 0 };
    struct vb_options o = { .home = ".", .lang = "en", .sink = print };
    struct words w = { 0 };
    const struct { const char *name; const char **to; } texts[] = {
        { "-t", &w.template }, { "--around", &w.around }, { "--list", &w.list }, { "--also", &w.also }, { "--each", &which.each }, { "--where", &which.where },
        { "--sort", &which.sort }, { "--group", &which.group }, { "--name", &o.name }, { "--lang", &o.lang }, { "--for", &o.mode }, { "--home", &o.home } };
    const struct { const char *name; bool *to; } flags[] = {
        { "--partial", &which.partial }, { "--strict", &o.strict }, { "--text", &w.text }, { "--bind", &w.bind }, { "--setup", &w.setup }, { "--touch", &w.touch } };
    const char **path = calloc((size_t)argc, sizeof(*path));
    int n = 0;
    for (int i = 1; i < argc; i++) {
        bool known = false;
        for (size_t k = 0; k < sizeof(texts) / sizeof(*texts) && !known && i + 1 < argc; k++)
            if ((known = strcmp(argv[i], texts[k].name) == 0))
                *texts[k].to = argv[++i];
        for (size_t k = 0; k < sizeof(flags) / sizeof(*flags) && !known; k++)
            if ((known = strcmp(argv[i], flags[k].name) == 0))
                *flags[k].to = true;
        if (!known)
            path[n++] = argv[i];
    }
    struct vb *v = vb_open(&o);
    int status = run(v, path, n, &which, w);
    vb_close(v);
    free(path);
    return status;
}
