/* bind.h - template x data -> the bound document (doc.h).                            */
#ifndef READ_BIND_H
#define READ_BIND_H

#include "doc.h"
#include "read/xpath/record.h"

struct records { struct record *record; int n, room; };

/* NULL when anything was wrong; the log says everything that is.                   */
struct doc *bind_document(struct arena *a, struct log *log, const struct record *record,
                          const struct bind_options *options);

struct env;
/* The file's name, which the template gives to the record. NULL: it gives none.   */
const char *bind_name(struct env *env);

/* What the data holds. Data that is not good has no records, but its templates are read, so
 * that their faults are said too.                                                  */
struct records records_find(struct arena *a, struct log *log, struct templates *templates, xmlDoc *data, bool good,
                            const struct bind_options *options);

#endif
