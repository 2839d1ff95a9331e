/* judge.h - what is wrong with the data: by itself, and for a template.                 */
#ifndef READ_JUDGE_H
#define READ_JUDGE_H

#include "read/xpath/env.h"

/* data.c: checks the data against its grammar, and by itself: ids, references, bodies.
 * The tree must have come from xml_parse.                                          */
bool data_check(struct arena *a, struct log *log, xmlDoc *data);

/* needs.c: says what the data lacks or has too much of. Before anything is computed, the numbers
 * that a template needs become plain ones: XPath would read 1.247 as one and a quarter.   */
void needs_plain(struct env *env);
void needs_check(struct env *env);

void unseen_check(struct env *env); /* unseen.c: reports what the data holds and no page shows */

/* checks.c: how grave the program's own findings are for this template; what its <check>s find. */
void checks_levels(struct env *env);
void checks_run(struct env *env);

/* missing.c: `from` is what there is of its path.                                        */
void say_missing(struct env *env, const struct need *need, const xmlNode *from);

/* wrong.c: a fault of the data, at the element that stands nearest, is kept; does a check read one there? */
void wrong_keep(struct env *env, const xmlNode *node, const char *name);
bool wrong_is_read(const struct env *env, const struct def *check, const xmlNode *at);

#endif
