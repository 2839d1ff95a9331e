/* text.c - sketches as text: what a test that fails prints, and tests/random/ keeps.             */
#include "random/random.h"

#include <stdio.h>
#include <stdlib.h>

const struct sketch_rule sketch_rules[SKETCHES] = {
    [SKETCH_PAGE] = { "page", { { "letters", 35, 200 }, { "lines", 14, 200 } } },
    [SKETCH_P] = { "p", { { NULL } } },
    [SKETCH_H] = { "h", { { NULL } } },
    [SKETCH_C] = { "c", { { NULL } } },
    [SKETCH_WORDS] = { "words", { { "n", 1, 1000 }, { "note", 0, 1000 } } },
    [SKETCH_TABLE] = { "table", { { "columns", 1, 8 }, { "lines", 0, 3 }, { "each", 0, 1 } } },
    [SKETCH_GRID] = { "grid", { { "columns", 1, 8 } } },
    [SKETCH_ROW] = { "row", { { "kind", 0, 3 }, { "carry", 0, 1 } } },
    [SKETCH_CELL] = { "cell", { { "columns", 1, 8 }, { "rows", 1, 99 }, { "valign", 0, 2 }, { "sides", 0, 16 } } },
    [SKETCH_END] = { "end", { { NULL } } },
};

struct sketch *sketch_new(struct arena *a, enum sketch_kind kind)
{
    struct sketch *s = NEW(a, struct sketch);
    s->kind = kind;
    for (int i = 0; i < SKETCH_VALUES; i++)
        s->v[i] = sketch_rules[kind].value[i].least;
    return s;
}

static void write_part(const struct sketch *s, int depth, struct buf *out)
{
    const struct sketch_rule *rule = &sketch_rules[s->kind];
    buf_format(out, "%*s%s", 2 * depth, "", rule->name);
    for (int i = 0; i < SKETCH_VALUES && rule->value[i].name; i++)
        if (s->v[i] != rule->value[i].least)
            buf_format(out, " %s=%d", rule->value[i].name, s->v[i]);
    buf_char(out, '\n');
    for (const struct sketch *c = s->child; c; c = c->next)
        write_part(c, depth + 1, out);
}

void sketch_write(const struct sketch *s, struct buf *out) { write_part(s, 0, out); }

/* ---- reading ---------------------------------------------------------------------------------- */

static bool read_value(struct sketch *s, const char *word)
{
    const struct sketch_rule *rule = &sketch_rules[s->kind];
    size_t n = strcspn(word, "=");
    for (int i = 0; word[n] && i < SKETCH_VALUES && rule->value[i].name; i++)
        if (strlen(rule->value[i].name) == n && strncmp(rule->value[i].name, word, n) == 0) {
            s->v[i] = (int)strtol(word + n + 1, NULL, 10);
            return s->v[i] >= rule->value[i].least && s->v[i] <= rule->value[i].most;
        }
    return false;
}

static struct sketch *read_part(struct arena *a, char *line)
{
    char *rest = NULL, *word = strtok_r(line, " ", &rest);
    for (int kind = 0; word && kind < SKETCHES; kind++) {
        if (strcmp(word, sketch_rules[kind].name) != 0)
            continue;
        struct sketch *s = sketch_new(a, (enum sketch_kind)kind);
        while ((word = strtok_r(NULL, " ", &rest)))
            if (!read_value(s, word))
                return NULL;
        return s;
    }
    return NULL;
}

struct sketch *sketch_read(struct arena *a, const char *text)
{
    enum { DEEPEST = 8 };
    struct sketch *root = NULL, **end[DEEPEST + 1] = { &root };
    int deepest = 0;
    char *rest = NULL;
    for (char *line = strtok_r(arena_string(a, text), "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        int depth = (int)strspn(line, " ") / 2;
        if (line[strspn(line, " ")] == '#')
            continue;
        struct sketch *s = depth <= deepest && depth < DEEPEST ? read_part(a, line) : NULL;
        if (!s || (depth == 0 && root) || (s->kind == SKETCH_PAGE) != (depth == 0))
            return NULL;
        *end[depth] = s;
        end[depth] = &s->next;
        end[depth + 1] = &s->child;
        deepest = depth + 1;
    }
    return root;
}
