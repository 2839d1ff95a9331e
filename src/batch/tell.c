/* tell.c - what there is to say of the run as a whole, and at its end of its records.                    */
#include "base/hash.h"
#include "batch/run.h"
#include "report/report.h"

enum { MOST_FAILED = 50, MOST_ALIKE = 10 };

void run_tell(void *user, const struct log_message *m)
{
    static const enum vb_severity severities[] = { VB_NOTE, VB_WARNING, VB_ERROR };
    const struct run *run = user;
    struct vb_message out = { .severity = severities[m->severity], .code = m->code, .text = m->text, .hint = m->hint,
                              .at.file = m->file };
    if (run->at.file)
        out.at = run->at;
    if (run->messages) {         /* of a record                                                  */
        json_object_array_add(run->messages, report_message(&out));
    } else {
        run->o->vb.sink(run->o->vb.user, &out);
    }
}

static void tell(const struct run *run, json_object *message)
{
    const struct vb_message m = report_message_read(message);
    run->o->vb.sink(run->o->vb.user, &m);
}

void run_tell_record(const struct run *run, json_object *line)
{
    json_object *messages = line ? report_list(line, "messages") : NULL;
    for (size_t i = 0; messages && i < json_object_array_length(messages); i++)
        tell(run, json_object_array_get_idx(messages, i));
}

static struct often *of(struct often *often, int *n, const char *code)
{
    for (int i = 0; i < *n; i++)
        if (strcmp(often[i].code, code) == 0)
            return &often[i];
    if (*n == MOST_CODES)
        return NULL;
    snprintf(often[*n].code, sizeof(often[*n].code), "%s", code);
    return &often[(*n)++];
}

static bool is_told(struct run *run, const struct vb_message *m)
{
    uint64_t h = hash_words(hash_words(hash_words(HASH_BEGIN + (uint64_t)m->at.line, m->code), m->text), m->at.file);
    return hash_is_known(run->told, &run->n_told, MOST_TOLD, h);
}

/* In place of the caller's sink in the first pass: a name that is there three thousand times is told often
 * enough to see why.                                                                                       */
void run_tell_first(void *user, const struct vb_message *m)
{
    struct run *run = user;
    run->unequal = run->unequal || strcmp(m->code, "CONTROL_TOTAL") == 0;
    if (is_told(run, m))
        return;
    struct often *seen = of(run->often, &run->n_often, m->code);
    if (seen && seen->records++ >= MOST_ALIKE)
        return;
    run->o->vb.sink(run->o->vb.user, m);
}

void run_tell_more(struct run *run)
{
    for (int i = 0; i < run->n_often; i++)
        if (run->often[i].records > MOST_ALIKE)
            say(&run->log, MSG_BATCH_MORE, NOWHERE, run->often[i].code, arena_format(&run->arena, "%d", run->often[i].records - MOST_ALIKE));
    log_flush(&run->log);
}

/* All errors of a record that failed; of warnings and notes the first of a kind, the rest are counted.     */
static void tell_record(struct run *run, int record, json_object *messages, bool failed, struct often *often, int *n)
{
    for (size_t i = 0; i < json_object_array_length(messages); i++) {
        json_object *o = json_object_array_get_idx(messages, i);
        const struct vb_message m = report_message_read(o);
        struct often *seen = m.severity == VB_ERROR ? NULL : of(often, n, m.code);
        if (m.severity == VB_ERROR ? failed && !is_told(run, &m) : seen && seen->records == 0)
            tell(run, o);
        bool machine = m.severity == VB_NOTE && !m.at.file; /* a font that it has not: no news of another record */
        if (seen && (seen->records == 0 || (seen->last != record && !machine)))
            seen->records++, seen->last = record;
    }
}

void run_tell_records(struct run *run, const struct manifest_lines *lines)
{
    struct often often[MOST_CODES] = { 0 };
    int n = 0, failed = 0;
    run->n_told = 0;
    for (int i = 0; i < lines->n; i++) {
        json_object *line = lines->line(lines->user, i), *messages = line ? report_list(line, "messages") : NULL;
        bool bad = line && strcmp(json_object_get_string(json_object_object_get(line, "status")), "failed") == 0;
        failed += bad;
        if (messages)
            tell_record(run, i, messages, bad && failed <= MOST_FAILED, often, &n);
        json_object_put(line);
    }
    for (int i = 0; i < n; i++)
        if (often[i].records > 1)
            say(&run->log, MSG_BATCH_ALSO, NOWHERE, often[i].code, arena_format(&run->arena, "%d", often[i].records - 1));
    log_flush(&run->log);
}
