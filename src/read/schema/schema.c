/* schema.c - a grammar's table as RELAX NG: its elements, their attributes and what they hold.           */
#include "read/schema/schema.h"

static void attribute(struct schema *s, const struct element_rule *r, const struct attr_rule *a)
{
    bool bound = s->g->braces && a->kind != VALUE_TEXT && a->kind != VALUE_XPATH;
    buf_format(s->out, "      %s<attribute name=\"%s\">\n", a->required ? "" : "<optional>", a->name);
    schema_doc(s, a->vi, a->en, a->otherwise, 8);
    buf_str(s->out, bound ? "        <choice>" : "        ");
    if (s->what.type && r->id == D_DOCUMENT && !s->g->braces && strcmp(a->name, "type") == 0)
        buf_format(s->out, "<value>%s</value>", s->what.type);
    else
        schema_value(s, a);
    if (bound)
        schema_pattern(s, "[^{}]*\\{.*");
    buf_format(s->out, "%s\n      </attribute>%s\n", bound ? "</choice>" : "", a->required ? "" : "</optional>");
}

/* An element that means one thing here and another there has a name for each.                  */
static void rule_name(struct schema *s, const struct element_rule *r)
{
    buf_format(s->out, "%s%s%s", r->name, r->parent ? "." : "", r->parent ? r->parent : "");
}

static void child(struct schema *s, const struct element_rule *parent, const char *name, int n, char times)
{
    const struct element_rule *r = grammar_rule(s->g, arena_copy(s->out->arena, name, (size_t)n), parent->name);
    const char *tag = times == '?' ? "optional" : times == '*' ? "zeroOrMore" : times == '+' ? "oneOrMore" : "group";
    buf_format(s->out, "        <%s><ref name=\"", tag);
    rule_name(s, r);
    buf_format(s->out, "\"/></%s>\n", tag);
}

/* A row that is put together of several lists may name a child twice.                          */
static bool is_named_before(const char *holds, const char *h, int n)
{
    for (const char *s = holds; s < h; s += strcspn(s, " "), s += strspn(s, " "))
        if (strncmp(s, h, (size_t)n) == 0 && strchr(" ?*+", s[n]))
            return true;
    return false;
}

/* The template may need what a document may have.                                               */
static bool is_demanded(struct schema *s, const struct element_rule *r, const char *name, int n)
{
    const struct need *step = r->id == D_DOCUMENT && !s->g->braces ? need_first(s->what.template, arena_copy(s->out->arena, name, (size_t)n)) : NULL;
    return step && need_demands(step);
}

static void children(struct schema *s, const struct element_rule *r)
{
    for (const char *h = r->holds; *(h += strspn(h, " "));) {
        int n = (int)strcspn(h, " ");
        char times = strchr("?*+", h[n - 1]) ? h[n - 1] : '1';
        int name = times == '1' ? n : n - 1;
        if (*h != '#' && !is_named_before(r->holds, h, name))
            child(s, r, h, name, times == '?' && is_demanded(s, r, h, name) ? '1' : times);
        h += n;
    }
}

/* Anything, but the elements that are named beside it as they are.                                */
static void any_but(struct schema *s, const struct element_rule *r, const char *holds, bool elements)
{
    if (!elements) {
        buf_str(s->out, "      <ref name=\"any\"/>\n");
        return;
    }
    buf_str(s->out, "      <mixed><interleave>\n");
    children(s, r);
    buf_str(s->out, "        <zeroOrMore><element><anyName><except>");
    for (const char *h = holds; *(h += strspn(h, " ")); h += strcspn(h, " "))
        if (*h != '#')
            buf_format(s->out, "<name>%.*s</name>", (int)strcspn(h, " ?*+"), h);
    buf_str(s->out, "</except></anyName>\n          <zeroOrMore><attribute><anyName/></attribute></zeroOrMore><ref name=\"any\"/></element></zeroOrMore>\n"
                    "      </interleave></mixed>\n");
}

static void content(struct schema *s, const struct element_rule *r)
{
    const char *holds = r->holds ? r->holds : "";
    const struct need *data = !s->g->braces && r->id == D_DATA ? need_first(s->what.template, "data") : NULL;
    if (data) {
        buf_str(s->out, "      <choice>\n");
        schema_content(s, data->first, NO_CSV);
        schema_content(s, data->first, SOME_CSV); /* what is demanded may come from there           */
        buf_str(s->out, "      </choice>\n");
        return;
    }
    bool text = strstr(holds, "#text") || strstr(holds, "#filled");
    bool elements = false;
    for (const char *h = holds; *(h += strspn(h, " ")); h += strcspn(h, " "))
        elements = elements || *h != '#';
    if (strstr(holds, "#any"))
        any_but(s, r, holds, elements);
    else if (!text && !elements)
        buf_str(s->out, "      <empty/>\n");
    else if (!elements && strstr(holds, "#filled"))
        buf_str(s->out, "      "), schema_pattern(s, "(.|\\n)*\\S(.|\\n)*"), buf_str(s->out, "\n");
    else if (!elements)
        buf_str(s->out, "      <text/>\n");
    if (!elements || strstr(holds, "#any"))
        return;
    buf_format(s->out, "      %s<interleave>\n", text ? "<mixed>" : "");
    children(s, r);
    buf_format(s->out, "      </interleave>%s\n", text ? "</mixed>" : "");
}

static void element(struct schema *s, const struct element_rule *r)
{
    buf_str(s->out, "  <define name=\"");
    rule_name(s, r);
    buf_format(s->out, "\">\n    <element name=\"%s\">\n", r->name);
    schema_doc(s, r->vi, r->en, NULL, 6);
    for (int i = 0; i < r->n_attrs; i++)
        attribute(s, r, &r->attrs[i]);
    content(s, r);
    buf_str(s->out, "    </element>\n  </define>\n");
}

void schema_write(const struct grammar *g, struct schema_for what, struct buf *out)
{
    struct schema s = { g, what, out };
    const struct need *data = g->braces ? NULL : need_first(what.template, "data");
    buf_str(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\"\n"
                 "         xmlns:a=\"http://relaxng.org/ns/compatibility/annotations/1.0\"\n"
                 "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n");
    buf_str(out, "  <start><choice>");
    int n;
    for (const char *word = g->root; (word = next_word(word, &n)); word += n)
        buf_format(out, "<ref name=\"%.*s\"/>", n, word);
    buf_str(out, "</choice></start>\n");
    for (int i = 0; i < g->n; i++)
        element(&s, &g->rules[i]);
    if (data)
        schema_defines(&s, data->first);
    buf_str(out, "  <define name=\"any\">\n    <zeroOrMore><choice><text/><ref name=\"any-element\"/></choice></zeroOrMore>\n"
                 "  </define>\n  <define name=\"any-element\">\n    <element><anyName/>\n"
                 "      <zeroOrMore><attribute><anyName/></attribute></zeroOrMore><ref name=\"any\"/>\n"
                 "    </element>\n  </define>\n</grammar>\n");
}
