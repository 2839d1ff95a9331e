/* batch.c - the run: what it is made of, the workers, the end.                                            */
#include "batch/batch.h"

#include "base/output.h"
#include "batch/run.h"
#include "report/report.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;
static void interrupt(int signal) { (void)signal, interrupted = 1; }

/* ---- the beginning ----------------------------------------------------------------------------------------- */

static bool make_folder(struct run *run)
{
    struct stat st;
    if (run->o->dry)
        return true;
    int error = mkdir(run->folder, 0777) == 0 || errno == EEXIST ? 0 : errno;
    if (!error && (stat(run->folder, &st) != 0 || !S_ISDIR(st.st_mode)))
        error = ENOTDIR;
    if (!error && access(run->folder, W_OK | X_OK) != 0)
        error = errno;
    if (error)
        say(&run->log, MSG_BATCH_FOLDER, NOWHERE, run->folder, log_errno(&run->log, error));
    return !error;
}

static bool open_makers(struct run *run)
{
    const struct batch_options *o = run->o;
    run->n_makers = o->n_templates ? o->n_templates : 1;
    for (int k = 0; k < run->n_makers; k++) {
        struct maker *m = &run->maker[k];
        m->options = o->vb;
        m->options.name = k < o->n_names ? o->names[k] : NULL;
        //UNSYNCED
        m->template_path = o->n_templates ? o->templates[k] : NULL;
        m->v = vb_open(&m->options);
        if (!m->v)
            return false;
    }
    return true;
}

/* The first pass: nothing is written before it has found nothing against it.                                  */
static bool collect(struct run *run)
{
    const struct batch_options *o = run->o;
    run->items = vb_collect(run->maker[0].v, o->paths, o->n_paths, run->maker[0].template_path, &o->which);
    bool good = run->items != NULL;
    for (int k = 0; good && k < run->n_makers; k++)
        good = vb_name_items(run->maker[k].v, run->items, run->maker[k].template_path) == VB_DONE;
    run->n = good ? vb_collection_count(run->items) : 0;
    return good;
}

static bool open_files(struct run *run)
{
    int error = journal_open(&run->journal, run->o->dry ? NULL : run->folder, run->stem, run->n);
    if (!error && !run->o->dry) {
        output_sweep(run->folder);
        run->known = run->o->keep ? known_open(run->folder, run->stem) : NULL;
        run->times = fopen(arena_format(&run->arena, "%s/%s.log", run->folder, run->stem), "ae");
    }
    if (error)
        say(&run->log, MSG_BATCH_FOLDER, NOWHERE, run->folder, log_errno(&run->log, error));
    return !error;
}

/* ---- the run ------------------------------------------------------------------------------------------------ */

static bool next(void *user, int *job)
{
    struct run *run = user;
    int step = run->o->shards ? run->o->shards : 1;
    if (run->full || interrupted || run->next >= run->n)
        return false;
    *job = run->next;
    run->next += step;
    return true;
}

static void note_time(struct run *run, const struct pool_answer *a, const char *what)
{
    struct tm tm;
    struct timespec t;
    char when[32];
    if (!run->times)
        return;
    clock_gettime(CLOCK_REALTIME, &t);
    strftime(when, sizeof(when), "%Y-%m-%dT%H:%M:%S", gmtime_r(&t.tv_sec, &tm));
    fprintf(run->times, "%s.%03ldZ %d %s\n", when, t.tv_nsec / 1000000, a->job + 1, what);
}

static void count(struct run *run, const struct pool_answer *a)
{
    static const char *const what[] = { "made", "kept", "failed", "failed" };
    bool failed = a->status < 0 || a->status >= WORK_FAILED;
    run->result->made += a->status == WORK_MADE;
    run->result->kept += a->status == WORK_KEPT;
    run->result->failed += failed;
    progress_step(&run->progress, failed);
    note_time(run, a, a->status == POOL_CRASHED ? "crashed" : a->status == POOL_HUNG ? "hung" : what[a->status]);
}

/* The folder takes no more.                                                                                      */
static void stop(struct run *run, const char *path, int error)
{
    if (!run->full)
        say(&run->log, MSG_OUTPUT_FAILED, NOWHERE, path, log_errno(&run->log, error));
    run->full = true;
}

static void add_line(struct run *run, int record, const char *text, size_t size)
{
    int error = journal_add(&run->journal, record, text, size);
    if (error)
        stop(run, run->journal.path, error);
}

static void add_lost(struct run *run, const struct pool_answer *a)
{
    json_object *line = work_lost(run, a->job, a->status, a->detail);
    const char *text = arena_format(&run->arena, "%s\n", report_line(line));
    add_line(run, a->job, text, strlen(text));
    json_object_put(line);
}

/* A record for which there was no room has no line: it is not done.                                             */
static bool take(void *user, const struct pool_answer *a)
{
    struct run *run = user;
    if (a->status == WORK_NO_ROOM && !run->full) {
        json_object *line = json_tokener_parse(a->text);
        run_tell_record(run, line);
        json_object_put(line);
        run->full = true;
    } else if (a->status < 0) {
        add_lost(run, a);
    } else if (a->status != WORK_NO_ROOM) {
        add_line(run, a->job, a->text, a->size);
    }
    if (a->status >= 0 && a->detail >= 0)
        known_seen(run->known, a->detail);
    if (!run->full)
        count(run, a);
    progress_show(&run->progress);
    return !run->full && !interrupted;
}

static void tick(void *user) { progress_show(&((struct run *)user)->progress); }

static int cores(void)
{
    cpu_set_t set;
    return sched_getaffinity(0, sizeof(set), &set) == 0 ? CPU_COUNT(&set) : 1;
}

static int records_of_shard(const struct run *run)
{
    int shards = run->o->shards ? run->o->shards : 1, first = run->o->shards ? run->o->shard - 1 : 0;
    return run->n > first ? (run->n - first + shards - 1) / shards : 0;
}

static bool work(struct run *run)
{
    const struct batch_options *o = run->o;
    int records = records_of_shard(run), jobs = o->jobs ? o->jobs : cores();
    struct sigaction on = { .sa_handler = interrupt }, old_int, old_term;
    const struct pool pool = { .user = run, .do_job = work_record, .next = next, .take = take, .tick = tick,
                               .processes = jobs < records ? jobs : records, .limit = o->limit > 0 ? o->limit : BATCH_SECONDS };
    sigaction(SIGINT, &on, &old_int);
    sigaction(SIGTERM, &on, &old_term);
    run->result->records = records;
    run->next = o->shards ? o->shard - 1 : 0;
    run->progress = progress_begin(o->progress, o->bar, o->english, records);
    bool good = !records || pool_run(&pool) || interrupted || run->full;
    int error = errno;
    progress_end(&run->progress);
    sigaction(SIGINT, &old_int, NULL);
    sigaction(SIGTERM, &old_term, NULL);
    if (!good)
        say(&run->log, MSG_BATCH_WORKERS, NOWHERE, log_errno(&run->log, error));
    return good;
}

/* ---- the end ------------------------------------------------------------------------------------------------- */

static json_object *line_of(void *user, int record) { return journal_line(&((struct run *)user)->journal, record); }

/* Names of files that only an earlier run has made; that they are there is said, nothing is deleted.              */
static void tell_strays(struct run *run)
{
    for (int i = 0; run->known && !run->o->shards && i < known_count(run->known); i++) {
        json_object *line = known_is_seen(run->known, i) ? NULL : known_line(run->known, i);
        json_object *files = line ? json_object_object_get(line, "files") : NULL;
        for (size_t k = 0; files && k < json_object_array_length(files); k++) {
            const char *file = json_object_get_string(json_object_object_get(json_object_array_get_idx(files, k), "file"));
            const char *path = arena_format(&run->arena, "%s/%s", run->folder, file);
            if (access(path, F_OK) == 0)
                say(&run->log, MSG_BATCH_STRAY, NOWHERE, path);
        }
        json_object_put(line);
    }
}

static json_object *all_files(const struct manifest_lines *lines)
{
    json_object *all = json_object_new_array();
    for (int i = 0; i < lines->n; i++) {
        json_object *line = lines->line(lines->user, i), *files = line ? json_object_object_get(line, "files") : NULL;
        for (size_t k = 0; files && k < json_object_array_length(files); k++)
            json_object_array_add(all, json_object_get(json_object_array_get_idx(files, k)));
        json_object_put(line);
    }
    return all;
}

/* 0, or errno. */
static int write_map(struct run *run, const struct manifest_lines *lines)
{
    char *map = report_map(all_files(lines));
    struct output *out = NEW(&run->arena, struct output);
    output_open(out, &run->arena, run->o->map);
    output_write(out, map, strlen(map));
    output_finish(out);
    const struct output *bad = outputs_keep(out);
    free(map);
    return bad ? bad->error : 0;
}

static int sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int error = fd < 0 || syncfs(fd) != 0 ? errno : 0;
    if (fd >= 0)
        close(fd);
    return error;
}

/* Files first, then the manifest that speaks of them.                                                            */
static void write_end(struct run *run, const struct manifest_lines *lines)
{
    int error = sync_folder(run->folder);
    if (!error)
        error = manifest_write(lines, run->folder, run->stem);
    if (error)
        stop(run, arena_format(&run->arena, "%s/%s.jsonl", run->folder, run->stem), error);
    else if (run->o->map && (error = write_map(run, lines)) != 0)
        stop(run, run->o->map, error);
}

static int finish(struct run *run, bool good)
{
    const struct manifest_lines lines = { run, line_of, run->n };
    struct batch_result *r = run->result;
    r->seconds = progress_seconds(&run->progress);
    r->left = r->records - r->made - r->kept - r->failed;
    run_tell_records(run, &lines);
    output_sweep(run->folder);   /* workers of a killed parent may have lived on for a moment */
    if (!run->full && !r->left && !run->o->dry)
        write_end(run, &lines);
    if (run->full)
        say(&run->log, MSG_BATCH_FULL, NOWHERE, run->folder);
    else if (r->left && good)
        say(&run->log, MSG_BATCH_STOPPED, NOWHERE, arena_format(&run->arena, "%d", r->left));
    else
        tell_strays(run);
    return run->full ? VB_OUTPUT : r->left || r->failed ? VB_FINDINGS : VB_DONE;
}

static void close_all(struct run *run, bool ended)
{
    for (int k = 0; k < run->n_makers; k++)
        vb_close(run->maker[k].v);
    if (run->items)
        vb_collection_free(run->items);
    if (run->times)
        fclose(run->times);
    if (ended && run->known)
        known_remove_journals(run->known);
    journal_close(&run->journal, ended);
    known_close(run->known);
    arena_free(&run->arena);
}

int batch_run(const struct batch_options *o, struct batch_result *result)
{
    struct run run = { .o = o, .result = result, .folder = o->folder, .journal.fd = -1 };
    int status = VB_REJECTED;
    *result = (struct batch_result){ 0 };
    interrupted = 0;
    run.log = (struct log){ .arena = &run.arena, .lang = o->english ? LANG_EN : LANG_VI, .strict = o->vb.strict, .sink = run_tell, .user = &run };
    run.stem = o->shards ? arena_format(&run.arena, "manifest-%d-of-%d", o->shard, o->shards) : "manifest";
    if (make_folder(&run) && open_makers(&run) && collect(&run) && open_files(&run))
        status = finish(&run, work(&run));
    log_flush(&run.log);
    close_all(&run, status == VB_DONE || (status == VB_FINDINGS && !result->left));
    return status;
}
