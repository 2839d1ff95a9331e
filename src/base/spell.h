/* spell.h - numbers in Vietnamese words, as contracts and minutes want them. */
#ifndef BASE_SPELL_H
#define BASE_SPELL_H

#include "base/number.h"

/* 21000021 -> "hai mươi mốt triệu không trăm hai mươi mốt"; -0.5 -> "âm không phẩy năm". */
const char *number_words(struct arena *a, struct decimal d);

#endif
