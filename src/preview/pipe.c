/* pipe.c - how a child begins: within its limits, with nothing open but the pipe through which it sends.        */
#include "preview/site.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { MOST_MEMORY = 1 << 30, PIPE_ROOM = 1 << 20 };

static void send_bytes(int pipe, const void *bytes, size_t n)
{
    for (const char *s = bytes; n;) {
        ssize_t sent = write(pipe, s, n);
        if (sent < 0 && errno != EINTR)
            _exit(1);
        s += sent > 0 ? sent : 0;
        n -= sent > 0 ? (size_t)sent : 0;
    }
}

void child_send(int pipe, char kind, const void *bytes, size_t n)
{
    const uint32_t head[2] = { (uint32_t)kind, (uint32_t)n };
    send_bytes(pipe, head, sizeof(head));
    send_bytes(pipe, bytes, n);
}

/* The processor's time is a second net: the parent counts the clock's.                                   */
static void keep_to_limits(const struct site *s, pid_t parent)
{
    rlim_t seconds = (rlim_t)(s->o->limit ? s->o->limit : PREVIEW_SECONDS) + 2;
    signal(SIGINT, SIG_IGN);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(1);
    setrlimit(RLIMIT_CPU, &(struct rlimit){ seconds, seconds });
    setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){ 0, 0 });
#ifndef __SANITIZE_ADDRESS__     /* its shadow is larger than any memory                                    */
    setrlimit(RLIMIT_DATA, &(struct rlimit){ MOST_MEMORY, MOST_MEMORY });
#endif
}

int child_begin(const struct site *s, int pipe, pid_t parent)
{
    dup2(pipe, 3);
    close_range(4, ~0U, 0);      /* a browser that leaves must find nobody at the other end                    */
    fcntl(3, F_SETPIPE_SZ, PIPE_ROOM);
    keep_to_limits(s, parent);
    return 3;
}
