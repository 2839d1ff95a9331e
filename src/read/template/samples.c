/* samples.c - the <sample>s of a template: what they name must be something that its data may hold. */
#include "read/template/template.h"

static void say_none(struct template *t, const struct tnode *sample, const char *path, const char *name, const struct words *names)
{
    say(t->log, MSG_SAMPLE_PATH, sample->pos, path, name, did_you_mean(t->log, name, names->word, names->n));
}

/* Of the office's own data: as the needs have it.                                            */
static void judge_needs(struct template *t, const struct tnode *sample, const char *path, const char *rest)
{
    const struct need *list = t->needs;
    for (const char *s = rest; *s;) {
        size_t n = strcspn(s, "/");
        const char *step = arena_copy(t->arena, s, n);
        const struct need *found = NULL;
        struct words names = { 0 };
        for (const struct need *d = list; d && !found; d = d->next) {
            const char *name = d->field ? arena_format(t->arena, "%s[@name='%s']", d->name, d->field)
                                        : arena_format(t->arena, "%s%s", d->attribute ? "@" : "", d->name);
            words_add(t->arena, &names, name);
            found = strcmp(name, step) == 0 ? d : NULL;
        }
        if (!found) {
            say_none(t, sample, path, step, &names);
            return;
        }
        list = found->first;
        s += n + (s[n] == '/');
    }
}

static bool holds(const struct element_rule *rule, const char *name)
{
    int n;
    for (const char *w = rule->holds ? rule->holds : ""; (w = next_word(w, &n)); w += n) {
        int m = n - (strchr("?*+", w[n - 1]) != NULL);
        if ((int)strlen(name) == m && strncmp(w, name, (size_t)m) == 0)
            return true;
    }
    return false;
}

static void names_of(struct template *t, const struct element_rule *rule, struct words *names)
{
    int n;
    for (const char *w = rule->holds ? rule->holds : ""; (w = next_word(w, &n)); w += n)
        if (*w != '#')
            words_add(t->arena, names, arena_copy(t->arena, w, (size_t)n - (strchr("?*+", w[n - 1]) != NULL)));
    for (int i = 0; i < rule->n_attrs; i++)
        words_add(t->arena, names, arena_format(t->arena, "@%s", rule->attrs[i].name));
}

/* A level of the text may stand in any other, so body/chapter/article is a path too.           */
static void judge(struct template *t, const struct tnode *sample, const char *path)
{
    const struct element_rule *rule = grammar_rule(&data_grammar, "document", NULL);
    for (const char *s = path; *s;) {
        size_t n = strcspn(s, "/");
        const char *step = arena_copy(t->arena, s, n);
        if (rule->id == D_DATA || strncmp(s, "field[", 6) == 0) {
            judge_needs(t, sample, path, path);
            return;
        }
        bool attribute = *step == '@', known = attribute ? grammar_attr(rule, step + 1) && !s[n] : holds(rule, step);
        if (!known) {
            struct words names = { 0 };
            names_of(t, rule, &names);
            say_none(t, sample, path, step, &names);
            return;
        }
        rule = attribute ? rule : grammar_rule(&data_grammar, step, rule->name);
        s += n + (s[n] == '/');
    }
}

void samples_judge(struct template *t)
{
    for (const struct tnode *s = t->samples; s; s = s->next) {
        const char *path = value_literal(tnode_attr(s, "path"));
        if (path && *path)
            judge(t, s, path);
    }
}
