/* html.h - pages in one file of HTML that opens without a server and asks for nothing else: dark
 * surroundings, zoom, keyboard, print.                                                          */
#ifndef HTML_HTML_H
#define HTML_HTML_H

#include "base/buf.h"
#include "vanban.h"

/* ---- of any such file --------------------------------------------------------------------------- */

void html_text(struct buf *b, const char *s); /* in text and in attributes                         */

/* From <!DOCTYPE to <body>, with the common style and this one; script goes at the end.             */
void html_begin(struct buf *b, bool english, const char *title, const char *style);
void html_end(struct buf *b, const char *script);

/* The buttons of the bar that the common script knows: zoom, print, help.                           */
void html_tools(struct buf *b, bool english);

/* A document's fonts, and a page that wants them; family tells several documents of a file apart, and
 * so does id of what links lead to. False: the document has told why.                               */
bool html_fonts(struct buf *b, struct vb *v, int part, const char *family);
bool html_sheet(struct buf *b, struct vb *v, int part, int page, const char *family, const char *id);

/* Writes the file, whole or not at all; not over one of these (NULL among them: none). What goes
 * wrong is told to the sink. VB_DONE or VB_OUTPUT.                                                 */
int html_save(const struct vb_options *options, const char *path, struct buf *html, const char *const *input, int n);

/* ---- a document, many documents -------------------------------------------------------------------- */

/* All its parts, one below the other, beside a strip of their pages. back: a link above them, or NULL. */
bool html_pages(struct buf *b, struct vb *v, bool english, const char *title, const char *back);

/* What vanban render -o FILE.html does with pages that are set.                                      */
int html_write(struct vb *v, const struct vb_options *options, const char *data, const char *template_path, const char *path);

/* FOLDER/NAME.html of each data file, and FOLDER/index.html with their first pages. A document that is
 * rejected is shown as such. The worst of what vb_read and vb_set said, or VB_OUTPUT. The folder is made. */
struct html_entry { const char *data, *template_path; int record; }; /* template: NULL, by its type; record 0: the options' */
int html_gallery(const struct vb_options *options, const struct html_entry *entry, int n, const char *folder);

/* Names of such files, each once.                                                                       */
struct html_names { struct arena *arena; const char **name; int n, room; };
const char *html_name(struct html_names *names, const struct html_entry *e);

/* asset.c: files of page/, in the program.                                                            */
extern const char html_shell_css[], html_shell_js[], html_pages_css[], html_pages_js[], html_gallery_css[];

#endif
