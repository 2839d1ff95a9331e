/* record.h - which document is to be made, and with what options.                       */
#ifndef READ_RECORD_H
#define READ_RECORD_H

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

#endif
