/* test_base.c - lengths, dates, text, messages: one row, one test. */
#include "base/buf.h"
#include "base/date.h"
#include "base/log.h"
#include "base/unit.h"
#include "base/utf8.h"

#include "cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <utf8proc.h>

struct length_row { const char *name, *in; bool good; len out; };
static const struct length_row lengths[] = {
    { "a millimetre", "1mm", true, 2835 },
    { "20 mm", "20mm", true, 56693 },
    { "1.27 cm is half an inch", "1.27cm", true, 36000 },
    { "14 points", "14pt", true, 14000 },
    { "negative", "-5mm", true, -14173 },
    { "no unit", "20", false, 0 },
    { "unknown unit", "20px", false, 0 },
    { "blank before the unit", "20 mm", false, 0 },
    { "a comma is no point", "1,27cm", false, 0 },
    { "point without digits behind", "1.mm", false, 0 },
    { "nothing", "", false, 0 },
    { "too long to be paper", "99999999mm", false, 0 },
};
static void check_length(void **state)
{
    const struct length_row *row = *state;
    len l = -1;
    assert_int_equal(len_parse(row->in, &l), row->good);
    assert_int_equal(l, row->good ? row->out : -1);
}

struct date_row { const char *name, *in; enum date_verdict verdict; const char *words; };
static const struct date_row dates[] = {
    { "zero before day and January", "2020-01-05", DATE_GOOD, "ngày 05 tháng 01 năm 2020" },
    { "no zero before June", "2019-06-29", DATE_GOOD, "ngày 29 tháng 6 năm 2019" },
    { "zero before February", "2020-02-29", DATE_GOOD, "ngày 29 tháng 02 năm 2020" },
    { "blank day", "2020-02", DATE_GOOD, "ngày _ tháng 02 năm 2020" },
    { "year alone", "2020", DATE_GOOD, "ngày _ tháng _ năm 2020" },
    { "nothing", "", DATE_GOOD, "ngày _ tháng _ năm _" },
    { "31 February", "2020-02-31", DATE_NO_SUCH_DAY, NULL },
    { "29 February 2021", "2021-02-29", DATE_NO_SUCH_DAY, NULL },
    { "29 February 1900", "1900-02-29", DATE_NO_SUCH_DAY, NULL },
    { "day 0", "2020-02-00", DATE_NO_SUCH_DAY, NULL },
    { "month 13", "2020-13-01", DATE_NOT_ONE, NULL },
    { "as people write it", "05/01/2020", DATE_NOT_ONE, NULL },
    { "something behind it", "2020-01-05x", DATE_NOT_ONE, NULL },
};
static void check_date(void **state)
{
    const struct date_row *row = *state;
    struct date d;
    struct arena a = { 0 };
    assert_int_equal(date_parse(row->in, &d), row->verdict);
    if (row->words)
        assert_string_equal(date_long(&a, d, "_"), row->words);
    arena_free(&a);
}

struct escaped_row { const char *name, *in, *special, *out; };
static const struct escaped_row escapes[] = {
    { "in an attribute", "a<b & \"c\" > d", "&<\"", "a&lt;b &amp; &quot;c&quot; > d" },
    { "in text", "a<b & \"c\" > d", "&<>", "a&lt;b &amp; \"c\" &gt; d" },
    { "at both ends, beside each other", "<&ộ&<", "&<", "&lt;&amp;ộ&amp;&lt;" },
    { "a letter that has no reference of its own", "'a'", "&'", "'a'" },
    { "no words to escape", "", "&<>\"", "" },
};
static void check_escaped(void **state)
{
    const struct escaped_row *row = *state;
    struct arena a = { 0 };
    struct buf b = buf_in(&a);
    buf_escaped(&b, row->in, (int)strlen(row->in), row->special);
    assert_string_equal(buf_text(&b), row->out);
    arena_free(&a);
}

struct epoch_row { const char *name, *in; int year, month, day; }; /* year 0: refused */
static const struct epoch_row epochs[] = {
    { "the first day", "0", 1970, 1, 1 },
    { "midnight in Vietnam", "1709226000", 2024, 3, 1 },
    { "a second before", "1709225999", 2024, 2, 29 },
    { "new year", "1767200400", 2026, 1, 1 },
    { "the last of a century", "4107517199", 2100, 2, 28 },
    { "nothing", "", 0, 0, 0 },
    { "no number", "12:30", 0, 0, 0 },
    { "a minus", "-1", 0, 0, 0 },
    { "beyond 9999", "999999999999", 0, 0, 0 },
};
static void check_epoch(void **state)
{
    const struct epoch_row *row = *state;
    struct date d = { 0 };
    assert_int_equal(date_of_epoch(row->in, &d), row->year != 0);
    if (!row->year)
        return;
    assert_int_equal(d.year, row->year);
    assert_int_equal(d.month, row->month);
    assert_int_equal(d.day, row->day);
}

struct text_row { const char *name, *in, *composed, *upper, *plain; };
static const struct text_row texts[] = {
    { "composed already", "Độc lập", "Độc lập", "ĐỘC LẬP", "doc lap" },
    { "decomposed", "thu\x6f\xCC\x9B\xCC\x80ng", "thuờng", "THUỜNG", "thuong" },
    { "all marks", "ừ ệ ợ ẵ ỷ đ", "ừ ệ ợ ẵ ỷ đ", "Ừ Ệ Ợ Ẵ Ỷ Đ", "u e o a y d" },
    { "nothing", "", "", "", "" },
};
static void check_text(void **state)
{
    const struct text_row *row = *state;
    struct arena a = { 0 };
    const char *composed = utf8_compose(&a, row->in);
    assert_string_equal(composed, row->composed);
    assert_string_equal(utf8_upper(&a, composed), row->upper);
    assert_string_equal(utf8_plain(&a, row->in), row->plain);
    assert_string_equal(utf8_plain(&a, row->upper), row->plain);
    arena_free(&a);
}

struct mean_row { const char *name, *word, *answer; };
static const struct mean_row means[] = {
    { "one letter too many", "sectionn", "; did you mean 'section'?" },
    { "two letters swapped", "setcion", "; did you mean 'section'?" },
    { "marks and capitals", "SÉCTIỌN", "; did you mean 'section'?" },
    { "nothing like it", "bang", "" },
};
static void check_mean(void **state)
{
    const struct mean_row *row = *state;
    static const char *const names[] = { "section", "subject", "clause" };
    struct arena a = { 0 };
    struct log log = { .arena = &a, .lang = LANG_EN };
    assert_string_equal(did_you_mean(&log, row->word, names, LENGTH(names)), row->answer);
    arena_free(&a);
}

/* Both languages have the same {1} {2} {3}. */
static int words_of(const char *text)
{
    int set = 0;
    for (const char *s = text; (s = strchr(s, '{')); s++)
        if (s[1] >= '1' && s[1] <= '9')
            set |= 1 << (s[1] - '0');
    return set;
}
static void both_languages(void **state)
{
    (void)state;
    for (int i = 0; i < MESSAGE_COUNT; i++)
        assert_int_equal(words_of(messages[i].text[LANG_VI]), words_of(messages[i].text[LANG_EN]));
}

static char seen[4096];
static void note_down(void *user, const struct log_message *m)
{
    (void)user;
    strncat(seen, messages[m->id].code, sizeof(seen) - strlen(seen) - 1);
    strncat(seen, " ", sizeof(seen) - strlen(seen) - 1);
}
static void order_of_the_file(void **state)
{
    (void)state;
    struct arena a = { 0 };
    struct log log = { .arena = &a, .sink = note_down };
    const struct source *src = source_memory(&a, "x", "0123456789", 10);
    seen[0] = '\0';
    say(&log, MSG_XML_END, ((struct pos){ src, 7 }), NULL);
    say(&log, MSG_XML_DTD, ((struct pos){ src, 2 }), NULL);
    say(&log, MSG_XML_DTD, ((struct pos){ src, 2 }), NULL);
    say(&log, MSG_XML_TAG, ((struct pos){ src, 5 }), NULL);
    log_flush(&log);
    assert_string_equal(seen, "XML_DTD XML_TAG XML_END ");
    assert_int_equal(log.errors, 3);
    seen[0] = '\0';
    log_say_file(&log, MSG_FILE_UNREADABLE, "a.xml", "no");
    log_say_file(&log, MSG_FILE_UNREADABLE, "b.xml", "no"); /* the same fault of another file               */
    log_say_file(&log, MSG_FILE_UNREADABLE, "a.xml", "no");
    log_flush(&log);
    assert_string_equal(seen, "FILE_UNREADABLE FILE_UNREADABLE ");
    arena_free(&a);
}

/* A place by counting from the text's start, as it was told before there were marks.   */
static struct place counted(const struct source *src, int offset)
{
    const struct source plain = { .name = src->name, .text = src->text, .size = src->size };
    return source_place((struct pos){ &plain, offset });
}

/* The i-th piece of a text of many lines, of one line, of letters of several bytes, of other ends of lines. */
struct marks_row { const char *name, *piece; };
static const struct marks_row marked[] = {
    { "lines", "one\n" },
    { "empty lines", "\n" },
    { "one line", "Điều khoản, " },
    { "long lines", "Điều %3d khoản, mục, điểm, chương và phần của văn bản này, hai, ba, bốn, năm, sáu, bảy, tám, chín, mười, mười một, mười hai, mười ba\n" },
    { "two ends", "Một %d\r\n" },
    { "end in a line", "Một\rhai %d, " },
};
enum { MARKED = 1 << 20, PAGE = 4096 };

static int fill_text(char *text, const char *piece)
{
    int n = 0;
    for (int i = 0; n < MARKED - 512; i++)
        n += snprintf(text + n, 512, piece, i);
    return n;
}

static void places_are_counted(void **state)
{
    const struct marks_row *row = *state;
    struct arena a = { 0 };
    char *text = arena_alloc(&a, MARKED);
    const struct source *src = source_memory(&a, "x", text, fill_text(text, row->piece));
    for (int i = 0; i < 400; i++) {
        int offset = i < 200 ? (int)((int64_t)src->size * i / 199) : 512 * (i - 200) + i % 3;
        struct place got = source_place((struct pos){ src, offset }), want = counted(src, offset);
        assert_int_equal(got.line, want.line);
        assert_int_equal(got.column, want.column);
        assert_ptr_equal(got.line_text, want.line_text);
        assert_int_equal(got.line_size, want.line_size);
        assert_int_equal(source_line(src, offset), want.line);
    }
    arena_free(&a);
}

/* Behind the first question nobody may read the text but for a page round the place: who counts from the
 * start, or goes to the end of a long line, dies of it. */
static void places_are_near(void **state)
{
    const struct marks_row *row = *state;
    struct arena a = { 0 };
    char *text = mmap(NULL, MARKED, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(text, MAP_FAILED);
    const struct source *src = source_memory(&a, "x", text, fill_text(text, row->piece));
    struct pos pos = { src, MARKED / 2 + PAGE + 300 };
    struct place want = source_place(pos);
    assert_int_equal(mprotect(text, MARKED / 2, PROT_NONE), 0);
    assert_int_equal(mprotect(text + MARKED / 2 + 2 * PAGE, MARKED / 2 - 2 * PAGE, PROT_NONE), 0);
    struct place got = source_place(pos);
    assert_int_equal(got.line, want.line);
    assert_int_equal(got.column, want.column);
    assert_int_equal(got.line_size, want.line_size);
    arena_free(&a);
    munmap(text, MARKED);
}

/* What is answered without Unicode's tables is what they say, of each code point; U+0000 ends texts, and surrogates are none. */
static void letters_are_unicodes(void **state)
{
    (void)state;
    struct arena a = { 0 };
    for (uint32_t cp = 1; cp < 0x20000; cp += cp == 0xD7FF ? 0x801 : 1) {
        char text[8] = { 'X' };
        utf8_put(cp, text + 1);
        utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
        if (utf8_is_letter(cp) != (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO))
            fail_msg("U+%04X: a letter or none", (unsigned)cp);
        utf8proc_uint8_t *want = NULL;
        utf8proc_map((const utf8proc_uint8_t *)text, 0, &want, UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
        if (!want || strcmp(utf8_fold(&a, text), (const char *)want) != 0)
            fail_msg("U+%04X: another small letter", (unsigned)cp);
        free(want);
    }
    arena_free(&a);
}

int main(void)
{
    struct cases c = { 0 };
    CASES(&c, lengths, check_length);
    CASES(&c, dates, check_date);
    CASES(&c, escapes, check_escaped);
    CASES(&c, epochs, check_epoch);
    CASES(&c, texts, check_text);
    CASES(&c, means, check_mean);
    CASE(&c, both_languages);
    CASE(&c, letters_are_unicodes);
    CASE(&c, order_of_the_file);
    CASES(&c, marked, places_are_counted);
    CASES(&c, marked, places_are_near);
    return cases_run(&c, "base");
}
