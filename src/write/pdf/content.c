#include "write/pdf/content.h"

#include "base/utf8.h"
#include "write/pdf/font.h"
#include "write/pdf/image.h"
#include "write/pdf/tag.h"

struct content {
    struct pdf *pdf;
    struct buf b;
    len height;                  /* of the page: PDF counts from below                        */
    const struct pdf_font *font;
    len size, track;
    uint32_t colour;
    bool hidden;                 /* letters are not painted now                                 */
    bool in_text;
    bool open;                   /* marked content has begun: of this tag, in the text or outside */
    int tag;
    int x, y;                    /* where the last text began, in hundredths of a point        */
};

static int hundredths(len l) { return (int)((l >= 0 ? l + 5 : l - 5) / 10); }

static void end_tag(struct content *c)
{
    if (c->open)
        buf_str(&c->b, "EMC\n");
    c->open = false;
}

static void end_text(struct content *c)
{
    if (c->in_text)
        end_tag(c);
    if (c->in_text)
        buf_str(&c->b, "ET\n");
    c->in_text = false;
}

static void set_colour(struct content *c, uint32_t colour)
{
    if (colour == c->colour)
        return;
    for (int shift = 16; shift >= 0; shift -= 8) {
        put_hundredths(&c->b, (int)((colour >> shift & 0xFF) * 100 + 127) / 255);
        buf_char(&c->b, ' ');
    }
    buf_str(&c->b, "rg\n");
    c->colour = colour;
}

static void draw_rule(struct content *c, const struct mark *m)
{
    set_colour(c, m->colour);
    put_hundredths(&c->b, hundredths(m->x));
    buf_char(&c->b, ' ');
    put_hundredths(&c->b, hundredths(c->height - m->y - m->rule.height));
    buf_char(&c->b, ' ');
    put_hundredths(&c->b, hundredths(m->width));
    buf_char(&c->b, ' ');
    put_hundredths(&c->b, hundredths(m->rule.height));
    buf_str(&c->b, " re f\n");
}

/* A picture's space is the unit square; where its sides go, by its orientation.                 */
static void draw_image(struct content *c, const struct mark *m)
{
    const signed char *turn = image_turns[m->image.image->orientation];
    const int size[2] = { hundredths(m->width), hundredths(m->image.height) };
    const int corner[2] = { hundredths(m->x), hundredths(c->height - m->y - m->image.height) };
    buf_str(&c->b, "q ");
    for (int i = 0; i < 6; i++) {
        put_hundredths(&c->b, turn[i] * size[i % 2] + (i >= 4 ? corner[i % 2] : 0));
        buf_char(&c->b, ' ');
    }
    buf_format(&c->b, "cm /Im%d Do Q\n", image_for(c->pdf, m->image.image));
}

static void begin_text(struct content *c)
{
    if (c->in_text)
        return;
    buf_str(&c->b, "BT\n");
    c->in_text = true;
    c->x = c->y = 0;
}

static void set_font(struct content *c, const struct pdf_font *font, len size)
{
    if (font == c->font && size == c->size)
        return;
    buf_format(&c->b, "/F%d ", font->number);
    put_hundredths(&c->b, hundredths(size));
    buf_str(&c->b, " Tf\n");
    c->font = font;
    c->size = size;
}

/* PDF adds it to blanks too; draw_text takes it back.                                          */
static void set_track(struct content *c, len track)
{
    if (track == c->track)
        return;
    put_hundredths(&c->b, hundredths(track));
    buf_str(&c->b, " Tc\n");
    c->track = track;
}

static void set_hidden(struct content *c, bool hidden)
{
    if (hidden != c->hidden)
        buf_str(&c->b, hidden ? "3 Tr\n" : "0 Tr\n");
    c->hidden = hidden;
}

/* Two bytes of a literal string.                                                              */
static void put_cid(struct buf *b, uint16_t cid)
{
    const char bytes[2] = { (char)(cid >> 8), (char)(cid & 0xFF) };
    for (int i = 0; i < 2; i++) {
        if (bytes[i] == '(' || bytes[i] == ')' || bytes[i] == '\\')
            buf_char(b, '\\');
        if (bytes[i] == '\r')
            buf_str(b, "\\r");
        else
            buf_char(b, bytes[i]);
    }
}

/* Blanks are real letters; what a justified line adds to them stands between the strings.      */
static void draw_text(struct content *c, const struct mark *m)
{
    struct pdf_font *font = font_for(c->pdf, m->text.face);
    int x = hundredths(m->x), y = hundredths(c->height - m->y);
    len track = hundredths(m->text.track) * 10, extra = m->text.gap - track; /* as it is written */
    int64_t gap = m->text.size ? -(int64_t)extra * 100000 / m->text.size : 0; /* 1/100 of 1/1000 em */
    set_colour(c, m->colour);
    set_font(c, font, m->text.size);
    set_track(c, track);
    set_hidden(c, m->text.hidden);
    put_hundredths(&c->b, x - c->x);
    buf_char(&c->b, ' ');
    put_hundredths(&c->b, y - c->y);
    buf_str(&c->b, gap ? " Td[(" : " Td(");
    for (const char *s = m->text.s, *end = s + m->text.n; s < end;) {
        uint32_t cp = utf8_next(&s);
        put_cid(&c->b, font_cid(c->pdf, font, cp));
        if (gap && cp == ' ') {
            buf_char(&c->b, ')');
            put_hundredths(&c->b, (int)gap);
            buf_char(&c->b, '(');
        }
    }
    buf_str(&c->b, gap ? ")]TJ\n" : ")Tj\n");
    c->x = x;
    c->y = y;
}

/* Marked content stands in a text object or around one. A page without tags has none, its links are
 * met all the same.                                                                             */
static void begin_tag(struct content *c, int page, const struct mark *m)
{
    int tag = tag_of_mark(c->pdf, page, m);
    bool text = m->kind == MARK_TEXT;
    bool tagged = pdf_is_tagged(c->pdf);
    if (c->open && tag == c->tag && text == c->in_text)
        return;
    end_tag(c);
    if (text)
        begin_text(c);
    else
        end_text(c);
    if (tagged && tag == TAG_ARTIFACT)
        buf_str(&c->b, "/Artifact BMC\n");
    else if (tagged)
        tag_begin(c->pdf, tag, page, &c->b);
    c->open = tagged;
    c->tag = tag;
}

static void draw(struct content *c, const struct mark *m)
{
    switch (m->kind) {
    case MARK_TEXT:
        draw_text(c, m);
        break;
    case MARK_RULE:
        draw_rule(c, m);
        break;
    case MARK_IMAGE:
        draw_image(c, m);
        break;
    }
}

void content_write(struct pdf *pdf, int index, HPDF_Page to)
{
    const struct page *page = &pdf->pages->page[index];
    struct content c = { .pdf = pdf, .b = buf_in(pdf->scratch), .height = page->height };
    HPDF_PageAttr attr = to->attr;
    for (int i = 0; i < page->n; i++) {
        begin_tag(&c, index, &page->marks[i]);
        draw(&c, &page->marks[i]);
    }
    end_tag(&c);
    end_text(&c);
    object_fill(pdf, attr->contents, attr->stream, "", buf_text(&c.b), c.b.size);
    arena_reset(pdf->scratch);
}
