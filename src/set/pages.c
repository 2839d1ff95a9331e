/* pages.c - sections into slabs, slabs onto pages, and once more, until what
 * waits for pages has come to rest.                                                           */
#include "set/section.h"

/* ---- what is to be placed -------------------------------------------------------------------- */

static void set_note(struct set *s, struct section_set *sec, struct call call)
{
    int parent = s->parent;
    s->parent = call.element;
    set_blocks(s, call.note->blocks, section_width(sec->section), &sec->notes);
    s->parent = parent;
}

static void make_flow(struct set *s, struct section_set *sec)
{
    sec->item = NEW_N(s->slabs, struct flow_item, sec->text.n + 1);
    int room = 0;
    for (int i = 0; i < sec->text.n; i++) {
        const struct slab *slab = &sec->text.slab[i];
        for (int k = 0; k < slab->n_notes; k++) {
            int begin = sec->notes.n;
            set_note(s, sec, slab->notes[k]);
            sec->begun = arena_grow(s->slabs, (void *)sec->begun, sec->notes.n + 1, &room, sizeof(*sec->begun));
            memset((void *)(sec->begun + begin), 0, (size_t)(sec->notes.n - begin) * sizeof(*sec->begun));
            sec->begun[begin] = slab->notes[k].note;
        }
        sec->item[i] = (struct flow_item){
            .gap = slab->gap, .stretch = slab->more, .height = slab->height, .penalty = slab->penalty, .hold = slab->hold, .row = slab->row,
            .head = (slab->head ? slabs_height(slab->head) : 0) + notes_height(s, slab->head_notes), .foot = slab->foot ? slabs_height(slab->foot) : 0,
            .notes = sec->notes.n,
        };
    }
    sec->item[0].height += sec->foot; /* every first page, and no other, has this item       */
    sec->line = NEW_N(s->slabs, struct note_line, sec->notes.n + 1);
    for (int k = 0; k < sec->notes.n; k++)
        sec->line[k] = (struct note_line){ sec->notes.slab[k].gap, sec->notes.slab[k].height, sec->begun[k] != NULL };
}

static bool check_heights(struct set *s, const struct section_set *sec)
{
    bool good = true;
    for (int i = 0; i < sec->text.n; i++) {
        const struct slab *slab = &sec->text.slab[i];
        len tall = slab->reach > slab->height ? slab->reach : slab->height;
        len over = sec->item[i].head + tall + sec->item[i].foot + (i ? 0 : sec->foot) - section_height(sec->section);
        const struct image *image = slab->n == 1 && slab->marks[0].kind == MARK_IMAGE ? slab->marks[0].image.image : NULL;
        if (over > 0)
            misfit(s, image ? MSG_IMAGE_TOO_TALL : MSG_BLOCK_TOO_TALL, over, slab->data, slab->tmpl, image ? image->name : "");
        good = good && over <= 0;
    }
    return good;
}

/* ---- the whole ---------------------------------------------------------------------------------- */

static bool marks_fit(struct set *s, const struct section *section)
{
    int64_t most = log_limit(s->log, LIMIT_MARKS);
    s->n_marks += s->pages->page[s->pages->n - 1].n;
    if (s->n_marks > most)
        say_limit(s->log, LIMIT_MARKS, section->tmpl);
    return s->n_marks <= most;
}

static void set_section(struct set *s, const struct section *section, int index)
{
    struct section_set sec = { .section = section };
    struct page_break *end, from = { 0 };
    s->parent = element_new(s, ELEMENT_SECT, NULL);
    s->pages->elements[s->parent].tmpl = section->tmpl;
    s->pages->elements[s->parent].id = section->id;
    s->section = index;
    s->page_height = section_height(section);
    s->page_width = section_width(section);
    set_blocks(s, section->blocks, section_width(section), &sec.text);
    sec.foot = room_for_foot(s, section);
    make_flow(s, &sec);
    if (!check_heights(s, &sec))
        return;
    struct flow flow = {
        sec.item, sec.line, sec.text.n, sec.notes.n, section_height(section) + ROUNDING,
        room_above_notes(s),
    };
    int n = pager_break(s->slabs, &flow, &end);
    if (s->pages->n + n > log_limit(s->log, LIMIT_PAGES)) {
        say_limit(s->log, LIMIT_PAGES, section->tmpl);
        return;
    }
    for (int i = 0; i < n; i++) {
        log_end_late(s->log);
        place_page(s, &sec, index, from, end[i]);
        from = end[i];
        if (!marks_fit(s, section))
            break;
    }
    if (s->explain)
        explain_pages(s, &flow, &sec.text, end, n);
    arena_reset(s->slabs);
}

static len mark_bottom(const struct mark *m)
{
    return m->y + (m->kind == MARK_RULE ? m->rule.height : m->kind == MARK_IMAGE ? m->image.height : 0);
}

/* What a template may do with indents, widths and running matter is endless; the paper is not. */
static void check_paper(struct set *s)
{
    const struct pages *pages = s->pages;
    for (int i = 0; i < pages->n; i++)
        for (int j = 0; j < pages->page[i].n; j++) {
            const struct page *p = &pages->page[i];
            const struct mark *m = &p->marks[j];
            len right = m->x + m->width - p->width, top = m->kind == MARK_TEXT ? m->text.size - m->y : -m->y;
            len bottom = mark_bottom(m) - p->height, over = -m->x;
            over = right > over ? right : over;
            over = bottom > over ? bottom : over;
            over = top > over ? top : over;
            char mm[MM_TEXT];
            if (over > MM(0.1))
                say_wanted(s->log, MSG_OFF_PAPER, m->data, pages->elements[m->element].tmpl, len_mm(over, mm),
                           arena_format(s->log->arena, "%d", i + 1));
        }
}

static struct pages *set_round(struct set s, bool explain)
{
    struct arena *a = s.arena;
    struct log *log = s.log;
    const struct doc *doc = s.doc;
    struct pages *pages = s.pages = NEW(a, struct pages);
    s.slabs = arena_scratch(a);
    s.passing = arena_scratch(a);
    s.scratch = arena_scratch(a);
    s.parent = -1;
    int errors = log->errors, index = 0;
    s.explain = explain ? explain_new(&s) : NULL;
    pages->title = doc->title;
    pages->author = doc->author;
    pages->subject = doc->subject;
    pages->lang = doc->lang;
    pages->date = doc->date;
    pages->paper = doc->paper;
    int root = element_new(&s, ELEMENT_DOCUMENT, NULL);
    for (const struct section *sec = doc->sections; sec; sec = sec->next) {
        s.parent = root;
        file_of_section(&s, sec);
        set_section(&s, sec, index++);
    }
    files_end(&s);
    fields_end(&s);
    pages->elements = arena_fit(a, pages->elements, pages->n_elements, &pages->room_elements, sizeof(*pages->elements));
    check_paper(&s);
    stand_missed(&s);
    if (explain)
        explain_lines(&s);
    if (!pages->n && log->errors == errors)
        say(log, MSG_NO_PAGES, doc->sections ? doc->sections->tmpl : NOWHERE, NULL);
    return log->errors > errors ? NULL : pages;
}

/* Only what is said of the last round is true. An error ends them: what is on no page for its sake is
 * not to be told too.                                                                                 */
struct pages *set_document(struct arena *a, struct log *log, struct fonts *fonts, const struct doc *doc, bool explain, const len *height)
{
    struct set s = { .arena = a, .log = log, .fonts = fonts, .doc = doc, .height = height };
    if (!doc->n_late)
        return set_round(s, explain);
    s.late = late_new(a, doc);
    for (int errors = log->errors;;) {
        struct log own = log_apart(log);
        own.strict = false; /* a warning of this round alone ends nothing; log_take makes errors of the last one's */
        s.log = &own;
        struct pages *pages = set_round(s, explain);
        if (pages && !late_settled(s.late, &own, pages))
            continue;
        log_take(log, &own);
        return log->errors > errors ? NULL : pages;
    }
}
