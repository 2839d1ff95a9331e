/* shown.c - the words of the pages, for callers that compare or look for them.                     */
#include "chain.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "explain.h"
#include "font/face.h"
#include "write/over/overlay.h"

struct shown {
    struct vb_word *word;
    struct pos *at;              /* by word                                                        */
    int *element;
    int n, room, room_at, room_element;
};

struct reading {                 /* of one page after the other                                    */
    struct vb *v;
    struct shown *shown;
    int part, page;              /* of the part, from 0                                            */
    const struct page *paper;
    struct buf word;             /* the one at hand                                                */
    struct box box;
    const struct mark *mark;     /* that it began in                                               */
    struct pos at;
    bool glued;                  /* no blank stood before it                                       */
    const struct mark *last;     /* the text that was read before                                  */
};

/* ---- what it belongs to -------------------------------------------------------------------------- */

static bool is_block(enum element_kind kind)
{
    return kind == ELEMENT_P || kind == ELEMENT_H || kind == ELEMENT_TH || kind == ELEMENT_TD || kind == ELEMENT_FIGURE ||
           kind == ELEMENT_FORM || kind == ELEMENT_LBODY || kind == ELEMENT_NOTE;
}

/* A row is one: its cells go together.                                                             */
static void place_in_tree(const struct pages *pages, int element, struct vb_word *w)
{
    w->block = -1;
    for (int e = element; e > 0; e = pages->elements[e].parent) {
        enum element_kind kind = pages->elements[e].kind;
        w->note = w->note || kind == ELEMENT_NOTE;
        w->running = w->running || kind == ELEMENT_ARTIFACT;
        if (kind == ELEMENT_TR || kind == ELEMENT_ARTIFACT || (is_block(kind) && w->block < 0))
            w->block = e;
    }
    w->block = w->block < 0 ? element : w->block;
    w->role = page_role(pages, element);
}

static struct vb_box box_mm(struct box b, len paper)
{
    const double unit = 25.4 / PT(72);
    return (struct vb_box){ .left = (double)b.x * unit, .top = (double)b.y * unit, .bottom = (double)(paper - b.bottom) * unit,
                            .width = (double)(b.right - b.x) * unit, .height = (double)(b.bottom - b.y) * unit };
}

static void add(struct reading *r, struct vb_word w, const struct mark *m, struct pos at)
{
    struct arena *a = &r->v->record;
    struct shown *s = r->shown;
    place_in_tree(pages_read(r->v), m->element, &w);
    w.part = r->part;
    w.page = r->page + 1;
    w.colour = m->colour;
    s->word = arena_grow(a, s->word, s->n + 1, &s->room, sizeof(*s->word));
    s->at = arena_grow(a, s->at, s->n + 1, &s->room_at, sizeof(*s->at));
    s->element = arena_grow(a, s->element, s->n + 1, &s->room_element, sizeof(*s->element));
    s->word[s->n] = w;
    s->at[s->n] = at;
    s->element[s->n++] = m->element;
}

/* ---- letters ------------------------------------------------------------------------------------- */

static void end_word(struct reading *r, bool glued)
{
    const struct mark *m = r->mark;
    if (r->word.size) {
        add(r, (struct vb_word){ .kind = VB_WORD, .text = arena_copy(&r->v->record, r->word.text, (size_t)r->word.size), .size = r->word.size,
                                 .glued = r->glued, .mm = box_mm(r->box, r->paper->height), .font = m->text.face->name,
                                 .pt = (double)m->text.size / PT(1) }, m, r->at);
        r->word.size = 0;
    }
    r->glued = glued;
}

static len advance(const struct mark *m, uint32_t cp)
{
    int own = face_advance(m->text.face, cp);
    return len_part(m->text.size, own > 0 ? own : 0) + m->text.track + (cp == ' ' ? m->text.gap : 0);
}

static void take_letter(struct reading *r, const struct mark *m, const char *s, int n, struct box box)
{
    if (!r->word.size) {
        r->box = box;
        r->mark = m;
        r->at = m->data;
    }
    box_widen(&r->box, box);
    buf_bytes(&r->word, s, n);
}

/* Marks of one line that touch make one word, though they differ in type.                           */
static bool touches(const struct mark *a, const struct mark *b)
{
    len apart = b->x - a->x - a->width, down = b->y - a->y;
    return a->element == b->element && apart < PT(1) && apart > -PT(1) && down < a->text.size && -down < a->text.size;
}

static void begin_text(struct reading *r, const struct mark *m)
{
    bool broken = r->last && r->last->element == m->element && r->glued && !r->word.size; /* a line that ends with - or / */
    if (r->last && touches(r->last, m))
        return;
    end_word(r, broken);
}

static void read_text(struct reading *r, const struct mark *m)
{
    struct box all = mark_box(m);
    len x = m->x;
    begin_text(r, m);
    for (const char *s = m->text.s, *end = s + m->text.n; s < end;) {
        const char *letter = s;
        uint32_t cp = utf8_next(&s);
        len next = x + advance(m, cp);
        if (cp == ' ' || cp == 0xA0)
            end_word(r, false);
        else
            take_letter(r, m, letter, (int)(s - letter), (struct box){ x, all.y, next, all.bottom });
        if (cp == '/' || cp == '-')
            end_word(r, true);
        x = next;
    }
    r->last = m;
}

/* ---- pictures, rules ----------------------------------------------------------------------------- */

static uint64_t picture_print(const struct image *image)
{
    size_t area = (size_t)image->width * (size_t)image->height;
    uint64_t h = HASH_BEGIN;
    const int size[] = { image->width, image->height, image->channels, image->orientation };
    h = hash_bytes(h, size, sizeof(size));
    h = image->pixels ? hash_bytes(h, image->pixels, area * (size_t)image->channels) : hash_bytes(h, image->jpeg, (size_t)image->jpeg_size);
    return image->alpha ? hash_bytes(h, image->alpha, area) : h;
}

static const char *alt_of(const struct pages *pages, int element)
{
    for (int e = element; e > 0; e = pages->elements[e].parent)
        if (pages->elements[e].alt)
            return pages->elements[e].alt;
    return "";
}

static void read_other(struct reading *r, const struct mark *m)
{
    const char *alt = m->kind == MARK_IMAGE ? alt_of(pages_read(r->v), m->element) : "";
    struct vb_word w = { .kind = m->kind == MARK_IMAGE ? VB_PICTURE : VB_RULE, .text = alt, .size = (int)strlen(alt),
                         .mm = box_mm(mark_box(m), r->paper->height) };
    if (m->kind == MARK_IMAGE)
        w.picture = picture_print(m->image.image);
    if (m->kind == MARK_IMAGE)
        end_word(r, false);
    add(r, w, m, m->data);
}

/* ---- all of them --------------------------------------------------------------------------------- */

static void read_page(struct reading *r)
{
    r->last = NULL;
    for (int i = 0; i < r->paper->n; i++) {
        const struct mark *m = &r->paper->marks[i];
        if (m->kind != MARK_TEXT)
            read_other(r, m);
        else if (!m->text.hidden)
            read_text(r, m);
    }
    end_word(r, false);
}

static int do_words(struct vb *v, const struct request *request)
{
    (void)request;
    struct shown *shown = NEW(&v->record, struct shown);
    struct reading r = { .v = v, .shown = shown, .word = buf_in(&v->record) };
    for (r.part = 0; r.part < pages_read(v)->n_files; r.part++)
        for (r.page = 0; r.page < pages_read(v)->file[r.part].n; r.page++) {
            r.paper = &pages_read(v)->page[pages_read(v)->file[r.part].page + r.page];
            read_page(&r);
        }
    v->shown = shown;
    return VB_DONE;
}

int vb_word_count(struct vb *v)
{
    bool there = pages_read(v) && (v->shown || guarded(v, do_words, &(struct request){ 0 }) == VB_DONE);
    return there ? v->shown->n : 0;
}

struct vb_word vb_word(struct vb *v, int word)
{
    return word >= 0 && word < vb_word_count(v) ? v->shown->word[word] : (struct vb_word){ .text = "" };
}

void vb_word_places(struct vb *v, int word, struct vb_place *at, struct vb_place *wanted)
{
    bool there = word >= 0 && word < vb_word_count(v);
    *at = there ? vb_place_of(v->shown->at[word]) : (struct vb_place){ 0 };
    *wanted = there ? vb_place_of(pages_read(v)->elements[v->shown->element[word]].tmpl) : (struct vb_place){ 0 };
}

struct vb_sheet vb_sheet(const struct vb *v, int part, int page)
{
    bool there = part >= 0 && part < vb_part_count(v) && page > 0 && page <= vb_part(v, part).pages;
    if (!there)
        return (struct vb_sheet){ .label = "" };
    const struct page *p = &pages_read(v)->page[pages_read(v)->file[part].page + page - 1];
    const double unit = 25.4 / PT(72);
    return (struct vb_sheet){ (double)p->width * unit, (double)p->height * unit, p->number, p->label ? p->label : "" };
}
