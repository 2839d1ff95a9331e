/* refs.c - cross-references. What one says is the template's: a level gives the words, names what
 * around it belongs to them ("điểm a khoản 2 Điều 5") and says it otherwise from inside ("Điều này"). */
#include "read/bind/runs.h"

#include "base/utf8.h"
#include "base/words.h"

/* "2." is 2, "a)" is a; "-" is none.                                                          */
static const char *trimmed_label(struct arena *a, const char *label)
{
    size_t n = label ? strlen(label) : 0;
    while (n && strchr(".):-+*", label[n - 1]))
        n--;
    return n ? arena_copy(a, label, n) : NULL;
}

static bool stands_in(const xmlNode *node, const xmlNode *outer)
{
    while (node && node != outer)
        node = node->parent;
    return node != NULL;
}

/* The words of the nearest element around it that is named with it; "" where there is none.   */
static const char *words_around(struct env *env, const xmlNode *to, const xmlNode *from, struct context at)
{
    const char *names = attr_text(env, xml_mark_of(to)->level->node, "ref-in", at);
    bool made;
    for (const xmlNode *n = to->parent; names && n && xml_rule(n); n = n->parent) {
        const char *words = has_word(names, xml_name(n)) ? ref_words(env, n, from, &made) : NULL;
        if (words)
            return words;
    }
    return "";
}

const char *ref_words(struct env *env, const xmlNode *to, const xmlNode *from, bool *made)
{
    const struct xml_mark *m = xml_mark_of(to);
    struct context at = { (xmlNode *)to, 1, 1 };
    const char *label = trimmed_label(env->arena, m->label), *here = NULL;
    *made = false;
    if (!m->level || !label)
        return NULL;
    if (stands_in(from, to))
        here = attr_text(env, m->level->node, "ref-here", at);
    const struct value *ref = tnode_attr(m->level->node, "ref");
    *made = here || ref;
    if (here || !ref)
        return here ? here : label;
    const char *around = words_around(env, to, from, at), *outer_label = env->label, *outer_up = env->up;
    int outer_number = env->number;
    env->label = label;
    env->up = around;
    env->number = m->number;
    const char *words = words_folded(env->arena, env_text(env, ref, at));
    env->label = outer_label;
    env->up = outer_up;
    env->number = outer_number;
    return words;
}

/* "Khoản 2 Điều 5 quy định ..."                                                               */
static bool begins_sentence(const struct text *t)
{
    const char *words = t->words.size ? t->words.text : t->last && t->last->text ? t->last->text : "";
    size_t n = strlen(words);
    while (n && words[n - 1] == ' ')
        n--;
    return !t->opened || (n && t->blank && strchr(".?!", words[n - 1]));
}

static const char *with_capital(struct arena *a, const char *words)
{
    size_t n = 1;
    while ((words[n] & 0xC0) == 0x80)
        n++;
    return *words ? arena_format(a, "%s%s", utf8_upper(a, arena_copy(a, words, n)), words + n) : words;
}

/* What a reference prints is a link to it.                                                    */
void text_ref(struct text *t, const char *id, bool page, const xmlNode *from, struct pos pos)
{
    struct env *env = t->env;
    const xmlNode *to = xml_by_id(env->document->doc, id);
    bool made = false;
    const char *words = to && !page ? ref_words(env, to, from, &made) : NULL;
    if (!to || (!words && !page)) {
        say(env->log, to ? MSG_REF_UNLABELLED : MSG_REF_UNKNOWN, pos, id, to ? xml_name(to) : "");
        return;
    }
    const char *outer = t->href;
    const char *href = arena_format(env->arena, "#%s", id);
    if (page) {
        struct run *r = text_late(t, LATE_PAGE_OF, pos);
        r->target = href + 1;
        r->href = href;
        return;
    }
    if (made && begins_sentence(t))
        words = with_capital(env->arena, words);
    text_flush(t);
    t->href = href;
    text_words(t, words, pos);
    text_flush(t);
    t->href = outer;
}
