/* own.c - no file of a run is written over by another of the same run. Names that one template gives have
 * been compared in the first pass; here are those of several, of parts, and of the lists.                    */
#include "batch/run.h"

#include "base/hash.h"
#include "base/path.h"
#include "base/utf8.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

struct given { uint64_t hash; int record, maker; };

/* ---- records ----------------------------------------------------------------------------------------- */

/* A folder that others share may not tell capitals apart.                                                    */
static uint64_t hash_of(const char *name)
{
    struct arena a = { 0 };
    uint64_t h = hash_words(HASH_BEGIN, utf8_fold(&a, name));
    arena_free(&a);
    return h;
}

static int by_hash(const void *a, const void *b)
{
    const struct given *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return x->record != y->record ? x->record - y->record : x->maker - y->maker;
}

static const char *name_of(struct run *run, int record, int maker)
{
    struct maker *m = &run->maker[maker];
    struct vb_item item;
    return vb_item(m->v, run->items, record, m->template_path, &item) == VB_DONE ? item.name : NULL;
}

static void say_twice(struct run *run, const struct given *first, const struct given *second)
{
    const char *name = name_of(run, second->record, second->maker);
    run->at = vb_item_place(run->items, second->record);
    say(&run->log, MSG_FILE_NAME_TWICE, NOWHERE, name ? name : "", arena_format(&run->arena, "%d", first->record + 1));
    log_flush(&run->log);
    run->at = (struct vb_place){ 0 };
}

/* What is wrong with a record is told when it is made.                                                       */
static void take_names(struct run *run)
{
    for (int k = 0; k < run->n_makers; k++)
        run->maker[k].options.sink = NULL;
    for (int i = 0; i < run->n; i++)
        for (int k = 0; k < run->n_makers; k++) {
            const char *name = name_of(run, i, k);
            if (name)
                run->given[run->n_given++] = (struct given){ hash_of(name), i, k };
        }
    qsort(run->given, (size_t)run->n_given, sizeof(*run->given), by_hash);
}

bool own_names(struct run *run)
{
    int errors = run->log.errors;
    if (run->n_makers == 1)
        return true;
    run->given = calloc((size_t)run->n * (size_t)run->n_makers + 1, sizeof(*run->given));
    if (!run->given)
        return false;
    take_names(run);
    for (int i = 1; i < run->n_given && run->log.errors - errors < MAX_MESSAGES; i++)
        if (run->given[i].hash == run->given[i - 1].hash)
            say_twice(run, &run->given[i - 1], &run->given[i]);
    return run->log.errors == errors;
}

bool own_has(const struct run *run, const char *name)
{
    const uint64_t hash = run->given ? hash_of(name) : 0;
    int low = 0, high = run->n_given;
    if (!run->given)
        return vb_collection_has(run->items, name);
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (run->given[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low < run->n_given && run->given[low].hash == hash;
}

bool own_parts(struct run *run, const struct maker *m)
{
    bool good = true;
    for (int i = 0; i < vb_part_count(m->v); i++) {
        const struct vb_part part = vb_part(m->v, i);
        struct arena a = { 0 };
        struct log log = { .arena = &a, .lang = run->log.lang, .sink = run_tell, .user = run };
        const char *name = *part.name ? arena_format(&a, "%s-%s", m->name, part.name) : NULL;
        if (name && own_has(run, name)) {
            say(&log, MSG_FILE_NAME_PART, NOWHERE, name);
            good = false;
        }
        log_flush(&log);
        arena_free(&a);
    }
    return good;
}

/* ---- lists ------------------------------------------------------------------------------------------------ */

static bool is_read(const struct run *run, const char *path)
{
    const struct batch_options *o = run->o;
    bool input = path_is_same_file(path, o->which.map);
    for (int i = 0; i < o->n_paths; i++)
        input = input || path_is_same_file(path, o->paths[i]);
    for (int i = 0; i < o->n_templates; i++)
        input = input || path_is_same_file(path, o->templates[i]);
    return input;
}

/* A manifest's, or a record's.                                                                               */
static bool is_of_run(struct run *run, const char *name)
{
    size_t n = strlen(name);
    bool pdf = n > 4 && strcasecmp(name + n - 4, ".pdf") == 0;
    return strncmp(name, "manifest", 8) == 0 || (pdf && own_has(run, arena_copy(&run->arena, name, n - 4)));
}

static void check_list(struct run *run, const char *path, const char *const *others, int n)
{
    const char *folder, *other_folder, *name = path_last(&run->arena, path, &folder);
    if (is_read(run, path))
        say(&run->log, MSG_OUTPUT_IS_INPUT, NOWHERE, path);
    else if (strcmp(path, "-") != 0 && access(folder, W_OK | X_OK) != 0)
        say(&run->log, MSG_OUTPUT_FAILED, NOWHERE, path, log_errno(&run->log, errno));
    else if (path_is_same_file(folder, run->folder) && is_of_run(run, name))
        say(&run->log, MSG_OUTPUT_TWICE, NOWHERE, path, arena_format(&run->arena, "%s/%s", run->folder, name));
    for (int i = 0; i < n; i++)
        if (others[i] && strcmp(path_last(&run->arena, others[i], &other_folder), name) == 0 && path_is_same_file(folder, other_folder))
            say(&run->log, MSG_OUTPUT_TWICE, NOWHERE, path, others[i]);
}

bool own_lists(struct run *run)
{
    const char *const paths[] = { run->o->list, run->o->sheet, run->o->merged, run->o->map };
    int errors = run->log.errors;
    for (int i = 0; i < LENGTH(paths); i++)
        if (paths[i])
            check_list(run, paths[i], paths, i);
    return run->log.errors == errors;
}
