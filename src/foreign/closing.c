/* closing.c - the end of a document: recipients at the left, who signs at the right, the block of a copy below.             */
#include "base/utf8.h"
#include "foreign/sheet.h"

#include <ctype.h>

static void give(struct book *b, struct strip *s, const char *role)
{
    s->role = role;
    s->para = ++b->paras;
}

/* ---- the drafter's mark: PL.(300) --------------------------------------------------------------------------------------------- */

static bool is_drafter(const char *s)
{
    const char *open = strrchr(s, '(');
    if (!open || open == s || !isdigit((unsigned char)open[1]) || strchr(s, ' '))
        return false;
    open += 1 + strspn(open + 1, "0123456789");
    return *open == ')';
}

/* ---- copies ---------------------------------------------------------------------------------------------------------------------- */

static bool is_form(const struct strip *s) { return strcmp(s->folded, "sao y") == 0 || strcmp(s->folded, "sao lục") == 0 || strcmp(s->folded, "trích sao") == 0; }

static bool is_form_mark(const struct strip *s) { return (begins(s->folded, "sao y;") || begins(s->folded, "sao lục;") || begins(s->folded, "trích sao;")) != 0; }

static bool is_office_line(const struct strip *s) { return s->capitals && s->bold; }

/* In the place of a signature.                                                                                                       */
static bool is_by_hand(const struct strip *t) { return *t->text == '(' || *t->text == '[' || begins(t->folded, "đã ký"); }

static const char *role_in_copy(const struct sheet *s, const struct strip *t, len level, len number, bool signed_yet)
{
    bool right = strip_centre(t) > s->width / 2;
    if (is_form(t))
        return "copy";
    if (strstr(t->folded, "ngày") && right)
        return "o4";
    if (begins(t->folded, "số:") || (length_of(t->y - number) < PT(2) && !right))
        return "o3";
    if (level && t->y > level - PT(3) && !right)
        return "o9b";
    if (!right)
        return "o2";
    return is_office_line(t) || !signed_yet ? "o7a" : "o7b";
}

/* From the line that names the form down: two columns again.                                                                         */
static void find_copy(struct book *b, struct sheet *s)
{
    int form = -1;
    len level = 0, number = 0;
    for (int i = 0; i < s->n_strips; i++)
        if (is_free(&s->strip[i]) && is_form(&s->strip[i]) && strip_centre(&s->strip[i]) > s->width / 2)
            form = form < 0 ? i : form;
    if (form < 0)
        return;
    len top = s->strip[form].y - MM(3);
    for (int i = 0; i < s->n_strips; i++) {
        level = s->strip[i].y > top && begins(s->strip[i].folded, "nơi nhận") ? s->strip[i].y : level;
        number = s->strip[i].y > top && begins(s->strip[i].folded, "số:") ? s->strip[i].y : number;
    }
    bool signed_yet = false;
    for (int i = 0; i < s->n_strips; i++) {
        struct strip *t = &s->strip[i];
        if (!is_free(t) || t->y < top)
            continue;
        if (is_by_hand(t)) {
            t->kind = KIND_BESIDE;
            continue;
        }
        give(b, t, role_in_copy(s, t, level, number, signed_yet));
        signed_yet |= strcmp(t->role, "o7a") == 0;
    }
}

/* ---- recipients --------------------------------------------------------------------------------------------------------------------- */

struct closing { int page, head; len top; bool open; };

static bool is_authority(const struct strip *s)
{
    static const char *const heads[] = { "tm.", "kt.", "tl.", "tuq.", "q.", "t.m", "k.t", "t.l", "tm ", "kt ", "tl ", "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "bộ trưởng",
                                         "thứ trưởng", "trưởng", "phó trưởng", "chánh", "phó chánh", "hiệu trưởng", "phó hiệu trưởng", "tổng", "cục trưởng", "vụ trưởng", "thư ký", "chủ tọa", "đại diện" };
    for (int i = 0; i < LENGTH(heads); i++)
        if (begins(s->folded, heads[i]) && s->capitals)
            return true;
    return false;
}

/* Two or more offices at one height.                                                                                                          */
static bool begins_row(const struct sheet *s, int i)
{
    const struct strip *t = &s->strip[i];
    return i + 1 < s->n_strips && is_free(t) && is_free(t + 1) && length_of(t[1].y - t->y) < PT(1) && is_office_line(t) && is_office_line(t + 1);
}

static struct closing find_head(const struct book *b)
{
    for (int page = b->main_last; page >= 0; page--)
        for (int i = b->sheet[page].n_strips - 1; i >= 0; i--)
            if (is_free(&b->sheet[page].strip[i]) && begins(b->sheet[page].strip[i].folded, "nơi nhận"))
                return (struct closing){ page, i, b->sheet[page].strip[i].y, true };
    return (struct closing){ .page = -1 };
}

/* Without recipients: the last office in capitals in the right half, near the document's end.                                            */
static struct closing find_signer(const struct book *b)
{
    for (int page = b->main_last; page >= 0 && page >= b->main_last - 1; page--) {
        const struct sheet *s = &b->sheet[page];
        for (int i = 0; i < s->n_strips; i++) {
            const struct strip *t = &s->strip[i];
            if (page == b->main_last && t->y > s->height / 4 && begins_row(s, i))
                return (struct closing){ page, -1, t->y, true };
            if (is_free(t) && is_authority(t) && strip_centre(t) > s->width * 58 / 100 && t->x0 > s->width * 4 / 10 && t->y > s->height / 4)
                return (struct closing){ page, -1, t->y, true };
        }
    }
    return (struct closing){ .page = -1 };
}

static bool is_in_left(const struct sheet *s, const struct strip *t) { return t->x0 < s->width * 35 / 100 && strip_centre(t) < s->width / 2; }

static void take_recipients(struct book *b, struct sheet *s, const struct closing *end)
{
    len left = s->strip[end->head].x0;
    give(b, &s->strip[end->head], "o9b");
    len last = end->top;
    for (int i = 0, para = 0; i < s->n_strips; i++) {
        struct strip *t = &s->strip[i];
        if (is_free(t) && is_in_left(s, t) && t->y - last > MM(10) && *t->text != '-')
            return;
        if (!is_free(t) || t->y < end->top - PT(3) || !is_in_left(s, t) || t->x0 < left - MM(10))
            continue;
        bool item = *t->text == '-' || begins(t->text, "–") || t->text[strlen(t->text) - 1] == ':' || is_drafter(t->text);
        t->role = is_drafter(t->text) ? "o13" : "o9b";
        t->para = para = item || !para ? ++b->paras : para;
        last = t->y;
    }
}

/* ---- who signs ---------------------------------------------------------------------------------------------------------------------------- */

/* Above the recipients there may be several who sign side by side; the block begins where offices do.                                         */
static len signers_top(const struct sheet *s, const struct closing *end)
{
    len top = end->top;
    for (int i = s->n_strips - 1; i >= 0; i--) {
        const struct strip *t = &s->strip[i];
        if (t->y < end->top - PT(3) && t->y > end->top - MM(75) && begins_row(s, i))
            top = t->y < top ? t->y : top;
    }
    if (top < end->top - MM(15))
        return top;
    for (int i = s->n_strips - 1; i >= 0; i--) {
        const struct strip *t = &s->strip[i];
        if (is_free(t) && t->y < top && t->y > top - MM(9) && t->x0 > s->width * 4 / 10 && is_office_line(t))
            top = t->y;
    }
    return top;
}

static void take_signers(struct book *b, struct sheet *s, const struct closing *end)
{
    len top = signers_top(s, end);
    for (int i = 0; i < s->n_strips; i++) {
        struct strip *t = &s->strip[i];
        bool beside = end->head < 0 || t->x0 > s->width * 35 / 100 || t->y < end->top - PT(3);
        if (!is_free(t) || t->y < top - PT(3) || !beside || (end->head >= 0 && t->x0 < s->width * 35 / 100 && t->y >= end->top - PT(3)))
            continue;
        if (is_by_hand(t)) {
            t->kind = KIND_BESIDE;
            continue;
        }
        /* a name is small letters below a capital line; an office may be in small letters when something follows it */
        bool name = !t->capitals;
        for (int k = i + 1; k < s->n_strips && name; k++) {
            const struct strip *below = &s->strip[k];
            bool same = below->x0 < t->x1 && below->x1 > t->x0 && is_free(below);
            name = !(same && below->y - t->y > MM(14));
        }
        give(b, t, name ? "o7b" : "o7a");
    }
}

/* Side by side: whoever stands below one another is one signer.                                                                                 */
static void find_columns(struct sheet *s)
{
    for (int i = 0, columns = 0; i < s->n_strips; i++) {
        struct strip *t = &s->strip[i];
        if (!t->role || !begins(t->role, "o7"))
            continue;
        t->column = columns + 1;
        for (int k = 0; k < i; k++)
            if (s->strip[k].role && begins(s->strip[k].role, "o7") && length_of(strip_centre(t) - strip_centre(&s->strip[k])) < MM(22))
                t->column = s->strip[k].column;
        columns = t->column > columns ? t->column : columns;
    }
}

/* The room for a signature parts offices and name: a lone last line far below them is the name, whatever its letters.                          */
static void find_name(struct sheet *s)
{
    struct strip *last = NULL, *before = NULL;
    for (int i = 0; i < s->n_strips; i++)
        if (s->strip[i].role && begins(s->strip[i].role, "o7")) {
            before = last;
            last = &s->strip[i];
        }
    if (last && before && strcmp(last->role, "o7a") == 0 && strcmp(before->role, "o7a") == 0 && last->y - before->y > MM(14))
        last->role = "o7b";
}

/* In the top margin: all that stands on the line of a copy's form, or of a number and a time.                                               */
void marks_find(struct book *b)
{
    struct sheet *s = &b->sheet[0];
    for (int i = 0; i < s->n_strips && s->strip[i].y < MM(25); i++) {
        const struct strip *t = &s->strip[i];
        const char *role = is_form_mark(t) ? "o14" : begins(t->folded, "số:") && strchr(t->text, ';') ? "file-signature" : NULL;
        if (!is_free(t) || !role)
            continue;
        int para = ++b->paras;
        for (int k = i; k < s->n_strips && s->strip[k].y - t->y < PT(1); k++)
            if (is_free(&s->strip[k])) {
                s->strip[k].role = role;
                s->strip[k].para = para;
            }
    }
}

void closing_find(struct book *b)
{
    if (!b->n)
        return;
    for (int i = 0; i < b->n; i++)
        find_copy(b, &b->sheet[i]);
    struct closing end = find_head(b);
    if (end.page < 0)
        end = find_signer(b);
    else
        take_recipients(b, &b->sheet[end.page], &end);
    if (end.page < 0)
        return;
    take_signers(b, &b->sheet[end.page], &end);
    for (int i = 0; i < b->sheet[end.page].n_strips; i++) /* below who signs there is no text */
        if (is_free(&b->sheet[end.page].strip[i]) && b->sheet[end.page].strip[i].y > end.top + PT(3))
            b->sheet[end.page].strip[i].kind = KIND_BESIDE;
    find_columns(&b->sheet[end.page]);
    find_name(&b->sheet[end.page]);
}
