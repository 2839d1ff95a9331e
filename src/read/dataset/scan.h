/* scan.h - the first pass: feed.c gives the parser a file's bytes, scan.c listens to it.      */
#ifndef READ_SCAN_H
#define READ_SCAN_H

#include "read/dataset/dataset.h"
#include "read/xml/fault.h"

struct open_element { int64_t start; uint32_t line, around; bool seen, told; }; /* seen: a record stands in it */

/* How the records of documents of a type are found; with --each those of all types are found alike. */
struct each_known { const char *type, *source; struct each *each; struct pos pos; bool lost; struct each_known *next; };

struct scan {
    struct fault fault;          /* first: it is the parser's _private                     */
    struct dataset *d;
    xmlParserCtxt *ctxt;
    struct xml_tally tally;
    uint32_t file, whole;        /* whole: what is round the root                          */
    int bom;
    struct open_element open[MAX_DEPTH + 2]; /* from 1                                              */
    int depth, document, record; /* depths of the last one opened, of the document's and the record's; 0: none */
    bool many, stopped;
    bool no_rows;                /* something was wrong with a <csv> of this document (said) */
    const struct each_known *how; /* of this document; its each NULL: it is its own record   */
    char type[100];              /* of this document                                       */
    int data, csv;                    /* depths of the <data> and the <csv> that are open; 0: none */
    uint32_t pending;            /* what is round the record at hand                       */
    bool filled;                 /* it holds something                                    */
    int found, n_found;          /* records of this document, of the file                   */
    uint32_t empty[10];          /* the first that hold nothing                           */
    int n_empty, n_filled;
};

extern const xmlSAXHandler scan_listener;
int64_t scan_here(const struct scan *s);
/* Is the way to this document's records being followed?                                    */
static inline bool scan_follows(const struct scan *s) { return s->document && s->how->each && !s->how->lost; }

/* open.c */
uint32_t scan_around(struct scan *s, int depth); /* the number of what is open there           */
struct pos scan_pos(struct scan *s, const struct open_element *o);
void scan_too_big(struct scan *s, const struct open_element *o); /* says so                     */

/* table.c: the rows of a <csv> that has just ended.                                           */
void scan_csv(struct scan *s, int64_t end, uint32_t end_line);

#endif
