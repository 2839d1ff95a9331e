/* date_rules.c - T6 to T8: numbers before units, and dates.                                                  */
#include "check/text.h"

static bool is_digit(char b) { return b >= '0' && b <= '9'; }

/* A number begins there: no digit, letter or mark that would make it a part of something stands before.          */
static bool begins_number(const char *text, int i)
{
    return is_digit(text[i]) && (!i || !(is_word_byte(text[i - 1]) || is_digit(text[i - 1]) || strchr("./,-_:", text[i - 1])));
}

static bool ends_word(const char *s) { return !is_word_byte(*s) && !is_digit(*s); }

/* ---- T6 ---------------------------------------------------------------------------------------------------- */

/* What is counted one by one has no decimals; what is measured has them, of one or two digits.                   */
static const char *const counted[] = { "đồng", "người", "hộ", "học sinh", "giáo viên", "cán bộ", "hồ sơ", "văn bản", "trường hợp", "lượt", "nhân khẩu",
                                       "khẩu", "lao động", "vụ", "đơn", "doanh nghiệp", "phiếu", "trẻ", "cây", "con", "đảng viên", "hội viên", "đoàn viên", "công dân" };
static const char *const measured[] = { "triệu", "tỷ", "tỉ", "nghìn", "ha", "km", "km2", "km²", "kg", "tấn", "tạ", "m2", "m²", "m3", "m³", "lít" };

static const char *unit_at(const char *s, const char *const *units, int n)
{
    for (int i = 0; i < n; i++)
        if (starts(s, units[i]) && ends_word(s + strlen(units[i])))
            return units[i];
    return NULL;
}

static bool is_wrong_before_unit(const char *s, int *n)
{
    int before = (int)strspn(s, "0123456789"), behind = is_digit(s[before + (s[before] != 0)]) ? (int)strspn(s + before + 1, "0123456789") : 0;
    char mark = s[before];
    const char *end = s + before + 1 + behind;
    *n = before + 1 + behind;
    if (!behind || *end != ' ')
        return false;
    if (mark == ',' && behind == 3 && before <= 3 && *s != '0')
        return unit_at(end + 1, counted, LENGTH(counted));
    return mark == '.' && behind <= 2 && unit_at(end + 1, measured, LENGTH(measured));
}

/* Mục 2.1, ngày 12.5: no measure.                                                                               */
static bool is_number_of(const char *lower, int at)
{
    static const char *const words[] = { "mục ", "điều ", "khoản ", "ngày ", "bảng ", "biểu ", "phần ", "hình ", "số ", "chương " };
    for (int i = 0; i < LENGTH(words); i++) {
        int n = (int)strlen(words[i]);
        if (at >= n && memcmp(lower + at - n, words[i], (size_t)n) == 0)
            return true;
    }
    return false;
}

enum check_state rule_t6(struct check *c)
{
    const struct passages *all = passages_of(c);
    int seen = 0;
    for (int i = 0; i < all->n; i++) {
        const struct passage *p = &all->at[i];
        for (int k = (int)strcspn(p->text, "0123456789"), n; p->text[k]; k++) {
            if (!begins_number(p->text, k))
                continue;
            seen++;
            if (k && is_wrong_before_unit(p->text + k, &n) && !is_number_of(p->lower, k)) /* at the start it numbers the passage */
                fault_word(c, p, k, "%s", excerpt(c, p->text, k, k + n));
        }
    }
    return seen ? done(c, W("%d số", "%d numbers"), seen) : skip(c, W("không có số", "no numbers"));
}

/* ---- dates --------------------------------------------------------------------------------------------------- */

struct date { int day, month, year, n; bool words, bare, iso; }; /* n: bytes; bare: a zero is missing; year 0: none given      */

static int take_number(const char **s, int most, int *digits)
{
    int n = (int)strspn(*s, "0123456789"), value = 0;
    *digits = n;
    if (!n || n > most)
        return -1;
    for (int i = 0; i < n; i++)
        value = 10 * value + ((*s)[i] - '0');
    *s += n;
    return value;
}

static bool take_words(const char **s, const char *words)
{
    if (!starts(*s, words))
        return false;
    *s += strlen(words);
    return true;
}

/* The zero that a day below 10, a January or February has.                                                       */
static bool lacks_zero(int value, int digits, int below) { return digits == 1 && value > 0 && value < below; }

/* 5/1/2026, not 15/2020/NĐ-CP nor 1/2/2020/NĐ-CP.                                                                */
static bool slashed(const char *s, struct date *to)
{
    const char *from = s;
    int d, m, y;
    *to = (struct date){ .day = take_number(&s, 2, &d) };
    if (to->day < 0 || !take_words(&s, "/") || (to->month = take_number(&s, 2, &m)) < 0 || !take_words(&s, "/") ||
        (to->year = take_number(&s, 4, &y)) < 1000 || *s == '/' || *s == '-' || is_word_byte(*s))
        return false;
    to->bare = lacks_zero(to->day, d, 10) || lacks_zero(to->month, m, 3);
    to->n = (int)(s - from);
    return true;
}

static bool iso(const char *s, struct date *to)
{
    const char *from = s;
    int y, m, d;
    *to = (struct date){ .iso = true, .year = take_number(&s, 4, &y) };
    if (to->year < 1900 || to->year > 2100 || !take_words(&s, "-") || (to->month = take_number(&s, 2, &m)) < 0 || m != 2 || !take_words(&s, "-") ||
        (to->day = take_number(&s, 2, &d)) < 0 || d != 2 || *s == '-' || *s == '/' || is_word_byte(*s) || to->month > 12 || to->day > 31)
        return false;
    to->n = (int)(s - from);
    return true;
}

/* "ngày 5 tháng 1 năm 2026", small letters; the year may be left out.                                            */
static bool in_words(const char *s, struct date *to)
{
    const char *from = s;
    int d, m, y;
    *to = (struct date){ .words = true };
    if (!take_words(&s, "ngày ") || (to->day = take_number(&s, 2, &d)) < 0 || !take_words(&s, " tháng ") || (to->month = take_number(&s, 2, &m)) < 0 ||
        is_digit(*s) || *s == '/')
        return false;
    to->n = (int)(s - from);
    if (take_words(&s, " năm ") && (to->year = take_number(&s, 4, &y)) >= 1000)
        to->n = (int)(s - from);
    else
        to->year = 0;
    to->bare = lacks_zero(to->day, d, 10) || lacks_zero(to->month, m, 3);
    return true;
}

static bool is_counted(const char *text, int i) { return i > 1 && text[i - 1] == ' ' && is_digit(text[i - 2]); } /* 9 ngày 5 tháng */

static bool next_date(const struct passage *p, int *at, struct date *to, int *place)
{
    for (int i = *at; p->text[i]; i++) {
        bool word = p->lower[i] == 'n' && (!i || !is_word_byte(p->lower[i - 1])) && !is_counted(p->lower, i) && in_words(p->lower + i, to);
        if (word || (begins_number(p->text, i) && (slashed(p->text + i, to) || iso(p->text + i, to)))) {
            *place = i;
            *at = i + to->n;
            return true;
        }
    }
    return false;
}

/* A leap year where none is given.                                                                               */
static int days_of(int month, int year)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = !year || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return month < 1 || month > 12 ? 0 : days[month - 1] + (month == 2 && leap);
}

/* ---- T7, T8 ---------------------------------------------------------------------------------------------------- */

static const char *const weekdays[] = { "chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy" };

static int weekday_of(const struct date *d)
{
    static const int shift[] = { 0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4 };
    int y = d->year - (d->month < 3);
    return (y + y / 4 - y / 100 + y / 400 + shift[d->month - 1] + d->day) % 7;
}

/* The day of the week right before the date, or in brackets behind it; -1: none.                                  */
static int weekday_named(const struct passage *p, int place, const struct date *d)
{
    int n = place;
    if (!d->words && n >= 6 && strncmp(p->lower + n - 6, "ngày ", 6) == 0)
        n -= 6;
    while (n && strchr(" ,(", p->lower[n - 1]))
        n--;
    for (int i = 0; i < LENGTH(weekdays); i++) {
        int size = (int)strlen(weekdays[i]);
        const char *behind = p->lower + place + d->n;
        if ((n >= size && strncmp(p->lower + n - size, weekdays[i], (size_t)size) == 0 && n < place) ||
            (starts(behind, " (") && starts(behind + 2, weekdays[i]) && behind[2 + size] == ')'))
            return i;
    }
    return -1;
}

static void judge_form(struct check *c, const struct passage *p, int place, const struct date *d)
{
    const char *said = arena_copy(c->arena, p->text + place, (size_t)d->n);
    if (d->iso)
        fault_word(c, p, place, W("%s: ngày đứng sau", "%s: the day comes last"), said);
    else if (d->bare)
        fault_word(c, p, place, W("%s: thiếu số 0", "%s: leading zero missing"), said);
}

static void judge_calendar(struct check *c, const struct passage *p, int place, const struct date *d)
{
    const char *said = arena_copy(c->arena, p->text + place, (size_t)d->n);
    int weekday;
    if (d->month < 1 || d->month > 12)
        fault_word(c, p, place, W("%s: không có tháng %d", "%s: there is no month %d"), said, d->month);
    else if (d->day < 1 || d->day > days_of(d->month, d->year))
        fault_word(c, p, place, W("%s: tháng %d có %d ngày", "%s: month %d has %d days"), said, d->month, days_of(d->month, d->year));
    else if (d->year > 1900 && (weekday = weekday_named(p, place, d)) >= 0 && weekday != weekday_of(d))
        fault_word(c, p, place, W("%s là %s, không phải %s", "%s is %s, not %s"), said, weekdays[weekday_of(d)], weekdays[weekday]);
}

static enum check_state judge_dates(struct check *c, void (*judge)(struct check *c, const struct passage *p, int place, const struct date *d))
{
    const struct passages *all = passages_of(c);
    int seen = 0;
    for (int i = 0; i < all->n; i++) {
        struct date d;
        bool header = all->at[i].zone == ZONE_HEADER; /* R48, R49 */
        for (int at = 0, place; !header && next_date(&all->at[i], &at, &d, &place); seen++)
            judge(c, &all->at[i], place, &d);
    }
    return seen ? done(c, W("%d ngày", "%d dates"), seen) : skip(c, W("không có ngày tháng", "no dates"));
}

enum check_state rule_t7(struct check *c) { return judge_dates(c, judge_form); }
enum check_state rule_t8(struct check *c) { return judge_dates(c, judge_calendar); }
