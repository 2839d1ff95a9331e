/* child.c - the program that reads PDFs, in a process of its own: whatever the file does to it, it ends.         */
#include "foreign/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    MOST_SECONDS = 120,          /* of the clock and of the processor                                         */
    MOST_SAID = 1 << 16,         /* bytes that it may write anywhere but to us                                */
    LINE_ROOM = 1 << 14,         /* of a longer line the start is taken                                       */
    NOT_THERE = 127,
};
#define MOST_MEMORY ((rlim_t)2 << 30)

struct child {
    pid_t pid;
    int out, said;
    long long until;             /* milliseconds                                                              */
    char line[LINE_ROOM];
    int n;
};

static long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

/* Also when there is no more memory and nobody comes back here.                                               */
static void drop_child(void *given)
{
    struct child *c = given;
    if (c->out >= 0)
        close(c->out);
    if (c->said >= 0)
        close(c->said);
    if (c->pid > 0) {
        kill(c->pid, SIGKILL);
        while (waitpid(c->pid, NULL, 0) < 0 && errno == EINTR)
            ;
    }
    c->out = c->said = -1;
    c->pid = 0;
}

static void limit(int what, rlim_t most) { setrlimit(what, &(struct rlimit){ most, most }); }

/* After fork: nothing that allocates.                                                                        */
_Noreturn static void become(const char *const *command, int file, int out, int said, pid_t parent)
{
    int nothing = open("/dev/null", O_RDONLY);
    int at[] = { nothing, out, said, file };
    for (int i = 0; i < LENGTH(at); i++)
        at[i] = fcntl(at[i], F_DUPFD, 10);
    for (int i = 0; i < LENGTH(at); i++)
        if (at[i] < 0 || dup2(at[i], i) < 0)
            _exit(NOT_THERE);
    close_range(4, ~0U, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(NOT_THERE);
    limit(RLIMIT_CPU, MOST_SECONDS);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, MOST_SAID);
    limit(RLIMIT_AS, MOST_MEMORY);
    signal(SIGXFSZ, SIG_IGN);
    execvp(command[0], (char *const *)command);
    _exit(NOT_THERE);
}

static bool start(struct child *c, const char *const *command, int file)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    c->out = ends[0];
    c->said = memfd_create("said", MFD_CLOEXEC);
    pid_t parent = getpid();
    c->pid = c->said < 0 ? -1 : fork();
    if (c->pid == 0)
        become(command, file, ends[1], c->said, parent);
    close(ends[1]);
    c->until = now() + MOST_SECONDS * 1000LL;
    return c->pid > 0;
}

static bool take_bytes(struct child *c, const char *s, ssize_t n, child_line *take, void *user)
{
    for (ssize_t i = 0; i < n; i++) {
        if (s[i] == '\n') {
            c->line[c->n] = '\0';
            c->n = 0;
            if (!take(user, c->line))
                return false;
        } else if (c->n < LINE_ROOM - 1 && s[i]) {
            c->line[c->n++] = s[i];
        }
    }
    return true;
}

static enum child_end read_all(struct child *c, child_line *take, void *user)
{
    char room[1 << 16];
    for (;;) {
        long long left = c->until - now();
        struct pollfd p = { .fd = c->out, .events = POLLIN };
        int ready = left > 0 ? poll(&p, 1, (int)left) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return CHILD_TOO_LONG;
        ssize_t n = read(c->out, room, sizeof(room));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return CHILD_DONE;
        if (!take_bytes(c, room, n, take, user))
            return CHILD_STOPPED;
    }
}

static enum child_end ended(struct child *c)
{
    int status = 0;
    while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR)
        ;
    c->pid = 0;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return CHILD_DONE;
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        return CHILD_TOO_LONG;
    return WIFEXITED(status) && WEXITSTATUS(status) == NOT_THERE ? CHILD_MISSING : CHILD_FAILED;
}

enum child_end child_read(struct arena *a, const char *const *command, int file, child_line *take, void *user, const char **said)
{
    struct child *c = NEW(a, struct child);
    char *text = arena_alloc(a, 2001);
    *c = (struct child){ .out = -1, .said = -1 };
    arena_own(a, drop_child, c);
    enum child_end end = start(c, command, file) ? read_all(c, take, user) : CHILD_FAILED;
    if (end == CHILD_DONE)
        end = ended(c);
    ssize_t n = c->said >= 0 ? pread(c->said, text, 2000, 0) : 0;
    text[n > 0 ? n : 0] = '\0';
    *said = text;
    drop_child(c);
    return end;
}
