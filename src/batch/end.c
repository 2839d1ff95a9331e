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
        bool ours = line && own_has(run, report_word(line, "name")); /* its worker was lost before it could say so      */
        json_object *files = line && !ours ? report_list(line, "files") : NULL;
        for (size_t k = 0; files && k < json_object_array_length(files); k++) {
            const char *file = report_word(json_object_array_get_idx(files, k), "file");
            const char *path = arena_format(&run->arena, "%s/%s", run->folder, file);
            if (*file && access(path, F_OK) == 0)
                say(&run->log, MSG_BATCH_STRAY, NOWHERE, path);
        }
        json_object_put(line);
    }
}

static json_object *all_files(const struct manifest_lines *lines)
{
    json_object *all = json_object_new_array();
    for (int i = 0; i < lines->n; i++) {
        json_object *line = lines->line(lines->user, i), *files = line ? report_list(line, "files") : NULL;
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

static bool is_made(json_object *line) { return strcmp(report_word(line, "status"), "made") == 0; }

/* "Báo cáo ... của xã A, và 101 văn bản khác".                                                                   */
static const char *merged_title(struct run *run, const struct manifest_lines *lines)
{
    const char *title = NULL;
    int made = 0;
    for (int i = 0; i < lines->n; i++) {
        json_object *line = lines->line(lines->user, i);
        if (is_made(line) && made++ == 0)
            title = arena_string(&run->arena, report_word(json_object_array_get_idx(report_list(line, "files"), 0), "title"));
        json_object_put(line);
    }
    if (made < 2 || !title)
        return title;
    return log_sentence(&run->log, "{1}, và {2} văn bản khác", "{1}, and {2} more documents", title, arena_format(&run->arena, "%d", made - 1));
}

/* All records that were made, one after the other; what there is to say of them has been said.                   */
static int write_merged(struct run *run, const struct manifest_lines *lines)
{
    struct maker *first = &run->maker[0];
    int status = vb_merge_begin(first->v, run->o->merged, merged_title(run, lines));
    for (int i = 0; status == VB_DONE && i < run->n; i++) {
        json_object *line = lines->line(lines->user, i);
        bool made = is_made(line);
        json_object_put(line);
        struct vb_item item;
        first->options.sink = NULL;
        bool set = made && vb_item(first->v, run->items, i, first->template_path, &item) == VB_DONE && vb_bind(first->v) == VB_DONE &&
                   stand_set(run, 0, i);
        first->options.sink = run->o->vb.sink;
        first->options.user = run->o->vb.user;
        if (set)
            status = vb_merge_add(first->v);
    }
    return status == VB_DONE ? vb_merge_end(first->v) : status;
}

static int write_lists(struct run *run, const struct manifest_lines *lines)
{
    const struct batch_options *o = run->o;
    int error = o->sheet ? manifest_upload_sheet(lines, o->sheet, o->english) : 0;
    if (error)
        run_stop(run, o->sheet, error);
    log_flush(&run->log);
    int status = o->list ? list_write(&o->vb, run->items, lines, o->list) : VB_DONE;
    int merged = o->merged && run->result->failed < run->n ? write_merged(run, lines) : VB_DONE;
    return error ? VB_OUTPUT : merged != VB_DONE ? merged : status;
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
    if (run->unequal)
        say(&run->log, MSG_CONTROL_WRONG, NOWHERE, NULL);
    bool all = !r->left && !r->failed && !run->unequal && !vb_collection_is_cut(run->items);
    int status = run->full ? VB_OUTPUT : all ? VB_DONE : VB_FINDINGS;
    if (run->full || r->left || run->o->dry)
        return status;
    int listed = write_lists(run, &lines);
    return listed == VB_DONE ? status : listed;
}
