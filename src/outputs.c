/* outputs.c - the files of a verb: begun, kept together, and where they may stand.               */
#include "chain.h"

#include "base/path.h"
#include "read/csv/csv.h"
#include "write/pdf/signed.h"

#include <sys/stat.h>

struct output *output_begin(struct vb *v, const struct request *r, const char *path)
{
    struct output *o = NEW(&v->record, struct output), **end = &v->outs;
    while (*end)
        end = &(*end)->next;
    *end = v->out = o;
    if (r->into)
        output_memory(o, r->into);
    else
        output_open(o, &v->record, path);
    o->unsynced = v->options->unsynced;
    return o;
}

int outputs_end(struct vb *v, const char *reason)
{
    const struct output *bad = outputs_keep(v->outs);
    v->outs = v->out = NULL;
    if (bad)
        say(&v->log, MSG_OUTPUT_FAILED, NOWHERE, bad->given, reason ? reason : log_errno(&v->log, bad->error));
    return bad ? VB_OUTPUT : VB_DONE;
}

/* ---- where they may stand ----------------------------------------------------------------------- */

static bool is_link(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0 && S_ISLNK(st.st_mode);
}

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool output_is_input(const struct vb *v, const char *path)
{
    bool is = path_is_same_file(v->data_path, path) || path_is_same_file(v->templates.given, path);
    const struct source *csv;
    for (int i = 1; !is && v->rows && (csv = csv_file(v->rows, i)); i++)
        is = path_is_same_file(csv->name, path);
    for (int i = 0, n = v->doc ? vb_input_count(v) : 0; i < n && !is; i++) /* pictures, fonts, templates that it extends */
        is = path_is_same_file(vb_input(v, i).path, path);
    return is;
}

/* By whatever way it is named, there already or not.                                            */
static bool is_same_place(struct vb *v, const char *a, const char *b)
{
    const char *folder_a, *folder_b;
    const char *last_a = path_last(&v->record, a, &folder_a), *last_b = path_last(&v->record, b, &folder_b);
    return (strcmp(last_a, last_b) == 0 && path_is_same_file(folder_a, folder_b)) || ((is_link(a) || is_link(b)) && path_is_same_file(a, b));
}

/* What the caller adds has a place to itself too.                                               */
static void check_more(struct vb *v, const struct request *r, const char *const *path, int n)
{
    for (int i = 0; i < r->n_more; i++) {
        const char *own = r->more[i].path;
        if (output_is_input(v, own))
            say(&v->log, MSG_OUTPUT_IS_INPUT, NOWHERE, own);
        for (int k = 0; k < n && !r->into; k++)
            if (is_same_place(v, own, path[k]))
                say(&v->log, MSG_OUTPUT_TWICE, NOWHERE, own, path[k]);
        for (int k = 0; k < i; k++)
            if (is_same_place(v, own, r->more[k].path))
                say(&v->log, MSG_OUTPUT_TWICE, NOWHERE, own, r->more[k].path);
    }
}

/* A signature cannot be had again by another run.                                               */
static void check_signed(struct vb *v, const struct request *r, const char *const *path, int n)
{
    for (int i = 0; i < n + r->n_more && !v->options->force; i++) {
        const char *own = i < n ? path[i] : r->more[i - n].path;
        if ((i >= n || !r->into) && !output_in_place(own) && pdf_is_signed(own))
            say(&v->log, MSG_OUTPUT_SIGNED, NOWHERE, own);
    }
}

bool outputs_allowed(struct vb *v, const struct request *r, const char *const *path, int n)
{
    int errors = v->log.errors;
    for (int i = 0; i < n && !r->into; i++) {
        if (n > 1 && output_in_place(path[i]) && !is_folder(path[i]))
            say(&v->log, MSG_OUTPUT_ONE, NOWHERE, path[i], arena_format(&v->record, "%d", n));
        else if (output_is_input(v, path[i]))
            say(&v->log, MSG_OUTPUT_IS_INPUT, NOWHERE, path[i]);
        for (int k = 0; k < n && n > 1 && is_link(path[i]); k++)
            if (k != i && path_is_same_file(path[i], path[k]))
                say(&v->log, MSG_OUTPUT_TWICE, NOWHERE, path[i], path[k]);
    }
    check_more(v, r, path, n);
    if (v->log.errors == errors)
        check_signed(v, r, path, n);
    return v->log.errors == errors;
}
