/* reference.c - both vocabularies as Markdown, from the grammar tables; `make reference` writes
 * them into templates/README.md, `make test` compares. Intro and functions are kept by hand
 * above the line that says so.                                                                */
#include "read/template/template.h"

#include "base/source.h"
#include "base/unit.h"
#include "base/words.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const kinds[] = {
    [VALUE_TEXT] = "text", [VALUE_FILLED] = "text", [VALUE_NAME] = "name", [VALUE_OF] = "name", [VALUE_ID] = "name", [VALUE_IDREF] = "id", [VALUE_LENGTH] = "20mm", [VALUE_NUMBER] = "12",
    [VALUE_NUMBERS] = "2 3 2", [VALUE_LINE] = "1.15 | 17pt", [VALUE_YESNO] = "yes | no", [VALUE_CHOICE] = "", [VALUE_CHOICES] = "", [VALUE_DATE] = "2020-02-29",
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
    if (a->kind == VALUE_CHOICES)
        printf("none | %s", a->choices);
    for (const char *s = a->kind == VALUE_CHOICE ? a->choices : kinds[a->kind]; *s; s++)
        if (*s == ' ' && a->kind == VALUE_CHOICE)
            fputs(" | ", stdout);
        else
            putchar(*s);
    print_range(a);
    printf(". %s / %s%s%s%s\n", a->vi, a->en, a->otherwise ? "; = `" : "", a->otherwise ? a->otherwise : "", a->otherwise ? "`" : "");
}

/* ---- examples, which tests/examples.py renders ------------------------------------------ */

static const char *examples;     /* the file of the language being printed                 */

static void read_examples(struct arena *a, const char *path)
{
    int error;
    const struct source *src = source_read(a, path, 1 << 30, &error);
    if (!src) {
        fprintf(stderr, "reference: %s: %s\n", path, strerror(error));
        exit(1);
    }
    examples = src->text;
}

/* The list of the elements that an example shows, from which its text follows.             */
static const char *example_of(const char *tag, char list[200])
{
    for (const char *s = examples; (s = strstr(s, "<example of=\""));) {
        s += strlen("<example of=\"");
        snprintf(list, 200, "%.*s", (int)strcspn(s, "\""), s);
        s = strchr(s, '\n') + 1;
        if (has_word(list, tag))
            return s;
    }
    fprintf(stderr, "reference: no example shows <%s>\n", tag);
    exit(1);
}

static void print_example(const char *tag)
{
    char list[200];
    const char *text = example_of(tag, list), *end = strstr(text, "\n</example>");
    list[strcspn(list, " ")] = '\0';
    if (strcmp(list, tag) != 0) {
        printf("\n  Ví dụ: xem / example: see `<%s>`\n", list);
        return;
    }
    puts("\n  ```xml");
    for (int n; text < end; text += n + 1) {
        n = (int)strcspn(text, "\n");
        printf("  %.*s\n", n, text);
    }
    puts("  ```");
}

static void print_rule(const struct element_rule *r)
{
    char tag[80];
    snprintf(tag, sizeof(tag), "%s%s%s", r->parent ? r->parent : "", r->parent ? "/" : "", r->name);
    printf("- **`<%s>`**%s%s%s: %s / %s", r->name, r->parent ? " (trong / in `<" : "", r->parent ? r->parent : "",
           r->parent ? ">`)" : "", r->vi, r->en);
    if (r->holds && *r->holds)
        printf(". Gồm / contains: `%s`", r->holds);
    putchar('\n');
    for (int i = 0; i < r->n_attrs; i++)
        print_attr(&r->attrs[i]);
    print_example(tag);
}

static void print_grammar(struct arena *a, const char *title, const struct grammar *g, const char *path)
{
    printf("\n## %s\n\n", title);
    read_examples(a, path);
    for (int i = 0; i < g->n; i++)
        print_rule(&g->rules[i]);
}

/* ---- what nd30.xml has for others to change ------------------------------------------------ */

static void print_sets(const struct set *s)
{
    if (!s)
        return;
    print_sets(s->next); /* the newest was found first */
    if (s->help)
        printf("- `%s` = `%s`: %s\n", s->name, s->value, s->help);
}

static void print_slots(const struct slot *s)
{
    if (!s)
        return;
    print_slots(s->next);
    printf("- `%s`: %s\n", s->name, s->help ? s->help : "");
}

static void print_names(const char *what, const struct def *d)
{
    printf("\n%s:", what);
    for (; d; d = d->next)
        printf(" `%s`%s", d->name, d->next ? "," : "\n");
}

static void print_base(struct arena *a)
{
    struct log log = { .arena = a };
    struct template *t = template_read(a, &log, "templates/nd30.xml", "templates");
    if (!t)
        exit(1);
    puts("\n## nd30.xml\n\nNhững gì mẫu kế thừa (extends=\"nd30\") đổi được / what a template that extends it can change.\n"
         "\nGiá trị đặt / settings (`<set>`, `--set`):\n");
    print_sets(t->sets);
    puts("\nSlot, theo thứ tự trong mẫu / slots, in the order of the template:\n");
    print_slots(t->slots);
    print_names("Khổ trang / pages", t->pages);
    print_names("Kiểu chữ / styles", t->styles);
    print_names("Kiểu bảng / table styles", t->table_styles);
    puts("\nTên loại văn bản là chuỗi `loai.TYPE`, chữ viết tắt trong ký hiệu là `viet-tat.TYPE`; `<ref>` in chữ mà `level/@ref` cho: «khoản 2 Điều 5», «Mục II»; với bảng và hình là `label`.\n"
         "Document type names are the strings `loai.TYPE`, their abbreviations in the notation `viet-tat.TYPE`; `<ref>` prints the text of `level/@ref`, such as «khoản 2 Điều 5»; for\n"
         "tables and figures, their `label`.");
}

int main(void)
{
    struct arena a = { 0 };
    puts("\n`?` nhiều nhất một, `*` bao nhiêu cũng được, `+` ít nhất một; `#text` chữ, `#filled` chữ không được để trống,\n"
         "`#any` gì cũng được. Thuộc tính có * là bắt buộc; `=` là giá trị khi không ghi. Các phần tử con đứng theo thứ tự nào\n"
         "cũng được, trừ trong nội dung. Mọi ví dụ đều được kiểm tra bằng cách dàn trang.\n"
         "\n`?` at most one, `*` any number, `+` at least one; `#text` text, `#filled` text that must not be empty,\n"
         "`#any` anything. Attributes with * are required; `=` is the default. Children may come in any order, except in the\n"
         "body text. Every example is tested by rendering it.");
    print_grammar(&a, "Dữ liệu / data", &data_grammar, "tests/examples/data.xml");
    puts("\nCác ví dụ về mẫu dùng dữ liệu này / the template examples use this data:\n"
         "`<data><xa ten=\"Bến Thử\" so=\"12\"/><xa ten=\"Chợ Mẫu\" so=\"7\"/></data>`");
    print_grammar(&a, "Mẫu / template", &template_grammar, "tests/examples/template.xml");
    print_base(&a);
    arena_free(&a);
    return 0;
}
