/* without.c MODE PROGRAM... - runs the program where the kernel lacks something, or ends whoever asks for it:
 *   landlock, seccomp  are not there (ENOSYS)
 *   sockets            kill, and so do other programs                                        */
#include <errno.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

static int rules_of(scmp_filter_ctx f, const char *mode)
{
    if (strcmp(mode, "landlock") == 0)
        return seccomp_rule_add(f, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(landlock_create_ruleset), 0);
    if (strcmp(mode, "seccomp") == 0) {
        int status = seccomp_rule_add(f, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(seccomp), 0);
        return status < 0 ? status : seccomp_rule_add(f, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP));
    }
    return strcmp(mode, "sockets") == 0 ? seccomp_rule_add(f, SCMP_ACT_KILL_PROCESS, SCMP_SYS(socket), 0) : -EINVAL;
}

int main(int argc, char **argv)
{
    scmp_filter_ctx f = argc > 2 ? seccomp_init(SCMP_ACT_ALLOW) : NULL;
    if (!f || rules_of(f, argv[1]) < 0 || seccomp_load(f) < 0) {
        fprintf(stderr, "without: the kernel does not filter\n");
        return 77;
    }
    execvp(argv[2], argv + 2);
    perror(argv[2]);
    return 127;
}
