/* records.c - a set of data for batch: gone through as a stream, taken apart, each record read alone.
 * TEMPLATE, form feed, DATA; without the second the data's own types serve.                      */
#include "fuzz.h"

static void make(struct vb *v, const struct vb_collection *c, const char *path, unsigned chance)
{
    int n = vb_collection_count(c);
    struct vb_item item;
    for (int i = 0; i < n && i < 3; i++)
        if (fuzz_is_done(vb_item(v, c, i, path, &item)) && fuzz_is_done(vb_bind(v)) && i == 0)
            fuzz_show(v, chance);
    vb_around(v, c, "<data><x/></data>", path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const sorts[] = { NULL, "@ma", "position()", "." }, *const wheres[] = { NULL, NULL, "@ma", "position() &lt; 3" };
    struct fuzz_options o;
    const uint8_t *second = fuzz_second(data, size);
    size_t n = second ? (size_t)(second - data) - 1 : 0;
    unsigned chance = fuzz_chance(data, size);
    fuzz_options(&o, chance);
    const char *path = second ? fuzz_put("template.xml", data, n) : NULL;
    const char *of = second ? fuzz_put("data.xml", second, size - n - 1) : fuzz_put("data.xml", data, size);
    const struct vb_selection which = { .each = chance >> 18 & 1 ? "data/*" : NULL, .sort = sorts[chance >> 26 & 3],
                                        .where = wheres[chance >> 28 & 3], .group = chance >> 30 & 1 ? "@loai" : NULL, .partial = chance >> 31 };
    struct vb *v = vb_open(&o.vb);
    struct vb_collection *c = vb_collect(v, &of, 1, path, &which);
    if (fuzz_is_done(c ? VB_DONE : VB_REJECTED) && fuzz_is_done(vb_name_items(v, c, path)))
        make(v, c, path, chance);
    if (c)
        vb_collection_free(c);
    vb_close(v);
    return 0;
}
