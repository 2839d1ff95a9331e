/* decimal.c - columns of figures whose commas stand below each other: the widest digits before the
 * comma and the widest behind it are set side by side in the column's middle.                  */
#include "set/table.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static const char *after_sign(const char *s)
{
    static const char minus[] = "\xE2\x88\x92"; /* U+2212 */
    if (strncmp(s, minus, strlen(minus)) == 0)
        return s + strlen(minus);
    return s + (*s == '-' || *s == '+');
}

/* "-1.247,5": digits in groups, then perhaps more behind a comma; a per cent, a note's mark after
 * them. How many bytes stand before the comma; 0: no number.                                   */
static int whole_part(const char *s)
{
    const char *from = after_sign(s), *end = from;
    while (is_digit(*end) || (*end == '.' && end > from && is_digit(end[1])))
        end++;
    int whole = (int)(end - s);
    if (end == from)
        return 0;
    if (*end == ',' && is_digit(end[1]))
        for (end++; is_digit(*end);)
            end++;
    return !*end || strcmp(end, "%") == 0 || strcmp(end, " %") == 0 ? whole : 0;
}

/* A number stands in one run of words, alone but for marks of notes behind it.                 */
static int number_of(const struct block *b)
{
    const struct run *r = b->kind == BLOCK_PARA ? b->para.runs : NULL;
    for (const struct run *more = r ? r->next : NULL; more; more = more->next)
        if (more->kind != RUN_NOTE)
            return 0;
    return r && r->kind == RUN_TEXT ? whole_part(r->text) : 0;
}

static bool is_decimal(const struct block *b) { return b->kind == BLOCK_PARA && b->para.style->align == ALIGN_DECIMAL; }

/* Widths of all of it, and of what stands before the comma.                                     */
static len measure(struct set *s, const struct block *b, int whole, len *before)
{
    struct run head = *b->para.runs;
    struct block part = *b;
    head.text = arena_copy(s->scratch, head.text, (size_t)whole);
    head.next = NULL;
    part.para.runs = &head;
    *before = para_natural(s, &part);
    return para_natural(s, b);
}

struct figures decimal_figures(struct set *s, const struct block *b, struct figures f)
{
    for (; b; b = b->next) {
        int whole = is_decimal(b) ? number_of(b) : 0;
        len before, all = whole ? measure(s, b, whole, &before) : 0;
        if (!whole)
            continue;
        f.before = before > f.before ? before : f.before;
        f.behind = all - before > f.behind ? all - before : f.behind;
    }
    return f;
}

/* Figures that find no room beside the widest ones are moved until they do (table.c says so).    */
static len indent_of(struct set *s, const struct block *b, int whole, struct figures f, len room)
{
    len before, all = measure(s, b, whole, &before), x = (room - f.before - f.behind) / 2 + f.before - before;
    x = x + all > room ? room - all : x;
    return x > 0 ? x : 0;
}

const struct block *decimal_blocks(struct set *s, const struct block *first, struct figures f, len room)
{
    struct block *made = NULL, **end = &made;
    bool any = false;
    for (const struct block *b = first; b; b = b->next)
        any = any || is_decimal(b);
    if (!any)
        return first;
    for (const struct block *b = first; b; b = b->next, end = &(*end)->next) {
        *end = NEW(s->slabs, struct block);
        **end = *b;
        if (!is_decimal(b))
            continue;
        struct style *style = NEW(s->slabs, struct style);
        int whole = number_of(b);
        *style = *b->para.style;
        style->align = whole ? ALIGN_LEFT : ALIGN_CENTER;
        style->left += whole ? indent_of(s, b, whole, f, room) : 0;
        (*end)->para.style = style;
    }
    return made;
}
