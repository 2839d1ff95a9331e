/* chance.c - a sketch for each seed.                                                             */
#include "random/random.h"

enum { MOST_NOTES = 200 };

struct dice { struct arena *arena; uint64_t state; int words, notes; };

static int roll(struct dice *d, int n)
{
    d->state = d->state * 6364136223846793005u + 1442695040888963407u;
    return (int)((d->state >> 33) % (uint64_t)n);
}

static struct sketch *add(struct dice *d, struct sketch ***end, enum sketch_kind kind)
{
    struct sketch *s = sketch_new(d->arena, kind);
    **end = s;
    *end = &s->next;
    return s;
}

/* Every so many parts have a note, 0: none.                                                        */
static void para(struct dice *d, struct sketch ***end, enum sketch_kind kind, int most, int note_chance)
{
    struct sketch **part = &add(d, end, kind)->child;
    for (int parts = 1 + roll(d, 3); parts > 0; parts--) {
        struct sketch *s = add(d, &part, SKETCH_WORDS);
        s->v[WORDS_N] = 1 + roll(d, most);
        d->words += s->v[WORDS_N];
        if (note_chance && roll(d, note_chance) == 0 && d->notes < MOST_NOTES) {
            s->v[WORDS_NOTE] = roll(d, 10) ? 1 + roll(d, 12) : 40 + roll(d, 150);
            d->notes++;
        }
    }
}

static struct sketch *cell(struct dice *d, struct sketch ***end)
{
    struct sketch *s = add(d, end, SKETCH_CELL), **inner = &s->child;
    for (int n = roll(d, 12) ? roll(d, 3) : 30 + roll(d, 30); n > 0; n--)
        para(d, &inner, SKETCH_C, 3, 20);
    return s;
}

/* Cells side by side, one of them now and then longer than a page.                                */
static void grid(struct dice *d, struct sketch ***end)
{
    struct sketch *s = add(d, end, SKETCH_GRID), **row = &s->child;
    s->v[TABLE_COLUMNS] = 1 + roll(d, 3);
    for (int n = 1 + roll(d, 3); n > 0; n--) {
        struct sketch **inner = &add(d, &row, SKETCH_ROW)->child;
        for (int i = 0; i < s->v[TABLE_COLUMNS]; i++)
            cell(d, &inner)->v[CELL_VALIGN] = roll(d, 3);
    }
}

/* The cells of a row, where none from above reaches down into it; left: rows that one may reach.   */
static void cells(struct dice *d, struct sketch *row, int columns, int left, int *covered)
{
    struct sketch **end = &row->child;
    for (int c = 0; c < columns;) {
        int across = 1, down = roll(d, 6) ? 1 : 1 + roll(d, left);
        if (covered[c]) {
            covered[c++]--;
            continue;
        }
        while (c + across < columns && !covered[c + across] && roll(d, 5) == 0)
            across++;
        struct sketch *s = cell(d, &end);
        s->v[CELL_COLUMNS] = across;
        s->v[CELL_ROWS] = down;
        s->v[CELL_VALIGN] = roll(d, 3);
        s->v[CELL_SIDES] = roll(d, 8) ? 0 : 1 + roll(d, 16);
        for (int i = 0; i < across; i++)
            covered[c + i] = down - 1;
        c += across;
    }
}

static void table(struct dice *d, struct sketch ***end)
{
    struct sketch *s = add(d, end, SKETCH_TABLE), **row = &s->child;
    s->v[TABLE_LINES] = roll(d, 4);
    s->v[TABLE_EACH] = roll(d, 2);
    bool carried = roll(d, 3) == 0;
    int columns = 1 + roll(d, 4), rows = 1 + roll(d, 20), head = roll(d, 3), covered[8] = { 0 };
    s->v[TABLE_COLUMNS] = columns;
    for (int r = 0; r < head + rows; r++) {
        struct sketch *at = add(d, &row, SKETCH_ROW);
        at->v[ROW_KIND] = r < head ? ROW_HEAD : roll(d, 9) == 0 ? ROW_GROUP : roll(d, 9) == 0 ? ROW_TOTAL : ROW_BODY;
        at->v[ROW_CARRY] = carried && r > head;
        cells(d, at, columns, r < head ? head - r : head + rows - r, covered);
    }
}

struct sketch *sketch_chance(struct arena *a, uint64_t seed, int most, bool exactly)
{
    struct dice d = { a, seed * 2654435761u + 12345, 0, 0 };
    struct sketch *s = sketch_new(a, SKETCH_PAGE), **end = &s->child;
    s->v[PAGE_LETTERS] = 35 + roll(&d, 40);
    s->v[PAGE_LINES] = 14 + roll(&d, 40);
    for (int n = exactly ? most : 1 + roll(&d, most); n > 0 && d.words < MOST_WORDS / 2; n--) {
        int kind = roll(&d, 8);
        if (kind == 0)
            para(&d, &end, SKETCH_H, 6, 0);
        else if (kind == 1 && roll(&d, 4))
            table(&d, &end);
        else if (kind == 1)
            grid(&d, &end);
        else
            para(&d, &end, SKETCH_P, 60, 6);
    }
    para(&d, &end, SKETCH_P, 20, 0);
    struct sketch **inner = &add(&d, &end, SKETCH_END)->child;
    para(&d, &inner, SKETCH_C, 3, 0);
    para(&d, &inner, SKETCH_C, 3, 0);
    return s;
}
