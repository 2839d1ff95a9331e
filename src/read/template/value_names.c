/* value_names.c - the names in an expression: functions, variables, elements and attributes, fields.
 * XPath itself would find nothing and be silent.                                        */
#include "read/template/value.h"

struct lexer {
    struct log *log;
    struct arena *arena;         /* of the vocabulary                                */
    struct vocabulary *v;
    const struct piece *piece;
    bool operand;                /* the last token ended an operand: a name now is
                                  * "and", "or", "div", "mod" (XPath 1.0, 3.7)     */
};

static void check_name(struct lexer *l, const char *name)
{
    if (!words_have(&l->v->name, name))
        say(l->log, MSG_XPATH_NAME, l->piece->pos, name, l->piece->source,
            did_you_mean(l->log, name, l->v->name.word, l->v->name.n));
}

static void check_variable(struct lexer *l, const char *name, const char *dollar, const char *end)
{
    const char *kept = arena_string(l->arena, name);
    words_add(l->arena, &l->v->used, kept);
    usage_note(l->arena, l->v, kept, l->piece->source, dollar, end);
    if (!words_have(&l->v->variable, name))
        say(l->log, MSG_XPATH_VARIABLE, l->piece->pos, name,
            did_you_mean(l->log, name, l->v->variable.word, l->v->variable.n));
}

static void ask_any(struct lexer *l)
{
    if (l->piece->pos.src)
        words_add(l->arena, &l->v->any, l->piece->pos.src->name);
}

/* A name and what stands behind it; returns where reading goes on.                 */
static const char *see_name(struct lexer *l, const char *s)
{
    const char *end = s;
    while (xpath_in_name(*end) || (*end == ':' && end[1] != ':' && xpath_starts_name(end[1])))
        end++;
    const char *name = arena_copy(l->log->arena, s, (size_t)(end - s));
    const char *next = end + strspn(end, " \t\r\n");
    if (l->operand) {
        l->operand = false;
    } else if (strncmp(next, "::", 2) == 0) { /* an axis */
        return next + 2;
    } else if (*next == '(') {
        if (strcmp(name, "node") == 0)
            ask_any(l);
        call_check(l->log, l->piece, name, next + 1);
    } else {
        check_name(l, name);
        words_add(l->arena, &l->v->asked, arena_string(l->arena, name));
        l->operand = true;
    }
    return end;
}

static const char *see_token(struct lexer *l, const char *s)
{
    if (*s == '"' || *s == '\'') {
        const char *end = strchr(s + 1, *s);
        l->operand = true;
        return end ? end + 1 : s + strlen(s);
    }
    if (*s == '$') {
        const char *end = s + 1;
        while (xpath_in_name(*end))
            end++;
        check_variable(l, arena_copy(l->log->arena, s + 1, (size_t)(end - s - 1)), s, end);
        l->operand = true;
        return end;
    }
    if (xpath_starts_name(*s))
        return see_name(l, s);
    if (isdigit((unsigned char)*s)) {
        l->operand = true;
        return s + strspn(s, "0123456789.");
    }
    if (*s == '*' && !l->operand)
        ask_any(l);
    if (!strchr(" \t\r\n", *s))
        l->operand = strchr(")].", *s) || (*s == '*' && !l->operand);
    return s + 1;
}

const char *field_named(const char *xpath, int *n)
{
    static const char step[] = "field[@name=";
    const char *s = strstr(xpath, step);
    const char *name = s ? s + strlen(step) + 1 : NULL;
    if (!s || (name[-1] != '\'' && name[-1] != '"'))
        return NULL;
    *n = (int)strcspn(name, "'\"");
    return name;
}

static void check_field_names(struct lexer *l)
{
    int n;
    for (const char *s = l->piece->source; s && (s = field_named(s, &n)); s += n) {
        const char *name = arena_copy(l->log->arena, s, (size_t)n);
        if (!words_have(&l->v->field, name))
            say(l->log, MSG_FIELD_UNKNOWN, l->piece->pos, name,
                did_you_mean(l->log, name, l->v->field.word, l->v->field.n));
    }
}

void value_check_names(struct log *log, struct arena *a, struct vocabulary *v, const struct value *value)
{
    for (int i = 0; i < value->n; i++) {
        struct lexer l = { log, a, v, &value->pieces[i], false };
        for (const char *s = l.piece->source; s && *s;)
            s = see_token(&l, s);
        check_field_names(&l);
        mode_words_check(log, l.piece);
    }
}
