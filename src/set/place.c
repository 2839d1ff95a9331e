/* place.c - slabs and notes onto a page: the last step in which anything gets its place.      */
#include "set/section.h"

enum { MAX_OPEN_RULES = 2 * MAX_COLUMNS };

struct paper {                   /* a page being made: its marks are collected in one slab    */
    struct set *set;
    struct slab all;
    struct page *page;
    int index;
    int open[MAX_OPEN_RULES], n_open; /* rules that end where the next slab begins, as marks  */
    struct standing standing;
};

static int artifact(struct set *s, struct pos tmpl)
{
    s->artifact = true;
    int element = element_new(s, ELEMENT_ARTIFACT, NULL);
    s->artifact = false;
    s->pages->elements[element].tmpl = tmpl;
    return element;
}

/* ---- rules that meet ---- */

static bool continues(const struct mark *above, const struct mark *m)
{
    return above->y + above->rule.height == m->y && above->x == m->x && above->width == m->width &&
           above->element == m->element && above->colour == m->colour;
}

/* A line between columns is one mark from the top of its page to the end: those of the rows, from
 * mark `from` on, lengthen the ones above them. */
static void join_rules(struct paper *p, int from)
{
    int open[MAX_OPEN_RULES], n_open = 0, n = from;
    for (int i = from; i < p->all.n; i++) {
        struct mark *m = &p->all.marks[i];
        int k = 0;
        while (m->kind == MARK_RULE && k < p->n_open && !continues(&p->all.marks[p->open[k]], m))
            k++;
        bool joined = m->kind == MARK_RULE && k < p->n_open;
        if (joined)
            p->all.marks[p->open[k]].rule.height += m->rule.height;
        else
            p->all.marks[n] = *m;
        if (m->kind == MARK_RULE && n_open < MAX_OPEN_RULES)
            open[n_open++] = joined ? p->open[k] : n;
        n += !joined;
    }
    p->all.n = n;
    p->n_open = n_open;
    memcpy(p->open, open, (size_t)n_open * sizeof(*open));
}

/* A repeated head is seen but not read again.                                                  */
static len place_repeated(struct paper *p, const struct slab *slab, const struct slabs *repeated, len x, len y)
{
    int from = p->all.n;
    y = slabs_stack(p->set, &p->all, repeated, x, y);
    late_repeat(p->set, &p->all, from, p->page->number);
    p->all.n_fields = p->all.n_notes = p->all.n_numbers = 0;
    int element = artifact(p->set, slab->tmpl);
    for (int i = from; i < p->all.n; i++) {
        p->all.marks[i].element = element;
        if (p->all.marks[i].kind == MARK_TEXT)
            p->all.marks[i].text.note = -1;
    }
    return y;
}

static void add_outline(struct paper *p, const struct slab *slab, len y)
{
    struct pages *pages = p->set->pages;
    pages->outline = arena_grow(p->set->arena, pages->outline, pages->n_outline + 1, &pages->room_outline,
                                sizeof(*pages->outline));
    pages->outline[pages->n_outline++] =
        (struct outline_entry){ slab->outline_text, slab->outline, p->index, y };
}

static void take_fields(struct paper *p)
{
    struct pages *pages = p->set->pages;
    int n = p->all.n_fields;
    pages->fields = arena_grow(p->set->arena, pages->fields, pages->n_fields + n, &pages->room_fields,
                               sizeof(*pages->fields));
    for (int i = 0; i < n; i++) {
        p->all.fields[i].page = p->index;
        pages->fields[pages->n_fields++] = p->all.fields[i];
    }
    late_take(p->set, &p->all, p->page->number);
    p->all.n_fields = p->all.n_notes = p->all.n_numbers = 0;
}

/* All gaps that may grow do so by like parts of what they may; `stretch` is all that they take.   */
static len place_text(struct paper *p, const struct section_set *sec, int from, int to, len stretch)
{
    len x = p->page->left, y = sec->section->top;
    int64_t most = 0, past = 0, taken = 0;
    for (int i = from + 1; stretch && i < to; i++)
        most += sec->text.slab[i].more;
    for (int i = from; i < to; i++) {
        const struct slab *slab = &sec->text.slab[i];
        if (i == from && slab->head)
            y = place_repeated(p, slab, slab->head, x, y);
        else if (i > from)
            y += slab->gap;
        if (i > from && most) {
            past += slab->more;
            y += (len)(stretch * past / most - taken);
            taken = stretch * past / most;
        }
        if (!p->standing.there && stand_begins(p->set, slab, to - i))
            p->standing = (struct standing){ true, p->all.n, p->set->pages->n_fields, p->set->pages->n_outline };
        if (slab->outline)
            add_outline(p, slab, y);
        int before = p->all.n;
        slab_merge(p->set, &p->all, slab, x, y);
        join_rules(p, before);
        take_fields(p);
        y += slab->height;
        if (i + 1 == to && slab->foot)
            y = place_repeated(p, slab, slab->foot, x, y);
    }
    p->standing.end_mark = p->all.n;
    p->standing.end_field = p->set->pages->n_fields;
    p->standing.end_outline = p->set->pages->n_outline;
    return y;
}

/* A note that goes on from the page before comes first, then those of a repeated head.            */
static struct slabs page_notes(struct set *s, const struct section_set *sec, int from, int to, const struct slabs *again)
{
    struct slabs own = { 0 }, all = { 0 };
    int open = 0;
    if (from < to)
        own = (struct slabs){ .slab = sec->notes.slab + from, .n = to - from };
    if (!again)
        return own;
    while (open < own.n && !sec->begun[from + open])
        open++;
    for (int i = 0; i < own.n + again->n; i++)
        *slab_add(s, &all, NOWHERE, NOWHERE) = i < open            ? own.slab[i]
                                              : i < open + again->n ? again->slab[i - open]
                                                                    : own.slab[i - again->n];
    return all;
}

/* The notes stand on the bottom of the text area, below a rule.                                  */
static len place_notes(struct paper *p, const struct section_set *sec, int from, int to, const struct slabs *again, len foot)
{
    const struct section *section = sec->section;
    struct slabs own = page_notes(p->set, sec, from, to, again);
    if (!own.n)
        return 0;
    len height = slabs_height(&own) - own.slab[0].gap, y = section->height - section->bottom - foot - height;
    struct mark *rule = slab_mark(p->set, &p->all, MARK_RULE, artifact(p->set, section->tmpl));
    rule->x = p->page->left;
    rule->y = y - NOTE_RULE_SPACE - NOTE_RULE_THICKNESS;
    rule->width = p->set->doc->note_rule;
    rule->rule.height = NOTE_RULE_THICKNESS;
    slabs_stack(p->set, &p->all, &own, p->page->left, y - own.slab[0].gap);
    take_fields(p);
    return height;
}

static struct slabs set_running(struct set *s, const struct section *section, const struct running *r, int number)
{
    struct slabs slabs = { 0 };
    s->artifact = true;
    s->page_number = number;
    set_blocks(s, r->blocks, section_width(section), &slabs);
    s->artifact = false;
    s->page_number = 0;
    return slabs;
}

/* The foot of a first page may reach into the text area (ô 13 does): text and notes keep clear. */
len room_for_foot(struct set *s, const struct section *section)
{
    const struct running *r = &section->running[RUN_FIRST][AT_BOTTOM];
    if (!r->blocks)
        return 0;
    struct slabs slabs = set_running(s, section, r, 1);
    len reach = slabs.n ? r->edge + slabs_height(&slabs) - section->bottom : 0;
    return reach > 0 ? reach : 0;
}

/* Returns where it begins.                                                                       */
static len place_running(struct paper *p, const struct section *section, int at, bool first)
{
    struct set *s = p->set;
    const struct running *r = &section->running[first ? RUN_FIRST : RUN_REST][at];
    if (!r->blocks)
        return section->height;
    struct slabs slabs = set_running(s, section, r, p->page->number);
    len y = at == AT_TOP ? r->edge : section->height - r->edge - slabs_height(&slabs);
    slabs_stack(s, &p->all, &slabs, p->page->left, y);
    take_fields(p);
    return y;
}

static enum page_end page_end(const struct section_set *sec, const struct page_break *b, len left_over)
{
    if (b->forced)
        return END_FORCED;
    if (b->note < (b->item ? sec->item[b->item - 1].notes : 0))
        return END_NOTE_SPLIT;
    if (b->item == sec->text.n)
        return END_SECTION;
    const struct flow_item *next = &sec->item[b->item];
    return next->gap + next->height <= left_over ? END_KEEP : END_FULL;
}

static struct page *page_new(struct set *s, const struct section *section, bool first, int index)
{
    struct pages *pages = s->pages;
    int number = first && section->start ? section->start
                 : pages->n              ? pages->page[pages->n - 1].number + 1
                                         : 1;
    pages->page = arena_grow(s->arena, pages->page, pages->n + 1, &pages->room, sizeof(*pages->page));
    bool swapped = section->mirror && number % 2 == 0;
    struct page *page = &pages->page[pages->n++];
    *page = (struct page){
        .number = number, .label = section->label && *section->label ? section->label : NULL, .section = index, .master = section->master, .width = section->width, .height = section->height,
        .top = section->top, .bottom = section->bottom, .left = swapped ? section->right : section->left, .right = swapped ? section->left : section->right,
    };
    return page;
}

static void keep_marks(struct paper *p)
{
    p->page->n = p->all.n;
    p->page->marks = NEW_N(p->set->arena, struct mark, p->all.n);
    if (p->all.n)
        memcpy(p->page->marks, p->all.marks, (size_t)p->all.n * sizeof(*p->all.marks));
}

static int called(const struct section_set *sec, int items) { return items ? sec->item[items - 1].notes : 0; }

/* Notes that are called on a page without room for their first line.                             */
static void say_late(struct set *s, const struct section_set *sec, struct page_break from, struct page_break to, int number)
{
    int k = to.note > called(sec, from.item) ? to.note : called(sec, from.item);
    const struct note *first = NULL, *last = NULL;
    for (; k < called(sec, to.item); k++) {
        first = first ? first : sec->begun[k];
        last = sec->begun[k] ? sec->begun[k] : last;
    }
    if (first)
        say_wanted(s->log, MSG_NOTE_LATE, first->data, first->tmpl,
                   first == last ? late_mark(s, first)
                                 : arena_format(s->log->arena, "%s - %s", late_mark(s, first), late_mark(s, last)),
                   arena_format(s->log->arena, "%d", number));
}

void place_page(struct set *s, const struct section_set *sec, int index, struct page_break from,
                struct page_break to)
{
    bool first = from.item == 0 && from.note == 0;
    struct paper p = { .set = s, .page = page_new(s, sec->section, first, index) };
    const struct section *section = sec->section;
    struct arena *before = slabs_pass(s);
    p.index = s->pages->n - 1;
    late_page(s);
    place_running(&p, section, AT_TOP, first);
    len stretch = to.stretch > ROUNDING ? to.stretch - ROUNDING : 0;
    len text = place_text(&p, sec, from.item, to.item, stretch) - section->top;
    const struct slabs *again = from.item < to.item ? sec->text.slab[from.item].head_notes : NULL;
    len foot = first ? sec->foot : 0, notes = place_notes(&p, sec, from.note, to.note, again, foot);
    len bottom = place_running(&p, section, AT_BOTTOM, first), end = section->height - section->bottom - foot - (notes ? notes + room_above_notes(s) : 0);
    if (p.standing.there)
        stand_settle(s, p.all.marks, &p.standing, (bottom < end ? bottom : end) - section->top - text);
    p.page->filled = text + notes;
    p.page->notes = notes;
    p.page->end = page_end(sec, &to, section_height(section) + ROUNDING - foot - text + stretch - notes - (notes ? room_above_notes(s) : 0));
    keep_marks(&p);
    slabs_passed(s, before);
    say_late(s, sec, from, to, p.page->number);
    bool torn = to.forced || (to.item < sec->text.n && to.item > from.item && sec->text.slab[to.item].penalty >= COST_NEVER);
    if (torn)
        say(s->log, MSG_KEEP_BROKEN, sec->text.slab[to.item ? to.item - 1 : 0].data,
            arena_format(s->log->arena, "%d", p.page->number));
}
