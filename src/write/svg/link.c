#include "write/svg/draw.h"

/* ---- ids ------------------------------------------------------------------------------------------- */

/* The document's own, and of notes one that no XML could bear: "1.note", "1.call".                   */
static void put_id(struct draw *d, const char *id)
{
    put_words(&d->b, d->options->prefix, (int)strlen(d->options->prefix));
    put_words(&d->b, id, (int)strlen(id));
}

static void put_note_id(struct draw *d, int note, const char *what)
{
    put_id(d, "");
    buf_format(&d->b, "%d.%s", note, what);
}

static const char *own_id(const struct draw *d, int element)
{
    const char *id = d->book->pages->elements[element].id;
    return id && book_target(d->book, id) == element ? id : NULL;
}

void link_id(struct draw *d, int element)
{
    const char *id = own_id(d, element);
    bool note = d->book->pages->elements[element].kind == ELEMENT_NOTE;
    if (!id && !note)
        return;
    buf_str(&d->b, " id=\"");
    if (id)
        put_id(d, id);
    else
        put_note_id(d, element, "note");
    buf_char(&d->b, '"');
}

void link_note_id(struct draw *d, int note)
{
    if (d->options->data)
        buf_format(&d->b, " data-note=\"%d\"", note);
}

/* ---- links ----------------------------------------------------------------------------------------- */

static void open_to(struct draw *d, int page)
{
    buf_str(&d->b, "<a href=\"");
    const char *url = d->options->page_url, *star = url ? strchr(url, '*') : NULL;
    if (star && page != d->index) {
        put_words(&d->b, url, (int)(star - url));
        put_whole(&d->b, page + 1);
        put_words(&d->b, star + 1, (int)strlen(star + 1));
    }
    buf_char(&d->b, '#');
}

static bool open_note(struct draw *d, const struct svg_first *to, int note, const char *what, const char *own)
{
    if (to->page < 0)
        return false;
    open_to(d, to->page);
    if (own)
        put_id(d, own);
    else
        put_note_id(d, note, what);
    buf_char(&d->b, '"');
    return true;
}

/* A page that holds scripts or asks for files is not what a document's author may lead to.           */
static bool is_address(const char *href)
{
    static const char *const schemes[] = { "http:", "https:", "mailto:", "tel:", "ftp:" };
    for (int i = 0; i < LENGTH(schemes); i++)
        if (strncasecmp(href, schemes[i], strlen(schemes[i])) == 0)
            return true;
    return false;
}

static bool open_words(struct draw *d, const char *href)
{
    int to = *href == '#' ? book_target(d->book, href + 1) : -1;
    if (to >= 0) {
        open_to(d, d->book->first[to].page);
        put_id(d, href + 1);
        buf_str(&d->b, "\">");
    } else if (is_address(href)) {
        buf_str(&d->b, "<a");
        put_attribute(&d->b, "href", href);
        buf_str(&d->b, " rel=\"noopener noreferrer\">");
    }
    return to >= 0 || is_address(href);
}

static bool open_call(struct draw *d, int note, struct svg_first at)
{
    const struct svg_note *n = &d->book->note[note];
    if (!open_note(d, &n->label, note, "note", own_id(d, note)))
        return false;
    if (n->call.page == at.page && n->call.mark == at.mark) {
        buf_str(&d->b, " id=\"");
        put_note_id(d, note, "call");
        buf_char(&d->b, '"');
    }
    link_note_id(d, note);
    buf_str(&d->b, " role=\"doc-noteref\">");
    return true;
}

static bool is_label(const struct draw *d, int mark, int *note)
{
    *note = book_note_around(d->book, d->page->marks[mark].element);
    const struct svg_first *label = *note >= 0 ? &d->book->note[*note].label : NULL;
    return label && label->page == d->index && label->mark == mark;
}

bool link_open(struct draw *d, int mark)
{
    const struct mark *m = &d->page->marks[mark];
    int note;
    if (d->book->pages->elements[m->element].kind == ELEMENT_ARTIFACT)
        return false;
    if (m->text.note >= 0)
        return open_call(d, m->text.note, (struct svg_first){ d->index, mark });
    if (is_label(d, mark, &note)) {
        if (!open_note(d, &d->book->note[note].call, note, "call", NULL))
            return false;
        buf_str(&d->b, " role=\"doc-backlink\">");
        return true;
    }
    return m->text.href && open_words(d, m->text.href);
}

bool link_same(const struct draw *d, int mark, int next)
{
    const struct mark *a = &d->page->marks[mark], *b = &d->page->marks[next];
    int note;
    return a->text.href && a->text.href == b->text.href && a->text.note < 0 && b->text.note < 0 && !is_label(d, mark, &note);
}
