/* fake.h - a font whose every letter is half its size wide (a W: all of it), and documents
 * put together by hand, so that what is set can be told from numbers.                      */
#ifndef TESTS_FAKE_H
#define TESTS_FAKE_H

#include "set/set.h"

static int fake_advance(const struct face *face, uint32_t cp)
{
    (void)face;
    return cp == 0x4E2D ? -1 : cp == 'W' ? 1000 : 500; /* no Chinese */
}

static const struct face fake_face = { .name = "Fake", .family = "Fake", .ascent = 800, .descent = 200,
                                       .underline = 100, .underline_size = 50, .advance = fake_advance };

static const struct face *fake_find(struct fonts *fonts, const char *families, bool bold, bool italic, int n)
{
    (void)fonts, (void)bold, (void)italic;
    return n == 0 && strcmp(families, "none") != 0 ? &fake_face : NULL;
}

static struct fonts fake_fonts = { fake_find };

/* Ten points: a letter is 5 points wide, a line 10 high. */
static const struct style fake_style = { .name = "p", .look = { .fonts = "Fake", .size = PT(10) }, .line_times = 1000 };

struct fake { struct arena arena; struct log log; struct doc doc; struct section section; struct block **end; };

static inline void fake_begin(struct fake *f, int letters, int lines)
{
    *f = (struct fake){ .log = { .lang = LANG_EN } };
    f->log.arena = &f->arena;
    f->section = (struct section){ .width = PT(20 + 5 * letters), .height = PT(40 + 10 * lines), .top = PT(20),
                                   .bottom = PT(20), .left = PT(10), .right = PT(10), .start = 1 };
    f->doc = (struct doc){ .lang = "vi", .title = "", .author = "", .subject = "", .sections = &f->section,
                           .note_rule = PT(50), .note_gap = PT(6) };
    f->end = &f->section.blocks;
}

static inline struct block *fake_para(struct fake *f, const struct style *style, const char *text)
{
    struct block *b = NEW(&f->arena, struct block);
    b->kind = BLOCK_PARA;
    b->para.style = style;
    b->para.runs = NEW(&f->arena, struct run);
    *b->para.runs = (struct run){ .kind = RUN_TEXT, .look = &style->look, .text = text };
    return b;
}

static inline struct block *fake_add(struct fake *f, struct block *b)
{
    *f->end = b;
    f->end = &b->next;
    return b;
}

static inline struct pages *fake_set(struct fake *f)
{
    return set_document(&f->arena, &f->log, &fake_fonts, &f->doc, true, NULL);
}

/* The n-th text of a page, with its place in whole points: "10 38 words". */
static inline const char *fake_text(struct fake *f, const struct pages *p, int page, int n)
{
    for (int i = 0; page < p->n && i < p->page[page].n; i++) {
        const struct mark *m = &p->page[page].marks[i];
        int seen = m->kind == MARK_TEXT ? m->text.n - (m->text.s[m->text.n - 1] == ' ') : 0; /* without the blank behind it */
        if (m->kind == MARK_TEXT && n-- == 0)
            return arena_format(&f->arena, "%d %d %.*s", (int)(m->x / 1000), (int)(m->y / 1000), seen, m->text.s);
    }
    return "none";
}

#endif
