/* content.h - the marks of one page as its content stream.                                   */
#ifndef WRITE_PDF_CONTENT_H
#define WRITE_PDF_CONTENT_H

#include "write/pdf/object.h"

void content_write(struct pdf *pdf, int page, HPDF_Page to);

#endif
