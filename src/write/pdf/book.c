#include "write/pdf/book.h"

#include "write/pdf/outline.h"
#include "write/pdf/tag.h"

void book_open(struct pdf *pdf, const char *title)
{
    struct pdf_book *b = pdf->book = NEW(pdf->file, struct pdf_book);
    *b = (struct pdf_book){ .title = title ? arena_string(pdf->file, title) : NULL, .parts = buf_in(pdf->file), .notes.of_names = true };
    b->words[0] = b->words[1] = buf_in(pdf->file);
    b->outline = object_keep(pdf, object_dict(pdf, ""));
    if (pdf_is_tagged(pdf)) {
        b->root = object_keep(pdf, object_dict(pdf, ""));
        b->whole = object_keep(pdf, object_dict(pdf, ""));
    }
}

/* The first and the last of an entry's own, which are gone when it is written itself.            */
static unsigned take_kid(HPDF_Dict entry, const char *which)
{
    unsigned number = object_number(HPDF_Dict_GetItem(entry, which, HPDF_OCLASS_DICT));
    HPDF_Dict_RemoveElement(entry, which);
    return number;
}

/* Its next is the one that is made now; NULL: it is the last.                                    */
static void finish_entry(struct pdf *pdf, HPDF_Dict next)
{
    struct pdf_book *book = pdf->book;
    if (!book->entry)
        return;
    struct buf *words = &book->words[(book->documents - 1) % 2];
    if (next)
        buf_format(words, "/Next %u 0 R\n", object_number(next));
    object_words(book->entry, buf_text(words));
    object_done(pdf, book->entry);
}

/* Closed: a reader sees the documents first.                                                     */
static void put_entry(struct pdf *pdf, HPDF_Dict entry)
{
    struct pdf_book *book = pdf->book;
    const struct pages *p = pdf->pages;
    struct buf *b = &book->words[book->documents % 2];
    b->size = 0;
    buf_str(b, "/Title ");
    put_text(b, short_title(pdf, p->title ? p->title : ""));
    buf_format(b, "\n/Parent %u 0 R\n/Dest [%u 0 R /XYZ null ", object_number(book->outline), object_number(pdf->page[0]));
    put_hundredths(b, (int)(p->page[0].height / 10));
    buf_str(b, " null]\n");
    if (book->entry)
        buf_format(b, "/Prev %u 0 R\n", object_number(book->entry));
    if (p->n_outline) {
        unsigned first = take_kid(entry, "First"), last = take_kid(entry, "Last");
        buf_format(b, "/First %u 0 R\n/Last %u 0 R\n/Count -%d\n", first, last, p->n_outline);
    }
}

void book_add(struct pdf *pdf)
{
    struct pdf_book *b = pdf->book;
    HPDF_Dict entry = object_keep(pdf, object_dict(pdf, ""));
    if (!entry)
        return; /* libharu has kept the error */
    outline_put(pdf, entry);
    put_entry(pdf, entry);
    finish_entry(pdf, entry);
    b->entry = entry;
    if (!b->documents++) {
        b->first = object_number(entry);
        b->lang = arena_string(pdf->file, pdf->pages->lang);
    }
    if (b->documents == 1 && !b->title)
        b->title = arena_string(pdf->file, pdf->pages->title ? pdf->pages->title : "");
}

static void finish_structure(struct pdf *pdf)
{
    struct pdf_book *b = pdf->book;
    unsigned root = object_number(b->root), parents = object_number(object_dict(pdf, tree_root(pdf, &b->parents)));
    unsigned notes = object_number(object_dict(pdf, tree_root(pdf, &b->notes)));
    object_words(b->root, arena_format(pdf->arena, "/Type /StructTreeRoot /K %u 0 R /ParentTree %u 0 R /ParentTreeNextKey %d /IDTree %u 0 R\n",
                                       object_number(b->whole), parents, b->keys, notes));
    object_words(b->whole, arena_format(pdf->arena, "/S /Document /P %u 0 R /K [%s]\n", root, buf_text(&b->parts)));
}

/* What is said of the file as a whole is said of pages that are nobody's. */
void book_finish(struct pdf *pdf)
{
    struct pdf_book *b = pdf->book;
    struct pages *whole = NEW(pdf->arena, struct pages);
    *whole = (struct pages){ .title = b->title, .lang = b->lang };
    pdf->pages = whole;
    finish_entry(pdf, NULL);
    object_words(b->outline, arena_format(pdf->arena, "/Type /Outlines\n/First %u 0 R\n/Last %u 0 R\n/Count %d\n", b->first,
                                          object_number(b->entry), b->documents));
    HPDF_Dict_Add(pdf->doc->catalog, "Outlines", b->outline);
    if (pdf_is_tagged(pdf)) {
        finish_structure(pdf);
        HPDF_Dict_Add(pdf->doc->catalog, "StructTreeRoot", b->root);
        HPDF_Dict_Add(pdf->doc->catalog, "MarkInfo", object_direct(pdf, "/Marked true"));
    }
}
