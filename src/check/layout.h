/* layout.h - finished pages against the rules of Decree 30/2020: a verdict for every rule.      */
#ifndef CHECK_LAYOUT_H
#define CHECK_LAYOUT_H

#include "base/log.h"
#include "doc.h"
#include "page.h"

enum check_state { CHECK_PASS, CHECK_FINDING, CHECK_NOT_APPLICABLE, CHECK_NOT_JUDGED };
enum check_level { CHECK_MUST, CHECK_TEMPLATE, CHECK_PRACTICE };

struct check_rule { const char *name, *clause, *title, *allowed, *remedy; }; /* name: "R1" */

struct check_verdict {
    enum check_level level;
    enum check_state state;
    bool note;                   /* it holds, but is reported to the user                         */
    const struct check_rule *rule; /* in the language at hand                                     */
    const char *measured;        /* or why it does not apply or is not judged                     */
    const char *words;           /* of the line at fault, or NULL                                 */
    int page;                    /* from 0, in the file; -1: of none in particular                */
    len x, y, width, height;     /* width 0: none                                                 */
    struct pos data, tmpl;
};

typedef void check_sink(void *user, const struct check_verdict *verdict);

/* One file's pages; of several documents in it, the worst of a rule counts. A rule that finds several
 * faults tells each. Rules come in their order.                                                  */
void check_layout(struct arena *a, bool english, const struct pages *pages, const struct doc *doc, check_sink *sink, void *user);

/* The first wish of the template for a rule that there is none of; NULL: all are known.             */
const struct rule_wish *check_unknown_wish(const struct doc *doc);

/* All rules, i from 0.                                                                            */
int check_rule_count(void);
const struct check_rule *check_rule(int i, bool english, enum check_level *level);

#endif
