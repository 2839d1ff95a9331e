/* sandbox.c - what the command line names is what strangers' files may reach.                   */
#include "cli/cli.h"

#include <sys/stat.h>

/* ---- folders ------------------------------------------------------------------------------------ */

static void keep(struct roots *to, char *root)
{
    int i = 0;
    while (root && i < to->n && strcmp(to->root[i], root) != 0)
        i++;
    if (root && i < to->n) {
        free(root);
        return;
    }
    char **more = realloc(to->root, (size_t)(to->n + 1) * sizeof(*more));
    if (!more || !root)
        abort();
    to->root = more;
    to->root[to->n++] = root;
}

/* The folder of a file: pictures, CSVs and a template's base are looked for there, and a file that is written
 * gets its name there. A folder is itself, and so is what is no file, such as /dev/full.            */
static void add(struct roots *to, const char *path)
{
    struct stat st;
    if (!path || strcmp(path, "-") == 0)
        return;
    char *real = realpath(path, NULL); /* a link is looked for by its own name, and written where it leads to */
    const char *slash = strrchr(path, '/');
    bool whole = stat(path, &st) == 0 && !S_ISREG(st.st_mode);
    keep(to, whole ? strdup(path) : !slash ? strdup(".") : slash == path ? strdup("/") : strndup(path, (size_t)(slash - path)));
    slash = real && !whole ? strrchr(real, '/') : NULL;
    if (slash)
        keep(to, slash == real ? strdup("/") : strndup(real, (size_t)(slash - real)));
    free(real);
}

/* A folder that may not be there yet.                                                             */
void cli_add_root(struct roots *to, const char *folder)
{
    if (*folder)
        keep(to, strdup(folder));
}

void cli_roots(const struct request *r, const char *output, struct roots *read, struct roots *write)
{
    for (int i = 0; i < r->n_files; i++)
        add(read, r->files[i]);
    for (int i = 0; i < r->n_templates; i++)
        add(read, r->templates[i]);
    add(read, r->template_b);
    add(read, r->batch.which.map);
    add(write, output);
    const char *const written[] = { r->map, r->slip, r->batch.list, r->batch.merged, r->batch.sheet };
    for (size_t i = 0; i < sizeof(written) / sizeof(*written); i++)
        add(write, written[i]);
}

void cli_drop_roots(struct roots *roots)
{
    for (int i = 0; i < roots->n; i++)
        free(roots->root[i]);
    free(roots->root);
    *roots = (struct roots){ NULL, 0 };
}

/* ---- one process ---------------------------------------------------------------------------------- */

int cli_enter_sandbox(struct request *r, struct vb *v, const char *output, int steps)
{
    struct roots read = { NULL, 0 }, write = { NULL, 0 };
    if (!r->sandbox)
        return VB_DONE;
    const struct vb_options options = cli_options_of(r);
    struct vb *own = v ? NULL : vb_open(&options);
    cli_roots(r, output, &read, &write);
    const struct vb_fence fence = { (const char *const *)read.root, read.n, (const char *const *)write.root, write.n, false, r->best_effort, steps };
    int status = v || own ? vb_sandbox(v ? v : own, &fence) : VB_REJECTED;
    vb_close(own);
    cli_drop_roots(&read);
    cli_drop_roots(&write);
    return status;
}
