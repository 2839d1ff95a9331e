/* usage.c - what expressions take a setting for: a number that is counted with, one of some words that it
 * is compared with, or any words at all. A value of another kind would be taken in silence, for
 * XPath counts on with NaN, and a word that nobody asks for is as good as none.                    */
#include "read/template/template.h"

#include "base/buf.h"
#include "base/number.h"

#include <ctype.h>

static bool is_word(const char *start, const char *s, const char *word)
{
    size_t n = strlen(word);
    bool apart = s == start || !(isalnum((unsigned char)s[-1]) || strchr("-_.", s[-1]));
    return apart && strncmp(s, word, n) == 0 && !isalnum((unsigned char)s[n]);
}

static bool counts_before(const char *start, const char *s)
{
    static const char *const takers[] = { "number(", "round(", "floor(", "ceiling(", "roman(", "letter(", "words(" };
    while (s > start && s[-1] == ' ')
        s--;
    for (int i = 0; i < LENGTH(takers); i++)
        if ((size_t)(s - start) >= strlen(takers[i]) && strncmp(s - strlen(takers[i]), takers[i], strlen(takers[i])) == 0)
            return true;
    bool word = s - start > 3 && (is_word(start, s - 3, "div") || is_word(start, s - 3, "mod"));
    bool relation = s - start > 1 && s[-1] == '=' && strchr("<>", s[-2]);
    return word || relation || (s > start && strchr("*+-<>", s[-1]));
}

static bool counts_behind(const char *s)
{
    s += strspn(s, " ");
    return (*s && strchr("*+-<>", *s)) || is_word(s, s, "div") || is_word(s, s, "mod");
}

/* The word in quotes that it is compared with, n bytes; NULL: none.                                */
static const char *compared_with(const char *s, int *n)
{
    s += strspn(s, " ");
    s += *s == '!';
    if (*s != '=')
        return NULL;
    s += 1 + strspn(s + 1, " ");
    if (*s != '\'' && *s != '"')
        return NULL;
    *n = (int)strcspn(s + 1, *s == '"' ? "\"" : "'");
    return s + 1;
}

void usage_note(struct arena *a, struct vocabulary *v, const char *name, const char *source, const char *dollar, const char *end)
{
    int n = 0;
    const char *word = compared_with(end, &n);
    if (counts_before(source, dollar) || counts_behind(end)) {
        words_add(a, &v->numbers, name);
    } else if (!word) {
        words_add(a, &v->texts, name);
    } else {
        struct choice *c = NEW(a, struct choice);
        *c = (struct choice){ name, arena_copy(a, word, (size_t)n), v->choices };
        v->choices = c;
    }
}

/* What a template itself gives is right by its own lights: "no", where only 'yes' is asked for.     */
static bool is_given(const struct template *t, const char *name, const char *value)
{
    for (const struct set *s = t->sets; s; s = s->next)
        if (same_word(s->name, name) && same_word(s->value, value))
            return true;
    return false;
}

static void check_choice(struct log *log, const struct template *t, const char *name, const char *value, struct pos at)
{
    struct buf words = buf_in(log->arena);
    bool any = false;
    for (const struct choice *c = t->vocabulary.choices; c; c = c->next) {
        if (!same_word(c->name, name))
            continue;
        if (same_word(c->word, value))
            return;
        if (!strstr(buf_text(&words), arena_format(log->arena, "'%s'", c->word)))
            buf_format(&words, "%s'%s'", any ? ", " : "", c->word);
        any = true;
    }
    bool free = words_have(&t->vocabulary.texts, name) || words_have(&t->vocabulary.numbers, name);
    if (any && !free && *value && !is_given(t, name, value))
        say(log, MSG_SETTING_CHOICE, at, name, value, buf_text(&words));
}

bool usage_check(struct log *log, const struct template *t, const char *name, const char *value, struct pos at)
{
    struct decimal d;
    check_choice(log, t, name, value, at);
    if (!words_have(&t->vocabulary.numbers, name) || !*value || decimal_parse(value, false, &d))
        return true;
    say(log, MSG_SETTING_NUMBER, at, name, value);
    return false;
}
