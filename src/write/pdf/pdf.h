/* pdf.h - pages as a PDF. This folder alone knows libharu, which serves as a store of
 * objects and as the file's writer; fonts, text and streams are made here, since those of
 * libharu 2.3.0 are large, slow, or not valid (its ToUnicode is none).                     */
#ifndef WRITE_PDF_PDF_H
#define WRITE_PDF_PDF_H

#include "base/log.h"
#include "base/output.h"
#include "page.h"
#include "write/over/overlay.h"

/* Of ISO 19005. The first two are tagged and keep ISO 14289 (PDF/UA-1) too; A3A alone may have
 * files attached; A1B is PDF 1.4, for whoever still asks for that: neither tags nor soft masks. */
enum pdf_standard { PDF_A2A, PDF_A3A, PDF_A1B };

/* What files have in common and is made once: for as long as the arena lives.                 */
struct pdf_tools;
struct pdf_tools *pdf_tools_new(struct arena *a);

struct pdf_options {
    struct pdf_tools *tools;
    enum pdf_standard standard;
    const struct source *data;   /* attached to A3A, byte for byte; NULL: nothing is           */
    struct drawing over;
};

/* False: libharu or a font failed; *reason says how. What the file system refuses is kept in
 * the output.                                                                                */
bool pdf_write(struct arena *a, const struct pages *pages, const struct pdf_options *options, struct output *out, const char **reason);

/* Several documents in one file, each written when it is added: nothing of it stays but where its
 * objects stand, and the letters that the fonts must have. Each has its branch of the outline and of the
 * structure tree and its own page labels, and leads to none of the others. Such a file is read and
 * printed: it has no fields and no data attached. Its title is the first document's when it is NULL.
 *
 * The arena `document` is pdf_add's, and may be emptied after each; `file` lives to the end. When one has
 * failed the others may not be called. At least one document is added.                           */
struct pdf *pdf_begin(struct arena *file, struct arena *document, const struct pdf_options *options, const char *title, struct output *out);
bool pdf_add(struct pdf *pdf, const struct pages *pages, const char **reason);
bool pdf_end(struct pdf *pdf, const char **reason);

#endif
