/* schema_needs.c - what a template needs of the office's own data, as RELAX NG. What no need
 * knows is only a warning, so it may stand there, unless the schema is to be strict.           */
#include "read/schema/schema.h"

/* Each kind takes what the program takes.                                                       */
static void kind(struct schema *s, const struct need *need)
{
    const char *kind = need->kind;
    bool required = need->declared && need->required && strcmp(kind, "element") != 0;
    if (kind && strcmp(kind, "number") == 0)
        schema_pattern(s, required ? "\\s*-?[0-9]+([.,][0-9]+)*\\s*" : "\\s*(-?[0-9]+([.,][0-9]+)*)?\\s*");
    else if (kind && strcmp(kind, "date") == 0)
        schema_pattern(s, required ? "\\s*[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\\s*" : "\\s*([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?\\s*");
    else if (required)
        schema_pattern(s, "(.|\\n)*\\S(.|\\n)*");
    else
        buf_str(s->out, "<text/>");
}

static void except(struct schema *s, const struct need *first, bool attribute, bool csv)
{
    buf_str(s->out, csv ? "<anyName><except><name>csv</name>" : "<anyName>");
    bool any = csv;
    for (const struct need *n = first; n; n = n->next) {
        if (n->attribute != attribute)
            continue;
        buf_format(s->out, "%s<name>%s</name>", any ? "" : "<except>", n->name);
        any = true;
    }
    buf_str(s->out, any ? "</except></anyName>" : "</anyName>");
}

static void define_name(struct schema *s, const struct need *step)
{
    buf_format(s->out, "need.%d.%s", step->number, step->name);
}

static void attributes(struct schema *s, const struct need *first)
{
    for (const struct need *n = first; n; n = n->next) {
        if (!n->attribute)
            continue;
        buf_format(s->out, "      %s<attribute name=\"%s\">\n", n->required ? "" : "<optional>", n->name);
        schema_doc(s, n->label, NULL, NULL, 8);
        buf_str(s->out, "        ");
        kind(s, n);
        buf_format(s->out, "\n      </attribute>%s\n", n->required ? "" : "</optional>");
    }
}

static bool has_elements(const struct need *first)
{
    while (first && first->attribute)
        first = first->next;
    return first != NULL;
}

void schema_content(struct schema *s, const struct need *first, enum schema_csv csv)
{
    buf_str(s->out, "      <mixed><interleave>\n");
    for (const struct need *n = first; n; n = n->next) {
        if (n->attribute)
            continue;
        const char *times = need_demands(n) && csv != SOME_CSV ? "oneOrMore" : "zeroOrMore";
        buf_format(s->out, "        <%s><ref name=\"", times);
        define_name(s, n);
        buf_format(s->out, "\"/></%s>\n", times);
    }
    if (csv == SOME_CSV)
        buf_str(s->out, "        <oneOrMore><ref name=\"csv.data\"/></oneOrMore>\n");
    if (!s->what.strict) {
        buf_str(s->out, "        <zeroOrMore><element>");
        except(s, first, false, csv != FREE_CSV);
        buf_str(s->out, "<zeroOrMore><attribute><anyName/></attribute></zeroOrMore><ref name=\"any\"/></element></zeroOrMore>\n");
    }
    buf_str(s->out, "      </interleave></mixed>\n");
}

void schema_defines(struct schema *s, const struct need *first)
{
    for (const struct need *n = first; n; n = n->next) {
        if (n->attribute)
            continue;
        buf_str(s->out, "  <define name=\"");
        define_name(s, n);
        buf_format(s->out, "\">\n    <element name=\"%s\">\n", n->name);
        if (n->label)
            schema_doc(s, n->label, NULL, NULL, 6);
        attributes(s, n->first);
        if (!s->what.strict) {
            buf_str(s->out, "      <zeroOrMore><attribute>");
            except(s, n->first, true, false);
            buf_str(s->out, "</attribute></zeroOrMore>\n");
        }
        if (has_elements(n->first))
            schema_content(s, n->first, FREE_CSV);
        else
            buf_str(s->out, "      "), kind(s, n), buf_str(s->out, "\n");
        buf_str(s->out, "    </element>\n  </define>\n");
        schema_defines(s, n->first);
    }
}
