/* watch.c - folders are watched, not files: editors write beside a file and rename over it.                */
#include "preview/site.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

static const double SETTLES = 0.004,  /* seconds until a file that was closed is taken to be whole           */
    COMES_BACK = 0.15,                /* until one that was removed is taken to be gone                      */
    SCANS = 0.2;

bool watch_open(struct site *s)
{
    s->inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    return s->inotify >= 0;
}

int watch_folder(struct site *s, const char *folder)
{
    int wd = inotify_add_watch(s->inotify, folder, IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_MOVE_SELF | IN_ONLYDIR);
    if (wd < 0)
        return -1;
    if (wd >= s->n_folders) {
        s->folder = realloc(s->folder, (size_t)(wd + 1) * sizeof(*s->folder));
        s->is_shelf = realloc(s->is_shelf, (size_t)(wd + 1) * sizeof(*s->is_shelf));
        if (!s->folder || !s->is_shelf)
            abort();
        for (; s->n_folders <= wd; s->n_folders++) {
            s->folder[s->n_folders] = NULL;
            s->is_shelf[s->n_folders] = false;
        }
    }
    if (!s->folder[wd])
        s->folder[wd] = strdup(folder);
    return wd;
}

/* ---- the files of an entry ------------------------------------------------------------------------------ */

/* The path's folder and *name in it; of a folder that is not there the nearest above it, where what leads to the path
 * will come back. Cuts the path.                                                                           */
static int watch_nearest(struct site *s, char *path, const char **name)
{
    for (;;) {
        char *slash = strrchr(path, '/');
        *name = slash ? slash + 1 : path;
        if (slash)
            *slash = '\0';
        int wd = watch_folder(s, !slash ? "." : slash == path ? "/" : path);
        if (wd >= 0 || !slash || slash == path || (errno != ENOENT && errno != ENOTDIR))
            return wd;
    }
}

static void watch_name(struct site *s, struct entry *e, const char *path)
{
    char room[PATH_MAX];
    const char *name;
    int wd = (size_t)snprintf(room, sizeof(room), "%s", path) < sizeof(room) ? watch_nearest(s, room, &name) : -1;
    for (int i = 0; wd >= 0 && i < e->n_watched; i++)
        if (e->watched[i].folder == wd && strcmp(e->watched[i].name, name) == 0)
            return;
    struct watched *more = wd < 0 ? NULL : realloc(e->watched, (size_t)(e->n_watched + 1) * sizeof(*more));
    if (!more)
        return;
    e->watched = more;
    e->watched[e->n_watched++] = (struct watched){ wd, strdup(name) };
}

/* And what it leads to, when it is a link.                                                                 */
static void watch_file(struct site *s, struct entry *e, const char *path)
{
    char real[PATH_MAX];
    watch_name(s, e, path);
    if (realpath(path, real))
        watch_name(s, e, real);
}

static void watch_places(struct site *s, struct entry *e, json_object *report)
{
    json_object *messages = report_list(report, "messages");
    static const char *const places[] = { "at", "wanted" };
    for (size_t i = 0; messages && i < json_object_array_length(messages); i++)
        for (int k = 0; k < 2; k++) {
            json_object *place = json_object_object_get(json_object_array_get_idx(messages, i), places[k]);
            json_object *file = place ? json_object_object_get(place, "file") : NULL;
            if (file)
                watch_file(s, e, json_object_get_string(file));
        }
}

/* What it was once made of is kept: a template that is broken now does not say what it includes.           */
void watch_files(struct site *s, struct entry *e)
{
    watch_file(s, e, e->path);
    if (e->template_path)
        watch_file(s, e, e->template_path);
    for (int kind = 0; kind < VIEWS; kind++) {
        json_object *last = e->view[kind].last, *inputs = last ? report_list(last, "inputs") : NULL;
        for (size_t i = 0; inputs && i < json_object_array_length(inputs); i++)
            watch_file(s, e, json_object_get_string(json_object_array_get_idx(inputs, i)));
        if (last)
            watch_places(s, e, last);
    }
}

/* ---- hearing --------------------------------------------------------------------------------------------- */

/* The name in the folder; NULL: the folder itself is gone.                                                 */
static void changed(struct site *s, int folder, const char *name, double settles)
{
    double due = site_now() + settles;
    for (int i = 0; i < s->n_entries; i++)
        for (int k = 0; k < s->entry[i]->n_watched; k++) {
            const struct watched *w = &s->entry[i]->watched[k];
            if (w->folder != folder || (name && strcmp(w->name, name) != 0))
                continue;
            s->entry[i]->changes++;
            s->shelf++;
            for (int kind = 0; kind < VIEWS; kind++) {
                struct view *v = &s->entry[i]->view[kind];
                v->stale = v->stale || v->revision || v->child;
                v->due = due;
            }
        }
}

static bool is_xml(const char *name)
{
    size_t n = strlen(name);
    return n > 4 && strcmp(name + n - 4, ".xml") == 0;
}

static void heard(struct site *s, const struct inotify_event *event)
{
    if (event->wd < 0 || event->wd >= s->n_folders)
        return;                  /* it missed some: the next one that is saved is seen                          */
    if (event->mask & IN_IGNORED) {
        free(s->folder[event->wd]);
        s->folder[event->wd] = NULL;
        changed(s, event->wd, NULL, COMES_BACK);
        s->news = true;
        return;
    }
    if (event->mask & IN_MOVE_SELF && !s->is_shelf[event->wd])
        inotify_rm_watch(s->inotify, event->wd); /* what stands at its path now is another: it is ignored from here on */
    if (!event->len)
        return;
    bool there = !(event->mask & (IN_DELETE | IN_MOVED_FROM | IN_ISDIR)); /* a folder is filled yet             */
    if (!(event->mask & IN_CREATE) || event->mask & IN_ISDIR) { /* a file that is new is whole when it is closed   */
        changed(s, event->wd, event->name, there ? SETTLES : COMES_BACK);
        s->news = true;
    }
    if (s->is_shelf[event->wd] && (is_xml(event->name) || (event->mask & IN_ISDIR)))
        s->scan_due = site_now() + SCANS;
}

void watch_hear(struct site *s)
{
    _Alignas(struct inotify_event) char room[1 << 16];
    ssize_t n;
    while ((n = read(s->inotify, room, sizeof(room))) > 0)
        for (const char *at = room; at < room + n;) {
            const struct inotify_event *event = (const struct inotify_event *)at;
            heard(s, event);
            at += sizeof(*event) + event->len;
        }
}
