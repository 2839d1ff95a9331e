/* json.c - messages for programs: one JSON object a line.                                       */
#include "cli/cli.h"

#include <json-c/json.h>

static json_object *place(const struct vb_place *p)
{
    json_object *o = json_object_new_object();
    json_object_object_add(o, "file", json_object_new_string(p->file));
    if (p->line) {
        json_object_object_add(o, "line", json_object_new_int(p->line));
        json_object_object_add(o, "column", json_object_new_int(p->column));
    }
    return o;
}

void cli_print_json(void *user, const struct vb_message *m)
{
    static const char *const severities[] = { "note", "warning", "error" };
    const struct request *r = user;
    if (r->quiet && m->severity != VB_ERROR)
        return;
    json_object *o = json_object_new_object();
    json_object_object_add(o, "severity", json_object_new_string(severities[m->severity]));
    json_object_object_add(o, "code", json_object_new_string(m->code));
    json_object_object_add(o, "message", json_object_new_string(m->text));
    json_object_object_add(o, "hint", json_object_new_string(m->hint ? m->hint : ""));
    if (m->at.file)
        json_object_object_add(o, "at", place(&m->at));
    if (m->wanted.file)
        json_object_object_add(o, "wanted", place(&m->wanted));
    fprintf(r->said, "%s\n", json_object_to_json_string_ext(o, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
    json_object_put(o);
}
