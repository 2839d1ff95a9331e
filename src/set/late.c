#include "set/late.h"

#include "base/utf8.h"

enum {
    ROUNDS = 8,                  /* the most; then it is told                                     */
    WIDE_ROUND = 4,              /* from here on more room is kept than is needed: pages rest      */
    WIDE_TIMES = 3,
};

struct target { const char *id; int page, number; };

struct known {                   /* what a round tells the next                                   */
    int *pages;                  /* by file                                                         */
    int *run_pages;              /* by section: how many pages' numbers run on with its own        */
    int *number;                 /* by order of the run: of the page it stands on, 0: on none       */
    int *mark;                   /* by order of the note: its number on its page                    */
    struct target *target;       /* by id                                                          */
    int n_targets;
};

struct late {
    struct arena *arena;
    const struct doc *doc;
    struct known told, found;
    len *room;                   /* by order of the run: the widest it has been                    */
    int n_sections, round;
    int mark;                    /* notes counted on the page at hand                              */
};

static struct known known_new(const struct late *late)
{
    return (struct known){
        .pages = NEW_N(late->arena, int, late->doc->n_files + 1),
        .run_pages = NEW_N(late->arena, int, late->n_sections + 1),
        .number = NEW_N(late->arena, int, late->doc->n_late + 1),
        .mark = NEW_N(late->arena, int, late->doc->n_notes + 1),
    };
}

struct late *late_new(struct arena *a, const struct doc *doc)
{
    struct late *late = NEW(a, struct late);
    *late = (struct late){ .arena = a, .doc = doc, .room = NEW_N(a, len, doc->n_late + 1) };
    for (const struct section *s = doc->sections; s; s = s->next)
        late->n_sections++;
    late->told = known_new(late);
    late->found = known_new(late);
    return late;
}

/* ---- filling ------------------------------------------------------------------------------------- */

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct target *)a)->id, ((const struct target *)b)->id);
}

static int page_of(struct set *s, const struct run *r)
{
    const struct late *late = s->late;
    const struct target wanted = { .id = r->target },
                        *t = late->told.n_targets ? bsearch(&wanted, late->told.target, (size_t)late->told.n_targets,
                                                            sizeof(wanted), by_id) : NULL;
    if (!t && late->round)
        say_wanted(s->log, MSG_REF_NO_PAGE, r->data, NOWHERE, r->target);
    return t ? t->number : 0;
}

static int late_number(struct set *s, const struct run *r)
{
    const struct late *late = s->late;
    if (!late || (s->page_number && r->late == LATE_PAGE_NUMBER))
        return s->page_number;
    switch (r->late) {
    case LATE_PAGE_NUMBER:
        return late->told.number[r->order];
    case LATE_PAGE_COUNT:
        return late->told.pages[s->file];
    case LATE_SECTION_COUNT:
        return late->told.run_pages[s->section];
    default:
        return page_of(s, r);
    }
}

const char *late_text(struct set *s, const struct run *r)
{
    if (r->late == LATE_NOTE_MARK)
        return late_mark(s, r->note);
    int number = late_number(s, r);
    return number ? arena_format(s->arena, "%d", number) : "00"; /* most documents have less than 100 pages */
}

const char *late_mark(struct set *s, const struct note *note)
{
    const struct late *late = s->late;
    int number = late && note->by_page ? late->told.mark[note->order] : 0;
    if (number < 1 || number > late->doc->n_marks)
        return note->label;
    const char *mark = late->doc->marks[number - 1];
    if (!mark[strspn(mark, " ")])
        say_wanted(s->log, MSG_FIELD_EMPTY, note->data, note->tmpl, "fn", log_word(s->log, "ký hiệu chú thích", "mark"));
    return mark;
}

len late_room(struct set *s, const struct run *r, len width)
{
    struct late *late = s->late;
    if (r->width && width > r->width && (!late || late->round))
        misfit(s, MSG_LATE_TOO_WIDE, width - r->width, r->data, NOWHERE, late_text(s, r));
    if (r->width)
        return r->width > width ? r->width : width;
    if (!late || s->page_number) /* running matter is set for each page; it moves nothing */
        return width;
    len *room = &late->room[r->order], kept = late->round >= WIDE_ROUND ? width * WIDE_TIMES : width;
    *room = kept > *room ? kept : *room;
    return *room;
}

/* ---- what the pages tell ---------------------------------------------------------------------------- */

void late_page(struct set *s)
{
    if (s->late)
        s->late->mark = 0;
}

void late_take(struct set *s, const struct slab *all, int number)
{
    struct late *late = s->late;
    for (int i = 0; late && i < all->n_numbers; i++)
        late->found.number[all->numbers[i].run->order] = number;
    for (int i = 0; late && i < all->n_notes; i++) {
        const struct note *note = all->notes[i].note;
        if (!note->by_page)
            continue;
        late->mark = note->number ? note->number : late->mark + 1;
        late->found.mark[note->order] = late->mark;
    }
}

void late_repeat(const struct set *s, struct slab *all, int from, int number)
{
    for (int i = 0; i < all->n_numbers; i++)
        for (int j = from; j < all->n; j++) {
            struct mark *m = &all->marks[j];
            if (m->kind != MARK_TEXT || m->text.s != all->numbers[i].s)
                continue;
            m->text.s = arena_format(s->arena, "%d", number);
            m->text.n = (int)strlen(m->text.s);
            int64_t sum = 0;
            for (const char *c = m->text.s; *c;)
                sum += face_advance(m->text.face, utf8_next(&c));
            m->width = (len)((sum * m->text.size + 500) / 1000);
        }
}

/* Numbers run on up to the next section that gives its own.                                             */
static void find_counts(struct late *late, const struct pages *pages)
{
    int *count = late->found.run_pages, i = 0, first = 0;
    for (int p = 0; p < pages->n; p++)
        count[pages->page[p].section]++;
    for (const struct section *s = late->doc->sections; s; s = s->next, i++) {
        late->found.pages[s->file] += count[i];
        first = s->start || !i ? i : first;
        count[first] += i > first ? count[i] : 0;
        if (s->next && !s->next->start)
            continue;
        for (int k = first + 1; k <= i; k++)
            count[k] = count[first];
    }
}

/* By id, and of one id the first page.                                                                    */
static int by_id_and_page(const void *a, const void *b)
{
    int order = by_id(a, b), of_a = ((const struct target *)a)->page, of_b = ((const struct target *)b)->page;
    return order ? order : (of_a > of_b) - (of_a < of_b);
}

static void find_targets(struct late *late, const struct pages *pages)
{
    int *first = NEW_N(late->arena, int, pages->n_elements + 1); /* page of its first mark, from 1 */
    struct target *target = NEW_N(late->arena, struct target, pages->n_elements + 1);
    int n = 0, kept = 0;
    for (int i = 0; i < pages->n; i++)
        for (int j = 0; j < pages->page[i].n; j++)
            for (int e = pages->page[i].marks[j].element; e >= 0 && !first[e]; e = pages->elements[e].parent)
                first[e] = i + 1;
    for (int e = 0; e < pages->n_elements; e++)
        if (first[e] && pages->elements[e].id)
            target[n++] = (struct target){ pages->elements[e].id, first[e], pages->page[first[e] - 1].number };
    if (n)
        qsort(target, (size_t)n, sizeof(*target), by_id_and_page);
    for (int i = 0; i < n; i++)
        if (!kept || strcmp(target[kept - 1].id, target[i].id) != 0)
            target[kept++] = target[i];
    late->found.target = target;
    late->found.n_targets = kept;
}

static bool same_numbers(const int *a, const int *b, int n) { return memcmp(a, b, (size_t)n * sizeof(*a)) == 0; }

static bool same(const struct late *late, const struct known *a, const struct known *b)
{
    bool same = a->n_targets == b->n_targets && same_numbers(a->pages, b->pages, late->doc->n_files + 1) &&
                same_numbers(a->run_pages, b->run_pages, late->n_sections) &&
                same_numbers(a->number, b->number, late->doc->n_late) &&
                same_numbers(a->mark, b->mark, late->doc->n_notes);
    for (int i = 0; same && i < a->n_targets; i++)
        same = a->target[i].number == b->target[i].number;
    return same;
}

bool late_settled(struct late *late, struct log *log, const struct pages *pages)
{
    find_counts(late, pages);
    find_targets(late, pages);
    bool settled = late->round && same(late, &late->told, &late->found);
    late->told = late->found;
    late->found = known_new(late);
    if (++late->round < ROUNDS || settled)
        return settled;
    say(log, MSG_PAGES_UNSETTLED, late->doc->sections->tmpl, arena_format(log->arena, "%d", (int)ROUNDS));
    return true;
}
