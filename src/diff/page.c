/* page.c - the changes in one file of HTML: a list of them beside the pages, A left and B right.        */
#include "diff/sheet.h"
#include "diff/text.h"

/* ---- the list -------------------------------------------------------------------------------------- */

static void context(struct buf *b, const char *s, const char *lead, const char *trail)
{
    if (!s || !*s)
        return;
    buf_format(b, "%s<span class=\"soft\">", lead);
    html_text(b, s);
    buf_format(b, "</span>%s", trail);
}

static void words(struct diff *d, struct buf *b, const char *element, const char *unseen, const char *s)
{
    if (!s)
        return;
    buf_format(b, "<%s><span class=\"unseen\">%s </span>", element, unseen);
    html_text(b, diff_clip(d, s));
    buf_format(b, "</%s> ", element);
}

static void item_words(struct diff *d, struct buf *b, const struct diff_change *c, bool english)
{
    const struct diff_part *p = c->side[DIFF_B].text ? &c->side[DIFF_B] : &c->side[DIFF_A];
    const char *a = c->side[DIFF_A].text, *b_text = c->side[DIFF_B].text;
    bool worded = c->kind == DIFF_CHANGED || c->kind == DIFF_ADDED || c->kind == DIFF_REMOVED || c->kind == DIFF_RUNNING || c->kind == DIFF_PAPER;
    if (worded && !(a && b_text && strcmp(a, b_text) == 0)) {
        context(b, p->before, "", " ");
        words(d, b, "del", english ? "before:" : "trước:", a);
        words(d, b, "ins", english ? "now:" : "nay:", b_text);
        context(b, p->after, "", "");
    } else if (p->text) {
        html_text(b, diff_clip(d, p->text));
        if (p->after && c->kind != DIFF_LOOK)
            html_text(b, p->after);
    }
}

static void item(struct diff *d, struct buf *b, int i, bool english)
{
    const struct diff_change *c = &d->change[i];
    const struct diff_part *p = c->side[DIFF_B].n ? &c->side[DIFF_B] : &c->side[DIFF_A];
    buf_format(b, "<li class=\"%s\" id=\"l%d\"><a href=\"#c%d\"", diff_kind_names[c->kind], i + 1, i + 1);
    if (p->at.file && p->at.line) {
        buf_str(b, " title=\"");
        html_text(b, arena_format(&d->arena, "%s:%d", p->at.file, p->at.line));
        buf_char(b, '"');
    }
    buf_format(b, "><b class=\"sign\" aria-hidden=\"true\">%s</b><span class=\"what\">%s · %s</span> <span class=\"said\">", diff_sign(c),
               diff_where(d, c, english), diff_what(d, c, english));
    item_words(d, b, c, english);
    buf_str(b, "</span></a></li>\n");
}

/* What each colour and line means, of what there is.                                                    */
static void legend(struct diff *d, struct buf *b, bool english)
{
    static const char *const vi[DIFF_KINDS] = { "sửa", "thêm", "bớt", "đổi kiểu chữ", "dời chỗ", "ngắt dòng khác", "đầu, chân trang", "đường kẻ", "khổ giấy" };
    static const char *const en[DIFF_KINDS] = { "changed", "added", "removed", "different type", "moved", "different line breaks", "header, footer", "lines", "paper size" };
    buf_format(b, "<p class=\"legend\" aria-hidden=\"true\">");
    if (d->count[DIFF_CHANGED] || d->count[DIFF_REMOVED])
        buf_format(b, "<del>%s</del> ", english ? "removed" : "chữ bị bỏ");
    if (d->count[DIFF_CHANGED] || d->count[DIFF_ADDED])
        buf_format(b, "<ins>%s</ins> ", english ? "added" : "chữ mới");
    for (int i = DIFF_LOOK; i < DIFF_KINDS; i++)
        if (d->count[i])
            buf_format(b, "<span class=\"key %s\">%s</span> ", diff_kind_names[i], english ? en[i] : vi[i]);
    buf_str(b, "</p>\n");
}

static void list(struct diff *d, struct buf *b, bool english)
{
    buf_format(b, "<nav id=\"list\" aria-label=\"%s\">\n<h2>%s</h2>\n<p id=\"sum\">", english ? "Changes" : "Các thay đổi",
               d->n == 0 ? (english ? "No change" : "Không có thay đổi") : arena_format(&d->arena, english ? d->n == 1 ? "%d change" : "%d changes" : "%d thay đổi", d->n));
    html_text(b, diff_headline(d, english));
    buf_str(b, "</p>\n");
    legend(d, b, english);
    buf_str(b, "<ol>\n");
    for (int i = 0; i < d->n; i++)
        item(d, b, i, english);
    buf_str(b, "</ol>\n</nav>\n");
}

/* ---- round it ---------------------------------------------------------------------------------------- */

static const char *last_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* As short as tells them apart.                                                                          */
static const char *name_of(const struct diff *d, int side)
{
    bool tell = strcmp(last_of(d->of[0].name), last_of(d->of[1].name)) != 0;
    return tell ? last_of(d->of[side].name) : d->of[side].name;
}

static void bar(struct diff *d, struct buf *b, bool english)
{
    buf_str(b, "<header id=\"bar\">\n<h1>");
    html_text(b, vb_part(d->of[DIFF_B].v, 0).title);
    buf_format(b, "</h1>\n<div role=\"toolbar\" aria-label=\"%s\">\n", english ? "View" : "Cách xem");
    if (d->n)
        buf_format(b, "<button type=\"button\" data-do=\"previous\" title=\"%s\" aria-label=\"%s\">‹</button><span id=\"at\">0/%d</span>"
                      "<button type=\"button\" data-do=\"next\" title=\"%s\" aria-label=\"%s\">›</button>\n",
                   english ? "previous change (p)" : "thay đổi trước (p)", english ? "previous change (p)" : "thay đổi trước (p)", d->n,
                   english ? "next change (n)" : "thay đổi kế tiếp (n)", english ? "next change (n)" : "thay đổi kế tiếp (n)");
    html_tools(b, english);
    buf_str(b, "</div>\n</header>\n");
}

static void heads(struct diff *d, struct buf *b, bool english)
{
    buf_str(b, "<div class=\"row heads\">\n");
    for (int i = 0; i < 2; i++) {
        buf_format(b, "<div class=\"side\"><b>%s</b> <span class=\"name\">", i ? english ? "B · now" : "B · nay" : english ? "A · before" : "A · trước");
        html_text(b, name_of(d, i));
        buf_format(b, "</span> <span class=\"soft\">%d %s</span></div>\n", d->n_pages[i], !english ? "trang" : d->n_pages[i] == 1 ? "page" : "pages");
    }
    buf_str(b, "</div>\n");
}

bool diff_page(struct diff *d, bool english, struct buf *b)
{
    html_begin(b, english, arena_format(&d->arena, "%s ↔ %s", name_of(d, 0), name_of(d, 1)), diff_css);
    if (!html_fonts(b, d->of[DIFF_A].v, 0, "va-") || !html_fonts(b, d->of[DIFF_B].v, 0, "vb-"))
        return false;
    bar(d, b, english);
    buf_str(b, "<div id=\"body\">\n");
    list(d, b, english);
    buf_str(b, "<main tabindex=\"-1\">\n");
    heads(d, b, english);
    if (!diff_sheets(d, english, b))
        return false;
    buf_str(b, "</main>\n</div>\n<p class=\"unseen\" role=\"status\" id=\"state\"></p>\n");
    html_end(b, diff_js);
    return true;
}
