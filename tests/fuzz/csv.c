/* csv.c - a CSV file from a stranger, behind the map of samples/batch: as part of one document, and as
 * the records of a batch.                                                                        */
#include "fuzz.h"

static const char *const TEMPLATE = "samples/batch/csv.template.xml";
static char *map;
static size_t map_size;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    map = fuzz_read("samples/batch/csv.xml", &map_size);
    fuzz_put("map.xml", map, map_size);
    return 0;
}

static void as_records(struct vb *v, const char *csv)
{
    char of[128];
    snprintf(of, sizeof(of), "%s", fuzz_path("map.xml"));
    struct vb_collection *c = vb_collect(v, &csv, 1, TEMPLATE, &(struct vb_selection){ .map = of });
    struct vb_item item;
    if (fuzz_is_done(c ? VB_DONE : VB_REJECTED) && fuzz_is_done(vb_name_items(v, c, TEMPLATE)) && vb_collection_count(c) > 0 && fuzz_is_done(vb_item(v, c, 0, TEMPLATE, &item)))
        fuzz_is_done(vb_bind(v));
    if (c)
        vb_collection_free(c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *csv = fuzz_put("xa.csv", data, size);
    unsigned chance = fuzz_chance(data, size);
    struct vb *v = fuzz_open(chance);
    if (fuzz_is_done(vb_read_memory(v, fuzz_path("data.xml"), map, map_size, TEMPLATE)) && chance >> 29 == 7)
        fuzz_show(v, chance);
    as_records(v, csv);
    return 0;
}
