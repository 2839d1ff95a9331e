/* fault.h - for the readers of XML: what is wrong with a file, seen while it is parsed and said
 * afterwards.                                                                  */
#ifndef READ_FAULT_H
#define READ_FAULT_H

#include "read/xml/xml.h"

#include <libxml/parserInternals.h>

/* What the parser's callbacks note; they never say anything themselves.        */
struct fault {
    bool dtd;
    bool too_long;               /* a name or a value, for libxml2                */
    xmlParserErrors error;       /* the first                                   */
    int line, column;
    int from;                    /* the source's first line; 0: 1                 */
    int opened_line;             /* of tags that do not match                   */
    char opened[40], closed[40];
};

enum { XML_OPTIONS = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES };

/* What goes wrong in this parser will be noted. It must keep its own callbacks else.  */
void fault_watch(xmlParserCtxt *ctxt, struct fault *p);
void fault_say(struct log *log, const struct source *src, const struct fault *p);

/* Says what xml_parse would say of a file that is too large for a tree. False: nothing. */
bool xml_say_fault(struct arena *a, struct log *log, const struct source *src);

/* How many elements and attributes go by; more bytes of the same file may follow. False: t->limit is reached at t->at,
 * and no parser is to see these bytes. Of pieces of a file only attributes are bounded.        */
struct xml_tally {
    const struct limits *limits;
    bool pieces;
    enum { TALLY_TEXT, TALLY_LESS, TALLY_TAG, TALLY_PI, TALLY_BANG, TALLY_COMMENT, TALLY_CDATA } in;
    char quote;
    int matched;
    int64_t n_nodes, n_attributes, begun, passed;
    enum limit limit;
    int64_t at;
};
bool xml_tally(struct xml_tally *t, const char *bytes, int n);
bool xml_within_limits(struct log *log, const struct source *src); /* of a whole file; says why not  */

/* Says why not. bom: its bytes at the start.                                     */
bool xml_is_utf8(struct arena *a, struct log *log, const struct source *src, int bom);
static inline int xml_bom(const char *text, int size) { return size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0; }

/* Every node of the tree gets its mark. Returns what is nested too deep, or NULL.  */
const char *xml_give_places(struct arena *a, xmlDoc *doc, const struct source *src, int bom, int most_depth);

#endif
