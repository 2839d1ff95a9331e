/* verdict.c - verdicts of the decree's rules as JSON.                                          */
#include "report/report.h"

#include <stdio.h>

const char *report_level(enum vb_level level)
{
    static const char *const levels[] = { "must", "template", "practice" };
    return levels[level];
}

const char *report_state(enum vb_verdict_state state)
{
    static const char *const states[] = { "pass", "finding", "does-not-apply", "not-judged" };
    return states[state];
}

static void add_mm(json_object *o, const char *name, double mm)
{
    char text[40];
    snprintf(text, sizeof(text), "%.2f", mm);
    json_object_object_add(o, name, json_object_new_double_s(mm, text));
}

json_object *report_box(const struct vb_box *box)
{
    json_object *o = json_object_new_object();
    add_mm(o, "x", box->left);
    add_mm(o, "y_from_top", box->top);
    add_mm(o, "width", box->width);
    add_mm(o, "height", box->height);
    return o;
}

json_object *report_rule(const struct vb_rule *rule)
{
    json_object *o = json_object_new_object();
    report_string(o, "rule", rule->name);
    report_string(o, "level", report_level(rule->level));
    report_string(o, "title", rule->title);
    report_string(o, "clause", rule->clause);
    report_string(o, "allowed", rule->allowed);
    report_string(o, "remedy", rule->remedy);
    return o;
}

json_object *report_verdict(const struct vb_verdict *v)
{
    json_object *o = report_rule(&v->rule);
    json_object_object_add(o, "kind", json_object_new_string("verdict"));
    report_string(o, "state", report_state(v->state));
    if (v->note)
        json_object_object_add(o, "note", json_object_new_boolean(true));
    report_string(o, "measured", v->measured);
    report_string(o, "why", v->why);
    report_string(o, "part", v->part);
    report_string(o, "words", v->words);
    if (v->page)
        json_object_object_add(o, "page", json_object_new_int(v->page));
    if (v->placed)
        json_object_object_add(o, "mm", report_box(&v->mm));
    if (v->at.file)
        json_object_object_add(o, "at", report_place(&v->at));
    if (v->wanted.file)
        json_object_object_add(o, "wanted", report_place(&v->wanted));
    return o;
}
