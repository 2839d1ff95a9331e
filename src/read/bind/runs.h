/* runs.h - a paragraph being put together out of runs, of the data's words or the template's. */
#ifndef READ_RUNS_H
#define READ_RUNS_H

#include "read/bind/flow.h"

void text_look(struct text *t);  /* what comes next looks like t->look                        */
void text_flush(struct text *t); /* the words so far become a run                             */
struct run *text_object(struct text *t, enum run_kind kind, bool at_word); /* at_word: it stands
                                  * at its word; a blank in front of it moves behind it        */
void text_break(struct text *t, struct pos pos);
struct run *text_late(struct text *t, enum late_rule late, struct pos pos);
void text_marked(struct text *t, int id); /* the look that b, i, u, sup, sub (D_B...) give      */

/* refs.c: from: what the reference stands in; page: the page's number is printed.             */
void text_ref(struct text *t, const char *id, bool page, const xmlNode *from, struct pos pos);

/* inline_data.c: of an <a>; "" is said elsewhere.                                             */
void link_check(struct env *env, const char *href, struct pos at, struct pos tmpl);

/* notes.c: a note of the data; a note of the template.                                       */
void text_note(struct text *t, const xmlNode *fn);
void text_own_note(struct text *t, const struct tnode *fn, struct context at);

#endif
