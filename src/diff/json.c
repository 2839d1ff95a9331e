/* json.c - the changes for programs.                                                                */
#include "diff/diff.h"
#include "report/report.h"

static void add_number(json_object *o, const char *name, double n)
{
    char text[40];
    snprintf(text, sizeof(text), "%.1f", n + 0.0 == 0 ? 0.0 : n);
    json_object *value = json_object_new_double_s(n, text);
    if (name)
        json_object_object_add(o, name, value);
    else
        json_object_array_add(o, value);
}

static void add_whole(json_object *o, const char *name, int n) { json_object_object_add(o, name, json_object_new_int(n)); }

static json_object *boxes(const struct diff_part *p)
{
    json_object *all = json_object_new_array();
    for (int i = 0; i < p->n; i++) {
        json_object *box = json_object_new_array();
        const double at[] = { p->box[i].x, p->box[i].y, p->box[i].width, p->box[i].height };
        json_object_array_add(box, json_object_new_int(p->box[i].page + 1));
        for (int k = 0; k < 4; k++)
            add_number(box, NULL, at[k]);
        json_object_array_add(all, box);
    }
    return all;
}

static json_object *part(const struct diff_part *p)
{
    json_object *o = json_object_new_object();
    report_string(o, "text", p->text);
    if (p->words)
        add_whole(o, "words", p->words);
    report_string(o, "look", p->look);
    report_string(o, "before", p->before);
    report_string(o, "after", p->after);
    if (p->at.file)
        json_object_object_add(o, "at", report_place(&p->at));
    if (p->wanted.file)
        json_object_object_add(o, "wanted", report_place(&p->wanted));
    json_object_object_add(o, "boxes", boxes(p));
    return o;
}

json_object *diff_json_change(const struct diff *d, int change)
{
    const struct diff_change *c = &d->change[change];
    json_object *o = json_object_new_object();
    report_string(o, "kind", diff_kind_names[c->kind]);
    add_whole(o, "row", c->row + 1);
    if (c->blocks)
        add_whole(o, "blocks", c->blocks);
    if (c->notes)
        json_object_object_add(o, "notes", json_object_new_boolean(true));
    if (c->right != 0)
        add_number(o, "right_mm", c->right);
    if (c->down != 0)
        add_number(o, "down_mm", c->down);
    if (c->elsewhere)
        json_object_object_add(o, "elsewhere", json_object_new_boolean(true));
    for (int i = 0; i < 2; i++)
        if (c->side[i].n)
            json_object_object_add(o, i ? "b" : "a", part(&c->side[i]));
    return o;
}

static json_object *document(const struct diff *d, int side)
{
    json_object *o = json_object_new_object();
    report_string(o, "name", d->of[side].name);
    add_whole(o, "pages", d->n_pages[side]);
    add_whole(o, "words", d->words[side]);
    return o;
}

static json_object *rows(const struct diff *d)
{
    json_object *all = json_object_new_array();
    for (int i = 0; i < d->n_rows; i++) {
        json_object *row = json_object_new_array();
        for (int k = 0; k < 2; k++)
            json_object_array_add(row, d->row[i].page[k] < 0 ? NULL : json_object_new_int(d->row[i].page[k] + 1));
        json_object_array_add(all, row);
    }
    return all;
}

json_object *diff_json(const struct diff *d)
{
    json_object *o = json_object_new_object(), *counts = json_object_new_object(), *changes = json_object_new_array();
    report_string(o, "kind", "diff");
    json_object_object_add(o, "a", document(d, DIFF_A));
    json_object_object_add(o, "b", document(d, DIFF_B));
    for (int i = 0; i < DIFF_KINDS; i++)
        if (d->count[i])
            add_whole(counts, diff_kind_names[i], d->count[i]);
    json_object_object_add(o, "counts", counts);
    add_whole(o, "blocks_moved", d->blocks_moved);
    add_whole(o, "blocks_reflowed", d->blocks_reflowed);
    json_object_object_add(o, "rows", rows(d));
    for (int i = 0; i < d->n; i++)
        json_object_array_add(changes, diff_json_change(d, i));
    json_object_object_add(o, "changes", changes);
    return o;
}
