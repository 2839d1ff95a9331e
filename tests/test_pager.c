/* test_pager.c - where pages end: heights, penalties and note lines, nothing else. */
#include "set/pager.h"

#include "cases.h"

enum { MOST = 200, LINE = 10, PAGE = 100, ABOVE_NOTES = 5, WIDOW = 100 * 1000, NEVER = 10 * 1000 * 1000 };

struct text { struct flow_item item[MOST]; struct note_line note[MOST]; int n, n_notes; };

static void add_lines(struct text *t, int n)
{
    for (int i = 0; i < n; i++, t->n++)
        t->item[t->n] = (struct flow_item){ .height = PT(LINE), .notes = t->n_notes };
}

/* The line added last calls a note of so many lines. */
static void call_note(struct text *t, int lines)
{
    for (int i = 0; i < lines; i++)
        t->note[t->n_notes++] = (struct note_line){ .height = PT(LINE), .first = i == 0 };
    t->item[t->n - 1].notes = t->n_notes;
}

/* "10/0 15/3+4*": items and note lines up to the end of each page; what its gaps grow by; * forced. */
static void expect(struct text *t, const char *pages)
{
    struct arena a = { 0 };
    struct flow flow = { t->item, t->note, t->n, t->n_notes, PT(PAGE), PT(ABOVE_NOTES) };
    struct page_break *end;
    char said[400] = "";
    int n = pager_break(&a, &flow, &end), used = 0;
    for (int i = 0; i < n; i++) {
        char more[20] = "";
        if (end[i].stretch)
            snprintf(more, sizeof(more), "+%d", (int)(end[i].stretch / PT(1)));
        used += snprintf(said + used, sizeof(said) - (size_t)used, "%s%d/%d%s%s", i ? " " : "", end[i].item,
                         end[i].note, more, end[i].forced ? "*" : "");
    }
    assert_string_equal(said, pages);
    arena_free(&a);
}

static void nothing(void **state)
{
    struct text t = { 0 };
    (void)state;
    expect(&t, "");
}

static void full_pages(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 25);
    expect(&t, "10/0 20/0 25/0");
}

static void a_gap_vanishes_on_top(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 20);
    t.item[10].gap = PT(LINE);
    expect(&t, "10/0 20/0");
}

/* The last page is taken; of what the others leave empty the second has more. */
static void room_is_left_late(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 18);
    t.item[9].gap = PT(6);
    t.item[17].height = PT(PAGE);
    expect(&t, "9/0 17/0 18/0");
}

static void no_line_alone(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 15);
    t.item[10].penalty = WIDOW;
    expect(&t, "9/0 15/0");
}

static void gaps_take_up_the_room(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 15);
    t.item[10].penalty = WIDOW;
    t.item[3].stretch = PT(4);
    t.item[6].stretch = PT(6);
    expect(&t, "9/0+10 15/0");
}

/* What they cannot take up they leave: neither would the page be even nor its spacing that of others. */
static void gaps_grow_no_further(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 15);
    t.item[10].penalty = WIDOW;
    t.item[3].stretch = PT(9);
    t.item[0].stretch = t.item[9].stretch = PT(9); /* they vanish on top of pages */
    expect(&t, "9/0 15/0");
}

static void gaps_grow_above_notes(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 8);
    call_note(&t, 1);
    add_lines(&t, 7);
    t.item[9].penalty = NEVER;
    t.item[3].stretch = PT(7);
    expect(&t, "8/1+5 15/1");
}

/* One line has to go over, from the first page or the second: from the one whose gaps make up for it. */
static void pages_that_can_be_even(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 25);
    for (int i = 1; i < t.n; i++)
        t.item[i].penalty = i == 9 || i == 10 || i == 19 ? 0 : NEVER;
    expect(&t, "10/0 19/0 25/0");
    t.item[5].stretch = PT(10);
    expect(&t, "9/0+10 19/0 25/0");
}

static void a_heading_stays_with_its_text(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 15);
    t.item[9].penalty = t.item[10].penalty = NEVER;
    expect(&t, "8/0 15/0");
}

static void a_repeated_head_takes_room(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 25);
    for (int i = 1; i < t.n; i++)
        t.item[i].head = PT(20);
    expect(&t, "10/0 18/0 25/0");
}

static void a_note_stands_on_the_page_of_its_mark(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 9);
    call_note(&t, 1); /* 9 lines and a note: 105 */
    add_lines(&t, 5);
    expect(&t, "8/0 14/1");
}

static void a_long_note_is_split(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 3);
    call_note(&t, 9);
    add_lines(&t, 10);
    expect(&t, "7/2 9/9 13/9");
}

static void a_short_note_is_not(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 8);
    call_note(&t, 3); /* two lines on each side are impossible */
    add_lines(&t, 6);
    expect(&t, "7/0 13/3 14/3");
}

static void notes_at_the_end_get_pages_of_their_own(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 1);
    call_note(&t, 30);
    expect(&t, "1/8 1/17 1/26 1/30");
}

static void what_cannot_be_kept_is_forced(void **state)
{
    struct text t = { 0 };
    (void)state;
    add_lines(&t, 2);
    t.item[0].height = PT(99);
    call_note(&t, 2);
    t.item[0].notes = 2;
    expect(&t, "1/0* 2/2");
}

/* However long, no note line is lost, doubled or out of order, and text always goes on. */
static void many_notes(void **state)
{
    struct text t = { 0 };
    struct arena a = { 0 };
    struct page_break *end;
    (void)state;
    for (int i = 0; i < 15; i++) {
        add_lines(&t, 1 + i % 4);
        call_note(&t, 1 + (i * 7) % 9);
    }
    struct flow flow = { t.item, t.note, t.n, t.n_notes, PT(PAGE), PT(ABOVE_NOTES) };
    int n = pager_break(&a, &flow, &end), item = 0, note = 0;
    for (int i = 0; i < n; i++) {
        assert_true(end[i].item >= item && end[i].note >= note);
        assert_true(end[i].item > item || end[i].note > note);
        len text = (end[i].item - item) * PT(LINE), notes = (end[i].note - note) * PT(LINE);
        assert_true(text + notes + (notes ? PT(ABOVE_NOTES) : 0) <= PT(PAGE));
        item = end[i].item;
        note = end[i].note;
    }
    assert_int_equal(item, t.n);
    assert_int_equal(note, t.n_notes);
    arena_free(&a);
}

int main(void)
{
    static struct cases c;
    CASE(&c, nothing);
    CASE(&c, full_pages);
    CASE(&c, a_gap_vanishes_on_top);
    CASE(&c, room_is_left_late);
    CASE(&c, no_line_alone);
    CASE(&c, gaps_take_up_the_room);
    CASE(&c, gaps_grow_no_further);
    CASE(&c, gaps_grow_above_notes);
    CASE(&c, pages_that_can_be_even);
    CASE(&c, a_heading_stays_with_its_text);
    CASE(&c, a_repeated_head_takes_room);
    CASE(&c, a_note_stands_on_the_page_of_its_mark);
    CASE(&c, a_long_note_is_split);
    CASE(&c, a_short_note_is_not);
    CASE(&c, notes_at_the_end_get_pages_of_their_own);
    CASE(&c, what_cannot_be_kept_is_forced);
    CASE(&c, many_notes);
    return cases_run(&c, "pager");
}
