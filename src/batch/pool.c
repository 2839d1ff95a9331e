#include "batch/pool.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_WORKERS = 256, AHEAD = 2, TICK_MS = 200 };

struct head { int32_t job, status, detail; uint32_t size; };

struct worker {
    pid_t pid;                   /* 0: there is none                                         */
    int socket;
    int job[AHEAD], n;           /* that it is at, and that it does next without waiting for us */
    double since;                /* it is at the first                                       */
    char *in;                    /* what has come of an answer                                */
    size_t have, room;
};

struct crew {
    const struct pool *pool;
    struct worker worker[MOST_WORKERS];
    int n;
    int again[MOST_WORKERS * AHEAD], n_again; /* jobs that somebody who is lost had not begun       */
    bool stopped, given_out;     /* no more are wanted; there are no more but those            */
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- the worker's side ------------------------------------------------------------------------ */

static bool send_all(int to, const void *bytes, size_t n)
{
    for (const char *s = bytes; n;) {
        ssize_t sent = send(to, s, n, MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR)
            return false;
        s += sent > 0 ? sent : 0;
        n -= sent > 0 ? (size_t)sent : 0;
    }
    return true;
}

/* An interrupt is for the parent: whoever is at a record finishes it.                         */
static _Noreturn void work(const struct pool *pool, int socket, pid_t parent)
{
    int32_t job;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_DFL);
    if (getppid() != parent)
        _exit(1);
    if (pool->start)
        pool->start(pool->user);
    while (recv(socket, &job, sizeof(job), MSG_WAITALL) == sizeof(job)) {
        struct pool_answer a = { .job = job };
        pool->do_job(pool->user, &a);
        const struct head head = { a.job, a.status, a.detail, (uint32_t)a.size };
        if (!send_all(socket, &head, sizeof(head)) || !send_all(socket, a.text, a.size))
            break;
        free((char *)a.text);
    }
    _exit(0);
}

/* ---- the parent's side ------------------------------------------------------------------------- */

static bool start(struct crew *crew, struct worker *w)
{
    int ends[2];
    pid_t parent = getpid();
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        close(ends[0]);
        for (int i = 0; i < crew->n; i++)
            if (crew->worker[i].pid)
                close(crew->worker[i].socket);
        work(crew->pool, ends[1], parent);
    }
    close(ends[1]);
    if (pid < 0)
        close(ends[0]);
    *w = (struct worker){ .pid = pid > 0 ? pid : 0, .socket = ends[0], .in = w->in, .room = w->room };
    return pid > 0;
}

static void end(struct worker *w, int *status)
{
    close(w->socket);
    while (waitpid(w->pid, status, 0) < 0 && errno == EINTR)
        ;
    w->pid = 0;
}

static void answer(struct crew *crew, const struct pool_answer *a)
{
    if (!crew->pool->take(crew->pool->user, a))
        crew->stopped = true;
}

static bool next(struct crew *crew, int *job)
{
    if (!crew->stopped && crew->n_again) {
        *job = crew->again[--crew->n_again];
        return true;
    }
    if (!crew->stopped && !crew->given_out)
        crew->given_out = !crew->pool->next(crew->pool->user, job);
    return !crew->stopped && !crew->given_out;
}

static bool is_more(const struct crew *crew) { return !crew->stopped && (crew->n_again || !crew->given_out); }

/* Gives it jobs, if there are any; else it may go. False: it is not to be reached.              */
static bool give(struct crew *crew, struct worker *w)
{
    int job, status;
    if (!w->n)
        w->since = now();
    while (w->n < AHEAD && next(crew, &job)) {
        w->job[w->n++] = job;
        if (!send_all(w->socket, &(int32_t){ job }, sizeof(int32_t)))
            return false;
    }
    if (!w->n)
        end(w, &status);
    return true;
}

static void lost(struct crew *crew, struct worker *w, int why)
{
    int status = 0, n = w->n;
    kill(w->pid, SIGKILL);
    end(w, &status);
    for (w->n = 0; n > 1; n--)
        crew->again[crew->n_again++] = w->job[n - 1];
    if (n)
        answer(crew, &(struct pool_answer){ .job = w->job[0], .status = why, .detail = WIFSIGNALED(status) ? WTERMSIG(status) : -WEXITSTATUS(status), .text = "" });
}

/* A worker, with a job, in the place of one that is gone.                                       */
static bool replace(struct crew *crew, struct worker *w)
{
    while (is_more(crew) && !w->pid) {
        if (!start(crew, w))
            return false;
        if (!give(crew, w))
            lost(crew, w, POOL_CRASHED);
    }
    return true;
}

static bool take_bytes(struct worker *w)
{
    if (w->room - w->have < 1 << 16) {
        char *more = realloc(w->in, w->room + (1 << 17));
        if (!more)
            return false;
        w->in = more;
        w->room += 1 << 17;
    }
    ssize_t n = recv(w->socket, w->in + w->have, w->room - w->have, MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return true;
    w->have += n > 0 ? (size_t)n : 0;
    return n > 0;
}

/* An answer, when all of it is there.                                                             */
static bool take_answer(struct crew *crew, struct worker *w)
{
    struct head head;
    if (w->have < sizeof(head))
        return false;
    memcpy(&head, w->in, sizeof(head));
    size_t size = sizeof(head) + head.size;
    if (w->have < size)
        return false;
    w->since = now();
    w->n--;
    memmove(w->job, w->job + 1, (size_t)w->n * sizeof(*w->job));
    answer(crew, &(struct pool_answer){ head.job, head.status, head.detail, w->in + sizeof(head), head.size });
    w->have -= size;
    memmove(w->in, w->in + size, w->have);
    return true;
}

/* False: the worker is gone.                                                                     */
static bool hear(struct crew *crew, struct worker *w)
{
    bool answered = false;
    if (!take_bytes(w))
        return false;
    while (take_answer(crew, w))
        answered = true;
    return !answered || give(crew, w);
}

static int listen_to(struct crew *crew, struct pollfd *fds, struct worker **of)
{
    int n = 0;
    for (int i = 0; i < crew->n; i++)
        if (crew->worker[i].pid) {
            fds[n] = (struct pollfd){ .fd = crew->worker[i].socket, .events = POLLIN };
            of[n++] = &crew->worker[i];
        }
    if (n)
        poll(fds, (nfds_t)n, TICK_MS);
    return n;
}

static bool look_after(struct crew *crew, struct pollfd *fds, struct worker **of, int n)
{
    bool good = true;
    for (int i = 0; i < n; i++) {
        struct worker *w = of[i];
        if (fds[i].revents && !hear(crew, w))
            lost(crew, w, POOL_CRASHED);
        else if (w->pid && w->n && now() - w->since > crew->pool->limit)
            lost(crew, w, POOL_HUNG);
        good = replace(crew, w) && good;
    }
    return good;
}

bool pool_run(const struct pool *pool)
{
    struct crew *crew = calloc(1, sizeof(*crew));
    struct pollfd fds[MOST_WORKERS];
    struct worker *of[MOST_WORKERS];
    bool good = crew != NULL;
    double ticked = now();
    if (!crew)
        return false;
    crew->pool = pool;
    crew->n = pool->processes < MOST_WORKERS ? pool->processes : MOST_WORKERS;
    for (int i = 0; i < crew->n && is_more(crew); i++)
        good = replace(crew, &crew->worker[i]) && good;
    int n;
    while ((n = listen_to(crew, fds, of)) > 0) {
        look_after(crew, fds, of, n); /* where one cannot be replaced the others go on */
        if (pool->tick && now() - ticked > TICK_MS / 1e3) {
            pool->tick(pool->user);
            ticked = now();
        }
    }
    good = !is_more(crew);       /* jobs are left over when nobody was there to do them          */
    for (int i = 0; i < crew->n; i++)
        free(crew->worker[i].in);
    free(crew);
    return good;
}
