/* print.c - the tree as XML that is good to read and to change: indented, long words on several lines. */
#include "read/sample/sample.h"

#include "base/utf8.h"

enum { MOST_COLUMNS = 120 };

struct printer { struct sample *s; struct buf *out; };

static void indent(struct printer *p, int n) { buf_format(p->out, "%*s", n, ""); }

/* Breaks between words, never in a tag: attributes would lose nothing, but be hard to find.          */
static void wrapped(struct printer *p, const char *words, int at, int in)
{
    for (const char *s = words; *s;) {
        bool tag = false;
        size_t n = 0;
        for (; s[n] && (tag || s[n] != ' '); n++)
            tag = s[n] == '<' ? true : s[n] == '>' ? false : tag;
        int wide = utf8_letters(s, (int)n);
        if (s != words && at + 1 + wide > MOST_COLUMNS) {
            buf_char(p->out, '\n');
            indent(p, in);
            at = in;
        } else if (s != words) {
            buf_char(p->out, ' ');
            at++;
        }
        buf_bytes(p->out, s, (int)n);
        at += wide;
        s += n + (s[n] == ' ');
    }
}

static void comment(struct printer *p, const char *words, int in)
{
    indent(p, in);
    buf_str(p->out, "<!-- ");
    wrapped(p, words, in + 5, in + 5);
    buf_str(p->out, " -->\n");
}

static void open_tag(struct printer *p, const struct el *e)
{
    buf_format(p->out, "<%s", e->name);
    for (const struct el_attr *a = e->attrs; a; a = a->next) {
        buf_format(p->out, " %s=\"", a->name);
        buf_escaped(p->out, a->value, (int)strlen(a->value), "&<\"");
        buf_char(p->out, '"');
    }
    buf_str(p->out, e->first || e->words ? ">" : "/>");
}

static void element(struct printer *p, const struct el *e, int in, bool flat)
{
    if (e->comment)
        comment(p, e->comment, in);
    if (!e->name)
        return;
    if (!flat)
        indent(p, in);
    int before = p->out->size;
    open_tag(p, e);
    if (e->words)
        wrapped(p, e->words, flat ? 0 : in + utf8_letters(p->out->text + before, p->out->size - before), in + 2);
    for (const struct el *c = e->first; c; c = c->next) {
        if (!e->flat && c == e->first)
            buf_char(p->out, '\n');
        element(p, c, in + 2, e->flat);
    }
    if (e->first && !e->flat)
        indent(p, in);
    if (e->first || e->words)
        buf_format(p->out, "</%s>", e->name);
    if (!flat)
        buf_char(p->out, '\n');
}

void sample_print(struct sample *s, struct buf *out)
{
    struct printer p = { s, out };
    buf_str(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    element(&p, s->document, 0, false);
}
