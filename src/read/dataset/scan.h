/* scan.h - the first pass: feed.c gives the parser a file's bytes, scan.c listens to it.      */
#ifndef READ_SCAN_H
#define READ_SCAN_H

#include "read/dataset/dataset.h"
#include "read/xml/fault.h"

struct open { int64_t start; uint32_t line, around; bool seen, told; }; /* seen: a record stands in it */

/* How the records of a template's documents are found; of --each, which holds for all, the one.  */
struct each_known { const struct template *template; struct each *each; const char *source; struct pos pos; struct each_known *next; };

struct scan {
    struct fault fault;          /* first: it is the parser's _private                     */
    struct dataset *d;
    xmlParserCtxt *ctxt;
    uint32_t file, whole;        /* whole: what is round the root                          */
    int bom;
    struct open open[MAX_DEPTH + 2]; /* from 1                                              */
    int depth, document, record; /* depths of the last one opened, of the document's and the record's; 0: none */
    bool many, lost, stopped;    /* lost: how this document's records are found is not known */
    struct each *each;           /* of this document; NULL: it is its own record            */
    struct each_known *known, *last; /* last: of the document before, whose type was: */
    const char *type;
    uint32_t pending;            /* what is round the record at hand                       */
    bool filled;                 /* it holds something                                    */
    int found, n_found;          /* records of this document, of the file                   */
    uint32_t empty[10];          /* the first that hold nothing                           */
    int n_empty, n_filled;
};

extern const xmlSAXHandler scan_listener;
int64_t scan_here(const struct scan *s);

#endif
