/* request.c - what all commands do with what they were asked for.                               */
#include "cli/cli.h"

struct vb_options cli_options_of(struct request *r)
{
    return (struct vb_options){
        .home = r->home, .lang = r->lang == CLI_EN ? "en" : "vi", .mode = r->mode,
        .standard = r->standard, .record = r->record, .strict = r->strict, .split = r->split, .explain = r->explain, .boxes = r->boxes,
        .force = r->force,
        .settings = r->settings, .n_settings = r->n_settings, .limits = r->limits, .n_limits = r->n_limits, .sink = r->json ? cli_print_json : cli_print, .user = r,
    };
}

static const char *command_asked; /* of the one command line of a process; NULL: not yet known        */

void cli_asked(const struct command *command) { command_asked = command->name; }

int cli_usage(int lang, const char *vi, const char *en, const char *word, const char *near)
{
    fprintf(stderr, "vanban: ");
    fprintf(stderr, lang == CLI_EN ? en : vi, word);
    if (near)
        fprintf(stderr, lang == CLI_EN ? "; did you mean '%s%s'?" : "; có phải «%s%s»?", *word == '-' ? "--" : "", near);
    fprintf(stderr, "\n%s: vanban %s%s--help\n", lang == CLI_EN ? "see" : "xem", command_asked ? command_asked : "", command_asked ? " " : "");
    return VB_USAGE;
}

bool cli_ends(const char *path, const char *ending)
{
    size_t n = path ? strlen(path) : 0, e = strlen(ending);
    return n > e && strcasecmp(path + n - e, ending) == 0;
}

bool cli_other_ending(const char *path)
{
    static const char *const others[] = { ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".txt", ".png", ".jpg", ".jpeg" };
    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
        if (cli_ends(path, others[i]))
            return true;
    return false;
}
