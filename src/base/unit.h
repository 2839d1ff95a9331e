/* unit.h - the one length there is: a whole number of millipoints.
 *
 * A sum of a thousand of them is the same on every machine, so a golden file
 * may hold it. A4 is 595276 x 841890; an int32_t reaches 750 metres.          */
#ifndef BASE_UNIT_H
#define BASE_UNIT_H

#include "base/base.h"

typedef int32_t len;

#define PT(x) ((len)((x) * 1000))
#define MM(x) ((len)((x) * 72000 / 25.4 + 0.5))
#define LEN_MAX ((len)1 << 30)

enum { A4_WIDTH = 595276, A4_HEIGHT = 841890 };

static inline len len_part(len l, int thousandths) { return (len)((int64_t)l * thousandths / 1000); }

/* "20mm", "1.27cm", "14pt" -> *out; false, *out untouched, when it is not a length.
 * A number without a unit is not one: 20 what?                                */
bool len_parse(const char *s, len *out);

/* A plain decimal "1.15" as whole thousandths; false when it is none or has
 * more than `decimals` digits behind its point.                               */
bool thousandths_parse(const char *s, int *out);

/* Tenths of a millimetre, as people read them: "12.7".                        */
#define MM_TEXT 24
const char *len_mm(len l, char out[MM_TEXT]);

#endif
