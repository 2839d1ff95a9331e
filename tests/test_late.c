/* test_late.c - what depends on pages, with fake metrics: a letter is 5 points wide, a line 10 high. */
#include "fake.h"

#include "cases.h"

#define STYLE(...) { .name = "p", .look = { .fonts = "Fake", .size = PT(10) }, .line_times = 1000, __VA_ARGS__ }

static struct run *add_run(struct fake *f, struct block *b, struct run run)
{
    struct run **end = &b->para.runs;
    while (*end)
        end = &(*end)->next;
    *end = NEW(&f->arena, struct run);
    run.look = run.look ? run.look : &b->para.style->look;
    run.order = run.kind == RUN_LATE || (run.kind == RUN_NOTE && run.note->by_page) ? f->doc.n_late++ : 0;
    **end = run;
    return *end;
}

static struct run *add_late(struct fake *f, struct block *b, enum late_rule late)
{
    return add_run(f, b, (struct run){ .kind = RUN_LATE, .late = late });
}

static void add_lines(struct fake *f, int n)
{
    for (int i = 0; i < n; i++)
        fake_add(f, fake_para(f, &fake_style, "dong"));
}

static int times_said(const struct fake *f, enum message id)
{
    int n = 0;
    for (int i = 0; i < f->log.n; i++)
        n += f->log.message[i].id == id;
    return n;
}

/* ---- leaders ------------------------------------------------------------------------------------ */

/* Words with | for a leader; the marks of the line. */
struct leader_row { const char *name; struct style style; const char *words, *fill, *marks[4]; };
static const struct leader_row leaders[] = {
    { "to the edge", STYLE(.align = ALIGN_LEFT), "ten:|", ".", { "10 28 ten:", "35 28 ..............." } },
    { "behind a blank", STYLE(.align = ALIGN_LEFT), "ten: |", ".", { "10 28 ten:", "35 28 ..............." } },
    { "what follows stands at the edge", STYLE(.align = ALIGN_LEFT), "ten|9", ".", { "10 28 ten", "30 28 ..............", "105 28 9" } },
    { "two share", STYLE(.align = ALIGN_LEFT), "|a|b", ".", { "10 28 ........", "55 28 a", "65 28 .......", "105 28 b" } },
    { "nothing fills it", STYLE(.align = ALIGN_LEFT), "ten|9", "", { "10 28 ten", "105 28 9", "none" } },
    { "in columns from the edge", STYLE(.align = ALIGN_LEFT), "te|", ". ", { "10 28 te", "30 28 . . . . . . . ." } },
    { "a centred line is full", STYLE(.align = ALIGN_CENTER), "ten|9", ".", { "10 28 ten", "30 28 ..............", "105 28 9" } },
    { "a justified one too", STYLE(.align = ALIGN_JUSTIFY), "a b|9", ".", { "10 28 a b", "30 28 ..............", "105 28 9" } },
    { "a word goes down with its number", STYLE(.align = ALIGN_LEFT), "mot hai ba bon nam sau|9", ".", { "10 28 mot hai ba bon nam", "10 38 sau", "30 38 .............." } },
};
static void check_leaders(void **state)
{
    const struct leader_row *row = *state;
    struct fake f;
    fake_begin(&f, 20, 20);
    struct block *b = fake_add(&f, fake_para(&f, &row->style, ""));
    for (const char *s = row->words; *s;) {
        size_t n = strcspn(s, "|");
        if (n)
            add_run(&f, b, (struct run){ .kind = RUN_TEXT, .text = arena_copy(&f.arena, s, n) });
        s += n;
        if (*s == '|')
            add_run(&f, b, (struct run){ .kind = RUN_LEADER, .text = row->fill });
        s += *s == '|';
    }
    struct pages *p = fake_set(&f);
    assert_non_null(p);
    for (int i = 0; i < 4 && row->marks[i]; i++)
        assert_string_equal(fake_text(&f, p, 0, i), row->marks[i]);
    arena_free(&f.arena);
}

static void a_field_takes_its_leaders_room(void **state)
{
    struct fake f;
    struct field field = { .kind = FIELD_BLANK, .name = "ten" };
    (void)state;
    fake_begin(&f, 20, 20);
    struct block *b = fake_add(&f, fake_para(&f, &fake_style, "ten:"));
    add_run(&f, b, (struct run){ .kind = RUN_LEADER, .text = ".", .field = &field });
    struct pages *p = fake_set(&f);
    assert_int_equal(p->n_fields, 1);
    assert_int_equal(p->fields[0].x, PT(30));
    assert_int_equal(p->fields[0].width, PT(80));
    arena_free(&f.arena);
}

/* ---- numbers and counts ---------------------------------------------------------------------------- */

static void numbers_of_the_page_itself(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 3);
    f.section.start = 8;
    for (int i = 0; i < 9; i++)
        add_late(&f, fake_add(&f, fake_para(&f, &fake_style, "trang ")), LATE_PAGE_NUMBER);
    struct pages *p = fake_set(&f);
    assert_int_equal(p->n, 3);
    assert_string_equal(fake_text(&f, p, 0, 1), "40 28 8");
    assert_string_equal(fake_text(&f, p, 2, 5), "40 48 10");
    arena_free(&f.arena);
}

static void counts(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 2);
    struct section on = f.section, anew = f.section;
    add_lines(&f, 3);
    on.start = 0;
    on.blocks = fake_para(&f, &fake_style, "bang "); /* landscape: its numbers run on */
    add_late(&f, on.blocks, LATE_SECTION_COUNT);
    anew.blocks = fake_para(&f, &fake_style, "phu luc ");
    add_late(&f, anew.blocks, LATE_SECTION_COUNT);
    add_run(&f, anew.blocks, (struct run){ .kind = RUN_TEXT, .text = "/" });
    add_late(&f, anew.blocks, LATE_PAGE_COUNT);
    f.section.next = &on;
    on.next = &anew;
    struct pages *p = fake_set(&f);
    assert_int_equal(p->n, 4);
    assert_string_equal(fake_text(&f, p, 2, 1), "35 28 3");
    assert_string_equal(fake_text(&f, p, 3, 1), "50 28 1");
    assert_string_equal(fake_text(&f, p, 3, 3), "60 28 4");
    arena_free(&f.arena);
}

static void running_matter_knows_the_count(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 2);
    struct block *b = fake_para(&f, &fake_style, "");
    b->para.runs = NULL;
    add_late(&f, b, LATE_PAGE_NUMBER);
    add_run(&f, b, (struct run){ .kind = RUN_TEXT, .text = "/" });
    add_late(&f, b, LATE_PAGE_COUNT);
    for (int i = RUN_FIRST; i <= RUN_REST; i++)
        f.section.running[i][AT_TOP] = (struct running){ .blocks = b, .edge = PT(5) };
    add_lines(&f, 5);
    struct pages *p = fake_set(&f);
    assert_string_equal(fake_text(&f, p, 1, 0), "10 13 2");
    assert_string_equal(fake_text(&f, p, 1, 2), "20 13 3");
    arena_free(&f.arena);
}

/* Lines are broken with room for two figures; what one leaves its line takes back. */
static void what_it_leaves_moves_no_line(void **state)
{
    struct fake f;
    const struct style right = STYLE(.align = ALIGN_RIGHT);
    (void)state;
    fake_begin(&f, 8, 20);
    struct block *b = fake_add(&f, fake_para(&f, &right, "trang "));
    add_late(&f, b, LATE_PAGE_COUNT);
    add_run(&f, b, (struct run){ .kind = RUN_TEXT, .text = "/9" });
    struct pages *p = fake_set(&f);
    assert_string_equal(fake_text(&f, p, 0, 0), "25 28 trang");
    assert_string_equal(fake_text(&f, p, 0, 1), "35 38 1");
    arena_free(&f.arena);
}

static void room_that_is_given(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 20);
    struct block *b = fake_add(&f, fake_para(&f, &fake_style, "trang"));
    add_late(&f, b, LATE_PAGE_COUNT)->width = PT(20);
    struct pages *p = fake_set(&f);
    assert_string_equal(fake_text(&f, p, 0, 1), "50 28 1"); /* at its right */
    b->para.runs->next->width = PT(4);
    assert_null(fake_set(&f));
    assert_int_equal(times_said(&f, MSG_LATE_TOO_WIDE), 1);
    arena_free(&f.arena);
}

/* ---- references ---------------------------------------------------------------------------------------- */

static void a_reference_forward(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 3);
    add_late(&f, fake_add(&f, fake_para(&f, &fake_style, "xem ")), LATE_PAGE_OF)->target = "cuoi";
    add_lines(&f, 6);
    fake_add(&f, fake_para(&f, &fake_style, "het"))->id = "cuoi";
    struct pages *p = fake_set(&f);
    assert_string_equal(fake_text(&f, p, 0, 1), "30 28 3");
    assert_int_equal(f.log.n, 0);
    arena_free(&f.arena);
}

static void an_id_on_no_page(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 3);
    add_late(&f, fake_add(&f, fake_para(&f, &fake_style, "xem ")), LATE_PAGE_OF)->target = "dau";
    assert_null(fake_set(&f));
    assert_int_equal(times_said(&f, MSG_REF_NO_PAGE), 1);
    arena_free(&f.arena);
}

static void a_repeated_head_has_its_own_number(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 40, 5);
    struct width width = { WIDTH_SHARE, 1 };
    struct block *table = fake_add(&f, NEW(&f.arena, struct block));
    struct row **end = &table->table.rows;
    table->kind = BLOCK_TABLE;
    table->table.style = &(const struct table_style){ "t", 0, 0, 0, 0 };
    table->table.widths = &width;
    table->table.columns = 1;
    for (int i = 0; i < 9; i++, end = &(*end)->next) {
        *end = NEW(&f.arena, struct row);
        (*end)->kind = i ? ROW_BODY : ROW_HEAD;
        (*end)->cells = NEW(&f.arena, struct cell);
        *(*end)->cells = (struct cell){ .columns = 1, .rows = 1, .blocks = fake_para(&f, &fake_style, i ? "hang" : "trang ") };
    }
    add_late(&f, table->table.rows->cells->blocks, LATE_PAGE_NUMBER);
    struct pages *p = fake_set(&f);
    assert_int_equal(p->n, 2);
    assert_string_equal(fake_text(&f, p, 0, 1), "40 28 1");
    assert_string_equal(fake_text(&f, p, 1, 1), "40 28 2");
    arena_free(&f.arena);
}

/* ---- notes that are counted by page ------------------------------------------------------------------------ */

static const char *marks[] = { "1", "2", "3", "4", "5", "6" };

static struct block *with_note(struct fake *f, int number)
{
    struct block *b = fake_para(f, &fake_style, "chu"), *words = fake_para(f, &fake_style, "");
    struct note *note = NEW(&f->arena, struct note), **link = &f->doc.notes;
    *note = (struct note){ .label = marks[0], .by_page = true, .number = number, .blocks = words, .order = f->doc.n_notes++ };
    while (*link)
        link = &(*link)->next;
    *link = note;
    words->para.runs = NULL;
    add_late(f, words, LATE_NOTE_MARK)->note = note;
    add_run(f, words, (struct run){ .kind = RUN_TEXT, .text = " ghi" });
    add_run(f, b, (struct run){ .kind = RUN_NOTE, .text = note->label, .note = note });
    f->doc.marks = marks;
    f->doc.n_marks = LENGTH(marks);
    return b;
}

static void marks_begin_anew(void **state)
{
    struct fake f;
    (void)state;
    fake_begin(&f, 20, 7);
    fake_add(&f, with_note(&f, 0));
    fake_add(&f, with_note(&f, 4));
    add_lines(&f, 2);
    fake_add(&f, with_note(&f, 0));
    struct pages *p = fake_set(&f);
    assert_int_equal(p->n, 2);
    assert_string_equal(fake_text(&f, p, 0, 1), "25 28 1");
    assert_string_equal(fake_text(&f, p, 0, 3), "25 38 4");
    assert_string_equal(fake_text(&f, p, 0, 8), "10 88 4");
    assert_string_equal(fake_text(&f, p, 1, 1), "25 28 1");
    const struct mark *m = &p->page[1].marks[1];
    assert_string_equal(p->elements[m->text.note].label, "1");
    arena_free(&f.arena);
}

/* A second mark that is taller drives its line to the next page, where it is a first one, which is
 * not tall: there is no rest, and it is told.                                                       */
static int tall_advance(const struct face *face, uint32_t cp)
{
    bool tall = face->ascent > 800;
    return (cp == '2') == tall ? 500 : -1;
}

static const struct face low = { .name = "Low", .family = "Low", .ascent = 800, .descent = 200, .advance = tall_advance };
static const struct face tall = { .name = "Tall", .family = "Tall", .ascent = 2000, .descent = 200, .advance = tall_advance };

static const struct face *find_tall(struct fonts *fonts, const char *families, bool bold, bool italic, int n)
{
    (void)fonts, (void)families, (void)bold, (void)italic;
    return n == 0 ? &low : n == 1 ? &tall : NULL;
}

static void what_never_rests_is_told(void **state)
{
    struct fake f;
    struct fonts fonts = { find_tall };
    (void)state;
    fake_begin(&f, 20, 6);
    fake_add(&f, with_note(&f, 0));
    fake_add(&f, with_note(&f, 0));
    f.section.height -= PT(1); /* two lines, two notes and the rule, no more */
    struct pages *p = set_document(&f.arena, &f.log, &fonts, &f.doc, true, NULL);
    assert_non_null(p);
    assert_int_equal(times_said(&f, MSG_PAGES_UNSETTLED), 1);
    arena_free(&f.arena);
}

int main(void)
{
    static struct cases c;
    CASES(&c, leaders, check_leaders);
    CASE(&c, a_field_takes_its_leaders_room);
    CASE(&c, numbers_of_the_page_itself);
    CASE(&c, counts);
    CASE(&c, running_matter_knows_the_count);
    CASE(&c, what_it_leaves_moves_no_line);
    CASE(&c, room_that_is_given);
    CASE(&c, a_reference_forward);
    CASE(&c, an_id_on_no_page);
    CASE(&c, a_repeated_head_has_its_own_number);
    CASE(&c, marks_begin_anew);
    CASE(&c, what_never_rests_is_told);
    return cases_run(&c, "late");
}
