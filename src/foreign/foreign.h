/* foreign.h - a PDF that some other program made, read back into pages: words with their letters' places and
 * fonts, drawn rules, pictures, and, since such a file has none, the roles of its parts, from words and places.
 *
 * The reading is mutool's (mupdf-tools), in a process of its own with limits; what it prints is not trusted.  */
#ifndef FOREIGN_FOREIGN_H
#define FOREIGN_FOREIGN_H

#include "base/log.h"
#include "page.h"

/* NULL: it cannot be read (reported). Everything lives in the arena.                              */
struct pages *foreign_read(struct arena *a, struct log *log, const char *path);

#endif
