/* help.c - made from the tables.                                                                 */
#include "cli/cli.h"

static void option_help(const struct option_row *row, int lang, FILE *out)
{
    char text[120];
    const char *word = row->value[lang] ? row->value[lang] : row->choices;
    snprintf(text, sizeof(text), "  %c%c%s--%s%s%s%s", row->letter ? '-' : ' ', row->letter ? row->letter : ' ',
             row->letter ? ", " : "  ", row->name, row->value[lang] ? " " : word ? "[=" : "", word ? word : "", word && !row->value[lang] ? "]" : "");
    cli_padded(out, text, 30);
    fprintf(out, " %s\n", row->help[lang]);
}

static void all_commands(int lang, FILE *out)
{
    fputs(lang == CLI_EN ? "vanban " VB_VERSION " - Vietnamese administrative documents (Decree 30/2020/NĐ-CP) from XML\n\n"
                           "usage: vanban COMMAND [OPTION...] DATA.xml\n\n"
                         : "vanban " VB_VERSION " - văn bản hành chính theo Nghị định 30/2020/NĐ-CP từ XML\n\n"
                           "cách dùng: vanban LỆNH [TÙY-CHỌN...] DỮ-LIỆU.xml\n\n", out);
    for (int i = 0; i < cli_n_commands; i++) {
        fputs("  ", out);
        cli_padded(out, cli_commands[i].name, 10);
        fprintf(out, " %s\n", cli_commands[i].help[lang]);
    }
    fputs(lang == CLI_EN ? "\nvanban COMMAND --help lists the options of a command.\n"
                           "Exit status: 0 done, 1 check has findings, diff found differences or some records of batch failed, 2 errors in data or template, 64 wrong usage, 74 output could not be written.\n"
                         : "\nvanban LỆNH --help liệt kê các tùy chọn của một lệnh.\n"
                           "Mã kết thúc: 0 xong, 1 check có phát hiện, diff thấy khác nhau hoặc batch có bản ghi lỗi, 2 dữ liệu hoặc mẫu có lỗi, 64 sai cách dùng, 74 không ghi được.\n", out);
}

/* 67108864 is 64M.                                                                               */
static void print_number(char *to, size_t size, long long n)
{
    static const char units[] = " KMG";
    int unit = 0;
    bool bytes = n % 1024 == 0;
    long long thousand = bytes ? 1024 : 1000;
    for (; n && n % thousand == 0 && units[unit + 1]; unit++)
        n /= thousand;
    snprintf(to, size, unit ? "%lld%c" : "%lld", n, units[unit]);
}

void cli_limits(int lang, FILE *out)
{
    for (int i = 0; i < vb_limit_count(); i++) {
        const struct vb_limit limit = vb_limit(i);
        char value[32];
        print_number(value, sizeof(value), limit.value);
        fputs("  ", out);
        cli_padded(out, limit.name, 16);
        cli_padded(out, value, 6);
        fprintf(out, "%s\n", limit.about[lang == CLI_EN]);
    }
}

void cli_help(const struct command *command, int lang, FILE *out)
{
    if (!command) {
        all_commands(lang, out);
        return;
    }
    fprintf(out, "vanban %s [%s...] %s\n%s\n\n", command->name, lang == CLI_EN ? "OPTION" : "TÙY-CHỌN",
            command->arguments[lang], command->help[lang]);
    for (int i = 0; i < cli_n_options; i++)
        if (cli_option_of(command, &cli_options[i]))
            option_help(&cli_options[i], lang, out);
}
