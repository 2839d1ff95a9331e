/* folder.c - the files of a folder of templates.                                         */
#include "read/template/folder.h"

static int is_xml(const struct dirent *d)
{
    size_t n = strlen(d->d_name);
    return n > 4 && strcmp(d->d_name + n - 4, ".xml") == 0 && d->d_name[0] != '.';
}

void folder_drop(void *held)
{
    struct folder *f = held;
    for (int i = 0; i < f->n; i++)
        free(f->entry[i]);
    if (f->n >= 0)
        free(f->entry);
    *f = (struct folder){ 0 };
}

struct folder *folder_read(struct arena *a, const char *path)
{
    struct folder *f = NEW(a, struct folder);
    arena_own(a, folder_drop, f);
    f->n = scandir(path, &f->entry, is_xml, alphasort);
    return f;
}

/* "nd30.xml" and "nđ30" are nd30.                                                            */
const char *template_near(struct log *log, const char *folder, const char *name)
{
    struct words all = { 0 };
    struct folder *f = folder_read(log->arena, folder);
    for (int i = 0; i < f->n; i++)
        words_add(log->arena, &all, arena_copy(log->arena, f->entry[i]->d_name, strlen(f->entry[i]->d_name) - 4));
    folder_drop(f);
    const char *dot = strrchr(name, '.');
    return did_you_mean(log, arena_copy(log->arena, name, dot ? (size_t)(dot - name) : strlen(name)), all.word, all.n);
}
