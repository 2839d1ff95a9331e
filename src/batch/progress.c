#include "batch/progress.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>

enum { BAR_WIDTH = 24, LEAST_BAR = 4, COLUMNS = 80, LINE_SECONDS = 30, RATE_AFTER = 1 };
#define BAR_SECONDS 0.1

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

double progress_seconds(const struct progress *p) { return now() - p->start; }

struct progress progress_begin(FILE *out, bool bar, bool english, int all)
{
    return (struct progress){ .out = out, .bar = bar, .english = english, .all = all, .start = now() };
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

static void print_time(FILE *out, double seconds)
{
    int s = (int)(seconds + 0.5);
    if (s >= 3600)
        fprintf(out, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    else
        fprintf(out, "%d:%02d", s / 60, s % 60);
}

/* "1.234/3.000  41 %  512 bản ghi/s  còn 0:03  lỗi 2"                                                    */
static void print_state(const struct progress *p, FILE *out)
{
    char done[24], all[24], rate[24];
    double spent = progress_seconds(p), each = p->done ? spent / p->done : 0;
    fprintf(out, "%s/%s  %d %%", grouped(p, p->done, done), grouped(p, p->all, all), p->all ? (int)(100LL * p->done / p->all) : 100);
    if (each > 0 && spent > RATE_AFTER)
        fprintf(out, "  %s %s", grouped(p, (int)(1 / each + 0.5), rate), p->english ? "records/s" : "bản ghi/s");
    if (each > 0 && spent > RATE_AFTER && p->done < p->all) {
        fputs(p->english ? "  left " : "  còn ", out);
        print_time(out, each * (p->all - p->done));
    }
    if (p->failed)
        fprintf(out, "  %s %d", p->english ? "failed" : "lỗi", p->failed);
}

static int columns_of(FILE *out)
{
    struct winsize size;
    return ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : COLUMNS;
}

static int letters(const char *s)
{
    int n = 0;
    for (; *s; s++)
        n += ((unsigned char)*s & 0xC0) != 0x80;
    return n;
}

/* One line: what is longer would not be gone over by the next.                                            */
static void print_bar(const struct progress *p, const char *state)
{
    int room = columns_of(p->out) - letters(state) - 4, width = room < BAR_WIDTH ? room : BAR_WIDTH;
    int full = p->all ? (int)((long long)width * p->done / p->all) : width;
    fputc('\r', p->out);
    for (int i = 0; width >= LEAST_BAR && i < width; i++)
        fprintf(p->out, "%s%c%s", i ? "" : "[", i < full ? '#' : '.', i == width - 1 ? "] " : "");
    fprintf(p->out, "%s\033[K", room < -3 ? "" : state);
}

void progress_step(struct progress *p, bool failed)
{
    p->done++;
    p->failed += failed;
}

/* The bar moves ten times a second; a log gets a line every tenth of the way, and every half minute; runs
 * that are over at once get none.                                                                        */
static bool is_due(const struct progress *p, double spent, int tenth)
{
    if (p->bar)
        return spent - p->shown >= BAR_SECONDS;
    return spent >= 2 && (tenth != p->shown_tenth || spent - p->shown >= LINE_SECONDS);
}

void progress_show(struct progress *p)
{
    double spent = progress_seconds(p);
    int tenth = p->all ? (int)(10LL * p->done / p->all) : 10;
    char *state = NULL;
    size_t size;
    if (!p->out || !is_due(p, spent, tenth))
        return;
    FILE *to = open_memstream(&state, &size);
    if (!to)
        return;
    print_state(p, to);
    fclose(to);
    p->shown = spent;
    p->shown_tenth = tenth;
    if (p->bar)
        print_bar(p, state);
    else
        fprintf(p->out, "%s\n", state);
    free(state);
    fflush(p->out);
}

void progress_end(struct progress *p)
{
    if (p->out && p->bar && p->shown > 0) {
        fputs("\r\033[K", p->out);
        fflush(p->out);
    }
}
