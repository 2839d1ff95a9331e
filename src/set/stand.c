/* stand.c - signatures at a height that was asked for: their block goes down into room that its page
 * has left anyway. No page ends elsewhere for its sake; what is above it, notes and feet stay.      */
#include "set/section.h"

static bool is_signature(const struct page_field *f) { return f->kind == FIELD_SIGNATURE; }

bool stand_begins(const struct set *s, const struct slab *slab, int n)
{
    bool found = false;
    for (int i = 0; i < slab->block && i < n; i++)
        for (int k = 0; k < slab[i].n_fields; k++)
            found = found || is_signature(&slab[i].fields[k]);
    return found && s->file == 0 && !s->pages->stand.there;
}

static void move_down(struct pages *pages, struct mark *marks, const struct standing *at, len down)
{
    for (int i = at->mark; i < at->end_mark; i++)
        marks[i].y += down;
    for (int i = at->field; i < at->end_field; i++)
        pages->fields[i].y += down;
    for (int i = at->outline; i < at->end_outline; i++)
        pages->outline[i].y += down;
}

static void say_where(const struct set *s, const struct page_field *f, const struct stand *stand)
{
    char wanted[MM_TEXT], top[MM_TEXT], lowest[MM_TEXT];
    say_wanted(s->log, MSG_SAME_PLACE, f->data, f->tmpl, len_mm(*s->height, wanted), len_mm(stand->top, top), len_mm(stand->lowest, lowest),
               arena_format(s->log->arena, "%d", s->pages->page[stand->page].number));
}

void stand_settle(struct set *s, struct mark *marks, const struct standing *at, len room)
{
    struct stand *stand = &s->pages->stand;
    const struct page_field *f = &s->pages->fields[at->field];
    while (!is_signature(f))
        f++;
    *stand = (struct stand){ true, f->page, f->y, f->y + (room > 0 ? room : 0) };
    if (s->height && (*s->height < stand->top || *s->height > stand->lowest)) {
        say_where(s, f, stand);
    } else if (s->height) {
        move_down(s->pages, marks, at, *s->height - stand->top);
        stand->top = *s->height;
    }
}

void stand_missed(struct set *s)
{
    if (s->height && !s->pages->stand.there)
        say(s->log, MSG_SAME_PLACE_NONE, s->doc->sections ? s->doc->sections->tmpl : NOWHERE, NULL);
}
