/* text.c - the changes in sentences.                                                                  */
#include "diff/text.h"

#include <math.h>

enum { HEAD = 110, TAIL = 50 };  /* bytes of long words                                                   */

static const char *whole_letter(const char *s, const char *at)
{
    while (at > s && ((unsigned char)*at & 0xC0) == 0x80)
        at--;
    return at;
}

const char *diff_clip(struct diff *d, const char *s)
{
    size_t n = strlen(s);
    if (n <= HEAD + TAIL + 10)
        return s;
    const char *head = whole_letter(s, s + HEAD), *tail = whole_letter(s, s + n - TAIL);
    const char *space = memchr(tail, ' ', (size_t)(s + n - tail));
    while (head > s && *head != ' ')
        head--;
    head = head > s ? head : whole_letter(s, s + HEAD);
    return arena_format(&d->arena, "%.*s …%s", (int)(head - s), s, space ? space : tail);
}

static const char *const signs[DIFF_KINDS] = { "±", "+", "−", "A", "⇄", "↵", "§", "—", "▭" };

const char *diff_sign(const struct diff_change *c)
{
    bool along = c->kind == DIFF_MOVED && !c->elsewhere;
    if (along && c->down != 0)
        return c->down > 0 ? "↓" : "↑";
    return along && c->right != 0 ? (c->right > 0 ? "→" : "←") : signs[c->kind];
}

const char *diff_mm(struct diff *d, double mm, bool english)
{
    char *text = arena_format(&d->arena, "%.1f", fabs(mm)), *point = strchr(text, '.');
    if (!english && point)
        *point = ',';
    return text;
}

static const char *quoted(struct diff *d, const char *s, bool english)
{
    return arena_format(&d->arena, english ? "“%s”" : "«%s»", diff_clip(d, s));
}

static int page_of(const struct diff_part *p, bool last) { return p->n ? p->box[last ? p->n - 1 : 0].page + 1 : 0; }

/* By the count of sheets; both sides', where they differ, and of B from the first to the last.             */
const char *diff_where(struct diff *d, const struct diff_change *c, bool english)
{
    const char *word = english ? "page" : "trang";
    int a = page_of(&c->side[0], false), b = page_of(&c->side[1], false), last = page_of(&c->side[b ? 1 : 0], true);
    if (last > (b ? b : a))
        return arena_format(&d->arena, "%s %d–%d", english ? "pages" : word, b ? b : a, last);
    if (a && b && a != b)
        return arena_format(&d->arena, "%s %d → %d", word, a, b);
    return arena_format(&d->arena, "%s %d", word, b ? b : a);
}

/* "3 khối" or "3 blocks".                                                                                  */
static const char *blocks(struct diff *d, const struct diff_change *c, bool english)
{
    const char *one = c->notes ? "%d footnote" : "%d block", *more = c->notes ? "%d footnotes" : "%d blocks", *vi = c->notes ? "%d chú thích" : "%d khối";
    return arena_format(&d->arena, english ? c->blocks == 1 ? one : more : vi, c->blocks);
}

static const char *way(struct diff *d, const struct diff_change *c, bool english)
{
    const char *down = "", *right = "";
    if (c->elsewhere)
        return english ? " to another place in the text" : " đến chỗ khác trong bài";
    if (c->down != 0)
        down = arena_format(&d->arena, "%s %s mm", c->down > 0 ? english ? "down" : "xuống" : english ? "up" : "lên", diff_mm(d, c->down, english));
    if (c->right != 0)
        right = arena_format(&d->arena, "%s %s mm", c->right > 0 ? english ? "right" : "sang phải" : english ? "left" : "sang trái", diff_mm(d, c->right, english));
    if (!*down && !*right)
        return english ? "" : " chỗ";
    return arena_format(&d->arena, " %s%s%s", down, *down && *right ? ", " : "", right);
}

const char *diff_what(struct diff *d, const struct diff_change *c, bool english)
{
    switch (c->kind) {
    case DIFF_MOVED:
        return arena_format(&d->arena, english ? "%s moved%s" : "%s dời%s", blocks(d, c, english), way(d, c, english));
    case DIFF_REFLOWED:
        return arena_format(&d->arena, english ? "%s with other line breaks" : "%s ngắt dòng khác đi", blocks(d, c, english));
    case DIFF_RUNNING:
        if (c->side[0].text && c->side[1].text && strcmp(c->side[0].text, c->side[1].text) == 0)
            return english ? "header or footer moved" : "đầu, chân trang dời chỗ";
        return english ? "header or footer" : "đầu, chân trang";
    case DIFF_RULES:
        return english ? "drawn lines differ" : "đường kẻ khác đi";
    case DIFF_PAPER:
        return english ? "paper size" : "khổ giấy";
    case DIFF_LOOK:
        return arena_format(&d->arena, english ? "type: %s → %s" : "kiểu chữ: %s → %s", c->side[0].look, c->side[1].look);
    default: {
        static const char *const words[][2] = { { "sửa", "changed" }, { "thêm", "added" }, { "bớt", "removed" } };
        return words[c->kind][english];
    }
    }
}

/* Its words: the old, the new, or both.                                                                     */
static const char *words(struct diff *d, const struct diff_change *c, bool english)
{
    const char *a = c->side[0].text, *b = c->side[1].text;
    if (!a && !b)
        return "";
    if (a && b && strcmp(a, b) != 0)
        return arena_format(&d->arena, "%s → %s", quoted(d, a, english), quoted(d, b, english));
    return quoted(d, b ? b : a, english);
}

const char *diff_sentence(struct diff *d, int change, bool english)
{
    const struct diff_change *c = &d->change[change];
    const char *said = words(d, c, english);
    return arena_format(&d->arena, "%s: %s%s%s", diff_where(d, c, english), diff_what(d, c, english), *said ? ": " : "", said);
}

/* ---- all of it -------------------------------------------------------------------------------------------- */

static void add(struct buf *b, const char *format, int n)
{
    if (!n)
        return;
    if (b->size)
        buf_str(b, ", ");
    buf_format(b, format, n);
}

const char *diff_headline(struct diff *d, bool english)
{
    struct buf b = buf_in(&d->arena);
    const int *n = d->count;
    add(&b, english ? n[DIFF_CHANGED] == 1 ? "%d place changed" : "%d places changed" : "%d chỗ sửa", n[DIFF_CHANGED]);
    add(&b, english ? "%d added" : "%d chỗ thêm", n[DIFF_ADDED]);
    add(&b, english ? "%d removed" : "%d chỗ bớt", n[DIFF_REMOVED]);
    if (d->words[0] || d->words[1])
        buf_format(&b, english ? " (words: −%d +%d)" : " (số từ: −%d +%d)", d->words[0], d->words[1]);
    add(&b, english ? "%d in other type" : "%d chỗ đổi kiểu chữ", n[DIFF_LOOK]);
    add(&b, english ? d->blocks_moved == 1 ? "%d block moved" : "%d blocks moved" : "%d khối dời chỗ", d->blocks_moved);
    add(&b, english ? d->blocks_reflowed == 1 ? "%d block with other line breaks" : "%d blocks with other line breaks" : "%d khối ngắt dòng khác", d->blocks_reflowed);
    add(&b, english ? "headers and footers: %d" : "đầu, chân trang: %d", n[DIFF_RUNNING]);
    add(&b, english ? "pages with other lines: %d" : "trang có đường kẻ khác: %d", n[DIFF_RULES]);
    add(&b, english ? "pages of other paper: %d" : "trang đổi khổ giấy: %d", n[DIFF_PAPER]);
    if (d->n_pages[0] != d->n_pages[1])
        buf_format(&b, english ? "%spages: %d → %d" : "%ssố trang: %d → %d", b.size ? ", " : "", d->n_pages[0], d->n_pages[1]);
    else
        buf_format(&b, english ? "%s%d pages as before" : "%svẫn %d trang", b.size ? ", " : english ? "nothing differs, " : "không có gì khác, ", d->n_pages[0]);
    return buf_text(&b);
}

bool diff_differs(const struct diff *d) { return d->n || d->n_pages[0] != d->n_pages[1]; }
