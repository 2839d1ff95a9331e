/* svg.c - pages as SVG, one by one, and the fonts that they are written in.                       */
#include "chain.h"

#include "write/svg/svg.h"

#include <errno.h>

struct drawing_of {              /* what a verb asks for                                          */
    const struct vb_svg_options *options;
    int part, page;
    struct buf *out;
};

static struct svg_options options_of(const struct vb *v, const struct vb_svg_options *o)
{
    static const enum svg_source sources[] = { [VB_SVG_EMBED] = SVG_EMBED, [VB_SVG_URL] = SVG_URL, [VB_SVG_ELSEWHERE] = SVG_ELSEWHERE };
    return (struct svg_options){ .fonts = sources[o->fonts], .font_url = o->font_url ? o->font_url : "", .page_url = o->page_url,
                                 .family = o->family ? o->family : SVG_FAMILY,
                                 .prefix = o->id ? o->id : "", .data = o->data, .fields = o->fields, .light = o->light,
                                 .over = chain_drawing(v->log.lang, o->boxes) };
}

static int font_failed(struct vb *v, const char *reason)
{
    say(&v->log, MSG_OUTPUT_FAILED, NOWHERE, "SVG", reason);
    return VB_OUTPUT;
}

static int do_page(struct vb *v, const struct request *r)
{
    const struct drawing_of *w = r->drawing;
    const struct svg_options options = options_of(v, w->options);
    const char *reason = "";
    bool good = svg_page(svg_book_of(v, w->part), &v->part, w->page, &options, w->out, &reason);
    int status = good ? VB_DONE : font_failed(v, reason);
    arena_clear(&v->part);
    return status;
}

static int do_style(struct vb *v, const struct request *r)
{
    const struct drawing_of *w = r->drawing;
    const struct svg_options options = options_of(v, w->options);
    const char *reason = "";
    bool good = svg_style(svg_book_of(v, w->part), &v->part, &options, w->out, &reason);
    int status = good ? VB_DONE : font_failed(v, reason);
    arena_clear(&v->part);
    return status;
}

static int run(struct vb *v, int (*step)(struct vb *, const struct request *), struct drawing_of what, const void **bytes, size_t *size)
{
    struct buf out = buf_in(&v->record);
    what.out = &out;
    bool there = v->pages && what.part >= 0 && what.part < vb_part_count(v) && what.page >= 0 && what.page < v->pages->file[what.part].n;
    int status = there ? guarded(v, step, &(struct request){ .drawing = &what }) : VB_REJECTED;
    *bytes = status == VB_DONE ? buf_text(&out) : "";
    *size = status == VB_DONE ? (size_t)out.size : 0;
    return status;
}

int vb_svg_page(struct vb *v, int part, int page, const struct vb_svg_options *options, const void **bytes, size_t *size)
{
    return run(v, do_page, (struct drawing_of){ options, part, page - 1, NULL }, bytes, size);
}

int vb_svg_style(struct vb *v, int part, const struct vb_svg_options *options, const void **bytes, size_t *size)
{
    return run(v, do_style, (struct drawing_of){ options, part, 0, NULL }, bytes, size);
}

/* ---- fonts ----------------------------------------------------------------------------------------- */

static int do_fonts(struct vb *v, const struct request *r)
{
    (void)r;
    svg_drawn_of(v);
    return VB_DONE;
}

int vb_font_count(struct vb *v)
{
    return v->pages && guarded(v, do_fonts, &(struct request){ 0 }) == VB_DONE ? v->drawn->fonts->n : 0;
}

struct vb_font vb_font(struct vb *v, int font)
{
    struct vb_font f = { "", "", "", 0, false, false, NULL, 0 };
    if (font < 0 || font >= vb_font_count(v))
        return f;
    const struct face *face = v->drawn->fonts->face[font];
    f = (struct vb_font){ .id = v->drawn->fonts->id[font], .family = face->family, .bold = face->bold, .italic = face->italic };
    f.bytes = face_bytes(face, &f.size, &f.file);
    f.index = face_index(face);
    return f;
}
