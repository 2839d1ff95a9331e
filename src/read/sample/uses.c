/* uses.c - what a template prints of a document, as far as its expressions tell: a walk through its
 * layout with the slots where they are placed. What stands in a loop over appendices, or over the
 * documents issued with this one, is asked of them, unless it says $document/.                   */
#include "read/sample/sample.h"

#include <ctype.h>

struct search {
    const struct sample *s;
    const char *name;
    enum { ANYWHERE, LOOPS, DEMANDS } where; /* LOOPS: in what is gone through; DEMANDS: where it must be there */
    int found, most;
    int depth;
};

static bool is_below_document(const char *source, const char *at)
{
    static const char step[] = "$document/";
    size_t n = strlen(step);
    return (size_t)(at - source) >= n && strncmp(at - n, step, n) == 0;
}

/* not(self::group) shows none, parent::group asks where one is.                                     */
static bool is_asked(const char *source, const char *at)
{
    static const char *const before[] = { "not(self::", "parent::" };
    for (int i = 0; i < LENGTH(before); i++) {
        size_t n = strlen(before[i]);
        if ((size_t)(at - source) >= n && strncmp(at - n, before[i], n) == 0)
            return true;
    }
    return false;
}

/* As a name step; of other documents, behind $document/ alone.                                     */
static const char *step_in(const char *source, const char *name, bool other)
{
    size_t n = strlen(name);
    for (const char *s = source; (s = strstr(s, name)); s += n) {
        bool whole = (s == source || !(xpath_in_name(s[-1]) || strchr("$@'", s[-1]))) && !xpath_in_name(s[n]) && s[n] != '(' && s[n] != '\'';
        if (whole && !is_asked(source, s) && (!other || is_below_document(source, s)))
            return s;
    }
    return NULL;
}

static void look(struct search *w, const struct value *v, bool other)
{
    for (int i = 0; v && i < v->n; i++) {
        const char *source = v->pieces[i].source, *s = source ? step_in(source, w->name, other) : NULL;
        const char *behind = s ? s + strlen(w->name) : NULL;
        w->found += s != NULL;
        bool number = s && *behind == '[' && isdigit((unsigned char)behind[1]) && behind[2] == ']';
        if (number && behind[1] - '0' > w->most)
            w->most = behind[1] - '0';
    }
}

/* Words between tags demand what they ask for, unless a default is given.                           */
static void look_at_text(struct search *w, const struct value *v, bool other)
{
    bool given = false;
    for (int i = 0; v && i < v->n; i++)
        given = given || (v->pieces[i].source && strstr(v->pieces[i].source, "vb:default"));
    if (w->where == ANYWHERE || (w->where == DEMANDS && !given))
        look(w, v, other);
}

static void look_all(struct search *w, const struct tnode *n, bool other)
{
    static const char loops[] = "for-each rows totals";
    look_at_text(w, n->text, other);
    for (int i = 0; n->rule && i < n->rule->n_attrs; i++) {
        bool loop = has_word(loops, n->rule->name) && same_word(n->rule->attrs[i].name, "select");
        if (n->attr[i] && (w->where == ANYWHERE || (w->where == LOOPS && loop)))
            look(w, n->attr[i], other);
    }
}

/* What stands behind a question for the name is there when the name is.                             */
static bool is_guarded(const struct search *w, const struct tnode *n)
{
    int id = tnode_id(n);
    if (id != T_IF && id != T_WHEN && id != T_CHOOSE && id != T_FOR_EACH)
        return false;
    if (id == T_CHOOSE) {
        for (const struct tnode *when = n->first; when; when = when->next)
            if (tnode_id(when) == T_WHEN && is_guarded(w, when))
                return true;
        return false;
    }
    const struct value *v = tnode_attr(n, id == T_FOR_EACH ? "select" : "test");
    return v && v->n && step_in(v->pieces[0].source, w->name, false);
}

static const char *select_of(const struct tnode *n)
{
    const struct value *v = tnode_id(n) == T_FOR_EACH ? tnode_attr(n, "select") : NULL;
    return v && v->n ? v->pieces[0].source : NULL;
}

static bool is_other(const char *select, bool other)
{
    static const char *const others[] = { "document", "appendix", "copy" };
    if (!select)
        return other;
    if (strcmp(select, "$document") == 0)
        return false;
    for (int i = 0; i < LENGTH(others); i++)
        other = other || step_in(select, others[i], false);
    return other;
}

/* Slots cannot be placed in themselves: names.c has seen to it.                                      */
static void walk(struct search *w, const struct tnode *n, bool other)
{
    for (; n; n = n->next) {
        look_all(w, n, other);
        if (w->where == DEMANDS && is_guarded(w, n))
            continue;
        const char *select = select_of(n);
        const struct slot *slot = n->slot;
        walk(w, slot ? slot->content : n->first, is_other(select, other));
    }
}

static struct search search(const struct sample *s, const char *name, int where)
{
    struct search w = { .s = s, .name = name, .where = where };
    walk(&w, s->t->layout->first, false);
    for (const struct def *page = s->t->pages; page; page = page->next)
        walk(&w, page->running, false);
    return w;
}

bool is_printed(const struct sample *s, const char *name) { return search(s, name, ANYWHERE).found > 0; }

bool is_demanded(const struct sample *s, const char *name) { return search(s, name, DEMANDS).found > 0; }

/* The pieces that the data places are of the template too.                                          */
static struct search search_loops(const struct sample *s, const char *name)
{
    struct search w = search(s, name, LOOPS);
    for (const struct slot *slot = s->t->slots; slot; slot = slot->next)
        walk(&w, slot->content, false);
    look(&w, s->t->each, false);
    return w;
}

bool is_record(const struct sample *s, const char *name)
{
    struct search w = { .s = s, .name = name };
    look(&w, s->t->each, false);
    return w.found > 0;
}

bool is_gone_through(const struct sample *s, const char *name) { return search_loops(s, name).found > 0; }

int most_asked_for(const struct sample *s, const char *name) { return search_loops(s, name).most; }

bool has_level(const struct sample *s, const char *name)
{
    const struct level *l = s->t->levels;
    while (l && strcmp(l->of, name) != 0)
        l = l->next;
    return l != NULL;
}
