#include "batch/progress.h"

#include <string.h>
#include <time.h>

enum { BAR_WIDTH = 24, LINE_SECONDS = 30, RATE_AFTER = 1 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

double progress_seconds(const struct progress *p) { return now() - p->start; }

struct progress progress_begin(FILE *out, bool bar, bool english, int all)
{
    return (struct progress){ .out = out, .bar = bar, .english = english, .all = all, .start = now(), .shown = -1 };
}

/* 1.234.567 in Vietnamese, 1,234,567 in English.                                                        */
static const char *grouped(const struct progress *p, int n, char *room)
{
    char plain[16];
    int digits = snprintf(plain, sizeof(plain), "%d", n), to = 0;
    for (int i = 0; i < digits; i++) {
        if (i && (digits - i) % 3 == 0)
            room[to++] = p->english ? ',' : '.';
        room[to++] = plain[i];
    }
    room[to] = '\0';
    return room;
}

static void print_time(const struct progress *p, double seconds)
{
    int s = (int)(seconds + 0.5);
    if (s >= 3600)
        fprintf(p->out, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    else
        fprintf(p->out, "%d:%02d", s / 60, s % 60);
}

static void print_bar(const struct progress *p)
{
    int full = p->all ? (int)((long long)BAR_WIDTH * p->done / p->all) : BAR_WIDTH;
    fputs("\r[", p->out);
    for (int i = 0; i < BAR_WIDTH; i++)
        fputc(i < full ? '#' : '.', p->out);
    fputs("] ", p->out);
}

/* "1.234/3.000  41 %  512 văn bản/s  còn 0:03  lỗi 2"                                                    */
static void print_state(const struct progress *p)
{
    char done[24], all[24], rate[24];
    double spent = progress_seconds(p), each = p->done ? spent / p->done : 0;
    fprintf(p->out, "%s/%s  %d %%", grouped(p, p->done, done), grouped(p, p->all, all), p->all ? (int)(100LL * p->done / p->all) : 100);
    if (each > 0 && spent > RATE_AFTER)
        fprintf(p->out, "  %s %s", grouped(p, (int)(1 / each + 0.5), rate), p->english ? "records/s" : "bản ghi/s");
    if (each > 0 && spent > RATE_AFTER && p->done < p->all) {
        fputs(p->english ? "  left " : "  còn ", p->out);
        print_time(p, each * (p->all - p->done));
    }
    if (p->failed)
        fprintf(p->out, "  %s %d", p->english ? "failed" : "lỗi", p->failed);
}

void progress_step(struct progress *p, bool failed)
{
    p->done++;
    p->failed += failed;
}

/* A log gets a line every tenth of the way, and every half minute; runs that are over at once get none.   */
void progress_show(struct progress *p)
{
    double spent = progress_seconds(p);
    int tenth = p->all ? (int)(10LL * p->done / p->all) : 10;
    if (!p->out || (!p->bar && (spent < 2 || (tenth == p->shown_tenth && spent - p->shown < LINE_SECONDS))))
        return;
    p->shown = spent;
    p->shown_tenth = tenth;
    if (p->bar)
        print_bar(p);
    print_state(p);
    fputs(p->bar ? "\033[K" : "\n", p->out);
    fflush(p->out);
}

void progress_end(struct progress *p)
{
    if (p->out && p->bar && p->shown >= 0) {
        fputs("\r\033[K", p->out);
        fflush(p->out);
    }
}
