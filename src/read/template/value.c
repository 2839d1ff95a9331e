/* value.c - a text as words and expressions, which are compiled.                            */
#include "read/template/value.h"

#include "base/buf.h"

const char *const value_variables[] = { "document", "record", "mode", "file", "lang", "n", "above", "rows", "label", "up", NULL };

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
    if (*source != '$' || !xpath_starts_name(*s))
        return NULL;
    for (int i = 0; value_variables[i] && !own; i++)
        own = strcmp(value_variables[i], s) == 0;
    while (xpath_in_name(*s))
        s++;
    return *s || own ? NULL : source + 1;
}

static bool add_xpath(struct arena *a, struct log *log, xmlXPathContext *xpath, struct value *v,
                      const char *source, struct pos pos)
{
    xmlXPathCompExpr *compiled = is_closed(source) ? xmlXPathCtxtCompile(xpath, (const xmlChar *)xpath_lazy(a, source)) : NULL;
    if (!compiled) {
        say(log, MSG_XPATH_SYNTAX, pos, source, xpath_slip(log, source));
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
                say(log, MSG_VALUE_BRACES, piece_pos(v, text, s), text);
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

const char *value_literal(const struct value *v)
{
    if (v && v->n == 0)
        return "";
    return v && v->n == 1 ? v->pieces[0].words : NULL;
}
