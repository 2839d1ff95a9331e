#include "read/schema.h"

struct schema { const struct grammar *g; struct buf *out; };

static void escaped(struct buf *out, const char *s)
{
    for (; *s; s++)
        switch (*s) {
        case '&':
            buf_str(out, "&amp;");
            break;
        case '<':
            buf_str(out, "&lt;");
            break;
        case '"':
            buf_str(out, "&quot;");
            break;
        default:
            buf_char(out, *s);
        }
}

static void documentation(struct schema *s, const char *vi, const char *en, const char *otherwise, int indent)
{
    buf_format(s->out, "%*s<a:documentation>", indent, "");
    escaped(s->out, vi);
    buf_str(s->out, " / ");
    escaped(s->out, en);
    if (otherwise)
        buf_str(s->out, " = "), escaped(s->out, otherwise);
    buf_str(s->out, "</a:documentation>\n");
}

/* ---- values ------------------------------------------------------------------------------- */

static void pattern(struct schema *s, const char *regex)
{
    buf_str(s->out, "<data type=\"string\"><param name=\"pattern\">");
    escaped(s->out, regex);
    buf_str(s->out, "</param></data>");
}

static void choices(struct schema *s, const char *words)
{
    buf_str(s->out, "<choice>");
    while (*words) {
        int n = (int)strcspn(words, " ");
        buf_format(s->out, "<value>%.*s</value>", n, words);
        words += n + strspn(words + n, " ");
    }
    buf_str(s->out, "</choice>");
}

#define LENGTH_PATTERN "-?[0-9]+(\\.[0-9]+)?(mm|cm|pt)"
#define WIDTH_PATTERN "(" LENGTH_PATTERN "|[0-9]{0,3}\\*|[0-9]{1,3}%|auto)"

static void number(struct schema *s, const struct attr_rule *a)
{
    buf_str(s->out, "<data type=\"integer\">");
    if (a->max)
        buf_format(s->out, "<param name=\"minInclusive\">%d</param><param name=\"maxInclusive\">%d</param>", a->min, a->max);
    buf_str(s->out, "</data>");
}

static void value(struct schema *s, const struct attr_rule *a)
{
    switch (a->kind) {
    case VALUE_TEXT:
    case VALUE_XPATH:
        buf_str(s->out, "<text/>");
        break;
    case VALUE_NAME:
    case VALUE_ID:
    case VALUE_IDREF:
        pattern(s, "[^\\-.0-9\\s][^\\s]*");
        break;
    case VALUE_LENGTH:
        pattern(s, LENGTH_PATTERN);
        break;
    case VALUE_NUMBER:
        number(s, a);
        break;
    case VALUE_NUMBERS:
        pattern(s, "\\s*[0-9]{1,4}(\\s+[0-9]{1,4})*\\s*");
        break;
    case VALUE_LINE:
        pattern(s, "[0-9]+(\\.[0-9]+)?(mm|cm|pt)?");
        break;
    case VALUE_YESNO:
        choices(s, "yes no");
        break;
    case VALUE_CHOICE:
        choices(s, a->choices);
        break;
    case VALUE_DATE:
        pattern(s, "([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?");
        break;
    case VALUE_COLOUR:
        pattern(s, "#[0-9A-Fa-f]{6}");
        break;
    case VALUE_WIDTH:
        pattern(s, WIDTH_PATTERN);
        break;
    case VALUE_WIDTHS:
        pattern(s, "\\s*" WIDTH_PATTERN "(\\s+" WIDTH_PATTERN ")*\\s*");
    }
}

static void attribute(struct schema *s, const struct attr_rule *a)
{
    bool bound = s->g->braces && a->kind != VALUE_TEXT && a->kind != VALUE_XPATH;
    buf_format(s->out, "      %s<attribute name=\"%s\">\n", a->required ? "" : "<optional>", a->name);
    documentation(s, a->vi, a->en, a->otherwise, 8);
    buf_str(s->out, bound ? "        <choice>" : "        ");
    value(s, a);
    if (bound)
        pattern(s, "[^{}]*\\{.*");
    buf_format(s->out, "%s\n      </attribute>%s\n", bound ? "</choice>" : "", a->required ? "" : "</optional>");
}

/* ---- elements ------------------------------------------------------------------------------ */

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

static void children(struct schema *s, const struct element_rule *r)
{
    for (const char *h = r->holds; *(h += strspn(h, " "));) {
        int n = (int)strcspn(h, " ");
        char times = strchr("?*+", h[n - 1]) ? h[n - 1] : '1';
        int name = times == '1' ? n : n - 1;
        if (*h != '#' && !is_named_before(r->holds, h, name))
            child(s, r, h, name, times);
        h += n;
    }
}

static void content(struct schema *s, const struct element_rule *r)
{
    const char *holds = r->holds ? r->holds : "";
    bool text = strstr(holds, "#text") || strstr(holds, "#filled");
    bool elements = false;
    for (const char *h = holds; *(h += strspn(h, " ")); h += strcspn(h, " "))
        elements = elements || *h != '#';
    if (strstr(holds, "#any"))
        buf_str(s->out, "      <ref name=\"any\"/>\n");
    else if (!text && !elements)
        buf_str(s->out, "      <empty/>\n");
    else if (!elements && strstr(holds, "#filled"))
        buf_str(s->out, "      "), pattern(s, "(.|\\n)*\\S(.|\\n)*"), buf_str(s->out, "\n");
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
    documentation(s, r->vi, r->en, NULL, 6);
    for (int i = 0; i < r->n_attrs; i++)
        attribute(s, &r->attrs[i]);
    content(s, r);
    buf_str(s->out, "    </element>\n  </define>\n");
}

void schema_write(const struct grammar *g, struct buf *out)
{
    struct schema s = { g, out };
    buf_str(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\"\n"
                 "         xmlns:a=\"http://relaxng.org/ns/compatibility/annotations/1.0\"\n"
                 "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n");
    buf_str(out, "  <start><choice>");
    for (const char *word = g->root; *word; word += strcspn(word, " "), word += strspn(word, " "))
        buf_format(out, "<ref name=\"%.*s\"/>", (int)strcspn(word, " "), word);
    buf_str(out, "</choice></start>\n");
    for (int i = 0; i < g->n; i++)
        element(&s, &g->rules[i]);
    buf_str(out, "  <define name=\"any\">\n    <zeroOrMore><choice><text/><ref name=\"any-element\"/></choice></zeroOrMore>\n"
                 "  </define>\n  <define name=\"any-element\">\n    <element><anyName/>\n"
                 "      <zeroOrMore><attribute><anyName/></attribute></zeroOrMore><ref name=\"any\"/>\n"
                 "    </element>\n  </define>\n</grammar>\n");
}
