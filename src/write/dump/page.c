/* page.c - pages as text that a person can review: millimetres with one decimal, a line for
 * each mark, in the order in which they are read.                                          */
#include "page.h"

#include "font/face.h"

static void mm(struct buf *out, const char *before, len l)
{
    char text[MM_TEXT];
    buf_format(out, "%s%s", before, len_mm(l, text));
}

/* Sizes in points, without zeros behind.                                                   */
static void points(struct buf *out, const char *before, len l)
{
    char text[32];
    int n = snprintf(text, sizeof(text), "%s%d.%03d", before, (int)(l / 1000), (int)(l % 1000));
    while (text[n - 1] == '0')
        n--;
    buf_bytes(out, text, text[n - 1] == '.' ? n - 1 : n);
}

static void dump_text(const struct mark *m, const char *role, struct buf *out)
{
    const struct face *f = m->text.face;
    mm(out, "  ", m->x);
    mm(out, " ", m->y);
    mm(out, " w", m->width);
    points(out, " ", m->text.size);
    buf_format(out, "%s%s%s%s%s \"", f->bold ? " bold" : "", f->italic ? " italic" : "",
               m->colour ? " coloured" : "", role ? " " : "", role ? role : "");
    buf_bytes(out, m->text.s, m->text.n);
    buf_str(out, "\"\n");
}

static void dump_rule(const struct mark *m, struct buf *out)
{
    bool across = m->width >= m->rule.height;
    mm(out, "  ", m->x);
    mm(out, " ", m->y);
    mm(out, across ? " w" : " h", across ? m->width : m->rule.height);
    points(out, " rule ", across ? m->rule.height : m->width);
    buf_char(out, '\n');
}

static void dump_image(const struct mark *m, const char *alt, struct buf *out)
{
    mm(out, "  ", m->x);
    mm(out, " ", m->y);
    mm(out, " w", m->width);
    mm(out, " h", m->image.height);
    buf_format(out, " image %s", m->image.image->name);
    buf_format(out, alt ? " \"%s\"\n" : "\n", alt);
}

static const char *role_of(const struct pages *pages, const struct mark *m)
{
    for (int e = m->element; e >= 0; e = pages->elements[e].parent)
        if (pages->elements[e].role)
            return pages->elements[e].role;
    return NULL;
}

static void dump_mark(const struct pages *pages, const struct mark *m, struct buf *out)
{
    switch (m->kind) {
    case MARK_TEXT:
        dump_text(m, role_of(pages, m), out);
        break;
    case MARK_RULE:
        dump_rule(m, out);
        break;
    case MARK_IMAGE:
        dump_image(m, pages->elements[m->element].alt, out);
        break;
    }
}

static void dump_page(const struct pages *pages, int index, struct buf *out)
{
    static const char *const ends[] = { "full", "keep", "note split", "section", "forced" };
    const struct page *p = &pages->page[index];
    buf_format(out, "page %d, number %d", index + 1, p->number);
    mm(out, ": ", p->width);
    mm(out, " x ", p->height);
    mm(out, ", filled ", p->filled);
    buf_format(out, ", ends: %s\n", ends[p->end]);
    for (int i = 0; i < p->n; i++)
        dump_mark(pages, &p->marks[i], out);
    for (int i = 0; i < pages->n_fields; i++) {
        const struct page_field *f = &pages->fields[i];
        if (f->page != index)
            continue;
        mm(out, "  ", f->x);
        mm(out, " ", f->y);
        mm(out, " w", f->width);
        mm(out, " h", f->height);
        buf_format(out, " field %s\n", f->name ? f->name : "");
    }
}

void page_dump(const struct pages *pages, struct buf *out)
{
    buf_format(out, "title \"%s\"\nauthor \"%s\"\n", pages->title, pages->author);
    for (int i = 0; i < pages->n_outline; i++) {
        const struct outline_entry *o = &pages->outline[i];
        buf_format(out, "outline %*s\"%s\" page %d\n", 2 * o->level - 2, "", o->text, o->page + 1);
    }
    for (int i = 0; i < pages->n; i++)
        dump_page(pages, i, out);
}
