/* kept.c - what a comparison asks of a document, from a document that is set or from one that is kept: its words and
 * sheets as bytes, that go from one process to another and stay when the document has gone. Of one machine, for one run. */
#include "diff/compare.h"

/* Words of strings by their place behind all else; 0: NULL.                                             */
struct kept_place { int file, line, column; };

struct kept_word {
    float left, top, bottom, width, height;
    float pt;
    unsigned long long picture;
    unsigned colour;
    int text, size, font, role;
    int page, block;             /* page: from 0, of the document                                        */
    struct kept_place at, wanted;
    unsigned char kind, glued, note, running;
};

struct kept_sheet { double width_mm, height_mm; int number; };

struct kept_head { int words, sheets, bytes; };

/* ---- keeping ------------------------------------------------------------------------------------------- */

/* The same few names again and again: fonts, roles and files are known by their addresses.                */
struct keeper {
    struct buf strings;
    struct { const char *s; int at; } name[64];
    int n;
};

static int keep_bytes(struct keeper *k, const char *s, int n)
{
    int at = k->strings.size;
    buf_bytes(&k->strings, s, n);
    buf_char(&k->strings, '\0');
    return at;
}

static int keep_name(struct keeper *k, const char *s)
{
    if (!s)
        return 0;
    for (int i = 0; i < k->n; i++)
        if (k->name[i].s == s || strcmp(k->name[i].s, s) == 0)
            return k->name[i].at;
    int at = keep_bytes(k, s, (int)strlen(s));
    if (k->n < LENGTH(k->name)) {
        k->name[k->n].s = s;
        k->name[k->n++].at = at;
    }
    return at;
}

static struct kept_place keep_place(struct keeper *k, const struct vb_place *p)
{
    return (struct kept_place){ keep_name(k, p->file), p->line, p->column };
}

static int page_of(struct vb *v, const struct vb_word *w)
{
    int page = w->page - 1;
    for (int i = 0; i < w->part; i++)
        page += vb_part(v, i).pages;
    return page;
}

static void keep_word(struct keeper *k, struct vb *v, int i, struct buf *to)
{
    const struct vb_word w = vb_word(v, i);
    struct vb_place at = { 0 }, wanted = { 0 };
    struct kept_word kept;
    vb_word_places(v, i, &at, &wanted);
    memset(&kept, 0, sizeof(kept));
    kept = (struct kept_word){
        .left = (float)w.mm.left, .top = (float)w.mm.top, .bottom = (float)w.mm.bottom, .width = (float)w.mm.width, .height = (float)w.mm.height,
        .pt = (float)w.pt, .picture = w.picture, .colour = w.colour, .text = keep_bytes(k, w.text, w.size), .size = w.size, .font = keep_name(k, w.font),
        .role = keep_name(k, w.role), .page = page_of(v, &w), .block = w.block, .at = keep_place(k, &at), .wanted = keep_place(k, &wanted),
        .kind = (unsigned char)w.kind, .glued = w.glued, .note = w.note, .running = w.running,
    };
    buf_bytes(to, &kept, sizeof(kept));
}

void diff_keep(struct vb *v, struct buf *to)
{
    struct keeper k = { .strings = buf_in(to->arena) };
    struct kept_head head = { vb_word_count(v), vb_page_count(v), 0 };
    struct buf words = buf_in(to->arena);
    buf_char(&k.strings, '\0');
    for (int i = 0; i < head.words; i++)
        keep_word(&k, v, i, &words);
    head.bytes = k.strings.size;
    buf_bytes(to, &head, sizeof(head));
    buf_bytes(to, &(int){ 0 }, sizeof(int)); /* what follows begins at eight bytes                         */
    buf_bytes(to, buf_text(&words), words.size);
    for (int part = 0; part < vb_part_count(v); part++)
        for (int page = 1; page <= vb_part(v, part).pages; page++) {
            const struct vb_sheet s = vb_sheet(v, part, page);
            buf_bytes(to, &(struct kept_sheet){ s.width_mm, s.height_mm, s.number }, sizeof(struct kept_sheet));
        }
    buf_bytes(to, k.strings.text, k.strings.size);
}

/* ---- asking -------------------------------------------------------------------------------------------- */

enum { HEAD = sizeof(struct kept_head) + sizeof(int) };

static const struct kept_head *head_of(const struct diff_document *d) { return d->kept; }
static const struct kept_word *words_of(const struct diff_document *d) { return (const void *)((const char *)d->kept + HEAD); }
static const struct kept_sheet *sheets_of(const struct diff_document *d) { return (const void *)(words_of(d) + head_of(d)->words); }

static const char *name_of(const struct diff_document *d, int at)
{
    return at ? (const char *)(sheets_of(d) + head_of(d)->sheets) + at : NULL;
}

int diff_page_count(const struct diff_document *d) { return d->kept ? head_of(d)->sheets : vb_page_count(d->v); }
int diff_word_count(const struct diff_document *d) { return d->kept ? head_of(d)->words : vb_word_count(d->v); }

struct vb_word diff_word(const struct diff_document *d, int i, int *page)
{
    if (!d->kept) {
        const struct vb_word w = vb_word(d->v, i);
        *page = page_of(d->v, &w);
        return w;
    }
    const struct kept_word *w = &words_of(d)[i];
    *page = w->page;
    return (struct vb_word){
        .kind = (enum vb_word_kind)w->kind, .text = name_of(d, w->text), .size = w->size, .glued = w->glued, .note = w->note, .running = w->running,
        .page = w->page + 1, .block = w->block, .mm = { w->left, w->top, w->bottom, w->width, w->height }, .font = name_of(d, w->font), .pt = w->pt,
        .colour = w->colour, .picture = w->picture, .role = name_of(d, w->role),
    };
}

static struct vb_place place_of(const struct diff_document *d, const struct kept_place *p)
{
    return (struct vb_place){ .file = name_of(d, p->file), .line = p->line, .column = p->column };
}

void diff_word_places(const struct diff_document *d, int i, struct vb_place *at, struct vb_place *wanted)
{
    if (!d->kept) {
        vb_word_places(d->v, i, at, wanted);
        return;
    }
    *at = place_of(d, &words_of(d)[i].at);
    *wanted = place_of(d, &words_of(d)[i].wanted);
}

/* From 0, of the document.                                                                                */
struct vb_sheet diff_sheet(const struct diff_document *d, int page)
{
    if (d->kept) {
        const struct kept_sheet *s = &sheets_of(d)[page];
        return (struct vb_sheet){ s->width_mm, s->height_mm, s->number, "" };
    }
    int part = 0;
    while (part + 1 < vb_part_count(d->v) && page >= vb_part(d->v, part).pages)
        page -= vb_part(d->v, part++).pages;
    return vb_sheet(d->v, part, page + 1);
}
