/* pages.c - one document: its pages, and a strip of them.                                             */
#include "html/html.h"

static const char *family_of(struct buf *b, int part) { return arena_format(b->arena, "f%d-", part); }
static const char *id_of(struct buf *b, int part) { return arena_format(b->arena, "d%d-", part); }

/* On paper each is a sheet of its own size, by name; tenths of mm, for names hold no points.               */
static const char *paper_of(struct buf *b, const struct vb_sheet *s)
{
    return arena_format(b->arena, "p%.0fx%.0f", s->width_mm * 10, s->height_mm * 10);
}

static void papers(struct buf *b, struct vb *v)
{
    const char *last = "";
    buf_str(b, "<style>\n");
    for (int part = 0; part < vb_part_count(v); part++)
        for (int page = 1; page <= vb_part(v, part).pages; page++) {
            const struct vb_sheet s = vb_sheet(v, part, page);
            const char *name = paper_of(b, &s);
            if (strcmp(name, last) != 0)
                buf_format(b, "@page %s { size: %.1fmm %.1fmm; margin: 0; }\n", name, s.width_mm, s.height_mm);
            last = name;
        }
    buf_str(b, "</style>\n");
}

static void bar(struct buf *b, struct vb *v, bool english, const char *title, const char *back)
{
    buf_str(b, "<header id=\"bar\">\n");
    if (back) {
        buf_str(b, "<a class=\"back\" href=\"");
        html_text(b, back);
        buf_format(b, "\">‹ %s</a>\n", english ? "all documents" : "mọi văn bản");
    }
    buf_str(b, "<h1>");
    html_text(b, title);
    buf_format(b, "</h1>\n<p class=\"soft\">%d %s</p>\n<div role=\"toolbar\" aria-label=\"%s\">\n", vb_page_count(v),
               english ? vb_page_count(v) == 1 ? "page" : "pages" : "trang", english ? "View" : "Cách xem");
    html_tools(b, english);
    buf_str(b, "</div>\n</header>\n");
}

static void strip(struct buf *b, struct vb *v, bool english)
{
    buf_format(b, "<nav id=\"strip\" aria-label=\"%s\">\n", english ? "Pages" : "Các trang");
    for (int part = 0; part < vb_part_count(v); part++)
        for (int page = 1; page <= vb_part(v, part).pages; page++) {
            const struct vb_sheet s = vb_sheet(v, part, page);
            buf_format(b, "<a href=\"#%sp%d\"><svg xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" viewBox=\"0 0 %.1f %.1f\"><use href=\"#%ss%d\" width=\"%.1f\" height=\"%.1f\"/></svg>%s %s%d</a>\n",
                       id_of(b, part), page, s.width_mm, s.height_mm, id_of(b, part), page, s.width_mm, s.height_mm,
                       english ? "Page" : "Trang", s.label, s.number);
        }
    buf_str(b, "</nav>\n");
}

static bool sheets(struct buf *b, struct vb *v, bool english)
{
    buf_str(b, "<main tabindex=\"-1\">\n");
    for (int part = 0; part < vb_part_count(v); part++)
        for (int page = 1; page <= vb_part(v, part).pages; page++) {
            const struct vb_sheet s = vb_sheet(v, part, page);
            buf_format(b, "<section class=\"sheet\" id=\"%sp%d\" style=\"--w:%.1f;--h:%.1f;page:%s\" aria-label=\"%s %s%d\">\n", id_of(b, part), page,
                       s.width_mm, s.height_mm, paper_of(b, &s), english ? "Page" : "Trang", s.label, s.number);
            if (!html_sheet(b, v, part, page, family_of(b, part), id_of(b, part)))
                return false;
            buf_str(b, "</section>\n");
        }
    buf_str(b, "</main>\n");
    return true;
}

bool html_pages(struct buf *b, struct vb *v, bool english, const char *title, const char *back)
{
    html_begin(b, english, title, html_pages_css);
    for (int part = 0; part < vb_part_count(v); part++)
        if (!html_fonts(b, v, part, family_of(b, part)))
            return false;
    papers(b, v);
    bar(b, v, english, title, back);
    buf_str(b, "<div id=\"body\">\n");
    strip(b, v, english);
    if (!sheets(b, v, english))
        return false;
    buf_str(b, "</div>\n");
    html_end(b, html_pages_js);
    return true;
}

int html_write(struct vb *v, const struct vb_options *options, const char *data, const char *template_path, const char *path)
{
    struct arena arena = { 0 };
    struct buf b = buf_in(&arena);
    bool english = options->lang && strcmp(options->lang, "en") == 0;
    int status = html_pages(&b, v, english, vb_part(v, 0).title, NULL)
                     ? html_save(options, path, &b, (const char *const[]){ data, template_path }, 2) : VB_OUTPUT;
    arena_free(&arena);
    return status;
}
