/* diff.c - the command that compares two documents.                                              */
#include "cli/cli.h"
#include "diff/diff.h"

#include <unistd.h>

int cli_diff(struct request *r)
{
    bool aside = r->output && strcmp(r->output, "-") == 0;
    if (r->n_files > 2)
        return cli_usage(r->lang, "thừa «%s»: chỉ so hai văn bản", "'%s' is one too many: two documents are compared", r->files[2], NULL);
    if (r->n_files == 1 && !r->template_b)
        return cli_usage(r->lang, "thiếu tệp thứ hai để so với «%s»; so hai mẫu thì dùng --template-b", "'%s' has nothing to be compared with: give a second file, or --template-b", r->data, NULL);
    if (strcmp(r->data, "-") == 0 && (r->n_files == 1 || strcmp(r->files[1], "-") == 0))
        return cli_usage(r->lang, "đầu vào chuẩn chỉ đọc được một lần%s", "standard input can be read only once%s", "", NULL);
    if (aside && isatty(STDOUT_FILENO))
        return cli_usage(r->lang, "không in HTML ra màn hình%s; dùng -o TỆP.html", "HTML is not written to the terminal%s; use -o FILE.html", "", NULL);
    if (cli_enter_sandbox(r, NULL, r->output, 0) != VB_DONE)
        return VB_REJECTED;
    return diff_run(&(struct diff_options){
        .vb = cli_options_of(r), .data = { r->data, r->files[r->n_files - 1] }, .english = r->lang == CLI_EN, .json = r->json,
        .template_path = { r->template_path, r->template_b ? r->template_b : r->template_path },
        .output = r->output, .to = r->quiet ? NULL : aside ? stderr : stdout,
    });
}
