/* join.c - the manifests of shards made into one: every record once, none missing.                          */
#include "base/buf.h"
#include "base/log.h"
#include "batch/batch.h"
#include "batch/manifest.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_RECORDS = 100 * 1000 * 1000, MOST_NAMED = 20 };

struct at { long long offset; int size, file; };

struct join {
    struct arena arena;
    struct log log;
    const struct vb_options *options;
    const char *const *path;
    int n_paths;
    int *fds;
    struct at *at;               /* of each record; size 0: it is missing                               */
    int n;
};

static void tell(void *user, const struct log_message *m)
{
    static const enum vb_severity severities[] = { VB_NOTE, VB_WARNING, VB_ERROR };
    const struct join *j = user;
    j->options->sink(j->options->user, &(struct vb_message){ .severity = severities[m->severity], .code = m->code, .text = m->text,
                                                              .hint = m->hint, .at.file = m->file });
}

static json_object *line_of(void *user, int record)
{
    const struct join *j = user;
    const struct at *at = &j->at[record];
    char *text = malloc((size_t)at->size + 1);
    json_object *o = NULL;
    if (text && at->size && pread(j->fds[at->file], text, (size_t)at->size, at->offset) == at->size) {
        text[at->size] = '\0';
        o = json_tokener_parse(text);
    }
    free(text);
    return o;
}

static int number(json_object *o, const char *name) { return json_object_get_int(json_object_object_get(o, name)); }

static bool is_same(const struct join *j, int record, json_object *line)
{
    json_object *old = line_of((void *)j, record);
    bool same = json_object_equal(old, line);
    json_object_put(old);
    return same;
}

/* The first line says how many records there are.                                                       */
static bool take(struct join *j, json_object *line, struct at at)
{
    int record = line ? number(line, "record") : 0, of = line ? number(line, "of") : 0;
    if (!j->at && of > 0 && of <= MOST_RECORDS) {
        j->n = of;
        j->at = NEW_N(&j->arena, struct at, of);
    }
    if (record < 1 || record > j->n || of != j->n)
        return false;
    const char *words = arena_format(&j->arena, "%d", record);
    if (j->at[record - 1].size && !is_same(j, record - 1, line))
        say(&j->log, MSG_MANIFEST_DIFFERS, NOWHERE, words, j->path[j->at[record - 1].file], j->path[at.file]);
    j->at[record - 1] = at;
    return true;
}

static bool read_lines(struct join *j, int file, FILE *in)
{
    char *line = NULL;
    size_t room = 0;
    long long offset = 0;
    bool good = true;
    ssize_t n;
    while (good && (n = getline(&line, &room, in)) > 0) {
        json_object *o = json_tokener_parse(line);
        good = take(j, o, (struct at){ offset, (int)n, file });
        json_object_put(o);
        offset += n;
    }
    free(line);
    return good;
}

static void read_file(struct join *j, int file)
{
    FILE *in = fopen(j->path[file], "re");
    if (!in) {
        log_say_file(&j->log, MSG_FILE_UNREADABLE, j->path[file], log_errno(&j->log, errno));
        return;
    }
    j->fds[file] = dup(fileno(in));
    if (!read_lines(j, file, in))
        log_say_file(&j->log, MSG_MANIFEST_FOREIGN, j->path[file], NULL);
    fclose(in);
}

static void name_missing(struct join *j)
{
    struct buf names = buf_in(&j->arena);
    int missing = 0;
    for (int i = 0; i < j->n; i++)
        if (!j->at[i].size && missing++ < MOST_NAMED)
            buf_format(&names, "%s%d", names.size ? ", " : "", i + 1);
    if (missing > MOST_NAMED)
        buf_str(&names, ", ...");
    if (!j->n)
        log_say_file(&j->log, MSG_MANIFEST_FOREIGN, j->path[0], NULL);
    else if (missing)
        say(&j->log, MSG_MANIFEST_MISSING, NOWHERE, arena_format(&j->arena, "%d", missing), arena_format(&j->arena, "%d", j->n), buf_text(&names));
}

/* Left out unless all is there: a manifest that stands in the folder speaks for all records.             */
static void write_whole(struct join *j, const char *folder)
{
    const struct manifest_lines lines = { j, line_of, j->n };
    int error = manifest_write(&lines, folder, "manifest");
    if (error)
        say(&j->log, MSG_OUTPUT_FAILED, NOWHERE, arena_format(&j->arena, "%s/manifest.jsonl", folder), log_errno(&j->log, error));
}

static int count_failed(struct join *j)
{
    int failed = 0;
    for (int i = 0; i < j->n; i++) {
        json_object *o = line_of(j, i), *status = o ? json_object_object_get(o, "status") : NULL;
        failed += status && strcmp(json_object_get_string(status), "failed") == 0;
        json_object_put(o);
    }
    return failed;
}

static int merge(struct join *j, const char *folder, struct batch_result *result)
{
    for (int i = 0; i < j->n_paths; i++)
        read_file(j, i);
    if (!j->log.errors)
        name_missing(j);
    if (j->log.errors)
        return VB_REJECTED;
    write_whole(j, folder);
    result->records = j->n;
    result->failed = count_failed(j);
    result->made = j->n - result->failed;
    return j->log.errors ? VB_OUTPUT : result->failed ? VB_FINDINGS : VB_DONE;
}

int manifest_merge(const struct vb_options *options, const char *const *path, int n, const char *folder, struct batch_result *result)
{
    struct join j = { .options = options, .path = path, .n_paths = n };
    bool english = options->lang && strcmp(options->lang, "en") == 0;
    j.log = (struct log){ .arena = &j.arena, .lang = english ? LANG_EN : LANG_VI, .strict = options->strict, .sink = tell, .user = &j };
    j.fds = NEW_N(&j.arena, int, n);
    *result = (struct batch_result){ 0 };
    for (int i = 0; i < n; i++)
        j.fds[i] = -1;
    int status = merge(&j, folder, result);
    log_flush(&j.log);
    for (int i = 0; i < n; i++)
        if (j.fds[i] >= 0)
            close(j.fds[i]);
    arena_free(&j.arena);
    return status;
}
