/* data.c - data from a stranger, with the template of its type.                                  */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    unsigned chance = fuzz_chance(data, size);
    struct vb *v = fuzz_open(chance);
    if (fuzz_is_done(vb_read_memory(v, "samples/types/fuzz.xml", (const char *)data, size, NULL)))
        fuzz_show(v, chance);
    return 0;
}
