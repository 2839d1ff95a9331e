/* answers.c - what the page asks for.                                                                 */
#include "preview/site.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_SOURCE = 64 << 20, LINES_AROUND = 40, MOST_LINE = 2000 };

/* first: of its file.                                                                                     */
static void add_entry(const struct site *s, json_object *list, int i, int first)
{
    const struct entry *e = s->entry[i];
    json_object *one = json_object_new_object();
    json_object_object_add(one, "number", json_object_new_int(i));
    json_object_object_add(one, "label", json_object_new_string(e->label));
    json_object_object_add(one, "file", json_object_new_int(first));
    json_object_object_add(one, "changes", json_object_new_int(e->changes));
    report_string(one, "template", e->template_path);
    json_object_array_add(list, one);
}

/* What one file holds stands together.                                                                     */
json_object *answer_list(const struct site *s)
{
    json_object *o = json_object_new_object(), *list = json_object_new_array();
    json_object_object_add(o, "revision", json_object_new_int(s->shelf));
    json_object_object_add(o, "lang", json_object_new_string(s->o->english ? "en" : "vi"));
    json_object_object_add(o, "folder", json_object_new_string(s->o->n_paths ? s->o->paths[0] : "."));
    for (int i = 0; i < s->n_entries; i++) {
        if (s->entry[i]->gone || s->entry[i]->first)
            continue;
        add_entry(s, list, i, i);
        for (int k = i + 1; s->entry[i]->records > 1 && k < s->n_entries; k++)
            if (s->entry[k]->first == s->entry[i] && !s->entry[k]->gone)
                add_entry(s, list, k, i);
    }
    json_object_object_add(o, "list", list);
    return o;
}

/* Of a file that holds several documents: all of them, with the titles that are known, and how many there are in all. */
static void add_records(const struct site *s, json_object *o, const struct entry *e)
{
    const struct entry *first = e->first ? e->first : e;
    if (first->records < 2)
        return;
    json_object *list = json_object_new_array();
    for (int i = 0; i < s->n_entries; i++) {
        const struct entry *other = s->entry[i];
        if (other->gone || (other != first && other->first != first))
            continue;
        json_object *one = json_object_new_object();
        json_object_object_add(one, "number", json_object_new_int(i));
        for (int kind = VIEWS - 1; kind >= 0; kind--) {
            json_object *parts = other->view[kind].now.good ? report_list(other->view[kind].now.good, "parts") : NULL;
            if (parts && json_object_array_length(parts))
                report_string(one, "title", report_word(json_object_array_get_idx(parts, 0), "title"));
        }
        json_object_array_add(list, one);
    }
    json_object_object_add(o, "record", json_object_new_int(e->record ? e->record : 1));
    json_object_object_add(o, "of", json_object_new_int(first->records));
    json_object_object_add(o, "records", list);
}

/* The pages are those of the last rendering that was good, the messages those of the last.                  */
json_object *answer_view(const struct site *s, const struct entry *e, enum view_kind kind)
{
    const struct view *v = &e->view[kind];
    json_object *o = json_object_new_object();
    json_object_object_add(o, "revision", json_object_new_int(v->revision));
    json_object_object_add(o, "label", json_object_new_string(e->label));
    json_object_object_add(o, "path", json_object_new_string(e->path));
    json_object_object_add(o, "gone", json_object_new_boolean(e->gone));
    add_records(s, o, e);
    static const char *const of_last[] = { "status", "messages", "ms", "inputs" }, *const of_good[] = { "pages", "parts", "style" };
    for (int i = 0; v->last && i < 4; i++)
        json_object_object_add(o, of_last[i], json_object_get(json_object_object_get(v->last, of_last[i])));
    for (int i = 0; v->now.good && i < 3; i++)
        json_object_object_add(o, of_good[i], json_object_get(json_object_object_get(v->now.good, of_good[i])));
    return o;
}

json_object *answer_findings(const struct entry *e)
{
    const struct view *v = &e->view[VIEW_PAGES];
    json_object *o = json_object_new_object();
    json_object_object_add(o, "revision", json_object_new_int(v->measured));
    json_object_object_add(o, "findings", json_object_get(v->findings));
    return o;
}

/* ---- a comparison --------------------------------------------------------------------------------------- */

/* Pages are those that were compared, messages those of the last rendering.                                  */
static json_object *answer_side(const struct site *s, const struct pair *p, int side)
{
    static const char *const of_good[] = { "pages", "parts", "style" };
    const struct entry *e = p->e[side];
    const struct view *v = &e->view[VIEW_PAGES];
    json_object *o = json_object_new_object();
    for (int i = 0; i < s->n_entries; i++)
        if (s->entry[i] == e)
            json_object_object_add(o, "number", json_object_new_int(i));
    json_object_object_add(o, "label", json_object_new_string(e->label));
    json_object_object_add(o, "path", json_object_new_string(e->path));
    json_object_object_add(o, "gone", json_object_new_boolean(e->gone));
    report_string(o, "template", e->template_path);
    for (int i = 0; p->good[side] && i < 3; i++)
        json_object_object_add(o, of_good[i], json_object_get(json_object_object_get(p->good[side], of_good[i])));
    report_string(o, "status", report_word(v->last, "status"));
    json_object_object_add(o, "messages", v->last ? json_object_get(json_object_object_get(v->last, "messages")) : NULL);
    return o;
}

json_object *answer_pair(const struct site *s, const struct pair *p)
{
    json_object *o = json_object_new_object();
    json_object_object_add(o, "revision", json_object_new_int(p->revision));
    json_object_object_add(o, "before", json_object_new_boolean(p->before));
    json_object_object_add(o, "failed", json_object_new_boolean(p->failed));
    json_object_object_add(o, "a", answer_side(s, p, 0));
    json_object_object_add(o, "b", answer_side(s, p, 1));
    json_object_object_add(o, "diff", json_object_get(p->diff));
    return o;
}

/* ---- fonts ----------------------------------------------------------------------------------------------- */

const char *answer_font(const struct site *s, const char *id)
{
    for (int i = 0; i < s->n_entries; i++) {
        const struct view *v = &s->entry[i]->view[VIEW_PAGES];
        json_object *const good[] = { v->now.good, v->before.good };
        for (int k = 0; k < 2; k++) {
            json_object *fonts = good[k] ? json_object_object_get(good[k], "fonts") : NULL;
            json_object *file = fonts ? json_object_object_get(fonts, id) : NULL;
            if (file)
                return json_object_get_string(file);
        }
    }
    return NULL;
}

/* ---- the source ---------------------------------------------------------------------------------------- */

static char *read_file(const char *path, size_t *size)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    bool good = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size <= MOST_SOURCE;
    char *bytes = good ? malloc((size_t)st.st_size + 1) : NULL;
    ssize_t n = bytes ? read(fd, bytes, (size_t)st.st_size) : 0;
    if (fd >= 0)
        close(fd);
    *size = n > 0 ? (size_t)n : 0;
    return bytes;
}

/* Letters stay whole.                                                                                      */
static json_object *line_of(const char *from, const char *end)
{
    size_t n = (size_t)(end - from);
    if (n && from[n - 1] == '\r')
        n--;
    if (n > MOST_LINE)
        for (n = MOST_LINE; n && ((unsigned char)from[n] & 0xC0) == 0x80;)
            n--;
    return json_object_new_string_len(from, (int)n);
}

json_object *answer_source(const struct entry *e, const char *file, int line)
{
    size_t size;
    char *bytes = shelf_is_file_of(e, file) ? read_file(file, &size) : NULL;
    if (!bytes)
        return NULL;
    json_object *o = json_object_new_object(), *lines = json_object_new_array();
    int first = line > LINES_AROUND ? line - LINES_AROUND : 1, number = 1;
    for (const char *at = bytes, *end = bytes + size; at < end && number <= line + LINES_AROUND; number++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        if (number >= first)
            json_object_array_add(lines, line_of(at, stop));
        at = stop + 1;
    }
    free(bytes);
    json_object_object_add(o, "file", json_object_new_string(file));
    json_object_object_add(o, "first", json_object_new_int(first));
    json_object_object_add(o, "lines", lines);
    return o;
}
