/* gallery.c - a folder of documents to look at: index.html, and a file for each.                        */
#include "html/html.h"

#include <sys/stat.h>

struct gallery {
    const struct vb_options *options;
    const char *folder;
    bool english;
    struct arena names;
    struct arena page;           /* of one document                                                     */
    struct buf index;
    struct html_names taken;
};

/* "a/b/data.xml" is named by its folder, others by themselves; one of several in a file by its number there, too, and a
 * second one of a name by its own.                                                                       */
const char *html_name(struct html_names *names, const struct html_entry *e)
{
    const char *data = e->data, *slash = strrchr(data, '/'), *last = slash ? slash + 1 : data, *dot = strrchr(last, '.');
    int n = (int)(dot && dot > last ? dot - last : (long)strlen(last));
    char *name = arena_format(names->arena, "%.*s", n, last);
    if (slash && strcmp(last, "data.xml") == 0) {
        const char *from = slash;
        while (from > data && from[-1] != '/')
            from--;
        if (from < slash)
            name = arena_format(names->arena, "%.*s", (int)(slash - from), from);
    }
    if (e->record)
        name = arena_format(names->arena, "%s-%d", name, e->record);
    bool taken = strcmp(name, "index") == 0;
    for (int i = 0; i < names->n; i++)
        taken = taken || strcmp(names->name[i], name) == 0;
    names->name = arena_grow(names->arena, names->name, names->n + 1, &names->room, sizeof(*names->name));
    names->name[names->n] = taken ? arena_format(names->arena, "%s-%d", name, names->n + 1) : name;
    return names->name[names->n++];
}

/* In a link: what is no letter of an address as %XX.                                                    */
static void put_url(struct buf *b, const char *s)
{
    for (; *s; s++)
        if ((unsigned char)*s <= ' ' || (unsigned char)*s >= 0x7F || strchr("%?#\"<>&'", *s))
            buf_format(b, "%%%02X", (unsigned char)*s);
        else
            buf_char(b, *s);
}

static void card_text(struct gallery *g, const char *title, const char *type, const char *more)
{
    struct buf *b = &g->index;
    buf_str(b, "<span class=\"name\">");
    html_text(b, title);
    buf_str(b, "</span><span class=\"soft\">");
    html_text(b, type);
    buf_str(b, more);
    buf_str(b, "</span>");
}

static bool card(struct gallery *g, struct vb *v, const char *name)
{
    struct buf *b = &g->index;
    const char *family = arena_format(&g->names, "g%d-", g->taken.n);
    const struct vb_sheet s = vb_sheet(v, 0, 1);
    const struct vb_svg_options options = { .fonts = VB_SVG_EMBED, .family = family, .id = family, .light = true };
    const void *svg;
    size_t size;
    if (vb_svg_page(v, 0, 1, &options, &svg, &size) != VB_DONE)
        return false;
    buf_format(b, "<li><a href=\"./");
    put_url(b, name);
    buf_format(b, ".html\"><span class=\"sheet\" aria-hidden=\"true\" inert=\"\" style=\"--w:%.1f;--h:%.1f\">", s.width_mm, s.height_mm);
    buf_bytes(b, svg, (int)size);
    buf_str(b, "</span>");
    card_text(g, vb_part(v, 0).title, vb_part(v, 0).type,
              arena_format(&g->names, "%s%d %s", *vb_part(v, 0).type ? " · " : "", vb_page_count(v), !g->english ? "trang" : vb_page_count(v) == 1 ? "page" : "pages"));
    buf_str(b, "</a></li>\n");
    return true;
}

static void bad_card(struct gallery *g, const char *data)
{
    buf_format(&g->index, "<li class=\"bad\"><span class=\"sheet\" style=\"--w:210;--h:297\">%s</span>", g->english ? "rejected" : "dữ liệu hoặc mẫu có lỗi");
    card_text(g, data, "", "");
    buf_str(&g->index, "</li>\n");
}

static int one(struct gallery *g, struct vb *v, const struct html_entry *e)
{
    struct buf b = buf_in(&g->page);
    const char *name = html_name(&g->taken, e);
    int status = vb_read(v, e->data, e->template_path);
    if (status == VB_DONE)
        status = vb_set(v);
    if (status != VB_DONE) {
        bad_card(g, e->data);
        return status;
    }
    const char *path = arena_format(&g->page, "%s/%s.html", g->folder, name);
    bool made = card(g, v, name) && html_pages(&b, v, g->english, vb_part(v, 0).title, "./index.html");
    status = made ? html_save(g->options, path, &b, &e->data, 1) : VB_OUTPUT;
    arena_clear(&g->page);
    return status;
}

int html_gallery(const struct vb_options *options, const struct html_entry *entry, int n, const char *folder)
{
    struct vb_options own = *options;
    struct gallery g = { .options = &own, .folder = folder, .english = options->lang && strcmp(options->lang, "en") == 0 };
    g.index = buf_in(&g.names);
    g.taken = (struct html_names){ .arena = &g.names };
    struct vb *v = vb_open(&own);
    int worst = VB_DONE;
    mkdir(folder, 0777);         /* where it cannot be made, nothing can be written: that is told          */
    html_begin(&g.index, g.english, g.english ? "Documents" : "Các văn bản", html_gallery_css);
    buf_format(&g.index, "<header id=\"bar\"><h1>%s</h1><p class=\"soft\">%d</p></header>\n<main><ul class=\"cards\">\n", g.english ? "Documents" : "Các văn bản", n);
    for (int i = 0; v && i < n && worst != VB_OUTPUT; i++) {
        own.record = entry[i].record ? entry[i].record : options->record;
        int status = one(&g, v, &entry[i]);
        worst = status > worst ? status : worst;
    }
    buf_str(&g.index, "</ul></main>\n</body>\n</html>\n");
    if (worst != VB_OUTPUT && html_save(options, arena_format(&g.names, "%s/index.html", folder), &g.index, NULL, 0) != VB_DONE)
        worst = VB_OUTPUT;
    vb_close(v);
    arena_free(&g.page);
    arena_free(&g.names);
    return worst;
}
