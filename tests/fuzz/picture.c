/* picture.c - a PNG or JPEG from a stranger, in a document. What libFuzzer does to a PNG would nearly always
 * end at a chunk's check sum; so those are made right again.                                     */
#include "fuzz.h"

#include <libdeflate.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char document[] =
        "<document type='bao-cao'><issuer><name>A</name></issuer><code number='' notation='BC-A'/><promulgation place='B'/>"
        "<subject>C</subject><body><figure src='picture.png' alt='x'/><p>D</p></body>"
        "<signatures><signature><position>E</position><name>F</name></signature></signatures><recipients><place>G</place></recipients></document>";
    fuzz_put("picture.png", data, size);
    unsigned chance = fuzz_chance(data, size);
    struct vb *v = fuzz_open(chance);
    if (fuzz_is_done(vb_read_memory(v, fuzz_path("data.xml"), document, sizeof(document) - 1, NULL)))
        fuzz_show(v, chance);
    return 0;
}

static size_t number(const uint8_t *s) { return (size_t)s[0] << 24 | (size_t)s[1] << 16 | (size_t)s[2] << 8 | s[3]; }

static void mend(uint8_t *data, size_t size)
{
    for (size_t at = 8; at + 12 <= size;) {
        size_t n = number(data + at);
        if (n > size - at - 12)
            return;
        uint32_t sum = libdeflate_crc32(0, data + at + 4, n + 4);
        for (int i = 0; i < 4; i++)
            data[at + 8 + n + (size_t)i] = (uint8_t)(sum >> (24 - 8 * i));
        at += 12 + n;
    }
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    size = LLVMFuzzerMutate(data, size, most);
    if (seed % 8 && size > 8 && memcmp(data, "\x89PNG", 4) == 0)
        mend(data, size);
    return size;
}
