/* svg.c - pages as SVG, one by one, and the fonts that they are written in.                       */
#include "chain.h"

#include "write/svg/svg.h"

#include <errno.h>

static const char FAMILY[] = "vb-";

struct drawn {                   /* of the pages that are set                                     */
    struct svg_fonts *fonts;
    struct svg_book **book;      /* by part; NULL: not asked for yet                              */
};

struct drawing_of {              /* what a verb asks for                                          */
    const struct vb_svg_options *options;
    int part, page;
    struct buf *out;
};

static struct drawn *drawn_of(struct vb *v)
{
    if (v->drawn)
        return v->drawn;
    struct drawn *d = NEW(&v->record, struct drawn);
    d->fonts = svg_fonts_of(&v->record, v->pages);
    d->book = NEW_N(&v->record, struct svg_book *, v->pages->n_files);
    return v->drawn = d;
}

static struct svg_book *book_of(struct vb *v, int part)
{
    struct drawn *d = drawn_of(v);
    if (!d->book[part])
        d->book[part] = svg_book_new(&v->record, pages_of_file(&v->record, v->pages, part), d->fonts);
    return d->book[part];
}

static struct svg_options options_of(const struct vb *v, const struct vb_svg_options *o)
{
    static const enum svg_source sources[] = { [VB_SVG_EMBED] = SVG_EMBED, [VB_SVG_URL] = SVG_URL, [VB_SVG_ELSEWHERE] = SVG_ELSEWHERE };
    return (struct svg_options){ .fonts = sources[o->fonts], .font_url = o->font_url ? o->font_url : "", .page_url = o->page_url,
                                 .family = o->family ? o->family : FAMILY,
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
    bool good = svg_page(book_of(v, w->part), &v->part, w->page, &options, w->out, &reason);
    int status = good ? VB_DONE : font_failed(v, reason);
    arena_clear(&v->part);
    return status;
}

static int do_style(struct vb *v, const struct request *r)
{
    const struct drawing_of *w = r->drawing;
    const struct svg_options options = options_of(v, w->options);
    const char *reason = "";
    bool good = svg_style(book_of(v, w->part), &v->part, &options, w->out, &reason);
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
    drawn_of(v);
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

/* ---- files ------------------------------------------------------------------------------------------- */

int svg_files(const struct vb *v) { return v->pages->n; }

static int part_of(const struct vb *v, int *page)
{
    int part = 0;
    while (*page >= v->pages->file[part].n)
        *page -= v->pages->file[part++].n;
    return part;
}

int vb_svg_path(const struct vb *v, int part, int page, const char *path, char *to, size_t size)
{
    const char *name = vb_part_count(v) > 1 ? vb_part(v, part).name : "";
    size_t n = strlen(path), ending = n > 4 && strcasecmp(path + n - 4, ".svg") == 0 ? 4 : 0;
    char number[16] = "";
    if (vb_part(v, part).pages > 1)
        snprintf(number, sizeof(number), page > 0 ? "-%d" : "-*", page);
    return snprintf(to, size, "%.*s%s%s%s%s", (int)(n - ending), path, *name ? "-" : "", name, number, path + n - ending);
}

const char *svg_file_path(struct vb *v, const char *path, int file)
{
    int part = part_of(v, &file), size = vb_svg_path(v, part, file + 1, path, NULL, 0) + 1;
    char *room = arena_alloc(&v->record, (size_t)size);
    vb_svg_path(v, part, file + 1, path, room, (size_t)size);
    return room;
}

/* The names of a part's pages as links have them: beside it, with what is no letter of an address as %XX. */
static const char *page_url(struct vb *v, const char *path, int part)
{
    int size = vb_svg_path(v, part, 0, path, NULL, 0) + 1;
    char *room = arena_alloc(&v->record, (size_t)size);
    vb_svg_path(v, part, 0, path, room, (size_t)size);
    const char *slash = strrchr(room, '/');
    struct buf url = buf_in(&v->record);
    buf_str(&url, "./"); /* a name may hold a colon */
    const char *last = slash ? slash + 1 : room, *star = strrchr(last, '*');
    for (const char *s = last; *s; s++)
        if ((unsigned char)*s <= ' ' || (unsigned char)*s >= 0x7F || strchr("%?#\"<>", *s) || (*s == '*' && s != star))
            buf_format(&url, "%%%02X", (unsigned char)*s);
        else
            buf_char(&url, *s);
    return buf_text(&url);
}

const char *svg_file(struct vb *v, const struct request *r, const char *path, int file)
{
    int page = file, part = part_of(v, &page);
    struct output *out = output_begin(v, r, path);
    struct svg_options options = { .page_url = page_url(v, r->data, part), .family = FAMILY, .prefix = "", .over = chain_drawing(v->log.lang, v->options->boxes) };
    struct buf svg = buf_in(&v->part);
    const char *reason = NULL;
    if (!out->error && !svg_page(book_of(v, part), &v->part, page, &options, &svg, &reason))
        out->error = EIO;
    output_write(out, buf_text(&svg), (size_t)svg.size);
    output_finish(out);
    reason = reason ? arena_string(&v->record, reason) : NULL;
    arena_clear(&v->part);
    return reason;
}
