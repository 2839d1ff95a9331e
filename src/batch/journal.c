#include "batch/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int journal_open(struct journal *j, const char *folder, const char *stem, int records)
{
    char host[65] = "";
    gethostname(host, sizeof(host) - 1);
    *j = (struct journal){ .fd = -1, .n = records, .at = calloc((size_t)records + 1, sizeof(*j->at)) };
    if (!j->at || (folder && asprintf(&j->path, "%s/%s.%s-XXXXXX.journal", folder, stem, host) < 0))
        return ENOMEM;
    FILE *nameless = folder ? NULL : tmpfile();
    j->fd = folder ? mkostemps(j->path, (int)strlen(".journal"), O_CLOEXEC) : nameless ? dup(fileno(nameless)) : -1;
    int error = j->fd < 0 ? errno : 0;
    if (nameless)
        fclose(nameless);
    return error;
}

static long long place(const struct journal *j, int record)
{
    const uint16_t *at = j->at[record];
    return (long long)at[0] << 32 | (long long)at[1] << 16 | at[2];
}

static void set_place(struct journal *j, int record, long long at)
{
    for (int i = 2; i >= 0; i--, at >>= 16)
        j->at[record][i] = (uint16_t)at;
}

/* What could not be written whole is taken back.                                                       */
int journal_add(struct journal *j, int record, const char *line, size_t size)
{
    size_t done = 0;
    while (done < size) {
        ssize_t n = pwrite(j->fd, line + done, size - done, j->size + (long long)done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            int error = n < 0 ? errno : ENOSPC;
            return ftruncate(j->fd, j->size) == 0 ? error : errno;
        }
        done += (size_t)n;
    }
    set_place(j, record, j->size + 1);
    j->size += (long long)size;
    return 0;
}

static char *text_at(const struct journal *j, long long at)
{
    size_t room = 4096, have = 0;
    char *text = malloc(room), *end = NULL;
    for (ssize_t n = 1; text && n > 0 && !end;) {
        n = pread(j->fd, text + have, room - have, at + (long long)have);
        end = n > 0 ? memchr(text + have, '\n', (size_t)n) : NULL;
        have += n > 0 ? (size_t)n : 0;
        char *more = end || have < room ? text : realloc(text, room *= 2);
        if (!more)
            break;
        text = more;
    }
    if (end)
        *end = '\0';
    else
        free(text);
    return end ? text : NULL;
}

json_object *journal_line(const struct journal *j, int record)
{
    long long at = place(j, record);
    char *text = at ? text_at(j, at - 1) : NULL;
    json_object *o = text ? json_tokener_parse(text) : NULL;
    free(text);
    return o;
}

void journal_close(struct journal *j, bool remove)
{
    if (j->fd >= 0)
        close(j->fd);
    if (remove && j->path && j->fd >= 0)
        unlink(j->path);
    free(j->path);
    free(j->at);
    *j = (struct journal){ .fd = -1 };
}
