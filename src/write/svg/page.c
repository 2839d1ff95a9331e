/* page.c - a page: groups by the structure tree round its marks, and what stands round them all.   */
#include "write/svg/draw.h"

/* ---- what a group says of itself ----------------------------------------------------------------- */

/* A note's place in the tree is at its mark, but what it shows stands at the foot. */
static int group_around(const struct pages *pages, int element)
{
    const struct element *e = &pages->elements[element];
    return e->kind == ELEMENT_NOTE || e->parent < 0 ? 0 : e->parent;
}

static bool is_within(const struct pages *pages, int element, int outer)
{
    while (element && element != outer)
        element = group_around(pages, element);
    return element == outer;
}

/* Of the marks that follow one another in it, from the one at hand on.                              */
static void put_box(struct draw *d, int element, int mark)
{
    const struct page *p = d->page;
    struct box all = mark_box(&p->marks[mark]);
    for (int i = mark + 1; i < p->n && is_within(d->book->pages, p->marks[i].element, element); i++)
        box_widen(&all, mark_box(&p->marks[i]));
    const len part[] = { all.x, all.y, all.right - all.x, all.bottom - all.y };
    buf_str(&d->b, " data-box=\"");
    for (int i = 0; i < LENGTH(part); i++) {
        put_mm(&d->b, part[i]);
        buf_char(&d->b, i < LENGTH(part) - 1 ? ' ' : '"');
    }
}

/* Words of ARIA 1.2 and of its module for publications.                                             */
static void put_role(struct draw *d, const struct element *e)
{
    static const char *const roles[ELEMENT_ARTIFACT + 1] = {
        [ELEMENT_H] = "heading", [ELEMENT_TABLE] = "table", [ELEMENT_TR] = "row", [ELEMENT_TH] = "columnheader", [ELEMENT_TD] = "cell",
        [ELEMENT_NOTE] = "doc-footnote", [ELEMENT_FIGURE] = "img", [ELEMENT_L] = "list", [ELEMENT_LI] = "listitem",
    };
    if (e->kind == ELEMENT_ARTIFACT)
        buf_str(&d->b, " aria-hidden=\"true\"");
    else if (roles[e->kind])
        put_attribute(&d->b, "role", roles[e->kind]);
    if (e->kind == ELEMENT_H)
        buf_format(&d->b, " aria-level=\"%d\"", e->level > 0 ? e->level : 1);
    if (e->alt)
        put_attribute(&d->b, "aria-label", e->alt);
    if (e->columns > 1)
        buf_format(&d->b, " aria-colspan=\"%d\"", e->columns);
    if (e->rows > 1)
        buf_format(&d->b, " aria-rowspan=\"%d\"", e->rows);
}

static void put_data(struct draw *d, int element, int mark)
{
    const struct element *e = &d->book->pages->elements[element];
    int n = 0;
    const char *name = source_element(e->tmpl, &n);
    buf_format(&d->b, " data-e=\"%d\"", element);
    if (name)
        buf_format(&d->b, " data-name=\"%.*s\"", n, name);
    if (e->role)
        put_attribute(&d->b, "data-role", e->role);
    put_place(d, "tmpl", e->tmpl);
    put_place(d, "data", e->data);
    if (e->kind != ELEMENT_SECT && e->kind != ELEMENT_DOCUMENT)
        put_box(d, element, mark);
}

/* An element may have several groups on its first page: a repeated head or a note's mark stands between. */
static bool is_first(const struct draw *d, int element, int mark)
{
    const struct svg_first first = d->book->first[element];
    while (first.page == d->index && mark < first.mark && is_within(d->book->pages, d->page->marks[mark].element, element))
        mark++;
    return first.page == d->index && mark == first.mark;
}

static void open_group(struct draw *d, int element, int mark)
{
    const struct element *e = &d->book->pages->elements[element];
    buf_str(&d->b, "<g");
    if (is_first(d, element, mark))
        link_id(d, element);
    put_role(d, e);
    if (d->options->data)
        put_data(d, element, mark);
    if (e->kind == ELEMENT_NOTE)
        link_note_id(d, element);
    buf_str(&d->b, ">\n");
}

/* ---- from one group to the next ------------------------------------------------------------------ */

static void open_below(struct draw *d, int element, int above, int mark)
{
    if (element == above)
        return;
    open_below(d, group_around(d->book->pages, element), above, mark);
    open_group(d, element, mark);
}

static void go_to(struct draw *d, int element, int mark)
{
    const struct pages *pages = d->book->pages;
    int above = d->open;
    for (; !is_within(pages, element, above); above = group_around(pages, above))
        buf_str(&d->b, "</g>\n");
    open_below(d, element, above, mark);
    d->open = element;
}

/* ---- marks ----------------------------------------------------------------------------------------- */

static void draw_rule(struct draw *d, const struct mark *m)
{
    buf_str(&d->b, "<rect");
    put_rectangle(d, m, m->rule.height);
    put_colour(&d->b, m->colour);
    buf_str(&d->b, "/>\n");
}

/* Lines under words stand between them in reading order; they are drawn before the words, whose text
 * is not torn by them.                                                                              */
static int draw_words(struct draw *d, int from)
{
    const struct mark *marks = d->page->marks;
    int end = from;
    for (; end < d->page->n && marks[end].element == marks[from].element && marks[end].kind != MARK_IMAGE; end++)
        if (marks[end].kind == MARK_RULE)
            draw_rule(d, &marks[end]);
    draw_text(d, from, end);
    return end;
}

static void draw_marks(struct draw *d)
{
    for (int i = 0; i < d->page->n;) {
        const struct mark *m = &d->page->marks[i];
        go_to(d, m->element, i);
        if (m->kind == MARK_IMAGE) {
            draw_image(d, m);
            i++;
        } else {
            i = draw_words(d, i);
        }
    }
    go_to(d, 0, 0);
}

static struct draw draw_page(struct svg_book *book, struct arena *scratch, int page, const struct svg_options *options, struct letters *letters)
{
    struct draw d = { .book = book, .options = options, .page = &book->pages->page[page], .index = page, .b = buf_in(scratch), .letters = letters };
    draw_marks(&d);
    if (options->fields)
        draw_fields(&d);
    draw_over(&d, scratch);
    return d;
}

/* ---- a file ----------------------------------------------------------------------------------------- */

static void put_page_data(const struct page *p, int page, struct buf *out)
{
    const len size[] = { p->width, p->height }, margin[] = { p->top, p->right, p->bottom, p->left };
    buf_format(out, " data-page=\"%d\" data-number=\"%d\" data-section=\"%d\"", page + 1, p->number, p->section + 1);
    if (p->label)
        put_attribute(out, "data-label", p->label);
    if (p->master)
        put_attribute(out, "data-master", p->master);
    buf_str(out, " data-size=\"");
    for (int i = 0; i < LENGTH(size); i++) {
        buf_str(out, i ? " " : "");
        put_mm(out, size[i]);
    }
    buf_str(out, "\" data-margins=\"");
    for (int i = 0; i < LENGTH(margin); i++) {
        buf_str(out, i ? " " : "");
        put_mm(out, margin[i]);
    }
    buf_char(out, '"');
}

/* No browser may move a letter, and a blank at the end of a line is one.                              */
static void put_head(const struct draw *d, struct buf *out)
{
    const struct page *p = d->page;
    const struct pages *pages = d->book->pages;
    buf_str(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    put_mm(out, p->width);
    buf_str(out, "mm\" height=\"");
    put_mm(out, p->height);
    buf_str(out, "mm\" viewBox=\"0 0 ");
    put_length(out, p->width);
    buf_char(out, ' ');
    put_length(out, p->height);
    buf_str(out, "\" xml:space=\"preserve\" style=\"font-kerning:none;font-variant-ligatures:none;text-rendering:geometricPrecision\" role=\"document\"");
    if (pages->lang)
        put_attribute(out, "lang", pages->lang);
    if (pages->title)
        put_attribute(out, "aria-label", arena_format(out->arena, "%s, %s%d", pages->title, p->label ? p->label : "", p->number));
    if (d->options->data)
        put_page_data(p, d->index, out);
    buf_str(out, ">\n");
}

bool svg_page(struct svg_book *book, struct arena *scratch, int page, const struct svg_options *options, struct buf *out, const char **reason)
{
    struct draw d = draw_page(book, scratch, page, options, letters_new(scratch, book->fonts));
    put_head(&d, out);
    buf_str(out, "<style>\n");
    if (!letters_style(d.letters, scratch, options, out, reason))
        return false;
    buf_str(out, "</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    buf_bytes(out, buf_text(&d.b), d.b.size);
    buf_str(out, "</svg>\n");
    return true;
}

bool svg_style(struct svg_book *book, struct arena *scratch, const struct svg_options *options, struct buf *out, const char **reason)
{
    struct letters *letters = letters_new(scratch, book->fonts);
    for (int i = 0; i < book->pages->n; i++)
        draw_page(book, scratch, i, options, letters);
    return letters_style(letters, scratch, options, out, reason);
}
