/* print.c - messages for people: place, severity and words; the line with the place marked; the
 * remedy.                                                                                       */
#include "base/utf8.h"
#include "cli/cli.h"

enum { LINE_MOST = 110 };        /* bytes of a long line that are shown before and after         */

/* Letters, not bytes, fill a column.                                                             */
void cli_padded(FILE *out, const char *s, int columns)
{
    fputs(s, out);
    for (; *s; s++)
        columns -= ((unsigned char)*s & 0xC0) != 0x80;
    for (; columns > 0; columns--)
        fputc(' ', out);
}

void cli_show(FILE *out, const char *s) { utf8_show(out, s, strlen(s)); }

void cli_print_place(FILE *out, const struct vb_place *p)
{
    if (p->file)
        cli_show(out, p->file);
    if (p->file && p->line)
        fprintf(out, ":%d:%d: ", p->line, p->column);
    else if (p->file)
        fputs(": ", out);
}

static bool is_letter_start(char c) { return ((unsigned char)c & 0xC0) != 0x80; }

/* The line's neighbourhood of the place, and a caret below it; blanks for letters, tabs stay.    */
static void print_line(FILE *out, const struct vb_place *p)
{
    const char *line = p->line_text, *end = line + p->line_size, *at = line;
    for (int column = 1; column < p->column && at < end; column++)
        for (at++; at < end && !is_letter_start(*at);)
            at++;
    const char *from = at - line > LINE_MOST ? at - LINE_MOST : line;
    const char *to = end - at > LINE_MOST ? at + LINE_MOST : end;
    while (from < at && !is_letter_start(*from))
        from++;
    while (to < end && !is_letter_start(*to))
        to++;
    fputs("  ", out);
    utf8_show(out, from, (size_t)(to - from));
    fputs("\n  ", out);
    for (const char *s = from; s < at; s++)
        if (is_letter_start(*s))
            fputc(*s == '\t' ? '\t' : ' ', out);
    fputs("^\n", out);
}

bool cli_is_wanted(const struct request *r, const struct vb_message *m)
{
    return !r->quiet || m->severity == VB_ERROR || (r->wary && m->severity == VB_WARNING);
}

void cli_print(void *user, const struct vb_message *m)
{
    static const char *const severities[2][3] = { { "ghi chú", "cảnh báo", "lỗi" },
                                                  { "note", "warning", "error" } };
    const struct request *r = user;
    FILE *out = r->said;
    if (!cli_is_wanted(r, m))
        return;
    cli_print_place(out, &m->at);
    fprintf(out, "%s: ", severities[r->lang][m->severity]);
    cli_show(out, m->text);
    fprintf(out, " [%s]\n", m->code);
    if (m->at.line_text)
        print_line(out, &m->at);
    if (m->wanted.file) {
        cli_print_place(out, &m->wanted);
        fprintf(out, "%s\n", r->lang == CLI_EN ? "asked for here" : "mẫu yêu cầu ở đây");
    }
    if (m->hint && *m->hint) {
        fprintf(out, "  %s ", r->lang == CLI_EN ? "remedy:" : "cách sửa:");
        cli_show(out, m->hint);
        fputc('\n', out);
    }
}

/* The sentences, the first behind its place, the others below it.                                */
void cli_print_reason(void *user, const struct vb_reason *reason)
{
    const struct request *r = user;
    FILE *out = r->explained;
    cli_print_place(out, &reason->at);
    cli_show(out, reason->part);
    if (*reason->part)
        fputs(", ", out);
    for (const char *line = reason->text, *end; line; line = *end ? end + 1 : NULL) {
        end = line + strcspn(line, "\n");
        fputs(line == reason->text ? "" : "  ", out);
        utf8_show(out, line, (size_t)(end - line));
        fputc('\n', out);
    }
    if (!reason->wanted.file)
        return;
    fputs("  ", out);
    cli_print_place(out, &reason->wanted);
    fprintf(out, "%s\n", r->lang == CLI_EN ? "the template's element" : "phần tử của mẫu");
}
