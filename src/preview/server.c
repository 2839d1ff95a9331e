/* server.c - answers the browser that has the token, on the loopback interface, under the names that lead nowhere
 * else: a page of somebody else's that guesses the port is refused.                                              */
#include "preview/http.h"

#include <arpa/inet.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <unistd.h>

enum { MOST_CONNECTIONS = 2000, IDLE_SECONDS = 60 };

/* ---- who asks ------------------------------------------------------------------------------------------------------ */

static bool is_our_host(const struct site *s, struct MHD_Connection *c)
{
    char names[2][32];
    const char *host = MHD_lookup_connection_value(c, MHD_HEADER_KIND, MHD_HTTP_HEADER_HOST);
    snprintf(names[0], sizeof(names[0]), "127.0.0.1:%d", s->port);
    snprintf(names[1], sizeof(names[1]), "localhost:%d", s->port);
    return host && (strcasecmp(host, names[0]) == 0 || strcasecmp(host, names[1]) == 0);
}

/* "/TOKEN/WHAT" -> WHAT; takes as long whatever of the token is right.                                                */
static const char *behind_token(const struct site *s, const char *url)
{
    unsigned wrong = strlen(url) < TOKEN_CHARS + 2;
    for (size_t i = 0; !wrong && i < TOKEN_CHARS; i++)
        wrong |= (unsigned char)(url[1 + i] ^ s->token[i]) << 1;
    return !wrong && url[0] == '/' && url[1 + TOKEN_CHARS] == '/' ? url + TOKEN_CHARS + 2 : NULL;
}

static enum MHD_Result handle(void *user, struct MHD_Connection *c, const char *url, const char *method, const char *version,
                              const char *data, size_t *size, void **own)
{
    struct site *s = user;
    struct visit *v = *own;
    (void)version;
    (void)data;
    (void)size;
    if (!v) {
        *own = v = calloc(1, sizeof(*v));
        if (!v)
            return MHD_NO;
        v->connection = c;
    }
    const char *what = behind_token(s, url);
    if (!is_our_host(s, c))
        return reply_refuse(c, MHD_HTTP_FORBIDDEN);
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
        return reply_refuse(c, MHD_HTTP_METHOD_NOT_ALLOWED);
    return what ? visit_give(s, v, what) : reply_refuse(c, MHD_HTTP_NOT_FOUND);
}

static void completed(void *user, struct MHD_Connection *c, void **own, enum MHD_RequestTerminationCode why)
{
    (void)user;
    (void)c;
    (void)why;
    free(*own);
    *own = NULL;
}

/* ---- the daemon ------------------------------------------------------------------------------------------------------ */

static bool make_token(struct site *s)
{
    unsigned char bytes[TOKEN_CHARS / 2];
    if (getrandom(bytes, sizeof(bytes), 0) != sizeof(bytes))
        return false;
    for (size_t i = 0; i < sizeof(bytes); i++)
        snprintf(s->token + 2 * i, 3, "%02x", bytes[i]);
    return true;
}

static int listen_on(struct site *s)
{
    struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons((uint16_t)s->o->port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t size = sizeof(at);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &(int){ 1 }, sizeof(int));
    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof(at)) != 0 || listen(fd, SOMAXCONN) != 0 ||
        getsockname(fd, (struct sockaddr *)&at, &size) != 0)
        return -1;
    s->port = ntohs(at.sin_port);
    return fd;
}

static void more_files(void)
{
    struct rlimit most;
    if (getrlimit(RLIMIT_NOFILE, &most) == 0 && most.rlim_cur < MOST_CONNECTIONS + 100) {
        most.rlim_cur = most.rlim_max < MOST_CONNECTIONS + 100 ? most.rlim_max : MOST_CONNECTIONS + 100;
        setrlimit(RLIMIT_NOFILE, &most);
    }
}

int server_open(struct site *s)
{
    char port[16];
    more_files();
    int fd = listen_on(s);
    if (fd >= 0 && make_token(s))
        s->daemon = MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, handle, s, MHD_OPTION_LISTEN_SOCKET, fd,
                                     MHD_OPTION_CONNECTION_LIMIT, (unsigned)MOST_CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS,
                                     MHD_OPTION_NOTIFY_COMPLETED, completed, NULL, MHD_OPTION_END);
    if (s->daemon)
        return VB_DONE;
    snprintf(port, sizeof(port), "%d", s->o->port);
    say(&s->log, MSG_PREVIEW_PORT, NOWHERE, port, fd < 0 && errno == EADDRINUSE ? log_word(&s->log, "chương trình khác đang dùng", "another program is using it") : log_errno(&s->log, errno));
    log_flush(&s->log);
    return VB_OUTPUT;
}

int server_poll_fd(const struct site *s) { return MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd; }

double server_next(const struct site *s)
{
    MHD_UNSIGNED_LONG_LONG ms;
    double next = s->news ? site_now() : MHD_get_timeout(s->daemon, &ms) == MHD_YES ? site_now() + (double)ms / 1e3 : INFINITY;
    return fmin(next, visits_due());
}

void server_run(struct site *s)
{
    visits_wake(s->news);
    s->news = false;
    MHD_run(s->daemon);
}

void server_close(struct site *s)
{
    if (!s->daemon)
        return;
    visits_end();
    MHD_run(s->daemon);
    MHD_stop_daemon(s->daemon);
}
