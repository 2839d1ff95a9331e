/* end_block.c - recipients, and who signs.                                                        */
#include "check/check.h"

static struct signer_block *signer_new(struct check *c)
{
    c->signers = arena_grow(c->arena, c->signers, c->n_signers + 1, &c->room_signers, sizeof(*c->signers));
    c->signers[c->n_signers] = (struct signer_block){ 0 };
    return &c->signers[c->n_signers++];
}

/* An office far below the others, above the name, is a second one.                                   */
static void add_signer_line(struct check *c, struct line *l)
{
    struct signer_block *s = c->n_signers ? &c->signers[c->n_signers - 1] : NULL;
    bool name = strcmp(l->role, "o7b") == 0;
    const struct line *last = s ? s->second.n ? s->second.at[s->second.n - 1] : s->titles.n ? s->titles.at[s->titles.n - 1] : s->name : NULL;
    if (!s || (s->name && !name) || (last && l->y < last->y - PT(1)) || (name && s->name))
        s = signer_new(c), last = NULL;
    if (name)
        s->name = l;
    else if (s->second.n || (last && l->y - last->y > MM(15)))
        lines_add(c, &s->second, l);
    else
        lines_add(c, &s->titles, l);
    l->zone = ZONE_END;
}

static bool is_drafter(const struct line *l) { return strcmp(l->role, "o13") == 0; }

void end_find(struct check *c)
{
    c->end_page = -1;
    for (int i = 0; i < c->lines.n; i++) {
        struct line *l = c->lines.at[i];
        if (l->zone || !is_in_main(c, l))
            continue;
        if (strcmp(l->role, "o9b") == 0 && !c->recipients_head) {
            c->recipients_head = l;
            l->zone = ZONE_END;
        } else if (strcmp(l->role, "o9b") == 0 || is_drafter(l)) {
            lines_add(c, &c->recipients, l);
            l->zone = ZONE_END;
        } else if (starts(l->role, "o7")) {
            add_signer_line(c, l);
        }
    }
    if (c->recipients_head)
        c->end_page = c->recipients_head->page;
    c->side_by_side = c->n_signers > 1;
    for (int i = 0; i < c->lines.n; i++) {
        struct line *l = c->lines.at[i];
        if (c->end_page >= 0 && is_in_main(c, l) && l->page > c->end_page && strcmp(l->role, "o6") == 0 && !l->zone)
            lines_add(c, &c->after_end, l);
    }
}
