/* near.c - the command or option that was meant: a slip of the finger, the beginning of a word, a word of
 * the other language, a file where its command was left out, an option of another command.      */
#include "cli/cli.h"

#include "base/near.h"

#include <sys/stat.h>

/* Words that people try, and the option they mean.                                              */
static const struct { const char *word, *option; } others[] = {
    { "mau", "template" },   { "ban-mau", "template" }, { "style", "template" },   { "ra", "output" },     { "out", "output" },
    { "ket-qua", "output" }, { "tep", "output" },       { "dir", "output" },       { "outdir", "output" }, { "dat", "set" },
    { "gia-tri", "set" },    { "param", "set" },        { "var", "set" },          { "ngon-ngu", "lang" }, { "language", "lang" },
    { "ten", "name" },       { "filename", "name" },    { "moi", "each" },         { "loc", "where" },     { "filter", "where" },
    { "sap-xep", "sort" },   { "order-by", "sort" },    { "nhom", "group-by" },    { "danh-muc", "list" }, { "gop", "merge" },
    { "ghi-de", "force" },   { "overwrite", "force" },  { "threads", "jobs" },     { "mode", "for" },      { "che-do", "for" },
    { "dinh-dang", "format" }, { "json", "format" },    { "timeout", "time-limit" }, { "silent", "quiet" }, { "im-lang", "quiet" },
    { "tro-giup", "help" },  { "ban-ghi", "record" },   { "trang", "stage" },      { "do-dai", "length" }, { "verbose", "explain" },
};

static bool is_near(const char *word, const char *name)
{
    size_t n = strlen(word);
    int far = near_distance(word, name);
    return far <= (n < 3 ? 0 : n < 7 ? 1 : 2) || (n > 2 && strncmp(word, name, n) == 0);
}

static const char *near_option(const struct command *c, const char *word)
{
    const char *other = NULL;
    for (size_t i = 0; i < sizeof(others) / sizeof(*others) && !other; i++)
        other = strcmp(others[i].word, word) == 0 ? others[i].option : NULL;
    for (int i = 0; i < cli_n_options; i++) {
        const char *name = cli_options[i].name;
        if (cli_option_of(c, &cli_options[i]) && (other ? strcmp(other, name) == 0 : is_near(word, name)))
            return name;
    }
    return NULL;
}

const char *cli_near_choice(const char *choices, const char *value, char *room, size_t size)
{
    static const char *const words[][2] = { { "giay", "paper" }, { "dien-tu", "electronic" }, { "luu-tru", "archive" }, { "luu", "archive" }, { "vn", "vi" },
                                            { "english", "en" }, { "ngan", "short" }, { "dai", "long" } };
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        value = strcmp(words[i][0], value) == 0 ? words[i][1] : value;
    for (const char *s = choices; s && *s; s += strcspn(s, " "), s += *s == ' ') {
        snprintf(room, size, "%.*s", (int)strcspn(s, " "), s);
        if (is_near(value, room))
            return room;
    }
    return "";
}

/* "render batch": whose option it is, when it is no option of this one.                          */
static void owners(const char *word, char *room, size_t size)
{
    room[0] = '\0';
    for (int i = 0; i < cli_n_options; i++) {
        const struct option_row *row = &cli_options[i];
        bool meant = word[1] == '-' ? strncmp(word + 2, row->name, strcspn(word + 2, "=")) == 0 && !row->name[strcspn(word + 2, "=")]
                                    : row->letter && word[1] == row->letter;
        for (int k = 0; meant && k < cli_n_commands; k++)
            if (cli_option_of(&cli_commands[k], row) && !strstr(room, cli_commands[k].name))
                snprintf(room + strlen(room), size - strlen(room), "%s%s", *room ? ", " : "", cli_commands[k].name);
    }
}

int cli_no_option(int lang, const struct command *command, const char *word)
{
    char others_have[200], alone[60];
    owners(word, others_have, sizeof(others_have));
    snprintf(alone, sizeof(alone), "%.*s", (int)strcspn(word + strspn(word, "-"), "="), word + strspn(word, "-"));
    const char *near = near_option(command, alone);
    if (!*others_have || near)
        return cli_usage(lang, "không có tùy chọn «%s»", "there is no option '%s'", word, near);
    fprintf(stderr, lang == CLI_EN ? "vanban: '%s' is no option of %s, but of: %s\nsee: vanban %s --help\n" : "vanban: «%s» không phải tùy chọn của %s, mà của: %s\nxem: vanban %s --help\n",
            word, command->name, others_have, command->name);
    return VB_USAGE;
}

/* The command for a file that stands where one is wanted; NULL: it is no file.                    */
static const char *command_for(const char *word)
{
    struct stat st;
    const char *dot = strrchr(word, '.');
    if (stat(word, &st) == 0 && S_ISDIR(st.st_mode))
        return "preview";
    if (dot && strcmp(dot, ".pdf") == 0)
        return "check";
    return dot && strcmp(dot, ".xml") == 0 ? "render" : NULL;
}

int cli_no_command(int lang, const char *word)
{
    const char *near = NULL, *file = command_for(word);
    if (*word == '-')
        return cli_usage(lang, "lệnh đứng trước tùy chọn «%s»: vanban render ...", "the command comes before the option '%s': vanban render ...", word, NULL);
    for (int i = 0; i < cli_n_commands && !near; i++)
        near = is_near(word, cli_commands[i].name) ? cli_commands[i].name : NULL;
    if (near || !file)
        return cli_usage(lang, "không có lệnh «%s»", "there is no command '%s'", word, near);
    fprintf(stderr, lang == CLI_EN ? "vanban: the command is missing before '%s'; did you mean 'vanban %s %s'?\nsee: vanban --help\n"
                                   : "vanban: thiếu lệnh trước «%s»; có phải «vanban %s %s»?\nxem: vanban --help\n", word, file, word);
    return VB_USAGE;
}
