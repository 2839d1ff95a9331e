/* late.c - in a child: what comes when the pages have gone. Nobody waits for it to see them: their words, for comparisons,
 * and what the decree's rules find on them; and the child that compares.                                */
#include "diff/diff.h"
#include "diff/text.h"
#include "preview/site.h"

#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

enum { MOST_FINDINGS = 500, GIVES_WAY = 10 };

/* ---- findings ------------------------------------------------------------------------------------------ */

struct measuring {
    struct vb *v;
    json_object *list;
    int states[4], left;         /* left: findings too many to be shown                                  */
    const char *counted;         /* the rule told last: it may tell several findings                       */
};

/* Of the document, from 0.                                                                                */
static int sheet_of(struct vb *v, const struct vb_verdict *verdict)
{
    int sheet = verdict->page - 1;
    for (int part = 0; part < vb_part_count(v); part++) {
        if (strcmp(vb_part(v, part).name, verdict->part) == 0)
            return sheet;
        sheet += vb_part(v, part).pages;
    }
    return verdict->page - 1;
}

static void take_verdict(void *user, const struct vb_verdict *v)
{
    struct measuring *m = user;
    m->states[v->state] += m->counted != v->rule.name;
    m->counted = v->rule.name;
    if (v->state != VB_FINDING && !v->note && v->state != VB_NOT_JUDGED)
        return;
    if (json_object_array_length(m->list) >= MOST_FINDINGS) {
        m->left++;
        return;
    }
    json_object *o = report_verdict(v);
    if (v->page)
        json_object_object_add(o, "sheet", json_object_new_int(sheet_of(m->v, v)));
    json_object_array_add(m->list, o);
}

static void send_findings(struct vb *v, int pipe)
{
    struct measuring m = { .v = v, .list = json_object_new_array() };
    json_object *o = json_object_new_object(), *counts = json_object_new_object();
    vb_check_layout(v, take_verdict, &m);
    for (int state = VB_PASS; state <= VB_NOT_JUDGED; state++)
        json_object_object_add(counts, report_state((enum vb_verdict_state)state), json_object_new_int(m.states[state]));
    json_object_object_add(o, "rules", counts);
    json_object_object_add(o, "left", json_object_new_int(m.left));
    json_object_object_add(o, "list", m.list);
    const char *text = report_line(o);
    child_send(pipe, LEAF_FINDINGS, text, strlen(text));
}

/* A comparison waits for the words. While the rest is made the browser paints: that comes first.             */
void late_send(struct vb *v, int pipe)
{
    struct arena arena = { 0 };
    struct buf words = buf_in(&arena);
    diff_keep(v, &words);
    child_send(pipe, LEAF_WORDS, words.text, (size_t)words.size);
    arena_free(&arena);
    setpriority(PRIO_PROCESS, 0, GIVES_WAY);
    send_findings(v, pipe);
}

/* ---- comparing ------------------------------------------------------------------------------------------ */

/* With the sentences that vanban diff has for them.                                                        */
static json_object *told(struct diff *d, bool english)
{
    json_object *o = diff_json(d), *changes = json_object_object_get(o, "changes");
    report_string(o, "headline", diff_headline(d, english));
    for (int i = 0; i < d->n; i++) {
        json_object *change = json_object_array_get_idx(changes, (size_t)i);
        report_string(change, "where", diff_where(d, &d->change[i], english));
        report_string(change, "what", diff_what(d, &d->change[i], english));
        report_string(change, "sign", diff_sign(&d->change[i]));
    }
    return o;
}

void child_compare(struct site *s, const struct pair *p, int pipe, pid_t parent)
{
    struct diff_document of[2];
    pipe = child_begin(s, pipe, parent);
    for (int i = 0; i < 2; i++)
        of[i] = (struct diff_document){ .name = p->e[i]->label, .kept = generation_of(p, i)->words };
    const char *text = report_line(told(diff_make(&of[0], &of[1]), s->o->english));
    child_send(pipe, LEAF_REPORT, text, strlen(text));
    _exit(0);
}
