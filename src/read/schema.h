/* schema.h - a grammar table as RELAX NG, for editors that complete and check while one types.
 * Where XML's own means end (ranges of lengths, words that must not be missing beside markup)
 * the schema lets pass what the program refuses; it never refuses what the program takes.      */
#ifndef READ_SCHEMA_H
#define READ_SCHEMA_H

#include "base/buf.h"
#include "read/grammar.h"

void schema_write(const struct grammar *g, struct buf *out);

#endif
