/* sheet.h - pages side by side, with the marks of the changes over them.                               */
#ifndef DIFF_SHEET_H
#define DIFF_SHEET_H

#include "diff/diff.h"
#include "html/html.h"

bool diff_sheets(struct diff *d, bool english, struct buf *b);

extern const char diff_css[], diff_js[];

#endif
