#include "set/parts.h"

void parts_place(struct parts *p, struct part_cell *c, const struct slabs *own, len y)
{
    c->line = NEW_N(p->set->scratch, struct part_line, own->n + 1);
    for (int i = 0; i < own->n && y < LEN_MAX / 2; i++) {
        y += own->slab[i].gap;
        c->line[c->n++] = (struct part_line){ &own->slab[i], y };
        y += own->slab[i].height;
    }
}

static len bottom_of(const struct part_line *l) { return l->y + l->slab->height; }

static bool stands_on(const struct part_line *l, len y) { return l->y < y && bottom_of(l) > y; }

/* ---- cuts ------------------------------------------------------------------------------------------ */

static bool clear_cut(struct part_cell *c, len y, len padding)
{
    int i = 0;
    while (i < c->n && bottom_of(&c->line[i]) <= y)
        i++;
    len down = i < c->n && c->line[i].y < y ? y + padding - c->line[i].y : 0;
    if (down && bottom_of(&c->line[c->n - 1]) + down > c->end)
        return false;
    for (; down && i < c->n; i++)
        c->line[i].y += down;
    return true;
}

bool parts_crossed(struct parts *p, len y, len padding)
{
    bool crossed = false;
    for (int i = 0; i < p->n_cells; i++) {
        struct part_cell *c = &p->cell[i];
        bool tried = c->y < y && c->end > y && !clear_cut(c, y, padding);
        for (int k = 0; tried && k < c->n; k++)
            crossed = crossed || stands_on(&c->line[k], y);
    }
    return crossed;
}

void parts_add_cut(struct parts *p, struct cut cut)
{
    p->cut = arena_grow(p->set->scratch, p->cut, p->n_cuts + 1, &p->room_cuts, sizeof(*p->cut));
    p->cut[p->n_cuts++] = cut;
}

/* The cell's first line below y, when it has lines above too; else NULL.                              */
static const struct part_line *divided_at(const struct part_cell *c, len y)
{
    int k = 0;
    while (k < c->n && c->line[k].y < y)
        k++;
    return k > 0 && k < c->n ? &c->line[k] : NULL;
}

int parts_divided(const struct parts *p, len y)
{
    int n = 0;
    for (int i = 0; i < p->n_cells; i++)
        n += divided_at(&p->cell[i], y) != NULL;
    return n;
}

/* What it costs a cell's text to be parted there: the penalty of its first line below.                */
static int text_penalty(const struct parts *p, len y)
{
    int penalty = 0;
    for (int i = 0; i < p->n_cells; i++) {
        const struct part_line *l = divided_at(&p->cell[i], y);
        penalty = l && l->slab->penalty > penalty ? l->slab->penalty : penalty;
    }
    return penalty;
}

static len next_line_end(const struct parts *p, len y, len to)
{
    for (int i = 0; i < p->n_cells; i++)
        for (int k = 0; k + 1 < p->cell[i].n; k++) {
            len end = bottom_of(&p->cell[i].line[k]);
            to = end > y && end < to ? end : to;
        }
    return to;
}

void parts_cut(struct parts *p, len from, len to, int row)
{
    for (len y = from; (y = next_line_end(p, y, to)) < to;) {
        bool crossed = false;
        for (int i = 0; i < p->n_cells; i++)
            for (int k = 0; k < p->cell[i].n; k++)
                crossed = crossed || stands_on(&p->cell[i].line[k], y);
        if (!crossed)
            parts_add_cut(p, (struct cut){ y, text_penalty(p, y), false, row });
    }
}

/* ---- parts ------------------------------------------------------------------------------------------ */

/* Parts that crossed cuts tie together are torn by no page.                                            */
static len reach_of(const struct parts *p, int part, len height)
{
    int i = part + 1;
    while (i < p->n_cuts && p->cut[i].crossed)
        i++;
    len end = i < p->n_cuts ? p->cut[i].y : height;
    return p->cut[part].crossed ? 0 : end - p->cut[part].y;
}

struct slab parts_slab(const struct parts *p, int i, len height)
{
    const struct cut *cut = &p->cut[i];
    len end = i + 1 < p->n_cuts ? p->cut[i + 1].y : height;
    struct slab own = { .height = end - cut->y, .penalty = cut->penalty, .reach = reach_of(p, i, height) };
    for (int j = 0; j < p->n_cells; j++) {
        const struct part_cell *c = &p->cell[j];
        for (int k = 0; k < c->n; k++) {
            const struct part_line *l = &c->line[k];
            if (l->y < cut->y || l->y >= end)
                continue;
            slab_merge(p->set, &own, l->slab, c->x, l->y - cut->y);
            if (!own.baseline)
                own.baseline = l->y - cut->y + l->slab->baseline;
        }
    }
    return own;
}
