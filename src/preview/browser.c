/* browser.c - the address is given to the user's browser; no shell comes near it.                         */
#include "preview/site.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <unistd.h>

extern char **environ;

static bool has_screen(void)
{
    const char *x = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");
    return (x && *x) || (wayland && *wayland);
}

/* It says what it likes to nobody; where there is none the address on the terminal is left. The program
 * lets its children go unwaited for but for those it asks after by number.                             */
void browser_open(const char *url)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    sigset_t none;
    pid_t pid;
    if (!has_screen() || posix_spawn_file_actions_init(&files) != 0 || posix_spawnattr_init(&how) != 0)
        return;
    for (int fd = 0; fd <= STDERR_FILENO; fd++)
        posix_spawn_file_actions_addopen(&files, fd, "/dev/null", fd ? O_WRONLY : O_RDONLY, 0);
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&how, &none);
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    posix_spawnp(&pid, "xdg-open", &files, &how, (char *const[]){ "xdg-open", (char *)url, NULL }, environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&how);
}
