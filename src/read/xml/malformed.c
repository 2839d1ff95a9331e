/* malformed.c - goes over the tags of a file by itself, with a stack of what is open. It need not be a
 * parser: it is asked about files alone that have been refused.                     */
#include "read/xml/malformed.h"

#include "read/xml/fault.h"

enum { MOST_ATTRIBUTES = 64 };        /* of one tag's attributes: to find one that stands twice */

struct open_element { const char *name; int n; struct open_element *outer; };

struct look {
    struct arena *a;
    const char *begin, *s;       /* of the file; where it has come                  */
    struct open_element *open;
    bool had_root, cut;          /* cut: the file ends inside of a tag                */
    struct malformed *found;
};

static const char BLANK[] = " \t\r\n";

static bool found(struct look *l, enum message id, const char *at, const char *a, const char *b, const char *c)
{
    *l->found = (struct malformed){ id, (int)(at - l->begin), a, b, c };
    return false;
}

static const char *line_of(const struct look *l, const char *at)
{
    int line = 1;
    for (const char *s = l->begin; s < at; s++)
        line += *s == '\n';
    return arena_format(l->a, "%d", line);
}

static int name_length(const char *s) { return (int)strcspn(s, " \t\r\n=<>/\"'&?"); }
static const char *name_at(const struct look *l, const char *s, int n) { return arena_copy(l->a, s, (size_t)n); }

/* ---- attributes -------------------------------------------------------------------- */

/* What word processors make of ".                                                     */
static bool is_curly(const char *s)
{
    static const char *const curly[] = { "“", "”", "„", "‘", "’", "«", "»", "″" };
    for (size_t i = 0; i < sizeof(curly) / sizeof(*curly); i++)
        if (strncmp(s, curly[i], strlen(curly[i])) == 0)
            return true;
    return false;
}

/* The value at l->s, of the attribute at `name`. A < before the closing quote: it was meant to be one, or the
 * quote has been forgotten, and what seems to close it opens another's.                   */
static bool value(struct look *l, const char *name, int n)
{
    const char *open = l->s, *word = name_at(l, name, n);
    if (is_curly(open))
        return found(l, MSG_XML_QUOTE_CURLY, open, word, NULL, NULL);
    if (*open != '"' && *open != '\'')
        return found(l, MSG_XML_QUOTE_NONE, open, word, NULL, NULL);
    const char *end = open + 1 + strcspn(open + 1, *open == '"' ? "\"<" : "'<");
    bool torn = memchr(open, '\n', (size_t)(end - open)) || memchr(open, '>', (size_t)(end - open));
    if (!*end)
        return l->s = end, true;
    if (*end == '<' && torn)
        return found(l, MSG_XML_QUOTE_OPEN, open, word, NULL, NULL);
    if (*end == '<')
        return found(l, MSG_XML_LESS, end, NULL, NULL, NULL);
    l->s = end + 1;
    return true;
}

static bool is_twice(const char *const *name, const int *length, int n)
{
    for (int i = 0; i < n; i++)
        if (length[i] == length[n] && strncmp(name[i], name[n], (size_t)length[n]) == 0)
            return true;
    return false;
}

/* From behind the tag's name to its > or />.                                           */
static bool attributes(struct look *l)
{
    const char *name[MOST_ATTRIBUTES];
    int length[MOST_ATTRIBUTES];
    for (int n = 0;; n += n < MOST_ATTRIBUTES - 1) {
        bool glued = n && !strspn(l->s, BLANK);
        l->s += strspn(l->s, BLANK);
        if (!*l->s || strchr("/>?<", *l->s))
            return true;
        name[n] = l->s;
        length[n] = name_length(l->s);
        if (glued && length[n])
            return found(l, MSG_XML_ATTRIBUTE_GLUED, name[n], name_at(l, name[n], length[n]), NULL, NULL);
        l->s += length[n];
        l->s += strspn(l->s, BLANK);
        if (!length[n] || *l->s != '=')
            return true; /* the parser says what it is                          */
        l->s += 1 + strspn(l->s + 1, BLANK);
        if (is_twice(name, length, n))
            return found(l, MSG_XML_ATTRIBUTE_TWICE, name[n], name_at(l, name[n], length[n]), NULL, NULL);
        if (!value(l, name[n], length[n]))
            return false;
    }
}

/* ---- tags -------------------------------------------------------------------------- */

static bool opening(struct look *l)
{
    const char *at = l->s, *name = at + 1;
    int n = name_length(name);
    l->s = name + n;
    if (!n) {
        l->s = at;
        return true;
    }
    if (!attributes(l))
        return false;
    if (!l->open && l->had_root)
        return found(l, MSG_XML_BEHIND, at, NULL, NULL, NULL);
    l->had_root = true;
    l->cut = !*l->s;
    if (strncmp(l->s, "/>", 2) == 0)
        l->s += 2;
    else if (*l->s == '>') {
        l->open = memcpy(NEW(l->a, struct open_element), &(struct open_element){ name, n, l->open }, sizeof(struct open_element));
        l->s++;
    }
    return true;
}

static bool closing(struct look *l)
{
    const char *at = l->s, *name = at + 2;
    int n = name_length(name);
    const struct open_element *o = l->open;
    l->s = name + n + strcspn(name + n, "<>");
    l->s += *l->s == '>';
    if (!o)
        return found(l, MSG_XML_BEHIND, at, NULL, NULL, NULL);
    if (o->n == n && strncasecmp(o->name, name, (size_t)n) == 0 && memcmp(o->name, name, (size_t)n) != 0)
        return found(l, MSG_XML_TAG_CASE, at, name_at(l, o->name, n), line_of(l, o->name), name_at(l, name, n));
    if (o->n != n || memcmp(o->name, name, (size_t)n) != 0)
        return found(l, MSG_XML_TAG, at, name_at(l, o->name, o->n), line_of(l, o->name), name_at(l, name, n));
    l->open = o->outer;
    return true;
}

/* Behind the mark that ends what begins here; to the file's end where it is missing.         */
static bool past(struct look *l, const char *mark)
{
    const char *end = strstr(l->s, mark);
    l->s = end ? end + strlen(mark) : l->s + strlen(l->s);
    return true;
}

static bool comment(struct look *l)
{
    const char *at = l->s, *dashes = strstr(at + 4, "--");
    if (!dashes || dashes[2] != '>')
        return found(l, MSG_XML_COMMENT, dashes ? dashes : at, NULL, NULL, NULL);
    l->s = dashes + 3;
    return true;
}

static bool tag(struct look *l)
{
    if (strncmp(l->s, "<!--", 4) == 0)
        return comment(l);
    if (strncmp(l->s, "<![CDATA[", 9) == 0)
        return past(l, "]]>");
    if (xml_has_declaration(l->s) && l->s > l->begin + xml_bom(l->begin, 3))
        return found(l, MSG_XML_DECLARATION, l->s, NULL, NULL, NULL);
    if (l->s[1] == '?')
        return past(l, "?>");
    return l->s[1] == '/' ? closing(l) : opening(l);
}

/* Words outside of the root.                                                            */
static bool outside(struct look *l, const char *end)
{
    const char *word = l->s + strspn(l->s, BLANK);
    if (l->open || word >= end)
        return true;
    return found(l, l->had_root ? MSG_XML_BEHIND : MSG_XML_BEFORE, word, NULL, NULL, NULL);
}

static bool at_end(struct look *l)
{
    const char *last = l->s;
    while (last > l->begin && strchr(BLANK, last[-1]))
        last--;
    if (l->cut)
        return true;
    if (!l->had_root)
        return found(l, MSG_XML_EMPTY, l->begin, NULL, NULL, NULL);
    return !l->open || found(l, MSG_XML_OPEN, last, name_at(l, l->open->name, l->open->n), line_of(l, l->open->name), NULL);
}

bool malformed_find(struct arena *a, const struct source *src, struct malformed *m)
{
    struct look l = { .a = a, .begin = src->text, .s = src->text + xml_bom(src->text, src->size), .found = m };
    *m = (struct malformed){ 0 };
    while (*l.s) {
        const char *less = l.s + strcspn(l.s, "<");
        if (!outside(&l, less))
            return true;
        l.s = less;
        if (*less && !tag(&l))
            return true;
        if (*l.s && l.s == less)
            return false; /* a < that begins nothing: the parser says it             */
    }
    return !at_end(&l);
}

bool xml_has_declaration(const char *text) { return strncmp(text, "<?xml", 5) == 0 && strchr(" \t\r\n", text[5]); }
