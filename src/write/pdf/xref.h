/* xref.h - where each object of the file stands (ISO 32000-1, 7.5.4 and 7.5.8). Neighbours in number mostly
 * stand side by side, so that a thousand elements of the structure tree are kept in a few rows.   */
#ifndef WRITE_PDF_XREF_H
#define WRITE_PDF_XREF_H

#include "base/buf.h"

enum { XREF_ROW_BYTES = 7 };     /* its kind, a number of four bytes, an index of two            */

struct xref_run;
struct xref { struct arena *arena; struct xref_run *run; int n, room; };

void xref_plain(struct xref *x, int number, uint32_t offset);
void xref_packed(struct xref *x, int number, int stream, int index);

/* As PDF 1.4 has it: twenty bytes a row, from 0 to n - 1.                                       */
void xref_put_table(struct xref *x, int n, struct buf *b);

/* n rows of 1 + XREF_ROW_BYTES: each as its differences from the one above, which packs well (PNG's filter 2). */
unsigned char *xref_rows(struct xref *x, int n, struct arena *a);

#endif
