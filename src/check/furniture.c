/* furniture.c - what stands beside the running text: numbers, notes, frames, tables, the address at the
 * foot, what the offices of copies add.                                                             */
#include "check/check.h"

static void set_zone(struct check *c, struct line_list *to, struct line *l, enum zone zone)
{
    l->zone = zone;
    if (to)
        lines_add(c, to, l);
}

static bool in_note(const struct check *c, int element)
{
    while (element >= 0 && c->pages->elements[element].kind != ELEMENT_NOTE)
        element = c->pages->elements[element].parent;
    return element >= 0;
}

/* ---- page numbers ----------------------------------------------------------------------------- */

/* Trang 2/5 is one too, of a form that R15 does not want.                                              */
static bool is_number(const struct line *l)
{
    bool digits = false;
    for (const char *s = starts(l->lower, "trang ") ? l->lower + strlen("trang ") : l->lower; *s; s++) {
        digits |= *s >= '0' && *s <= '9';
        if (!(*s >= '0' && *s <= '9') && !strchr("-/ ", *s))
            return false;
    }
    return digits && !*l->role;
}

static bool is_middle(const struct page *p, const struct line *l) { return mm_abs(to_mm(line_centre(l) - p->width / 2)) < 20; }

/* The topmost or the lowest line of its page.                                                         */
static void find_number(struct check *c, int page)
{
    struct line *top = NULL, *low = NULL;
    const struct range on = lines_on(c, page);
    for (int i = on.from; i < on.to; i++) {
        struct line *l = c->lines.at[i];
        top = !top || l->y < top->y ? l : top;
        low = !low || l->y > low->y ? l : low;
    }
    const struct page *p = page_of(c, page);
    if (top && is_number(top) && (top->y < MM(20) || (top->y < MM(30) && is_middle(p, top))))
        top->zone = ZONE_NUMBER;
    else if (low && low != top && is_number(low) && low->y > p->height - MM(25) && (is_middle(p, low) || c->pages->elements[low->element].kind == ELEMENT_ARTIFACT))
        low->zone = ZONE_NUMBER;
}

/* ---- frames ------------------------------------------------------------------------------------- */

static const struct { const char *words, *kind; } stamps[] = {
    { "HỎA TỐC", "urgency" }, { "HỎA TỐC HẸN GIỜ", "urgency" }, { "THƯỢNG KHẨN", "urgency" }, { "KHẨN", "urgency" },
    { "MẬT", "secrecy" }, { "TỐI MẬT", "secrecy" }, { "TUYỆT MẬT", "secrecy" },
    { "XEM XONG TRẢ LẠI", "circulation" }, { "LƯU HÀNH NỘI BỘ", "circulation" },
};

static const char *frame_kind(const char *role)
{
    return !role ? NULL : strcmp(role, "o10a") == 0 ? "secrecy" : strcmp(role, "o10b") == 0 ? "urgency" : strcmp(role, "o11") == 0 ? "circulation" : NULL;
}

/* The strokes of one element are one frame.                                                            */
static bool frame_of(const struct check *c, int first, struct stamp *to)
{
    const struct stroke *s = &c->strokes.at[first];
    *to = (struct stamp){ .kind = frame_kind(page_role(c->pages, s->element)), .x0 = LEN_MAX, .y0 = LEN_MAX, .x1 = 0, .y1 = 0 };
    int sides = 0;
    for (int i = first; i < c->strokes.n && c->strokes.at[i].element == s->element; i++, sides++) {
        const struct stroke *t = &c->strokes.at[i];
        to->x0 = t->x0 < to->x0 ? t->x0 : to->x0;
        to->y0 = t->y0 < to->y0 ? t->y0 : to->y0;
        to->x1 = t->x1 > to->x1 ? t->x1 : to->x1;
        to->y1 = t->y1 > to->y1 ? t->y1 : to->y1;
        to->thick = t->thick > to->thick ? t->thick : to->thick;
    }
    return to->kind && sides == 4 && (!first || s[-1].element != s->element);
}

static void add_stamp(struct check *c, struct stamp s)
{
    /* as wide as from the middle of one side to that of the other */
    s.x0 += s.thick / 2, s.y0 += s.thick / 2, s.x1 -= s.thick / 2, s.y1 -= s.thick / 2;
    c->stamps = arena_grow(c->arena, c->stamps, c->n_stamps + 1, &c->room_stamps, sizeof(*c->stamps));
    c->stamps[c->n_stamps++] = s;
    s.line->zone = ZONE_STAMP;
}

static void find_stamp(struct check *c, struct line *l)
{
    struct stamp s;
    const struct range on = strokes_on(c, l->page);
    for (int i = on.from; i < on.to; i++)
        if (frame_of(c, i, &s) && s.x0 < line_centre(l) && line_centre(l) < s.x1 && s.y0 < l->y && l->y - l->size < s.y1) {
            s.framed = true;
            s.line = l;
            add_stamp(c, s);
            return;
        }
    for (int i = 0; i < LENGTH(stamps); i++)
        if (strcmp(l->upper, stamps[i].words) == 0)
            add_stamp(c, (struct stamp){ .line = l, .kind = stamps[i].kind });
}

/* ---- tables ----------------------------------------------------------------------------------------- */

static bool is_frame(const struct check *c, const struct stroke *s) { return frame_kind(page_role(c->pages, s->element)) != NULL; }

static int by_height(const void *a, const void *b)
{
    const struct stroke *s = a, *t = b;
    return s->y0 < t->y0 ? -1 : s->y0 > t->y0;
}

static void add_to(struct check *c, struct strokes *to, const struct stroke *s)
{
    to->at = arena_grow(c->arena, to->at, to->n + 1, &to->room, sizeof(*to->at));
    to->at[to->n++] = *s;
}

static void fill_table(struct check *c, struct table *t)
{
    const struct range strokes = strokes_on(c, t->page), lines = lines_on(c, t->page);
    for (int i = strokes.from; i < strokes.to; i++) {
        const struct stroke *s = &c->strokes.at[i];
        if (s->across && stroke_y(s) >= t->y0 - PT(1) && stroke_y(s) <= t->y1 + PT(1) && s->x1 > t->x0 && s->x0 < t->x1)
            add_to(c, &t->rows, s);
    }
    if (t->x1 - t->x0 < PT(2) || !t->rows.n)
        return;
    for (int i = lines.from; i < lines.to; i++) {
        struct line *l = c->lines.at[i];
        if (!l->zone && l->y > t->y0 && l->y < t->y1 + PT(1) && l->x1 > t->x0 && l->x0 < t->x1)
            set_zone(c, &t->lines, l, ZONE_CELL);
    }
    c->tables = arena_grow(c->arena, c->tables, c->n_tables + 1, &c->room_tables, sizeof(*c->tables));
    c->tables[c->n_tables++] = *t;
}

/* Upright strokes whose heights meet are of one table.                                                  */
static void find_tables(struct check *c, int page)
{
    struct strokes up = { 0 };
    const struct range on = strokes_on(c, page);
    for (int i = on.from; i < on.to; i++)
        if (!c->strokes.at[i].across && !is_frame(c, &c->strokes.at[i]))
            add_to(c, &up, &c->strokes.at[i]);
    if (!up.n)
        return;
    qsort(up.at, (size_t)up.n, sizeof(*up.at), by_height);
    struct table t = { 0 };
    for (int i = 0; i <= up.n; i++) {
        const struct stroke *s = &up.at[i];
        if (t.columns.n && (i == up.n || s->y0 > t.y1 + PT(1))) {
            fill_table(c, &t);
            t = (struct table){ 0 };
        }
        if (i == up.n)
            break;
        len middle = (s->x0 + s->x1) / 2;
        bool fresh = !t.columns.n;
        t.page = page;
        t.x0 = fresh || middle < t.x0 ? middle : t.x0;
        t.x1 = fresh || middle > t.x1 ? middle : t.x1;
        t.y0 = fresh ? s->y0 : t.y0;
        t.y1 = fresh || s->y1 > t.y1 ? s->y1 : t.y1;
        add_to(c, &t.columns, s);
    }
}

bool stroke_is_apart(const struct check *c, const struct stroke *s)
{
    if (is_frame(c, s))
        return false;
    for (int i = 0; i < c->n_tables; i++)
        for (int k = 0; c->tables[i].page == s->page && k < c->tables[i].rows.n; k++)
            if (c->tables[i].rows.at[k].mark == s->mark)
                return false;
    return true;
}

struct stroke *stroke_below(struct check *c, const struct line *l, double reach_mm)
{
    struct stroke *best = NULL;
    const struct range on = strokes_on(c, l->page);
    for (int i = on.from; i < on.to; i++) {
        struct stroke *s = &c->strokes.at[i];
        len drop = stroke_y(s) - l->y;
        if (s->across && drop > 0 && drop <= MM(reach_mm) && s->x0 < line_centre(l) && line_centre(l) < s->x1 &&
            stroke_is_apart(c, s) && (!best || stroke_y(s) < stroke_y(best)))
            best = s;
    }
    return best;
}

/* ---- the address, copies ------------------------------------------------------------------------------ */

static void find_contact(struct check *c)
{
    for (int i = 0; i < c->lines.n; i++) {
        struct line *l = c->lines.at[i];
        if (!l->zone && strcmp(l->role, "o13") == 0 && l->y > page_of(c, l->page)->height - MM(60) && !matches(c, "\\([0-9]+\\)$", l->text, NULL))
            set_zone(c, &c->contact, l, ZONE_CONTACT);
    }
    for (int i = 0; i < c->strokes.n && c->contact.n; i++) {
        struct stroke *s = &c->strokes.at[i];
        len gap = c->contact.at[0]->y - stroke_y(s);
        if (s->across && s->page == c->contact.at[0]->page && gap > 0 && gap < MM(25) && stroke_length(s) > page_of(c, s->page)->width * 3 / 10)
            c->contact_rule = !c->contact_rule || stroke_y(s) > stroke_y(c->contact_rule) ? s : c->contact_rule;
    }
}

/* From the line that names the form down to the next one. */
static void find_copies(struct check *c)
{
    for (int i = 0; i < c->lines.n; i++) {
        struct line *form = c->lines.at[i];
        if (form->zone || strcmp(form->role, "copy") != 0)
            continue;
        c->copies = arena_grow(c->arena, c->copies, c->n_copies + 1, &c->room_copies, sizeof(*c->copies));
        struct copy *copy = &c->copies[c->n_copies++];
        *copy = (struct copy){ .page = form->page, .form = form };
        len end = LEN_MAX, top = form->y - MM(3);
        for (int k = i + 1; k < c->lines.n; k++)
            if (c->lines.at[k]->page == form->page && strcmp(c->lines.at[k]->role, "copy") == 0 && c->lines.at[k]->y - MM(3) < end)
                end = c->lines.at[k]->y - MM(3);
        for (int k = 0; k < c->lines.n; k++) {
            struct line *l = c->lines.at[k];
            if (l->page == form->page && l->y < top && l->zone != ZONE_NUMBER && line_bottom(l) > copy->above)
                copy->above = line_bottom(l);
            if (l->page == form->page && l->y >= top && l->y < end && !l->zone)
                set_zone(c, &copy->lines, l, ZONE_COPY);
        }
    }
}

/* What goes with a copy or a file of its own stands in the top margin of the first page.                   */
static void find_marks(struct check *c)
{
    for (int i = 0; i < c->lines.n; i++) {
        struct line *l = c->lines.at[i];
        if (l->page == c->first && strcmp(l->role, "o14") == 0)
            set_zone(c, &c->copy_marks, l, ZONE_COPY_MARK);
        if (l->page == c->first && strcmp(l->role, "file-signature") == 0)
            set_zone(c, &c->file_marks, l, ZONE_FILE_MARK);
    }
    c->copy_marks = lines_whole(c, &c->copy_marks);
    c->file_marks = lines_whole(c, &c->file_marks);
}

void furniture_find(struct check *c)
{
    for (int i = c->first; i <= c->last; i++)
        find_number(c, i);
    for (int i = 0; i < c->lines.n; i++)
        if (in_note(c, c->lines.at[i]->element))
            c->lines.at[i]->zone = ZONE_NOTE;
    for (int i = 0; i < c->lines.n; i++)
        if (c->lines.at[i]->page == c->first && !c->lines.at[i]->zone && (!*c->lines.at[i]->role || frame_kind(c->lines.at[i]->role)))
            find_stamp(c, c->lines.at[i]);
    find_marks(c);
    for (int i = c->first; i <= c->last; i++)
        find_tables(c, i);
    find_contact(c);
    find_copies(c);
}
