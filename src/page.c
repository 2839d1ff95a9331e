/* page.c - the pages of one of several files, counted anew as if there were no other.          */
#include "page.h"

static int element_of(const struct page_file *f, int element) { return element > 0 ? element - f->element + 1 : element; }

static void take_elements(struct arena *a, struct pages *to, const struct pages *all, const struct page_file *f)
{
    to->n_elements = f->n_elements + 1;
    to->elements = NEW_N(a, struct element, to->n_elements);
    to->elements[0] = all->elements[0];
    for (int i = 1; i < to->n_elements; i++) {
        to->elements[i] = all->elements[f->element + i - 1];
        to->elements[i].parent = element_of(f, to->elements[i].parent);
    }
}

static void take_page(struct arena *a, struct page *p, const struct page_file *f)
{
    const struct mark *from = p->marks;
    p->marks = NEW_N(a, struct mark, p->n + 1);
    for (int i = 0; i < p->n; i++) {
        struct mark *m = &p->marks[i];
        *m = from[i];
        m->element = element_of(f, m->element);
        if (m->kind == MARK_TEXT)
            m->text.note = element_of(f, m->text.note);
    }
}

static void take_pages(struct arena *a, struct pages *to, const struct pages *all, const struct page_file *f)
{
    to->n = f->n;
    to->page = NEW_N(a, struct page, f->n + 1);
    for (int i = 0; i < f->n; i++) {
        to->page[i] = all->page[f->page + i];
        to->page[i].section -= all->page[f->page].section;
        take_page(a, &to->page[i], f);
    }
}

static bool has_page(const struct page_file *f, int page) { return page >= f->page && page < f->page + f->n; }

static void take_lists(struct arena *a, struct pages *to, const struct pages *all, const struct page_file *f)
{
    to->fields = NEW_N(a, struct page_field, all->n_fields + 1);
    to->outline = NEW_N(a, struct outline_entry, all->n_outline + 1);
    to->loose = NEW_N(a, struct loose_line, all->n_loose + 1);
    for (int i = 0; i < all->n_fields; i++) {
        struct page_field field = all->fields[i];
        if (!has_page(f, field.page))
            continue;
        field.page -= f->page;
        field.element = element_of(f, field.element);
        to->fields[to->n_fields++] = field;
    }
    for (int i = 0; i < all->n_outline; i++)
        if (has_page(f, all->outline[i].page)) {
            to->outline[to->n_outline] = all->outline[i];
            to->outline[to->n_outline++].page -= f->page;
        }
    for (int i = 0; i < all->n_loose; i++)
        if (has_page(f, all->loose[i].page)) {
            to->loose[to->n_loose] = all->loose[i];
            to->loose[to->n_loose++].page -= f->page;
        }
}

const struct pages *pages_of_file(struct arena *a, const struct pages *all, int file)
{
    if (all->n_files < 2)
        return all;
    const struct page_file *f = &all->file[file];
    struct pages *to = NEW(a, struct pages);
    *to = (struct pages){ .title = f->title ? f->title : all->title, .author = all->author, .subject = all->subject,
                          .lang = all->lang, .date = all->date, .paper = all->paper, .n_files = 1 };
    to->file = NEW(a, struct page_file);
    *to->file = (struct page_file){ f->name, f->title, 0, f->n, 1, f->n_elements };
    take_elements(a, to, all, f);
    take_pages(a, to, all, f);
    take_lists(a, to, all, f);
    return to;
}
