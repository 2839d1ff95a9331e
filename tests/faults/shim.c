/* shim.c - preloaded into the program (LD_PRELOAD): one call fails, and only one. Which is said by the environment:
 *
 *   FAULT        alloc, file: the calls that count (file: what changes what stands on the disk)
 *   FAULT_AT     the number of the call, from 1, in all processes together; 0: none, they are counted
 *   FAULT_HOW    a number of errno; short: half of it is written; kill, killed: the process dies before, after it
 *   FAULT_SHARED a file that the processes share: how many calls there were, whether one failed and its name, and
 *                of the first STACKS of them a number that is the same for the same way to the call
 *   FAULT_TRACE  says where the call that failed was
 *   FAULT_CHILD  only calls of processes that were forked count                                       */
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { STACKS = 1 << 20, FRAMES = 12 };
enum kind { NONE, ALLOC, FILES };

struct shared { atomic_long calls, failed; char name[16]; uint32_t stack[STACKS]; };

static struct shared *shared;
static enum kind counted;
static long fails_at;
static int fails_how;            /* errno; or one of these                                            */
enum { SHORT = -1, KILL = -2, KILLED = -3 };
static bool child_only, is_child;
static __thread bool inside;

/* ---- which call ---------------------------------------------------------------------------- */

static void in_child(void) { is_child = true; }

/* backtrace() allocates when it is first used. */
__attribute__((constructor)) static void begin(void)
{
    const char *what = getenv("FAULT"), *at = getenv("FAULT_AT"), *how = getenv("FAULT_HOW"), *path = getenv("FAULT_SHARED");
    void *frames[FRAMES];
    int fd = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    void *room = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (room == MAP_FAILED)
        return;
    shared = room;
    backtrace(frames, FRAMES);
    fails_at = at ? atol(at) : 0;
    fails_how = !how ? 0 : strcmp(how, "short") == 0 ? SHORT : strcmp(how, "kill") == 0 ? KILL : strcmp(how, "killed") == 0 ? KILLED : atoi(how);
    child_only = getenv("FAULT_CHILD") != NULL;
    pthread_atfork(NULL, NULL, in_child);
    counted = what && strcmp(what, "alloc") == 0 ? ALLOC : FILES;
}

static uint32_t way_here(void)
{
    void *frames[FRAMES];
    uint32_t h = 2166136261u;
    for (int i = 2, n = backtrace(frames, FRAMES); i < n; i++)
        h = (h ^ (uint32_t)(uintptr_t)frames[i]) * 16777619u;
    return h;
}

/* Is this the call? Where it is, it has not been made yet.                                       */
static bool fails(enum kind kind, const char *name)
{
    if (kind != counted || inside || (child_only && !is_child))
        return false;
    inside = true;
    long n = atomic_fetch_add(&shared->calls, 1) + 1;
    if (!fails_at && n <= STACKS)
        shared->stack[n - 1] = way_here();
    if (n == fails_at)
        memcpy(shared->name, name, strlen(name) + 1), atomic_fetch_add(&shared->failed, 1);
    if (n == fails_at && getenv("FAULT_TRACE")) {
        void *frames[40];
        backtrace_symbols_fd(frames, backtrace(frames, 40), STDERR_FILENO);
    }
    if (n == fails_at && fails_how == KILL)
        kill(getpid(), SIGKILL);
    inside = false;
    return n == fails_at;
}

#define REAL(name) static __typeof__(name) *real; if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

/* ---- memory --------------------------------------------------------------------------------- */

/* What dlsym itself wants.                                                                       */
static char early[1 << 16];
static size_t early_used;
static bool is_early(const void *p) { return (const char *)p >= early && (const char *)p < early + sizeof(early); }

static void *take_early(size_t n)
{
    void *p = early + early_used;
    early_used += (n + 15) & ~(size_t)15;
    if (early_used > sizeof(early))
        _exit(70);
    return p;
}

static __thread bool looking;
#define REAL_MEMORY(name) static __typeof__(name) *real; \
    if (!real && !looking) { looking = true; real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name); looking = false; }

static void *none(void) { errno = ENOMEM; return NULL; }

/* The program's own malloc stands before these, and asks glibc's.                                  */
#define MEMORY(malloc, calloc, realloc) \
    void *malloc(size_t n) \
    { \
        REAL_MEMORY(malloc) \
        return !real ? take_early(n) : fails(ALLOC, "malloc") ? none() : real(n); \
    } \
    void *calloc(size_t n, size_t size) \
    { \
        REAL_MEMORY(calloc) \
        return !real ? take_early(n * size) : fails(ALLOC, "calloc") ? none() : real(n, size); \
    } \
    void *realloc(void *p, size_t n) \
    { \
        REAL_MEMORY(realloc) \
        if (is_early(p)) \
            return memcpy(take_early(n), p, n); \
        return !real ? take_early(n) : fails(ALLOC, "realloc") ? none() : real(p, n); \
    }

void *__libc_malloc(size_t n);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t n);
MEMORY(malloc, calloc, realloc)
MEMORY(__libc_malloc, __libc_calloc, __libc_realloc)

void free(void *p)
{
    REAL_MEMORY(free)
    if (real && !is_early(p))
        real(p);
}

/* ---- files ------------------------------------------------------------------------------------ */

/* -1 with errno, unless the process is to die behind it.                                          */
#define FAIL_OR(call) do { \
        if (!fails(FILES, __func__)) return call; \
        if (fails_how == KILLED) { (void)!call; kill(getpid(), SIGKILL); } \
        if (fails_how > 0) { errno = fails_how; return -1; } \
        return call; \
    } while (0)

ssize_t write(int fd, const void *s, size_t n)
{
    REAL(write);
    if (counted == FILES && fails_how == SHORT)
        return real(fd, s, fails(FILES, __func__) && n > 1 ? n / 2 : n);
    FAIL_OR(real(fd, s, n));
}

ssize_t pwrite(int fd, const void *s, size_t n, off_t at)
{
    REAL(pwrite);
    if (counted == FILES && fails_how == SHORT)
        return real(fd, s, fails(FILES, __func__) && n > 1 ? n / 2 : n, at);
    FAIL_OR(real(fd, s, n, at));
}

/* close() closes, whatever it says.                                                                */
int close(int fd)
{
    REAL(close);
    if (counted != FILES || !fails(FILES, __func__) || fails_how == SHORT)
        return real(fd);
    int result = real(fd);
    if (fails_how == KILLED)
        kill(getpid(), SIGKILL);
    errno = fails_how;
    return fails_how > 0 ? -1 : result;
}

static mode_t mode_of(int flags, va_list args) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(args, mode_t) : 0; }

int open(const char *path, int flags, ...)
{
    REAL(open);
    va_list args;
    va_start(args, flags);
    mode_t mode = mode_of(flags, args);
    va_end(args);
    if ((flags & O_ACCMODE) == O_RDONLY)
        return real(path, flags, mode);
    FAIL_OR(real(path, flags, mode));
}

int mkostemp(char *name, int flags) { REAL(mkostemp); FAIL_OR(real(name, flags)); }
int mkostemps(char *name, int n, int flags) { REAL(mkostemps); FAIL_OR(real(name, n, flags)); }
int rename(const char *from, const char *to) { REAL(rename); FAIL_OR(real(from, to)); }
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) { REAL(renameat2); FAIL_OR(real(a, from, b, to, flags)); }
int link(const char *from, const char *to) { REAL(link); FAIL_OR(real(from, to)); }
int unlink(const char *path) { REAL(unlink); FAIL_OR(real(path)); }
int unlinkat(int fd, const char *path, int flags) { REAL(unlinkat); FAIL_OR(real(fd, path, flags)); }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); FAIL_OR(real(path, mode)); }
int ftruncate(int fd, off_t n) { REAL(ftruncate); FAIL_OR(real(fd, n)); }
int fsync(int fd) { REAL(fsync); FAIL_OR(real(fd)); }
int syncfs(int fd) { REAL(syncfs); FAIL_OR(real(fd)); }
int fchmod(int fd, mode_t mode) { REAL(fchmod); FAIL_OR(real(fd, mode)); }
int flock(int fd, int how);
int flock(int fd, int how) { REAL(flock); FAIL_OR(real(fd, how)); }

FILE *fopen(const char *path, const char *mode)
{
    REAL(fopen);
    if (*mode == 'r' || !fails(FILES, __func__) || fails_how == SHORT)
        return real(path, mode);
    FILE *f = fails_how > 0 ? NULL : real(path, mode);
    if (fails_how == KILLED)
        kill(getpid(), SIGKILL);
    errno = fails_how > 0 ? fails_how : errno;
    return f;
}
