/* predict.h - rows as differences from their neighbours (PNG, clause 9), which Flate packs into
 * half the bytes when they are a photograph's.                                               */
#ifndef WRITE_PDF_PREDICT_H
#define WRITE_PDF_PREDICT_H

#include "base/arena.h"

/* height rows of 1 + row bytes; step: bytes of a pixel. Read with /Predictor 15.              */
unsigned char *predict(struct arena *a, const unsigned char *bytes, int row, int height, int step);

#endif
