/* work.c - one record, in a worker: read, set, written, and its line for the manifest.                 */
#include "batch/digest.h"
#include "batch/run.h"
#include "report/report.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- messages ---------------------------------------------------------------------------------------- */

/* In place of the caller's sink while a record is made. A file that cannot be written for want of room
 * ends the run; one that is refused (it is signed) costs its record alone.                              */
static void gather(void *user, const struct vb_message *m)
{
    struct run *run = user;
    json_object_array_add(run->messages, report_message(m));
    if (strcmp(m->code, "OUTPUT_FAILED") == 0)
        run->no_room = true;
}

/* ---- what is there already ------------------------------------------------------------------------------ */

static long long number(json_object *o, const char *name) { return json_object_get_int64(json_object_object_get(o, name)); }

/* As it was written, or with a signature behind it: signing adds to a file and changes nothing of it.     */
static bool is_intact(const struct run *run, json_object *file)
{
    struct digest digest;
    long long length;
    char *path = NULL;
    bool good = asprintf(&path, "%s/%s", run->folder, report_word(file, "file")) > 0 &&
                digest_of_file(path, number(file, "size"), &digest, &length) && strcmp(digest.hex, report_word(file, "sha256")) == 0;
    free(path);
    return good;
}

static bool is_same_image(json_object *image)
{
    struct digest digest;
    long long length;
    return digest_of_file(report_word(image, "file"), -1, &digest, &length) && strcmp(digest.hex, report_word(image, "sha256")) == 0;
}

static bool all(json_object *list, const struct run *run, bool images)
{
    size_t n = list ? json_object_array_length(list) : 0;
    for (size_t i = 0; i < n; i++) {
        json_object *o = json_object_array_get_idx(list, i);
        if (images ? !is_same_image(o) : !is_intact(run, o))
            return false;
    }
    return images || n > 0;
}

static bool is_kept(const struct run *run, json_object *old, json_object *line)
{
    return strcmp(report_word(old, "status"), "made") == 0 && strcmp(report_word(old, "input"), report_word(line, "input")) == 0 &&
           strcmp(report_word(old, "setup"), report_word(line, "setup")) == 0 && all(report_list(old, "files"), run, false) &&
           all(report_list(old, "images"), run, true);
}

/* The line of an earlier run that still holds, under today's number; NULL: it is to be made.               */
static json_object *kept_line(const struct run *run, json_object *line, int *found)
{
    *found = run->known ? known_find(run->known, report_word(line, "name")) : -1;
    json_object *old = *found >= 0 ? known_line(run->known, *found) : NULL;
    if (!old || !run->o->keep || !is_kept(run, old, line)) {
        json_object_put(old);
        return NULL;
    }
    static const char *const today[] = { "record", "of", "at" };
    for (int i = 0; i < 3; i++)
        json_object_object_add(old, today[i], json_object_get(json_object_object_get(line, today[i])));
    return old;
}

/* ---- making ---------------------------------------------------------------------------------------------- */

static json_object *place(const struct vb_item *item)
{
    return report_place(&(struct vb_place){ .file = item->file, .line = item->line, .column = item->line ? 1 : 0 });
}

/* Reads the record for every template. What all of them are made of: its bytes, and how.                     */
static bool read_items(struct run *run, int record, json_object *line)
{
    struct digest input = { "" };
    char setups[MOST_TEMPLATES * 96] = "";
    bool good = true;
    for (int k = 0; k < run->n_makers; k++) {
        struct vb_item item = { 0 };
        good = vb_item(run->maker[k].v, run->items, record, run->maker[k].template_path, &item) == VB_DONE && good;
        run->maker[k].name = item.name;
        if (k == 0 && item.file)
            json_object_object_add(line, "at", place(&item));
        if (k == 0)
            report_string(line, "name", item.name);
        if (k == 0 && item.bytes)
            input = digest_of(item.bytes, item.size);
        size_t n = strlen(setups);
        snprintf(setups + n, sizeof(setups) - n, "%s %.17g ", item.setup ? item.setup : "", run->height[k]);
    }
    report_string(line, "input", input.hex);
    report_string(line, "setup", digest_of(setups, strlen(setups)).hex);
    return good;
}

static bool set(struct run *run, int k, int record) { return vb_bind(run->maker[k].v) == VB_DONE && stand_set(run, k, record); }

static bool write_file(const struct run *run, struct maker *m, json_object *files)
{
    char *path = NULL, *file = NULL;
    const void *bytes;
    size_t size;
    if (asprintf(&path, "%s/%s.pdf", run->folder, m->name) < 0 || asprintf(&file, "%s.pdf", m->name) < 0)
        abort();
    bool good = run->o->dry ? vb_write_memory(m->v, VB_PDF, 0, &bytes, &size) == VB_DONE : vb_write(m->v, VB_PDF, path) == VB_DONE;
    json_object *made = good ? report_files(m->v, file) : NULL;
    for (size_t i = 0; made && i < json_object_array_length(made); i++)
        json_object_array_add(files, json_object_get(json_object_array_get_idx(made, i)));
    json_object_put(made);
    free(path);
    free(file);
    return good;
}

/* A record's pictures are no bytes of it.                                                                     */
static void add_images(const struct vb *v, json_object *images)
{
    for (int i = 0; i < vb_input_count(v); i++) {
        const struct vb_input input = vb_input(v, i);
        struct digest digest;
        long long length;
        if (input.kind != VB_INPUT_PICTURE || !digest_of_file(input.path, -1, &digest, &length))
            continue;
        json_object *o = json_object_new_object();
        report_string(o, "file", input.path);
        report_string(o, "sha256", digest.hex);
        json_object_array_add(images, o);
    }
}

/* What stands on the disk, read back.                                                                        */
static bool weigh(const struct run *run, json_object *files)
{
    bool good = true;
    for (size_t i = 0; i < json_object_array_length(files); i++) {
        json_object *f = json_object_array_get_idx(files, i);
        struct digest digest;
        long long length = 0;
        char *path = NULL;
        if (asprintf(&path, "%s/%s", run->folder, report_word(f, "file")) < 0)
            abort();
        good = digest_of_file(path, -1, &digest, &length) && good;
        json_object_object_add(f, "size", json_object_new_int64(length));
        report_string(f, "sha256", digest.hex);
        free(path);
    }
    return good;
}

/* All files of a record are set before the first is written.                                                  */
static bool make(struct run *run, int record, json_object *line)
{
    bool good = true;
    json_object *files = json_object_new_array(), *images = json_object_new_array();
    for (int k = 0; k < run->n_makers; k++) {
        good = set(run, k, record) && good;
        add_images(run->maker[k].v, images);
    }
    for (int k = 0; k < run->n_makers && good; k++)
        good = own_parts(run, &run->maker[k]);
    for (int k = 0; k < run->n_makers && good; k++)
        good = write_file(run, &run->maker[k], files);
    good = good && (run->o->dry || weigh(run, files));
    json_object_object_add(line, "files", files);
    if (json_object_array_length(images))
        json_object_object_add(line, "images", images);
    else
        json_object_put(images);
    return good;
}

/* ---- the line ------------------------------------------------------------------------------------------------ */

static json_object *line_begin(const struct run *run, int record)
{
    json_object *line = json_object_new_object();
    json_object_object_add(line, "record", json_object_new_int(record + 1));
    json_object_object_add(line, "of", json_object_new_int(run->n));
    return line;
}

static void line_end(const struct run *run, json_object *line, bool made)
{
    json_object_object_add(line, "status", json_object_new_string(made ? "made" : "failed"));
    if (!made)
        json_object_object_del(line, "files");
    json_object_object_add(line, "messages", run->messages);
}

/* For the tests of whoever looks after workers: VANBAN_TEST_CRASH=17 or VANBAN_TEST_HANG=17.                    */
static bool is_asked(const char *variable, int record)
{
    const char *value = getenv(variable);
    return value && strtol(value, NULL, 10) == record + 1;
}

static void fail_on_purpose(int record)
{
    if (is_asked("VANBAN_TEST_CRASH", record))
        abort();
    while (is_asked("VANBAN_TEST_HANG", record))
        pause();
}

static void hand_over(struct pool_answer *answer, json_object *line)
{
    const char *text = report_line(line);
    size_t n = strlen(text);
    char *copy = malloc(n + 1);
    if (!copy)
        abort();
    memcpy(copy, text, n);
    copy[n] = '\n';
    answer->text = copy;
    answer->size = n + 1;
    json_object_put(line);
}

void work_record(void *user, struct pool_answer *answer)
{
    struct run *run = user;
    json_object *line = line_begin(run, answer->job), *old = NULL;
    fail_on_purpose(answer->job);
    run->messages = json_object_new_array();
    run->no_room = false;
    for (int k = 0; k < run->n_makers; k++) {
        run->maker[k].options.sink = gather;
        run->maker[k].options.user = run;
    }
    answer->detail = -1;         /* the place of its name among those of earlier runs                           */
    run->at = vb_item_place(run->items, answer->job);
    bool good = read_items(run, answer->job, line);
    if (good && (old = kept_line(run, line, &answer->detail))) {
        json_object_put(run->messages);
        json_object_put(line);
        answer->status = WORK_KEPT;
        hand_over(answer, old);
        return;
    }
    good = good && make(run, answer->job, line);
    line_end(run, line, good);
    answer->status = good ? WORK_MADE : run->no_room ? WORK_NO_ROOM : WORK_FAILED;
    hand_over(answer, line);
}

json_object *work_lost(struct run *run, int record, int status, int detail)
{
    json_object *line = line_begin(run, record);
    run->at = vb_item_place(run->items, record);
    json_object_object_add(line, "at", report_place(&run->at));
    run->messages = json_object_new_array();
    struct log log = { .arena = &run->arena, .lang = run->log.lang, .sink = run->log.sink, .user = run };
    if (status == POOL_HUNG)
        say(&log, MSG_RECORD_HUNG, NOWHERE, arena_format(&run->arena, "%d", record + 1),
            arena_format(&run->arena, "%g", run->limit));
    else if (detail == -VB_REJECTED) /* so a worker ends that has no memory                                          */
        say(&log, MSG_NO_MEMORY, NOWHERE, NULL);
    else
        say(&log, MSG_RECORD_CRASHED, NOWHERE, arena_format(&run->arena, "%d", record + 1), arena_format(&run->arena, "%d", detail));
    log_flush(&log);
    line_end(run, line, false);
    run->messages = NULL;
    run->at = (struct vb_place){ 0 };
    return line;
}
