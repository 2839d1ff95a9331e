/* end.c - how the program ends in the middle of something: out of memory, or out of time in a place that nobody leaves.
 * With the message and the status that the library's verbs have for it, and nothing half written.     */
#include "cli/cli.h"

#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

enum { LOOK_MS = 250 };

static struct { pid_t pid; int lang; bool json; } told;

/* Of a child the parent tells. No memory is taken, and no lock.                                     */
_Noreturn void cli_end_program(void)
{
    static const char *const words[2] = { "lỗi: %s [%s]\n  cách sửa: %s\n", "error: %s [%s]\n  remedy: %s\n" };
    const struct vb_message m = vb_abandon(told.lang == CLI_EN ? "en" : "vi");
    char line[600];
    int n = told.json ? snprintf(line, sizeof(line), "{\"severity\":\"error\",\"code\":\"%s\",\"message\":\"%s\",\"hint\":\"%s\"}\n", m.code, m.text, m.hint)
                      : snprintf(line, sizeof(line), words[told.lang], m.text, m.code, m.hint);
    if (getpid() == told.pid && write(STDERR_FILENO, line, (size_t)n) < 0)
        _exit(VB_OUTPUT);
    _exit(VB_REJECTED);
}

static void look(int sig)
{
    (void)sig;
    if (vb_is_overdue())
        cli_end_program();
}

/* The clock is looked at where nobody asks: inside XPath, in a pattern that goes back and forth, in one paragraph of
 * a million words. Set before the sandbox, which does not let it be set; children have none, their parent looks.  */
void cli_end_begin(int lang, bool json)
{
    const struct itimerval every = { { 0, LOOK_MS * 1000 }, { 0, LOOK_MS * 1000 } };
    struct sigaction act = { .sa_handler = look, .sa_flags = SA_RESTART };
    told.pid = getpid();
    told.lang = lang;
    told.json = json;
    sigemptyset(&act.sa_mask);
    if (sigaction(SIGALRM, &act, NULL) == 0)
        setitimer(ITIMER_REAL, &every, NULL);
}
