/* text.h - what is said of changes, for those who print it or show it.                                */
#ifndef DIFF_TEXT_H
#define DIFF_TEXT_H

#include "diff/diff.h"

bool diff_differs(const struct diff *d);

const char *diff_where(struct diff *d, const struct diff_change *c, bool english); /* "trang 3 → 4"       */
const char *diff_what(struct diff *d, const struct diff_change *c, bool english);  /* "8 khối dời xuống 12,4 mm" */
const char *diff_sign(const struct diff_change *c); /* one letter, for those who see no colour            */
const char *diff_clip(struct diff *d, const char *words);  /* long ones with … in the middle             */
const char *diff_mm(struct diff *d, double mm, bool english);

#endif
