/* shell.c - what such files have in common.                                                          */
#include "base/log.h"
#include "base/output.h"
#include "base/path.h"
#include "html/html.h"

void html_text(struct buf *b, const char *s)
{
    for (; *s; s++) {
        static const char *const names[128] = { ['<'] = "&lt;", ['>'] = "&gt;", ['&'] = "&amp;", ['"'] = "&quot;" };
        const char *name = (unsigned char)*s < 128 ? names[(unsigned char)*s] : NULL;
        if (name)
            buf_str(b, name);
        else
            buf_char(b, *s);
    }
}

void html_begin(struct buf *b, bool english, const char *title, const char *style)
{
    buf_format(b, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                  "<meta name=\"generator\" content=\"vanban " VB_VERSION "\"/>\n<title>", english ? "en" : "vi");
    html_text(b, title);
    buf_str(b, "</title>\n<style>\n");
    buf_str(b, html_shell_css);
    buf_str(b, style);
    buf_str(b, "</style>\n</head>\n<body>\n");
}

/* The scripts hold no less-than sign and no ampersand, so that the file is XML too.                   */
void html_end(struct buf *b, const char *script)
{
    buf_str(b, "<script>\n");
    buf_str(b, html_shell_js);
    buf_str(b, script);
    buf_str(b, "</script>\n</body>\n</html>\n");
}

static void button(struct buf *b, const char *what, const char *sign, const char *title)
{
    buf_format(b, "<button type=\"button\" data-do=\"%s\" title=\"%s\" aria-label=\"%s\">%s</button>\n", what, title, title, sign);
}

void html_tools(struct buf *b, bool english)
{
    button(b, "out", "−", english ? "smaller (-)" : "thu nhỏ (-)");
    button(b, "whole", "<span id=\"zoom\">100%</span>", english ? "as wide as the window (0)" : "vừa khung (0)");
    button(b, "in", "+", english ? "larger (+)" : "phóng to (+)");
    button(b, "ground", "<span class=\"half\"></span>", english ? "light or dark surroundings (d)" : "nền sáng, nền tối (d)");
    button(b, "print", english ? "Print" : "In", english ? "print" : "in ra giấy");
}

bool html_fonts(struct buf *b, struct vb *v, int part, const char *family)
{
    const void *css;
    size_t size;
    if (vb_svg_style(v, part, &(struct vb_svg_options){ .fonts = VB_SVG_EMBED, .family = family }, &css, &size) != VB_DONE)
        return false;
    buf_str(b, "<style>\n");
    buf_bytes(b, css, (int)size);
    buf_str(b, "</style>\n");
    return true;
}

bool html_sheet(struct buf *b, struct vb *v, int part, int page, const char *family, const char *id)
{
    const void *svg;
    size_t size;
    const struct vb_svg_options options = { .fonts = VB_SVG_ELSEWHERE, .family = family, .id = id, .light = true };
    if (vb_svg_page(v, part, page, &options, &svg, &size) != VB_DONE)
        return false;
    buf_format(b, "<svg id=\"%ss%d\"", id, page);
    buf_bytes(b, (const char *)svg + strlen("<svg"), (int)(size - strlen("<svg")));
    return true;
}

/* ---- saving -------------------------------------------------------------------------------------------- */

static void tell(void *user, const struct log_message *m)
{
    const struct vb_options *o = user;
    if (o->sink)
        o->sink(o->user, &(struct vb_message){ .severity = VB_ERROR, .code = m->code, .text = m->text, .hint = m->hint, .at.file = m->file });
}

static bool save(struct log *log, const char *path, struct buf *html)
{
    struct output *out = NEW(log->arena, struct output);
    output_open(out, log->arena, path);
    output_write(out, buf_text(html), (size_t)html->size);
    output_finish(out);
    const struct output *bad = outputs_keep(out);
    if (bad)
        say(log, MSG_OUTPUT_FAILED, NOWHERE, path, log_errno(log, bad->error));
    return !bad;
}

int html_save(const struct vb_options *options, const char *path, struct buf *html, const char *const *input, int n)
{
    struct arena arena = { 0 };
    struct log log = { .arena = &arena, .lang = options->lang && strcmp(options->lang, "en") == 0 ? LANG_EN : LANG_VI,
                       .sink = tell, .user = (void *)options };
    bool is_input = false;
    for (int i = 0; i < n; i++)
        is_input = is_input || path_is_same_file(input[i], path);
    if (is_input)
        say(&log, MSG_OUTPUT_IS_INPUT, NOWHERE, path);
    bool good = !is_input && save(&log, path, html);
    log_flush(&log);
    arena_free(&arena);
    return good ? VB_DONE : VB_OUTPUT;
}
