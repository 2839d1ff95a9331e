/* writing.c - pages into files: all that belong together, or none.                              */
#include "chain.h"

#include <errno.h>
#include <stdio.h>

/* Of a writer that fills a buf.                                                                 */
static const char *write_text(struct vb *v, const struct request *r, const char *path)
{
    struct output *out = output_begin(v, r, path);
    struct buf text = buf_in(&v->record);
    switch (r->form) {
    case VB_DUMP_DOC:
        doc_dump(v->doc, &text);
        break;
    default:
        page_dump(v->pages, &text);
    }
    output_write(out, buf_text(&text), (size_t)text.size);
    output_finish(out);
    return NULL;
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
