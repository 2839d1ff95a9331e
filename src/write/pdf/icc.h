/* icc.h - the colour space that all our colours are meant in, as an ICC profile.             */
#ifndef WRITE_PDF_ICC_H
#define WRITE_PDF_ICC_H

#include "base/arena.h"

enum { ICC_BYTES = 976 };

/* sRGB (IEC 61966-2-1) as a display profile of ICC version 2.1, which PDF/A-1 asks for too.  */
const unsigned char *icc_srgb(struct arena *a);

#endif
