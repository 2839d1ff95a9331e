/* front.c - the head of a document: what is Quốc hiệu, Tiêu ngữ, a body's name, number, date, title, addressees. By words,
 * then by where they stand to each other; how they look is for the rules to judge.                                        */
#include "foreign/front.h"

static int find_spelt(const struct sheet *s, const char *const *words, len from, len to)
{
    for (int i = 0; i < s->n_strips; i++)
        for (const char *const *w = words; *w; w++)
            if (s->strip[i].y >= from && s->strip[i].y <= to && is_free(&s->strip[i]) && is_spelt(s->strip[i].folded, *w))
                return i;
    return -1;
}

/* ---- the two columns ------------------------------------------------------------------------------------------------------ */

/* Quốc hiệu over two lines: what stands between it and Tiêu ngữ in its column is the rest of it.                              */
static void take_nation(struct book *b, struct front *f)
{
    struct sheet *s = f->s;
    struct strip *nation = &s->strip[f->nation];
    give(b, nation, "o1", 0);
    len until = f->motto >= 0 ? s->strip[f->motto].y : nation->y + 2 * nation->size;
    for (int i = f->nation + 1; i < s->n_strips && s->strip[i].y < until - PT(1); i++)
        if (strip_centre(&s->strip[i]) > s->width / 2 && is_free(&s->strip[i]) && strstr(s->strip[i].folded, "nam"))
            give(b, &s->strip[i], "o1", nation->para);
    if (f->motto >= 0)
        give(b, &s->strip[f->motto], "o1", 0);
}

static bool is_left(const struct front *f, const struct strip *s) { return strip_centre(s) < f->middle && s->x0 < f->middle - PT(10); }

static bool is_date(const struct strip *t)
{
    const char *day = *t->text == '(' ? NULL : strstr(t->folded, "ngày");
    return day && strstr(day, "tháng");
}

static void find_number_and_date(struct front *f)
{
    struct sheet *s = f->s;
    const len top = s->strip[f->nation].y;
    for (int i = 0; i < s->n_strips; i++) {
        const struct strip *t = &s->strip[i];
        if (!is_free(t) || t->y < top || t->y > top + MM(60))
            continue;
        if (f->number < 0 && is_left(f, t) && (begins(t->folded, "số:") || begins(t->folded, "số ") || strcmp(t->folded, "số") == 0))
            f->number = i;
        if (f->date < 0 && t->x0 > f->middle - MM(15) && is_date(t))
            f->date = i;
    }
}

/* The end of the columns: the lower of number and date, and of what hangs below the number without a gap.                      */
static void take_columns(struct book *b, struct front *f)
{
    struct sheet *s = f->s;
    len level = f->number >= 0 ? s->strip[f->number].y : f->date >= 0 ? s->strip[f->date].y : f->motto >= 0 ? s->strip[f->motto].y + PT(20) : s->strip[f->nation].y + PT(30);
    int names = ++b->paras;
    f->low = level;
    for (int i = 0; i < s->n_strips; i++) {
        struct strip *t = &s->strip[i];
        if (is_free(t) && is_left(f, t) && t->y < level - PT(2) && t->y > s->strip[f->nation].y - MM(8))
            give(b, t, "o2", names);
        if (is_free(t) && !is_left(f, t) && t->y < level - PT(2) && t->y > s->strip[f->nation].y && strspn(t->text, "-_=*.~ ") == strlen(t->text))
            give(b, t, "o1", 0); /* signs in place of a rule */
        if (is_free(t) && length_of(t->y - level) <= PT(2) && f->number >= 0 && is_left(f, t))
            give(b, t, "o3", s->strip[f->number].para);
        if (is_free(t) && f->date >= 0 && !is_left(f, t) && length_of(t->y - s->strip[f->date].y) <= PT(2)) {
            give(b, t, "o4", s->strip[f->date].para);
            f->low = t->y > f->low ? t->y : f->low;
        }
    }
}

/* A joint notation goes on, a date wraps: what is right below and no more than its column's.                                    */
static void take_below(struct book *b, struct front *f)
{
    struct sheet *s = f->s;
    struct strip *last = f->date >= 0 ? &s->strip[f->date] : NULL;
    for (int i = f->date + 1; last && i < s->n_strips; i++) {
        struct strip *t = &s->strip[i];
        if (is_free(t) && !is_left(f, t) && t->y - last->y < 2 * last->size && t->y > last->y + PT(2) && !strstr(last->folded, "năm") && strstr(t->folded, "năm"))
            give(b, t, "o4", last->para), f->low = t->y;
    }
    struct strip *above = NULL;
    for (int i = f->number + 1; f->number >= 0 && i < s->n_strips; i++) {
        struct strip *t = &s->strip[i];
        bool about = begins(t->folded, "v/v") || begins(t->folded, "về việc");
        if (!is_free(t) || !is_left(f, t) || t->x1 > f->middle + MM(10) || t->y < s->strip[f->number].y + PT(2))
            continue;
        if (!above && !about)
            continue;
        if (t->y - s->strip[f->number].y > MM(20) && !above)
            return;
        if (above && t->y - above->y > len_part(above->size, 1600))
            return;
        give(b, t, "o5b", above ? above->para : 0);
        above = t;
        f->low = t->y > f->low ? t->y : f->low;
    }
}

void front_find(struct book *b, int page)
{
    static const char *const nations[] = { "cộnghòaxãhội", "cộnghoàxãhội", "đảngcộngsảnviệtnam", NULL }, *const mottos[] = { "độclập-", "độclập–", "độclập—", "độclậptựdo", NULL };
    struct front f = { .s = &b->sheet[page], .number = -1, .date = -1, .title = -1 };
    f.nation = find_spelt(f.s, nations, 0, page ? MM(30) : f.s->height / 3);
    if (f.nation < 0)
        return;
    const struct strip *nation = &f.s->strip[f.nation];
    if (is_spelt(nation->folded, "đảngcộngsảnviệtnam")) { /* under rules of its own */
        give(b, &f.s->strip[f.nation], "o1", 0);
        return;
    }
    f.motto = find_spelt(f.s, mottos, nation->y, nation->y + MM(25));
    f.middle = nation->x0;
    if (f.motto >= 0 && f.s->strip[f.motto].x0 < f.middle)
        f.middle = f.s->strip[f.motto].x0;
    take_nation(b, &f);
    find_number_and_date(&f);
    if (f.number >= 0)
        give(b, &f.s->strip[f.number], "o3", 0);
    if (f.date >= 0)
        give(b, &f.s->strip[f.date], "o4", 0);
    take_columns(b, &f);
    take_below(b, &f);
    bool letter = false;
    for (int i = 0; i < f.s->n_strips; i++)
        letter |= f.s->strip[i].role && strcmp(f.s->strip[i].role, "o5b") == 0;
    take_title(b, &f, letter);
    take_addressees(b, &f);
}
