/* titles.c - the name of the type, its subject, addressees. */
#include "foreign/front.h"

#include <ctype.h>

bool is_spelt(const char *folded, const char *with)
{
    const char *s = folded;
    for (; *with; with++) {
        while (*s == ' ')
            s++;
        if (*s++ != *with)
            return false;
    }
    return true;
}

void give(struct book *b, struct strip *s, const char *role, int para)
{
    s->role = role;
    s->para = para ? para : ++b->paras;
}

/* ---- title ---------------------------------------------------------------------------------------------------------------------- */

static const char *const types[] = {
    "nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo", "hướng dẫn", "chương trình", "kế hoạch", "phương án",
    "đề án", "dự án", "báo cáo", "biên bản", "tờ trình", "hợp đồng", "công điện", "bản ghi nhớ", "bản thỏa thuận", "bản thoả thuận", "giấy ủy quyền",
    "giấy uỷ quyền", "giấy mời", "giấy giới thiệu", "giấy nghỉ phép", "phiếu gửi", "phiếu chuyển", "phiếu báo", "thư công", "thư khen", "thư cảm ơn",
    "thư chúc mừng", "thư thăm hỏi", "thư chia buồn", "công văn",
};

/* Between the edges of the text, or on the page. A line from edge to edge is so too: bold letters tell it from text.                  */
static bool is_centred(const struct book *b, const struct sheet *s, const struct strip *t)
{
    len of_text = length_of(strip_centre(t) - (b->left + b->right) / 2), of_page = length_of(strip_centre(t) - s->width / 2);
    return (of_text < MM(6) || of_page < MM(6)) && (t->x0 > b->left + MM(4) || t->bold);
}

static bool is_type(const struct strip *t)
{
    for (int i = 0; i < LENGTH(types); i++)
        if (strcmp(t->folded, types[i]) == 0)
            return true;
    return false;
}

static bool has_rule_between(const struct sheet *s, const struct strip *a, const struct strip *b)
{
    for (int i = 0; i < s->n_bars; i++) {
        const struct bar *r = &s->bar[i];
        if (r->x1 - r->x0 > r->y1 - r->y0 && r->y0 > a->y + len_part(a->size, 200) && r->y1 < b->y - b->size / 2 && r->x0 < strip_centre(a) && r->x1 > strip_centre(a))
            return true;
    }
    return false;
}

/* A name of a type, centred; or, where no V/v is, the first line that looks like a title.                                            */
static int find_title(const struct book *b, const struct front *f, bool letter)
{
    const struct sheet *s = f->s;
    int found = -1;
    for (int i = 0; i < s->n_strips && s->strip[i].y < f->low + MM(50); i++) {
        const struct strip *t = &s->strip[i];
        if (!is_free(t) || t->y <= f->low || !is_centred(b, s, t))
            continue;
        if (is_type(t))
            return i;
        if (found < 0 && !letter && t->bold && t->capitals && !begins(t->folded, "kính gửi") && t->y < f->low + MM(25))
            found = i;
    }
    return found;
}

/* (Kèm theo ...), over as many lines as its brackets.                                                                                */
static void take_reference(struct book *b, struct sheet *s, int i)
{
    for (int para = 0; i < s->n_strips && is_free(&s->strip[i]); i++) {
        give(b, &s->strip[i], "appendix-reference", para);
        para = s->strip[i].para;
        if (strchr(s->strip[i].text, ')'))
            return;
    }
}

static bool is_reference(const struct strip *t) { return begins(t->folded, "(kèm theo") || begins(t->folded, "(ban hành kèm"); }

/* Below the title while lines look alike: a rule, a gap, other letters end it.                                                        */
static void take_subject(struct book *b, struct front *f, const struct strip *above)
{
    struct sheet *s = f->s;
    for (int i = f->title + 1, para = 0; i < s->n_strips; i++) {
        struct strip *t = &s->strip[i];
        len gap = t->y - above->y;
        bool same = !para || (t->capitals == above->capitals && t->bold == above->bold);
        if (!is_free(t))
            return;
        if (is_reference(t) && gap < MM(16)) {
            take_reference(b, s, i);
            return;
        }
        if (gap > (para ? len_part(above->size, 1700) : MM(14)) || has_rule_between(s, above, t) || !same || !is_centred(b, s, t))
            return;
        if (begins(t->folded, "kính gửi") || begins(t->folded, "căn cứ") || (t->capitals && !para && gap > len_part(above->size, 1900)))
            return;
        give(b, t, "o5a", para);
        para = t->para;
        above = t;
        f->low = t->y;
    }
}

void take_title(struct book *b, struct front *f, bool letter)
{
    struct sheet *s = f->s;
    f->title = find_title(b, f, letter);
    if (f->title < 0)
        return;
    struct strip *above = &s->strip[f->title];
    give(b, above, "o5a", 0);
    take_subject(b, f, above);
}

/* ---- addressees --------------------------------------------------------------------------------------------------------------------- */

void take_addressees(struct book *b, struct front *f)
{
    struct sheet *s = f->s;
    struct strip *head = NULL, *above = NULL;
    for (int i = 0; i < s->n_strips; i++) {
        struct strip *t = &s->strip[i];
        if (!is_free(t) || (!head && (!is_spelt(t->folded, "kínhgửi") || t->y < f->low)))
            continue;
        if (!head) {
            give(b, t, "o9a", 0);
            head = above = t;
            continue;
        }
        bool level = length_of(t->y - above->y) <= PT(2), item = *t->text == '-' || begins(t->text, "–");
        bool in = t->x0 > b->left + MM(12) + PT(3) && t->x0 >= head->x0 - MM(3);
        bool ended = strchr(".:", above->text[strlen(above->text) - 1]) && strlen(above->text) > strlen("Kính gửi:") + 2 && above->text[strlen(above->text) - 1] == '.';
        if (!level && (!in || (ended && !item) || t->y - above->y > MM(14)))
            return;
        give(b, t, "o9a", level || !item ? above->para : 0);
        above = t;
    }
}
