/* words.c - the dictionary for libFuzzer, from the grammar's tables: words data|template.            */
#include "read/grammar/grammar.h"

static void put(const char *before, const char *word, size_t n, const char *after) { printf("\"%s%.*s%s\"\n", before, (int)n, word, after); }

static void put_choices(const char *choices)
{
    for (const char *s = choices; s && *s; s += strspn(s, " ")) {
        size_t n = strcspn(s, " ");
        put("", s, n, "");
        s += n;
    }
}

int main(int argc, char **argv)
{
    const struct grammar *g = argc > 1 && strcmp(argv[1], "template") == 0 ? &template_grammar : &data_grammar;
    for (int i = 0; i < g->n; i++) {
        const struct element_rule *e = &g->rules[i];
        put("<", e->name, strlen(e->name), ">");
        put("</", e->name, strlen(e->name), ">");
        for (int k = 0; k < e->n_attrs; k++) {
            put(" ", e->attrs[k].name, strlen(e->attrs[k].name), "=\\\"");
            put_choices(e->attrs[k].choices);
        }
    }
    return 0;
}
