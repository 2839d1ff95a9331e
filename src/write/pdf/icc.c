/* icc.c - made here rather than taken from somebody: a header, nine tags, one curve that the
 * three colours share (ICC.1:1998-09, 6).                                                     */
#include "write/pdf/icc.h"

#include <math.h>

enum { CURVE_POINTS = 256, TAGS = 9, TEXT_MOST = 24 };

struct icc { unsigned char *bytes; unsigned at; };

static void put32(struct icc *p, uint32_t n)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        p->bytes[p->at++] = (unsigned char)(n >> shift);
}

static void put16(struct icc *p, unsigned n)
{
    p->bytes[p->at++] = (unsigned char)(n >> 8);
    p->bytes[p->at++] = (unsigned char)n;
}

static void put_name(struct icc *p, const char *four)
{
    memcpy(p->bytes + p->at, four, 4);
    p->at += 4;
}

/* Thousandths of thousandths into 16.16.                                                        */
static void put_xyz(struct icc *p, const int32_t xyz[3])
{
    put_name(p, "XYZ ");
    put32(p, 0);
    for (int i = 0; i < 3; i++)
        put32(p, (uint32_t)(((int64_t)xyz[i] * 65536 + 500000) / 1000000));
}

/* A description has its letters three times over; only those in ASCII need be there.          */
static void put_description(struct icc *p, const char *text)
{
    enum { AFTER = 4 + 4 + 2 + 1 + 67 };
    unsigned n = (unsigned)strlen(text) + 1;
    put_name(p, "desc");
    put32(p, 0);
    put32(p, n);
    memcpy(p->bytes + p->at, text, n);
    p->at += n + AFTER;
}

static void put_text(struct icc *p, const char *text)
{
    put_name(p, "text");
    put32(p, 0);
    memcpy(p->bytes + p->at, text, strlen(text) + 1);
    p->at += (unsigned)strlen(text) + 1;
}

static void put_curve(struct icc *p)
{
    put_name(p, "curv");
    put32(p, 0);
    put32(p, CURVE_POINTS);
    for (int i = 0; i < CURVE_POINTS; i++) {
        double v = i / (CURVE_POINTS - 1.0), light = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
        put16(p, (unsigned)(light * 65535 + 0.5));
    }
}

static void put_header(struct icc *p)
{
    static const int32_t d50[3] = { 964203, 1000000, 824905 };
    put32(p, ICC_BYTES);
    put32(p, 0);
    put32(p, 0x02100000);
    put_name(p, "mntr");
    put_name(p, "RGB ");
    put_name(p, "XYZ ");
    for (int i = 0; i < 6; i++)
        put16(p, (const unsigned[]){ 2020, 3, 5, 0, 0, 0 }[i]); /* the day Decree 30 came into force */
    put_name(p, "acsp");
    p->at = 68; /* platform, flags, maker, model, attributes, intent: none */
    for (int i = 0; i < 3; i++)
        put32(p, (uint32_t)(((int64_t)d50[i] * 65536 + 500000) / 1000000));
    p->at = 128;
}

/* What stands where: the table of tags comes first, so it is filled in afterwards.            */
static void put_tag(struct icc *p, int *n, const char *name, unsigned from, unsigned to)
{
    struct icc row = { p->bytes, 128 + 4 + 12 * (unsigned)(*n)++ };
    put_name(&row, name);
    put32(&row, from);
    put32(&row, to - from);
    p->at = (p->at + 3) & ~3u;
}

const unsigned char *icc_srgb(struct arena *a)
{
    /* The colours as they look under D50 (Bradford), millionths. */
    static const struct { const char *name; int32_t xyz[3]; } colours[] = {
        { "wtpt", { 950455, 1000000, 1089050 } }, { "rXYZ", { 436066, 222488, 13916 } },
        { "gXYZ", { 385147, 716873, 97076 } },    { "bXYZ", { 143066, 60608, 714096 } },
    };
    struct icc p = { arena_alloc(a, ICC_BYTES), 0 };
    int n = 0;
    put_header(&p);
    put32(&p, TAGS);
    p.at += 12 * TAGS;
    unsigned from = p.at;
    put_description(&p, "sRGB IEC61966-2.1");
    put_tag(&p, &n, "desc", from, p.at);
    from = p.at;
    put_text(&p, "no copyright");
    put_tag(&p, &n, "cprt", from, p.at);
    for (int i = 0; i < LENGTH(colours); i++) {
        from = p.at;
        put_xyz(&p, colours[i].xyz);
        put_tag(&p, &n, colours[i].name, from, p.at);
    }
    from = p.at;
    put_curve(&p);
    unsigned to = p.at;
    put_tag(&p, &n, "rTRC", from, to);
    put_tag(&p, &n, "gTRC", from, to);
    put_tag(&p, &n, "bTRC", from, to);
    return p.bytes;
}
