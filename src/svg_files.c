/* svg_files.c - the pages as SVG: their fonts and books, made once, and the files that they are written into. */
#include "chain.h"

#include "write/svg/svg.h"

#include <errno.h>

struct drawn *svg_drawn_of(struct vb *v)
{
    if (v->drawn)
        return v->drawn;
    struct drawn *d = NEW(&v->record, struct drawn);
    d->fonts = svg_fonts_of(&v->record, v->pages);
    d->book = NEW_N(&v->record, struct svg_book *, v->pages->n_files);
    return v->drawn = d;
}

struct svg_book *svg_book_of(struct vb *v, int part)
{
    struct drawn *d = svg_drawn_of(v);
    if (!d->book[part])
        d->book[part] = svg_book_new(&v->record, pages_of_file(&v->record, v->pages, part), d->fonts);
    return d->book[part];
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
    struct svg_options options = { .page_url = page_url(v, r->data, part), .family = SVG_FAMILY, .prefix = "", .over = chain_drawing(v->log.lang, v->options->boxes) };
    struct buf svg = buf_in(&v->part);
    const char *reason = NULL;
    if (!out->error && !svg_page(svg_book_of(v, part), &v->part, page, &options, &svg, &reason))
        out->error = EIO;
    output_write(out, buf_text(&svg), (size_t)svg.size);
    output_finish(out);
    reason = reason ? arena_string(&v->record, reason) : NULL;
    arena_clear(&v->part);
    return reason;
}
