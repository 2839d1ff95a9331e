/* stand.c - the height of signatures: where they stand, and where those of many documents can.    */
#include "chain.h"

#include <stdlib.h>

static const double MM_OF = 25.4 / PT(72);

/* What is no height is above all of them, what is far off the paper below.                        */
len stand_height(double mm)
{
    double height = mm / MM_OF + 0.5;
    return !(height > 0) ? 0 : height < LEN_MAX ? (len)height : LEN_MAX;
}

bool vb_stand(const struct vb *v, struct vb_stand *stand)
{
    const struct stand *s = v->pages ? &v->pages->stand : NULL;
    if (!s || !s->there)
        return false;
    *stand = (struct vb_stand){ s->top * MM_OF, s->lowest * MM_OF, s->page - v->pages->file[0].page + 1 };
    return true;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Going down the page: each document's top takes one in, each lowest height leaves one behind. More are
 * never in than at some document's top.                                                           */
double vb_common_place(const struct vb_stand *stand, int n)
{
    double *top = n > 0 ? malloc((size_t)n * 2 * sizeof(*top)) : NULL, best = 0;
    int most = 0, gone = 0;
    if (!top)
        return 0;
    double *lowest = top + n;
    for (int i = 0; i < n; i++) {
        top[i] = stand[i].top_mm;
        lowest[i] = stand[i].lowest_mm > top[i] ? stand[i].lowest_mm : top[i];
    }
    qsort(top, (size_t)n, sizeof(*top), by_size);
    qsort(lowest, (size_t)n, sizeof(*lowest), by_size);
    for (int i = 0; i < n; i++) {
        while (lowest[gone] < top[i])
            gone++;
        best = i + 1 - gone > most ? top[i] : best;
        most = i + 1 - gone > most ? i + 1 - gone : most;
    }
    free(top);
    return best;
}
