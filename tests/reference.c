/* reference.c - both vocabularies as Markdown, from the grammar tables; `make reference` writes
 * them into templates/README.md, `make test` compares. Intro and functions are kept by hand
 * above the line that says so.                                                                */
#include "read/grammar.h"

#include "base/unit.h"

static const char *const kinds[] = {
    [VALUE_TEXT] = "text", [VALUE_NAME] = "name", [VALUE_OF] = "name", [VALUE_ID] = "name", [VALUE_IDREF] = "id", [VALUE_LENGTH] = "20mm", [VALUE_NUMBER] = "12",
    [VALUE_NUMBERS] = "2 3 2", [VALUE_LINE] = "1.15 | 17pt", [VALUE_YESNO] = "yes | no", [VALUE_CHOICE] = "", [VALUE_DATE] = "2020-02-29",
    [VALUE_COLOUR] = "#rrggbb", [VALUE_WIDTH] = "20mm | 2* | auto | 40%", [VALUE_WIDTHS] = "* auto 20mm",
    [VALUE_XPATH] = "XPath",
};

static void print_range(const struct attr_rule *a)
{
    char low[MM_TEXT], high[MM_TEXT];
    if (!a->max)
        return;
    if (a->kind == VALUE_LENGTH)
        printf(" (%s-%s mm)", len_mm(a->min, low), len_mm(a->max, high));
    else if (a->kind == VALUE_LINE)
        printf(" (%g-%g)", a->min / 1000.0, a->max / 1000.0);
    else
        printf(" (%d-%d)", a->min, a->max);
}

static void print_attr(const struct attr_rule *a)
{
    printf("  - `%s`%s: ", a->name, a->required ? " *" : "");
    for (const char *s = a->kind == VALUE_CHOICE ? a->choices : kinds[a->kind]; *s; s++)
        if (*s == ' ' && a->kind == VALUE_CHOICE)
            fputs(" | ", stdout);
        else
            putchar(*s);
    print_range(a);
    printf(". %s / %s%s%s\n", a->vi, a->en, a->otherwise ? "; = " : "", a->otherwise ? a->otherwise : "");
}

static void print_rule(const struct element_rule *r)
{
    printf("- **`<%s>`**%s%s: %s / %s", r->name, r->parent ? " in " : "", r->parent ? r->parent : "", r->vi, r->en);
    if (r->holds && *r->holds)
        printf(". Holds: `%s`", r->holds);
    putchar('\n');
    for (int i = 0; i < r->n_attrs; i++)
        print_attr(&r->attrs[i]);
}

static void print_grammar(const char *title, const struct grammar *g)
{
    printf("\n## %s\n\n", title);
    for (int i = 0; i < g->n; i++)
        print_rule(&g->rules[i]);
}

int main(void)
{
    puts("\n`?` at most one, `*` any number, `+` at least one; `#text` words, `#filled` words that must not be\n"
         "missing, `#any` anything. An attribute with * must be given; `=` is what holds where it is not. Children of `document` come in any order.");
    print_grammar("Dữ liệu / data", &data_grammar);
    print_grammar("Mẫu / template", &template_grammar);
    return 0;
}
