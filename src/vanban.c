/* vanban.c - the chain: read, set, write.                                                     */
#include "vanban.h"

#include "chain.h"
#include "check/signer.h"
#include "explain.h"
#include "read/csv/csv.h"
#include "read/schema/schema.h"
#include "set/set.h"

#include <errno.h>

#ifndef PREFIX
#define PREFIX "/usr/local"
#endif
const char *home_of(const struct vb *v) { return v->options->home ? v->options->home : PREFIX "/share/vanban"; }

/* ---- the verbs' insides ---------------------------------------------------------------------- */

/* What was read before ends here, with all that was told of it; the next one touches the same pages of memory. */
void begin(struct vb *v)
{
    v->doc = NULL;
    v->pages = NULL;
    v->foreign = NULL;
    v->drawn = NULL;
    v->shown = NULL;
    v->data = NULL;
    v->data_path = NULL;
    v->rows = NULL;
    v->item = (struct record){ 0 };
    v->bound = NULL;
    arena_clear(&v->record);
    arena_clear(&v->tree);
    arena_clear(&v->part);
    log_begin(&v->log);
}

const struct source *read_source(struct vb *v, const struct request *r)
{
    int error = 0;
    const struct source *src = NULL;
    if (!r->memory)
        src = source_read(&v->record, r->data, (int)log_limit(&v->log, LIMIT_BYTES), &error);
    else if (r->size > (size_t)log_limit(&v->log, LIMIT_BYTES))
        error = EFBIG;
    else
        src = source_memory(&v->record, r->data, arena_copy(&v->record, r->memory, r->size), (int)r->size);
    if (!src && error == EFBIG)
        say_file_limit(&v->log, r->data);
    else if (!src)
        log_say_file(&v->log, MSG_FILE_UNREADABLE, r->data, log_errno(&v->log, error));
    return src;
}

struct bind_options bind_options(struct vb *v)
{
    const struct vb_options *o = v->options;
    struct setting *settings = NEW_N(&v->record, struct setting, o->n_settings + 1);
    for (int i = 0; i < o->n_settings; i++)
        settings[i] = (struct setting){ o->settings[i].name, o->settings[i].value };
    return (struct bind_options){ o->mode ? o->mode : mode_default(), o->split, settings, o->n_settings };
}

static const char *templates(struct vb *v, struct arena *a) { return arena_format(a, "%s/templates", home_of(v)); }

/* The templates of a run are read once; another one that is named begins anew, and so does one with faults,
 * which are told of each document that asks for it.                                          */
struct templates *templates_of(struct vb *v, const char *given)
{
    struct templates *ts = &v->templates;
    bool same = ts->arena && !ts->failed && (given == ts->given || (given && ts->given && strcmp(given, ts->given) == 0));
    if (same)
        return ts;
    arena_clear(&v->template);
    *ts = (struct templates){ .arena = &v->template, .log = &v->log, .folder = templates(v, &v->template), .name = v->options->name };
    ts->given = given ? arena_string(&v->template, given) : NULL;
    return ts;
}

/* With the rows of its CSVs it is another text.                                              */
static xmlDoc *with_rows(struct vb *v, xmlDoc *data, const struct source **src)
{
    const struct source *own = *src, *all = csv_expand(&v->record, &v->log, own, data);
    *src = all;
    v->rows = all != own ? all : NULL;
    return !all || all == own ? data : xml_parse(&v->tree, &v->log, all);
}

static struct records take_data(struct vb *v, const struct request *r, const struct source **src,
                                const struct bind_options *options)
{
    struct records records = { 0 };
    xmlDoc *data = *src ? xml_parse(&v->tree, &v->log, *src) : NULL;
    if (data && xmlDocGetRootElement(data))
        data = with_rows(v, data, src);
    bool good = data && data_check(&v->record, &v->log, data) && *src;
    if (data && xmlDocGetRootElement(data))
        records_find(&v->record, &v->log, templates_of(v, r->template), data, good, options, &records);
    return records;
}

static const struct record *choose(struct vb *v, const struct records *records)
{
    int wanted = v->options->record, n = records->n;
    const char *held = arena_format(&v->record, "%d", n), *number = arena_format(&v->record, "%d", wanted);
    if (n > 1 && !wanted)
        say(&v->log, MSG_RECORD_WHICH, xml_pos(records->record[1].node), held);
    else if (n && (wanted < 0 || wanted > n))
        say(&v->log, MSG_RECORD_BEYOND, NOWHERE, number, held);
    else if (n)
        return &records->record[wanted ? wanted - 1 : 0];
    return NULL;
}

static bool keeps_data(const struct vb_options *o)
{
    return o->standard ? o->standard == VB_PDF_A3A : o->mode && strcmp(o->mode, "archive") == 0;
}

static int do_read(struct vb *v, const struct request *r)
{
    begin(v);
    struct bind_options options = bind_options(v);
    v->data_path = r->memory ? NULL : arena_string(&v->record, r->data);
    if (!mode_check(&v->log, options.mode, NOWHERE))
        return VB_REJECTED;
    const struct source *src = read_source(v, r);
    struct records records = take_data(v, r, &src, &options);
    const struct record *record = v->log.errors ? NULL : choose(v, &records);
    v->data = records.n == 1 ? src : NULL; /* what is others' goes with nobody's document */
    if (record && !v->data && keeps_data(v->options))
        log_say_file(&v->log, MSG_DATA_SHARED, r->data, arena_format(&v->record, "%d", records.n - 1));
    if (record)
        v->doc = bind_document(&v->record, &v->log, record, &options);
    v->bound = record && v->doc ? record->template : NULL;
    arena_clear(&v->tree);
    return v->doc && !v->log.errors ? VB_DONE : VB_REJECTED;
}

/* Warnings are findings too: whoever asks wants to know.                                      */
static int do_check(struct vb *v, const struct request *r)
{
    begin(v);
    struct bind_options options = bind_options(v);
    const struct source *src = mode_check(&v->log, options.mode, NOWHERE) ? read_source(v, r) : NULL;
    if (!src)
        return VB_REJECTED;
    if (!r->template && looks_like_template(src)) {
        template_read(&v->record, &v->log, r->data, templates(v, &v->record));
    } else {
        struct records records = take_data(v, r, &src, &options);
        const char **names = NEW_N(&v->record, const char *, records.n + 1);
        for (int i = 0; i < records.n; i++) {
            const struct doc *doc = bind_document(&v->record, &v->log, &records.record[i], &options);
            names[i] = doc ? doc->file : NULL;
            for (int k = 0; k < i && names[i]; k++)
                if (names[k] && strcmp(names[k], names[i]) == 0)
                    say(&v->log, MSG_FILE_NAME_TWICE, xml_pos(records.record[i].node), names[i], arena_format(&v->record, "%d", k + 1));
        }
        arena_clear(&v->tree);
    }
    return v->log.errors || v->log.warnings ? VB_FINDINGS : VB_DONE;
}

void fonts_wanted(struct vb *v)
{
    if (!v->fonts)
        v->fonts = fonts_open(&v->job, &v->log, arena_format(&v->job, "%s/fonts/fonts.conf", home_of(v)));
}

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
    begin(v);
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
    forget(v);
    free(v);
}

int vb_read(struct vb *v, const char *data, const char *template_path)
{
    return guarded(v, do_read, &(struct request){ .data = data, .template = template_path });
}

int vb_read_memory(struct vb *v, const char *name, const char *data, size_t size, const char *template_path)
{
    return guarded(v, do_read, &(struct request){ .data = name, .memory = data, .size = size, .template = template_path });
}

int vb_check(struct vb *v, const char *path, const char *template_path)
{
    return guarded(v, do_check, &(struct request){ .data = path, .template = template_path });
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

const char *vb_file_name(const struct vb *v) { return v->doc ? v->doc->file : NULL; }

int vb_part_count(const struct vb *v) { return pages_read(v) ? pages_read(v)->n_files : 0; }

struct vb_part vb_part(const struct vb *v, int part)
{
    if (part < 0 || part >= vb_part_count(v))
        return (struct vb_part){ 0 };
    const struct page_file *f = &pages_read(v)->file[part];
    return (struct vb_part){ f->name, f->title ? f->title : pages_read(v)->title, v->doc && v->doc->type ? v->doc->type : "", f->n };
}

int vb_page_count(const struct vb *v) { return pages_read(v) ? pages_read(v)->n : 0; }
