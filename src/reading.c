/* reading.c - data and templates in, one bound document out; or, of all documents, what is wrong with them.  */
#include "chain.h"
#include "read/csv/csv.h"
#include "read/judge/judge.h"

#include <errno.h>

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
        log_say_file(&v->log, MSG_FILE_UNREADABLE, r->data, log_why(&v->log, NULL, r->data, error));
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
    xmlDoc *data = *src ? xml_parse(&v->tree, &v->log, *src) : NULL;
    if (data && xmlDocGetRootElement(data))
        data = with_rows(v, data, src);
    bool good = data && data_check(&v->record, &v->log, data) && *src;
    if (!data || !xmlDocGetRootElement(data))
        return (struct records){ 0 };
    return records_find(&v->record, &v->log, templates_of(v, r->template), data, good, options);
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

int chain_read(struct vb *v, const struct request *r)
{
    chain_begin(v);
    struct bind_options options = bind_options(v);
    v->data_path = r->memory ? NULL : arena_string(&v->record, r->data);
    if (!mode_check(&v->log, options.mode, NOWHERE))
        return VB_REJECTED;
    const struct source *src = read_source(v, r);
    struct records records = take_data(v, r, &src, &options);
    v->n_records = records.n;
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
int chain_check(struct vb *v, const struct request *r)
{
    chain_begin(v);
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
