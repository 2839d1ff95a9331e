#include "diff/sheet.h"
#include "diff/text.h"

#include <math.h>

#define FILE_OF(name, path) __asm__(".section .rodata\n.global " #name "\n.hidden " #name "\n" #name ": .incbin \"src/diff/page/" path "\"\n.byte 0\n.previous\n");

FILE_OF(diff_css, "diff.css")
FILE_OF(diff_js, "diff.js")

/* Marks by page: a change may have several.                                                            */
struct spot { int page, change, box; };

struct spots { struct spot *spot; int n, room; };

struct view {
    struct diff *d;
    struct buf *b;
    bool english;
    struct spots side[2];
};

/* ---- marks ------------------------------------------------------------------------------------------ */

static void rect(struct buf *b, const char *class, double x, double y, double width, double height)
{
    buf_format(b, "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>", class, x, y, width, height);
}

/* Gone: struck out. New: a line below.                                                                  */
static void mark_words(struct buf *b, int side, const struct diff_box *box)
{
    rect(b, "tint", box->x - 0.4, box->y, box->width + 0.8, box->height);
    if (side == DIFF_A)
        rect(b, "line", box->x - 0.4, box->y + box->height * 0.56, box->width + 0.8, 0.45);
    else
        rect(b, "line", box->x - 0.4, box->y + box->height - 0.2, box->width + 0.8, 0.6);
}

static void put_mark(struct view *v, int side, const struct spot *s)
{
    const struct diff_change *c = &v->d->change[s->change];
    const struct diff_box *box = &c->side[side].box[s->box];
    buf_format(v->b, "<g class=\"%s\" data-c=\"%d\">", diff_kind_names[c->kind], s->change + 1);
    if (c->kind == DIFF_CHANGED || c->kind == DIFF_ADDED || c->kind == DIFF_REMOVED || c->kind == DIFF_RUNNING)
        mark_words(v->b, side, box);
    else if (c->kind == DIFF_LOOK)
        rect(v->b, "line", box->x, box->y + box->height - 0.2, box->width, 0.5);
    else
        rect(v->b, "outline", box->x - 1, box->y - 0.5, box->width + 2, box->height + 1);
    buf_str(v->b, "</g>\n");
}

/* ---- chips: the number and sign of a change, beside where it begins on the page ------------------------- */

/* On the left where to, on the right where from, if to another page.                                    */
static const char *partner_page(struct view *v, const struct diff_change *c, int side)
{
    int own = c->side[side].box->page, other = c->side[!side].n ? c->side[!side].box->page : own;
    if (c->kind != DIFF_MOVED || own == other)
        return "";
    return arena_format(&v->d->arena, " %s %s %d", side == DIFF_A ? "→" : "←", v->english ? "p." : "tr.", other + 1);
}

static const char *length_of(struct view *v, const struct diff_change *c)
{
    double mm = c->down != 0 ? c->down : c->right;
    if (c->kind != DIFF_MOVED || mm == 0)
        return "";
    char *text = arena_format(&v->d->arena, " %.1f mm", fabs(mm));
    if (!v->english)
        *strchr(text, '.') = ',';
    return text;
}

/* In the left margin.                                                                                     */
static void put_chip(struct view *v, int side, const struct spot *s, double y, const struct vb_sheet *paper)
{
    const struct diff_change *c = &v->d->change[s->change];
    bool target = s->box == 0 && (side == DIFF_B || !c->side[DIFF_B].n);
    buf_format(v->b, "<a class=\"chip %s\" tabindex=\"-1\" data-c=\"%d\" href=\"#l%d\" style=\"top:%.2f%%\"", diff_kind_names[c->kind],
               s->change + 1, s->change + 1, 100 * y / paper->height_mm);
    if (target)
        buf_format(v->b, " id=\"c%d\"", s->change + 1);
    buf_format(v->b, ">%d %s%s%s</a>\n", s->change + 1, diff_sign(c), length_of(v, c), s->box == 0 ? partner_page(v, c, side) : "");
}

static bool begins(const struct view *v, int side, const struct spot *s)
{
    const struct diff_part *p = &v->d->change[s->change].side[side];
    return s->box == 0 || p->box[s->box - 1].page != p->box[s->box].page;
}

static int by_height(const void *x, const void *y)
{
    const double *a = x, *b = y;
    return (*a > *b) - (*a < *b);
}

/* Those of one line stand below one another.                                                              */
static void put_chips(struct view *v, int side, int first, int end, const struct vb_sheet *paper)
{
    static const double HIGH = 6;
    struct at { double y; int spot; } *at = NEW_N(&v->d->arena, struct at, end - first + 1);
    double free = 0;
    int n = 0;
    for (int i = first; i < end; i++) {
        const struct spot *s = &v->side[side].spot[i];
        if (begins(v, side, s))
            at[n++] = (struct at){ v->d->change[s->change].side[side].box[s->box].y, i };
    }
    qsort(at, (size_t)n, sizeof(*at), by_height);
    for (int i = 0; i < n; i++) {
        double y = fmax(at[i].y, free);
        put_chip(v, side, &v->side[side].spot[at[i].spot], y, paper);
        free = y + HIGH;
    }
}

/* ---- pages -------------------------------------------------------------------------------------------------- */

static int by_page(const void *x, const void *y)
{
    const struct spot *a = x, *b = y;
    return a->page != b->page ? a->page - b->page : a->change != b->change ? a->change - b->change : a->box - b->box;
}

static void find_spots(struct view *v)
{
    for (int side = 0; side < 2; side++) {
        struct spots *s = &v->side[side];
        for (int i = 0; i < v->d->n; i++)
            for (int k = 0; k < v->d->change[i].side[side].n; k++) {
                s->spot = arena_grow(&v->d->arena, s->spot, s->n + 1, &s->room, sizeof(*s->spot));
                s->spot[s->n++] = (struct spot){ v->d->change[i].side[side].box[k].page, i, k };
            }
        if (s->n)
            qsort(s->spot, (size_t)s->n, sizeof(*s->spot), by_page);
    }
}

static int spots_before(const struct spots *s, int page)
{
    int low = 0, high = s->n;
    while (low < high) {
        int middle = (low + high) / 2;
        if (s->spot[middle].page < page)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool put_page(struct view *v, int side, int page)
{
    static const char *const family[] = { "va-", "vb-" }, *const id[] = { "a-", "b-" };
    struct buf *b = v->b;
    const struct vb_sheet paper = vb_sheet(v->d->of[side].v, 0, page + 1);
    int first = spots_before(&v->side[side], page), end = spots_before(&v->side[side], page + 1);
    buf_format(b, "<figure class=\"side %s\"><figcaption>%c · %s %d%s</figcaption>\n<div class=\"sheet\" style=\"--w:%.1f;--h:%.1f\">\n", side ? "new" : "old", 'A' + side,
               v->english ? "page" : "trang", page + 1, first < end ? "" : v->english ? " · as before" : " · không đổi", paper.width_mm, paper.height_mm);
    if (!html_sheet(b, v->d->of[side].v, 0, page + 1, family[side], id[side]))
        return false;
    buf_format(b, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"marks\" aria-hidden=\"true\" viewBox=\"0 0 %.2f %.2f\">\n", paper.width_mm, paper.height_mm);
    for (int i = first; i < end; i++)
        put_mark(v, side, &v->side[side].spot[i]);
    buf_str(b, "</svg>\n");
    put_chips(v, side, first, end, &paper);
    buf_str(b, "</div></figure>\n");
    return true;
}

static void put_none(struct view *v, int side, const struct vb_sheet *like)
{
    buf_format(v->b, "<div class=\"side none\"><div class=\"none\" style=\"--w:%.1f;--h:%.1f\"><p>%c: %s</p></div></div>\n", like->width_mm, like->height_mm,
               'A' + side, v->english ? "no such page" : "không có trang này");
}

bool diff_sheets(struct diff *d, bool english, struct buf *b)
{
    struct view v = { .d = d, .b = b, .english = english };
    find_spots(&v);
    for (int i = 0; i < d->n_rows; i++) {
        buf_format(b, "<section class=\"row\" id=\"r%d\">\n", i + 1);
        for (int side = 0; side < 2; side++) {
            int page = d->row[i].page[side], other = d->row[i].page[!side];
            const struct vb_sheet like = page < 0 ? vb_sheet(d->of[!side].v, 0, other + 1) : (struct vb_sheet){ 0 };
            if (page < 0)
                put_none(&v, side, &like);
            else if (!put_page(&v, side, page))
                return false;
        }
        buf_str(b, "</section>\n");
    }
    return true;
}
