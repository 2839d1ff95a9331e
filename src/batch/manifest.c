#include "batch/manifest.h"

#include "base/output.h"
#include "report/report.h"

#include <errno.h>
#include <string.h>

/* ---- CSV (RFC 4180) ------------------------------------------------------------------------------ */

static void put(struct output *out, const char *s) { output_write(out, s, strlen(s)); }

static void put_cell(struct output *out, const char *s, bool last)
{
    bool quoted = strpbrk(s, ",\"\r\n;") || *s == ' ';
    put(out, quoted ? "\"" : "");
    for (const char *end; quoted && (end = strchr(s, '"')); s = end + 1) {
        output_write(out, s, (size_t)(end - s));
        put(out, "\"\"");
    }
    put(out, s);
    put(out, quoted ? "\"" : "");
    put(out, last ? "\r\n" : ",");
}

static void put_message_codes(struct buf *b, json_object *messages)
{
    for (size_t i = 0; messages && i < json_object_array_length(messages); i++) {
        const char *code = report_word(json_object_array_get_idx(messages, i), "code");
        buf_str(b, b->size ? " " : "");
        buf_str(b, code);
    }
}

/* A line a file; a record that has none has a line all the same.                                     */
static void put_rows(struct output *out, struct arena *a, json_object *line)
{
    json_object *files = report_list(line, "files");
    size_t n = files ? json_object_array_length(files) : 0;
    struct buf codes = buf_in(a);
    put_message_codes(&codes, report_list(line, "messages"));
    for (size_t i = 0; i < n + (n == 0); i++) {
        json_object *f = n ? json_object_array_get_idx(files, i) : NULL;
        put_cell(out, report_word(line, "record"), false);
        put_cell(out, report_word(line, "name"), false);
        put_cell(out, report_word(line, "status"), false);
        put_cell(out, report_word(f, "file"), false);
        put_cell(out, report_word(f, "title"), false);
        put_cell(out, report_word(f, "pages"), false);
        put_cell(out, report_word(f, "sha256"), false);
        put_cell(out, report_word(line, "input"), false);
        put_cell(out, buf_text(&codes), true);
    }
}

/* ---- the manifest ----------------------------------------------------------------------------------- */

static void put_all(const struct manifest_lines *lines, struct arena *a, struct output *json, struct output *csv)
{
    put(csv, "\xEF\xBB\xBFrecord,name,status,file,title,pages,sha256,input,messages\r\n");
    for (int i = 0; i < lines->n; i++) {
        json_object *o = lines->line(lines->user, i);
        if (!o)
            continue;
        put(json, report_line(o));
        put(json, "\n");
        put_rows(csv, a, o);
        json_object_put(o);
        arena_reset(a);
    }
}

int manifest_write(const struct manifest_lines *lines, const char *folder, const char *stem)
{
    struct arena a = { 0 };
    struct output *json = NEW(&a, struct output), *csv = NEW(&a, struct output);
    output_open(json, &a, arena_format(&a, "%s/%s.jsonl", folder, stem));
    output_open(csv, &a, arena_format(&a, "%s/%s.csv", folder, stem));
    json->next = csv;
    put_all(lines, arena_scratch(&a), json, csv);
    output_finish(json);
    output_finish(csv);
    const struct output *bad = outputs_keep(json);
    int error = bad ? bad->error : 0;
    arena_free(&a);
    return error;
}

const char *manifest_subject(json_object *file)
{
    const char *title = report_word(file, "title"), *type = report_word(file, "type");
    size_t n = strlen(type);
    return n && strncmp(title, type, n) == 0 && title[n] == ' ' ? title + n + 1 : title;
}

/* ---- what an office uploads -------------------------------------------------------------------------- */

int manifest_upload_sheet(const struct manifest_lines *lines, const char *path, bool english)
{
    struct arena a = { 0 };
    struct output *out = NEW(&a, struct output);
    int number = 0;
    output_open(out, &a, path);
    put(out, english ? "\xEF\xBB\xBFNo.,Subject,Type,File,Pages\r\n" : "\xEF\xBB\xBFSTT,Trích yếu,Loại văn bản,Tệp,Số trang\r\n");
    for (int i = 0; i < lines->n; i++) {
        json_object *o = lines->line(lines->user, i), *files = o ? report_list(o, "files") : NULL;
        for (size_t k = 0; files && k < json_object_array_length(files); k++) {
            json_object *f = json_object_array_get_idx(files, k);
            char count[16];
            snprintf(count, sizeof(count), "%d", ++number);
            put_cell(out, count, false);
            put_cell(out, manifest_subject(f), false);
            put_cell(out, report_word(f, "type"), false);
            put_cell(out, report_word(f, "file"), false);
            put_cell(out, report_word(f, "pages"), true);
        }
        json_object_put(o);
    }
    output_finish(out);
    const struct output *bad = outputs_keep(out);
    int error = bad ? bad->error : 0;
    arena_free(&a);
    return error;
}
