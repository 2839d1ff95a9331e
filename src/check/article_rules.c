/* article_rules.c - D5: articles, clauses and points of the document itself that it cites.                      */
#include "check/text.h"

struct article { int number, from, to, set; }; /* passages; to: behind the last. Of what is issued another set              */
struct articles { struct article *at; int n, room, sets; };

static int number_at(const char *s, const char **behind)
{
    size_t n = strspn(s, "0123456789");
    *behind = s + n;
    return n && n < 5 ? whole_at(s) : 0;
}

static bool is_text(const struct passage *p) { return p->cell < 0 && p->zone != ZONE_NOTE && p->zone != ZONE_END; }

static struct articles find_articles(struct check *c, const struct passages *all)
{
    struct articles to = { 0 };
    for (int i = 0, last = 0; i < all->n; i++) {
        const char *behind;
        int number = is_text(&all->at[i]) && starts(all->at[i].text, "Điều ") ? number_at(all->at[i].text + strlen("Điều "), &behind) : 0;
        bool between = number && *behind >= 'a' && *behind <= 'z' && behind[1] == '.'; /* Điều 1a.: ends Điều 1 */
        if (!number || (*behind != '.' && *behind != ':' && !between))
            continue;
        to.sets += !to.n || (number <= last && !between);
        last = number;
        number = between ? -1 : number;
        to.at = arena_grow(c->arena, to.at, to.n + 1, &to.room, sizeof(*to.at));
        to.at[to.n++] = (struct article){ number, i, all->n, to.sets };
        if (to.n > 1)
            to.at[to.n - 2].to = i;
    }
    return to;
}

static const struct article *article_of(const struct articles *of, int number, int *found)
{
    const struct article *one = NULL;
    *found = 0;
    for (int i = 0; i < of->n; i++)
        if (of->at[i].number == number) {
            one = &of->at[i];
            ++*found;
        }
    return one;
}

static const struct article *article_around(const struct articles *of, int passage)
{
    for (int i = 0; i < of->n; i++)
        if (passage >= of->at[i].from && passage < of->at[i].to)
            return &of->at[i];
    return NULL;
}

/* ---- clauses, points -------------------------------------------------------------------------------------------- */

/* The clause's passages, from *i up to the one that is returned; 0: there is none.                                    */
static int clause_in(const struct passages *all, const struct article *a, int number, int *i)
{
    const char *behind;
    int end = 0;
    for (int k = a->from + 1; k < a->to; k++) {
        int here = is_text(&all->at[k]) ? number_at(all->at[k].text, &behind) : 0;
        if (!here || *behind != '.' || behind[1] != ' ')
            continue;
        if (end)
            return k;
        if (here == number) {
            *i = k;
            end = a->to;
        }
    }
    return end;
}

static bool has_point(const struct passages *all, int from, int to, const char *letter, int n)
{
    for (int k = from; k < to; k++)
        if (strncmp(all->at[k].text, letter, (size_t)n) == 0 && all->at[k].text[n] == ')')
            return true;
    return false;
}

/* ---- citations ---------------------------------------------------------------------------------------------------- */

struct cited { int article, clause; const char *point; int point_n; bool here; }; /* here: Điều này                          */

/* "điểm a khoản 2 " right before; read from its end.                                                                       */
static void read_before(struct check *c, const struct passage *p, int at, struct cited *to)
{
    regmatch_t g[MOST_GROUPS];
    const char *before = arena_copy(c->arena, p->lower + (at > 40 ? at - 40 : 0), (size_t)(at > 40 ? 40 : at));
    if (!matches(c, "(điểm ([a-z]|đ) )?khoản ([0-9]+) $", before, g))
        return;
    to->clause = whole_at(before + g[3].rm_so);
    to->point = group_text(c, before, g[2]);
    to->point_n = (int)strlen(to->point);
}

/* What follows is this document: "Quyết định này", "của Quy chế này", ", Điều 6 Quyết định này".                           */
static bool is_of_this(struct check *c, const char *behind)
{
    return matches(c, "^((, | và |; )?(khoản [0-9]+ )?điều [0-9]+)* (của )?(quyết định|quy chế|quy định|nghị quyết|hợp đồng|điều lệ|nội quy|thông tư|nghị định|bản quy định|kế hoạch|luật|văn bản) này",
                   behind, NULL);
}

static void judge_cited(struct check *c, const struct passages *all, const struct articles *of, int passage, int at, const struct cited *cited)
{
    const struct passage *p = &all->at[passage];
    int found = 1, from = 0;
    const struct article *a = cited->here ? article_around(of, passage) : article_of(of, cited->article, &found);
    if (!a && !cited->here)
        fault_word(c, p, at, W("không có Điều %d", "there is no Điều %d"), cited->article);
    if (!a || !cited->clause || found > 1)
        return;
    int end = clause_in(all, a, cited->clause, &from);
    if (!end)
        fault_word(c, p, at, W("Điều %d không có khoản %d", "Điều %d has no khoản %d"), a->number, cited->clause);
    else if (cited->point_n && !has_point(all, from, end, cited->point, cited->point_n))
        fault_word(c, p, at, W("khoản %d Điều %d không có điểm %s", "khoản %d Điều %d has no điểm %s"), cited->clause, a->number, cited->point);
}

static int judge_passage(struct check *c, const struct passages *all, const struct articles *of, int i)
{
    static const char word[] = "điều ";
    const struct passage *p = &all->at[i];
    bool recipients = starts(p->lower, "- như điều ");
    int n = 0;
    for (const char *s = p->lower; (s = strstr(s, word)); s += strlen(word)) {
        struct cited cited = { 0 };
        const char *behind = s + strlen(word);
        int at = (int)(s - p->lower);
        cited.here = starts(behind, "này") && !is_word_byte(behind[strlen("này")]);
        cited.article = cited.here ? 0 : number_at(behind, &behind);
        if ((!cited.article && !cited.here) || at == 0)
            continue;
        read_before(c, p, at, &cited);
        if (cited.here ? !cited.clause : !recipients && !is_of_this(c, behind))
            continue;
        n++;
        if (of->n)
            judge_cited(c, all, of, i, at, &cited);
    }
    return n;
}

static bool is_excerpt(const struct check *c)
{
    static const char word[] = "trích sao";
    bool excerpt = false;
    for (int i = 0; i < c->n_copies; i++)
        excerpt |= c->copies[i].form && strstr(c->copies[i].form->lower, word);
    for (int i = 0; i < c->copy_marks.n; i++)
        excerpt |= strstr(c->copy_marks.at[i]->lower, word) != NULL;
    return excerpt;
}

enum check_state rule_d5(struct check *c)
{
    const struct passages *all = passages_of(c);
    struct articles of = find_articles(c, all);
    int n = 0;
    for (int i = 0; i < all->n; i++)
        if (strstr(all->at[i].lower, "điều "))
            n += judge_passage(c, all, &of, i);
    if (n && is_excerpt(c)) {
        c->n_faults = 0;
        return unsure(c, W("trích sao: chỉ có một phần văn bản", "an extract: only part of the document"));
    }
    if (n && !of.n)
        return unsure(c, W("văn bản không chia thành điều", "the document has no articles"));
    return n ? done(c, W("%d chỗ dẫn", "%d citations"), n) : skip(c, W("không dẫn điều nào của văn bản này", "no article of this document is cited"));
}
