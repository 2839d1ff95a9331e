/* schema_values.c - what the value of an attribute may be and what is said of it, as RELAX NG with the types of XML Schema.     */
#include "read/schema/schema.h"

void schema_pattern(struct schema *s, const char *regex)
{
    buf_str(s->out, "<data type=\"string\"><param name=\"pattern\">");
    schema_escaped(s->out, regex);
    buf_str(s->out, "</param></data>");
}

static void choices(struct schema *s, const char *words)
{
    buf_str(s->out, "<choice>");
    int n;
    for (const char *word = words; (word = next_word(word, &n)); word += n)
        buf_format(s->out, "<value>%.*s</value>", n, word);
    buf_str(s->out, "</choice>");
}

static void several(struct schema *s, const char *words)
{
    struct buf one = buf_in(s->out->arena);
    for (; *words; words++)
        buf_char(&one, *words == ' ' ? '|' : *words);
    schema_pattern(s, arena_format(s->out->arena, "none|\\s*(%s)(\\s+(%s))*\\s*", buf_text(&one), buf_text(&one)));
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

/* As is_name: of ASCII letters, digits and -._ alone.                                    */
#define NAME_PATTERN "[^\\-.0-9\\s!-,/:-@\\[-\\^`\\{-~][^\\s!-,/:-@\\[-\\^`\\{-~]*"

/* The names that the template gives to such things.                                             */
static struct words names_of(struct schema *s, const char *kind)
{
    const struct template *t = s->what.template;
    struct words w = { 0 };
    const struct { const char *kind; const struct def *list; } defs[] = {
        { "style", t->styles }, { "table-style", t->table_styles }, { "page", t->pages },
    };
    for (int i = 0; i < LENGTH(defs); i++)
        for (const struct def *d = strcmp(kind, defs[i].kind) == 0 ? defs[i].list : NULL; d; d = d->next)
            words_add(s->out->arena, &w, d->name);
    for (const struct slot *slot = strcmp(kind, "slot") == 0 ? t->slots : NULL; slot; slot = slot->next)
        words_add(s->out->arena, &w, slot->name);
    for (const struct set *set = strcmp(kind, "set") == 0 ? t->sets : NULL; set; set = set->next)
        words_add(s->out->arena, &w, set->name);
    return strcmp(kind, "field") == 0 ? t->vocabulary.field : w;
}

/* In data a name must be the template's; a template may give new ones.                           */
static void name(struct schema *s, const struct attr_rule *a)
{
    bool known = s->what.template && a->choices && !(s->what.template->all_fields && strcmp(a->choices, "field") == 0);
    struct words w = known ? names_of(s, a->choices) : (struct words){ 0 };
    if (known && w.n == 0 && !s->g->braces)
        buf_str(s->out, "<notAllowed/>");
    if (w.n)
        buf_str(s->out, "<choice>");
    for (int i = w.n - 1; i >= 0; i--) /* the newest were found first */
        buf_str(s->out, "<value>"), schema_escaped(s->out, w.word[i]), buf_str(s->out, "</value>");
    if (!known || s->g->braces)
        schema_pattern(s, NAME_PATTERN);
    if (w.n)
        buf_str(s->out, "</choice>");
}

void schema_value(struct schema *s, const struct attr_rule *a)
{
    switch (a->kind) {
    case VALUE_TEXT:
    case VALUE_XPATH:
        buf_str(s->out, "<text/>");
        break;
    case VALUE_FILLED:
        schema_pattern(s, "(.|\\n)*\\S(.|\\n)*");
        break;
    case VALUE_NAME:
    case VALUE_OF:
        name(s, a);
        break;
    case VALUE_ID:
    case VALUE_IDREF:
        schema_pattern(s, NAME_PATTERN);
        break;
    case VALUE_LENGTH:
        schema_pattern(s, LENGTH_PATTERN);
        break;
    case VALUE_NUMBER:
        number(s, a);
        break;
    case VALUE_NUMBERS:
        schema_pattern(s, "\\s*[0-9]{1,4}(\\s+[0-9]{1,4})*\\s*");
        break;
    case VALUE_LINE:
        schema_pattern(s, "[0-9]+(\\.[0-9]+)?(mm|cm|pt)?");
        break;
    case VALUE_YESNO:
        choices(s, "yes no");
        break;
    case VALUE_CHOICE:
        choices(s, a->choices);
        break;
    case VALUE_CHOICES:
        several(s, a->choices);
        break;
    case VALUE_DATE:
        schema_pattern(s, "([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?");
        break;
    case VALUE_COLOUR:
        schema_pattern(s, "#[0-9A-Fa-f]{6}");
        break;
    case VALUE_WIDTH:
        schema_pattern(s, WIDTH_PATTERN);
        break;
    case VALUE_WIDTHS:
        schema_pattern(s, "\\s*" WIDTH_PATTERN "(\\s+" WIDTH_PATTERN ")*\\s*");
    }
}

void schema_doc(struct schema *s, const char *vi, const char *en, const char *otherwise, int indent)
{
    buf_format(s->out, "%*s<a:documentation>", indent, "");
    schema_escaped(s->out, vi);
    if (en)
        buf_str(s->out, " / "), schema_escaped(s->out, en);
    if (otherwise)
        buf_str(s->out, " = "), schema_escaped(s->out, otherwise);
    buf_str(s->out, "</a:documentation>\n");
}
