/* hear.c - what the children send. It takes the place of what was there only when it was good.            */
#include "preview/site.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { READ_ROOM = 1 << 18, MOST_SENT = 1 << 29 };

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
    json_object *status = json_object_object_get(report, "status"), *records = json_object_object_get(report, "records");
    c->entry = NULL;
    if (!v) {
        json_object_put(report);
        return;
    }
    json_object_put(v->last);
    v->last = report;
    if (status && strcmp(json_object_get_string(status), "done") == 0) {
        add_hashes(report, &c->leaves);
        generation_next(s, v, &c->leaves, report);
        if (v->late && work_has_words(v->late)) /* what is found on pages that nobody sees                        */
            work_give_up(s, v->late);
        c->late = v;
        c->generation = v->now.id;
        v->late = c;
    }
    v->child = NULL;
    v->revision = ++v->made;
    leaves_forget(s);
    if (records)
        shelf_records(s, e, json_object_get_int(records));
    watch_files(s, e);
    s->news = true;
}

/* It sent no report of its own: one is made for it.                                                      */
static void settle_without(struct site *s, struct child *c, enum message id, const char *detail)
{
    if (c->pair)
        pair_settle(s, c->pair, NULL);
    c->pair = NULL;
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

static json_object *parsed(const char *bytes, size_t n)
{
    json_tokener *t = json_tokener_new();
    json_object *o = json_tokener_parse_ex(t, bytes, (int)n);
    json_tokener_free(t);
    return o;
}

/* ---- what comes behind the pages ------------------------------------------------------------------------ */

static void measured(struct site *s, struct view *v, json_object *findings)
{
    json_object_put(v->findings);
    v->findings = findings;
    v->measured = v->revision;
    v->now.measured = true;
    s->news = true;
}

/* What the child has sent the pages of; there may be newer ones already.                                   */
static struct generation *late_of(const struct child *c)
{
    struct view *v = c->late;
    if (!v)
        return NULL;
    return v->now.id == c->generation ? &v->now : v->before.id == c->generation ? &v->before : NULL;
}

/* Words are waited for: what is on the pages may soon be what was before.                                  */
bool work_has_words(const struct child *c)
{
    const struct generation *g = late_of(c);
    return !g || g->words;
}

static void take_late(struct site *s, struct child *c, char kind, const char *bytes, size_t n)
{
    struct generation *g = late_of(c);
    if (!g)
        return;
    if (kind == LEAF_WORDS && !g->words && (g->words = malloc(n)))
        memcpy(g->words, bytes, n);
    else if (kind == LEAF_FINDINGS && g == &c->late->now)
        measured(s, c->late, parsed(bytes, n));
}

/* Some of it may never have come.                                                                        */
static void end_late(struct site *s, struct child *c)
{
    struct view *v = c->late;
    struct generation *g = late_of(c);
    c->late = NULL;
    if (v && v->late == c)
        v->late = NULL;
    if (g)
        g->ended = true;
    if (g && g == &v->now && !g->measured) /* the revision may be that of a save that was rejected since */
        measured(s, v, NULL);
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
    bool no_memory = WIFEXITED(status) && WEXITSTATUS(status) == VB_REJECTED;
    settle_without(s, c, no_memory ? MSG_NO_MEMORY : MSG_PREVIEW_CRASHED, number);
    end_late(s, c);
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
    if (head[0] == LEAF_REPORT && c->pair) {
        struct pair *p = c->pair;
        c->pair = NULL;
        pair_settle(s, p, parsed(bytes, head[1]));
    } else if (head[0] == LEAF_REPORT) {
        json_object *report = parsed(bytes, head[1]);
        if (report)
            settle(s, c, report);
    } else if (head[0] == LEAF_WORDS || head[0] == LEAF_FINDINGS) {
        take_late(s, c, (char)head[0], bytes, head[1]);
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
    while ((one = take_leaf(s, c, from)) > 0)
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

/* What is made of what has changed since is given up: nobody will see it.                                   */
void work_give_up(struct site *s, struct child *c)
{
    c->entry = NULL;
    c->pair = NULL;
    end(s, c);
}
