/* limits.c - the table of limits for callers.                                                 */
#include "vanban.h"

#include "base/limits.h"

int vb_limit_count(void) { return LIMIT_COUNT; }

struct vb_limit vb_limit(int limit)
{
    if (limit < 0 || limit >= LIMIT_COUNT)
        return (struct vb_limit){ 0 };
    const struct limit_row *row = &limit_rows[limit];
    return (struct vb_limit){ row->name, row->value, row->least, row->most, { row->about[0], row->about[1] } };
}

bool vb_limit_takes(const char *name, const char *value)
{
    int64_t n;
    return limit_read(name, value, &n) != LIMIT_COUNT;
}
