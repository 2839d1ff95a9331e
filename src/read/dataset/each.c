/* each.c - the steps to the records, followed while the file goes by: libxml2's streaming patterns.  */
#include "read/dataset/dataset.h"

#include "base/buf.h"

#include <libxml/pattern.h>

struct each {
    bool document;               /* the document itself is the record                      */
    xmlPattern *pattern;
    xmlStreamCtxt *stream;
};

static void drop(void *each)
{
    struct each *e = each;
    xmlFreeStreamCtxt(e->stream);
    xmlFreePattern(e->pattern);
}

/* Names, `*`, `/` and `//`; no axis, no prefix, no predicate, no function.                 */
static bool is_steps(const char *s, size_t n)
{
    bool step = false;           /* one has just been read                                */
    for (size_t i = 0; i < n; i++) {
        bool slash = s[i] == '/', letter = !slash && !strchr(" \t\r\n*@:()[]|'\"$.,=<>!+{}", s[i]), star = s[i] == '*';
        if (!slash && !star && !letter && s[i] != '.')
            return false;
        if (star && i + 1 < n && s[i + 1] != '/')
            return false;
        if (slash && i >= 2 && s[i - 1] == '/' && s[i - 2] == '/')
            return false;
        step = !slash;
    }
    return step;
}

/* From the document on: what stands before it is left out.                                 */
static const char *below_document(const char *s, size_t *n)
{
    static const char *const roots[] = { "/documents/document", "/document" };
    for (int i = 0; i < LENGTH(roots); i++) {
        size_t m = strlen(roots[i]);
        if (*n >= m && strncmp(s, roots[i], m) == 0 && (*n == m || s[m] == '/')) {
            bool one = *n > m + 1 && s[m + 1] != '/';
            *n -= m + one;
            return s + m + one;
        }
    }
    return s;
}

/* False: more than steps.                                                                  */
static bool take(struct each *e, struct buf *to, const char *s, size_t n)
{
    for (; n && strchr(" \t\r\n", *s); n--)
        s++;
    while (n && strchr(" \t\r\n", s[n - 1]))
        n--;
    const char *given = s;
    s = below_document(s, &n);
    if (n > 2 && strncmp(s, "./", 2) == 0 && s[2] != '/')
        n -= 2, s += 2;
    if ((n == 0 && s != given) || (n == 1 && *s == '.')) {
        e->document = true;
        return true;
    }
    bool deep = n > 2 && strncmp(s, "//", 2) == 0, dotted = n > 3 && strncmp(s, ".//", 3) == 0;
    size_t skip = deep ? 2 : dotted ? 3 : 0;
    if ((!skip && n && *s == '/') || !is_steps(s + skip, n - skip) || s[skip] == '/')
        return false;
    if (to->size)
        buf_char(to, '|');
    buf_str(to, skip ? ".//" : "");
    buf_bytes(to, s + skip, (int)(n - skip));
    return true;
}

struct each *each_read(struct arena *a, struct log *log, const char *steps, struct pos pos)
{
    struct each *e = NEW(a, struct each);
    struct buf b = buf_in(a);
    bool good = true;
    for (const char *s = steps; good && s; s = strchr(s, '|') ? strchr(s, '|') + 1 : NULL)
        good = take(e, &b, s, strcspn(s, "|"));
    if (good && !e->document)
        e->pattern = xmlPatterncompile((const xmlChar *)buf_text(&b), NULL, XML_PATTERN_XPATH, NULL);
    if (e->pattern)
        e->stream = xmlPatternGetStreamCtxt(e->pattern);
    arena_own(a, drop, e);
    if (e->document || e->stream)
        return e;
    say(log, MSG_EACH_STEPS, pos, steps);
    return NULL;
}

bool each_is_document(const struct each *e) { return e->document; }

/* The first that is pushed is where the steps begin.                                       */
void each_begin(struct each *e)
{
    xmlFreeStreamCtxt(e->stream);
    e->stream = xmlPatternGetStreamCtxt(e->pattern);
}

bool each_enter(struct each *e, const xmlChar *name) { return e->stream && xmlStreamPush(e->stream, name, NULL) == 1; }

void each_leave(struct each *e)
{
    if (e->stream)
        xmlStreamPop(e->stream);
}
