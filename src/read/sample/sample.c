/* sample.c - the document by the rows of the grammar: which children it has, how many, and their words. */
#include "read/sample/sample.h"

#include "read/judge/judge.h"

/* ---- what there is ------------------------------------------------------------------------------ */

static bool holds_words(const struct element_rule *r) { return r->holds && (strstr(r->holds, "#filled") || strstr(r->holds, "#text")); }

/* A template from scratch says nothing; still its documents have these.                           */
static const char usual[] = "subject body signatures recipients";

/* Its <sample>s say so, or there is no other way: it must be there, it is never seen, all is wanted. */
static bool is_there(struct sample *s, const struct element_rule *parent, const char *path, const char *name, char times)
{
    enum said said = words_said(s, path);
    bool top = parent->id == D_DOCUMENT, set = same_word(name, "set"), own = same_word(name, "data") || same_word(name, "fields");
    const struct need *need = top ? need_first(s->t, name) : NULL;
    if (own && !need)
        return false;
    if (times == '1' || times == '+' || (need && need_demands(need)) || ((top || same_word(parent->name, "issuer")) && is_demanded(s, name)))
        return true;
    if (said == SAID_NONE || (!set && !need && (top || said != SAID_SOME) && !is_printed(s, name)))
        return false;
    return said == SAID_SOME || is_at_least(s, SAMPLE_LONG) || (top && has_word(usual, name));
}

/* Of an element that holds others: as many as there are words for what it has once.               */
static int by_children(struct sample *s, const struct element_rule *r, const char *path)
{
    int n, most = 0;
    for (const char *w = r->holds ? r->holds : ""; (w = next_word(w, &n)); w += n) {
        bool once = !strchr("*+#", w[n - 1]) && *w != '#';
        const char *child = arena_copy(s->a, w, (size_t)(n - (w[n - 1] == '?')));
        int words = once ? words_count(s, arena_format(s->a, "%s/%s", path, child)) : 0;
        most = words && (!most || words < most) ? words : most;
    }
    return most ? most : 1;
}

static int how_many(struct sample *s, const struct element_rule *r, const char *path, char times, int around)
{
    if (times == '1' || times == '?')
        return 1;
    if (r->id == D_APPENDIX)
        return strchr(path, '/') ? 1 : 2; /* of what is issued: one */
    return holds_words(r) ? words_in_group(s, path, around) : by_children(s, r, path);
}

/* ---- attributes -------------------------------------------------------------------------------- */

static const char *attr_value(struct sample *s, const struct attr_rule *a, const char *path, int n)
{
    const char *words = words_at(s, path, n);
    if (words || !a->required)
        return words;
    if (a->kind == VALUE_CHOICE)
        return arena_copy(s->a, a->choices, strcspn(a->choices, " "));
    return a->kind == VALUE_NUMBER ? "1" : log_word(s->log, a->vi, a->en);
}

static void attrs(struct sample *s, struct el *e, const char *path, int n)
{
    for (int i = 0; i < e->rule->n_attrs; i++) {
        const struct attr_rule *a = &e->rule->attrs[i];
        const char *value = attr_value(s, a, arena_format(s->a, "%s/@%s", path, a->name), n);
        if (value && *value && words_said(s, arena_format(s->a, "%s/@%s", path, a->name)) != SAID_NONE)
            el_attr(s, e, a->name, value);
    }
}

/* Of a joint document each signer signs for one of the bodies.                                    */
static void tie_issuer(struct sample *s, struct el *e, const char *path, int n)
{
    if (s->n_issuers > 1 && same_word(path, "issuer"))
        el_attr(s, e, "id", arena_format(s->a, "co-quan-%d", n + 1));
    if (s->n_issuers > 1 && same_word(path, "signatures/signature"))
        el_attr(s, e, "issuer", arena_format(s->a, "co-quan-%d", n % s->n_issuers + 1));
}

/* ---- elements by their rows ----------------------------------------------------------------------- */

static void fill(struct sample *s, struct el *e, struct el *parent, const char *path, int n);

/* The first setting that is explained, as it is: nothing changes but that one sees how it is written. */
static void set_fill(struct sample *s, struct el *e)
{
    const struct set *first = NULL;
    for (const struct set *set = s->t->sets; set; set = set->next) /* the newest first */
        if (set->help && *set->value)
            first = set;
    el_attr(s, e, "name", first->name);
    el_attr(s, e, "value", env_setting(s->env, first->name));
    e->comment = first->help;
}

static bool has_set(const struct sample *s)
{
    const struct set *set = s->t->sets;
    while (set && !(set->help && *set->value))
        set = set->next;
    return set != NULL;
}

static void add(struct sample *s, struct el *parent, const char *name, const char *path, char times, int around)
{
    const struct element_rule *r = grammar_rule(&data_grammar, name, parent->name);
    if (!is_there(s, parent->rule, path, name, times) || (r->id == D_SET && !has_set(s)))
        return;
    int n = how_many(s, r, path, times, around);
    bool many = times == '*' || times == '+';
    if (same_word(path, "issuer"))
        s->n_issuers = n;
    for (int i = 0; i < n; i++) {
        const char *words = !holds_words(r) ? NULL : many ? words_of_group(s, path, around, i) : words_at(s, path, around);
        if (words && !*words)
            continue;
        struct el *e = el_new(s, parent, name);
        if (holds_words(r))
            el_words(s, e, words ? words : log_word(s->log, r->vi, r->en));
        comment_add(s, e);
        fill(s, e, parent, path, many ? i : around);
    }
}

static void children(struct sample *s, struct el *e, const char *path, int around)
{
    int n;
    for (const char *w = e->rule->holds ? e->rule->holds : ""; (w = next_word(w, &n)); w += n) {
        char times = strchr("?*+", w[n - 1]) ? w[n - 1] : '1';
        const char *name = arena_copy(s->a, w, (size_t)(n - (times != '1')));
        if (*w != '#' && !(e == s->document && same_word(name, "data")))
            add(s, e, name, *path ? arena_format(s->a, "%s/%s", path, name) : name, times, around);
    }
}

static void fill(struct sample *s, struct el *e, struct el *parent, const char *path, int n)
{
    switch (e->rule->id) {
    case D_SET:
        set_fill(s, e);
        return;
    case D_BODY:
        body_fill(s, e, path);
        return;
    case D_APPENDIX:
        appendix_fill(s, parent, e, n);
        return;
    case D_DATA:
        data_fill(s, e, need_first(s->t, "data")->first, "data", 0);
        return;
    default:
        break;
    }
    attrs(s, e, path, n);
    tie_issuer(s, e, path, n);
    if (same_word(path, "fields"))
        fields_fill(s, e);
    else if (!holds_words(e->rule))
        children(s, e, path, n);
}

/* What the template would print too.                                                                  */
static void say_left_out(struct sample *s)
{
    struct buf b = buf_in(s->a);
    int n;
    for (const char *w = s->document->rule->holds; (w = next_word(w, &n)); w += n) {
        const char *name = arena_copy(s->a, w, (size_t)(n - (strchr("?*+", w[n - 1]) != NULL)));
        const struct element_rule *r = grammar_rule(&data_grammar, name, "document");
        const struct el *c = s->document->first;
        while (c && strcmp(c->name, name) != 0)
            c = c->next;
        if (!c && is_printed(s, name) && words_said(s, arena_format(s->a, "%s", name)) != SAID_SOME)
            buf_format(&b, "%s%s (%s)", b.size ? ", " : "", name, log_word(s->log, r->vi, r->en));
    }
    if (b.size)
        el_new(s, s->document, NULL)->comment = log_sentence(s->log, "Có thể thêm: {1}.", "Optional additions: {1}.", buf_text(&b));
}

/* ---- the file ------------------------------------------------------------------------------------- */

/* The least document of the type, for the template's words to ask: {@type}.                          */
static bool begin(struct sample *s, const struct bind_options *options)
{
    const char *text = arena_format(s->a, "<document type=\"%s\"><issuer><name>-</name></issuer><code notation=\"-\"/><promulgation/></document>", s->type);
    const struct source *src = source_memory(s->a, s->t->name, text, (int)strlen(text));
    xmlDoc *doc = xml_parse(s->a, s->log, src);
    if (!doc || !data_check(s->a, s->log, doc))
        return false;
    struct record *record = NEW(s->a, struct record);
    xmlNode *root = xmlDocGetRootElement(doc);
    *record = (struct record){ .template = s->t, .document = root, .node = root };
    s->env = env_new(s->a, s->log, record, options);
    s->at = (struct context){ root, 1, 1 };
    return true;
}

bool sample_write(struct arena *a, struct log *log, struct sample_for what, struct buf *out)
{
    struct sample s = { .a = a, .log = log, .t = what.template, .type = what.type, .length = what.length };
    if (!begin(&s, what.options))
        return false;
    s.document = el_new(&s, NULL, "document");
    el_attr(&s, s.document, "type", s.type);
    s.document->comment = comment_head(&s);
    children(&s, s.document, "", 0);
    add(&s, s.document, "data", "data", '?', 0); /* the records come behind all that they share */
    say_left_out(&s);
    struct buf first = buf_in(a);
    sample_print(&s, &first);
    bool changed = s.t->controls && controls_fit(&s, buf_text(&first));
    if (changed)
        sample_print(&s, out);
    else
        buf_str(out, buf_text(&first));
    return log->errors == 0;
}
