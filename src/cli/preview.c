/* preview.c - the command that shows pages in a browser, or writes them to be looked at.              */
#include "cli/cli.h"
#include "preview/preview.h"

int cli_preview(struct request *r)
{
    bool pair = r->against || r->template_b, still = r->html || r->svg || r->png;
    r->said = stderr;
    if (pair && r->n_files != 1)
        return cli_usage(r->lang, "%s đi với một tệp dữ liệu", "%s goes with one data file", r->against ? "--against" : "--template-b", NULL);
    if (pair && still)
        return cli_usage(r->lang, "%s không đi với --html, --svg, --png; trang so sánh thành tệp: vanban diff -o", "%s does not go with --html, --svg, --png; for a file of the comparison: vanban diff -o",
                         r->against ? "--against" : "--template-b", NULL);
    const struct preview_options options = {
        .vb = cli_options_of(r), .paths = (const char *const *)r->files, .n_paths = r->n_files, .template_path = r->template_path,
        .against = r->against, .template_b = r->template_b, .html = r->html, .svg = r->svg, .png = r->png,
        .port = r->port, .limit = (int)r->batch.limit, .browser = !r->no_browser, .sandbox = r->sandbox, .best_effort = r->best_effort, .english = r->lang == CLI_EN,
    };
    return still ? preview_write(&options, r->quiet ? NULL : stdout) : preview_run(&options);
}
