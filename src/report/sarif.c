/* sarif.c - verdicts and messages as SARIF 2.1.0, which editors and forges show at their places.   */
#include "report/report.h"

#include <stdio.h>
#include <string.h>

static json_object *text_of(const char *s)
{
    json_object *o = json_object_new_object();
    json_object_object_add(o, "text", json_object_new_string(s));
    return o;
}

static json_object *rule_row(const struct vb_rule *rule)
{
    json_object *o = json_object_new_object(), *properties = json_object_new_object();
    char full[1200];
    snprintf(full, sizeof(full), "%s: %s", rule->title, rule->allowed);
    json_object_object_add(o, "id", json_object_new_string(rule->name));
    json_object_object_add(o, "shortDescription", text_of(rule->title));
    json_object_object_add(o, "fullDescription", text_of(full));
    json_object_object_add(o, "help", text_of(rule->remedy));
    report_string(properties, "clause", rule->clause);
    report_string(properties, "level", report_level(rule->level));
    json_object_object_add(o, "properties", properties);
    return o;
}

json_object *report_sarif(const char *lang)
{
    json_object *root = json_object_new_object(), *run = json_object_new_object(), *tool = json_object_new_object();
    json_object *driver = json_object_new_object(), *rules = json_object_new_array(), *runs = json_object_new_array();
    for (int i = 0; i < vb_rule_count(); i++) {
        struct vb_rule rule = vb_rule(i, lang);
        json_object_array_add(rules, rule_row(&rule));
    }
    report_string(driver, "name", "vanban");
    report_string(driver, "version", VB_VERSION);
    report_string(driver, "language", lang);
    json_object_object_add(driver, "rules", rules);
    json_object_object_add(tool, "driver", driver);
    json_object_object_add(run, "tool", tool);
    report_string(run, "columnKind", "unicodeCodePoints");
    json_object_object_add(run, "results", json_object_new_array());
    json_object_array_add(runs, run);
    report_string(root, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    report_string(root, "version", "2.1.0");
    json_object_object_add(root, "runs", runs);
    return root;
}

/* A path with what a URI may not hold written as %XX. */
static json_object *uri_of(const char *path)
{
    char to[3 * 1024 + 1];
    size_t n = 0;
    for (const unsigned char *s = (const unsigned char *)path; *s && n + 3 < sizeof(to); s++) {
        bool plain = (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') || (*s >= '0' && *s <= '9') || strchr("-._~/", *s);
        n += (size_t)snprintf(to + n, sizeof(to) - n, plain ? "%c" : "%%%02X", *s);
    }
    to[n] = '\0';
    return json_object_new_string(to);
}

static json_object *location(const struct vb_place *p)
{
    json_object *o = json_object_new_object(), *physical = json_object_new_object();
    json_object *artifact = json_object_new_object(), *region = json_object_new_object();
    json_object_object_add(artifact, "uri", uri_of(p->file));
    json_object_object_add(physical, "artifactLocation", artifact);
    if (p->line) {
        json_object_object_add(region, "startLine", json_object_new_int(p->line));
        json_object_object_add(region, "startColumn", json_object_new_int(p->column));
        json_object_object_add(physical, "region", region);
    } else {
        json_object_put(region);
    }
    json_object_object_add(o, "physicalLocation", physical);
    return o;
}

struct result { const char *rule, *kind, *level, *text; const struct vb_place *at, *wanted; json_object *properties; };

static void add_result(json_object *sarif, struct result r)
{
    json_object *run = json_object_array_get_idx(json_object_object_get(sarif, "runs"), 0), *o = json_object_new_object();
    json_object *places = json_object_new_array(), *related = json_object_new_array();
    report_string(o, "ruleId", r.rule);
    report_string(o, "kind", r.kind);
    report_string(o, "level", r.level);
    json_object_object_add(o, "message", text_of(r.text));
    if (r.at->file)
        json_object_array_add(places, location(r.at));
    if (r.wanted->file)
        json_object_array_add(r.at->file ? related : places, location(r.wanted));
    json_object_object_add(o, "locations", places);
    json_object_object_add(o, "relatedLocations", related);
    if (r.properties)
        json_object_object_add(o, "properties", r.properties);
    json_object_array_add(json_object_object_get(run, "results"), o);
}

void report_sarif_message(json_object *sarif, const struct vb_message *m)
{
    static const char *const levels[] = { "note", "warning", "error" };
    add_result(sarif, (struct result){ m->code, "fail", levels[m->severity], m->text, &m->at, &m->wanted, NULL });
}

/* A verdict without a place in the data is the file's.                                                */
void report_sarif_verdict(json_object *sarif, const struct vb_verdict *v, const char *file)
{
    static const char *const kinds[] = { "pass", "fail", "notApplicable", "open" };
    bool found = v->state == VB_FINDING;
    const char *level = !found ? "none" : v->rule.level == VB_MUST ? "error" : v->rule.level == VB_TEMPLATE ? "warning" : "note";
    const struct vb_place whole = { .file = file };
    json_object *properties = json_object_new_object();
    char text[2400];
    snprintf(text, sizeof(text), found ? "%s: %s (%s)" : "%s: %s", v->rule.title, v->state == VB_PASS || found ? v->measured : v->why, v->rule.allowed);
    report_string(properties, "part", v->part);
    report_string(properties, "words", v->words);
    report_string(properties, "clause", v->rule.clause);
    if (v->page)
        json_object_object_add(properties, "page", json_object_new_int(v->page));
    if (v->placed)
        json_object_object_add(properties, "mm", report_box(&v->mm));
    add_result(sarif, (struct result){ v->rule.name, v->note ? "informational" : kinds[v->state], level, text, v->at.file ? &v->at : &whole, &v->wanted, properties });
}
