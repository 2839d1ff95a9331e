/* message.c - messages as JSON, and back.                                                      */
#include "report/report.h"

#include <string.h>

static const char *const severities[] = { "note", "warning", "error" };

void report_string(json_object *o, const char *name, const char *s)
{
    if (s && *s)
        json_object_object_add(o, name, json_object_new_string(s));
}

const char *report_word(json_object *o, const char *name)
{
    json_object *s = o ? json_object_object_get(o, name) : NULL;
    return s ? json_object_get_string(s) : "";
}

/* A manifest is a file that anybody may have written: json-c aborts when it is asked for the length of a number. */
json_object *report_list(json_object *o, const char *name)
{
    json_object *list = o ? json_object_object_get(o, name) : NULL;
    return json_object_is_type(list, json_type_array) ? list : NULL;
}

const char *report_line(json_object *o)
{
    return json_object_to_json_string_ext(o, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);
}

json_object *report_place(const struct vb_place *p)
{
    json_object *o = json_object_new_object();
    json_object_object_add(o, "file", json_object_new_string(p->file));
    if (p->line) {
        json_object_object_add(o, "line", json_object_new_int(p->line));
        json_object_object_add(o, "column", json_object_new_int(p->column));
    }
    return o;
}

json_object *report_message(const struct vb_message *m)
{
    json_object *o = json_object_new_object();
    json_object_object_add(o, "severity", json_object_new_string(severities[m->severity]));
    json_object_object_add(o, "code", json_object_new_string(m->code));
    json_object_object_add(o, "message", json_object_new_string(m->text));
    json_object_object_add(o, "hint", json_object_new_string(m->hint ? m->hint : ""));
    if (m->at.file)
        json_object_object_add(o, "at", report_place(&m->at));
    if (m->wanted.file)
        json_object_object_add(o, "wanted", report_place(&m->wanted));
    return o;
}

static const char *string_of(json_object *o, const char *name)
{
    json_object *s = json_object_object_get(o, name);
    return s ? json_object_get_string(s) : NULL;
}

static struct vb_place place_read(json_object *o)
{
    struct vb_place p = { .file = string_of(o, "file") };
    p.line = json_object_get_int(json_object_object_get(o, "line"));
    p.column = json_object_get_int(json_object_object_get(o, "column"));
    return p;
}

struct vb_message report_message_read(json_object *o)
{
    const char *severity = string_of(o, "severity");
    struct vb_message m = { .code = string_of(o, "code"), .text = string_of(o, "message"), .hint = string_of(o, "hint") };
    for (int i = VB_NOTE; severity && i <= VB_ERROR; i++)
        if (strcmp(severity, severities[i]) == 0)
            m.severity = (enum vb_severity)i;
    m.at = place_read(json_object_object_get(o, "at"));
    m.wanted = place_read(json_object_object_get(o, "wanted"));
    return m;
}
