/* files.c - which file pages stand in; no link leads from one file into another.               */
#include "set/slab.h"

/* Before each section: those of a file stand together.                                         */
void file_of_section(struct set *s, const struct section *section)
{
    struct pages *p = s->pages;
    const struct doc *doc = s->doc;
    if (p->n_files && section->file == s->file)
        return;
    p->file = arena_grow(s->arena, p->file, p->n_files + 1, &p->room_files, sizeof(*p->file));
    struct page_file *f = &p->file[p->n_files++];
    *f = (struct page_file){ .name = "", .page = p->n, .element = p->n_elements };
    s->file = section->file;
    if (doc->n_files) {
        f->name = doc->files[s->file].name;
        f->title = doc->files[s->file].title;
    }
}

/* ---- links ---------------------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

struct ids { const char **id; int n; };

static struct ids ids_of(struct set *s, const struct page_file *f)
{
    struct ids ids = { NEW_N(s->arena, const char *, f->n_elements + 1), 0 };
    for (int i = 0; i < f->n_elements; i++)
        if (s->pages->elements[f->element + i].id)
            ids.id[ids.n++] = s->pages->elements[f->element + i].id;
    qsort(ids.id, (size_t)ids.n, sizeof(*ids.id), by_name);
    return ids;
}

/* What a link says stays, as plain words.                                                        */
static void unlink_others(struct set *s, const struct page_file *f)
{
    const struct ids ids = ids_of(s, f);
    for (int i = f->page; i < f->page + f->n; i++)
        for (int j = 0; j < s->pages->page[i].n; j++) {
            struct mark *m = &s->pages->page[i].marks[j];
            const char *id = m->kind == MARK_TEXT && m->text.href && *m->text.href == '#' ? m->text.href + 1 : NULL;
            if (id && !bsearch(&id, ids.id, (size_t)ids.n, sizeof(id), by_name))
                m->text.href = NULL;
        }
}

void files_end(struct set *s)
{
    struct pages *p = s->pages;
    int kept = 0;
    for (int i = 0; i < p->n_files; i++) {
        struct page_file *f = &p->file[i], *next = i + 1 < p->n_files ? f + 1 : NULL;
        f->n = (next ? next->page : p->n) - f->page;
        f->n_elements = (next ? next->element : p->n_elements) - f->element;
        if (f->n)
            p->file[kept++] = *f;
    }
    p->n_files = kept;
    for (int i = 0; i < kept && kept > 1; i++)
        unlink_others(s, &p->file[i]);
}
