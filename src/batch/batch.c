/* batch.c - the run: what it is made of, the workers, the end.                                            */
#include "batch/batch.h"

#include "base/output.h"
#include "batch/run.h"
#include "report/report.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <sched.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { KEPT_BYTES = 16 << 20 }; /* what one record gives back is not the system's: the next one takes it */

/* ---- the beginning ----------------------------------------------------------------------------------------- */

static bool make_folder(struct run *run)
{
    struct stat st;
    if (run->o->dry)
        return true;
    char *above = arena_string(&run->arena, run->folder);
    for (char *s = *above ? strchr(above + 1, '/') : NULL; s; s = strchr(s + 1, '/')) {
        *s = '\0';
        mkdir(above, 0777);
        *s = '/';
    }
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
        m->options.sink = run_tell_first;
        m->options.user = run;
        m->options.name = k < o->n_names ? o->names[k] : NULL;
        m->options.unsynced = true; /* all of them together at the end */
        m->template_path = o->n_templates ? o->templates[k] : NULL;
        m->v = vb_open(&m->options);
        if (!m->v)
            return false;
    }
    return true;
}

/* The folder must be there to be let through the fence.                                                       */
static int fence(struct run *run)
{
    if (!run->o->fence)
        return VB_DONE;
    return make_folder(run) ? vb_sandbox(run->maker[0].v, run->o->fence) : VB_OUTPUT;
}

static void fence_worker(void *user)
{
    const struct run *run = user;
    if (run->o->fence && !vb_sandbox_worker() && !run->o->fence->best_effort)
        _exit(1);
}

/* The first pass: nothing is written before it has found nothing against it.                                  */
static bool collect(struct run *run)
{
    const struct batch_options *o = run->o;
    run->items = vb_collect(run->maker[0].v, o->paths, o->n_paths, run->maker[0].template_path, &o->which);
    bool good = run->items != NULL;
    for (int k = 0; good && k < run->n_makers; k++)
        good = vb_name_items(run->maker[k].v, run->items, run->maker[k].template_path) == VB_DONE;
    run_tell_more(run);
    run->n = good ? vb_collection_count(run->items) : 0;
    return good;
}

static bool open_files(struct run *run)
{
    int error = journal_open(&run->journal, run->o->dry ? NULL : run->folder, run->stem, run->n);
    if (!error && !run->o->dry) {
        output_sweep(run->folder);
        run->known = known_open(run->folder, run->stem);
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
    if (run->full || run_interrupted() || run->next >= run->n)
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

static void add_line(struct run *run, int record, const char *text, size_t size)
{
    int error = journal_add(&run->journal, record, text, size);
    if (error)
        run_stop(run, run->journal.path, error);
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
    return !run->full && !run_interrupted();
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
    int records = records_of_shard(run);
    struct run_signals before;
    const struct pool pool = { .user = run, .start = fence_worker, .do_job = work_record, .next = next, .take = take, .tick = tick,
                               .processes = run->jobs < records ? run->jobs : records, .limit = run->limit };
    run_catch_signals(&before);
    run->result->records = records;
    bool good = !o->same_place || stand_choose(run);
    run->next = o->shards ? o->shard - 1 : 0;
    run->progress = progress_begin(o->progress, o->bar, o->english, records);
    good = good && (!records || pool_run(&pool) || run_interrupted() || run->full);
    int error = errno;
    progress_end(&run->progress);
    run_leave_signals(&before);
    if (!good)
        say(&run->log, MSG_BATCH_WORKERS, NOWHERE, log_errno(&run->log, error));
    return good;
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
    free(run->stand);
    free(run->given);
    arena_free(&run->arena);
}

int batch_run(const struct batch_options *o, struct batch_result *result)
{
    struct run run = { .o = o, .result = result, .folder = o->folder, .journal.fd = -1 };
    int status = VB_REJECTED;
    *result = (struct batch_result){ 0 };
    mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
    run.log = (struct log){ .arena = &run.arena, .lang = o->english ? LANG_EN : LANG_VI, .strict = o->vb.strict, .sink = run_tell, .user = &run };
    run.jobs = o->jobs ? o->jobs : cores();
    run.limit = o->limit > 0 ? o->limit : BATCH_SECONDS;
    run.stem = o->shards ? arena_format(&run.arena, "manifest-%d-of-%d", o->shard, o->shards) : "manifest";
    if (open_makers(&run))
        status = fence(&run);
    if (status == VB_DONE && collect(&run) && own_names(&run))
        status = make_folder(&run) ? VB_DONE : VB_OUTPUT;
    else if (status == VB_DONE)
        status = VB_REJECTED;
    if (status == VB_DONE)
        status = own_lists(&run) ? VB_DONE : VB_OUTPUT;
    if (status == VB_DONE)
        status = open_files(&run) ? run_end(&run, work(&run)) : VB_OUTPUT;
    log_flush(&run.log);
    close_all(&run, status == VB_DONE || (status == VB_FINDINGS && !result->left));
    return status;
}
