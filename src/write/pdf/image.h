/* image.h - pictures of one PDF: each is in the file once, however often it is drawn.         */
#ifndef WRITE_PDF_IMAGE_H
#define WRITE_PDF_IMAGE_H

#include "write/pdf/object.h"

/* The number n of its name /Imn in every page's resources.                                    */
int image_for(struct pdf *pdf, const struct image *image);

/* When all pages are written: the pixels. They come last, so that a page is read before them.  */
void images_finish(struct pdf *pdf);

#endif
