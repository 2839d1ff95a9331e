#include "read/template/value.h"

#include "base/buf.h"

#include <ctype.h>

const char *const value_functions[] = { "default", "if",     "text", "label", "date", "pad",
                                        "number",  "roman",  "letter", "sum", "upper", "words", "matches", "named", NULL };

const char *const value_variables[] = { "document", "record", "mode", "file", "lang", "n", "above", "rows", "label", "up", NULL };

static const char *const xpath_functions[] = {
    "last", "position", "count", "id", "local-name", "name", "string", "concat", "starts-with",
    "contains", "substring-before", "substring-after", "substring", "string-length",
    "normalize-space", "translate", "boolean", "not", "true", "false", "lang", "number", "sum",
    "floor", "ceiling", "round",
};
static const char *const node_tests[] = { "text", "node", "comment", "processing-instruction" };

static bool is_one_of(const char *const *names, int n, const char *word)
{
    for (int i = 0; i < n; i++)
        if (strcmp(names[i], word) == 0)
            return true;
    return false;
}

static bool starts_name(char c) { return isalpha((unsigned char)c) || c == '_' || (c & 0x80); }
static bool in_name(char c) { return starts_name(c) || isdigit((unsigned char)c) || c == '-' || c == '.'; }

/* ---- reading -------------------------------------------------------------------- */

static void add_words(struct value *v, struct buf *words)
{
    if (words->size)
        v->pieces[v->n++] = (struct piece){ .words = words->text, .pos = v->pos };
    *words = buf_in(words->arena);
}

/* libxml2 2.9 takes "count(" for an expression.                                   */
static bool is_closed(const char *s)
{
    int open = 0;
    for (char quote = 0; *s; s++) {
        if (quote ? *s == quote : *s == '"' || *s == '\'')
            quote = quote ? 0 : *s;
        else if (!quote)
            open += (*s == '(' || *s == '[') - (*s == ')' || *s == ']');
    }
    return open == 0;
}

static const char *setting_alone(const char *source)
{
    const char *s = source + 1;
    bool own = false;
    if (*source != '$' || !starts_name(*s))
        return NULL;
    for (int i = 0; value_variables[i] && !own; i++)
        own = strcmp(value_variables[i], s) == 0;
    while (in_name(*s))
        s++;
    return *s || own ? NULL : source + 1;
}

static bool add_xpath(struct arena *a, struct log *log, xmlXPathContext *xpath, struct value *v,
                      const char *source, struct pos pos)
{
    xmlXPathCompExpr *compiled = is_closed(source) ? xmlXPathCtxtCompile(xpath, (const xmlChar *)xpath_lazy(a, source)) : NULL;
    if (!compiled) {
        say(log, MSG_XPATH_SYNTAX, pos, source);
        return false;
    }
    arena_own(a, (void (*)(void *))xmlXPathFreeCompExpr, compiled);
    v->pieces[v->n++] = (struct piece){ .xpath = compiled, .source = source, .setting = setting_alone(source), .pos = pos };
    return true;
}

/* The brace that ends the expression at s; those in XPath's strings do not.       */
static const char *closing(const char *s)
{
    for (char quote = 0; *s; s++) {
        if (quote ? *s == quote : *s == '"' || *s == '\'')
            quote = quote ? 0 : *s;
        else if (!quote && *s == '}')
            return s;
        else if (!quote && *s == '{')
            return NULL;
    }
    return NULL;
}

/* Where the expression at s stands in the file: in words between tags, or behind the quote of an
 * attribute. Entities before it make the count lag; then the value's own place must do.          */
static struct pos piece_pos(const struct value *v, const char *text, const char *s)
{
    struct pos pos = v->pos;
    if (!pos.src)
        return pos;
    const char *own = pos.src->text + pos.offset, *quoted = own + strcspn(own, "\"'");
    const char *begins[] = { own, *quoted ? quoted + 1 : own };
    size_t n = strlen(s) < 6 ? strlen(s) : 6;
    for (int i = 0; i < LENGTH(begins); i++)
        if ((size_t)(s - text) + n <= strlen(begins[i]) && strncmp(begins[i] + (s - text), s, n) == 0) {
            pos.offset = (int)(begins[i] + (s - text) - pos.src->text);
            return pos;
        }
    return pos;
}

static bool read_pieces(struct arena *a, struct log *log, xmlXPathContext *xpath,
                        struct value *v, const char *text)
{
    struct buf words = buf_in(a);
    for (const char *s = text; *s; s++) {
        if (*s != '{' && *s != '}') {
            buf_char(&words, *s);
        } else if (s[1] == s[0]) {
            buf_char(&words, *s++);
        } else {
            const char *end = *s == '{' ? closing(s + 1) : NULL;
            if (!end) {
                say(log, MSG_VALUE_BRACES, v->pos, text);
                return false;
            }
            add_words(v, &words);
            if (!add_xpath(a, log, xpath, v, arena_copy(a, s + 1, (size_t)(end - s - 1)), piece_pos(v, text, s)))
                return false;
            s = end;
        }
    }
    add_words(v, &words);
    return true;
}

/* "{x}" where the attribute is an XPath already; the \p{Lu} and {2} of a pattern are none.  */
static bool has_braces(const char *text)
{
    for (const char *s = text; (s = strpbrk(s, "{}")); s++) {
        size_t digits = strspn(s + 1, "0123456789,"), class = s - text >= 2 && s[-2] == '\\' ? strcspn(s, "}") : 0;
        bool pattern = *s == '{' && (class ? s[class] == '}' : digits && s[1 + digits] == '}');
        if (!pattern)
            return true;
        s = strchr(s, '}');
    }
    return false;
}

struct value *value_read(struct arena *a, struct log *log, xmlXPathContext *xpath,
                         const char *text, bool bare, struct pos pos)
{
    struct value *v = NEW(a, struct value);
    int most = 1;
    for (const char *s = text; *s; s++)
        most += 2 * (*s == '{');
    v->pos = pos;
    v->pieces = NEW_N(a, struct piece, most);
    if (bare && has_braces(text)) {
        say(log, MSG_XPATH_BRACES, pos, text);
        return v;
    }
    bool good = bare ? add_xpath(a, log, xpath, v, text, pos) : read_pieces(a, log, xpath, v, text);
    if (!good)
        v->n = 0;
    return v;
}

/* ---- names ----------------------------------------------------------------------- */

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

static void check_variable(struct lexer *l, const char *name)
{
    words_add(l->arena, &l->v->used, arena_string(l->arena, name));
    if (!words_have(&l->v->variable, name))
        say(l->log, MSG_XPATH_VARIABLE, l->piece->pos, name,
            did_you_mean(l->log, name, l->v->variable.word, l->v->variable.n));
}

static void ask_any(struct lexer *l)
{
    if (l->piece->pos.src)
        words_add(l->arena, &l->v->any, l->piece->pos.src->name);
}

static void check_function(struct lexer *l, const char *name)
{
    bool own = strncmp(name, "vb:", 3) == 0;
    if (strcmp(name, "node") == 0)
        ask_any(l);
    const char *word = own ? name + 3 : name;
    const char *const *names = own ? value_functions : xpath_functions;
    int n = own ? 0 : LENGTH(xpath_functions);
    while (own && value_functions[n])
        n++;
    if (!is_one_of(names, n, word) && (own || !is_one_of(node_tests, LENGTH(node_tests), word)))
        say(l->log, MSG_XPATH_FUNCTION, l->piece->pos, name,
            did_you_mean(l->log, word, names, n));
}

/* A name and what stands behind it; returns where reading goes on.                 */
static const char *see_name(struct lexer *l, const char *s)
{
    const char *end = s;
    while (in_name(*end) || (*end == ':' && end[1] != ':' && starts_name(end[1])))
        end++;
    const char *name = arena_copy(l->log->arena, s, (size_t)(end - s));
    const char *next = end + strspn(end, " \t\r\n");
    if (l->operand) {
        l->operand = false;
    } else if (strncmp(next, "::", 2) == 0) { /* an axis */
        return next + 2;
    } else if (*next == '(') {
        check_function(l, name);
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
        while (in_name(*end))
            end++;
        check_variable(l, arena_copy(l->log->arena, s + 1, (size_t)(end - s - 1)));
        l->operand = true;
        return end;
    }
    if (starts_name(*s))
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
