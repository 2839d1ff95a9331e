/* malformed.h - what is wrong with a file that the parser has refused, in the terms of whoever wrote it:
 * where it begins, not where the parser could no longer go on.                      */
#ifndef READ_MALFORMED_H
#define READ_MALFORMED_H

#include "read/xml/xml.h"

struct malformed {
    enum message id;
    int offset;                  /* in the file                                     */
    const char *a, *b, *c;       /* the message's words, or NULL                     */
};

/* The first fault of its markup; false: it shows none, the fault is another (an entity, a letter).  */
bool malformed_find(struct arena *a, const struct source *src, struct malformed *m);

bool xml_has_declaration(const char *text); /* <?xml-model ...?> before the root is none */

#endif
