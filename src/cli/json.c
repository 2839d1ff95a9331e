/* json.c - messages, reasons and what was written for programs: one JSON object a line.                                  */
#include "cli/cli.h"

#include "report/report.h"

static void put(FILE *out, json_object *o)
{
    fprintf(out, "%s\n", report_line(o));
    json_object_put(o);
}

void cli_print_json(void *user, const struct vb_message *m)
{
    const struct request *r = user;
    if (cli_is_wanted(r, m))
        put(r->said, report_message(m));
}

static void add_string(json_object *o, const char *name, const char *s)
{
    if (s)
        json_object_object_add(o, name, json_object_new_string(s));
}

static void add_number(json_object *o, const char *name, const char *format, double n)
{
    char text[40];
    snprintf(text, sizeof(text), format, n);
    json_object_object_add(o, name, json_object_new_double_s(n, text));
}

static json_object *other_end(const struct vb_other_end *end)
{
    json_object *o = json_object_new_object();
    json_object_object_add(o, "possible", json_object_new_boolean(end->possible));
    add_string(o, "why", end->why);
    if (!end->possible)
        add_number(o, "missing_mm", "%.1f", end->missing_mm);
    else if (end->cost >= 0)
        json_object_object_add(o, "cost", json_object_new_int64(end->cost));
    return o;
}

static void add_page_end(json_object *o, const struct vb_reason *reason)
{
    add_string(o, "end", reason->end);
    add_number(o, "blank_mm", "%.1f", reason->blank_mm);
    add_number(o, "stretch_mm", "%.1f", reason->stretch_mm);
    json_object_object_add(o, "gaps", json_object_new_int(reason->gaps));
    json_object_object_add(o, "cost", json_object_new_int64(reason->cost));
    json_object_object_add(o, "all", json_object_new_int64(reason->all));
    json_object_object_add(o, "earlier", other_end(&reason->earlier));
    json_object_object_add(o, "later", other_end(&reason->later));
}

static void add_loose_line(json_object *o, const struct vb_reason *reason)
{
    add_number(o, "y_mm", "%.1f", reason->y_mm);
    add_number(o, "factor", "%.2f", reason->factor);
    add_string(o, "next", reason->next);
    add_number(o, "next_mm", "%.1f", reason->next_mm);
    add_number(o, "room_mm", "%.1f", reason->room_mm);
}

void cli_print_reason_json(void *user, const struct vb_reason *reason)
{
    const struct request *r = user;
    json_object *o = json_object_new_object();
    add_string(o, "kind", reason->kind == VB_PAGE_END ? "page-end" : "loose-line");
    if (*reason->part)
        add_string(o, "part", reason->part);
    json_object_object_add(o, "page", json_object_new_int(reason->page));
    json_object_object_add(o, "number", json_object_new_int(reason->number));
    add_string(o, "text", reason->text);
    add_string(o, "words", reason->words);
    add_string(o, "why", reason->why);
    add_number(o, "missing_mm", "%.1f", reason->missing_mm);
    if (reason->kind == VB_PAGE_END)
        add_page_end(o, reason);
    else
        add_loose_line(o, reason);
    if (reason->at.file)
        json_object_object_add(o, "at", report_place(&reason->at));
    if (reason->wanted.file)
        json_object_object_add(o, "wanted", report_place(&reason->wanted));
    put(r->explained, o);
}

void cli_print_written_json(struct request *r, const char *path, const struct vb_part *part)
{
    json_object *o = json_object_new_object();
    add_string(o, "kind", "written");
    add_string(o, "file", path);
    if (part->name && *part->name)
        add_string(o, "part", part->name);
    add_string(o, "title", part->title);
    json_object_object_add(o, "pages", json_object_new_int(part->pages));
    put(r->explained, o);
}
