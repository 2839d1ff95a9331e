/* writing.c - pages into files: all that belong together, or none.                              */
#include "chain.h"

#include "base/path.h"
#include "read/csv/csv.h"
#include "write/pdf/signed.h"

#include <errno.h>
#include <stdio.h>
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

static const char *write_text(struct vb *v, const struct request *r, const char *path)
{
    struct output *out = output_begin(v, r, path);
    struct buf text = buf_in(&v->record);
    if (r->form == VB_DUMP_DOC)
        doc_dump(v->doc, &text);
    else
        page_dump(v->pages, &text);
    output_write(out, buf_text(&text), (size_t)text.size);
    output_finish(out);
    return NULL;
}

struct drawing chain_drawing(enum lang lang, enum vb_boxes boxes)
{
    return (struct drawing){ boxes == VB_BOXES_MM ? DRAW_MEASURES : boxes == VB_BOXES ? DRAW_BOXES : DRAW_NOTHING, lang };
}

/* The data goes with the document's own file, once.                                             */
struct pdf_options chain_pdf_options(struct vb *v, int part)
{
    static const enum pdf_standard standards[] = { [VB_PDF_A2A] = PDF_A2A, [VB_PDF_A3A] = PDF_A3A, [VB_PDF_A1B] = PDF_A1B };
    const struct vb_options *o = v->options;
    bool archive = o->mode && strcmp(o->mode, "archive") == 0;
    enum vb_standard wanted = o->standard ? o->standard : archive ? VB_PDF_A3A : VB_PDF_A2A;
    v->tools = v->tools ? v->tools : pdf_tools_new(&v->job);
    return (struct pdf_options){ v->tools, standards[wanted], part ? NULL : v->data, chain_drawing(v->log.lang, o->boxes) };
}

static const char *write_pdf(struct vb *v, const struct request *r, const char *path, int part)
{
    struct output *out = output_begin(v, r, path);
    const char *reason = NULL;
    const struct pdf_options options = chain_pdf_options(v, part);
    if (!out->error && !pdf_write(&v->part, pages_of_file(&v->part, v->pages, part), &options, out, &reason))
        out->error = EIO;
    output_finish(out);
    reason = reason ? arena_string(&v->record, reason) : NULL;
    arena_clear(&v->part);
    return reason;
}

static int files_written(const struct vb *v, const struct request *r)
{
    return r->into ? 1 : r->form == VB_PDF ? v->pages->n_files : r->form == VB_SVG ? svg_files(v) : 1;
}

int vb_part_path(const struct vb *v, int part, const char *path, char *to, size_t size)
{
    const char *name = vb_part_count(v) > 1 ? vb_part(v, part).name : "";
    size_t n = strlen(path), ending = n > 4 && strcasecmp(path + n - 4, ".pdf") == 0 ? 4 : 0;
    return snprintf(to, size, "%.*s%s%s%s", (int)(n - ending), path, name && *name ? "-" : "", name ? name : "", path + n - ending);
}

static const char **paths_of(struct vb *v, const struct request *r, int n)
{
    const char **path = NEW_N(&v->record, const char *, n);
    for (int i = 0; i < n; i++) {
        if (r->form == VB_SVG) {
            path[i] = svg_file_path(v, r->data, i);
            continue;
        }
        int size = vb_part_path(v, i, r->data, NULL, 0) + 1;
        char *room = arena_alloc(&v->record, (size_t)size);
        vb_part_path(v, i, r->data, room, (size_t)size);
        path[i] = room;
    }
    return path;
}

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

static const char *write_one(struct vb *v, const struct request *r, const char *path, int file)
{
    switch (r->form) {
    case VB_PDF:
        return write_pdf(v, r, path, r->into ? r->part : file);
    case VB_SVG:
        return svg_file(v, r, path, file);
    default:
        return write_text(v, r, path);
    }
}

int chain_write(struct vb *v, const struct request *r)
{
    int n = files_written(v, r);
    const char **path = paths_of(v, r, n), *reason = NULL;
    if (!outputs_allowed(v, r, path, n))
        return VB_OUTPUT;
    for (int i = 0; i < n && (!v->out || !v->out->error); i++)
        reason = write_one(v, r, path[i], i);
    for (int i = 0; i < r->n_more && (!v->out || !v->out->error); i++) {
        output_write(output_begin(v, r, r->more[i].path), r->more[i].bytes, r->more[i].size);
        output_finish(v->out);
    }
    return outputs_end(v, reason);
}
