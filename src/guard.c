/* guard.c - how a verb ends: its messages told, and nothing half done when memory or time is over. The one
 * place that catches the want of them.                                                         */
#include "chain.h"
#include "explain.h"
#include "read/xml/xml.h"

#include <errno.h>

void tell_message(void *user, const struct log_message *m)
{
    static const enum vb_severity severities[] = { VB_NOTE, VB_WARNING, VB_ERROR };
    const struct vb *v = user;
    struct vb_message out = { .severity = severities[m->severity], .code = m->code,
                              .text = m->text, .hint = m->hint, .at = vb_place_of(m->at),
                              .wanted = vb_place_of(m->wanted) };
    if (m->file)
        out.at.file = m->file;
    if (v->options->sink)
        v->options->sink(v->options->user, &out);
}

/* There may be nothing left to make a message of, and it may be made in a signal's handler.       */
static struct vb_message end_message(enum arena_end why, enum lang lang, int64_t seconds, char *text, size_t size)
{
    const struct message_row *row = &messages[why == ARENA_NO_TIME ? MSG_TIME_OVER : MSG_NO_MEMORY];
    const char *sentence = row->text[lang], *word = strstr(sentence, "{1}");
    if (word)
        snprintf(text, size, "%.*s%lld%s", (int)(word - sentence), sentence, (long long)seconds, word + 3);
    return (struct vb_message){ .severity = VB_ERROR, .code = row->code, .text = word ? text : sentence, .hint = row->hint[lang] };
}

int tell_end(struct vb *v, enum arena_end why)
{
    char text[200];
    const struct vb_message out = end_message(why, v->log.lang, log_limit(&v->log, LIMIT_SECONDS), text, sizeof(text));
    if (v->options->sink)
        v->options->sink(v->options->user, &out);
    return VB_REJECTED;
}

void vb_start_clock(struct vb *v) { log_start_clock(&v->log); }

bool vb_is_overdue(void) { return clock_is_overdue(&(int64_t){ 0 }); }

struct vb_message vb_abandon(const char *lang)
{
    static char text[200];
    int64_t seconds;
    enum arena_end why = clock_is_overdue(&seconds) ? ARENA_NO_TIME : ARENA_NO_MEMORY;
    outputs_abandon();
    return end_message(why, lang && strcmp(lang, "en") == 0 ? LANG_EN : LANG_VI, seconds, text, sizeof(text));
}

/* What was at work when memory or time ended may be half of it: all begins anew with the next document. */
void chain_forget(struct vb *v)
{
    merge_abandon(v);
    chain_begin(v);
    v->templates = (struct templates){ 0 };
    v->fonts = NULL;
    v->tools = NULL;
    arena_free(&v->record);
    arena_free(&v->tree);
    arena_free(&v->part);
    arena_free(&v->template);
    arena_free(&v->job);
}

/* What was being written is not there.                                                          */
static int ended(struct vb *v, enum arena_end why)
{
    if (v->out) {
        v->out->error = why == ARENA_NO_TIME ? ETIME : ENOMEM; /* then nothing is left of them */
        output_finish(v->out);
        outputs_keep(v->outs);
    }
    v->outs = v->out = NULL;
    chain_forget(v);
    return tell_end(v, why);
}

static int caught(struct vb *v, int (*step)(struct vb *, const struct request *), const struct request *r)
{
    switch (setjmp(v->no_memory)) {
    case 0:
        break;
    case ARENA_NO_TIME:
        return ended(v, ARENA_NO_TIME);
    default:
        return ended(v, ARENA_NO_MEMORY);
    }
    log_start_clock(&v->log);
    int status = step(v, r);
    log_flush(&v->log);
    return status;
}

int guarded(struct vb *v, int (*step)(struct vb *, const struct request *), const struct request *r)
{
    const struct xml_voice voice = xml_hush();
    int status = caught(v, step, r);
    log_stop_clock();
    xml_unhush(voice);
    return status;
}
