/* page.c - pages as text that a person can review: millimetres with one decimal, a line for
 * each mark, in the order in which they are read.                                          */
#include "page.h"

#include "font/face.h"
#include "write/dump/explain.h"

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
    buf_format(out, "%s%s%s%s%s%s \"", f->bold ? " bold" : "", f->italic ? " italic" : "",
               m->colour ? " coloured" : "", m->text.hidden ? " hidden" : "", role ? " " : "", role ? role : "");
    buf_bytes(out, m->text.s, m->text.n);
    buf_format(out, m->text.href ? "\" -> %s\n" : "\"\n", m->text.href);
}

/* Those of a frame say so.                                                                  */
static void dump_rule(const struct mark *m, const char *role, struct pos tmpl, struct buf *out)
{
    bool across = m->width >= m->rule.height;
    mm(out, "  ", m->x);
    mm(out, " ", m->y);
    mm(out, across ? " w" : " h", across ? m->width : m->rule.height);
    points(out, " rule ", across ? m->rule.height : m->width);
    buf_format(out, role ? " %s" : "", role);
    int n = 0;
    const char *name = source_element(tmpl, &n);
    buf_str(out, n == 3 && strncmp(name, "box", 3) == 0 ? " box\n" : "\n");
}

static void dump_image(const struct mark *m, const char *role, const char *alt, struct buf *out)
{
    mm(out, "  ", m->x);
    mm(out, " ", m->y);
    mm(out, " w", m->width);
    mm(out, " h", m->image.height);
    buf_format(out, " image %s", m->image.image->name);
    buf_format(out, alt ? " \"%s\"" : "", alt);
    buf_format(out, role ? " %s\n" : "\n", role);
}

static void dump_mark(const struct pages *pages, const struct mark *m, struct buf *out)
{
    const char *role = page_role(pages, m->element);
    switch (m->kind) {
    case MARK_TEXT:
        dump_text(m, role, out);
        break;
    case MARK_RULE:
        dump_rule(m, role, pages->elements[m->element].tmpl, out);
        break;
    case MARK_IMAGE:
        dump_image(m, role, pages->elements[m->element].alt, out);
        break;
    }
}

static bool in_note(const struct pages *pages, int element)
{
    while (element >= 0 && pages->elements[element].kind != ELEMENT_NOTE)
        element = pages->elements[element].parent;
    return element >= 0;
}

static void dump_area(const char *what, len x, len y, len width, len height, struct buf *out)
{
    mm(out, what, x);
    mm(out, " ", y);
    mm(out, " w", width);
    mm(out, " h", height);
}

static void dump_fields(const struct pages *pages, int index, struct buf *out)
{
    for (int i = 0; i < pages->n_fields; i++) {
        const struct page_field *f = &pages->fields[i];
        if (f->page != index)
            continue;
        dump_area("  ", f->x, f->y, f->width, f->height, out);
        buf_format(out, " field %s%s%s\n", page_field_kind(f), f->name ? " " : "", f->name ? f->name : "");
    }
}

/* Where pages of another paper begin.                                                      */
static void dump_section(const struct page *p, struct buf *out)
{
    buf_format(out, "section %d%s%s", p->section + 1, p->master ? " " : "", p->master ? p->master : "");
    dump_area(", text ", p->left, p->top, p->width - p->left - p->right, p->height - p->top - p->bottom, out);
    buf_char(out, '\n');
}

static void dump_page(const struct pages *pages, int index, struct buf *out)
{
    const struct page *p = &pages->page[index];
    bool notes = false;
    if (!index || p->section != p[-1].section)
        dump_section(p, out);
    buf_format(out, "page %d, number %d", index + 1, p->number);
    mm(out, ": ", p->width);
    mm(out, " x ", p->height);
    buf_format(out, p->label ? ", label \"%s%d\"" : "", p->label, p->number);
    mm(out, ", filled ", p->filled);
    buf_format(out, ", ends: %s\n", end_name(p->end));
    for (int i = 0; i < p->n; i++) {
        if (!notes && in_note(pages, p->marks[i].element)) {
            dump_area("  notes ", p->left, p->height - p->bottom - p->notes, p->width - p->left - p->right, p->notes, out);
            buf_char(out, '\n');
            notes = true;
        }
        dump_mark(pages, &p->marks[i], out);
    }
    dump_fields(pages, index, out);
}

static void dump_file(const struct pages *pages, struct buf *out)
{
    buf_format(out, "title \"%s\"\nauthor \"%s\"\n", pages->title, pages->author);
    for (int i = 0; i < pages->n_outline; i++) {
        const struct outline_entry *o = &pages->outline[i];
        buf_format(out, "outline %*s\"%s\" page %d\n", 2 * o->level - 2, "", o->text, o->page + 1);
    }
    for (int i = 0; i < pages->n; i++)
        dump_page(pages, i, out);
}

/* Each of several files as it is without the others.                                        */
void page_dump(const struct pages *pages, struct buf *out)
{
    for (int i = 0; i < pages->n_files; i++) {
        if (*pages->file[i].name)
            buf_format(out, "file -%s\n", pages->file[i].name);
        dump_file(pages_of_file(out->arena, pages, i), out);
    }
}
