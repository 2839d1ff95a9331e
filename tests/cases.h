/* cases.h - a table's row is a test with a name of its own (cmocka). */
#ifndef TESTS_CASES_H
#define TESTS_CASES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

struct cases { struct CMUnitTest test[400]; int n; };

/* Every row begins with its name; check gets the row as its state. */
#define CASES(c, rows, check)                                                     \
    do {                                                                          \
        for (size_t i_ = 0; i_ < sizeof(rows) / sizeof((rows)[0]); i_++)           \
            (c)->test[(c)->n++] = (struct CMUnitTest){ (rows)[i_].name, (check), NULL, NULL, \
                                                       (void *)&(rows)[i_] };     \
    } while (0)
#define CASE(c, function) ((c)->test[(c)->n++] = (struct CMUnitTest){ #function, function, NULL, NULL, NULL })

static inline int cases_run(struct cases *c, const char *group)
{
    return _cmocka_run_group_tests(group, c->test, (size_t)c->n, NULL, NULL);
}

#endif
