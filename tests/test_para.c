/* test_para.c - where words may part, and items into lines: numbers only. */
#include "set/breaks.h"
#include "set/para.h"

#include "cases.h"

/* ---- breaks -------------------------------------------------------------------------- */

static const struct style tied = { .tie = "số Điều ngày tháng năm TM. lục", .units = "ha kg" };

struct tie_row { const char *name, *before, *after; bool never; };
static const struct tie_row ties[] = {
    { "Điều | 5", "Điều", "5", true },
    { "điều | 5, of any case", "điều", "5", true },
    { "ngày | 05", "ngày", "05", true },
    { "số | 11/KH-UBND", "số", "11/KH-UBND", true },
    { "(số | 11", "(số", "11", true },
    { "Phụ lục | II", "lục", "II", true },
    { "TM. | ỦY BAN", "TM.", "ỦY", true },
    { "95 | %", "95", "%", true },
    { "1.200 | ha,", "1.200", "ha,", true },
    { "đất | ha", "đất", "ha", false },
    { "ngày | room", "ngày", "\xC2\xA0\xC2\xA0", true },
    { "room | tháng", "\xC2\xA0\xC2\xA0", "tháng", true },
    { "room | của", "\xC2\xA0\xC2\xA0", "của", false },
    { "05 | tháng", "05", "tháng", false },
    { "số | lượng", "số", "lượng", false },
    { "ngày | 10/11/2020, which says what it is", "ngày", "10/11/2020", false },
    { "ngày | 10/11", "ngày", "10/11", true },
    { "4274/UBND- | NV, a blank in a code", "4274/UBND-", "NV", true },
    { "nhân | dân", "nhân", "dân", false },
    { "năm | nay", "năm", "nay", false },
};
static void check_tie(void **state)
{
    const struct tie_row *row = *state;
    int p = break_penalty(&tied, row->before, (int)strlen(row->before), row->after, (int)strlen(row->after));
    assert_int_equal(p == PENALTY_NEVER, row->never);
}

static void a_pause_is_a_good_place(void **state)
{
    (void)state;
    assert_true(break_penalty(&tied, "02,", 3, "phương", 7) < 0);
    assert_int_equal(break_penalty(&tied, "phương", 7, "hướng", 7), 0);
    assert_true(break_penalty(&tied, "kinh", 4, "-", 1) > 0);
}

/* Where `held` has a line, the blank of the text is held.                                 */
struct hold_row { const char *name, *hold, *text, *held; };
static const struct hold_row holds[] = {
    { "phrases", "ủy ban nhân dân; hội đồng nhân dân", "ỦY BAN NHÂN DÂN TỈNH BẮC GIANG", "---.." },
    { "with the name behind them", "tỉnh *", "Sở Y tế tỉnh Bắc Giang và Sở", "...--.." },
    { "a name of four words at most", "xã *", "xã Một Hai Ba Bốn Năm", "----." },
    { "a name ends with a mark", "xã *", "xã Y Tý, Bắc Sơn", "--.." },
    { "a dash is no name", "tỉnh *", "Công an tỉnh - Sở", "...." },
    { "without a name the next word", "và *", "nông nghiệp và môi trường", "..-." },
    { "in capitals two words", "tỉnh *", "SỞ TỈNH BẮC GIANG MỚI", ".--." },
    { "a number is a name", "khu vực *", "Kho bạc khu vực 7 ở", "..--." },
};
static void check_hold(void **state)
{
    const struct hold_row *row = *state;
    const struct style style = { .hold = row->hold };
    bool held[64] = { false };
    break_holds(&style, row->text, held);
    const char *s = row->text;
    for (int i = 0; (s = strchr(s, ' ')); i++, s++)
        assert_int_equal(held[s - row->text], row->held[i] == '-');
}

struct inside_row { const char *name, *word; int most, cut; };
static const struct inside_row insides[] = {
    { "behind a slash of an address", "http://a.vn/b/cc", 14, 14 },
    { "between letters where there is none", "Thôngtin", 5, 6 }, /* ô has two bytes */
    { "one letter at least", "Thông", 0, 1 },
};
static void check_inside(void **state)
{
    const struct inside_row *row = *state;
    int most = row->most ? row->most : 1;
    assert_int_equal(break_inside(row->word, (int)strlen(row->word), most), row->cut);
}

/* ---- lines ----------------------------------------------------------------------------- */

enum { MOST = 64, BLANK = 3 };

/* Words of the lengths that a string of digits gives ("352|4": a line ends behind the 2; "3(52)4": the two
 * of the group had better share no line with others).                                                       */
static int items_of(const char *words, struct item *item)
{
    int n = 0, group = 0;
    for (const char *s = words; *s; s++) {
        if (*s == '(' || *s == ')')
            group = *s == '(' ? n + 1 : 0;
        else if (*s == '|')
            item[n - 1].forced = true;
        else
            item[n++] = (struct item){ .width = (*s - '0') * 10, .gap = BLANK, .gap_stretch = 4, .gap_shrink = 1, .group = group };
    }
    return n;
}

struct lines_row { const char *name, *words; struct measure m; const char *counts; };
static const struct lines_row paragraphs[] = {
    { "one line", "222", { .width = 100, .justify = true }, "3" },
    { "ragged", "5555", { .width = 110 }, "22" },
    { "a last line may be short", "333336", { .width = 100, .justify = true }, "321" },
    { "forced", "2|22", { .width = 100, .justify = true }, "12" },
    { "the first line's indent takes room", "5555", { .width = 110, .first = 20, .justify = true }, "121" },
    { "a negative indent gives it", "555", { .width = 106, .first = -60, .justify = true }, "3" },
    { "balance: lines of like length", "33333", { .width = 140, .balance = true }, "32" },
    { "balance: no more lines than needed", "3333", { .width = 140, .balance = true }, "4" },
    { "balance: a group in two lines shares none of them", "2(33)2", { .width = 60, .balance = true }, "1111" },
    { "balance: a group that has room stands alone", "2(33)2", { .width = 70, .balance = true }, "121" },
    { "balance: groups beside one another", "(333)(33)", { .width = 70, .balance = true }, "212" },
    { "wider than the line stands alone", "292", { .width = 50, .justify = true }, "111" },
};
static void check_lines(void **state)
{
    const struct lines_row *row = *state;
    struct item item[MOST] = { 0 };
    struct line line[MOST];
    struct arena a = { 0 };
    char counts[MOST] = "";
    int n = items_of(row->words, item), lines = para_break(&a, item, n, row->m, line), next = 0;
    for (int i = 0; i < lines; i++) {
        assert_int_equal(line[i].first, next);
        counts[i] = (char)('0' + line[i].count);
        next += line[i].count;
    }
    assert_int_equal(next, n);
    assert_string_equal(counts, row->counts);
    arena_free(&a);
}

static void the_least_measure_for_so_many_lines(void **state)
{
    static const len least[] = { 129, 63, 63, 30, 30 };
    struct item item[MOST] = { 0 };
    struct line line[MOST];
    struct arena a = { 0 };
    (void)state;
    int n = items_of("3333", item);
    for (int i = 0; i < LENGTH(least); i++) {
        assert_int_equal(para_least(&a, item, n, i + 1), least[i]);
        assert_true(para_break(&a, item, n, (struct measure){ .width = least[i], .balance = true }, line) <= i + 1);
    }
    arena_free(&a);
}

static void never_at_a_tie(void **state)
{
    struct item item[MOST] = { 0 };
    struct line line[MOST];
    struct arena a = { 0 };
    (void)state;
    items_of("3333", item);
    item[2].penalty = PENALTY_NEVER - 1; /* what text.c leaves of a tie that had to give way */
    int n = para_break(&a, item, 4, (struct measure){ .width = 100 }, line);
    assert_int_equal(n, 2);
    assert_int_equal(line[0].count, 2);
    arena_free(&a);
}

/* Letters give way only when blanks have given what looks well, and no more than their track. */
static void letters_take_what_blanks_leave(void **state)
{
    const struct line line = { .stretch = 10, .shrink = 4, .track = 6 };
    (void)state;
    const int slack[] = { 10, 12, 30, -4, -7, -30 }, track[] = { 0, 2, 6, 0, -3, -6 };
    for (int i = 0; i < LENGTH(slack); i++)
        assert_int_equal(line_track(&line, slack[i]), track[i]);
}

static void letters_make_a_word_fit(void **state)
{
    struct item item[MOST] = { 0 };
    struct line line[MOST];
    struct arena a = { 0 };
    (void)state;
    items_of("5555", item);
    assert_int_equal(para_break(&a, item, 4, (struct measure){ .width = 204, .justify = true }, line), 2);
    for (int i = 0; i < 4; i++)
        item[i].track = 1;
    assert_int_equal(para_break(&a, item, 4, (struct measure){ .width = 204, .justify = true }, line), 1);
    arena_free(&a);
}

struct address_row { const char *name, *word; bool rest; int cut; };
static const struct address_row addresses[] = {
    { "behind the slashes that begin it", "http://bacgiang.gov.vn/a", false, 7 },
    { "behind the next one", "bacgiang.gov.vn/ab", true, 16 },
    { "no slash is left", "bacgiang.gov.vn", true, 15 },
    { "a document's code is none", "11/KH-UBND/2020-PL", false, 18 },
};
static void check_address(void **state)
{
    const struct address_row *row = *state;
    assert_int_equal(break_address(row->word, (int)strlen(row->word), row->rest), row->cut);
}

/* However far both are off: a pause is no excuse for a gaping line. */
static void of_two_loose_lines_the_less_loose(void **state)
{
    struct item item[MOST] = { 0 };
    struct line line[MOST];
    struct arena a = { 0 };
    (void)state;
    items_of("1117", item);
    item[1].penalty = -20;
    assert_int_equal(para_break(&a, item, 4, (struct measure){ .width = 100, .justify = true }, line), 2);
    assert_int_equal(line[0].count, 3);
    arena_free(&a);
}

int main(void)
{
    static struct cases c;
    CASES(&c, ties, check_tie);
    CASES(&c, holds, check_hold);
    CASES(&c, insides, check_inside);
    CASES(&c, paragraphs, check_lines);
    CASES(&c, addresses, check_address);
    CASE(&c, letters_take_what_blanks_leave);
    CASE(&c, letters_make_a_word_fit);
    CASE(&c, a_pause_is_a_good_place);
    CASE(&c, the_least_measure_for_so_many_lines);
    CASE(&c, of_two_loose_lines_the_less_loose);
    CASE(&c, never_at_a_tie);
    return cases_run(&c, "para");
}
