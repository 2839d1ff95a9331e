/* shelf.c - the documents that can be looked at: the files that were named, and all data in the folders.   */
#include "preview/site.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH = 4 };

/* ---- entries ------------------------------------------------------------------------------------------------ */

static int is_listed(const struct dirent *entry) { return entry->d_name[0] != '.' && (entry->d_type == DT_DIR || file_is_xml(entry)); }

static struct entry *add(struct site *s, const char *path, const char *label, const char *inside)
{
    struct entry **more = s->n_entries < MOST_ENTRIES ? realloc(s->entry, (size_t)(s->n_entries + 1) * sizeof(*more)) : NULL;
    struct entry *e = more ? calloc(1, sizeof(*e)) : NULL;
    if (more)
        s->entry = more;
    if (!e)
        return NULL;
    *e = (struct entry){ .path = strdup(path), .name = strdup(label), .label = strdup(label), .inside = inside ? strdup(inside) : NULL };
    s->entry[s->n_entries++] = e;
    return e;
}

/* ---- several in one file ----------------------------------------------------------------------------------- */

static void name(struct entry *e, int number)
{
    free(e->label);
    if (!number)
        e->label = strdup(e->name);
    else if (asprintf(&e->label, "%s · %d", e->name, number) < 0)
        abort();
}

/* They share its template, and come and go with it.                                                          */
static void meet_others(struct site *s, const struct entry *first)
{
    for (int i = 0; i < s->n_entries; i++) {
        struct entry *e = s->entry[i];
        if (e->first != first)
            continue;
        e->gone = first->gone || e->record > first->records;
        free(e->template_path);
        e->template_path = first->template_path ? strdup(first->template_path) : NULL;
        watch_files(s, e);
    }
}

static int most_of(const struct site *s, const struct entry *first)
{
    int most = 1;
    for (int i = 0; i < s->n_entries; i++)
        if (s->entry[i]->first == first && s->entry[i]->record > most)
            most = s->entry[i]->record;
    return most;
}

void shelf_records(struct site *s, struct entry *e, int n)
{
    struct entry *first = e->first ? e->first : e, *other;
    if (n == first->records)
        return;
    first->records = n;
    name(first, n > 1);
    for (int i = most_of(s, first) + 1; i <= n && i <= MOST_RECORDS && (other = add(s, first->path, first->name, first->inside)); i++) {
        other->first = first;
        other->record = i;
        name(other, i);
    }
    meet_others(s, first);
    s->shelf++;
    s->news = true;
}

/* ---- files -------------------------------------------------------------------------------------------------- */

/* The same file again is the same entry.                                                                     */
static void meet(struct site *s, const char *path, const char *label, const char *inside)
{
    struct entry *e = NULL;
    for (int i = 0; i < s->n_entries && !e; i++)
        e = strcmp(s->entry[i]->path, path) == 0 ? s->entry[i] : NULL;
    if (!e)
        e = add(s, path, label, inside);
    if (!e)
        return;
    e->gone = false;
    free(e->template_path);
    e->template_path = s->o->template_path ? strdup(s->o->template_path) : file_template(path);
    watch_files(s, e);
    meet_others(s, e);
}

static bool is_below(const char *real, const char *folder)
{
    size_t n = strlen(folder);
    return strncmp(real, folder, n) == 0 && (real[n] == '/' || n == 1);
}

bool shelf_allows(const struct entry *e, const char *path)
{
    char real[PATH_MAX];
    return !e->inside || strcmp(path, e->path) != 0 || !realpath(path, real) || is_below(real, e->inside);
}

static void scan(struct site *s, const char *folder, const char *shown, const char *inside, int depth)
{
    struct dirent **list;
    int n = scandir(folder, &list, is_listed, alphasort), wd = watch_folder(s, folder);
    if (wd >= 0)
        s->is_shelf[wd] = true;
    for (int i = 0; i < n; i++) {
        char *path = file_joined(folder, list[i]->d_name), *label = *shown ? file_joined(shown, list[i]->d_name) : strdup(list[i]->d_name);
        char real[PATH_MAX];
        if (list[i]->d_type == DT_DIR && depth < DEPTH)
            scan(s, path, label, inside, depth + 1);
        else if (list[i]->d_type != DT_DIR && realpath(path, real) && is_below(real, inside) && file_root(path) == ROOT_DATA)
            meet(s, path, label, inside);
        free(path);
        free(label);
        free(list[i]);
    }
    if (n >= 0)
        free(list);
}

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

void shelf_scan(struct site *s)
{
    static const char *const here[] = { "." };
    const char *const *path = s->o->n_paths ? s->o->paths : here;
    int n = s->o->n_paths ? s->o->n_paths : 1;
    for (int i = 0; i < s->n_entries; i++)
        s->entry[i]->gone = s->entry[i]->inside != NULL;
    for (int i = 0; i < n; i++) {
        char real[PATH_MAX];
        if (is_folder(path[i]) && realpath(path[i], real))
            scan(s, path[i], n > 1 ? path[i] : "", real, 0);
    }
    s->scan_due = 0;
    s->shelf++;
    s->news = true;
}

static bool is_data(struct site *s, const char *path)
{
    if (access(path, R_OK) != 0)
        log_say_file(&s->log, MSG_FILE_UNREADABLE, path, log_errno(&s->log, errno));
    else if (file_root(path) == ROOT_TEMPLATE)
        log_say_file(&s->log, MSG_PREVIEW_TEMPLATE, path, path);
    else
        return true;
    return false;
}

/* What a file is compared with is the second entry: another file, or the same by another template.              */
static void open_other(struct site *s)
{
    const struct preview_options *o = s->o;
    const char *path = o->against ? o->against : o->paths[0], *folder = is_folder(o->paths[0]) ? o->paths[0] : is_folder(path) ? path : NULL;
    if (folder)
        log_say_file(&s->log, MSG_PREVIEW_AGAINST, folder, folder);
    else if (o->against ? is_data(s, path) : s->n_entries > 0) {
        struct entry *e = add(s, path, path, NULL);
        if (!e)
            return;
        const char *own = o->template_b ? o->template_b : o->template_path;
        e->template_path = own ? strdup(own) : file_template(path);
        watch_files(s, e);
    }
}

/* A file that is named must be there now, and be data; a folder may be filled later.                           */
int shelf_open(struct site *s)
{
    for (int i = 0; i < s->o->n_paths; i++)
        if (!is_folder(s->o->paths[i]) && is_data(s, s->o->paths[i]))
            meet(s, s->o->paths[i], s->o->paths[i], NULL);
    if (s->o->against || s->o->template_b)
        open_other(s);
    shelf_scan(s);
    if (!s->log.errors && !s->n_entries)
        say(&s->log, MSG_PREVIEW_NOTHING, NOWHERE, s->o->n_paths ? s->o->paths[0] : ".");
    int errors = s->log.errors;
    log_flush(&s->log);
    return errors ? VB_REJECTED : VB_DONE;
}

/* ---- what may be shown of it ------------------------------------------------------------------------------- */

static bool is_in_places(json_object *report, const char *path)
{
    json_object *inputs = report ? report_list(report, "inputs") : NULL;
    for (size_t i = 0; inputs && i < json_object_array_length(inputs); i++)
        if (strcmp(json_object_get_string(json_object_array_get_idx(inputs, i)), path) == 0)
            return true;
    json_object *messages = report ? report_list(report, "messages") : NULL;
    static const char *const places[] = { "at", "wanted" };
    for (size_t i = 0; messages && i < json_object_array_length(messages); i++)
        for (int k = 0; k < 2; k++) {
            json_object *place = json_object_object_get(json_object_array_get_idx(messages, i), places[k]);
            json_object *file = place ? json_object_object_get(place, "file") : NULL;
            if (file && strcmp(json_object_get_string(file), path) == 0)
                return true;
        }
    return false;
}

bool shelf_is_file_of(const struct entry *e, const char *path)
{
    bool own = strcmp(path, e->path) == 0 || (e->template_path && strcmp(path, e->template_path) == 0);
    for (int kind = 0; kind < VIEWS && !own; kind++)
        own = is_in_places(e->view[kind].last, path) || is_in_places(e->view[kind].now.good, path) || is_in_places(e->view[kind].before.good, path);
    return own && shelf_allows(e, path);
}

void shelf_free(struct site *s)
{
    for (int i = 0; i < s->n_entries; i++) {
        struct entry *e = s->entry[i];
        for (int kind = 0; kind < VIEWS; kind++) {
            json_object_put(e->view[kind].last);
            json_object_put(e->view[kind].findings);
            generation_free(&e->view[kind].now);
            generation_free(&e->view[kind].before);
        }
        for (int k = 0; k < e->n_watched; k++)
            free(e->watched[k].name);
        free(e->watched);
        free(e->path);
        free(e->name);
        free(e->label);
        free(e->template_path);
        free(e->inside);
        free(e);
    }
    free(s->entry);
}
