/* func_if.c - the calls that lazy.c puts into a vb:if. They tell the functions of ours that would say that
 * something is missing whether anybody wants to know.                                           */
#include "read/xpath/func.h"

void fn_if_test(xmlXPathParserContext *ctxt, int nargs)
{
    struct env *env = env_of(ctxt);
    CHECK_ARITY(1);
    bool test = xmlXPathPopBoolean(ctxt);
    if (env->n_branches < MAX_BRANCHES)
        env->branch[env->n_branches] = test ? BRANCH_YES : BRANCH_NO;
    env->n_branches++;
    valuePush(ctxt, xmlXPathNewBoolean(test));
}

/* The second value comes now: what was wanted no longer is, and the other way round.             */
void fn_if_then(xmlXPathParserContext *ctxt, int nargs)
{
    struct env *env = env_of(ctxt);
    CHECK_ARITY(1);
    int i = env->n_branches - 1;
    if (i >= 0 && i < MAX_BRANCHES)
        env->branch[i] = env->branch[i] == BRANCH_YES ? BRANCH_NO : BRANCH_YES;
}

bool is_unwanted(const struct env *env)
{
    int n = env->n_branches < MAX_BRANCHES ? env->n_branches : MAX_BRANCHES;
    for (int i = 0; i < n; i++)
        if (env->branch[i] == BRANCH_NO)
            return true;
    return false;
}
