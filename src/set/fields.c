/* fields.c - the names of fields in the PDF and in the signature map: ASCII, each once in a file.  */
#include "set/slab.h"

#define NAME_LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"

struct named { struct page_field *field; int order; bool given; };

/* A dot would part names of a tree of fields; what is not ASCII is for people, in the title.      */
static const char *id_of(struct arena *a, const struct page_field *f, int number)
{
    char *id = f->name && *f->name ? arena_string(a, f->name) : arena_format(a, "%s-%d", page_field_kind(f), number);
    for (char *s = id; *s; s++)
        if (!strchr(NAME_LETTERS, *s))
            *s = '_';
    return id;
}

static int by_id(const void *a, const void *b)
{
    const struct named *x = a, *y = b;
    int order = strcmp(x->field->id, y->field->id);
    return order ? order : x->given != y->given ? y->given - x->given : x->order - y->order;
}

/* Signing tools are told a name: which of two fields they fill is not for chance to say.           */
static void say_twice(struct set *s, const struct page_field *first, const struct page_field *f)
{
    say_wanted(s->log, MSG_FIELD_NAME_TWICE, f->data, f->tmpl, f->id, arena_format(s->arena, "%d", first->page + 1),
               arena_format(s->arena, "%s:%d", first->tmpl.src->name, source_place(first->tmpl).line));
}

/* Others that share a name get a number behind it; true: some did, and may now share another.      */
static bool part_names(struct set *s, struct named *named, int n)
{
    bool changed = false;
    qsort(named, (size_t)n, sizeof(*named), by_id);
    for (int i = 1, first = 0; i < n; i++) {
        struct page_field *f = named[i].field;
        if (strcmp(f->id, named[first].field->id) != 0) {
            first = i;
            continue;
        }
        if (named[i].given)
            say_twice(s, named[first].field, f);
        f->id = arena_format(s->arena, "%s-%d", f->id, i - first + 1);
        changed = true;
        named[i].given = false;
    }
    return changed;
}

static void name_fields(struct set *s, struct page_field *fields, int n)
{
    struct named *named = NEW_N(s->arena, struct named, n + 1);
    int number[FIELD_BLANK + 1] = { 0 };
    for (int i = 0; i < n; i++) {
        struct page_field *f = &fields[i];
        f->id = id_of(s->arena, f, ++number[f->kind]);
        named[i] = (struct named){ f, i, page_field_is_signed(f) && f->name && *f->name };
    }
    while (part_names(s, named, n))
        ;
}

void fields_end(struct set *s)
{
    struct pages *p = s->pages;
    for (int i = 0, from = 0; i < p->n_files; i++) {
        int to = from;
        while (to < p->n_fields && p->fields[to].page < p->file[i].page + p->file[i].n)
            to++;
        if (from < to)
            name_fields(s, p->fields + from, to - from);
        from = to;
    }
}
