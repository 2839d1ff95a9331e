/* explain.h - page.h's reasons as sentences, in the log's language and its arena.             */
#ifndef WRITE_DUMP_EXPLAIN_H
#define WRITE_DUMP_EXPLAIN_H

#include "base/log.h"
#include "page.h"

const char *explain_page(struct log *log, const struct pages *pages, int index); /* its end     */
const char *explain_line(struct log *log, const struct loose_line *line);

const char *hold_name(enum hold hold); /* stable words for programs                             */
const char *end_name(enum page_end end);

#endif
