/* test_sandbox.c - a process that enters the sandbox and then does its worst, in the place of a library that a
 * stranger's file has taken over. Each attempt is made without the fence too, where it must come off: a row
 * that fails anyhow shows nothing.                                                            */
#include "vanban.h"

#include "cases.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static char root[] = "/tmp/vanban-sandbox-XXXXXX";
static char *in(const char *name)
{
    static char path[4][200];
    static int n;
    n = (n + 1) % 4;
    snprintf(path[n], sizeof(path[n]), "%s/%s", root, name);
    return path[n];
}

/* ---- attempts: 0, or errno ------------------------------------------------------------------- */

static int result(long status) { return status < 0 ? errno : 0; }
static int opened(int fd) { return fd < 0 ? errno : (close(fd), 0); }

static int read_passwd(void) { return opened(open("/etc/passwd", O_RDONLY)); }
static int read_root(void) { return opened(open("/", O_RDONLY | O_DIRECTORY)); }
static int read_outside(void) { return opened(open(in("outside/secret"), O_RDONLY)); }
static int read_by_link(void) { return opened(open(in("data/link"), O_RDONLY)); }
static int read_by_dots(void) { return opened(open(in("data/../outside/secret"), O_RDONLY)); }
static int read_process(void) { return opened(open("/proc/self/environ", O_RDONLY)); }
static int write_data(void) { return opened(open(in("data/data.xml"), O_WRONLY)); }
static int make_in_data(void) { return opened(open(in("data/new"), O_WRONLY | O_CREAT, 0600)); }
static int make_outside(void) { return opened(open(in("outside/new"), O_WRONLY | O_CREAT, 0600)); }
static int cut_outside(void) { return result(truncate(in("outside/secret"), 0)); }
static int remove_outside(void) { return result(unlink(in("outside/gone"))); }
static int move_out(void) { return result(rename(in("out/there"), in("outside/there"))); }
static int link_in(void) { return result(link(in("outside/secret"), in("out/secret"))); }
static int symlink_in(void) { return result(symlink("/etc/passwd", in("out/passwd"))); }
static int make_folder(void) { return result(mkdir(in("out/folder"), 0700)); }
static int make_fifo(void) { return result(mkfifo(in("out/fifo"), 0600)); }
static int open_inet(void) { return opened(socket(AF_INET, SOCK_STREAM, 0)); }
static int open_inet6_udp(void) { return opened(socket(AF_INET6, SOCK_DGRAM, 0)); }
static int open_unix(void) { return opened(socket(AF_UNIX, SOCK_STREAM, 0)); }
static int open_pair(void) { int two[2]; return result(socketpair(AF_UNIX, SOCK_STREAM, 0, two)); }
static int trace(void) { return result(ptrace(PTRACE_TRACEME, 0, NULL, NULL)); }
static int kill_parent(void) { return result(kill(getppid(), 0)); }
static int more_files(void) { return result(setrlimit(RLIMIT_FSIZE, &(struct rlimit){ RLIM_INFINITY, RLIM_INFINITY })); }

static int fork_one(void)
{
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    return pid < 0 ? errno : (waitpid(pid, NULL, 0), 0);
}

static int run_program(void)
{
    execl("/bin/true", "true", (char *)NULL); /* without the fence this is the end, with status 0 */
    return errno;
}

/* What must go on. */
static int read_data(void) { return opened(open(in("data/data.xml"), O_RDONLY)); }
static int read_below(void) { return opened(open(in("data/anh/mau.png"), O_RDONLY)); }
static int make_out(void) { return opened(open(in("out/new"), O_RDWR | O_CREAT | O_TRUNC, 0600)); }
static int rename_out(void) { return make_out() ? errno : result(rename(in("out/new"), in("out/new.pdf"))); }
static int take_memory(void)
{
    void *p = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return p == MAP_FAILED ? errno : result(munmap(p, 1 << 20));
}

/* ---- inside and outside ---------------------------------------------------------------------- */

enum { NO_FENCE = 200 };

static void tell(void *user, const struct vb_message *m)
{
    (void)user;
    if (m->severity == VB_ERROR)
        fprintf(stderr, "%s\n", m->text);
}

static int fence(struct vb *v, bool workers)
{
    const char *read[] = { in("data") }, *write[] = { in("out") };
    return vb_sandbox(v, &(struct vb_fence){ .read = read, .n_read = 1, .write = write, .n_write = 1, .workers = workers });
}

/* The attempt's errno; in a process of its own.                                                   */
static int try_in(int (*attempt)(void), bool fenced, bool workers)
{
    int status;
    pid_t pid = fork();
    if (pid == 0) {
        const struct vb_options o = { .home = ".", .lang = "en", .sink = tell };
        struct vb *v = vb_open(&o);
        _exit(fenced && fence(v, workers) != VB_DONE ? NO_FENCE : attempt());
    }
    waitpid(pid, &status, 0);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static int nothing(void) { return 0; }
static bool there_is_a_fence(void)
{
    static int status = -1;
    status = status < 0 ? try_in(nothing, true, false) : status;
    if (status == NO_FENCE)
        print_message("skipped: this kernel has no Landlock or no seccomp, as said above\n");
    return status != NO_FENCE;
}

struct row { const char *name; int (*attempt)(void); int error; };

static void made(const char *name)
{
    int fd = open(in(name), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0 && write(fd, "x", 1) == 1);
    close(fd);
}

static void make_files(void)
{
    static const char *const folders[] = { "data", "data/anh", "out", "outside" }, *const gone[] = { "data/new", "outside/new", "outside/there", "out/secret", "out/passwd", "out/fifo" };
    for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++)
        mkdir(in(folders[i]), 0700);
    for (size_t i = 0; i < sizeof(gone) / sizeof(*gone); i++)
        unlink(in(gone[i]));
    rmdir(in("out/folder"));
    made("data/data.xml"), made("data/anh/mau.png"), made("outside/secret"), made("outside/gone"), made("out/there");
    unlink(in("data/link"));
    assert_int_equal(symlink(in("outside/secret"), in("data/link")), 0);
}

static void refused(void **state)
{
    const struct row *row = *state;
    if (!there_is_a_fence())
        skip();
    make_files();
    int error = try_in(row->attempt, true, false);
    assert_int_equal(row->error == EXDEV && error == EACCES ? EXDEV : error, row->error); /* by the kernel's age */
    make_files();
    assert_int_equal(try_in(row->attempt, false, false), 0);
}

static void allowed(void **state)
{
    const struct row *row = *state;
    if (!there_is_a_fence())
        skip();
    make_files();
    assert_int_equal(try_in(row->attempt, true, false), 0);
}

/* ---- workers --------------------------------------------------------------------------------- */

static int fork_a_worker(void)
{
    int status;
    pid_t pid = fork();
    if (pid == 0)
        _exit(!vb_sandbox_worker() ? 100 : fork_one() == EPERM && open_pair() == EPERM && read_passwd() == EACCES && !read_data() ? 0 : 101);
    return pid < 0 ? errno : waitpid(pid, &status, 0) < 0 || !WIFEXITED(status) ? 102 : WEXITSTATUS(status);
}

static int socket_of_workers(void) { return open_inet() == EPERM && run_program() == EPERM && !open_pair() ? 0 : 1; }

/* A parent of workers forks and talks with them, and they do neither.                              */
static void workers(void **state)
{
    (void)state;
    if (!there_is_a_fence())
        skip();
    make_files();
    assert_int_equal(try_in(fork_a_worker, true, true), 0);
    assert_int_equal(try_in(socket_of_workers, true, true), 0);
}

/* The library at work inside: fonts that were not asked for before, a picture, a PDF.               */
static int render(void)
{
    const struct vb_options o = { .home = ".", .lang = "en", .sink = tell };
    const char *read[] = { "tests/bad" }, *write[] = { in("out") };
    struct vb *v = vb_open(&o);
    if (vb_sandbox(v, &(struct vb_fence){ .read = read, .n_read = 1, .write = write, .n_write = 1 }) != VB_DONE)
        return 1;
    return vb_read(v, "tests/bad/image-alt.xml", NULL) == VB_DONE || vb_read(v, "tests/bad/ok.xml", NULL) != VB_DONE || vb_set(v) != VB_DONE ||
           vb_write(v, VB_PDF, in("out/a.pdf")) != VB_DONE || vb_write(v, VB_PDF, in("outside/a.pdf")) != VB_OUTPUT;
}

static void work_goes_on(void **state)
{
    (void)state;
    if (!there_is_a_fence())
        skip();
    make_files();
    assert_int_equal(try_in(render, false, false), 0);
}

static int best_effort(void) /* twice: a fence in a fence */
{
    const struct vb_options o = { .home = ".", .lang = "en", .sink = tell };
    struct vb *v = vb_open(&o);
    return vb_sandbox(v, &(struct vb_fence){ .best_effort = true }) != VB_DONE || read_passwd() == 0;
}

static void in_a_sandbox_another(void **state)
{
    (void)state;
    if (!there_is_a_fence())
        skip();
    make_files();
    assert_int_equal(try_in(best_effort, true, false), 0);
}

int main(void)
{
    static const struct row bad[] = {
        { "read /etc/passwd", read_passwd, EACCES }, { "list /", read_root, EACCES }, { "read a file outside", read_outside, EACCES },
        { "read by a link", read_by_link, EACCES }, { "read by ..", read_by_dots, EACCES }, { "read /proc", read_process, EACCES },
        { "write the data", write_data, EACCES }, { "make a file beside the data", make_in_data, EACCES }, { "make a file outside", make_outside, EACCES },
        { "cut a file outside", cut_outside, EPERM }, { "remove a file outside", remove_outside, EACCES }, { "move a file out", move_out, EXDEV },
        { "link a file in", link_in, EXDEV }, { "make a symlink", symlink_in, EPERM }, { "make a folder", make_folder, EACCES }, { "make a fifo", make_fifo, EPERM },
        { "a TCP socket", open_inet, EPERM }, { "a UDP socket", open_inet6_udp, EPERM }, { "a Unix socket", open_unix, EPERM }, { "a socket pair", open_pair, EPERM },
        { "fork", fork_one, EPERM }, { "run a program", run_program, EPERM }, { "ptrace", trace, EPERM }, { "a signal to the parent", kill_parent, EPERM },
        { "files larger than allowed", more_files, EPERM },
    };
    static const struct row good[] = {
        { "read the data", read_data, 0 }, { "read a picture below it", read_below, 0 }, { "make a file", make_out, 0 }, { "give it its name", rename_out, 0 }, { "memory", take_memory, 0 },
    };
    static struct cases c;
    if (!mkdtemp(root))
        return 1;
    CASES(&c, bad, refused);
    CASES(&c, good, allowed);
    CASE(&c, workers);
    CASE(&c, work_goes_on);
    CASE(&c, in_a_sandbox_another);
    int failed = cases_run(&c, "sandbox");
    char command[100];
    snprintf(command, sizeof(command), "rm -r '%s'", root);
    return failed || system(command) != 0;
}
