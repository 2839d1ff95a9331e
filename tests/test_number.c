/* test_number.c - numbers as offices write them; sums in decimal arithmetic. */
#include "base/number.h"
#include "base/spell.h"

#include "cases.h"

#include <math.h>

struct decimal_row { const char *name, *in; bool vietnamese, good; int64_t value; int scale; };
static const struct decimal_row decimals[] = {
    { "whole", "1247", false, true, 1247, 0 },
    { "negative with a point", "-96.5", false, true, -965, 1 },
    { "Vietnamese thousands and comma", "1.247,5", true, true, 12475, 1 },
    { "Vietnamese comma alone", "96,5", true, true, 965, 1 },
    { "a comma in a plain number", "96,5", false, false, 0, 0 },
    { "thousands in groups of three only", "1.24", true, false, 0, 0 },
    { "a word", "nhiều", false, false, 0, 0 },
    { "nothing", "", false, false, 0, 0 },
    { "eighteen digits", "123456789012345678", false, true, 123456789012345678, 0 },
    { "more digits than that", "1234567890123456789", false, false, 0, 0 },
};
static void check_decimal(void **state)
{
    const struct decimal_row *row = *state;
    struct decimal d;
    assert_int_equal(decimal_parse(row->in, row->vietnamese, &d), row->good);
    if (row->good) {
        assert_int_equal(d.value, row->value);
        assert_int_equal(d.scale, row->scale);
    }
}

static void tenths_add_up(void **state)
{
    struct decimal sum = { 0, 0 }, a, b;
    (void)state;
    assert_true(decimal_parse("0.1", false, &a) && decimal_parse("0.2", false, &b));
    assert_true(decimal_add(&sum, a) && decimal_add(&sum, b));
    assert_int_equal(sum.value, 3);
    assert_int_equal(sum.scale, 1);
}

struct shown_row { const char *name; double x; int decimals; const char *shown; };
static const struct shown_row shown[] = {
    { "thousands", 1247.5, -1, "1.247,5" },
    { "a million", 1000000, -1, "1.000.000" },
    { "rounded away from zero", 2.5, 0, "3" },
    { "and so below it", -2.5, 0, "-3" },
    { "zeros are kept when asked for", 96, 2, "96,00" },
    { "small", 0.05, -1, "0,05" },
};
static void check_shown(void **state)
{
    const struct shown_row *row = *state;
    struct arena a = { 0 };
    assert_string_equal(number_vi(&a, row->x, row->decimals), row->shown);
    arena_free(&a);
}

struct xpath_row { const char *name; double x; const char *plain, *xpath; };
static const struct xpath_row xpath[] = {
    { "above a billion", 2500000000, "2500000000", "2500000000" },
    { "with a fraction", 123456789012.75, "123456789012.75", "123456789012.75" },
    { "no digits of binary fractions", 500000000000000.3, "500000000000000.3", "500000000000000" },
    { "sixteen digits of a sum", 90071992547409.91, "90071992547409.91", "90071992547409.9" },
    { "small", 0.000001, "0.000001", "0.000001" },
    { "smaller", -0.00000025, "0", "-0.00000025" },
    { "nothing", 0, "0", "0" },
    { "the longest", 9007199254740991, "9007199254740991", "9007199254740991" },
    { "one that is not held to its last digit", 9007199254740992, "", "" },
    { "beyond all", HUGE_VAL, "", "" },
    { "no number", NAN, "", "" },
};
static void check_xpath(void **state)
{
    const struct xpath_row *row = *state;
    struct arena a = { 0 };
    assert_string_equal(number_plain(&a, row->x), row->plain);
    assert_string_equal(number_xpath(&a, row->x), row->xpath);
    arena_free(&a);
}

struct counted_row { const char *name; int n; const char *roman, *letter; };
static const struct counted_row counted[] = {
    { "one", 1, "I", "a" },        { "four", 4, "IV", "d" },  { "five is đ", 5, "V", "đ" },
    { "nine", 9, "IX", "i" },      { "ten", 10, "X", "k" },   { "the last letter", 23, "XXIII", "y" },
    { "then two", 24, "XXIV", "aa" },
};
static void check_counted(void **state)
{
    const struct counted_row *row = *state;
    char out[ROMAN_TEXT];
    assert_string_equal(number_roman(row->n, out), row->roman);
    assert_string_equal(number_letter(row->n, out), row->letter);
}

struct words_row { const char *name; const char *in, *words; };
static const struct words_row spelt[] = {
    { "nought", "0", "không" },
    { "one alone", "1", "một" },
    { "four", "4", "bốn" },
    { "five alone", "5", "năm" },
    { "ten", "10", "mười" },
    { "eleven keeps its one", "11", "mười một" },
    { "fifteen", "15", "mười lăm" },
    { "twenty", "20", "hai mươi" },
    { "twenty-one", "21", "hai mươi mốt" },
    { "twenty-five", "25", "hai mươi lăm" },
    { "a hundred", "100", "một trăm" },
    { "a hundred and one", "101", "một trăm linh một" },
    { "a hundred and five", "105", "một trăm linh năm" },
    { "a hundred and ten", "110", "một trăm mười" },
    { "nine hundred and ninety-five", "995", "chín trăm chín mươi lăm" },
    { "a thousand", "1000", "một nghìn" },
    { "a thousand and five", "1005", "một nghìn không trăm linh năm" },
    { "a thousand and fifteen", "1015", "một nghìn không trăm mười lăm" },
    { "ten thousand", "10000", "mười nghìn" },
    { "a million and five", "1000005", "một triệu không trăm linh năm" },
    { "a million and five thousand", "1005000", "một triệu không trăm linh năm nghìn" },
    { "twenty-one million and twenty-one", "21000021", "hai mươi mốt triệu không trăm hai mươi mốt" },
    { "a thousand million", "1000000000", "một tỷ" },
    { "a thousand million and one", "1000000001", "một tỷ không trăm linh một" },
    { "a million million", "1000000000000", "một nghìn tỷ" },
    { "groups of every size", "2150012345678", "hai nghìn một trăm năm mươi tỷ không trăm mười hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám" },
    { "a fraction", "96.5", "chín mươi sáu phẩy năm" },
    { "a fraction that begins with nought", "0.05", "không phẩy không năm" },
    { "below nought", "-1.21", "âm một phẩy hai một" },
};
static void check_spelt(void **state)
{
    const struct words_row *row = *state;
    struct arena a = { 0 };
    struct decimal d;
    assert_true(decimal_parse(row->in, false, &d));
    assert_string_equal(number_words(&a, d), row->words);
    arena_free(&a);
}

int main(void)
{
    static struct cases c;
    CASES(&c, decimals, check_decimal);
    CASES(&c, shown, check_shown);
    CASES(&c, xpath, check_xpath);
    CASES(&c, counted, check_counted);
    CASES(&c, spelt, check_spelt);
    CASE(&c, tenths_add_up);
    return cases_run(&c, "number");
}
