/* preview.c - the one loop: browser, files and children in turn.                                          */
#include "preview/site.h"

#include <errno.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

enum { WITH_SERVER, WITH_FILES, WITH_SIGNALS, WITH_CHILDREN, ALL = WITH_CHILDREN + MOST_CHILDREN };

/* ---- what is said ------------------------------------------------------------------------------------- */

/* Of renderings: kept for the page.                                                                      */
static void gather(void *user, const struct vb_message *m)
{
    struct site *s = user;
    if (s->told)
        json_object_array_add(s->told, report_message(m));
}

/* Of the run: to whoever started it.                                                                     */
static void tell(void *user, const struct log_message *m)
{
    static const enum vb_severity severities[] = { VB_NOTE, VB_WARNING, VB_ERROR };
    const struct site *s = user;
    const struct vb_message out = { .severity = severities[m->severity], .code = m->code, .text = m->text, .hint = m->hint, .at.file = m->file };
    if (s->told)
        gather(user, &out);
    else
        s->o->vb.sink(s->o->vb.user, &out);
}

static void say_address(const struct site *s, char *url, size_t size)
{
    bool pair = s->o->against || s->o->template_b;
    snprintf(url, size, "http://127.0.0.1:%d/%s/%s", s->port, s->token, pair ? "#0~1" : "");
    printf("%s\n", url);
    fflush(stdout);
}

/* ---- fonts -------------------------------------------------------------------------------------------- */

/* Sets the program's own words by its own template: from then on the fonts are there, for every child.     */
static void warm(struct site *s)
{
    static const char words[] =
        "<document type=\"bao-cao\"><issuer><superior>UBND tỉnh Bắc Giang</superior><name>Sở Nội vụ</name></issuer>"
        "<code number=\"1\" notation=\"BC-SNV\"/><promulgation place=\"Bắc Giang\" date=\"2020-02-03\"/><subject>Kết quả công tác</subject>"
        "<body><p>aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz 0123456789.,;:/()%–“”</p>"
        "<p>AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ</p></body>"
        "<signatures><signature><position>Giám đốc</position><name>Vũ Mạnh Hùng</name></signature></signatures>"
        "<recipients><place>UBND tỉnh (b/c)</place><archive>VT</archive></recipients></document>";
    const struct vb_options asked = s->options; /* what is asked of the user's documents may not suit this one   */
    s->options.record = s->options.n_settings = 0;
    s->options.strict = false;
    if (vb_read_memory(s->warm, "preview", words, sizeof(words) - 1, NULL) == VB_DONE)
        vb_set(s->warm);
    s->options = asked;
}

/* ---- the loop -------------------------------------------------------------------------------------------- */

static int wait_ms(const struct site *s)
{
    double next = fmin(work_next(s), server_next(s));
    if (s->scan_due > 0)
        next = fmin(next, s->scan_due);
    double ms = (next - site_now()) * 1e3;
    return isinf(next) ? -1 : ms <= 0 ? 0 : ms > 60e3 ? 60000 : (int)ceil(ms);
}

static bool turn(struct site *s, int signals)
{
    struct pollfd fds[ALL] = { { server_poll_fd(s), POLLIN, 0 }, { s->inotify, POLLIN, 0 }, { signals, POLLIN, 0 } };
    for (int i = 0; i < MOST_CHILDREN; i++)
        fds[WITH_CHILDREN + i] = (struct pollfd){ s->child[i].pid ? s->child[i].pipe : -1, POLLIN, 0 };
    if (poll(fds, ALL, wait_ms(s)) < 0 && errno != EINTR)
        return false;
    for (int i = 0; i < MOST_CHILDREN; i++)
        if (s->child[i].pid && fds[WITH_CHILDREN + i].revents)
            work_hear(s, &s->child[i]);
    if (fds[WITH_FILES].revents)
        watch_hear(s);
    if (s->scan_due > 0 && site_now() >= s->scan_due)
        shelf_scan(s);
    work_end_late(s);
    do
        server_run(s);
    while (work_start_due(s));   /* there is news for those who have just asked                                 */
    return !fds[WITH_SIGNALS].revents;
}

static int signals_open(void)
{
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGHUP);
    sigprocmask(SIG_BLOCK, &ends, NULL);
    return signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK);
}

static void run(struct site *s)
{
    char url[100];
    int signals = signals_open();
    warm(s);
    say_address(s, url, sizeof(url));
    if (s->o->browser)
        browser_open(url);
    while (turn(s, signals))
        ;
    close(signals);
}

static void drop(struct site *s)
{
    server_close(s);
    work_close(s);
    pairs_close(s);
    shelf_free(s);
    for (int i = 0; i < s->n_folders; i++)
        free(s->folder[i]);
    free(s->folder);
    free(s->is_shelf);
    if (s->inotify >= 0)
        close(s->inotify);
    vb_close(s->warm);
    arena_free(&s->arena);
}

int preview_run(const struct preview_options *options)
{
    struct site s = { .o = options, .options = options->vb, .inotify = -1 };
    s.options.sink = gather;
    s.options.user = &s;
    s.log = (struct log){ .arena = &s.arena, .lang = options->english ? LANG_EN : LANG_VI, .sink = tell, .user = &s };
    s.warm = vb_open(&s.options);
    int status = s.warm && watch_open(&s) ? shelf_open(&s) : VB_OUTPUT;
    if (status == VB_DONE)
        status = server_open(&s);
    if (status == VB_DONE)
        run(&s);
    drop(&s);
    return status;
}
