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

static int bad_value(struct request *r, const struct option_row *row, const char *value)
{
    char room[40];
    const char *near = cli_near_choice(row->choices, value, room, sizeof(room));
    fprintf(stderr, r->lang == CLI_EN ? "vanban: --%s=%s is no good value; wanted: %s" : "vanban: --%s=%s không hợp lệ; cần: %s",
            row->name, value, row->choices ? row->choices : row->value[r->lang]);
    if (*near)
        fprintf(stderr, r->lang == CLI_EN ? "; did you mean '%s'?" : "; có phải «%s»?", near);
    if (strcmp(row->name, "limit") == 0)
        fprintf(stderr, r->lang == CLI_EN ? "; the names: --limits" : "; các tên: --limits");
    fputc('\n', stderr);
    return VB_USAGE;
}

/* The value was forgotten: getopt takes the next option for it.                                  */
static bool is_option(const char *value)
{
    bool found = false;
    for (int i = 0; i < cli_n_options && !found; i++)
        found = strncmp(value, "--", 2) == 0 && strncmp(value + 2, cli_options[i].name, strcspn(value + 2, "=")) == 0;
    return found && value[2];
}

static int take(struct request *r, const struct option_row *row, const char *value)
{
    if (row->value[0] && is_option(value)) {
        fprintf(stderr, r->lang == CLI_EN ? "vanban: --%s wants a value (%s), and '%s' follows\n" : "vanban: --%s cần một giá trị (%s), mà tiếp theo là «%s»\n", row->name, row->value[r->lang], value);
        return VB_USAGE;
    }
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
    for (int i = optind; i < argc; i++)
        if (strncmp(argv[i], "\xE2\x80\x93", 3) == 0 || strncmp(argv[i], "\xE2\x80\x94", 3) == 0) /* Word makes it of - */
            return cli_usage(r->lang, "«%s» bắt đầu bằng gạch dài; tùy chọn bắt đầu bằng - hoặc --", "'%s' begins with a long dash; options begin with - or --", argv[i], NULL);
    if (optind + 1 < argc && !c->many)
        return cli_usage(r->lang, "thừa «%s»: mỗi lần chỉ một tệp dữ liệu; mẫu thì ghi sau -t, nhiều tệp thì dùng vanban batch",
                         "'%s' is one too many: one data file at a time; a template goes behind -t, several files to vanban batch", argv[optind + 1], NULL);
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
    cli_asked(command);
    make_tables(command, longs, shorts);
    opterr = 0;
    while (status == VB_DONE && (c = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        if (c == ':')
            status = cli_usage(r->lang, "«%s» cần một giá trị", "'%s' wants a value", argv[optind - 1], NULL);
        else if (c == '?')
            status = cli_no_option(r->lang, command, argv[optind - 1]);
        else
            status = take(r, row_of(c), optarg);
    }
    return status == VB_DONE ? take_arguments(command, argc, argv, r) : status;
}
