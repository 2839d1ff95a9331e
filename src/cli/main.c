#include "cli/cli.h"

#include <limits.h>
#include <signal.h>
#include <unistd.h>

/* Vietnamese, unless the environment asks for English.                                            */
static int default_lang(void)
{
    const char *names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (int i = 0; i < 3; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return strncmp(value, "en", 2) == 0 ? CLI_EN : CLI_VI;
    }
    return CLI_VI;
}

/* Where templates and fonts are: above the program's folder when it was just built, in share/
 * beside it when it was installed; NULL: the library knows.                                       */
static char *find_home(void)
{
    static const char *const below[] = { "", "/share/vanban" };
    char path[PATH_MAX + 64];
    ssize_t n = readlink("/proc/self/exe", path, PATH_MAX);
    for (int up = 0; n > 0 && up < 2; up++)
        while (n > 0 && path[--n] != '/')
            ;
    for (int i = 0; n >= 0 && i < 2; i++) {
        int end = (int)n + snprintf(path + n, sizeof(path) - (size_t)n, "%s", below[i]);
        snprintf(path + end, sizeof(path) - (size_t)end, "/templates/nd30.xml");
        if (access(path, R_OK) == 0)
            return strndup(path, (size_t)end);
    }
    return NULL;
}

/* --lang holds for everything that is said, wherever it stands.                                     */
static int wanted_lang(int argc, char **argv)
{
    int lang = default_lang();
    for (int i = 1; i < argc; i++) {
        bool apart = strcmp(argv[i], "--lang") == 0 && i + 1 < argc;
        if (apart || strncmp(argv[i], "--lang=", 7) == 0)
            lang = strcmp(apart ? argv[i + 1] : argv[i] + 7, "en") == 0 ? CLI_EN : CLI_VI;
    }
    return lang;
}

static bool is_asked(const char *option, int argc, char **argv)
{
    int i = 1;
    while (i < argc && strcmp(argv[i], option) != 0)
        i++;
    return i < argc;
}

static int run(const struct command *command, int argc, char **argv, struct request *r)
{
    int status = cli_parse(command, argc, argv, r);
    if (status != VB_DONE)
        return status;
    if (r->help) {
        cli_help(command, r->lang, stdout);
        return VB_DONE;
    }
    if (r->list_limits) {
        cli_limits(r->lang, stdout);
        return VB_DONE;
    }
    return command->run(r);
}

static void drop(struct request *r)
{
    for (int i = 0; i < r->n_settings; i++)
        free((char *)r->settings[i].name);
    free(r->settings);
    for (int i = 0; i < r->n_limits; i++)
        free((char *)r->limits[i].name);
    free(r->limits);
    free(r->home);
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN); /* a reader that closes is an output that failed */
    cli_end_begin(wanted_lang(argc, argv), is_asked("--format=json", argc, argv));
    struct request r = { .lang = wanted_lang(argc, argv), .home = find_home(), .said = stderr };
    const char *word = argc > 1 ? argv[1] : "";
    const struct command *command = cli_command(word);
    int status = VB_DONE;
    if (command)
        status = run(command, argc - 1, argv + 1, &r);
    else if (*word == '-' && (is_asked("--help", argc, argv) || is_asked("-h", argc, argv)))
        cli_help(NULL, r.lang, stdout);
    else if (strcmp(word, "help") == 0)
        cli_help(argc > 2 ? cli_command(argv[2]) : NULL, r.lang, stdout);
    else if (strcmp(word, "--version") == 0 || strcmp(word, "version") == 0)
        puts("vanban " VB_VERSION);
    else if (!*word)
        status = (cli_help(NULL, r.lang, stderr), VB_USAGE);
    else
        status = cli_no_command(r.lang, word);
    drop(&r);
    return status;
}
