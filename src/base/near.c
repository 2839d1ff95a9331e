/* near.c - the name that was meant, when one is not there.                     */
#include "base/near.h"

#include "base/log.h"
#include "base/utf8.h"

int near_distance(const char *a, const char *b)
{
    enum { LONG = 40 };
    int n = (int)strlen(b), m = (int)strlen(a), rows[3][LONG + 1];
    if (n > LONG || m > LONG)
        return LONG;
    for (int j = 0; j <= n; j++)
        rows[0][j] = j;
    for (int i = 1; i <= m; i++) {
        int *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = i;
        for (int j = 1; j <= n; j++) {
            int change = above[j - 1] + (a[i - 1] != b[j - 1]), best = row[j - 1] + 1;
            best = above[j] + 1 < best ? above[j] + 1 : best;
            best = change < best ? change : best;
            bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            row[j] = swapped && before[j - 2] + 1 < best ? before[j - 2] + 1 : best;
        }
    }
    return rows[m % 3][n];
}

/* The nearest of the names that is no farther than limit; "Báo-cáo" is bao-cao.      */
static const char *near_name(struct log *log, const char *plain, const char *const *names, int n, int limit)
{
    const char *best = NULL;
    int nearest = limit + 1;
    for (int i = 0; i < n; i++) {
        int d = near_distance(plain, utf8_plain(log->arena, names[i]));
        if (d < nearest) {
            nearest = d;
            best = names[i];
        }
    }
    if (!best)
        return "";
    const char *const words[] = { best, NULL };
    return log_fill(log, log_word(log, "; có phải «{1}»?", "; did you mean '{1}'?"), words);
}

const char *did_you_mean(struct log *log, const char *word, const char *const *names, int n)
{
    const char *plain = utf8_plain(log->arena, word);
    int length = (int)strlen(plain); /* of a short one all the others are near */
    return near_name(log, plain, names, n, length < 2 ? 0 : length < 4 ? 1 : length / 3 + 1);
}

const char *did_you_mistype(struct log *log, const char *word, const char *const *names, int n)
{
    const char *plain = utf8_plain(log->arena, word);
    return near_name(log, plain, names, n, strlen(plain) < 10 ? 1 : 2);
}
