/* child.c - one rendering, in a process of its own: whatever data and template do, the server goes on. Sends the
 * pages, then what there is to say of them; what comes later is late.c's.                               */
#include "preview/site.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROOT_MOST = 4000 };

/* Pages are drawn for the parent's eyes alone: nothing is written.                                       */
static int fence(struct site *s, const struct entry *e)
{
    const char *of[2] = { e->path, e->template_path };
    char *root[2];
    int n = 0;
    for (int i = 0; i < 2; i++) {
        const char *slash = of[i] ? strrchr(of[i], '/') : NULL;
        if (of[i] && (root[n] = slash ? strndup(of[i], slash == of[i] ? 1 : (size_t)(slash - of[i])) : strdup(".")))
            n++;
    }
    int status = vb_sandbox(s->warm, &(struct vb_fence){ .read = (const char *const *)root, .n_read = n, .best_effort = s->o->best_effort });
    while (n)
        free(root[--n]);
    return status;
}

/* What the root of a page says of itself, as the program wrote it.                                        */
static void add_said(json_object *page, const char *svg, size_t size, const char *name, const char *attribute)
{
    char head[ROOT_MOST + 1];
    size_t n = size < ROOT_MOST ? size : ROOT_MOST;
    memcpy(head, svg, n);
    head[n] = '\0';
    const char *at = strstr(head, attribute), *end = at ? strchr(at + strlen(attribute), '"') : NULL;
    if (end)
        json_object_object_add(page, name, json_object_new_string_len(at + strlen(attribute), (int)(end - at - (long)strlen(attribute))));
}

static bool send_page(struct vb *v, int part, int number, enum view_kind kind, int pipe, json_object *pages)
{
    const void *svg;
    size_t size;
    const struct vb_svg_options options = {
        .fonts = kind == VIEW_CARD ? VB_SVG_EMBED : VB_SVG_ELSEWHERE, .id = part ? "q" : "p", .data = kind == VIEW_PAGES, .fields = kind == VIEW_PAGES, .light = true,
    };
    if (vb_svg_page(v, part, number, &options, &svg, &size) != VB_DONE)
        return false;
    json_object *page = json_object_new_object();
    json_object_object_add(page, "part", json_object_new_int(part));
    add_said(page, svg, size, "size", " data-size=\"");
    add_said(page, svg, size, "number", " data-number=\"");
    add_said(page, svg, size, "margins", " data-margins=\"");
    json_object_array_add(pages, page);
    child_send(pipe, LEAF_PAGE, svg, size);
    return true;
}

/* A browser takes no file that holds several fonts: of such a one it gets what the pages need of it.         */
static bool is_several(const struct vb_font *f) { return f->index > 0 || (f->size > 4 && memcmp(f->bytes, "ttcf", 4) == 0); }

static void send_style(struct vb *v, int pipe, json_object *report)
{
    struct vb_svg_options options = { .fonts = VB_SVG_URL, .font_url = "../../../font/" };
    json_object *fonts = json_object_new_object();
    for (int i = 0; i < vb_font_count(v); i++) {
        const struct vb_font f = vb_font(v, i);
        options.fonts = is_several(&f) ? VB_SVG_EMBED : options.fonts;
        json_object_object_add(fonts, f.id, json_object_new_string(f.file));
    }
    json_object_object_add(report, "fonts", fonts);
    char *all = strdup("");
    size_t n = 0;
    for (int part = 0; all && part < vb_part_count(v); part++) {
        const void *css;
        size_t size;
        if (vb_svg_style(v, part, &options, &css, &size) != VB_DONE)
            continue;
        char *more = realloc(all, n + size + 1);
        if (!more)
            abort();
        all = more;
        memcpy(all + n, css, size);
        n += size;
    }
    if (all)
        child_send(pipe, LEAF_STYLE, all, n);
    free(all);
}

static bool draw(struct vb *v, enum view_kind kind, int pipe, json_object *report)
{
    json_object *pages = json_object_new_array(), *parts = json_object_new_array();
    bool good = true;
    for (int part = 0; part < vb_part_count(v); part++) {
        const struct vb_part p = vb_part(v, part);
        json_object *o = json_object_new_object();
        report_string(o, "name", p.name);
        report_string(o, "title", p.title);
        report_string(o, "type", p.type);
        json_object_object_add(o, "pages", json_object_new_int(p.pages));
        json_object_array_add(parts, o);
        for (int page = 1; good && page <= (kind == VIEW_CARD ? part == 0 : p.pages); page++)
            good = send_page(v, part, page, kind, pipe, pages);
    }
    json_object_object_add(report, "pages", pages);
    json_object_object_add(report, "parts", parts);
    if (good && kind == VIEW_PAGES)
        send_style(v, pipe, report);
    return good;
}

/* Fonts are no files that somebody saves.                                                               */
static void add_inputs(const struct vb *v, json_object *report)
{
    json_object *inputs = json_object_new_array();
    for (int i = 0; i < vb_input_count(v); i++) {
        const struct vb_input input = vb_input(v, i);
        if (input.kind != VB_INPUT_FONT)
            json_object_array_add(inputs, json_object_new_string(input.path));
    }
    json_object_object_add(report, "inputs", inputs);
}

static bool is_told(const struct site *s, const char *code)
{
    for (size_t i = 0; i < json_object_array_length(s->told); i++)
        if (strcmp(json_object_get_string(json_object_object_get(json_object_array_get_idx(s->told, i), "code")), code) == 0)
            return true;
    return false;
}

/* Which of several the first is stands nowhere until they have been counted.                                */
static int read_one(struct site *s, const struct entry *e)
{
    s->options.record = e->record ? e->record : s->o->vb.record;
    int status = vb_read(s->warm, e->path, e->template_path);
    if (status == VB_DONE || !is_told(s, "RECORD_WHICH"))
        return status;
    s->options.record = 1;
    json_object_put(s->told);
    s->told = json_object_new_array();
    return vb_read(s->warm, e->path, e->template_path);
}

static void add_records(struct site *s, const struct entry *e, json_object *report)
{
    char number[16];
    int n = s->o->vb.record ? 0 : vb_record_count(s->warm);
    if (n)
        json_object_object_add(report, "records", json_object_new_int(n));
    if (n <= MOST_RECORDS)
        return;
    snprintf(number, sizeof(number), "%d", n);
    log_say_file(&s->log, MSG_PREVIEW_RECORDS, e->path, number);
    log_flush(&s->log);
}

void child_run(struct site *s, const struct entry *e, enum view_kind kind, int pipe, pid_t parent)
{
    double start = site_now();
    pipe = child_begin(s, pipe, parent);
    json_object *report = json_object_new_object();
    s->told = json_object_new_array();
    int status = s->o->sandbox ? fence(s, e) : VB_DONE;
    if (status == VB_DONE)
        status = read_one(s, e);
    add_records(s, e, report);
    add_inputs(s->warm, report);
    if (status == VB_DONE)
        status = vb_set(s->warm);
    if (status == VB_DONE && !draw(s->warm, kind, pipe, report))
        status = VB_REJECTED;
    json_object_object_add(report, "status", json_object_new_string(status == VB_DONE ? "done" : "rejected"));
    json_object_object_add(report, "messages", s->told);
    json_object_object_add(report, "ms", json_object_new_int((int)((site_now() - start) * 1e3 + 0.5)));
    const char *text = report_line(report);
    child_send(pipe, LEAF_REPORT, text, strlen(text));
    s->told = NULL;              /* it has gone                                                                 */
    if (status == VB_DONE && kind == VIEW_PAGES)
        late_send(s->warm, pipe);
    _exit(0);
}
