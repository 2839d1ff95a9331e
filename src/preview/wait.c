/* wait.c - whoever asks for a view with the revision that it knows waits (suspended) until there is another. */
#include "preview/http.h"

#include <math.h>

static const double WAITS = 25;      /* seconds; then it is told that nothing has changed                    */
static struct visit *waiting;        /* one server runs in a process                                         */

static void stop_waiting(struct visit *v)
{
    if (!v->waits)
        return;
    v->waits = false;
    *v->back = v->next;
    if (v->next)
        v->next->back = v->back;
    MHD_resume_connection(v->connection);
}

enum MHD_Result visit_wait(struct visit *v)
{
    v->until = v->until > 0 ? v->until : site_now() + WAITS;
    v->waits = true;
    v->next = waiting;
    v->back = &waiting;
    if (waiting)
        waiting->back = &v->next;
    waiting = v;
    MHD_suspend_connection(v->connection);
    return MHD_YES;
}

/* Those for whom nothing has changed wait on.                                                                  */
void visits_wake(bool all)
{
    double now = site_now();
    for (struct visit *v = waiting, *next; v; v = next) {
        next = v->next;
        if (all || v->until <= now)
            stop_waiting(v);
    }
}

double visits_due(void)
{
    double due = INFINITY;
    for (const struct visit *v = waiting; v; v = v->next)
        due = fmin(due, v->until);
    return due;
}

void visits_end(void)
{
    for (struct visit *v = waiting; v; v = v->next)
        v->until = 1;
    visits_wake(true);
}
