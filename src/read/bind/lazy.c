/* lazy.c - vb:if computes one of its two values. XPath computes all arguments before it calls, so the
 * source is compiled with a call behind the test and one between the values:
 * vb:if(a, b, c) as vb:if(vb:if-test(a), vb:if-then(b), c). They tell the functions of ours that would
 * say that something is missing (func.c) whether anybody wants to know.                        */
#include "read/bind/func.h"

#include "base/buf.h"

#include <ctype.h>

/* ---- the source ---------------------------------------------------------------------------- */

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

/* ---- the calls ------------------------------------------------------------------------------- */

void fn_if_test(xmlXPathParserContext *ctxt, int nargs)
{
    struct env *env = env_of(ctxt);
    CHECK_ARITY(1);
    bool test = xmlXPathPopBoolean(ctxt);
    if (env->n_branches < MAX_BRANCHES)
        env->branch[env->n_branches] = test ? BRANCH_YES : BRANCH_NO;
    env->n_branches++;
    valuePush(ctxt, xmlXPathNewBoolean(test));
}

/* The second value comes now: what was wanted no longer is, and the other way round.             */
void fn_if_then(xmlXPathParserContext *ctxt, int nargs)
{
    struct env *env = env_of(ctxt);
    CHECK_ARITY(1);
    int i = env->n_branches - 1;
    if (i >= 0 && i < MAX_BRANCHES)
        env->branch[i] = env->branch[i] == BRANCH_YES ? BRANCH_NO : BRANCH_YES;
}

bool is_unwanted(const struct env *env)
{
    int n = env->n_branches < MAX_BRANCHES ? env->n_branches : MAX_BRANCHES;
    for (int i = 0; i < n; i++)
        if (env->branch[i] == BRANCH_NO)
            return true;
    return false;
}
