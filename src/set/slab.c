#include "set/slab.h"

struct arena *slabs_pass(struct set *s)
{
    struct arena *before = s->slabs;
    s->slabs = s->passing;
    return before;
}

void slabs_passed(struct set *s, struct arena *before)
{
    s->slabs = before;
    if (before != s->passing)
        arena_reset(s->passing);
}

struct slab *slab_add(struct set *s, struct slabs *to, struct pos tmpl, struct pos data)
{
    to->slab = arena_grow(s->slabs, to->slab, to->n + 1, &to->room, sizeof(*to->slab));
    struct slab *slab = &to->slab[to->n++];
    *slab = (struct slab){ .tmpl = tmpl, .data = data };
    return slab;
}

struct mark *slab_mark(struct set *s, struct slab *slab, enum mark_kind kind, int element)
{
    slab->marks = arena_grow(s->slabs, slab->marks, slab->n + 1, &slab->room, sizeof(*slab->marks));
    struct mark *m = &slab->marks[slab->n++];
    *m = (struct mark){ .kind = kind, .element = element };
    if (kind == MARK_TEXT)
        m->text.note = -1;
    return m;
}

struct page_field *slab_field(struct set *s, struct slab *slab, const struct field *f, int element)
{
    slab->fields = arena_grow(s->slabs, slab->fields, slab->n_fields + 1, &slab->room_fields, sizeof(*slab->fields));
    struct page_field *to = &slab->fields[slab->n_fields++];
    *to = (struct page_field){ .kind = (int)f->kind, .name = f->name, .title = f->title, .signer = f->signer, .anchor = f->anchor,
                               .element = element, .tmpl = f->tmpl, .data = f->data };
    return to;
}

void slab_merge(struct set *s, struct slab *into, const struct slab *from, len x, len y)
{
    for (int i = 0; i < from->n; i++) {
        struct mark *m = slab_mark(s, into, from->marks[i].kind, 0);
        *m = from->marks[i];
        m->x += x;
        m->y += y;
    }
    into->fields = arena_grow(s->slabs, into->fields, into->n_fields + from->n_fields,
                              &into->room_fields, sizeof(*into->fields));
    for (int i = 0; i < from->n_fields; i++) {
        struct page_field *f = &into->fields[into->n_fields++];
        *f = from->fields[i];
        f->x += x;
        f->y += y;
    }
    into->notes = arena_grow(s->slabs, into->notes, into->n_notes + from->n_notes,
                             &into->room_notes, sizeof(*into->notes));
    for (int i = 0; i < from->n_notes; i++)
        into->notes[into->n_notes++] = from->notes[i];
    if (!from->n_numbers)
        return;
    into->numbers = arena_grow(s->slabs, into->numbers, into->n_numbers + from->n_numbers,
                               &into->room_numbers, sizeof(*into->numbers));
    for (int i = 0; i < from->n_numbers; i++)
        into->numbers[into->n_numbers++] = from->numbers[i];
}

/* The first one's gap is kept: a stack has no page top.                                     */
len slabs_stack(struct set *s, struct slab *into, const struct slabs *from, len x, len y)
{
    for (int i = 0; i < from->n && y < LEN_MAX / 2; i++) {
        y += from->slab[i].gap;
        slab_merge(s, into, &from->slab[i], x, y);
        y += from->slab[i].height;
    }
    return y;
}

/* At most LEN_MAX / 2, which no paper has and two of which can be added.                     */
len slabs_height(const struct slabs *slabs)
{
    int64_t h = 0;
    for (int i = 0; i < slabs->n; i++)
        h += slabs->slab[i].gap + slabs->slab[i].height;
    return h < LEN_MAX / 2 ? (len)h : LEN_MAX / 2;
}

len notes_height(const struct set *s, const struct slabs *notes)
{
    return notes ? slabs_height(notes) + s->doc->note_gap + NOTE_RULE_THICKNESS + NOTE_RULE_SPACE : 0;
}

int element_new(struct set *s, enum element_kind kind, const struct block *b)
{
    struct pages *p = s->pages;
    p->elements = arena_grow(s->arena, p->elements, p->n_elements + 1, &p->room_elements,
                             sizeof(*p->elements));
    p->elements[p->n_elements] = (struct element){
        .kind = s->artifact ? ELEMENT_ARTIFACT : kind,
        .parent = s->parent,
        .columns = 1,
        .rows = 1,
    };
    if (b) {
        struct element *e = &p->elements[p->n_elements];
        e->role = b->role;
        e->id = b->id;
        e->tmpl = b->tmpl;
        e->data = b->data;
    }
    return p->n_elements++;
}

void misfit(struct set *s, enum message id, len missing, struct pos at, struct pos wanted,
            const char *word)
{
    char mm[MM_TEXT];
    if (s->trial) {
        if (missing > s->trial->missing)
            *s->trial = (struct trial){ missing, at, wanted };
        return;
    }
    say_wanted(s->log, id, at, wanted, len_mm(missing, mm), word);
}
