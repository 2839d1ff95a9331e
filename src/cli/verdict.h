/* verdict.h - what check tells of one file: messages of its data, verdicts of its pages, and their sum.     */
#ifndef CLI_VERDICT_H
#define CLI_VERDICT_H

#include "cli/slip.h"

#include <stdint.h>

enum { MOST_WHY = 400, MOST_TOLD = 2000 };

struct checking {
    struct request *r;
    const char *file;
    struct slip *slip;           /* NULL: none is wanted                                       */
    bool silent;                 /* messages of a second reading have been reported already    */
    int errors, warnings;
    char code[40];               /* of the last message                                        */
    const char *counted;         /* the rule reported last: it may have several findings       */
    int states[4], notes;
    char why[MOST_WHY];          /* what is not judged                                         */
    int record;                  /* 0: the only one                                            */
    uint64_t told[MOST_TOLD];    /* as text, of all records: what a template does wrong it does in each */
    int n_told, repeated;
};

void checking_message(void *user, const struct vb_message *m); /* user: the struct checking          */
void checking_verdict(void *user, const struct vb_verdict *v);
void checking_summary(const struct checking *k);
void checking_repeated(const struct checking *k); /* after the last record                     */

int cli_print_rules(const struct request *r);

#endif
