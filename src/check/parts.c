/* parts.c - what is what in a document: by the roles of elements, and by places and words where
 * a role is no help. Finding a part must not presume what a rule measures of it.               */
#include "check/check.h"

bool line_has_word(const struct line *l, const char *word) { return strstr(l->lower, word) != NULL; }

/* ---- header ---------------------------------------------------------------------------------- */

static void take(struct check *c, struct line_list *to, struct line *l, enum zone zone)
{
    lines_add(c, to, l);
    l->zone = zone;
}

/* The name of the element that the words stand in, not that of a <br/> before them.                */
static bool is_superior(const struct line *l)
{
    const struct pos at = l->span->mark->data;
    static const char name[] = "<superior";
    int i = at.src ? at.offset : -1;
    while (i >= 0 && (at.src->text[i] != '<' || starts(at.src->text + i, "<br")))
        i--;
    return i >= 0 && starts(at.src->text + i, name);
}

/* Where both are bold, as they should not be: a body of its own kind below one that has such bodies.     */
static bool is_inferior(struct check *c, const struct line *above, const struct line *l)
{
    return (matches(c, "^(ỦY BAN|UỶ BAN|UBND|BỘ) ", above->upper, NULL) &&
            matches(c, "^(SỞ|PHÒNG|BAN|CỤC|CHI CỤC|TRƯỜNG|TRUNG TÂM|VĂN PHÒNG|THANH TRA|BỆNH VIỆN) ", l->upper, NULL)) ||
           (matches(c, "^(SỞ|CỤC) ", above->upper, NULL) && matches(c, "^(CHI CỤC|TRƯỜNG|TRUNG TÂM|BỆNH VIỆN|HẠT|TRẠM) ", l->upper, NULL));
}

/* By the data's element; in pages that know none the bold lines at the end are the issuer.          */
static void split_names(struct check *c, const struct line_list *names)
{
    int from = 0;
    for (int i = 0; i < names->n; i++)
        from = is_superior(names->at[i]) ? i + 1 : from;
    if (!from && names->n) {
        for (from = names->n - 1; from > 0 && names->at[from]->bold && names->at[from - 1]->bold;)
            from--;
        for (int i = 1; !from && c->pages->foreign && i < names->n; i++)
            from = is_inferior(c, names->at[i - 1], names->at[i]) ? i : 0;
    }
    for (int i = 0; i < names->n; i++)
        lines_add(c, i < from ? &c->superior : &c->issuer, names->at[i]);
}

static void find_header(struct check *c)
{
    struct line_list names = { 0 }, date = { 0 };
    for (int i = 0; i < c->lines.n; i++) {
        struct line *l = c->lines.at[i];
        if (l->page != c->first || l->zone || l->role[0] != 'o')
            continue;
        if (strcmp(l->role, "o1") == 0 && !c->nation)
            c->nation = l;
        else if (strcmp(l->role, "o1") == 0 && !c->motto && l->element != c->nation->element)
            c->motto = l;
        if (strcmp(l->role, "o2") == 0)
            lines_add(c, &names, l);
        if (strcmp(l->role, "o3") == 0)
            lines_add(c, &c->numbers, l);
        if (strcmp(l->role, "o4") == 0)
            lines_add(c, &date, l);
        if (strcmp(l->role, "o5b") == 0)
            take(c, &c->about, l, ZONE_ABOUT);
        else if (strstr("o1o2o3o4", l->role))
            take(c, &c->header, l, ZONE_HEADER);
    }
    split_names(c, &names);
    c->numbers = lines_whole(c, &c->numbers);
    date = lines_whole(c, &date);
    c->number = c->numbers.n ? c->numbers.at[0] : NULL;
    c->date = date.n ? date.at[0] : NULL;
}

/* ---- title, addressees ------------------------------------------------------------------------- */

static void find_title(struct check *c)
{
    for (int i = 0; i < c->lines.n && !c->annex_file; i++) {
        struct line *l = c->lines.at[i];
        bool first = l->page == c->first && !l->zone;
        if (first && strcmp(l->role, "o5a") == 0) {
            l->zone = ZONE_TITLE;
            if (!c->title)
                c->title = l;
            else
                lines_add(c, &c->subject, l);
        } else if (first && strcmp(l->role, "appendix-reference") == 0) {
            take(c, &c->reference, l, ZONE_TITLE);
        } else if (first && strcmp(l->role, "o9a") == 0 && (c->addressees.n || starts(l->lower, "kính gửi") || starts(l->lower, "to:"))) {
            take(c, &c->addressees, l, ZONE_ADDRESSEE);
        }
    }
    c->addressees = lines_whole(c, &c->addressees);
    c->reference = lines_whole(c, &c->reference);
    c->kind = c->title ? c->title->upper : "CÔNG VĂN";
}

/* ---- appendices ---------------------------------------------------------------------------------- */

static void find_annexes(struct check *c)
{
    c->main_last = c->last;
    for (int i = 0; i < c->lines.n; i++) {
        struct line *l = c->lines.at[i];
        struct annex *a = c->n_annexes ? &c->annexes[c->n_annexes - 1] : NULL;
        bool number = strcmp(l->role, "appendix-number") == 0;
        if (number && (!a || a->label.at[a->label.n - 1]->element != l->element)) {
            if (a)
                a->last = l->page - 1;
            else
                c->main_last = l->page - 1;
            c->annexes = arena_grow(c->arena, c->annexes, c->n_annexes + 1, &c->room_annexes, sizeof(*c->annexes));
            a = &c->annexes[c->n_annexes++];
            *a = (struct annex){ .first = l->page, .last = c->last };
        }
        if (!a || l->page != a->first)
            continue;
        if (number)
            take(c, &a->label, l, ZONE_ANNEX_HEAD);
        if (strcmp(l->role, "appendix-title") == 0)
            take(c, &a->title, l, ZONE_ANNEX_HEAD);
        if (strcmp(l->role, "appendix-reference") == 0)
            take(c, &a->reference, l, ZONE_ANNEX_HEAD);
    }
    for (int i = 0; i < c->n_annexes; i++)
        c->annexes[i].reference = lines_whole(c, &c->annexes[i].reference);
    c->annex_file = c->main_last < c->first;
}

/* ---- the text --------------------------------------------------------------------------------------- */

static void add_para(struct check *c, struct line *l, bool apart)
{
    struct para *last = c->n_paras ? &c->paras[c->n_paras - 1] : NULL;
    if (!last || last->lines.at[last->lines.n - 1]->element != l->element) {
        c->paras = arena_grow(c->arena, c->paras, c->n_paras + 1, &c->room_paras, sizeof(*c->paras));
        last = &c->paras[c->n_paras++];
        *last = (struct para){ .apart = apart };
    }
    lines_add(c, &last->lines, l);
}

static int by_size(const void *a, const void *b) { return *(const len *)a < *(const len *)b ? -1 : *(const len *)a > *(const len *)b; }

/* The commonest of values, near ones counted together; of equals the smallest.                         */
static len commonest(len *value, int n, len none)
{
    int best = 0;
    len found = none;
    qsort(value, (size_t)n, sizeof(*value), by_size);
    for (int i = 0, k; i < n; i = k) {
        for (k = i; k < n && value[k] - value[i] <= 100; k++)
            ;
        if (k - i > best) {
            best = k - i;
            found = value[i];
        }
    }
    return found;
}

static void find_edges(struct check *c)
{
    const struct page *p = page_of(c, c->first);
    len *from = NEW_N(c->arena, len, c->body.n + 1), *to = NEW_N(c->arena, len, c->body.n + 1), *size = NEW_N(c->arena, len, c->body.n + 1);
    len *pitch = NEW_N(c->arena, len, c->body.n + 1), *indent = NEW_N(c->arena, len, c->body.n + 1);
    int n = 0, n_pitches = 0, n_indents = 0, at_edge = 0;
    for (int i = 0; i < c->n_paras; i++)
        for (int k = 1; k < c->paras[i].lines.n; k++) {
            const struct line *above = c->paras[i].lines.at[k - 1], *l = c->paras[i].lines.at[k];
            bool full = line_width(above) > page_of(c, above->page)->width / 2 && !is_turned(page_of(c, above->page));
            if (full) {
                from[n] = l->x0;
                to[n++] = above->x1;
            }
            if (above->page == l->page)
                pitch[n_pitches++] = l->y - above->y;
        }
    c->left = commonest(from, n, p->left);
    qsort(to, (size_t)n, sizeof(*to), by_size);
    c->right = n ? to[n / 2] : p->width - p->right;
    for (int i = 0; i < n; i++)
        at_edge += to[i] - c->right < PT(1.5) && c->right - to[i] < PT(1.5);
    if (2 * at_edge < n) /* ragged: the lines show no edge */
        c->right = p->width - p->right;
    for (int i = 0; i < c->n_paras; i++) {
        len off = c->paras[i].lines.at[0]->x0 - c->left;
        if (off > PT(15) && off < PT(60))
            indent[n_indents++] = off;
    }
    for (int i = 0; i < c->body.n; i++)
        size[i] = c->body.at[i]->size;
    c->indent = commonest(indent, n_indents, MM(10));
    c->body_size = commonest(size, c->body.n, PT(14));
    c->pitch = commonest(pitch, n_pitches, len_part(c->body_size, 1150));
}

static bool is_heading(const struct check *c, const struct line *l)
{
    len off = line_centre(l) - area_centre(c), in = l->x0 - c->left;
    bool alone = off <= MM(2.5) && off >= -MM(2.5) && in > PT(4);
    bool at_indent = in - c->indent < PT(2) && c->indent - in < PT(2);
    return alone && (!at_indent || l->capitals) && !starts(l->text, "Điều ");
}

static void find_body(struct check *c)
{
    bool apart = false;
    for (int i = 0; i < c->lines.n; i++) {
        struct line *l = c->lines.at[i];
        bool text = strcmp(l->role, "o6") == 0 || strcmp(l->role, "o9a") == 0;
        if (l->zone || !is_in_main(c, l)) {
            l->zone = l->zone ? l->zone : ZONE_ANNEX;
        } else if (text) {
            l->zone = ZONE_BODY;
            lines_add(c, &c->body, l);
            add_para(c, l, apart);
            apart = false;
        } else {
            l->zone = ZONE_BESIDE;
            apart = true;
        }
    }
    find_edges(c);
    struct line_list body = { 0 };
    for (int i = 0; i < c->n_paras; i++) {
        struct para *p = &c->paras[i];
        p->text = lines_text(c, &p->lines);
        p->heading = is_heading(c, p->lines.at[0]);
        p->bold = true;
        for (int k = 0; k < p->lines.n; k++) {
            p->bold &= p->lines.at[k]->bold;
            p->lines.at[k]->zone = p->heading ? ZONE_HEADING : ZONE_BODY;
            if (!p->heading)
                lines_add(c, &body, p->lines.at[k]);
        }
    }
    c->body = body;
}

void parts_find(struct check *c)
{
    furniture_find(c);
    find_annexes(c);
    find_header(c);
    end_find(c);
    find_title(c);
    find_body(c);
    c->own_file = *c->pages->file->name != '\0';
    c->issued |= (c->own_file || (c->pages->foreign && c->reference.n)) && !c->annex_file;
}
