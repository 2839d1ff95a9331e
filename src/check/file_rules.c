/* file_rules.c - R9, R11, R119, R120: letters and fonts of the file, its title.                                       */
#include "check/check.h"

#include "base/utf8.h"
#include "font/face.h"

enum check_state rule_9(struct check *c)
{
    int faces = 0;
    const struct face *seen[32];
    for (int i = 0; i < c->lines.n; i++) {
        const struct line *l = c->lines.at[i];
        if (strcmp(utf8_compose(c->arena, l->text), l->text) != 0)
            fault(c, l, "%s", W("chữ không dựng sẵn (NFC)", "text is not NFC"));
        for (int k = 0; k < l->n; k++) {
            const struct face *f = l->span[k].mark->text.face;
            int j = 0;
            while (j < faces && seen[j] != f)
                j++;
            if (j < faces || faces == LENGTH(seen))
                continue;
            seen[faces++] = f;
            if (!f->file && !(c->pages->foreign && !c->pages->foreign->facts))
                fault(c, l, c->pages->foreign ? W("%s không được nhúng", "%s is not embedded") : W("%s không có tệp phông", "%s has no font file"), f->name);
        }
    }
    if (c->pages->foreign && !c->pages->foreign->facts && !c->n_faults)
        return unsure(c, W("chữ dựng sẵn (NFC); không xét phông có được nhúng không", "text is NFC; whether fonts are embedded is not checked"));
    return done(c, W("%d phông nhúng được", "%d fonts can be embedded"), faces);
}

/* ---- letters of the bound document and of the pages -------------------------------------------------------------- */

enum { TABLE = 0x3000, EVERYTHING = 1 }; /* Vietnamese letters stand below; what is above is counted together */

static void count_text(int *count, const char *s, const char *end, int by)
{
    while (s < end && *s) {
        uint32_t cp = utf8_next(&s);
        if (cp > ' ' && cp != 0xA0)
            count[cp < TABLE ? cp : TABLE] += by;
    }
}

static void count_blocks(int *count, const struct block *b);

static void count_rows(int *count, const struct row *row)
{
    for (; row; row = row->next)
        for (const struct cell *cell = row->cells; cell; cell = cell->next)
            count_blocks(count, cell->blocks);
}

static void count_field(int *count, const struct field *f)
{
    for (; f; f = f->inside)
        count_blocks(count, f->blocks);
}

static void count_runs(int *count, const struct run *r)
{
    for (; r; r = r->next)
        if ((r->kind == RUN_TEXT || r->kind == RUN_NOTE) && r->text)
            count_text(count, r->text, r->text + strlen(r->text), 1);
}

/* Of a fit one of its tries is set; each holds all of its words.                                                       */
static void count_blocks(int *count, const struct block *b)
{
    for (; b; b = b->next)
        switch (b->kind) {
        case BLOCK_PARA: count_runs(count, b->para.runs); break;
        case BLOCK_TABLE: count_rows(count, b->table.rows); break;
        case BLOCK_GRID: count_rows(count, b->grid.rows); break;
        case BLOCK_KEEP: count_blocks(count, b->keep.blocks); break;
        case BLOCK_FIT: count_blocks(count, b->fit.n ? b->fit.tries[0] : NULL); break;
        case BLOCK_FIELD: count_field(count, b->field); break;
        case BLOCK_BOX: count_blocks(count, b->box.blocks); break;
        default: break;
        }
}

static bool is_strange(uint32_t cp) { return cp == 0xFFFD || (cp < ' ' && cp) || (cp >= 0x7F && cp < 0xA0) || (cp >= 0xE000 && cp < 0xF900); }

static const struct line *strange_line(const struct check *c)
{
    for (int i = 0; i < c->lines.n; i++)
        for (const char *s = c->lines.at[i]->text; *s;)
            if (is_strange(utf8_next(&s)))
                return c->lines.at[i];
    return NULL;
}

/* Notes are counted where they stand; the running parts of pages repeat, and may be more.                                 */
enum check_state rule_11(struct check *c)
{
    int *count = NEW_N(c->arena, int, TABLE + 1), lost = 0;
    struct buf letters = buf_in(c->arena);
    const struct line *strange = strange_line(c);
    if (strange)
        fault(c, strange, "%s", W("ký tự lạ", "a foreign character"));
    if (!c->doc || c->pages->n_files != 1 || c->own_file || c->doc->n_files > 1)
        return c->n_faults ? done(c, "%s", W("ký tự lạ", "foreign characters")) : done(c, "%s", W("không có ký tự lạ", "no foreign characters"));
    for (const struct section *s = c->doc->sections; s; s = s->next)
        count_blocks(count, s->blocks);
    for (const struct note *n = c->doc->notes; n; n = n->next)
        count_blocks(count, n->blocks);
    for (int page = 0; page < c->pages->n; page++)
        for (int i = 0; i < c->pages->page[page].n; i++) {
            const struct mark *m = &c->pages->page[page].marks[i];
            if (m->kind == MARK_TEXT)
                count_text(count, m->text.s, m->text.s + m->text.n, -1);
        }
    for (int cp = 0; cp <= TABLE; cp++) {
        if (count[cp] <= 0)
            continue;
        char text[4];
        lost += count[cp];
        buf_bytes(&letters, text, utf8_put((uint32_t)cp, text));
        buf_format(&letters, "x%d ", count[cp]);
    }
    if (lost)
        fault_page(c, -1, W("mất %d chữ: %s", "%d lost: %s"), lost, buf_text(&letters));
    return done(c, W("mất %d chữ", "%d lost"), lost);
}

/* What is checked are pages: no file has been written yet.                                                                */
enum check_state rule_119(struct check *c)
{
    const struct foreign *f = c->pages->foreign;
    if (f && !f->facts)
        return unsure(c, W("không đọc được phiên bản và khóa của PDF", "the version and protection of the PDF cannot be read"));
    if (f) {
        if (f->version < 14)
            fault_page(c, -1, "PDF %d.%d", f->version / 10, f->version % 10);
        if (f->locked)
            fault_page(c, -1, "%s", W("bị khóa (mã hóa)", "locked (encrypted)"));
        return done(c, "PDF %d.%d", f->version / 10, f->version % 10);
    }
    return unsure(c, W("chưa ghi tệp PDF nào để xét; vanban ghi PDF 1.7 (--pdf 1b: 1.4), không khóa", "no PDF has been written; vanban writes 1.7 (--pdf 1b: 1.4), not encrypted"));
}

enum check_state rule_120(struct check *c)
{
    const char *title = c->pages->title ? c->pages->title : "", *subject = lines_text(c, &c->subject);
    const char *folded = utf8_fold(c->arena, title);
    if (c->pages->foreign && !c->pages->foreign->facts)
        return unsure(c, W("không đọc được tiêu đề, ngôn ngữ của tệp", "the title and language of the PDF cannot be read"));
    if (c->issued || c->first > 0)
        return skip(c, W("văn bản kèm theo: tệp mang tiêu đề của văn bản chính", "attached document: the file has the title of the main one"));
    if (!*title)
        fault_page(c, c->first, "%s", W("tệp không có tiêu đề", "the PDF has no title"));
    else if (c->subject.n && !strstr(folded, utf8_fold(c->arena, subject)))
        fault(c, c->subject.at[0], W("tiêu đề của tệp là «%s»", "the title of the PDF is '%s'"), title);
    if (!c->pages->lang || (strcmp(c->pages->lang, "vi") != 0 && !starts(c->pages->lang, "vi-")))
        fault_page(c, c->first, W("ngôn ngữ «%s»", "language '%s'"), c->pages->lang ? c->pages->lang : "");
    return done(c, "%s", title);
}
