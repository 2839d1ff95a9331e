/* object.h - PDF objects written as they stand, by way of libharu's dictionaries: their
 * write_fn puts our words between its << and >>.                                            */
#ifndef WRITE_PDF_OBJECT_H
#define WRITE_PDF_OBJECT_H

#include "base/buf.h"
#include "base/unit.h"
#include "page.h"
#include "write/pdf/pdf.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_pages.h>

struct libdeflate_compressor;

enum { STRING_MOST = 32767 };    /* bytes (ISO 19005-2, 6.1.13)                               */

struct packed { const void *bytes; int size; }; /* deflated                                   */

struct pdf_tools {
    struct arena *arena;
    struct libdeflate_compressor *compressor;
    struct packed profile;       /* of colours                                                */
    struct kept_font *fonts;     /* font.c's                                                  */
};

struct pdf {
    struct arena *file;          /* what lives until the file is whole                       */
    struct arena *arena;         /* what lives until the document at hand is written         */
    struct arena *scratch;       /* emptied after each stream                                */
    const struct pages *pages;   /* of the document at hand                                  */
    struct pdf_book *book;       /* several documents are in the file; NULL: one is           */
    enum pdf_standard standard;
    struct drawing over;
    HPDF_Doc doc;
    HPDF_Dict info;
    struct pdf_tools *tools;
    HPDF_Page *page;             /* by index in `pages`                                      */
    struct page_tree *page_tree;
    struct pdf_labels *labels;
    struct pdf_save *save;
    HPDF_Dict *kept;             /* see object_keep                                          */
    int n_kept, room_kept;
    HPDF_STATUS error, detail;   /* the first; later ones only follow from it                */
    struct pdf_font *fonts;
    HPDF_Dict font_dict;         /* shared by all pages                                     */
    struct pdf_target *targets;  /* by id, found with the first link that asks for one        */
    int n_targets;
    struct pdf_image *images;
    struct old_image *old_images; /* of the documents so far                                  */
    struct pdf_tags *tags;
    struct pdf_link *links, *last_link;
    struct note_links *note_links; /* by element, from the first note on                     */
    HPDF_Dict image_dict;        /* shared by the pages from the first picture on            */
};

/* Has a structure tree; pages of any length would break the limits that part 1 has (6.1.12). */
static inline bool pdf_is_tagged(const struct pdf *pdf) { return pdf->standard != PDF_A1B; }

/* An indirect dictionary << words >>. The words live as long as the arena.                  */
HPDF_Dict object_dict(struct pdf *pdf, const char *words);

/* The same as a value in its place: not indirect.                                            */
HPDF_Dict object_direct(struct pdf *pdf, const char *words);

/* Other words for a dictionary of words; words for one that had none.                          */
void object_words(HPDF_Dict dict, const char *words);

/* An indirect stream with these words in its dictionary; the bytes are deflated.            */
HPDF_Dict object_stream(struct pdf *pdf, const char *words, const void *bytes, int n);

/* The same, not packed.                                                                       */
HPDF_Dict object_plain(struct pdf *pdf, const char *words, const void *bytes, int n);

/* The same, packed already.                                                                   */
HPDF_Dict object_ready(struct pdf *pdf, const char *words, struct packed packed);

/* Fills a stream with bytes that are packed already, as the /Filter in the words says.        */
void object_packed(HPDF_Dict dict, HPDF_Stream stream, const char *words, const void *bytes, size_t n);

/* Deflated into the scratch arena; returns the size.                                         */
size_t deflated(struct pdf *pdf, const void *bytes, size_t n, const void **packed);

/* Deflates into a dictionary that has a stream already (a page's contents).                 */
void object_fill(struct pdf *pdf, HPDF_Dict dict, HPDF_Stream stream, const char *words, const void *bytes, int n);

/* What is not whole when its document is: it is written when it is done, at the latest with the file's
 * end. Its words live as long as pdf->file.                                                    */
HPDF_Dict object_keep(struct pdf *pdf, HPDF_Dict dict);
void object_done(struct pdf *pdf, HPDF_Dict dict);
bool object_is_kept(const struct pdf *pdf, const void *object);

/* Gives a page an annotation.                                                                 */
void object_annotate(struct pdf *pdf, int page, HPDF_Dict annotation);

unsigned object_number(HPDF_Dict dict); /* for references: "%u 0 R"                         */

/* Titles as readers show them: at most TITLE_MOST letters, then "...".                       */
const char *short_title(struct pdf *pdf, const char *text);

/* A text string: <FEFF...>, UTF-16 of UTF-8, as far as a string may go. As an object too: libharu's own encoder makes a blank
 * of all that is beyond U+FFFF.                                                               */
void put_text(struct buf *b, const char *text);
HPDF_Binary text_string(struct pdf *pdf, const char *text);

/* What is written thousands of times, without printf: 12; and 12 0 R with a blank behind it.  */
void put_number(struct buf *b, unsigned n);
void put_reference(struct buf *b, unsigned number);

/* A number of hundredths: 1250 -> 12.5                                                      */
void put_hundredths(struct buf *b, int hundredths);

#endif
