/* kinds.c - is this word a length, a date, a colour, ...: the kinds of values that a grammar's
 * rows name.                                                                       */
#include "read/grammar/grammar.h"

#include "base/date.h"
#include "base/unit.h"
#include "base/utf8.h"
#include "base/words.h"

bool is_name(const char *s)
{
    if (!*s || strchr("-.0123456789", *s))
        return false;
    for (; *s; s++)
        if (!strchr("-._", *s) && !(*s & 0x80) && !(*s >= '0' && *s <= '9') &&
            !(*s >= 'a' && *s <= 'z') && !(*s >= 'A' && *s <= 'Z'))
            return false;
    return true;
}

static bool is_colour(const char *s)
{
    return *s == '#' && strlen(s) == 7 && strspn(s + 1, "0123456789abcdefABCDEF") == 6;
}

static bool is_whole(const char *s, int *out)
{
    int t;
    if (strchr(s, '.') || !thousandths_parse(s, &t))
        return false;
    *out = t / 1000;
    return true;
}

static bool is_width(const char *s)
{
    len l;
    int share;
    size_t n = strlen(s);
    if (strcmp(s, "auto") == 0 || strcmp(s, "*") == 0 || (len_parse(s, &l) && l > 0))
        return true;
    if (!n || n > 8 || (s[n - 1] != '*' && s[n - 1] != '%'))
        return false;
    char number[8];
    snprintf(number, sizeof(number), "%.*s", (int)n - 1, s);
    return is_whole(number, &share) && share > 0 && share <= 100;
}

static bool are_widths(const char *s)
{
    char one[32];
    int n = 0;
    for (s += strspn(s, " "); *s; s += strspn(s, " "), n++) {
        size_t size = strcspn(s, " ");
        snprintf(one, sizeof(one), "%.*s", (int)size, s);
        if (size >= sizeof(one) || !is_width(one))
            return false;
        s += size;
    }
    return n > 0 && n <= MAX_COLUMNS;
}

static bool in_range(struct log *log, const struct attr_rule *rule, const char *value, int v,
                     struct pos at)
{
    if (rule->max == 0 || (v >= rule->min && v <= rule->max))
        return true;
    char range[64], low[MM_TEXT], high[MM_TEXT];
    if (rule->kind == VALUE_NUMBER)
        snprintf(range, sizeof(range), "%d - %d", rule->min, rule->max);
    else if (rule->kind == VALUE_LINE)
        snprintf(range, sizeof(range), "%g - %g", rule->min / 1000.0, rule->max / 1000.0);
    else
        snprintf(range, sizeof(range), "%s - %s mm", len_mm(rule->min, low),
                 len_mm(rule->max, high));
    say(log, MSG_VALUE_RANGE, at, rule->name, value, range);
    return false;
}

/* The numbers of 5/2/2020, 2020-2, ngày 5 tháng 2 năm 2020; 0: there is more than that.           */
static int date_numbers(struct log *log, const char *value, long part[3])
{
    static const char *const words[] = { "ngay", "thang", "nam" };
    int n = 0;
    for (const char *s = utf8_plain(log->arena, value); *s;) {
        char *end;
        size_t skip = strspn(s, " ,/.-");
        for (int i = 0; i < LENGTH(words) && !skip; i++)
            skip = strncmp(s, words[i], strlen(words[i])) == 0 ? strlen(words[i]) : 0;
        if (!skip && n < 3 && *s >= '0' && *s <= '9') {
            part[n++] = strtol(s, &end, 10);
            skip = (size_t)(end - s);
        }
        if (!skip)
            return 0;
        s += skip;
    }
    return n;
}

/* "; did you mean 2020-02-05?", or "".                                                         */
static const char *date_meant(struct log *log, const char *value)
{
    long part[3] = { 0 };
    int n = date_numbers(log, value, part), year = part[0] > 31 ? 0 : n - 1;
    if (n < 2 || part[0] > 9999 || (n == 3 && part[1] > 99) || part[n - 1] > 9999)
        return "";
    const char *text = arena_format(log->arena, "%04ld-%02ld", part[year], n == 2 ? part[1 - year] : part[1]);
    text = n == 2 ? text : arena_format(log->arena, "%s-%02ld", text, part[2 - year]);
    struct date d;
    return date_parse(text, &d) == DATE_GOOD ? log_sentence(log, "; có phải «{1}»?", "; did you mean '{1}'?", text) : "";
}

static bool date_check(struct log *log, const char *name, const char *value, struct pos at)
{
    struct date d;
    switch (date_parse(value, &d)) {
    case DATE_GOOD:
        return true;
    case DATE_NO_SUCH_DAY:
        say(log, MSG_DATE_IMPOSSIBLE, at, name, value,
            arena_format(log->arena, "%d/%d", d.month, d.year));
        return false;
    default:
        say(log, MSG_DATE_FORM, at, name, value, date_meant(log, value));
        return false;
    }
}

static bool complain(struct log *log, enum message id, const char *name, const char *value,
                     const char *more, struct pos at)
{
    say(log, id, at, name, value, more);
    return false;
}

/* "Báo cáo" where bao-cao is wanted; of a file its name: templates/nd30.xml.               */
static const char *name_meant(struct log *log, const char *value)
{
    const char *slash = strrchr(value, '/');
    size_t n = strlen(value);
    bool file = n > 4 && strcmp(value + n - 4, ".xml") == 0;
    char *name = arena_string(log->arena, utf8_plain(log->arena, file && slash ? slash + 1 : value));
    if (file)
        name[strlen(name) - 4] = '\0';
    for (char *s = name; *s; s++)
        if (*s == ' ')
            *s = '-';
    const char *const names[] = { name };
    return is_name(name) ? did_you_mean(log, name, names, 1) : "";
}

static bool are_numbers(struct log *log, const struct attr_rule *rule, const char *value, struct pos at)
{
    struct attr_rule one = *rule;
    int n, count = 0;
    one.kind = VALUE_NUMBER;
    for (const char *w = value; (w = next_word(w, &n)); w += n, count++)
        if (!value_check(log, &one, arena_copy(log->arena, w, (size_t)n), at))
            return false;
    return count || complain(log, MSG_VALUE_NUMBER, rule->name, value, "", at);
}

static bool are_choices(const char *choices, const char *value)
{
    char one[32];
    int n, count = 0;
    bool good = true;
    for (const char *w = value; (w = next_word(w, &n)); w += n, count++) {
        snprintf(one, sizeof(one), "%.*s", n, w);
        good = good && has_word(choices, one);
    }
    return (good && count) || strcmp(value, "none") == 0;
}

bool value_check(struct log *log, const struct attr_rule *rule, const char *value, struct pos at)
{
    len l = 0;
    int n = 0;
    const char *name = rule->name;
    switch (rule->kind) {
    case VALUE_TEXT:
    case VALUE_XPATH: /* compiled, and judged, by the template's reader */
        return true;
    case VALUE_FILLED:
        return !xml_is_blank(value) || complain(log, MSG_VALUE_EMPTY, name, log_word(log, rule->vi, rule->en), "", at);
    case VALUE_NAME:
    case VALUE_OF:
    case VALUE_ID:
    case VALUE_IDREF:
        return is_name(value) || complain(log, MSG_VALUE_NAME, name, value, name_meant(log, value), at);
    case VALUE_LENGTH:
        if (!len_parse(value, &l))
            return complain(log, MSG_VALUE_LENGTH, name, value, "", at);
        return in_range(log, rule, value, l, at);
    case VALUE_NUMBER:
        if (!is_whole(value, &n))
            return complain(log, MSG_VALUE_NUMBER, name, value, "", at);
        return in_range(log, rule, value, n, at);
    case VALUE_NUMBERS:
        return are_numbers(log, rule, value, at);
    case VALUE_LINE:
        if (len_parse(value, &l) && l > 0)
            return true;
        if (!thousandths_parse(value, &n))
            return complain(log, MSG_VALUE_LINE, name, value, "", at);
        return in_range(log, rule, value, n, at);
    case VALUE_YESNO:
        return has_word("yes no", value) ||
               complain(log, MSG_VALUE_CHOICE, name, value, "yes, no", at);
    case VALUE_CHOICE:
        return has_word(rule->choices, value) ||
               complain(log, MSG_VALUE_CHOICE, name, value, rule->choices, at);
    case VALUE_CHOICES:
        return are_choices(rule->choices, value) ||
               complain(log, MSG_VALUE_CHOICE, name, value, arena_format(log->arena, "none, %s", rule->choices), at);
    case VALUE_DATE:
        return date_check(log, name, value, at);
    case VALUE_COLOUR:
        return is_colour(value) || complain(log, MSG_VALUE_COLOUR, name, value, "", at);
    case VALUE_WIDTH:
        return is_width(value) || complain(log, MSG_VALUE_WIDTH, name, value, "", at);
    case VALUE_WIDTHS:
        return are_widths(value) || complain(log, MSG_VALUE_WIDTH, name, value, "", at);
    }
    return true;
}
