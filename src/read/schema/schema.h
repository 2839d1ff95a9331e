/* schema.h - a grammar table as RELAX NG, for editors that complete and check while one types.
 * Where XML's own means end (ranges of lengths, words that must not be missing beside markup)
 * the schema lets pass what the program refuses; it never refuses what the program takes.      */
#ifndef READ_SCHEMA_H
#define READ_SCHEMA_H

#include "base/buf.h"
#include "read/template/template.h"

/* What the schema is narrowed to; all of it may be nothing.                                    */
struct schema_for {
    const char *type;            /* of document                                               */
    const struct template *template; /* its names are offered, what it needs is wanted           */
    bool strict;                 /* what the template's needs do not know is refused           */
};

void schema_write(const struct grammar *g, struct schema_for what, struct buf *out);

/* ---- shared by the files of this folder --------------------------------------------------------- */

struct schema { const struct grammar *g; struct schema_for what; struct buf *out; };

/* schema_values.c. schema_doc: bilingual, vi / en = otherwise; each but vi may be NULL.          */
void schema_doc(struct schema *s, const char *vi, const char *en, const char *otherwise, int indent);
void schema_pattern(struct schema *s, const char *regex); /* of XML Schema                        */
void schema_value(struct schema *s, const struct attr_rule *a);
static inline void schema_escaped(struct buf *out, const char *s) { buf_escaped(out, s, (int)strlen(s), "&<\""); }

/* schema_needs.c: the steps of a template's needs, each a <define> of its own, and what stands in an element.    */
void schema_defines(struct schema *s, const struct need *first);
enum schema_csv { FREE_CSV, NO_CSV, SOME_CSV }; /* in <data>: with none, or with one            */
void schema_content(struct schema *s, const struct need *first, enum schema_csv csv);

#endif
