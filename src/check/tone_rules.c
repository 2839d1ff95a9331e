/* tone_rules.c - T5: where open oa, oe, uy have their tone.                                                  */
#include "check/text.h"

enum tone_kind { NEITHER, OLD, NEW };        /* hòa, hoà                                                          */

struct toned { const char *word; int n; enum tone_kind kind; const struct passage *in; int from, times; };
struct tones { struct toned *at; int n, room, count[3]; };

/* How such words end: few are looked at closely.                                                                 */
static bool may_be(const char *s, int n)
{
    static const char ends[] = "òa óa ỏa õa ọa oà oá oả oã oạ òe óe ỏe õe ọe oè oé oẻ oẽ oẹ ùy úy ủy ũy ụy uỳ uý uỷ uỹ uỵ";
    int from = n;
    if (!(s[n - 1] & 0x80) && !strchr("aey", s[n - 1]))
        return false;
    for (int letters = 0; letters < 2 && from > 0; letters++)
        while (--from > 0 && (s[from] & 0xC0) == 0x80)
            ;
    return n - from > 2 && memmem(ends, sizeof(ends) - 1, s + from, (size_t)(n - from));
}

static enum tone_kind kind_of(const char *s, int n)
{
    struct syllable read;
    if (!may_be(s, n) || !syllable_read(s, n, &read) || !read.tone || strcmp(read.initial, "qu") == 0)
        return NEITHER;
    if (strcmp(read.rime, "oa") != 0 && strcmp(read.rime, "oe") != 0 && strcmp(read.rime, "uy") != 0)
        return NEITHER;
    return read.tone_at == 0 ? OLD : NEW;
}

static void add(struct check *c, struct tones *to, const struct passage *p, struct word w, enum tone_kind kind)
{
    const char *s = p->lower + w.from;
    int n = w.to - w.from;
    to->count[kind]++;
    for (int i = 0; i < to->n; i++)
        if (to->at[i].n == n && memcmp(to->at[i].word, s, (size_t)n) == 0) {
            to->at[i].times++;
            return;
        }
    to->at = arena_grow(c->arena, to->at, to->n + 1, &to->room, sizeof(*to->at));
    to->at[to->n++] = (struct toned){ s, n, kind, p, w.from, 1 };
}

static struct tones tones_of(struct check *c)
{
    const struct passages *all = passages_of(c);
    struct tones to = { 0 };
    for (int i = 0; i < all->n; i++) {
        const struct passage *p = &all->at[i];
        struct word w;
        if (strcmp(p->line[0]->role, "o1") == 0) /* Quốc hiệu is as the template has it */
            continue;
        for (int at = 0; word_next(p->lower, &at, &w);) {
            enum tone_kind kind = kind_of(p->lower + w.from, w.to - w.from);
            if (kind)
                add(c, &to, p, w, kind);
        }
    }
    return to;
}

static const struct toned *example(const struct tones *all, enum tone_kind kind)
{
    const struct toned *most = NULL;
    for (int i = 0; i < all->n; i++)
        if (all->at[i].kind == kind && (!most || all->at[i].times > most->times))
            most = &all->at[i];
    return most;
}

/* Each word of the rarer way is told once, with the other way's commonest.                                      */
enum check_state rule_t5(struct check *c)
{
    struct tones all = tones_of(c);
    enum tone_kind rare = all.count[OLD] < all.count[NEW] ? OLD : NEW;
    const struct toned *other = example(&all, rare == OLD ? NEW : OLD);
    if (!all.n)
        return skip(c, W("không có từ nào như hòa, thúy", "no word such as hòa, thúy"));
    for (int i = 0; i < all.n && other; i++) {
        const struct toned *t = &all.at[i];
        if (t->kind == rare)
            fault_word(c, t->in, t->from, W("«%.*s» (%d lần), nơi khác «%.*s» (%d lần; cả kiểu ấy %d)", "'%.*s' (%dx), elsewhere '%.*s' (%dx; %d of that kind)"),
                  t->n, t->word, t->times, other->n, other->word, other->times, all.count[other->kind]);
    }
    return done(c, W("%d từ kiểu «hòa», %d từ kiểu «hoà»", "%d words like 'hòa', %d like 'hoà'"), all.count[OLD], all.count[NEW]);
}
