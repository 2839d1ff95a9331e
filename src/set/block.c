/* block.c - a list of blocks into slabs, from top to bottom. Blocks hold grids and tables, whose cells hold blocks: so
 * do these files call one another.                                                               */
#include "set/slab.h"

/* A length or a share of the line above it, or of the column.                                   */
static void set_rule(struct set *s, const struct block *b, len width, struct slabs *to)
{
    const struct slab *above = to->n ? &to->slab[to->n - 1] : NULL;
    bool of_line = !b->rule.of_column && above && above->text_width > 0;
    len base = of_line ? above->text_width : width, x = of_line ? above->text_x : 0;
    len length = b->rule.width.kind == WIDTH_FIXED ? b->rule.width.n
                 : b->rule.width.kind == WIDTH_PERCENT
                     ? (len)((int64_t)base * b->rule.width.n / 100)
                     : base;
    if (b->rule.align == ALIGN_CENTER)
        x += (base - length) / 2;
    if (b->rule.align == ALIGN_RIGHT)
        x += base - length;
    struct slab *slab = slab_add(s, to, b->tmpl, b->data);
    slab->gap = b->before;
    slab->height = slab->baseline = b->rule.thickness;
    slab->penalty = to->n > 1 ? COST_NEVER : 0; /* it belongs to the line above */
    slab->hold = HOLD_RULE;
    bool outer = s->artifact;
    s->artifact = true;
    struct mark *m = slab_mark(s, slab, MARK_RULE, element_new(s, ELEMENT_ARTIFACT, b));
    s->artifact = outer;
    m->x = x;
    m->width = length;
    m->rule.height = b->rule.thickness;
}

_Static_assert(FIELD_SIGNATURE == 0 && FIELD_INITIALS == 3 && FIELD_BLANK == 6, "page.h knows them by this order");

/* Its first line's words, wherever a paragraph would have them.                                 */
static void hide_anchor(struct set *s, struct slab *slab, const struct field *f, len x, len y)
{
    struct slabs lines = { 0 };
    bool outer = s->artifact;
    s->artifact = true;
    set_blocks(s, f->anchor_words, f->width, &lines);
    s->artifact = outer;
    for (int i = 0; lines.n && i < lines.slab[0].n; i++) {
        const struct mark *from = &lines.slab[0].marks[i];
        struct mark *m = slab_mark(s, slab, from->kind, from->element);
        *m = *from;
        m->x += x - lines.slab[0].marks[0].x;
        m->y = y;
        m->text.hidden = true;
    }
}

static void add_field(struct set *s, struct slab *slab, const struct field *f, len x, len y, int element)
{
    struct page_field *to = slab_field(s, slab, f, element);
    to->x = x;
    to->y = y;
    to->width = f->width;
    to->height = f->height;
    if (f->anchor)
        hide_anchor(s, slab, f, x, y + f->height);
}

static void set_field(struct set *s, const struct block *b, len width, struct slabs *to)
{
    const struct field *f = b->field;
    struct slab *slab = slab_add(s, to, b->tmpl, b->data);
    int element = element_new(s, ELEMENT_FORM, b);
    len x = f->align == ALIGN_CENTER ? (width - f->width) / 2 : f->align == ALIGN_RIGHT ? width - f->width : 0;
    slab->gap = b->before;
    slab->height = slab->baseline = f->height;
    add_field(s, slab, f, x, 0, element);
    if (f->inside) { /* a seal covers a part of the signature, on its left */
        len over = (len)((int64_t)f->width * f->inside->overlap / 100);
        add_field(s, slab, f->inside, x + over - f->inside->width, (f->height - f->inside->height) / 2, element_new(s, ELEMENT_FORM, b));
    }
    struct slabs inner = { 0 };
    set_blocks(s, f->blocks, width, &inner);
    len content = slabs_height(&inner);
    slab->stretch = f->stretch;
    slab->height = slab->baseline = content > f->height ? content : f->height;
    slabs_stack(s, slab, &inner, 0, (slab->height - content) / 2);
}

/* What stands in the frame is centred from top to bottom.                                       */
static void set_box(struct set *s, const struct block *b, len width, struct slabs *to)
{
    const len border = b->box.border, beside = b->box.padding + border;
    len own = b->box.width.kind == WIDTH_FIXED     ? b->box.width.n
              : b->box.width.kind == WIDTH_PERCENT ? (len)((int64_t)width * b->box.width.n / 100)
              : b->box.width.kind == WIDTH_AUTO    ? blocks_natural(s, b->box.blocks) + 2 * beside
                                                   : width;
    if (own > width || own <= 2 * beside) {
        misfit(s, MSG_BOX_TOO_WIDE, own > width ? own - width : 2 * beside - own, b->data, b->tmpl, "");
        return;
    }
    struct slabs inner = { 0 };
    struct slab *slab = slab_add(s, to, b->tmpl, b->data);
    set_blocks(s, b->box.blocks, own - 2 * beside, &inner);
    len content = slabs_height(&inner), height = content + 2 * border;
    len x = b->box.align == ALIGN_CENTER ? (width - own) / 2 : b->box.align == ALIGN_RIGHT ? width - own : 0;
    height = height > b->box.height ? height : b->box.height;
    slab->gap = b->before;
    slab->height = slab->baseline = height;
    bool outer = s->artifact;
    s->artifact = true;
    int frame = element_new(s, ELEMENT_ARTIFACT, b);
    s->artifact = outer;
    const struct { len x, y, width, height; } side[] = {
        { 0, 0, own, border }, { 0, height - border, own, border }, { 0, 0, border, height }, { own - border, 0, border, height },
    };
    for (int i = 0; border && i < LENGTH(side); i++) {
        struct mark *m = slab_mark(s, slab, MARK_RULE, frame);
        *m = (struct mark){ .kind = MARK_RULE, .element = frame, .x = x + side[i].x, .y = side[i].y,
                            .width = side[i].width, .colour = b->box.colour, .rule.height = side[i].height };
    }
    slabs_stack(s, slab, &inner, x + beside, (height - content) / 2);
}

/* A rule, a picture, an empty row is no line of text. */
static bool has_words(const struct slab *slab)
{
    for (int i = 0; i < slab->n; i++)
        if (slab->marks[i].kind == MARK_TEXT)
            return true;
    return false;
}

/* To what stands above it.                                                                      */
static void tie(struct slab *slab, enum hold hold)
{
    slab->penalty = COST_NEVER;
    slab->hold = hold;
}

static void set_keep(struct set *s, const struct block *b, len width, struct slabs *to)
{
    int first = to->n;
    set_blocks(s, b->keep.blocks, width, to);
    if (to->n == first)
        return;
    to->slab[first].gap += b->before;
    to->slab[first].block = b->keep.same_place ? to->n - first : to->slab[first].block;
    for (int i = first + 1; i < to->n; i++)
        if (!to->slab[i].inside)
            tie(&to->slab[i], HOLD_KEEP);
    if (b->keep.lines_before)
        tie(&to->slab[first], HOLD_END);
    for (int i = first - 1, lines = 0; i > 0; i--) {
        lines += has_words(&to->slab[i]);
        if (lines >= b->keep.lines_before)
            break;
        tie(&to->slab[i], HOLD_END);
    }
}

/* The first attempt that fits is set for real; what the others made is forgotten.               */
static void set_fit(struct set *s, const struct block *b, len width, struct slabs *to)
{
    int good = 0;
    struct trial trial = { 0 }, *outer = s->trial;
    for (; good < b->fit.n; good++) {
        struct slabs tried = { 0 };
        int elements = s->pages->n_elements;
        trial = (struct trial){ 0 };
        s->trial = &trial;
        set_blocks(s, b->fit.tries[good], width, &tried);
        s->trial = outer;
        s->pages->n_elements = elements;
        if (!trial.missing)
            break;
    }
    if (good == b->fit.n) {
        misfit(s, MSG_FIT_FAILED, trial.missing, trial.at, trial.wanted, arena_format(s->log->arena, "%d", b->fit.n));
        return;
    }
    set_blocks(s, b->fit.tries[good], width, to);
}

static void set_block(struct set *s, const struct block *b, len width, struct slabs *to)
{
    switch (b->kind) {
    case BLOCK_PARA:
        set_para(s, b, width, to);
        break;
    case BLOCK_RULE:
        set_rule(s, b, width, to);
        break;
    case BLOCK_TABLE:
        set_table(s, b, width, to);
        break;
    case BLOCK_GRID:
        set_grid(s, b, width, to);
        break;
    case BLOCK_KEEP:
        set_keep(s, b, width, to);
        break;
    case BLOCK_FIT:
        set_fit(s, b, width, to);
        break;
    case BLOCK_FIELD:
        set_field(s, b, width, to);
        break;
    case BLOCK_BOX:
        set_box(s, b, width, to);
        break;
    case BLOCK_IMAGE:
        set_image(s, b, width, to);
        break;
    case BLOCK_PAGES: /* read/ has made sections of them */
        break;
    }
}

/* Of the paragraph that a block ends with, NULL: it ends with something else.                     */
static const struct style *last_style(const struct block *b)
{
    while (b && b->kind == BLOCK_KEEP)
        for (b = b->keep.blocks; b && b->next;)
            b = b->next;
    return b && b->kind == BLOCK_PARA ? b->para.style : NULL;
}

/* What keeps its next is tied to the next that can be seen, past a row without words, say. False: all
 * of it shows nothing.                                                                           */
static bool tie_to_seen(struct slab *slab, int n)
{
    for (int i = 0; i < n; i++) {
        if (i == 0 || !slab[i].inside)
            tie(&slab[i], HOLD_NEXT);
        if (slab[i].n || slab[i].n_fields)
            return true;
    }
    return false;
}

/* One entry of the outline for two headings; returns its slab.                                     */
static int join_entry(struct set *s, struct slabs *to, int entry, int heading, const char *marks)
{
    struct slab *above = &to->slab[entry], *b = &to->slab[heading];
    above->outline_text = arena_format(s->arena, "%s%s %s", above->outline_text, marks, b->outline_text);
    b->outline = 0;
    return entry;
}

void set_blocks(struct set *s, const struct block *first, len width, struct slabs *to)
{
    const struct block *above = NULL;
    bool keep = false;
    len after = 0;
    int entry = 0, parent = s->parent;
    struct open_items open = { .n = 0 };
    for (const struct block *b = first; b; b = b->next) {
        int before = to->n;
        log_end_late(s->log);
        s->parent = item_body(s, &open, b->item);
        set_block(s, b, width, to);
        s->parent = parent;
        if (to->n == before)
            continue;
        to->slab[before].gap += after;
        entry = headings_join(above, b) && to->slab[entry].outline ? join_entry(s, to, entry, before, b->para.style->outline_join) : before;
        const struct style *style = last_style(b);
        keep = (keep && !tie_to_seen(&to->slab[before], to->n - before)) || (style && style->keep_next);
        after = style ? style->after : 0;
        above = b;
    }
}
