/* limits.c - the numbers of limits.h, as people give them.                                  */
#include "base/limits.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define LIMIT_ROW(id, name, value, least, most, vi, en) { name, value, least, most, { vi, en } },
const struct limit_row limit_rows[LIMIT_COUNT] = { LIMITS(LIMIT_ROW) };

bool limit_counts_bytes(enum limit limit) { return limit == LIMIT_BYTES || limit == LIMIT_PICTURE_BYTES; }

static int64_t times_of(const char *unit, int64_t thousand)
{
    static const char units[] = "KMG";
    const char *found = *unit ? strchr(units, *unit) : NULL;
    int64_t times = 1;
    for (const char *u = units; found && u <= found; u++)
        times *= thousand;
    return !*unit ? 1 : found && !unit[1] ? times : 0;
}

enum limit limit_read(const char *name, const char *value, int64_t *to)
{
    int i = 0;
    while (i < LIMIT_COUNT && strcmp(limit_rows[i].name, name) != 0)
        i++;
    if (i == LIMIT_COUNT || *value < '0' || *value > '9')
        return LIMIT_COUNT;
    char *end;
    errno = 0;
    long long n = strtoll(value, &end, 10);
    int64_t times = times_of(end, limit_counts_bytes((enum limit)i) ? 1024 : 1000);
    const struct limit_row *row = &limit_rows[i];
    if (errno || !times || n > row->most / times || n * times < row->least)
        return LIMIT_COUNT;
    *to = n * times;
    return (enum limit)i;
}
