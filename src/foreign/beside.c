/* beside.c - what stands beside the running text: page numbers, tables, notes, frames with their words, the address
 * at the foot, heads of appendices.                                                                                     */
#include "foreign/sheet.h"

#include <ctype.h>

/* ---- page numbers ---------------------------------------------------------------------------------------------------- */

static bool is_number(const struct strip *s)
{
    bool digits = false;
    for (const char *c = begins(s->folded, "trang ") ? s->folded + strlen("trang ") : s->folded; *c; c++) {
        digits |= isdigit((unsigned char)*c) != 0;
        if (!isdigit((unsigned char)*c) && !strchr("-/ ", *c))
            return false;
    }
    return digits && strlen(s->text) < 16;
}

static void find_number(struct sheet *s)
{
    struct strip *top = s->n_strips ? &s->strip[0] : NULL, *low = s->n_strips ? &s->strip[s->n_strips - 1] : NULL;
    if (top && is_number(top) && top->y < MM(30))
        top->kind = KIND_NUMBER;
    else if (low && low != top && is_number(low) && low->y > s->height - MM(25))
        low->kind = KIND_NUMBER;
}

/* ---- tables: upright rules whose heights meet ------------------------------------------------------------------------- */

static int by_height(const void *a, const void *b)
{
    const struct bar *r = a, *t = b;
    return r->y0 < t->y0 ? -1 : r->y0 > t->y0;
}

static bool is_upright(const struct bar *b) { return b->y1 - b->y0 > b->x1 - b->x0; }

static void take_cells(struct sheet *s, len x0, len y0, len x1, len y1)
{
    if (x1 - x0 < PT(2))
        return;
    for (int i = 0; i < s->n_strips; i++) {
        struct strip *t = &s->strip[i];
        if (is_free(t) && t->y > y0 && t->y < y1 + PT(1) && t->x1 > x0 && t->x0 < x1)
            t->kind = KIND_CELL;
    }
}

static void find_tables(struct arena *a, struct sheet *s)
{
    struct bar *up = NEW_N(a, struct bar, s->n_bars + 1);
    int n = 0;
    for (int i = 0; i < s->n_bars; i++)
        if (is_upright(&s->bar[i]) && s->bar[i].group >= 0)
            up[n++] = s->bar[i];
    qsort(up, (size_t)n, sizeof(*up), by_height);
    for (int i = 0, from = 0; i < n; i++) {
        len x0 = LEN_MAX, x1 = 0, y1 = 0;
        for (int k = from; k <= i; k++) {
            x0 = up[k].x0 < x0 ? up[k].x0 : x0;
            x1 = up[k].x1 > x1 ? up[k].x1 : x1;
            y1 = up[k].y1 > y1 ? up[k].y1 : y1;
        }
        if (i + 1 < n && up[i + 1].y0 <= y1 + PT(1))
            continue;
        take_cells(s, x0, up[from].y0, x1, y1);
        from = i + 1;
    }
}

/* What belongs to a table but stands outside: its unit, its name, its notes.                                                */
static void find_captions(struct sheet *s)
{
    static const char *const words[] = { "đơn vị tính", "đơn vị:", "đvt:", "(đơn vị", "bảng ", "biểu ", "ghi chú", "nguồn:", "chú thích", "hình " };
    for (int i = 0; i < s->n_strips; i++)
        for (int k = 0; k < LENGTH(words) && is_free(&s->strip[i]); k++) {
            struct strip *t = &s->strip[i];
            bool above = i + 1 < s->n_strips && t[1].kind == KIND_CELL && t[1].y - t->y < MM(14);
            bool below = i && t[-1].kind != KIND_TEXT && t->y - t[-1].y < MM(14), chained = i + 1 < s->n_strips && t[1].y - t->y < MM(10) && begins(t[1].folded, words[0]);
            if (begins(t->folded, words[k]) && (above || below || chained || (k == 0 && t->x0 > s->width / 2)))
                t->kind = KIND_BESIDE;
        }
}

/* ---- stamps ----------------------------------------------------------------------------------------------------------- */

static const struct { const char *words, *role; } stamps[] = {
    { "hỏa tốc", "o10b" }, { "hoả tốc", "o10b" }, { "hỏa tốc hẹn giờ", "o10b" }, { "thượng khẩn", "o10b" }, { "khẩn", "o10b" },
    { "mật", "o10a" }, { "tối mật", "o10a" }, { "tuyệt mật", "o10a" }, { "xem xong trả lại", "o11" }, { "lưu hành nội bộ", "o11" },
};

/* Four sides, drawn at once or one by one, close around a line: they and it are one element.                              */
static void take_frame(struct book *b, struct sheet *s, struct strip *t)
{
    int side[4], n = 0;
    for (int i = 0; i < s->n_bars; i++) {
        const struct bar *r = &s->bar[i];
        bool inside = r->x0 > t->x0 - MM(25) && r->x1 < t->x1 + MM(25) && r->y0 > t->y - t->size - MM(6) && r->y1 < t->y + MM(8);
        bool around = is_upright(r) ? r->y0 < t->y && r->y1 > t->y - t->size / 2 : r->x0 < t->x0 && r->x1 > t->x1;
        if (inside && around && n < 4)
            side[n++] = i;
        else if (inside && around)
            return;
    }
    if (n != 4)
        return;
    t->para = ++b->paras;
    for (int i = 0; i < 4; i++)
        s->bar[side[i]].group = -t->para;
}

static void find_stamps(struct book *b, struct sheet *s)
{
    for (int i = 0; i < s->n_strips; i++)
        for (int k = 0; k < LENGTH(stamps); k++)
            if (strcmp(s->strip[i].folded, stamps[k].words) == 0 && s->strip[i].capitals) {
                s->strip[i].role = stamps[k].role;
                take_frame(b, s, &s->strip[i]);
            }
}

/* ---- notes: small letters below a short rule at the foot ----------------------------------------------------------------- */

static void find_notes(struct book *b, struct sheet *s)
{
    const struct bar *rule = NULL;
    for (int i = 0; i < s->n_bars; i++) {
        const struct bar *r = &s->bar[i];
        len length = r->x1 - r->x0;
        if (!is_upright(r) && r->y0 > s->height / 3 && length > MM(20) && length < s->width * 45 / 100 && r->x0 < s->width / 4 && (!rule || r->y0 > rule->y0))
            rule = r;
    }
    int n = 0, small = 0;
    for (int i = 0; rule && i < s->n_strips; i++)
        if (s->strip[i].y > rule->y1 && s->strip[i].kind == KIND_TEXT) {
            n++;
            small += s->strip[i].size < PT(12) && s->strip[i].x0 > rule->x0 - PT(2);
        }
    if (!n || small < n)
        return;
    b->paras++;
    for (int i = 0; i < s->n_strips; i++)
        if (s->strip[i].y > rule->y1 && s->strip[i].kind == KIND_TEXT) {
            s->strip[i].kind = KIND_NOTE;
            s->strip[i].para = b->paras;
        }
}

/* ---- the address at the foot: below a rule over the text's width ------------------------------------------------------------ */

static void find_contact(struct sheet *s)
{
    len top = 0;
    bool said = false;
    for (int i = 0; i < s->n_bars; i++) {
        const struct bar *r = &s->bar[i];
        if (!is_upright(r) && r->y0 > s->height - MM(60) && r->x1 - r->x0 > s->width / 2 && r->y0 > top)
            top = r->y1;
    }
    for (int i = 0; top && i < s->n_strips; i++)
        said |= is_free(&s->strip[i]) && s->strip[i].y > top && (strstr(s->strip[i].folded, "điện thoại") || strstr(s->strip[i].folded, "đt:") || strchr(s->strip[i].text, '@'));
    for (int i = 0; said && i < s->n_strips; i++)
        if (is_free(&s->strip[i]) && s->strip[i].y > top)
            s->strip[i].role = "o13";
}

/* ---- appendices ------------------------------------------------------------------------------------------------------------- */

static bool is_centred(const struct sheet *s, const struct strip *t)
{
    len off = strip_centre(t) - s->width / 2;
    return off > -MM(4) && off < MM(16) && (t->x0 > MM(35) || t->bold); /* the left margin is wider than the right one */
}

static bool is_label(const struct strip *t)
{
    const char *s = t->folded;
    if (!begins(s, "phụ lục"))
        return false;
    s += strlen("phụ lục");
    size_t n = strspn(s, " ivxlcdm0123456789.:-");
    return !s[n] || (n && isalpha((unsigned char)s[n]) && !s[n + 1]);
}

/* From the label down: what is centred, up to the line in brackets.                                                            */
static void take_head(struct sheet *s, int label)
{
    bool bracket = false;
    s->strip[label].role = "appendix-number";
    for (int i = label + 1; i < s->n_strips; i++) {
        struct strip *t = &s->strip[i];
        if (!is_free(t) || t->y - t[-1].y > MM(16) || (bracket && strchr(t[-1].text, ')')))
            return;
        bracket |= *t->text == '(';
        if (!bracket && !is_centred(s, t))
            return;
        if (!bracket && !t->bold && !t->capitals)
            return;
        t->role = bracket ? "appendix-reference" : "appendix-title";
    }
}

/* Among the first lines of a page, or centred in bold anywhere: there it should not be, but is.                                    */
static void find_appendix(struct book *b, int page)
{
    struct sheet *s = &b->sheet[page];
    for (int i = 0, seen = 0; i < s->n_strips; i++) {
        struct strip *t = &s->strip[i];
        if (is_free(t) && is_label(t) && is_centred(s, t) && (seen < 2 || (page && t->bold && seen < 4))) {
            take_head(s, i);
            if (b->main_last >= page)
                b->main_last = page - 1;
            return;
        }
        seen += is_free(t);
    }
}

void furniture_find_foreign(struct book *b)
{
    b->main_last = b->n - 1;
    for (int i = 0; i < b->n; i++) {
        find_number(&b->sheet[i]);
        if (i == 0)
            find_stamps(b, &b->sheet[i]);
        find_tables(b->arena, &b->sheet[i]);
        find_captions(&b->sheet[i]);
        find_notes(b, &b->sheet[i]);
        find_appendix(b, i);
    }
    if (b->n)
        find_contact(&b->sheet[0]);
}
