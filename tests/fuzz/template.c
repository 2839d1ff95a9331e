/* template.c - a template from a stranger, with data: TEMPLATE, form feed, DATA. Without data the template is
 * checked, its schema printed, and sample data are made for it.                                  */
#include "fuzz.h"

static void without_data(struct vb *v, const char *path)
{
    char sample[128];
    snprintf(sample, sizeof(sample), "%s", fuzz_path("sample.xml"));
    fuzz_is_done(vb_check(v, path, NULL));
    fuzz_is_done(vb_schema(v, VB_LANGUAGE_DATA, NULL, path, "/dev/null"));
    remove(sample);
    if (fuzz_is_done(vb_sample(v, VB_LONG, NULL, path, sample)) && fuzz_is_done(vb_read(v, sample, path)))
        fuzz_show(v, 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_options o;
    const uint8_t *second = fuzz_second(data, size);
    size_t n = second ? (size_t)(second - data) - 1 : size;
    const char *path = fuzz_put("template.xml", data, n);
    unsigned chance = fuzz_chance(data, size);
    fuzz_options(&o, chance);
    struct vb *v = vb_open(&o.vb);
    if (!second)
        without_data(v, path);
    else if (fuzz_is_done(vb_read_memory(v, "samples/types/fuzz.xml", (const char *)second, size - n - 1, path)))
        fuzz_show(v, chance);
    vb_close(v);
    return 0;
}
