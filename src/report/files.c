/* files.c - the files that were made, and where in them signing tools and document systems find
 * their places.                                                                              */
#include "report/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void add_number(json_object *o, const char *name, double n)
{
    char text[40];
    snprintf(text, sizeof(text), "%.3f", n);
    json_object_object_add(o, name, json_object_new_double_s(n, text));
}

/* y_from_top is of its upper edge, y_from_bottom of its lower: each is the corner's that it names. */
static json_object *box(const struct vb_box *b)
{
    json_object *o = json_object_new_object();
    add_number(o, "x", b->left);
    add_number(o, "y_from_top", b->top);
    add_number(o, "y_from_bottom", b->bottom);
    add_number(o, "width", b->width);
    add_number(o, "height", b->height);
    return o;
}

static json_object *signer(const struct vb_signer *s)
{
    json_object *o = json_object_new_object();
    json_object_object_add(o, "number", json_object_new_int(s->number));
    report_string(o, "competence", s->competence);
    report_string(o, "position", s->position);
    report_string(o, "name", s->name);
    return o;
}

static json_object *field(const struct vb_field *f)
{
    json_object *o = json_object_new_object();
    report_string(o, "kind", f->kind);
    report_string(o, "name", f->name);
    report_string(o, "title", f->title);
    json_object_object_add(o, "in_pdf", json_object_new_boolean(f->in_pdf));
    report_string(o, "text", f->text);
    report_string(o, "anchor", f->anchor);
    json_object_object_add(o, "page", json_object_new_int(f->page));
    json_object_object_add(o, "mm", box(&f->mm));
    json_object_object_add(o, "pt", box(&f->pt));
    if (f->signer.number)
        json_object_object_add(o, "signer", signer(&f->signer));
    return o;
}

static json_object *file(const struct vb *v, int i, const char *path)
{
    const struct vb_part part = vb_part(v, i);
    json_object *o = json_object_new_object();
    int size = vb_part_path(v, i, path, NULL, 0) + 1;
    char *room = malloc((size_t)size);
    if (!o || !room)
        abort();
    vb_part_path(v, i, path, room, (size_t)size);
    report_string(o, "file", room);
    free(room);
    report_string(o, "part", part.name);
    report_string(o, "title", part.title);
    report_string(o, "type", part.type);
    json_object_object_add(o, "pages", json_object_new_int(part.pages));
    json_object_object_add(o, "fields", json_object_new_array());
    return o;
}

json_object *report_files(const struct vb *v, const char *path)
{
    json_object *files = json_object_new_array();
    for (int i = 0; i < vb_part_count(v); i++)
        json_object_array_add(files, file(v, i, path));
    for (int i = 0; i < vb_field_count(v); i++) {
        const struct vb_field f = vb_field(v, i);
        json_object *of = json_object_array_get_idx(files, (size_t)f.part);
        json_object_array_add(json_object_object_get(of, "fields"), field(&f));
    }
    return files;
}

char *report_map(json_object *files)
{
    json_object *map = json_object_new_object();
    json_object_object_add(map, "version", json_object_new_int(1));
    json_object_object_add(map, "files", files);
    const char *text = json_object_to_json_string_ext(map, JSON_C_TO_STRING_PRETTY | JSON_C_TO_STRING_SPACED | JSON_C_TO_STRING_NOSLASHESCAPE);
    size_t n = strlen(text) + 2;
    char *copy = malloc(n);
    if (copy)
        snprintf(copy, n, "%s\n", text);
    json_object_put(map);
    return copy;
}
