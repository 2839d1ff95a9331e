/* work.c - the children: started when somebody looks at what has changed, heard, and ended when they take too
 * long. What one has sent takes the place of what was there only when it was good.                        */
#include "preview/site.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { READ_ROOM = 1 << 18, MOST_SENT = 1 << 29 };
static const double LOOKED_AT = 60;  /* seconds; what nobody asked for since is made when somebody does      */

/* ---- what has come of it ----------------------------------------------------------------------------- */

static void add_hashes(json_object *report, const struct leaves *l)
{
    json_object *pages = json_object_object_get(report, "pages");
    size_t n = 0;
    for (int i = 0; i < l->n; i++) {
        const struct leaf *leaf = &l->leaf[i];
        json_object *page = leaf->kind == LEAF_PAGE && pages ? json_object_array_get_idx(pages, n++) : NULL;
        if (page)
            report_string(page, "hash", leaf->hash);
        if (page)
            report_string(page, "look", leaf->look);
        else if (leaf->kind == LEAF_STYLE)
            report_string(report, "style", leaf->hash);
    }
}

static void settle(struct site *s, struct child *c, json_object *report)
{
    struct entry *e = c->entry;
    struct view *v = e ? &e->view[c->kind] : NULL;
    json_object *status = json_object_object_get(report, "status");
    c->done = true;
    c->entry = NULL;
    if (!v) {
        json_object_put(report);
        return;
    }
    json_object_put(v->last);
    v->last = report;
    if (status && strcmp(json_object_get_string(status), "done") == 0) {
        add_hashes(report, &c->leaves);
        json_object_put(v->good);
        v->good = json_object_get(report);
        leaves_free(&v->before);
        v->before = v->leaves;
        v->leaves = c->leaves;
        c->leaves = (struct leaves){ 0 };
    }
    v->child = NULL;
    v->revision = ++v->made;
    leaves_forget(s);
    watch_files(s, e);
    server_wake(s);
}

/* It sent no report of its own: one is made for it.                                                      */
static void settle_without(struct site *s, struct child *c, enum message id, const char *detail)
{
    if (!c->entry)
        return;
    json_object *report = json_object_new_object();
    s->told = json_object_new_array();
    log_say_file(&s->log, id, c->entry->path, detail);
    log_flush(&s->log);
    json_object_object_add(report, "status", json_object_new_string(id == MSG_PREVIEW_SLOW ? "slow" : "crashed"));
    json_object_object_add(report, "messages", s->told);
    s->told = NULL;
    settle(s, c, report);
}

/* ---- hearing ------------------------------------------------------------------------------------------ */

static void end(struct site *s, struct child *c)
{
    char number[16];
    int status = 0;
    kill(c->pid, SIGKILL);       /* it has closed its end, or must                                         */
    close(c->pipe);
    while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR)
        ;
    snprintf(number, sizeof(number), "%d", WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
    settle_without(s, c, MSG_PREVIEW_CRASHED, number);
    leaves_free(&c->leaves);
    *c = (struct child){ .in = c->in, .room = c->room };
}

/* The leaf that begins at `from`, if all of it is there; its length.                                       */
static size_t take_leaf(struct site *s, struct child *c, size_t from)
{
    uint32_t head[2];
    if (c->have - from < sizeof(head))
        return 0;
    memcpy(head, c->in + from, sizeof(head));
    if (c->have - from - sizeof(head) < head[1])
        return 0;
    const char *bytes = c->in + from + sizeof(head);
    if (head[0] == LEAF_REPORT) {
        json_tokener *t = json_tokener_new();
        json_object *report = json_tokener_parse_ex(t, bytes, (int)head[1]);
        json_tokener_free(t);
        if (report)
            settle(s, c, report);
    } else {
        leaves_add(&c->leaves, (char)head[0], bytes, head[1]);
    }
    return sizeof(head) + head[1];
}

void work_hear(struct site *s, struct child *c)
{
    if (c->room - c->have < READ_ROOM) {
        c->room += READ_ROOM;
        c->in = realloc(c->in, c->room);
        if (!c->in)
            abort();
    }
    ssize_t n = read(c->pipe, c->in + c->have, c->room - c->have);
    if (n < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    c->have += n > 0 ? (size_t)n : 0;
    size_t from = 0, one;
    while (!c->done && (one = take_leaf(s, c, from)) > 0)
        from += one;
    memmove(c->in, c->in + from, c->have - from);
    c->have -= from;
    if (n <= 0 || c->have > MOST_SENT)
        end(s, c);
}

void work_end_late(struct site *s)
{
    char seconds[16];
    for (int i = 0; i < MOST_CHILDREN; i++) {
        struct child *c = &s->child[i];
        if (!c->pid || site_now() < c->until)
            continue;
        snprintf(seconds, sizeof(seconds), "%d", s->o->limit ? s->o->limit : PREVIEW_SECONDS);
        settle_without(s, c, MSG_PREVIEW_SLOW, seconds);
        end(s, c);
    }
}

/* ---- starting ------------------------------------------------------------------------------------------ */

static void start(struct site *s, struct child *c, struct entry *e, enum view_kind kind)
{
    int ends[2];
    pid_t parent = getpid();
    if (pipe2(ends, O_CLOEXEC) != 0)
        return;
    pid_t pid = fork();
    if (pid == 0)
        child_run(s, e, kind, ends[1], parent);
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return;
    }
    c->pid = pid;
    c->pipe = ends[0];
    c->entry = e;
    c->kind = kind;
    c->until = site_now() + (s->o->limit ? s->o->limit : PREVIEW_SECONDS);
    e->view[kind].child = c;
    e->view[kind].stale = false;
}

static struct child *idle(struct site *s)
{
    for (int i = 0; i < MOST_CHILDREN; i++)
        if (!s->child[i].pid)
            return &s->child[i];
    return NULL;
}

static bool is_wanted(const struct view *v) { return v->stale && site_now() - v->asked < LOOKED_AT; }

/* A rendering of what has changed since is given up: nobody will see it.                                   */
static void give_up(struct site *s, struct view *v)
{
    struct child *c = v->child;
    v->child = NULL;
    c->entry = NULL;
    end(s, c);
}

void work_start_due(struct site *s)
{
    double now = site_now();
    for (int kind = 0; kind < VIEWS; kind++)
        for (int i = 0; i < s->n_entries; i++) {
            struct view *v = &s->entry[i]->view[kind];
            if (!is_wanted(v) || v->due > now)
                continue;
            if (v->child)
                give_up(s, v);
            struct child *c = idle(s);
            if (!c)
                return;
            start(s, c, s->entry[i], (enum view_kind)kind);
        }
}

/* What waits for an idle child is begun when one ends.                                                     */
double work_next(const struct site *s)
{
    double next = INFINITY, now = site_now();
    for (int i = 0; i < MOST_CHILDREN; i++)
        if (s->child[i].pid)
            next = fmin(next, s->child[i].until);
    for (int kind = 0; kind < VIEWS; kind++)
        for (int i = 0; i < s->n_entries; i++)
            if (is_wanted(&s->entry[i]->view[kind]) && s->entry[i]->view[kind].due > now)
                next = fmin(next, s->entry[i]->view[kind].due);
    return next;
}

void work_want(struct site *s, struct entry *e, enum view_kind kind)
{
    struct view *v = &e->view[kind];
    (void)s;
    v->asked = site_now();
    if (!v->revision && !v->child)
        v->stale = true;
}

void work_close(struct site *s)
{
    for (int i = 0; i < MOST_CHILDREN; i++) {
        s->child[i].entry = NULL;
        if (s->child[i].pid)
            end(s, &s->child[i]);
        free(s->child[i].in);
    }
}
