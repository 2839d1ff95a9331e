/* doc.c - the bound document as indented text.                                              */
#include "doc.h"

static void dump_blocks(const struct block *b, int indent, struct buf *out);

static void begin_line(const char *word, int indent, struct buf *out)
{
    buf_format(out, "%*s%s", 2 * indent, "", word);
}

static void dump_width(struct width w, struct buf *out)
{
    char mm[MM_TEXT];
    switch (w.kind) {
    case WIDTH_FIXED:
        buf_format(out, " %smm", len_mm(w.n, mm));
        break;
    case WIDTH_SHARE:
        buf_format(out, " %d*", (int)w.n);
        break;
    case WIDTH_PERCENT:
        buf_format(out, " %d%%", (int)w.n);
        break;
    case WIDTH_AUTO:
        buf_str(out, " auto");
    }
}

static void dump_late(const struct run *r, struct buf *out)
{
    static const char *const words[] = { "page", "pages", "section's pages", "page of", "mark" };
    buf_format(out, "[%s%s%s]", words[r->late], r->target ? " " : "", r->target ? r->target : "");
}

static void dump_runs(const struct style *style, const struct run *r, struct buf *out)
{
    for (; r; r = r->next) {
        bool own = r->look->bold != style->look.bold || r->look->italic != style->look.italic ||
                   r->look->script != style->look.script;
        if (own)
            buf_format(out, "[%s%s%s:", r->look->bold ? "b" : "", r->look->italic ? "i" : "",
                       r->look->script == SCRIPT_SUP ? "sup" : r->look->script == SCRIPT_SUB ? "sub" : "");
        if (r->kind == RUN_BREAK)
            buf_str(out, "[br]");
        if (r->kind == RUN_FIELD && !r->text)
            buf_str(out, "[room]");
        if (r->kind == RUN_LATE)
            dump_late(r, out);
        if (r->kind == RUN_LEADER)
            buf_format(out, "[leader%s]", r->field ? " room" : "");
        if (r->text)
            buf_str(out, r->text);
        if (own)
            buf_char(out, ']');
    }
}

static void dump_image(const struct block *b, struct buf *out)
{
    char mm[MM_TEXT];
    const struct image *image = b->image.image;
    buf_format(out, " %s %d x %d", image->name, image->width, image->height);
    if (b->image.width)
        buf_format(out, " w%smm", len_mm(b->image.width, mm));
    if (b->image.height)
        buf_format(out, " h%smm", len_mm(b->image.height, mm));
    buf_format(out, b->image.alt ? " \"%s\"\n" : "\n", b->image.alt);
}

/* Cells alone, for such rows stand wherever a page may end.                                */
static void dump_carry(const struct row *r, int indent, struct buf *out)
{
    const struct row *const rows[] = { r->carry, r->carry_to };
    for (int i = 0; i < LENGTH(rows); i++) {
        if (!rows[i])
            continue;
        begin_line(i ? "carry to" : "carry", indent, out);
        buf_char(out, '\n');
        for (const struct cell *c = rows[i]->cells; c; c = c->next)
            dump_blocks(c->blocks, indent + 1, out);
    }
}

/* usual: where words stand if the cell says nothing.                                         */
static void dump_rows(const struct row *r, enum valign usual, int indent, struct buf *out)
{
    static const char *const kinds[] = { "row", "head", "group", "total", "unit" };
    static const char *const places[] = { " middle", " top", " bottom" }, *const sides[] = { " top", " bottom", " left", " right" };
    for (; r; r = r->next) {
        begin_line(kinds[r->kind], indent, out);
        buf_char(out, '\n');
        dump_carry(r, indent + 1, out);
        for (const struct cell *c = r->cells; c; c = c->next) {
            begin_line("cell", indent + 1, out);
            buf_format(out, " %d", c->column);
            if (c->columns > 1 || c->rows > 1)
                buf_format(out, " spans %d x %d", c->columns, c->rows);
            buf_str(out, c->valign == usual ? "" : places[c->valign]);
            for (int i = 0; c->sides && i < LENGTH(sides); i++)
                buf_format(out, "%s%s", i ? "" : " lines", c->sides & 1u << i ? sides[i] : "");
            buf_char(out, '\n');
            dump_blocks(c->blocks, indent + 2, out);
        }
    }
}

static void dump_columns(const struct width *w, int n, struct buf *out)
{
    for (int i = 0; i < n; i++)
        dump_width(w[i], out);
    buf_char(out, '\n');
}

static void dump_block(const struct block *b, int indent, struct buf *out)
{
    static const char *const words[] = { "p", "rule", "table", "grid", "keep", "fit", "field", "box", "image", "pages" };
    begin_line(words[b->kind], indent, out);
    switch (b->kind) {
    case BLOCK_PARA:
        buf_format(out, " %s%s%s \"", b->para.style->name, b->role ? " " : "", b->role ? b->role : "");
        dump_runs(b->para.style, b->para.runs, out);
        buf_str(out, "\"\n");
        break;
    case BLOCK_RULE:
        dump_columns(&b->rule.width, 1, out);
        break;
    case BLOCK_TABLE:
        buf_format(out, " %s", b->table.style->name);
        dump_columns(b->table.widths, b->table.columns, out);
        dump_rows(b->table.rows, VALIGN_MIDDLE, indent + 1, out);
        break;
    case BLOCK_GRID:
        dump_columns(b->grid.widths, b->grid.columns, out);
        dump_rows(b->grid.rows, VALIGN_TOP, indent + 1, out);
        break;
    case BLOCK_KEEP:
        buf_format(out, " %d lines before%s\n", b->keep.lines_before, b->keep.same_place ? ", same place" : "");
        dump_blocks(b->keep.blocks, indent + 1, out);
        break;
    case BLOCK_FIT:
        buf_format(out, " %d tries\n", b->fit.n);
        dump_blocks(b->fit.tries[0], indent + 1, out);
        break;
    case BLOCK_FIELD:
        buf_format(out, " %s\n", b->field->name ? b->field->name : "");
        dump_blocks(b->field->blocks, indent + 1, out);
        break;
    case BLOCK_BOX:
        dump_columns(&b->box.width, 1, out);
        dump_blocks(b->box.blocks, indent + 1, out);
        break;
    case BLOCK_IMAGE:
        dump_image(b, out);
        break;
    case BLOCK_PAGES:
        break;
    }
}

static void dump_blocks(const struct block *b, int indent, struct buf *out)
{
    for (; b; b = b->next)
        dump_block(b, indent, out);
}

void doc_dump(const struct doc *doc, struct buf *out)
{
    buf_format(out, "%s%s%slang %s\ntitle \"%s\"\nauthor \"%s\"\nsubject \"%s\"\ndate %d\n", doc->file ? "file " : "", doc->file ? doc->file : "", doc->file ? "\n" : "", doc->lang,
               doc->title, doc->author, doc->subject, doc->date);
    int file = 0;
    for (const struct section *s = doc->sections; s; s = s->next) {
        if (s->file != file)
            buf_format(out, "file -%s\n", doc->files[s->file].name);
        file = s->file;
        buf_format(out, "pages start %d\n", s->start);
        dump_blocks(s->blocks, 1, out);
    }
    for (const struct note *n = doc->notes; n; n = n->next) {
        buf_format(out, "note %s\n", n->label);
        dump_blocks(n->blocks, 1, out);
    }
}
