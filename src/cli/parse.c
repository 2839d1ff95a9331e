/* parse.c - getopt_long over the table; its complaints are ours, in two languages.             */
#include "cli/cli.h"

#include <getopt.h>

enum { MOST_OPTIONS = 64, FIRST_LONG = 1000 };

static bool is_choice(const char *choices, const char *value)
{
    size_t n = strlen(value);
    for (const char *s = choices; s && *s; s += strcspn(s, " "), s += *s == ' ')
        if (strcspn(s, " ") == n && strncmp(s, value, n) == 0)
            return true;
    return false;
}

/* One letter off, two swapped, or its beginning.                                                */
static bool is_near(const char *word, const char *name)
{
    size_t n = strlen(name), same = 0;
    while (same < n && word[same] == name[same])
        same++;
    const char *rest = word + same;
    bool one_off = *rest && (strcmp(rest + 1, name + same) == 0 || strcmp(rest, name + same + (same < n)) == 0 ||
                             strcmp(rest + 1, name + same + (same < n)) == 0);
    bool swapped = same + 1 < n && rest[0] == name[same + 1] && rest[1] == name[same] &&
                   strcmp(rest + 2, name + same + 2) == 0;
    return one_off || swapped || (!*rest && same > 1);
}

static const char *near_option(const struct command *c, const char *word)
{
    while (*word == '-')
        word++;
    for (int i = 0; i < cli_n_options; i++)
        if (cli_option_of(c, &cli_options[i]) && is_near(word, cli_options[i].name))
            return cli_options[i].name;
    return NULL;
}

int cli_no_command(int lang, const char *word)
{
    const char *near = NULL;
    for (int i = 0; i < cli_n_commands && !near; i++)
        near = is_near(word, cli_commands[i].name) ? cli_commands[i].name : NULL;
    return cli_usage(lang, "không có lệnh «%s»", "there is no command '%s'", word, near);
}

/* The choice that is meant, in `room`, or "".                                                    */
static const char *near_choice(const char *choices, const char *value, char *room, size_t size)
{
    for (const char *s = choices; s && *s; s += strcspn(s, " "), s += *s == ' ') {
        snprintf(room, size, "%.*s", (int)strcspn(s, " "), s);
        if (is_near(value, room))
            return room;
    }
    return "";
}

static int bad_value(struct request *r, const struct option_row *row, const char *value)
{
    char room[40];
    const char *near = near_choice(row->choices, value, room, sizeof(room));
    fprintf(stderr, r->lang == CLI_EN ? "vanban: --%s=%s is no good value; wanted: %s" : "vanban: --%s=%s không hợp lệ; cần: %s",
            row->name, value, row->choices ? row->choices : row->value[r->lang]);
    if (*near)
        fprintf(stderr, r->lang == CLI_EN ? "; did you mean '%s'?" : "; có phải «%s»?", near);
    fputc('\n', stderr);
    return VB_USAGE;
}

static int take(struct request *r, const struct option_row *row, const char *value)
{
    if (row->choices && value && !is_choice(row->choices, value))
        return bad_value(r, row, value);
    return row->take(r, value) ? VB_DONE : bad_value(r, row, value);
}

static void make_tables(const struct command *c, struct option *longs, char *shorts)
{
    *shorts++ = ':';
    for (int i = 0; i < cli_n_options; i++) {
        const struct option_row *row = &cli_options[i];
        if (!cli_option_of(c, row))
            continue;
        *longs++ = (struct option){ row->name, row->value[0] ? required_argument : row->choices ? optional_argument : no_argument, NULL, FIRST_LONG + i };
        if (row->letter)
            *shorts++ = row->letter;
        if (row->letter && row->value[0])
            *shorts++ = ':';
    }
    *longs = (struct option){ 0 };
    *shorts = '\0';
}

static const struct option_row *row_of(int c)
{
    for (int i = 0; i < cli_n_options; i++)
        if (c == FIRST_LONG + i || c == cli_options[i].letter)
            return &cli_options[i];
    return NULL;
}

static int take_arguments(const struct command *c, int argc, char **argv, struct request *r)
{
    r->files = argv + optind;
    r->n_files = argc - optind;
    if (optind + 1 < argc && !c->many)
        return cli_usage(r->lang, "thừa «%s»: mỗi lần chỉ một tệp dữ liệu", "'%s' is one too many: one data file at a time",
                         argv[optind + 1], NULL);
    if (optind == argc && !r->help && !r->rules && !r->list_limits && *c->arguments[r->lang] != '[')
        return cli_usage(r->lang, "thiếu %s", "%s is missing", c->arguments[r->lang], NULL);
    r->data = argv[optind];
    return VB_DONE;
}

int cli_parse(const struct command *command, int argc, char **argv, struct request *r)
{
    struct option longs[MOST_OPTIONS];
    char shorts[2 * MOST_OPTIONS];
    int status = VB_DONE, c;
    make_tables(command, longs, shorts);
    opterr = 0;
    while (status == VB_DONE && (c = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        if (c == ':')
            status = cli_usage(r->lang, "«%s» cần một giá trị", "'%s' wants a value", argv[optind - 1], NULL);
        else if (c == '?')
            status = cli_usage(r->lang, "không có tùy chọn «%s»", "there is no option '%s'", argv[optind - 1],
                               near_option(command, argv[optind - 1]));
        else
            status = take(r, row_of(c), optarg);
    }
    return status == VB_DONE ? take_arguments(command, argc, argv, r) : status;
}
