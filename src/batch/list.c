/* list.c - the office's list of what was made: the manifest as data, in the document that stands around the
 * records, by the template danh-muc.                                                                      */
#include "batch/list.h"

#include "base/buf.h"
#include "report/report.h"

#include <string.h>

static void put(struct buf *b, const char *name, const char *value)
{
    buf_format(b, " %s=\"", name);
    buf_escaped(b, value, (int)strlen(value), "&<\"");
    buf_char(b, '"');
}

static void put_value(struct buf *b, const char *name, json_object *o, const char *key)
{
    json_object *value = o ? json_object_object_get(o, key) : NULL;
    if (value)
        put(b, name, json_object_get_string(value));
}

/* Of a record that was lost with its worker nothing is known but where it stands.                          */
static void put_place(struct buf *b, json_object *at)
{
    const char *file = report_word(at, "file");
    buf_str(b, " ten-tep=\"");
    buf_escaped(b, file, (int)strlen(file), "&<\"");
    buf_format(b, ":%s\"", report_word(at, "line"));
}

static void put_file(struct buf *b, int number, json_object *line, json_object *file)
{
    buf_format(b, "<van-ban so=\"%d\"", number);
    put_value(b, "ten-tep", file ? file : line, file ? "file" : "name");
    if (!file && !json_object_object_get(line, "name"))
        put_place(b, json_object_object_get(line, "at"));
    if (file)
        put(b, "trich-yeu", manifest_subject(file));
    put_value(b, "loai", file, "type");
    put_value(b, "so-trang", file, "pages");
    put_value(b, "sha256", file, "sha256");
    put_value(b, "trang-thai", line, "status");
    buf_str(b, "/>\n");
}

static const char *as_xml(struct arena *a, const struct manifest_lines *lines)
{
    struct buf b = buf_in(a);
    int number = 0;
    for (int i = 0; i < lines->n; i++) {
        json_object *line = lines->line(lines->user, i), *files = line ? report_list(line, "files") : NULL;
        size_t n = files ? json_object_array_length(files) : 0;
        for (size_t k = 0; line && k < n + (n == 0); k++)
            put_file(&b, ++number, line, n ? json_object_array_get_idx(files, k) : NULL);
        json_object_put(line);
    }
    return buf_text(&b);
}

/* The list is a document of its own: what is the batch's alone does not hold for it.                       */
int list_write(const struct vb_options *of_batch, const struct vb_collection *items, const struct manifest_lines *lines, const char *path)
{
    struct vb_options options = *of_batch;
    struct arena a = { 0 };
    options.name = NULL;
    options.split = false;
    options.settings = NULL;
    options.n_settings = 0;
    struct vb *v = vb_open(&options);
    int status = v ? vb_around(v, items, as_xml(&a, lines), "danh-muc") : VB_REJECTED;
    if (status == VB_DONE)
        status = vb_set(v);
    if (status == VB_DONE)
        status = vb_write(v, VB_PDF, path);
    vb_close(v);
    arena_free(&a);
    return status;
}
