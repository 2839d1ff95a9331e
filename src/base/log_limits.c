/* log_limits.c - what is reported when a limit is reached, and the clock of the one on time.   */
#include "base/log.h"

#include <inttypes.h>
#include <time.h>

void say_too_large(struct log *log, struct pos at, int limit, const char *vi, const char *en)
{
    say(log, MSG_TOO_LARGE, at, arena_format(log->arena, "%d %s", limit, log_word(log, vi, en)));
}

/* As people of the language write numbers: 5.000 and 5,000.                        */
static const char *grouped(const struct log *log, int64_t n)
{
    char digits[24], text[40], *to = text;
    int size = snprintf(digits, sizeof(digits), "%" PRId64, n);
    for (int i = 0; i < size; i++) {
        if (i && (size - i) % 3 == 0)
            *to++ = log->lang == LANG_EN ? ',' : '.';
        *to++ = digits[i];
    }
    return arena_copy(log->arena, text, (size_t)(to - text));
}

const char *limit_text(const struct log *log, enum limit limit)
{
    int64_t n = log_limit(log, limit);
    bool bytes = limit_counts_bytes(limit);
    if (!bytes || n % 1024)
        return bytes ? arena_format(log->arena, "%s byte%s", grouped(log, n), log->lang == LANG_EN && n != 1 ? "s" : "") : grouped(log, n);
    return n % (1 << 20) ? arena_format(log->arena, "%" PRId64 " KB", n >> 10) : arena_format(log->arena, "%" PRId64 " MB", n >> 20);
}

void say_limit(struct log *log, enum limit limit, struct pos at)
{
    const struct limit_row *row = &limit_rows[limit];
    say(log, MSG_LIMIT, at, arena_format(log->arena, "%s %s", limit_text(log, limit), log_word(log, row->about[0], row->about[1])), row->name);
}

void say_file_limit(struct log *log, const char *file)
{
    log_say_file(log, MSG_FILE_TOO_BIG, file, limit_text(log, LIMIT_BYTES));
}

static double clock_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Of the step that this thread is in; at 0: it is in none.                                       */
static _Thread_local volatile struct { double at; int64_t seconds; } overdue;

enum { GRACE_SECONDS = 1 };      /* for those who ask log_is_late to leave in good order            */

void log_start_clock(struct log *log)
{
    int64_t seconds = log_limit(log, LIMIT_SECONDS);
    log->looked = 0;
    log->late = false;
    log->deadline = clock_now() + (double)seconds;
    overdue.seconds = seconds;
    overdue.at = log->deadline + GRACE_SECONDS;
}

void log_stop_clock(void) { overdue.at = 0; }

bool clock_is_overdue(int64_t *seconds)
{
    *seconds = overdue.seconds;
    return overdue.at > 0 && clock_now() > overdue.at;
}

/* Every sixteenth time is often enough: nothing that stands between two takes long. */
bool log_is_late(struct log *log)
{
    if (log->deadline > 0 && !log->late && log->looked++ % 16 == 0)
        log->late = clock_now() > log->deadline;
    return log->late;
}

void log_end_late(struct log *log)
{
    if (log_is_late(log))
        arena_no_time(log->arena);
}
