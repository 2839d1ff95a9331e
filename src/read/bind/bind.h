/* bind.h - template x data -> the bound document (doc.h).
 *
 * XPath's functions of ours (vb:...) are called from inside libxml2, which must
 * not be jumped over: they use libxml2's own memory, never the arena.              */
#ifndef READ_BIND_H
#define READ_BIND_H

#include "doc.h"
#include "read/template/template.h"

struct setting { const char *name, *value; }; /* of the command line               */

struct bind_options {
    const char *mode;            /* "paper", "electronic", "archive"               */
    bool split;                  /* pages with a `file` make one for themselves     */
    const struct setting *settings;
    int n_settings;
};

/* One document to be made: $document, $record and what serves them.               */
struct record {
    struct template *template;
    xmlNode *document, *node;
    xmlNodeSet *group;           /* $record where it is several of them; NULL: the node     */
    int position, size;          /* among all items, for the file's name; 0: it is alone    */
};
struct records { struct record *record; int n, room; };


/* Checks the data against grammar and needs: ids, dates, references, fields.
 * The tree must have come from xml_parse.                                          */
bool data_check(struct arena *a, struct log *log, xmlDoc *data);

/* NULL when anything was wrong; the log says everything that is.                   */
struct doc *bind_document(struct arena *a, struct log *log, const struct record *record,
                          const struct bind_options *options);

/* What the data holds. Data that is not good has no records, but its templates are read, so
 * that their faults are said too.                                                  */
void records_find(struct arena *a, struct log *log, struct templates *templates, xmlDoc *data, bool good,
                  const struct bind_options *options, struct records *to);

#endif
