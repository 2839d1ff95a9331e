#include "check/signer.h"

#include "doc.h"

static int count_in(const struct mark *m, const char *name)
{
    int n = 0;
    size_t size = strlen(name);
    if (m->kind != MARK_TEXT)
        return 0;
    for (const char *s = m->text.s, *end = s + m->text.n; (s = memmem(s, (size_t)(end - s), name, size)); s += size)
        n++;
    return n;
}

/* How often the name stands in one piece in the file that the page belongs to.               */
static int count(const struct pages *pages, int page, const char *name)
{
    int n = 0;
    const struct page_file *f = pages->file;
    while (page >= f->page + f->n)
        f++;
    for (int i = f->page; i < f->page + f->n; i++)
        for (int j = 0; j < pages->page[i].n; j++)
            n += count_in(&pages->page[i].marks[j], name);
    return n;
}

static bool is_signature(const struct page_field *f) { return f->kind == FIELD_SIGNATURE && f->signer && *f->signer->name; }

/* Signers of one name, from here on; -1: an earlier one has the name, and all are told of.    */
static int namesakes(const struct pages *pages, int field)
{
    int n = 0;
    for (int i = 0; i < pages->n_fields; i++) {
        const struct page_field *f = &pages->fields[i];
        if (!is_signature(f) || strcmp(f->signer->name, pages->fields[field].signer->name) != 0)
            continue;
        if (i < field)
            return -1;
        n++;
    }
    return n;
}

void check_signers(struct log *log, const struct pages *pages)
{
    for (int i = 0; i < pages->n_fields; i++) {
        const struct page_field *f = &pages->fields[i];
        int same = is_signature(f) ? namesakes(pages, i) : -1;
        if (same < 0)
            continue;
        const char *name = f->signer->name;
        int n = count(pages, f->page, name);
        if (same > 1)
            say(log, MSG_NAME_SHARED, f->signer->at, name, arena_format(log->arena, "%d", same));
        if (n > same)
            say(log, MSG_NAME_TWICE, f->signer->at, name, arena_format(log->arena, "%d", n));
        else if (n < same)
            say(log, MSG_NAME_SPLIT, f->signer->at, name);
    }
}
