#include "base/date.h"

static bool digits(const char **s, int n, int *out)
{
    *out = 0;
    for (int i = 0; i < n; i++, (*s)++) {
        if (**s < '0' || **s > '9')
            return false;
        *out = *out * 10 + (**s - '0');
    }
    return true;
}

static int days_in(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

enum date_verdict date_parse(const char *s, struct date *out)
{
    struct date d = { 0, 0, 0 };
    *out = d;
    if (!*s)
        return DATE_GOOD;
    if (!digits(&s, 4, &d.year) || d.year < 1)
        return DATE_NOT_ONE;
    if (*s == '-' && (!digits((s++, &s), 2, &d.month) || d.month < 1 || d.month > 12))
        return DATE_NOT_ONE;
    if (*s == '-' && !digits((s++, &s), 2, &d.day))
        return DATE_NOT_ONE;
    if (*s)
        return DATE_NOT_ONE;
    *out = d;
    bool has_day = d.day || (s[-3] == '-' && s[-6] == '-');
    if (has_day && d.month && (d.day < 1 || d.day > days_in(d.year, d.month)))
        return DATE_NO_SUCH_DAY;
    return DATE_GOOD;
}

enum { VIETNAM = 7 * 3600, DAY = 24 * 3600, DIGITS_MOST = 12 };

bool date_of_epoch(const char *seconds, struct date *out)
{
    size_t n = strlen(seconds);
    if (!n || n > DIGITS_MOST || strspn(seconds, "0123456789") != n)
        return false;
    int64_t days = (strtoll(seconds, NULL, 10) + VIETNAM) / DAY;
    struct date d = { 1970, 1, 1 };
    for (int all; days >= (all = 337 + days_in(d.year, 2)); d.year++)
        days -= all;
    for (; days >= days_in(d.year, d.month); d.month++)
        days -= days_in(d.year, d.month);
    d.day += (int)days;
    *out = d;
    return d.year <= 9999;
}

static const char *part(struct arena *a, int n, bool zero, const char *blank)
{
    return n ? arena_format(a, zero ? "%02d" : "%d", n) : blank;
}

const char *date_long(struct arena *a, struct date d, const char *blank)
{
    return arena_format(a, "ngày %s tháng %s năm %s", part(a, d.day, true, blank),
                        part(a, d.month, d.month < 3, blank), part(a, d.year, false, blank));
}

const char *date_long_en(struct arena *a, struct date d, const char *blank)
{
    static const char *const month[] = { "January", "February", "March",     "April",
                                         "May",     "June",     "July",      "August",
                                         "September", "October", "November", "December" };
    return arena_format(a, "%s %s %s", part(a, d.day, false, blank),
                        d.month ? month[d.month - 1] : blank, part(a, d.year, false, blank));
}

const char *date_short(struct arena *a, struct date d)
{
    return arena_format(a, "%s/%s/%s", part(a, d.day, true, "..."),
                        part(a, d.month, d.month < 3, "..."), part(a, d.year, false, "..."));
}
