#include "set/breaks.h"

#include "base/utf8.h"
#include "set/para.h"

enum { PENALTY_DATE = 1200, PENALTY_POOR = 60, PENALTY_DASH = 40, PENALTY_PAUSE = -20, MOST_NAME_WORDS = 4 };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Brackets and quotes do not hide a word: "(khoản" ties like "khoản".                      */
static void strip_front(const char **s, int *n)
{
    if (((**s | 0x20) >= 'a' && (**s | 0x20) <= 'z') || is_digit(**s))
        return; /* nearly always */
    static const char *const front[] = { "(", "[", "\"", "“", "‘", "«", "'" };
    for (int i = 0; i < LENGTH(front); i++) {
        int size = (int)strlen(front[i]);
        if (*n > size && strncmp(*s, front[i], (size_t)size) == 0) {
            *s += size;
            *n -= size;
            i = -1;
        }
    }
}

/* Is the word one of the list (parted by blanks)? Letters of any case; a letter of this
 * language has as many bytes as its capital.                                                */
static bool in_list(const char *list, const char *word, int n)
{
    if (!list || n <= 0)
        return false;
    for (const char *s = list; *(s += strspn(s, " "));) {
        int size = (int)strcspn(s, " ");
        if (size == n && utf8_same_letters(s, size, word, n))
            return true;
        s += size;
    }
    return false;
}

/* Without the marks behind it: "ha," is ha. */
static int bare_length(const char *s, int n)
{
    while (n > 1 && strchr(".,;:)", s[n - 1]))
        n--;
    return n;
}

static bool ends_in_room(const char *s, int n) { return n >= 2 && memcmp(s + n - 2, "\xC2\xA0", 2) == 0; }

/* "5", "05/2020", "I.", "IX", "a)", "đ": what numbers a thing; room left for it likewise.    */
static bool is_label(const char *s, int n)
{
    if (n >= 2 && memcmp(s, "\xC2\xA0", 2) == 0)
        return true;
    if (is_digit(s[0]))
        return true;
    while (n > 1 && strchr(".,;:)", s[n - 1]))
        n--;
    int roman = 0;
    while (roman < n && strchr("IVXLC", s[roman]))
        roman++;
    return roman == n || (utf8_letters(s, n) == 1 && utf8_is_letter(utf8_next(&(const char *){ s })));
}

/* 10/11/2020, whole: it says what it is without the word before it.                          */
static bool is_date(const char *s, int n)
{
    int parts = 0, i = 0;
    for (; i < n && (is_digit(s[i]) || s[i] == '/'); i++)
        parts += s[i] == '/';
    return parts == 2;
}

static bool is_dash(const char *s, int n)
{
    return (n == 1 && *s == '-') || (n == 3 && (strncmp(s, "–", 3) == 0 || strncmp(s, "—", 3) == 0));
}

int break_penalty(const struct style *style, const char *before, int n_before, const char *after,
                  int n_after)
{
    if (n_before <= 0 || n_after <= 0)
        return 0;
    char end = before[n_before - 1];
    bool pause = strchr(",;:", end) != NULL, number = is_digit(end);
    strip_front(&before, &n_before);
    strip_front(&after, &n_after);
    if ((end == '.' || is_label(after, n_after)) && in_list(style->tie, before, n_before))
        return is_date(after, n_after) ? PENALTY_DATE : PENALTY_NEVER;
    if (end == '-' && memchr(before, '/', (size_t)n_before))
        return PENALTY_NEVER; /* a code that the office wrote with a blank in it: 4274/UBND- NV */
    if (ends_in_room(before, n_before) && in_list(style->tie, after, n_after))
        return PENALTY_NEVER; /* "ngày     tháng     năm": the line would end in nothing */
    if (number && (*after == '%' || in_list(style->units, after, bare_length(after, n_after))))
        return PENALTY_NEVER;
    if (is_dash(after, n_after))
        return PENALTY_DASH;
    if (number && in_list(style->tie, after, n_after))
        return PENALTY_POOR;
    return pause ? PENALTY_PAUSE : 0;
}

static bool begins_name(const char *s) { return is_digit(*s) || utf8_is_upper(utf8_next(&s)); }

static bool is_word(const char *s) { return is_digit(*s) || utf8_is_letter(utf8_next(&s)); }

/* Bytes of the name that follows, with the blank before it: words with capitals up to a mark; else of
 * one word. Where all is in capitals two words are a name, as they are in most places.                   */
static int name_length(const char *s, bool capitals)
{
    int n = 0, most = capitals ? 2 : MOST_NAME_WORDS;
    for (int words = 0; words < most && s[n] == ' '; words++) {
        if (!is_word(s + n + 1) || (words && !begins_name(s + n + 1)))
            break;
        bool name = begins_name(s + n + 1);
        n += 1 + (int)strcspn(s + n + 1, " ");
        if (!name || strchr(".,;:)", s[n - 1]))
            break;
    }
    return n;
}

static bool all_capitals(const char *s)
{
    while (*s) {
        uint32_t cp = utf8_next(&s);
        if (utf8_is_letter(cp) && !utf8_is_upper(cp))
            return false;
    }
    return true;
}

/* A quick look at the first bytes: nearly no word begins the phrase.                                    */
static bool may_match(char a, char b)
{
    return (a & 0x80) || (b & 0x80) ? (a & 0x80) == (b & 0x80) : (a | 0x20) == (b | 0x20);
}

/* Of the phrase s[0..n), which begins at a word of the text.                                            */
static void hold_phrase(const char *s, int n, const char *text, bool capitals, bool *held)
{
    bool name = n > 2 && s[n - 1] == '*' && s[n - 2] == ' ';
    n -= name ? 2 : 0;
    int length = utf8_match_letters(text, (int)strlen(text), s, n);
    if (!length || (text[length] && text[length] != ' '))
        return;
    length += name ? name_length(text + length, capitals) : 0;
    for (int i = 0; i < length; i++)
        held[i] = held[i] || text[i] == ' ';
}

void break_holds(const struct style *style, const char *text, bool *held)
{
    bool capitals = all_capitals(text);
    for (const char *s = style->hold; s && *(s += strspn(s, "; "));) {
        int size = (int)strcspn(s, ";"), trimmed = size;
        while (trimmed && s[trimmed - 1] == ' ')
            trimmed--;
        for (const char *word = text; word; word = strchr(word, ' ')) {
            word += *word == ' ';
            if (may_match(*s, *word))
                hold_phrase(s, trimmed, word, capitals, held + (word - text));
        }
        s += size;
    }
}

int break_address(const char *s, int n, bool rest)
{
    bool is_one = rest || (n > 12 && (memmem(s, (size_t)n, "://", 3) || memmem(s, (size_t)n, "www.", 4)));
    for (int i = 1; is_one && i + 1 < n; i++)
        if (s[i - 1] == '/' && s[i] != '/')
            return i;
    return n;
}

int break_inside(const char *s, int n, int most)
{
    const char *p = s, *cut = NULL, *letters = s;
    for (int i = 0; i < most && p < s + n;) {
        uint32_t cp = utf8_next(&p);
        i++;
        letters = p < s + n ? p : letters;
        if (p < s + n && cp < 0x80 && strchr("/-._?=&@", (int)cp) && p - s > 1)
            cut = p;
    }
    if (!cut)
        cut = letters;
    return cut == s ? n : (int)(cut - s);
}
