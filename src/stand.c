/* stand.c - the height of signatures: where they stand when the pages have been set.        */
#include "chain.h"

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
