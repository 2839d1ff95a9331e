/* fence.c - of COVER=1: whoever may write no file may write its counts. To the files that a process in the sandbox may
 * open the build's are added; the preview's children, whose files may have no length, may write as all others.     */
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

long __real_syscall(long call, long a, long b, long c, long d);
long __wrap_syscall(long call, long a, long b, long c, long d);
int __real_setrlimit(int what, const struct rlimit *most);
int __wrap_setrlimit(int what, const struct rlimit *most);

int __wrap_setrlimit(int what, const struct rlimit *most)
{
    return what == RLIMIT_FSIZE && most->rlim_max == 0 ? 0 : __real_setrlimit(what, most);
}

enum { TRUNCATE = 1 << 14 };     /* of newer kernels                                               */

static void allow_counts(int rules)
{
    struct landlock_path_beneath_attr rule = {
        .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG | TRUNCATE,
        .parent_fd = open(COVER, O_PATH | O_CLOEXEC),
    };
    if (__real_syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, (long)&rule, 0) != 0) {
        rule.allowed_access &= ~(unsigned long long)TRUNCATE;
        __real_syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, (long)&rule, 0);
    }
    close(rule.parent_fd);
}

long __wrap_syscall(long call, long a, long b, long c, long d)
{
    if (call == SYS_landlock_restrict_self)
        allow_counts((int)a);
    return __real_syscall(call, a, b, c, d);
}
