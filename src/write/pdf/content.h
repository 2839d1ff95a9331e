/* content.h - the marks of one page as its content stream.                                   */
#ifndef WRITE_PDF_CONTENT_H
#define WRITE_PDF_CONTENT_H

#include "write/pdf/font.h"

/* n bytes of a literal string, in the font's own codes.                                        */
void put_letters(struct pdf *pdf, struct buf *b, struct pdf_font *font, const char *s, int n);

void content_write(struct pdf *pdf, const struct page *page, HPDF_Page to);

#endif
