/* test_random.c - thousands of documents put together by chance (of fixed seeds, fake metrics):
 * every word once and in order, every note on the page of its mark, nothing outside the text
 * area, no heading at a foot, no end without text before it. A document that fails prints its
 * seed; `test_random SEED` sets that one alone and shows it.                                */
#include "fake.h"

#include "cases.h"

#include <stdio.h>
#include <stdlib.h>

enum { DOCUMENTS = 10000, MOST_WORDS = 6000 };

struct made {
    struct fake f;
    uint64_t chance;
    int words, notes;            /* made so far                                              */
    int end_word;                /* the first of the end                                     */
    int text_page[MOST_WORDS], note_page[MOST_WORDS]; /* 1..: where each was seen; 0: nowhere   */
    int mark_page[MOST_WORDS], seen[MOST_WORDS];
    bool in_table[MOST_WORDS];
    const char *fault;
    int at;
};

static int roll(struct made *m, int n)
{
    m->chance = m->chance * 6364136223846793005u + 1442695040888963407u;
    return (int)((m->chance >> 33) % (uint64_t)n);
}

/* ---- making ---------------------------------------------------------------------------------- */

static const struct style body = { .name = "p", .look = { .fonts = "Fake", .size = PT(10) }, .line_times = 1200,
                                   .align = ALIGN_JUSTIFY, .before = PT(3) };
static const struct style cell_style = { .name = "c", .look = { .fonts = "Fake", .size = PT(10) }, .line_times = 1000 };
static const struct style heading = { .name = "h", .look = { .fonts = "Fake", .size = PT(10), .bold = true }, .line_times = 1000,
                                      .keep_next = true, .outline = 2, .before = PT(6) };

/* Words are w0, w1, ...; those of notes n0, n1, ... Each is unlike all others.                    */
static const char *words(struct made *m, char letter, int *number, int n)
{
    struct buf b = buf_in(&m->f.arena);
    for (int i = 0; i < n && *number < MOST_WORDS; i++)
        buf_format(&b, "%s%c%d", i ? " " : "", letter, (*number)++);
    return buf_text(&b);
}

static struct run *run_new(struct made *m, struct run ***end, enum run_kind kind, const char *text)
{
    struct run *r = NEW(&m->f.arena, struct run);
    *r = (struct run){ .kind = kind, .look = &body.look, .text = text };
    **end = r;
    *end = &r->next;
    return r;
}

static struct note *note_new(struct made *m)
{
    struct note *note = NEW(&m->f.arena, struct note), **link = &m->f.doc.notes;
    int n = m->notes++, *number = &n;
    note->label = arena_format(&m->f.arena, "m%d", n);
    struct buf b = buf_in(&m->f.arena);
    int length = roll(m, 10) ? 1 + roll(m, 12) : 40 + roll(m, 150);
    for (int i = 0; i < length; i++)
        buf_format(&b, "%sn%d", i ? " " : "", *number);
    note->blocks = fake_para(&m->f, &cell_style, buf_text(&b));
    while (*link)
        link = &(*link)->next;
    *link = note;
    return note;
}

static struct block *para(struct made *m, const struct style *style, int most, int note_chance)
{
    struct block *b = fake_para(&m->f, style, "");
    struct run **end = &b->para.runs;
    *end = NULL;
    for (int parts = 1 + roll(m, 3); parts > 0; parts--) {
        run_new(m, &end, RUN_TEXT, words(m, 'w', &m->words, 1 + roll(m, most)));
        if (note_chance && roll(m, note_chance) == 0 && m->notes < 200) {
            struct note *note = note_new(m);
            run_new(m, &end, RUN_NOTE, note->label)->note = note;
        }
        if (parts > 1)
            run_new(m, &end, RUN_TEXT, " ");
    }
    b->before = style->before;
    return b;
}

static struct cell *cell_new(struct made *m, int column, int columns, int rows)
{
    struct cell *c = NEW(&m->f.arena, struct cell);
    *c = (struct cell){ .column = column, .columns = columns, .rows = rows };
    struct block **end = &c->blocks;
    for (int n = roll(m, 12) ? roll(m, 3) : 30 + roll(m, 30); n > 0; n--, end = &(*end)->next)
        *end = para(m, &cell_style, 3, 20);
    return c;
}

/* Some cells say where their words stand and which lines they have; those that part rows keep their
 * own, by which see_foot knows a row without words.                                               */
static void cell_looks(struct made *m, struct cell *c)
{
    c->valign = (enum valign)roll(m, 3);
    c->sides = c->rows > 1 ? SIDES_OWN | SIDE_LEFT | SIDE_RIGHT : roll(m, 8) ? 0 : SIDES_OWN | (unsigned)roll(m, 16);
}

static const struct table_style *table_style(struct made *m)
{
    struct table_style *style = NEW(&m->f.arena, struct table_style);
    *style = (struct table_style){ "t", PT(0.5), PT(1), PT(1), PT(4), .lines = (enum lines)roll(m, 4), .each_notes = roll(m, 2) };
    return style;
}

/* A row of sums, which is no part of what is read.                                                */
static struct row *sums(struct made *m, int columns)
{
    struct row *row = NEW(&m->f.arena, struct row);
    row->kind = ROW_TOTAL;
    row->cells = NEW(&m->f.arena, struct cell);
    *row->cells = (struct cell){ .blocks = fake_para(&m->f, &cell_style, "sum"), .columns = columns, .rows = 1 };
    return row;
}

/* Cells side by side, one of them now and then longer than a page.                                */
static struct block *grid(struct made *m)
{
    struct block *b = NEW(&m->f.arena, struct block);
    int columns = 1 + roll(m, 3), from = m->words;
    *b = (struct block){ .kind = BLOCK_GRID, .grid = { NEW_N(&m->f.arena, struct width, columns), columns, PT(2), 0, NULL } };
    struct row **end = &b->grid.rows;
    for (int n = 1 + roll(m, 3); n > 0; n--, end = &(*end)->next) {
        *end = NEW(&m->f.arena, struct row);
        struct cell **cell = &(*end)->cells;
        for (int i = 0; i < columns; i++, cell = &(*cell)->next) {
            b->grid.widths[i] = (struct width){ WIDTH_SHARE, 1 };
            *cell = cell_new(m, i, 1, 1);
        }
    }
    for (int i = from; i < m->words; i++)
        m->in_table[i] = true;
    return b;
}

static struct block *table(struct made *m)
{
    const struct table_style *style = table_style(m);
    struct block *b = NEW(&m->f.arena, struct block);
    bool carried = roll(m, 3) == 0;
    int columns = 1 + roll(m, 4), rows = 1 + roll(m, 20), head = roll(m, 3), covered[8] = { 0 };
    *b = (struct block){ .kind = BLOCK_TABLE, .before = PT(4), .table = { style, NEW_N(&m->f.arena, struct width, columns), columns, NULL } };
    for (int i = 0; i < columns; i++)
        b->table.widths[i] = (struct width){ WIDTH_SHARE, 1 };
    struct row **end = &b->table.rows;
    int from = m->words;
    for (int r = 0; r < head + rows; r++, end = &(*end)->next) {
        *end = NEW(&m->f.arena, struct row);
        (*end)->kind = r < head ? ROW_HEAD : roll(m, 9) == 0 ? ROW_GROUP : roll(m, 9) == 0 ? ROW_TOTAL : ROW_BODY;
        (*end)->carry = carried && r > head ? sums(m, columns) : NULL;
        (*end)->carry_to = carried && r > head ? sums(m, columns) : NULL;
        struct cell **link = &(*end)->cells;
        for (int c = 0; c < columns;) {
            int left = r < head ? head - r : head + rows - r, across = 1, down = roll(m, 6) ? 1 : 1 + roll(m, left);
            if (covered[c]) {
                covered[c++]--;
                continue;
            }
            while (c + across < columns && !covered[c + across] && roll(m, 5) == 0)
                across++;
            *link = cell_new(m, c, across, down);
            cell_looks(m, *link);
            link = &(*link)->next;
            for (int i = 0; i < across; i++)
                covered[c + i] = down - 1;
            c += across;
        }
    }
    for (int i = from; i < m->words; i++)
        m->in_table[i] = true;
    return b;
}

static void make(struct made *m, uint64_t seed)
{
    *m = (struct made){ .chance = seed * 2654435761u + 12345 };
    fake_begin(&m->f, 35 + roll(m, 40), 14 + roll(m, 40));
    for (int n = 1 + roll(m, 25); n > 0 && m->words < MOST_WORDS / 2; n--) {
        int kind = roll(m, 8);
        if (kind == 0)
            fake_add(&m->f, para(m, &heading, 6, 0));
        else if (kind == 1)
            fake_add(&m->f, roll(m, 4) ? table(m) : grid(m));
        else
            fake_add(&m->f, para(m, &body, 60, 6));
    }
    fake_add(&m->f, para(m, &body, 20, 0));
    struct block *end = NEW(&m->f.arena, struct block);
    m->end_word = m->words;
    *end = (struct block){ .kind = BLOCK_KEEP, .keep = { para(m, &cell_style, 3, 0), 2 } };
    end->keep.blocks->next = para(m, &cell_style, 3, 0);
    fake_add(&m->f, end);
}

/* ---- looking ---------------------------------------------------------------------------------- */

static void fault(struct made *m, const char *what, int at)
{
    if (!m->fault) {
        m->fault = what;
        m->at = at;
    }
}

static bool is_artifact(const struct pages *p, const struct mark *mark) { return p->elements[mark->element].kind == ELEMENT_ARTIFACT; }

static void see_word(struct made *m, const char *word, int page)
{
    int n = (int)strtol(word + 1, NULL, 10);
    if (*word == 'w') {
        m->seen[n]++;
        m->text_page[n] = page;
    } else if (*word == 'm') {
        m->mark_page[n] = page;
    } else if (*word == 'n' && !m->note_page[n]) {
        m->note_page[n] = page;
    }
}

static void see_page(struct made *m, const struct pages *p, int index)
{
    const struct page *page = &p->page[index];
    for (int i = 0; i < page->n; i++) {
        const struct mark *k = &page->marks[i];
        bool rule = k->kind == MARK_RULE;
        len top = rule ? k->y : k->y - PT(8), bottom = rule ? k->y + k->rule.height : k->y + PT(2), slack = PT(0.5);
        if (k->x < page->left - slack || k->x + k->width > page->width - page->right + slack)
            fault(m, "sticks out at a side", index + 1);
        if (top < page->top - slack || bottom > page->height - page->bottom + slack)
            fault(m, "sticks out above or below", index + 1);
        if (rule || is_artifact(p, k))
            continue;
        char text[2000];
        snprintf(text, sizeof(text), "%.*s", k->text.n, k->text.s);
        char *rest = NULL;
        for (char *word = strtok_r(text, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
            see_word(m, word, index + 1);
    }
}

/* The last text of a page that is not of a note.                                                   */
static void see_foot(struct made *m, const struct pages *p, int index)
{
    const struct page *page = &p->page[index];
    const struct mark *last = NULL;
    bool more = false;
    for (int i = 0; i < page->n; i++) {
        const struct mark *k = &page->marks[i];
        if (k->kind == MARK_TEXT && k->text.s[0] == 'w')
            last = k;
        if (k->kind == MARK_RULE && k->width != PT(50)) /* a row without words, not the rule of the notes */
            last = NULL;
    }
    for (int i = index + 1; i < p->n; i++)
        more = more || p->page[i].n;
    if (last && more && page->end != END_SECTION && page->end != END_FORCED && p->elements[last->element].kind == ELEMENT_H)
        fault(m, "a heading at a foot", index + 1);
}

/* Lines of text on the page of the end, above it.                                                  */
static void see_end(struct made *m, const struct pages *p)
{
    int index = m->text_page[m->end_word] - 1, lines = 0;
    len y = -1;
    for (int i = 0; index > 0 && i < p->page[index].n; i++) {
        const struct mark *k = &p->page[index].marks[i];
        if (k->kind != MARK_TEXT || k->text.s[0] != 'w')
            continue;
        if (strtol(k->text.s + 1, NULL, 10) >= m->end_word)
            break;
        lines += k->y != y;
        y = k->y;
    }
    if (index > 0 && lines < 2)
        fault(m, "the end stands alone", index + 1);
}

static void see(struct made *m, const struct pages *p)
{
    for (int i = 0; i < p->n; i++) {
        see_page(m, p, i);
        see_foot(m, p, i);
    }
    for (int i = 0; i < m->words; i++) {
        if (m->seen[i] != 1)
            fault(m, m->seen[i] ? "a word stands twice" : "a word is lost", i);
        if (i && !m->in_table[i] && !m->in_table[i - 1] && m->text_page[i] < m->text_page[i - 1])
            fault(m, "a word stands before the one before it", i);
    }
    for (int i = 0; i < m->notes; i++) {
        if (!m->note_page[i] || !m->mark_page[i])
            fault(m, "a note is lost", i);
        else if (m->note_page[i] != m->mark_page[i])
            fault(m, "a note begins on another page than its mark", i);
    }
    see_end(m, p);
}

static bool check(uint64_t seed, bool show)
{
    static struct made m;
    make(&m, seed);
    struct pages *p = fake_set(&m.f);
    if (p)
        see(&m, p);
    for (int i = 0; i < m.f.log.n; i++)
        if (m.f.log.message[i].id == MSG_NOTE_LATE)
            m.fault = m.fault && strstr(m.fault, "another page") ? NULL : m.fault;
        else if (m.f.log.message[i].id == MSG_KEEP_BROKEN || m.f.log.message[i].id == MSG_BLOCK_TOO_TALL) {
            if (show)
                print_message("%s\n", m.f.log.message[i].text);
            m.fault = m.fault && (strstr(m.fault, "foot") || strstr(m.fault, "alone")) ? NULL : m.fault;
        }
    if (!p && m.f.log.errors == 0)
        fault(&m, "no pages, and nothing is said", 0);
    struct buf out = buf_in(&m.f.arena);
    if (show && p)
        page_dump(p, &out);
    if (show)
        fputs(buf_text(&out), stdout);
    if (m.fault)
        print_message("seed %llu: %s, at %d\n", (unsigned long long)seed, m.fault, m.at);
    arena_free(&m.f.arena);
    return !m.fault;
}

static void documents(void **state)
{
    int bad = 0;
    (void)state;
    for (uint64_t seed = 1; seed <= DOCUMENTS && bad < 5; seed++)
        bad += !check(seed, false);
    assert_int_equal(bad, 0);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(documents) };
    if (argc > 1)
        return !check(strtoull(argv[1], NULL, 10), true);
    return cmocka_run_group_tests_name("random", tests, NULL, NULL);
}
