/* end.c - when the workers are done: what is told, and the lists that are written.                               */
#include "base/output.h"
#include "batch/list.h"
#include "batch/run.h"
#include "report/report.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

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
        run_stop(run, arena_format(&run->arena, "%s/%s.jsonl", run->folder, run->stem), error);
    else if (run->o->map && (error = write_map(run, lines)) != 0)
        run_stop(run, run->o->map, error);
}

static int write_lists(struct run *run, const struct manifest_lines *lines)
{
    const struct batch_options *o = run->o;
    int error = o->sheet ? manifest_upload_sheet(lines, o->sheet, o->english) : 0;
    if (error)
        run_stop(run, o->sheet, error);
    log_flush(&run->log);
    int status = o->list ? list_write(&o->vb, run->items, lines, o->list) : VB_DONE;
    return error ? VB_OUTPUT : status;
}

int run_end(struct run *run, bool good)
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
    int status = run->full ? VB_OUTPUT : r->left || r->failed ? VB_FINDINGS : VB_DONE;
    if (run->full || r->left || run->o->dry)
        return status;
    int listed = write_lists(run, &lines);
    return listed == VB_DONE ? status : listed;
}
