/* calls.c - the functions that an XPath calls: is there such a one, with so many arguments? Said when
 * the template is read, once, and not for every node of the data where XPath would stumble.      */
#include "read/template/value.h"

#include "base/buf.h"

enum { ANY = 99 };

/* As it is called in a message: what stands for an argument says what it is.                     */
static const struct call { const char *name; int least, most; const char *usage; } calls[] = {
    { "vb:default", 2, 2, "vb:default(@x, '')" },
    { "vb:if", 3, 3, "vb:if(@x > 1, 'a', 'b')" },
    { "vb:text", 1, 2, "vb:text('ten', '')" },
    { "vb:label", 1, 1, "vb:label(.)" },
    { "vb:date", 2, 2, "vb:date(@ngay, 'long')" },
    { "vb:pad", 2, 2, "vb:pad(@so, 2)" },
    { "vb:number", 1, 2, "vb:number(@so, 0)" },
    { "vb:roman", 1, 1, "vb:roman(position())" },
    { "vb:letter", 1, 1, "vb:letter(position())" },
    { "vb:sum", 1, 1, "vb:sum(data/xa/@so)" },
    { "vb:upper", 1, 1, "vb:upper(@ten)" },
    { "vb:words", 1, 1, "vb:words(@so)" },
    { "vb:matches", 2, 2, "vb:matches(@ma, '[0-9]+')" },
    { "vb:named", 2, 2, "vb:named('loai.', 'Báo cáo')" },
    { "last", 0, 0, "last()" },
    { "position", 0, 0, "position()" },
    { "count", 1, 1, "count(data/xa)" },
    { "id", 1, 1, "id('x')" },
    { "local-name", 0, 1, "local-name(.)" },
    { "name", 0, 1, "name(.)" },
    { "string", 0, 1, "string(@x)" },
    { "concat", 2, ANY, "concat(@x, ' ', @y)" },
    { "starts-with", 2, 2, "starts-with(@x, 'a')" },
    { "contains", 2, 2, "contains(@x, 'a')" },
    { "substring-before", 2, 2, "substring-before(@x, '-')" },
    { "substring-after", 2, 2, "substring-after(@x, '-')" },
    { "substring", 2, 3, "substring(@x, 1, 4)" },
    { "string-length", 0, 1, "string-length(@x)" },
    { "normalize-space", 0, 1, "normalize-space(@x)" },
    { "translate", 3, 3, "translate(@x, '-', '/')" },
    { "boolean", 1, 1, "boolean(@x)" },
    { "not", 1, 1, "not(@x)" },
    { "true", 0, 0, "true()" },
    { "false", 0, 0, "false()" },
    { "lang", 1, 1, "lang('vi')" },
    { "number", 0, 1, "number(@x)" },
    { "sum", 1, 1, "sum(data/xa/@so)" },
    { "floor", 1, 1, "floor(@x)" },
    { "ceiling", 1, 1, "ceiling(@x)" },
    { "round", 1, 1, "round(@x)" },
};
static const char *const node_tests[] = { "text", "node", "comment", "processing-instruction" };

/* Functions of XPath 2.0 and of XSLT, and what does their work here.                              */
static const struct { const char *name, *here; } elsewhere[] = {
    { "if", "vb:if(...)" }, { "upper-case", "vb:upper(...)" }, { "format-number", "vb:number(..., 0)" },
    { "format-date", "vb:date(..., 'long')" }, { "matches", "vb:matches(...)" }, { "replace", "translate(...)" },
    { "avg", "vb:sum(...) div count(...)" }, { "exists", "count(...) > 0" }, { "empty", "count(...) = 0" },
    { "string-join", "<for-each select=\"...\">" }, { "join", "<for-each select=\"...\">" }, { "current", "." },
    { "round-half-to-even", "vb:number(..., 0)" }, { "coalesce", "vb:default(...)" }, { "len", "string-length(...)" },
    { "length", "string-length(...)" }, { "trim", "normalize-space(...)" }, { "upper", "vb:upper(...)" },
};

static const struct call *call_named(const char *name)
{
    for (int i = 0; i < LENGTH(calls); i++)
        if (strcmp(calls[i].name, name) == 0)
            return &calls[i];
    return NULL;
}

/* How many stand behind the open parenthesis; -1: it is not closed, which the compiler has said.    */
static int count_arguments(const char *s)
{
    int n = 0, open = 0;
    bool any = false;
    for (char quote = 0; *s; s++) {
        if (!quote && !open && *s == ')')
            return n + any;
        any = any || !strchr(" \t\r\n", *s);
        if (quote || *s == '"' || *s == '\'')
            quote = !quote ? *s : *s == quote ? 0 : quote;
        else if (*s == ',' && !open)
            n++;
        else
            open += (*s == '(' || *s == '[') - (*s == ')' || *s == ']');
    }
    return -1;
}

static const char *meant(struct log *log, const char *name)
{
    const char *names[LENGTH(calls)];
    const char *own = strncmp(name, "vb:", 3) == 0 ? NULL : arena_format(log->arena, "vb:%s", name);
    for (int i = 0; i < LENGTH(calls); i++)
        names[i] = calls[i].name;
    for (int i = 0; i < LENGTH(elsewhere); i++)
        if (strcmp(elsewhere[i].name, name) == 0)
            return log_sentence(log, "; ở đây viết {1}", "; here it is {1}", elsewhere[i].here);
    return did_you_mean(log, own && call_named(own) ? own : name, names, LENGTH(calls));
}

static bool is_node_test(const char *name)
{
    for (int i = 0; i < LENGTH(node_tests); i++)
        if (strcmp(node_tests[i], name) == 0)
            return true;
    return false;
}

void call_check(struct log *log, const struct piece *piece, const char *name, const char *arguments)
{
    const struct call *call = call_named(name);
    int n = call ? count_arguments(arguments) : -1;
    if (!call && !is_node_test(name))
        say(log, MSG_XPATH_FUNCTION, piece->pos, name, meant(log, name));
    if (n >= 0 && (n < call->least || n > call->most))
        say(log, MSG_XPATH_ARGUMENTS, piece->pos, name, arena_format(log->arena, "%d", n), call->usage);
}
