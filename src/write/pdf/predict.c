#include "write/pdf/predict.h"

enum { NONE, SUB, UP, AVERAGE, PAETH, KINDS }; /* the numbers that a row begins with           */

/* Of left, above and their corner the one that is nearest to left + above - corner.           */
static int nearest(int left, int above, int corner)
{
    int to_left = abs(above - corner), to_above = abs(left - corner), to_corner = abs(left + above - 2 * corner);
    if (to_left <= to_above && to_left <= to_corner)
        return left;
    return to_above <= to_corner ? above : corner;
}

static int guess(int kind, int left, int above, int corner)
{
    switch (kind) {
    case SUB:
        return left;
    case UP:
        return above;
    case AVERAGE:
        return (left + above) / 2;
    case PAETH:
        return nearest(left, above, corner);
    default:
        return 0;
    }
}

/* Returns how far the differences are from nought in all.                                     */
static int64_t differ(int kind, const unsigned char *now, const unsigned char *above, int n, int step, unsigned char *out)
{
    int64_t sum = 0;
    out[0] = (unsigned char)kind;
    for (int i = 0; i < n; i++) {
        int left = i < step ? 0 : now[i - step], up = above ? above[i] : 0, corner = above && i >= step ? above[i - step] : 0;
        out[1 + i] = (unsigned char)(now[i] - guess(kind, left, up, corner));
        sum += out[1 + i] < 128 ? out[1 + i] : 256 - out[1 + i];
    }
    return sum;
}

unsigned char *predict(struct arena *a, const unsigned char *bytes, int row, int height, int step)
{
    unsigned char *out = arena_alloc(a, (size_t)height * ((size_t)row + 1)), *tried = arena_alloc(a, (size_t)row + 1);
    for (int y = 0; y < height; y++) {
        const unsigned char *now = bytes + (size_t)y * (size_t)row, *above = y ? now - row : NULL;
        unsigned char *best = out + (size_t)y * ((size_t)row + 1);
        int64_t least = INT64_MAX;
        for (int kind = NONE; kind < KINDS; kind++) {
            int64_t sum = differ(kind, now, above, row, step, tried);
            if (sum >= least)
                continue;
            least = sum;
            memcpy(best, tried, (size_t)row + 1);
        }
    }
    return out;
}
