/* reference_rules.c - D1 to D3: appendices, notes and places that are mentioned.                              */
#include "check/text.h"

/* Another document stands behind the mention before the sentence goes on: Phụ lục II Nghị định số 30/2020/NĐ-CP.  */
static bool is_of_another(const char *behind)
{
    static const char *const types[] = { "nghị định", "thông tư", "quyết định", "nghị quyết", "luật", "công văn", "kế hoạch", "hướng dẫn", "chỉ thị", "quy chế", "quy định",
                                         "báo cáo", "tờ trình", "chương trình", "đề án", "văn bản số", "quy chuẩn", "tiêu chuẩn", "hợp đồng", "thông báo", "pháp lệnh", "hồ sơ" };
    size_t n = strcspn(behind, ".;)");
    n = n > 120 ? 120 : n;
    for (int i = 0; i < LENGTH(types); i++) {
        const char *at = memmem(behind, n, types[i], strlen(types[i]));
        if (at && !starts(at + strlen(types[i]), " này"))
            return true;
    }
    return false;
}

/* ---- D1 ---------------------------------------------------------------------------------------------------- */

static const char word[] = "phụ lục";

static bool is_label_byte(char b) { return (b >= '0' && b <= '9') || strchr("ivxlc", b); }

/* The label at s: digits or a Roman number; its bytes, 0: none.                                                 */
static int label_at(const char *s)
{
    int n = 0;
    while (s[n] && is_label_byte(s[n]))
        n++;
    return is_word_byte(s[n]) || (s[n] >= '0' && s[n] <= '9') ? 0 : n;
}

static bool has_annex(const struct check *c, const char *label, int n)
{
    for (int i = 0; i < c->n_annexes; i++) {
        const char *own = c->annexes[i].label.at[0]->lower;
        own += starts(own, word) ? strlen(word) : 0;
        own += strspn(own, " ");
        own += starts(own, "số ") ? strlen("số ") : 0;
        if (label_at(own) == n && memcmp(own, label, (size_t)n) == 0)
            return true;
    }
    return false;
}

static int next_label(const char *s)
{
    int n = starts(s, ", ") ? 2 : starts(s, ",") ? 1 : starts(s, " và ") ? (int)strlen(" và ") : starts(s, "; ") ? 2 : 0;
    return n && label_at(s + n) ? n : 0;
}

static bool is_enclosed(const char *behind) { return starts(behind, " kèm theo") || starts(behind, " đính kèm") || starts(behind, " gửi kèm"); }

/* One mention. 1: it can be judged; 0: it is of another document; -1: nobody can say.                             */
static int judge_mention(struct check *c, const struct passage *p, int at)
{
    const char *s = p->lower + at + strlen(word), *first;
    s += *s == ' ';
    s += starts(s, "số ") ? strlen("số ") : 0;
    first = s;
    const char *end = s + label_at(s);
    for (int n; end > s && (n = next_label(end));)
        end += n + label_at(end + n);
    bool numbered = end > s;
    end = numbered ? end : p->lower + at + strlen(word);
    if (is_of_another(end) || (!numbered && !is_enclosed(end)))
        return 0;
    if (!c->n_annexes && !is_enclosed(end))
        return -1;
    if (!c->n_annexes)
        fault_word(c, p, at, W("«%s»: văn bản không có phụ lục", "'%s': the document has no appendix"), excerpt(c, p->text, at, (int)(end - p->lower)));
    for (s = first; numbered && c->n_annexes && s < end; s += label_at(s), s += next_label(s)) {
        if (!has_annex(c, s, label_at(s)))
            fault_word(c, p, at, W("không có Phụ lục %.*s", "there is no Phụ lục %.*s"), label_at(s), p->text + (s - p->lower));
    }
    return 1;
}

enum check_state rule_d1(struct check *c)
{
    const struct passages *all = passages_of(c);
    int seen = 0, unknown = 0;
    bool apart = c->doc && c->doc->n_files > 1;
    for (int i = 0; i < all->n; i++) {
        const struct passage *p = &all->at[i];
        for (const char *s = p->lower; (s = strstr(s, word)); s += strlen(word)) {
            if (p->zone == ZONE_ANNEX_HEAD || s == p->lower)
                continue;
            int known = apart ? -1 : judge_mention(c, p, (int)(s - p->lower));
            seen += known > 0;
            unknown += known < 0;
        }
    }
    if (!seen && unknown)
        return unsure(c, apart ? W("phụ lục ở tệp riêng", "appendices are in separate files") : W("nhắc phụ lục, nhưng văn bản không có phụ lục nào", "an appendix is mentioned, but the document has none"));
    return seen ? done(c, W("%d chỗ nhắc phụ lục", "%d mentions"), seen) : skip(c, W("không nhắc phụ lục nào", "no appendix is mentioned"));
}

/* ---- D2 ---------------------------------------------------------------------------------------------------- */

struct call { const struct line *line; int note; };
struct calls { struct call *at; int n, room; };

static void find_calls(struct check *c, struct calls *to)
{
    for (int i = 0; i < c->lines.n; i++)
        for (int k = 0; k < c->lines.at[i]->n; k++) {
            const struct span *s = &c->lines.at[i]->span[k];
            if (!s->note)
                continue;
            to->at = arena_grow(c->arena, to->at, to->n + 1, &to->room, sizeof(*to->at));
            to->at[to->n++] = (struct call){ c->lines.at[i], s->mark->text.note };
        }
}

static bool same_label(const struct check *c, int a, int b)
{
    const char *one = c->pages->elements[a].label, *other = c->pages->elements[b].label;
    return one && other && strcmp(one, other) == 0;
}

enum check_state rule_d2(struct check *c)
{
    struct calls calls = { 0 };
    find_calls(c, &calls);
    for (int i = 0; i < calls.n; i++)
        for (int k = 0; k < i; k++) {
            const struct call *a = &calls.at[k], *b = &calls.at[i];
            const char *label = c->pages->elements[b->note].label;
            if (a->note == b->note)
                fault(c, b->line, W("chú thích %s được gọi lần nữa", "footnote %s is referred to again"), label ? label : "");
            else if (a->line->page == b->line->page && same_label(c, a->note, b->note))
                fault(c, b->line, W("trên trang này có hai chú thích mang dấu %s", "two footnotes on this page have the mark %s"), label);
        }
    return calls.n ? done(c, W("%d chú thích", "%d notes"), calls.n) : skip(c, W("không có chú thích", "no footnotes"));
}

/* ---- D3 ---------------------------------------------------------------------------------------------------- */

static bool has_id(const struct check *c, const char *id)
{
    for (int i = 0; i < c->pages->n_elements; i++)
        if (c->pages->elements[i].id && strcmp(c->pages->elements[i].id, id) == 0)
            return true;
    return false;
}

static int judge_links(struct check *c)
{
    int n = 0;
    for (int i = 0; i < c->lines.n; i++)
        for (int k = 0; k < c->lines.at[i]->n; k++) {
            const struct mark *m = c->lines.at[i]->span[k].mark;
            if (!m->text.href || *m->text.href != '#' || m->text.note >= 0)
                continue;
            n++;
            if (!has_id(c, m->text.href + 1) && c->doc && c->doc->n_files <= 1)
                fault(c, c->lines.at[i], W("không có chỗ nào mang tên %s", "no place has the name %s"), m->text.href + 1);
        }
    return n;
}

static const char *const kinds[] = { "Bảng", "Biểu", "Biểu số", "Hình", "Biểu đồ", "Sơ đồ" };

/* The number behind the kind's name; 0: none stands there.                                                       */
static int number_of(const char *text, const char *kind, const char **behind)
{
    size_t n = strlen(kind);
    if (!starts(text, kind) || text[n] != ' ')
        return 0;
    const char *s = text + n + 1;
    size_t digits = strspn(s, "0123456789");
    *behind = s + digits;
    return digits && digits < 4 && !is_word_byte(**behind) && !(**behind == '.' && (*behind)[1] >= '0' && (*behind)[1] <= '9') && !strchr("/-", **behind ? **behind : ' ') ? whole_at(s) : 0;
}

static bool has_caption(const struct passages *all, const char *kind, int number, bool *any)
{
    const char *behind;
    for (int i = 0; i < all->n; i++) {
        int n = number_of(all->at[i].text, kind, &behind);
        bool caption = n && (!*behind || *behind == '.' || *behind == ':' || all->at[i].line[0]->bold);
        *any |= caption;
        if (caption && n == number)
            return true;
    }
    return false;
}

static int judge_numbers(struct check *c, const struct passages *all, const char *kind)
{
    int n = 0;
    for (int i = 0; i < all->n; i++) {
        const struct passage *p = &all->at[i];
        for (const char *s = p->text, *behind; (s = strstr(s, kind)); s++) {
            int number = s > p->text && !is_word_byte(s[-1]) ? number_of(s, kind, &behind) : 0;
            bool any = false;
            if (!number || is_of_another(p->lower + (behind - p->text)) || has_caption(all, kind, number, &any)) {
                n += number > 0;
            } else if (any) {
                n++;
                fault_word(c, p, (int)(s - p->text), W("không có %s %d", "there is no %s %d"), kind, number);
            }
        }
    }
    return n;
}

enum check_state rule_d3(struct check *c)
{
    int n = judge_links(c);
    for (int i = 0; i < LENGTH(kinds); i++)
        n += judge_numbers(c, passages_of(c), kinds[i]);
    return n ? done(c, W("%d chỗ dẫn", "%d references"), n) : skip(c, W("không có dẫn chiếu", "no references"));
}
