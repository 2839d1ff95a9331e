/* render.c - the commands that make one document.                                               */
#include "cli/cli.h"
#include "html/html.h"
#include "report/report.h"

#include <time.h>
#include <unistd.h>

enum { MOST_STEPS = 4, CPU_STEPS = 3 /* of the library: reading, layout, writing */ };

struct step { const char *name[2]; double ms; };

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void print_timings(const struct request *r, const struct step *step, int n, int pages)
{
    double all = 0;
    for (int i = 0; i < n; i++) {
        cli_padded(stderr, step[i].name[r->lang], 8);
        fprintf(stderr, " %8.2f ms\n", step[i].ms);
        all += step[i].ms;
    }
    cli_padded(stderr, r->lang == CLI_EN ? "all" : "tổng", 8);
    fprintf(stderr, " %8.2f ms, %d %s\n", all, pages, r->lang == CLI_EN ? "pages" : "trang");
}

/* Beside the data, by the name that the template's file gives, else by the data's own: report.xml
 * -> report.pdf, report-2.pdf of its second record. Known when the data has been read.                                              */
static const char *output_name(const struct request *r, const char *given, char *room, size_t size)
{
    const char *slash = strrchr(r->data, '/'), *name = slash ? slash + 1 : r->data;
    size_t folder = (size_t)(name - r->data), n = strlen(name);
    bool xml = n > 4 && strcmp(name + n - 4, ".xml") == 0;
    char number[16] = "";
    if (r->record)
        snprintf(number, sizeof(number), "-%d", r->record);
    int written = given ? snprintf(room, size, "%.*s%s.pdf", (int)folder, r->data, given)
                        : snprintf(room, size, "%.*s%s.pdf", (int)(folder + n - (xml ? 4 : 0)), r->data, number);
    return written > 0 && (size_t)written < size ? room : NULL;
}

static bool is_svg(const char *path) { return cli_ends(path, ".svg"); }
static bool is_html(const char *path) { return cli_ends(path, ".html"); }

static void tell_file(struct request *r, const char *path, const struct vb_part *part, bool several)
{
    if (r->json)
        cli_print_written_json(r, path, part);
    else if (several && !r->quiet) {
        cli_show(r->explained, path);
        fputc('\n', r->explained);
    }
}

/* What came out: for programs always, for people when they may not know all the names.          */
static void tell_written(struct request *r, struct vb *v, const char *path)
{
    char room[4096];
    int n = strcmp(path, "-") == 0 ? 0 : is_html(path) ? 1 : vb_part_count(v);
    bool svg = is_svg(path), several = svg ? vb_page_count(v) > 1 : n > 1;
    for (int i = 0; i < n; i++) {
        struct vb_part part = vb_part(v, i);
        for (int page = 1, last = svg ? part.pages : 1; page <= last; page++) {
            int size = is_html(path) ? snprintf(room, sizeof(room), "%s", path) : svg ? vb_svg_path(v, i, page, path, room, sizeof(room)) : vb_part_path(v, i, path, room, sizeof(room));
            part.pages = svg ? 1 : part.pages;
            if (size >= 0 && (size_t)size < sizeof(room))
                tell_file(r, room, &part, several);
        }
    }
}

static int tell_more(struct request *r, struct vb *v, const char *path)
{
    tell_written(r, v, path);
    int status = r->explain ? vb_explain(v, r->json ? cli_print_reason_json : cli_print_reason, r) : VB_DONE;
    if (fflush(r->explained) == 0 && !ferror(r->explained))
        return status;
    fprintf(stderr, "vanban: %s\n",
            r->lang == CLI_EN ? "the reasons and names of files cannot be written" : "không ghi được phần giải thích, tên tệp");
    return VB_OUTPUT;
}

static int write_all(struct request *r, struct vb *v, enum vb_form form, const char *path)
{
    const struct vb_options options = cli_options_of(r);
    if (form == VB_PDF && is_html(path))
        return html_write(v, &options, r->data, r->template_path, path);
    if (!r->map)
        return vb_write(v, form, path);
    char *map = report_map(report_files(v, path));
    int status = map ? vb_write_with(v, form, path, &(struct vb_companion){ r->map, map, strlen(map) }, 1) : VB_REJECTED;
    free(map);
    return status;
}

static int chain(struct request *r, struct vb *v, enum vb_form form, const char *path)
{
    struct step steps[MOST_STEPS] = { { { "đọc", "read" }, 0 }, { { "dàn", "layout" }, 0 }, { { "ghi", "write" }, 0 } };
    double start = now_ms(), then;
    char room[4096];
    int status = vb_read(v, r->data, r->template_path);
    steps[0].ms = (then = now_ms()) - start;
    if (status == VB_DONE && form != VB_DUMP_DOC)
        status = vb_set(v);
    steps[1].ms = (start = now_ms()) - then;
    path = path ? path : output_name(r, vb_file_name(v), room, sizeof(room));
    if (status == VB_DONE)
        status = path ? write_all(r, v, form, path) : VB_REJECTED;
    steps[2].ms = now_ms() - start;
    if (status == VB_DONE && (form == VB_PDF || form == VB_SVG))
        status = tell_more(r, v, path);
    if (r->timings)
        print_timings(r, steps, 3, vb_page_count(v));
    return status;
}

static int make(struct request *r, enum vb_form form, const char *path)
{
    const struct vb_options options = cli_options_of(r);
    struct vb *v = vb_open(&options);
    int status = v ? cli_enter_sandbox(r, v, path ? path : r->data, CPU_STEPS) : VB_REJECTED;
    if (status == VB_DONE)
        status = chain(r, v, form, path);
    vb_close(v);
    return status;
}

static bool is_stdout(const char *path) { return path && strcmp(path, "-") == 0; }

int cli_render(struct request *r)
{
    const char *path = r->output ? r->output : strcmp(r->data, "-") == 0 ? "-" : NULL;
    if (is_stdout(path) && isatty(STDOUT_FILENO))
        return cli_usage(r->lang, "không in PDF ra màn hình%s; dùng -o", "a PDF is not written to the terminal%s; use -o", "", NULL);
    if (cli_other_ending(path))
        return cli_usage(r->lang, "render ghi .pdf, .svg hoặc .html, không ghi «%s»", "render writes .pdf, .svg or .html, not '%s'", path, NULL);
    if (r->map && is_html(path))
        return cli_usage(r->lang, "--signature-map đi với PDF, không đi với «%s»", "--signature-map goes with a PDF, not with '%s'", path, NULL);
    if (is_stdout(path) && is_stdout(r->map))
        return cli_usage(r->lang, "đầu ra chuẩn chỉ nhận một tệp: PDF hoặc --signature-map%s", "standard output takes only one file: the PDF or the --signature-map%s", "", NULL);
    r->explained = is_stdout(path) || is_stdout(r->map) ? stderr : stdout;
    return make(r, is_svg(path) ? VB_SVG : VB_PDF, path);
}

int cli_dump(struct request *r)
{
    bool doc = r->stage && strcmp(r->stage, "doc") == 0;
    return make(r, doc ? VB_DUMP_DOC : VB_DUMP_PAGE, r->output ? r->output : "-");
}

int cli_sample(struct request *r)
{
    const struct vb_options options = cli_options_of(r);
    if (!r->data && !r->template_path)
        return cli_usage(r->lang, "thiếu %s", "%s is missing", r->lang == CLI_EN ? "TYPE or -t TEMPLATE" : "LOẠI hoặc -t MẪU", NULL);
    struct vb *v = vb_open(&options);
    int status = v ? vb_sample(v, r->length, r->data, r->template_path, r->output ? r->output : "-") : VB_REJECTED;
    vb_close(v);
    return status;
}

int cli_schema(struct request *r)
{
    const struct vb_options options = cli_options_of(r);
    bool template = strcmp(r->data, "template") == 0;
    if (!template && strcmp(r->data, "data") != 0)
        return cli_usage(r->lang, "không có lược đồ «%s»; có data và template", "there is no schema '%s'; the schemas are data and template",
                         r->data, NULL);
    if (r->n_files > 2)
        return cli_usage(r->lang, "thừa «%s»", "'%s' is one too many", r->files[2], NULL);
    struct vb *v = vb_open(&options);
    int status = v ? vb_schema(v, template ? VB_LANGUAGE_TEMPLATE : VB_LANGUAGE_DATA, r->n_files > 1 ? r->files[1] : NULL,
                               r->template_path, r->output ? r->output : "-")
                   : VB_REJECTED;
    vb_close(v);
    return status;
}
