/* vanban.c - the chain: read, set, write.                                                     */
#include "vanban.h"

#include "chain.h"
#include "check/signer.h"
#include "explain.h"
#include "read/schema/schema.h"
#include "set/set.h"

/* ---- the verbs' insides ---------------------------------------------------------------------- */

static int do_set(struct vb *v, const struct request *r)
{
    fonts_wanted(v);
    fonts_begin(v->fonts);
    v->drawn = NULL;
    v->shown = NULL;
    v->pages = set_document(&v->record, &v->log, v->fonts, v->doc, v->options->explain, r->height);
    if (v->pages)
        check_signers(&v->log, v->pages);
    return v->pages && !v->log.errors ? VB_DONE : VB_REJECTED;
}

static int do_explain(struct vb *v, const struct request *r)
{
    for (int i = 0; i < v->pages->n_files; i++)
        explain_tell(&v->log, pages_of_file(&v->record, v->pages, i), r->tell, r->user);
    return VB_DONE;
}

static int do_schema(struct vb *v, const struct request *r)
{
    chain_begin(v);
    struct buf text = buf_in(&v->record);
    struct schema_for what = { .type = r->type, .strict = v->options->strict };
    if (r->type || r->template)
        what.template = templates_find(templates_of(v, r->template), r->type ? r->type : "", NOWHERE);
    if ((r->type || r->template) && !what.template)
        return VB_REJECTED;
    schema_write(r->language == VB_LANGUAGE_DATA ? &data_grammar : &template_grammar, what, &text);
    output_write(output_begin(v, r, r->data), buf_text(&text), (size_t)text.size);
    output_finish(v->out);
    return outputs_end(v, NULL);
}

/* ---- the verbs --------------------------------------------------------------------------------- */

static bool take_limits(struct vb *v, const struct vb_options *o)
{
    for (int i = 0; i < o->n_limits; i++) {
        int64_t value;
        enum limit limit = limit_read(o->limits[i].name, o->limits[i].value, &value);
        if (limit == LIMIT_COUNT)
            return false;
        v->limits.of[limit] = value;
    }
    return true;
}

struct vb *vb_open(const struct vb_options *options)
{
    struct vb *v = calloc(1, sizeof(*v));
    if (!v || !take_limits(v, options)) {
        free(v);
        return NULL;
    }
    v->options = options;
    v->job.no_memory = v->template.no_memory = v->record.no_memory = v->tree.no_memory = v->part.no_memory = &v->no_memory;
    v->log = (struct log){ .arena = &v->record, .strict = options->strict, .limits = &v->limits, .sink = tell_message, .user = v,
                           .lang = options->lang && strcmp(options->lang, "en") == 0 ? LANG_EN : LANG_VI };
    return v;
}

void vb_close(struct vb *v)
{
    if (!v)
        return;
    chain_forget(v);
    free(v);
}

int vb_read(struct vb *v, const char *data, const char *template_path)
{
    return guarded(v, chain_read, &(struct request){ .data = data, .template = template_path });
}

int vb_read_memory(struct vb *v, const char *name, const char *data, size_t size, const char *template_path)
{
    return guarded(v, chain_read, &(struct request){ .data = name, .memory = data, .size = size, .template = template_path });
}

int vb_check(struct vb *v, const char *path, const char *template_path)
{
    return guarded(v, chain_check, &(struct request){ .data = path, .template = template_path });
}

int vb_schema(struct vb *v, enum vb_language language, const char *type, const char *template_path, const char *path)
{
    return guarded(v, do_schema, &(struct request){ .data = path, .language = language, .type = type, .template = template_path });
}

int vb_set(struct vb *v)
{
    return v->doc ? guarded(v, do_set, &(struct request){ 0 }) : VB_REJECTED;
}

int vb_set_at(struct vb *v, double top_mm)
{
    len height = stand_height(top_mm);
    return v->doc ? guarded(v, do_set, &(struct request){ .height = &height }) : VB_REJECTED;
}

int vb_explain(struct vb *v, vb_reason_sink *tell_reason, void *user)
{
    return v->pages ? guarded(v, do_explain, &(struct request){ .tell = tell_reason, .user = user }) : VB_REJECTED;
}

static int write_form(struct vb *v, const struct request *r)
{
    bool ready = r->form == VB_DUMP_DOC ? v->doc != NULL : v->pages != NULL;
    return ready ? guarded(v, chain_write, r) : VB_REJECTED;
}

int vb_write(struct vb *v, enum vb_form form, const char *path) { return vb_write_with(v, form, path, NULL, 0); }

int vb_write_with(struct vb *v, enum vb_form form, const char *path, const struct vb_companion *more, int n)
{
    return write_form(v, &(struct request){ .data = path, .form = form, .more = more, .n_more = n });
}

int vb_write_memory(struct vb *v, enum vb_form form, int part, const void **bytes, size_t *size)
{
    struct buf into = buf_in(&v->record);
    bool there = form != VB_SVG && part >= 0 && (part < vb_part_count(v) || form == VB_DUMP_DOC);
    int status = there ? write_form(v, &(struct request){ .data = "", .form = form, .part = part, .into = &into }) : VB_REJECTED;
    *bytes = into.text;
    *size = (size_t)into.size;
    return status;
}

int vb_merge_begin(struct vb *v, const char *path, const char *title)
{
    return v->merge ? VB_REJECTED : guarded(v, merge_begin, &(struct request){ .data = path, .title = title });
}

int vb_merge_add(struct vb *v) { return v->merge && v->pages ? guarded(v, merge_add, &(struct request){ 0 }) : VB_REJECTED; }

int vb_merge_end(struct vb *v) { return v->merge ? guarded(v, merge_end, &(struct request){ 0 }) : VB_REJECTED; }
