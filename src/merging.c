/* merging.c - many documents into one PDF, one after the other.                                 */
#include "chain.h"

#include <errno.h>

struct merge {
    struct arena file, document; /* until the file has its name; until the next document       */
    struct output out;
    struct pdf *pdf;
    int documents;
};

static void merge_free(struct merge *m)
{
    arena_free(&m->document);
    arena_free(&m->file);
    free(m);
}

/* Whole, or, when something went wrong, not there at all. Of an error of no output's there is a reason. */
static int finish(struct vb *v, const char *reason)
{
    struct merge *m = v->merge;
    if (reason && !m->out.error)
        m->out.error = EIO;
    output_finish(&m->out);
    const struct output *bad = outputs_keep(&m->out);
    if (bad)
        say(&v->log, MSG_OUTPUT_FAILED, NOWHERE, bad->given, reason ? reason : log_errno(&v->log, bad->error));
    merge_free(m);
    v->merge = NULL;
    return bad ? VB_OUTPUT : VB_DONE;
}

/* Nothing is left of it. */
static int drop(struct vb *v, int status)
{
    struct merge *m = v->merge;
    m->out.error = ECANCELED;
    output_finish(&m->out);
    outputs_keep(&m->out);
    merge_free(m);
    v->merge = NULL;
    return status;
}

void merge_abandon(struct vb *v)
{
    if (v->merge)
        drop(v, VB_REJECTED);
}

int merge_begin(struct vb *v, const struct request *r)
{
    if (!outputs_allowed(v, r, &r->data, 1))
        return VB_OUTPUT;
    struct merge *m = v->merge = calloc(1, sizeof(*m));
    if (!m)
        arena_no_memory(&v->job);
    m->file.no_memory = m->document.no_memory = &v->no_memory;
    m->out.fd = -1;
    output_open(&m->out, &m->file, arena_string(&m->file, r->data));
    m->out.unsynced = v->options->unsynced;
    const struct pdf_options options = chain_pdf_options(v, 0);
    m->pdf = m->out.error ? NULL : pdf_begin(&m->file, &m->document, &options, r->title, &m->out);
    return m->pdf ? VB_DONE : finish(v, m->out.error ? NULL : "libharu");
}

int merge_add(struct vb *v, const struct request *r)
{
    (void)r;
    struct merge *m = v->merge;
    const char *reason = NULL;
    if (output_is_input(v, m->out.path)) {
        say(&v->log, MSG_OUTPUT_IS_INPUT, NOWHERE, m->out.given);
        return drop(v, VB_OUTPUT);
    }
    for (int i = 0; i < v->pages->n_files && !reason && !m->out.error; i++) {
        pdf_add(m->pdf, pages_of_file(&m->document, v->pages, i), &reason);
        arena_clear(&m->document);
    }
    if (reason || m->out.error)
        return finish(v, reason);
    m->documents++;
    return VB_DONE;
}

int merge_end(struct vb *v, const struct request *r)
{
    (void)r;
    struct merge *m = v->merge;
    const char *reason = NULL;
    if (!m->documents)
        return drop(v, VB_REJECTED);
    pdf_end(m->pdf, &reason);
    return finish(v, reason);
}
