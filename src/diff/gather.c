/* gather.c - the words of both documents, with a number for each different one.                     */
#include "diff/compare.h"

#include "base/hash.h"

/* ---- equal words, equal numbers ------------------------------------------------------------------ */

struct known { const char *s; size_t n; int id; };

struct names {
    struct arena *a;
    struct known *slot;
    int n, room;                 /* a power of two                                                  */
};

static struct known *find(const struct names *names, const char *s, size_t n)
{
    const uint64_t h = hash_bytes(HASH_BEGIN, s, n);
    int at = (int)((h ^ h >> 32) & (uint64_t)(names->room - 1));
    while (names->slot[at].s && (names->slot[at].n != n || memcmp(names->slot[at].s, s, n) != 0))
        at = (at + 1) & (names->room - 1);
    return &names->slot[at];
}

static void grow(struct names *names)
{
    struct names more = { names->a, NULL, names->n, names->room ? 2 * names->room : 4096 };
    more.slot = NEW_N(names->a, struct known, more.room);
    for (int i = 0; i < names->room; i++)
        if (names->slot[i].s)
            *find(&more, names->slot[i].s, names->slot[i].n) = names->slot[i];
    *names = more;
}

static int number_of(struct names *names, const char *s, size_t n)
{
    if (2 * names->n >= names->room)
        grow(names);
    struct known *k = find(names, s, n);
    if (!k->s)
        *k = (struct known){ s, n, ++names->n };
    return k->id;
}

/* Leaders are as many as there is room for.                                                         */
static bool is_leader(const struct vb_word *w)
{
    int dots = 0;
    while (dots < w->size && w->text[dots] == '.')
        dots++;
    return dots > 3 && dots == w->size;
}

static int word_number(struct names *names, const struct vb_word *w)
{
    if (w->kind == VB_PICTURE)
        return number_of(names, arena_copy(names->a, (const char *)&w->picture, sizeof(w->picture)), sizeof(w->picture));
    return is_leader(w) ? number_of(names, "....", 4) : number_of(names, w->text, (size_t)w->size);
}

/* ---- words ------------------------------------------------------------------------------------------ */

static void add(struct compare *c, struct word **list, int *n, int *room, const struct word *w)
{
    *list = arena_grow(c->a, *list, *n + 1, room, sizeof(**list));
    (*list)[(*n)++] = *w;
}

static void gather_words(struct compare *c, struct names *names, int which)
{
    struct side *s = &c->side[which];
    const struct diff_document *d = &c->d->of[which];
    int n = diff_word_count(d);
    for (int notes = 0; notes < 2; notes++) {
        for (int i = 0; i < n; i++) {
            struct word w = { .index = i };
            w.w = diff_word(d, i, &w.page);
            bool apart = w.w.kind == VB_RULE || w.w.running;
            if (apart ? notes : w.w.note != (notes == 1))
                continue;
            if (w.w.kind == VB_RULE) {
                add(c, &s->rule, &s->n_rules, &s->room_rules, &w);
                continue;
            }
            w.id = word_number(names, &w.w);
            if (w.w.running)
                add(c, &s->running, &s->n_running, &s->room_running, &w);
            else
                add(c, &s->word, &s->n, &s->room, &w);
        }
        s->n_text = notes ? s->n_text : s->n;
    }
}

/* ---- blocks --------------------------------------------------------------------------------------------- */

static void gather_blocks(struct compare *c, struct names *names, int which)
{
    struct side *s = &c->side[which];
    int *ids = NULL, room = 0;
    for (int i = 0; i < s->n; i++) {
        if (i == 0 || s->word[i].w.block != s->word[i - 1].w.block) {
            s->block = arena_grow(c->a, s->block, s->n_blocks + 1, &s->room_blocks, sizeof(*s->block));
            s->block[s->n_blocks++] = (struct block){ i, 0, 0 };
            s->n_text_blocks += i < s->n_text;
        }
        s->block[s->n_blocks - 1].n++;
        s->word[i].block = s->n_blocks - 1;
    }
    for (int i = 0; i < s->n_blocks; i++) {
        struct block *b = &s->block[i];
        ids = arena_grow(c->a, ids, b->n, &room, sizeof(*ids));
        for (int k = 0; k < b->n; k++)
            ids[k] = s->word[b->first + k].id;
        size_t size = (size_t)b->n * sizeof(*ids);
        b->id = number_of(names, arena_copy(c->a, (const char *)ids, size), size);
    }
}

void compare_gather(struct compare *c)
{
    struct names words = { .a = c->a }, blocks = { .a = c->a };
    for (int i = 0; i < 2; i++) {
        gather_words(c, &words, i);
        gather_blocks(c, &blocks, i);
        c->side[i].partner = NEW_N(c->a, int, c->side[i].n + 1);
        c->side[i].jumped = NEW_N(c->a, bool, c->side[i].n + 1);
        for (int k = 0; k < c->side[i].n; k++)
            c->side[i].partner[k] = ALONE;
    }
}
