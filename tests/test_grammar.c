/* test_grammar.c - both languages row by row: a value out of its range or of another kind, an
 * element in every place where it must not stand, are said where they stand.            */
#include "read/grammar/grammar.h"

#include "base/words.h"

#include "cases.h"

/* ---- a way from the root to any row -------------------------------------------------- */

enum { MOST_RULES = 128 };

struct way { const struct element_rule *above[MOST_RULES]; bool known[MOST_RULES]; };

static int index_of(const struct grammar *g, const struct element_rule *r) { return (int)(r - g->rules); }

static bool holds(const struct element_rule *r, const char *name)
{
    int n;
    size_t size = strlen(name);
    for (const char *w = r->holds ? r->holds : ""; (w = next_word(w, &n)); w += n)
        if (strncmp(w, name, size) == 0 && (n == (int)size || (n == (int)size + 1 && strchr("?*+", w[size]))))
            return true;
    return false;
}

static struct way ways(const struct grammar *g)
{
    struct way way = { .known = { false } };
    int n;
    for (const char *w = g->root; (w = next_word(w, &n)); w += n) {
        char name[40];
        snprintf(name, sizeof(name), "%.*s", n, w);
        way.known[index_of(g, grammar_rule(g, name, NULL))] = true;
    }
    for (int round = 0; round < 20; round++)
        for (int i = 0; i < g->n; i++)
            for (int j = 0; way.known[i] && j < g->n; j++) {
                const struct element_rule *r = &g->rules[j];
                bool there = holds(&g->rules[i], r->name) && grammar_rule(g, r->name, g->rules[i].name) == r;
                if (there && !way.known[j]) {
                    way.known[j] = true;
                    way.above[j] = &g->rules[i];
                }
            }
    return way;
}

/* The document with `inside` in the row's element, which has these attributes.             */
static const char *document(struct arena *a, const struct grammar *g, const struct way *way, const struct element_rule *r,
                            const char *attrs, const char *inside)
{
    const char *text = arena_format(a, "<%s %s>%s</%s>", r->name, attrs, inside, r->name);
    while ((r = way->above[index_of(g, r)]))
        text = arena_format(a, "<%s>%s</%s>", r->name, text, r->name);
    return text;
}

/* Is this message said at the first place where `word` stands?                             */
static bool said_at(struct arena *a, const struct grammar *g, const char *text, const char *word, const char *const codes[])
{
    struct log log = { .arena = a };
    xmlDoc *doc = xml_parse(a, &log, source_memory(a, "t.xml", text, (int)strlen(text)));
    assert_non_null(doc);
    grammar_check(a, &log, g, doc);
    int at = (int)(strstr(text, word) - text);
    for (int i = 0; i < log.n; i++)
        for (int k = 0; codes[k]; k++)
            if (log.message[i].at.src && log.message[i].at.offset == at && strcmp(messages[log.message[i].id].code, codes[k]) == 0)
                return true;
    return false;
}

/* ---- values ------------------------------------------------------------------------------ */

static const char *const faults[] = { "VALUE_NAME", "VALUE_LENGTH", "VALUE_NUMBER", "VALUE_LINE", "VALUE_CHOICE", "VALUE_COLOUR",
                                      "VALUE_WIDTH", "VALUE_RANGE", "DATE_FORM", "DATE_IMPOSSIBLE", "VALUE_EMPTY", NULL };

struct values { const char *bad[6], *good[4]; };
static const struct values by_kind[] = {
    [VALUE_FILLED] = { { "", " " }, { "a", "0" } },
    [VALUE_NAME] = { { "", "1a", "a b", "-a", "a/b" }, { "a", "thể-thức", "a.b_c" } },
    [VALUE_LENGTH] = { { "", "20", "mm", "20 mm", "NaN", "1e3mm" }, { NULL } },
    [VALUE_NUMBER] = { { "", "1.5", "một", "1,0", "NaN", "99999999999" }, { NULL } },
    [VALUE_NUMBERS] = { { "", "0", "1 0", "a", "1,2" }, { "3", "2 3 2" } },
    [VALUE_LINE] = { { "", "x", "0.1", "9", "NaN" }, { "1.15", "18pt" } },
    [VALUE_YESNO] = { { "", "có", "true", "Yes" }, { "yes", "no" } },
    [VALUE_CHOICE] = { { "", "khác", "?" }, { NULL } },
    [VALUE_CHOICES] = { { "", "khác", "none top", "top,bottom" }, { "none" } },
    [VALUE_DATE] = { { "20/02/2020", "2020-2-1", "2020-13", "2020-02-30", "x" }, { "2020-02-29", "2020-02", "2020", "" } },
    [VALUE_COLOUR] = { { "", "red", "#12345", "#gggggg" }, { "#ff0000" } },
    [VALUE_WIDTH] = { { "", "20", "-5mm", "101%", "0*" }, { "20mm", "2*", "auto", "40%" } },
    [VALUE_WIDTHS] = { { "", "20", "* x", "auto,*" }, { "*", "20mm * auto" } },
};

struct one { struct arena *a; const struct grammar *g; const struct way *way; const struct element_rule *rule; const struct attr_rule *attr; };

static void expect(const struct one *o, const char *value, bool bad)
{
    const char *attrs = arena_format(o->a, "%s=\"%s\"", o->attr->name, value);
    const char *text = document(o->a, o->g, o->way, o->rule, attrs, "");
    if (said_at(o->a, o->g, text, attrs, faults) == bad)
        return;
    print_message("%s: %s\n", bad ? "is taken" : "is refused", text);
    fail();
}

static void check_range(const struct one *o)
{
    const struct attr_rule *r = o->attr;
    if (!r->max || r->kind == VALUE_NUMBERS || r->kind == VALUE_LINE)
        return;
    if (r->kind == VALUE_NUMBER) {
        expect(o, arena_format(o->a, "%d", r->min), false);
        expect(o, arena_format(o->a, "%d", r->max), false);
        expect(o, arena_format(o->a, "%d", r->min - 1), true);
        expect(o, arena_format(o->a, "%d", r->max + 1), true);
        return;
    }
    expect(o, arena_format(o->a, "%.3fpt", (r->min + r->max) / 2 / 1000.0), false);
    expect(o, arena_format(o->a, "%.3fpt", r->min / 1000.0 - 1), true);
    expect(o, arena_format(o->a, "%.3fpt", r->max / 1000.0 + 1), true);
}

static void check_values(const struct one *o)
{
    enum value_kind kind = o->attr->kind == VALUE_OF || o->attr->kind == VALUE_ID || o->attr->kind == VALUE_IDREF ? VALUE_NAME : o->attr->kind;
    int n;
    for (int i = 0; i < LENGTH(by_kind[kind].bad) && by_kind[kind].bad[i]; i++)
        expect(o, by_kind[kind].bad[i], true);
    for (int i = 0; i < LENGTH(by_kind[kind].good) && by_kind[kind].good[i]; i++)
        expect(o, by_kind[kind].good[i], false);
    for (const char *w = kind == VALUE_CHOICE || kind == VALUE_CHOICES ? o->attr->choices : ""; (w = next_word(w, &n)); w += n)
        expect(o, arena_copy(o->a, w, (size_t)n), false);
    if (kind == VALUE_CHOICES)
        expect(o, o->attr->choices, false);
    check_range(o);
    if (o->attr->otherwise && !(o->attr->kind == VALUE_TEXT || o->attr->kind == VALUE_XPATH))
        expect(o, o->attr->otherwise, false);
}

static void every_attribute(void **state)
{
    const struct grammar *g = *state;
    struct way way = ways(g);
    for (int i = 0; i < g->n; i++)
        for (int j = 0; j < g->rules[i].n_attrs; j++) {
            struct arena a = { 0 };
            const struct attr_rule *attr = &g->rules[i].attrs[j];
            assert_true(way.known[i]);
            if (attr->kind != VALUE_TEXT && attr->kind != VALUE_XPATH)
                check_values(&(struct one){ &a, g, &way, &g->rules[i], attr });
            arena_free(&a);
        }
}

/* ---- places ------------------------------------------------------------------------------- */

static void every_element(void **state)
{
    static const char *const misplaced[] = { "ELEMENT_MISPLACED", "ELEMENT_UNKNOWN", "NOTE_MISPLACED", NULL };
    const struct grammar *g = *state;
    struct way way = ways(g);
    for (int i = 0; i < g->n; i++)
        for (int j = 0; j < g->n; j++) {
            struct arena a = { 0 };
            const struct element_rule *in = &g->rules[i];
            const char *own = arena_format(&a, "<%s><!-- here -->", g->rules[j].name);
            const char *text = document(&a, g, &way, in, "", arena_format(&a, "%s</%s>", own, g->rules[j].name));
            bool free_content = in->holds && strstr(in->holds, "#any");
            if (said_at(&a, g, text, own, misplaced) == (holds(in, g->rules[j].name) || free_content)) {
                print_message("%s\n", text);
                fail();
            }
            arena_free(&a);
        }
}

static void every_required(void **state)
{
    static const char *const lacking[] = { "ATTRIBUTE_MISSING", NULL };
    const struct grammar *g = *state;
    struct way way = ways(g);
    for (int i = 0; i < g->n; i++)
        for (int j = 0; j < g->rules[i].n_attrs; j++) {
            struct arena a = { 0 };
            const char *own = arena_format(&a, "<%s ><!-- here -->", g->rules[i].name);
            const char *text = document(&a, g, &way, &g->rules[i], "", "<!-- here -->");
            bool wanted = false;
            for (int k = 0; k < g->rules[i].n_attrs; k++)
                wanted = wanted || g->rules[i].attrs[k].required;
            assert_int_equal(said_at(&a, g, text, own, lacking), wanted);
            arena_free(&a);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        { "data: every attribute", every_attribute, NULL, NULL, (void *)&data_grammar },
        { "template: every attribute", every_attribute, NULL, NULL, (void *)&template_grammar },
        { "data: every element in every other", every_element, NULL, NULL, (void *)&data_grammar },
        { "template: every element in every other", every_element, NULL, NULL, (void *)&template_grammar },
        { "data: what is required", every_required, NULL, NULL, (void *)&data_grammar },
        { "template: what is required", every_required, NULL, NULL, (void *)&template_grammar },
    };
    return cmocka_run_group_tests_name("grammar", tests, NULL, NULL);
}
