/* lazy.c - vb:if computes one of its two values. XPath computes all arguments before it calls, so the
 * source is compiled with a call behind the test and one between the values:
 * vb:if(a, b, c) as vb:if(vb:if-test(a), vb:if-then(b), c). What they do: src/read/xpath/func_if.c.   */
#include "read/template/value.h"

#include "base/buf.h"

/* Where each argument behind an open parenthesis ends; 0: it is not closed.                     */
static int find_arguments(const char *s, const char *end, const char *stop[4])
{
    int n = 0, open = 0;
    for (char quote = 0; s < end; s++) {
        if (quote || *s == '"' || *s == '\'') {
            quote = !quote ? *s : *s == quote ? 0 : quote;
            continue;
        }
        if (!open && (*s == ',' || *s == ')') && n < 4)
            stop[n++] = s;
        if (!open && *s == ')')
            return n;
        open += (*s == '(' || *s == '[') - (*s == ')' || *s == ']');
    }
    return 0;
}

static bool calls_if(const char *start, const char *s)
{
    bool inside = s > start && (isalnum((unsigned char)s[-1]) || strchr("-_.:", s[-1]));
    return !inside && strncmp(s, "vb:if", 5) == 0 && s[5 + strspn(s + 5, " \t\r\n")] == '(';
}

static void rewrite(struct buf *out, const char *s, const char *end)
{
    const char *start = s, *stop[4];
    for (char quote = 0; s < end; s++) {
        const char *inside = quote || !calls_if(start, s) ? NULL : strchr(s, '(') + 1;
        if (inside && find_arguments(inside, end, stop) == 3) {
            buf_str(out, "vb:if(vb:if-test(");
            rewrite(out, inside, stop[0]);
            buf_str(out, "), vb:if-then(");
            rewrite(out, stop[0] + 1, stop[1]);
            buf_str(out, "), ");
            rewrite(out, stop[1] + 1, stop[2]);
            s = stop[2];
        } else if (quote || *s == '"' || *s == '\'') {
            quote = !quote ? *s : *s == quote ? 0 : quote;
        }
        buf_char(out, *s);
    }
}

const char *xpath_lazy(struct arena *a, const char *source)
{
    if (!strstr(source, "vb:if"))
        return source;
    struct buf out = buf_in(a);
    rewrite(&out, source, source + strlen(source));
    return buf_text(&out);
}
