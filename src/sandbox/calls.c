/* calls.c - the kernel's calls that this program needs, of some 350 that there are.            */
#include "sandbox/sandbox.h"

#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/resource.h>
#include <sys/socket.h>

#define CALL(name) SCMP_SYS(name)

static const int needed[] = {
    /* files that are open, or that Landlock lets be opened */
    CALL(read), CALL(pread64), CALL(readv), CALL(preadv), CALL(write), CALL(pwrite64), CALL(writev), CALL(pwritev), CALL(lseek), CALL(close), CALL(close_range),
    CALL(open), CALL(openat), CALL(openat2), CALL(access), CALL(faccessat), CALL(faccessat2), CALL(stat), CALL(lstat), CALL(fstat), CALL(newfstatat), CALL(statx),
    CALL(statfs), CALL(fstatfs), CALL(readlink), CALL(readlinkat), CALL(getdents64), CALL(getcwd), CALL(fcntl), CALL(flock), CALL(dup), CALL(dup2), CALL(dup3),
    CALL(poll), CALL(ppoll), CALL(select), CALL(pselect6), CALL(fadvise64),
    /* what is written appears whole */
    CALL(rename), CALL(renameat), CALL(renameat2), CALL(link), CALL(linkat), CALL(unlink), CALL(unlinkat), CALL(mkdir), CALL(mkdirat), CALL(fchmod), CALL(umask),
    CALL(fsync), CALL(fdatasync), CALL(syncfs), CALL(ftruncate), CALL(fallocate),
    /* memory, time, signals to oneself, the end */
    CALL(brk), CALL(mmap), CALL(munmap), CALL(mprotect), CALL(mremap), CALL(madvise), CALL(clock_gettime), CALL(clock_getres), CALL(gettimeofday), CALL(time),
    CALL(clock_nanosleep), CALL(nanosleep), CALL(times), CALL(getrusage), CALL(getrandom), CALL(uname), CALL(sysinfo), CALL(getrlimit), CALL(getpid), CALL(getppid),
    CALL(gettid), CALL(getuid), CALL(geteuid), CALL(getgid), CALL(getegid), CALL(futex), CALL(membarrier), CALL(rseq), CALL(set_robust_list), CALL(set_tid_address),
    CALL(rt_sigaction), CALL(rt_sigprocmask), CALL(rt_sigreturn), CALL(sigaltstack), CALL(tgkill), CALL(sched_yield), CALL(sched_getaffinity), CALL(restart_syscall),
    CALL(exit), CALL(exit_group),
    /* a worker takes this upon itself: a filter in a filter */
    CALL(prctl), CALL(seccomp),
    /* bytes to and from the one that forked it */
    CALL(sendto), CALL(recvfrom), CALL(getsockopt), CALL(shutdown),
};
static const int of_workers[] = { CALL(wait4), CALL(waitid), CALL(kill), CALL(fork), CALL(vfork) };

/* Whoever asks is told that it may not, not that there is no such thing.                        */
static const int refused[] = {
    CALL(socket), CALL(connect), CALL(bind), CALL(listen), CALL(accept), CALL(accept4), CALL(execve), CALL(execveat), CALL(ptrace), CALL(process_vm_readv), CALL(process_vm_writev),
    CALL(mount), CALL(umount2), CALL(chroot), CALL(pivot_root), CALL(setuid), CALL(setgid), CALL(symlink), CALL(symlinkat), CALL(chmod), CALL(fchmodat), CALL(chown),
    CALL(fchownat), CALL(truncate), CALL(mknod), CALL(mknodat), CALL(bpf), CALL(perf_event_open), CALL(userfaultfd), CALL(keyctl), CALL(add_key), CALL(request_key),
};

enum { NAMESPACES = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET };

/* A call that this machine does not have has no rule.                                            */
static int add_all(scmp_filter_ctx filter, uint32_t action, const int *call, int n)
{
    int status = 0;
    for (int i = 0; i < n && status >= 0; i++)
        status = call[i] < 0 ? 0 : seccomp_rule_add(filter, action, call[i], 0);
    return status;
}

static int add_rest(scmp_filter_ctx filter, bool workers)
{
    const uint32_t pair = workers ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(EPERM);
    int status = seccomp_rule_add(filter, SCMP_ACT_ALLOW, CALL(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, 0x5401)); /* TCGETS: is it a terminal? */
    if (status >= 0)
        status = seccomp_rule_add(filter, SCMP_ACT_ALLOW, CALL(prlimit64), 1, SCMP_A2(SCMP_CMP_EQ, 0)); /* to ask, not to set */
    if (status >= 0)
        status = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), CALL(prlimit64), 1, SCMP_A2(SCMP_CMP_NE, 0));
    if (status >= 0 && workers)
        status = add_all(filter, SCMP_ACT_ALLOW, of_workers, LENGTH(of_workers));
    if (status >= 0 && workers)
        status = seccomp_rule_add(filter, SCMP_ACT_ALLOW, CALL(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, NAMESPACES, 0));
    if (status >= 0 && !workers)
        status = add_all(filter, SCMP_ACT_ERRNO(EPERM), of_workers, LENGTH(of_workers));
    if (status >= 0 && !workers)
        status = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), CALL(clone), 0);
    if (status >= 0)
        status = seccomp_rule_add(filter, pair, CALL(socketpair), 1, SCMP_A0(SCMP_CMP_EQ, AF_UNIX));
    return status;
}

/* Of all else "there is no such call": glibc then takes an older one.                            */
int fence_calls(bool workers)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
    if (!filter)
        return ENOMEM;
    int status = seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2); /* a tree: a call costs what it did */
    if (status >= 0)
        status = add_all(filter, SCMP_ACT_ALLOW, needed, LENGTH(needed));
    if (status >= 0)
        status = add_all(filter, SCMP_ACT_ERRNO(EPERM), refused, LENGTH(refused));
    if (status >= 0)
        status = add_rest(filter, workers);
    if (status >= 0)
        status = seccomp_load(filter);
    seccomp_release(filter);
    return status == -ECANCELED ? ENOSYS : status < 0 ? -status : 0; /* the library's word for what the kernel said */
}

static void at_most(__rlimit_resource_t what, rlim_t most)
{
    struct rlimit is;
    if (getrlimit(what, &is) == 0 && is.rlim_cur > most)
        setrlimit(what, &(struct rlimit){ most, most });
}

void fence_resources(int64_t cpu_seconds)
{
    static const rlim_t GIGABYTE = 1 << 30;
    at_most(RLIMIT_CORE, 0);
    at_most(RLIMIT_FSIZE, 4 * GIGABYTE);
#ifndef __SANITIZE_ADDRESS__     /* its shadow is larger than any memory                        */
    at_most(RLIMIT_DATA, 4 * GIGABYTE);
#endif
    if (cpu_seconds)
        at_most(RLIMIT_CPU, (rlim_t)cpu_seconds);
}
