/* preview.c - the command that shows pages in a browser.                                           */
#include "cli/cli.h"
#include "preview/preview.h"

int cli_preview(struct request *r)
{
    r->said = stderr;
    return preview_run(&(struct preview_options){
        .vb = cli_options_of(r), .paths = (const char *const *)r->files, .n_paths = r->n_files, .template_path = r->template_path,
        .port = r->port, .limit = (int)r->batch.limit, .browser = !r->no_browser, .english = r->lang == CLI_EN,
    });
}
