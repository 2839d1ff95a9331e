/* font.h - a face in one PDF: a Type0 font whose CIDs are dealt to code points in the order
 * of their first use, so that a page can be written before the last letter is known.         */
#ifndef WRITE_PDF_FONT_H
#define WRITE_PDF_FONT_H

#include "font/face.h"
#include "write/pdf/object.h"

struct pdf_font {
    struct pdf_font *next;
    const struct face *face;
    int number;                  /* /F1, /F2, ...                                           */
    HPDF_Dict dict;
    uint16_t *page[256];         /* CIDs by code point; 0: none yet                          */
    uint32_t *cps;               /* by CID - 1                                              */
    int n, room;
};

struct pdf_font *font_for(struct pdf *pdf, const struct face *face);
uint16_t font_cid(struct pdf *pdf, struct pdf_font *font, uint32_t cp);

/* When all pages are written: the programs, widths and Unicode maps.                         */
bool fonts_finish(struct pdf *pdf, const char **reason);

#endif
