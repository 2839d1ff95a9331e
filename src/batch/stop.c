/* stop.c - what ends a run before its last record: a signal, or a folder that takes no more.               */
#include "batch/run.h"

static volatile sig_atomic_t interrupted;
static void interrupt(int signal) { (void)signal, interrupted = 1; }

void run_catch_signals(struct run_signals *before)
{
    const struct sigaction on = { .sa_handler = interrupt };
    interrupted = 0;
    sigaction(SIGINT, &on, &before->on_int);
    sigaction(SIGTERM, &on, &before->on_term);
}

void run_leave_signals(const struct run_signals *before)
{
    sigaction(SIGINT, &before->on_int, NULL);
    sigaction(SIGTERM, &before->on_term, NULL);
}

bool run_interrupted(void) { return interrupted != 0; }

void run_stop(struct run *run, const char *path, int error)
{
    if (!run->full)
        say(&run->log, MSG_OUTPUT_FAILED, NOWHERE, path, log_errno(&run->log, error));
    run->full = true;
}
