/* run.c - the command: two documents set, compared, told, shown.                                      */
#include "base/utf8.h"
#include "diff/text.h"
#include "html/html.h"
#include "report/report.h"

struct run {
    const struct diff_options *o;
    struct vb_options vb;
    struct vb *v[2];
    struct arena arena;
    const char **told;
    int n_told, room_told;
};

/* What both documents have to say, of the fonts for one, is said once.                                     */
static void tell_once(void *user, const struct vb_message *m)
{
    struct run *run = user;
    const char *text = arena_format(&run->arena, "%s:%d:%d:%s", m->at.file ? m->at.file : "", m->at.line, m->at.column, m->text);
    for (int i = 0; i < run->n_told; i++)
        if (strcmp(run->told[i], text) == 0)
            return;
    run->told = arena_grow(&run->arena, run->told, run->n_told + 1, &run->room_told, sizeof(*run->told));
    run->told[run->n_told++] = text;
    run->o->vb.sink(run->o->vb.user, m);
}

static int write_page(struct run *run, struct diff *d)
{
    const struct diff_options *o = run->o;
    struct buf page = buf_in(&run->arena);
    const char *const input[] = { o->data[0], o->data[1], o->template_path[0], o->template_path[1] };
    return diff_page(d, o->english, &page) ? html_save(&o->vb, o->output, &page, input, LENGTH(input)) : VB_OUTPUT;
}

static void put_line(FILE *to, const char *s)
{
    utf8_show(to, s, strlen(s));
    fputc('\n', to);
}

static void put(FILE *to, json_object *o)
{
    fprintf(to, "%s\n", report_line(o));
    json_object_put(o);
}

static void print(const struct run *run, struct diff *d)
{
    FILE *to = run->o->to;
    if (run->o->json) {
        json_object *all = diff_json(d);
        json_object_object_del(all, "changes");
        put(to, all);
    } else {
        put_line(to, diff_headline(d, run->o->english));
    }
    for (int i = 0; i < d->n; i++) {
        if (run->o->json)
            put(to, diff_json_change(d, i));
        else
            put_line(to, diff_sentence(d, i, run->o->english));
    }
}

static int compare(struct run *run)
{
    const struct diff_options *o = run->o;
    vb_start_clock(run->v[0]);
    struct diff *d = diff_make(&(struct diff_document){ run->v[0], o->data[0] }, &(struct diff_document){ run->v[1], o->data[1] });
    int status = diff_differs(d) ? VB_FINDINGS : VB_DONE, written = o->output ? write_page(run, d) : VB_DONE;
    if (written == VB_DONE && o->to)
        print(run, d);
    if (written == VB_DONE && o->to && (fflush(o->to) != 0 || ferror(o->to))) {
        fprintf(stderr, "vanban: %s\n", o->english ? "the changes cannot be written" : "không ghi được các thay đổi");
        written = VB_OUTPUT;
    }
    diff_free(d);
    return written == VB_DONE ? status : written;
}

/* Both are set before anything is said of them: each has its own faults to tell.                           */
static int set_both(struct run *run)
{
    int worst = VB_DONE;
    for (int i = 0; i < 2; i++) {
        const struct diff_options *o = run->o;
        int status = run->v[i] ? vb_read(run->v[i], o->data[i], o->template_path[i]) : VB_REJECTED;
        if (status == VB_DONE)
            status = vb_set(run->v[i]);
        worst = status > worst ? status : worst;
    }
    return worst;
}

int diff_run(const struct diff_options *o)
{
    struct run run = { .o = o, .vb = o->vb };
    run.vb.sink = tell_once;
    run.vb.user = &run;
    for (int i = 0; i < 2; i++)
        run.v[i] = vb_open(&run.vb);
    int status = set_both(&run);
    if (status == VB_DONE)
        status = compare(&run);
    for (int i = 0; i < 2; i++)
        vb_close(run.v[i]);
    arena_free(&run.arena);
    return status;
}
