/* test_pool.c - workers: every job is answered once, whatever becomes of who does it.              */
#include "batch/pool.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct plan {
    int jobs, processes, crash, hang, gone, stop; /* job that dies, hangs, leaves; after which no more is wanted; -1 */
    size_t size;                 /* of an answer                                                    */
};

struct test {
    struct plan plan;
    int next, answers[1000], crashed, hung, wrong;
};

static void do_job(void *user, struct pool_answer *a)
{
    const struct test *t = user;
    if (a->job == t->plan.crash)
        raise(SIGKILL);
    if (a->job == t->plan.gone)
        _exit(0);
    while (a->job == t->plan.hang)
        pause();
    char *text = malloc(t->plan.size + 1);
    memset(text, 'a' + a->job % 26, t->plan.size);
    *a = (struct pool_answer){ a->job, a->job % 7, a->job * 3, text, t->plan.size };
}

static bool next(void *user, int *job)
{
    struct test *t = user;
    *job = t->next;
    return t->next < t->plan.jobs ? t->next++, true : false;
}

static bool is_right(const struct test *t, const struct pool_answer *a)
{
    bool good = a->size == t->plan.size && a->detail == a->job * 3 && a->status == a->job % 7;
    for (size_t i = 0; good && i < a->size; i++)
        good = a->text[i] == 'a' + a->job % 26;
    return good;
}

static bool take(void *user, const struct pool_answer *a)
{
    struct test *t = user;
    t->answers[a->job]++;
    if (a->status == POOL_CRASHED)
        t->crashed++;
    else if (a->status == POOL_HUNG)
        t->hung++;
    else
        t->wrong += !is_right(t, a);
    return a->job != t->plan.stop;
}

static void test_plans(void **state)
{
    static const struct plan plans[] = {
        { 0, 3, -1, -1, -1, -1, 10 },    { 1, 4, -1, -1, -1, -1, 10 },     { 1000, 1, -1, -1, -1, -1, 0 },
        { 1000, 7, -1, -1, -1, -1, 100 }, { 20, 3, -1, -1, -1, -1, 3 << 20 }, { 100, 3, 50, -1, -1, -1, 10 },
        { 100, 1, 0, -1, -1, -1, 10 },   { 100, 4, 99, -1, -1, -1, 10 },   { 50, 2, -1, 20, -1, -1, 10 },
        { 50, 1, 7, 20, 30, -1, 10 },    { 1000, 2, -1, -1, -1, 40, 10 }, { 1000, 1, -1, -1, -1, 40, 10 },  { 3, 3, 0, 1, 2, -1, 10 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(plans) / sizeof(*plans); i++) {
        const struct plan *p = &plans[i];
        struct test t = { .plan = *p };
        const struct pool pool = { .user = &t, .do_job = do_job, .next = next, .take = take, .processes = p->processes, .limit = p->hang < 0 ? 60 : 1 };
        assert_true(pool_run(&pool));
        assert_int_equal(t.wrong, 0);
        assert_int_equal(t.crashed, (p->crash >= 0) + (p->gone >= 0));
        assert_int_equal(t.hung, p->hang >= 0);
        for (int k = 0; k < t.next; k++)
            assert_true(t.answers[k] == 1 || (p->stop >= 0 && t.answers[k] == 0));
        if (p->stop < 0)
            assert_int_equal(t.next, p->jobs);
        else
            assert_true(t.next > p->stop && (p->processes > 1 || t.next <= p->stop + 2));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_plans) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
