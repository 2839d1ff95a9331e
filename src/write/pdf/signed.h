/* signed.h - has somebody signed this file?                                                     */
#ifndef WRITE_PDF_SIGNED_H
#define WRITE_PDF_SIGNED_H

#include "base/base.h"

bool pdf_is_signed(const char *path);

#endif
