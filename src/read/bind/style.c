/* style.c - a style's definition, with what it has from its bases, under the
 * settings in force. Made once for each set of settings (env.epoch).                   */
#include "read/bind/flow.h"

static bool style_yes(struct env *env, const struct def *d, const char *name)
{
    const char *text = def_text(env, d, name);
    return text && strcmp(text, "yes") == 0;
}

static int style_number(struct env *env, const struct def *d, const char *name)
{
    const char *text = def_text(env, d, name);
    int t;
    return text && thousandths_parse(text, &t) ? t / 1000 : 0;
}

static bool style_is(struct env *env, const struct def *d, const char *name, const char *word)
{
    const char *text = def_text(env, d, name);
    return text && strcmp(text, word) == 0;
}

bool align_parse(const char *s, enum align *out)
{
    static const char *const names[] = { "left", "center", "right", "justify", "decimal" };
    for (int i = 0; s && i < LENGTH(names); i++)
        if (strcmp(s, names[i]) == 0) {
            *out = (enum align)i;
            return true;
        }
    return false;
}

uint32_t colour_parse(const char *s)
{
    return s && *s == '#' ? (uint32_t)strtoul(s + 1, NULL, 16) : 0;
}

static void make(struct env *env, const struct def *d, struct style *s)
{
    const char *line = def_text(env, d, "line");
    *s = (struct style){
        .name = d->name,
        .look = { .fonts = def_text(env, d, "font"),
                  .size = def_len(env, d, "size"),
                  .bold = style_yes(env, d, "bold"),
                  .italic = style_yes(env, d, "italic"),
                  .underline = style_yes(env, d, "underline"),
                  .whole = style_is(env, d, "wrap", "whole"),
                  .colour = colour_parse(def_text(env, d, "colour")) },
        .upper = style_is(env, d, "case", "upper"),
        .first = def_len(env, d, "first"),
        .left = def_len(env, d, "left"),
        .right = def_len(env, d, "right"),
        .before = def_len(env, d, "before"),
        .after = def_len(env, d, "after"),
        .stretch = def_len(env, d, "stretch"),
        .balance = style_is(env, d, "wrap", "balance"),
        .lines = style_number(env, d, "lines"),
        .hold = def_text(env, d, "hold"),
        .tie = def_text(env, d, "tie"),
        .units = def_text(env, d, "units"),
        .break_after = def_text(env, d, "break-after"),
        .keep_next = style_yes(env, d, "keep-next"),
        .outline = style_number(env, d, "outline"),
        .outline_join = def_text(env, d, "outline-join"),
    };
    align_parse(def_text(env, d, "align"), &s->align);
    if (!len_parse(line, &s->line_exact))
        thousandths_parse(line, &s->line_times);
}

const struct style *style_make(struct env *env, const char *name)
{
    struct def *d = def_find(env->t->styles, name);
    if (!d) /* names with expressions in them are known only now */
        return style_make(env, env->t->styles->name);
    if (!d->made || d->made_at != env->t->epoch) {
        struct style *s = NEW(env->arena, struct style);
        make(env, d, s);
        d->made = s;
        d->made_at = env->t->epoch;
    }
    return d->made;
}

/* 0 where it is not in the list.                                                          */
static int word_index(const char *list, const char *word)
{
    int i = 0, n;
    for (const char *w = list; word && (w = next_word(w, &n)); w += n, i++)
        if (strncmp(w, word, (size_t)n) == 0 && !word[n])
            return i;
    return 0;
}

enum valign valign_parse(const char *s, enum valign otherwise)
{
    return s ? (enum valign)word_index("middle top bottom", s) : otherwise;
}

const struct table_style *table_style_make(struct env *env, const char *name)
{
    struct def *d = def_find(env->t->table_styles, name);
    struct table_style *s = NEW(env->arena, struct table_style);
    *s = (struct table_style){ name, def_len(env, d, "border"),
                               def_len(env, d, "padding-x"),
                               def_len(env, d, "padding-y"),
                               def_len(env, d, "before"),
                               .lines = (enum lines)word_index("all rows frame none", def_text(env, d, "lines")),
                               .valign = valign_parse(def_text(env, d, "valign"), VALIGN_MIDDLE),
                               .each_notes = style_is(env, d, "head-notes", "each") };
    return s;
}

const struct style *style_aligned(struct env *env, const struct style *s, const char *align)
{
    enum align a;
    if (!align_parse(align, &a) || a == s->align)
        return s;
    for (int i = 0; i < LENGTH(env->aligned); i++)
        if (env->aligned[i].of == s && env->aligned[i].made->align == a)
            return env->aligned[i].made;
    struct style *copy = NEW(env->arena, struct style);
    *copy = *s;
    copy->align = a;
    if (a != ALIGN_JUSTIFY && a != ALIGN_LEFT)
        copy->first = 0;
    env->aligned[env->n_aligned++ % LENGTH(env->aligned)] = (struct aligned){ s, copy };
    return copy;
}
