/* over.c - what is drawn over a page: fields, and the drawings of write/over. It is seen, not read.    */
#include "write/svg/draw.h"

#include "base/utf8.h"

enum { FIELD_LABEL = PT(6) };

struct over {
    struct draw *d;
    const struct face *face;     /* of labels                                                     */
    struct tint tint;
    enum dash dash;
    len thickness;
};

static void put(struct draw *d, const char *name, len l)
{
    buf_str(&d->b, name);
    put_length(&d->b, l);
}

static void put_tint(struct draw *d, const char *name, struct tint t)
{
    buf_format(&d->b, " %s=\"rgb(%d,%d,%d)\"", name, (t.r * 255 + 50) / 100, (t.g * 255 + 50) / 100, (t.b * 255 + 50) / 100);
}

static void put_stroke(const struct over *o)
{
    static const char *const dashes[] = { [SOLID] = "", [DASHED] = " stroke-dasharray=\"2 1.5\"", [DASHED_LONG] = " stroke-dasharray=\"3 2\"" };
    put_tint(o->d, "stroke", o->tint);
    put(o->d, " stroke-width=\"", o->thickness);
    buf_char(&o->d->b, '"');
    buf_str(&o->d->b, dashes[o->dash]);
    buf_str(&o->d->b, "/>\n");
}

static void colour(void *to, struct tint tint, enum dash dash)
{
    struct over *o = to;
    o->tint = tint;
    o->dash = dash;
}

static void thickness(void *to, len l) { ((struct over *)to)->thickness = l; }

static void box(void *to, struct box box)
{
    struct over *o = to;
    put(o->d, "<rect fill=\"none\" x=\"", box.x);
    put(o->d, "\" y=\"", box.y);
    put(o->d, "\" width=\"", box.right - box.x);
    put(o->d, "\" height=\"", box.bottom - box.y);
    buf_char(&o->d->b, '"');
    put_stroke(o);
}

static void line(void *to, len x, len y, len to_x, len to_y)
{
    struct over *o = to;
    put(o->d, "<path d=\"M", x);
    put(o->d, " ", y);
    put(o->d, "L", to_x);
    put(o->d, " ", to_y);
    buf_char(&o->d->b, '"');
    put_stroke(o);
}

static void text(void *to, len x, len y, len size, const char *words)
{
    struct over *o = to;
    int font = 0;
    for (const char *s = words; *s;)
        font = letters_take(o->d->letters, o->face, utf8_next(&s));
    put(o->d, "<text x=\"", x);
    put(o->d, "\" y=\"", y);
    buf_format(&o->d->b, "\" font-family=\"%s%s", o->d->options->family, o->d->book->fonts->id[font]);
    put(o->d, "\" font-size=\"", size);
    buf_char(&o->d->b, '"');
    put_tint(o->d, "fill", o->tint);
    buf_char(&o->d->b, '>');
    put_words(&o->d->b, words, (int)strlen(words));
    buf_str(&o->d->b, "</text>\n");
}

static const struct ink ink = { colour, thickness, box, line, text };

/* As in write/pdf: the first plain one.                                                           */
static const struct face *plain_face(const struct svg_fonts *fonts)
{
    for (int i = 0; i < fonts->n; i++)
        if (!fonts->face[i]->bold && !fonts->face[i]->italic)
            return fonts->face[i];
    return fonts->n ? fonts->face[0] : NULL;
}

static struct over over_of(struct draw *d) { return (struct over){ .d = d, .face = plain_face(d->book->fonts) }; }

static void put_millimetres(struct draw *d, const struct page_field *f)
{
    const len part[] = { f->x, f->y, f->width, f->height };
    buf_str(&d->b, " data-box=\"");
    for (int i = 0; i < LENGTH(part); i++) {
        put_mm(&d->b, part[i]);
        buf_char(&d->b, i < LENGTH(part) - 1 ? ' ' : '"');
    }
}

static void draw_field(struct over *o, const struct page_field *f)
{
    struct draw *d = o->d;
    const char *name = f->title && *f->title ? f->title : f->name ? f->name : "";
    buf_str(&d->b, "<g");
    put_attribute(&d->b, "data-field", page_field_kind(f));
    put_attribute(&d->b, "data-field-name", f->id ? f->id : f->name ? f->name : "");
    put_millimetres(d, f);
    put_place(d, "tmpl", f->tmpl);
    put_place(d, "data", f->data);
    buf_str(&d->b, ">\n");
    box(o, (struct box){ f->x, f->y, f->x + f->width, f->y + f->height });
    if (o->face)
        text(o, f->x + PT(1), f->y + FIELD_LABEL, FIELD_LABEL, *name ? name : page_field_kind(f));
    buf_str(&d->b, "</g>\n");
}

void draw_fields(struct draw *d)
{
    struct over o = over_of(d);
    bool any = false;
    colour(&o, TINT(85, 10, 10), DASHED);
    o.thickness = PT(0.3);
    for (int i = 0; i < d->book->pages->n_fields; i++) {
        const struct page_field *f = &d->book->pages->fields[i];
        if (f->page != d->index)
            continue;
        if (!any)
            buf_str(&d->b, "<g class=\"vb-fields\" aria-hidden=\"true\" style=\"user-select:none\">\n");
        any = true;
        draw_field(&o, f);
    }
    if (any)
        buf_str(&d->b, "</g>\n");
}

void draw_over(struct draw *d, struct arena *scratch)
{
    struct over over = over_of(d);
    struct overlay o = { .pages = d->book->pages, .page = d->page, .index = d->index, .scratch = scratch, .face = over.face, .ink = &ink, .to = &over };
    if (d->options->over.what == DRAW_NOTHING)
        return;
    buf_str(&d->b, "<g class=\"vb-over\" aria-hidden=\"true\" style=\"pointer-events:none;user-select:none\">\n");
    overlay_draw(&o, d->options->over);
    buf_str(&d->b, "</g>\n");
}
