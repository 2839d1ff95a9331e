#include "explain.h"

#include "write/dump/explain.h"

struct vb_place vb_place_of(struct pos pos)
{
    if (!pos.src)
        return (struct vb_place){ 0 };
    struct place p = source_place(pos);
    return (struct vb_place){ p.file ? p.file : pos.src->name, p.line, p.column, p.line_text, p.line_size };
}

/* As people read lengths, so that 0.1 is not 0.09999.                                        */
static double mm(len l)
{
    int64_t tenths = ((int64_t)l * 254 + (l >= 0 ? 36000 : -36000)) / 72000;
    return (double)tenths / 10;
}

static double mm_up(len l) { return mm(l ? l + MM(0.05) - 1 : 0); }

static struct vb_other_end other(struct other_end o)
{
    return (struct vb_other_end){ o.possible, hold_name(o.why), mm_up(o.missing), o.cost };
}

static void tell_line(struct log *log, const struct pages *pages, const struct loose_line *l, vb_reason_sink *tell, void *user)
{
    bool kept = l->next_width > l->room;
    struct vb_reason r = {
        .kind = VB_LOOSE_LINE, .part = pages->file->name, .page = l->page + 1, .number = pages->page[l->page].number, .text = explain_line(log, l),
        .words = l->words, .at = vb_place_of(l->data), .wanted = vb_place_of(l->tmpl), .why = hold_name(kept ? HOLD_TALL : HOLD_NONE),
        .missing_mm = kept ? mm_up(l->next_width - l->room) : 0, .y_mm = mm(l->y), .factor = (l->factor + 5) / 10 / 100.0, .next = l->next,
        .next_mm = mm(l->next_width), .room_mm = mm(l->room),
    };
    tell(user, &r);
}

static void tell_page(struct log *log, const struct pages *pages, int index, vb_reason_sink *tell, void *user)
{
    const struct page *p = &pages->page[index];
    const struct page_why *w = p->why;
    struct vb_reason r = {
        .kind = VB_PAGE_END, .part = pages->file->name, .page = index + 1, .number = p->number, .text = explain_page(log, pages, index),
        .words = w->words ? arena_copy(log->arena, w->words, (size_t)w->n_words) : NULL, .at = vb_place_of(w->data),
        .wanted = vb_place_of(w->tmpl), .why = hold_name(w->hold), .missing_mm = mm_up(w->missing), .end = end_name(p->end),
        .blank_mm = mm(w->blank), .stretch_mm = mm(w->stretch), .gaps = w->gaps, .cost = w->cost, .all = w->all, .earlier = other(w->earlier), .later = other(w->later),
    };
    tell(user, &r);
}

void explain_tell(struct log *log, const struct pages *pages, vb_reason_sink *tell, void *user)
{
    int line = 0;
    for (int i = 0; i < pages->n; i++) {
        for (; line < pages->n_loose && pages->loose[line].page == i; line++)
            tell_line(log, pages, &pages->loose[line], tell, user);
        if (pages->page[i].why)
            tell_page(log, pages, i, tell, user);
    }
}
