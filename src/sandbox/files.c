/* files.c - Landlock, by the kernel's own calls: glibc has none for it.                       */
#include "sandbox/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Newer than Debian 12's headers; a kernel that does not know them is not asked for them.      */
struct ruleset { uint64_t files, network, scoped; };
enum { WITH_TRUNCATE = 3, WITH_NETWORK = 4, WITH_SCOPES = 6 };
static const uint64_t TRUNCATE = 1 << 14, NETWORK = 3 /* bind, connect */, SCOPES = 3 /* abstract sockets, signals */;

static const uint64_t READ = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
static const uint64_t MAKE = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE;
static const uint64_t OF_A_FILE = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | (1 << 14);
static const uint64_t ALL = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1; /* what the first version knows  */

static int version(void) { return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION); }

static int ruleset_open(int known)
{
    struct ruleset r = { .files = ALL | (known >= WITH_TRUNCATE ? TRUNCATE : 0), .network = NETWORK, .scoped = SCOPES };
    size_t size = known >= WITH_SCOPES ? sizeof(r) : known >= WITH_NETWORK ? offsetof(struct ruleset, scoped) : offsetof(struct ruleset, network);
    return (int)syscall(SYS_landlock_create_ruleset, &r, size, 0);
}

static int allow(int rules, const char *path, uint64_t what)
{
    struct stat st;
    int fd = open(path, O_PATH | O_CLOEXEC), error = 0;
    if (fd < 0)
        return 0;
    if (fstat(fd, &st) == 0 && !S_ISDIR(st.st_mode))
        what &= OF_A_FILE;
    struct landlock_path_beneath_attr rule = { .allowed_access = what, .parent_fd = fd };
    if (syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0)
        error = errno;
    close(fd);
    return error;
}

int fence_files(const struct fence_files *files)
{
    int known = version(), error = 0;
    int rules = known > 0 ? ruleset_open(known) : -1;
    if (rules < 0)
        return errno;
    uint64_t make = READ | MAKE | (known >= WITH_TRUNCATE ? TRUNCATE : 0);
    for (int i = 0; i < files->n_read && !error; i++)
        error = allow(rules, files->read[i], READ);
    for (int i = 0; i < files->n_write && !error; i++)
        error = allow(rules, files->write[i], make);
    if (!error && (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || syscall(SYS_landlock_restrict_self, rules, 0) != 0))
        error = errno;
    close(rules);
    return error;
}
