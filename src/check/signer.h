/* signer.h - the signer's name on the finished pages: signing tools look for it in the text
 * and put the signature beside the first that they find.                                    */
#ifndef CHECK_SIGNER_H
#define CHECK_SIGNER_H

#include "base/log.h"
#include "page.h"

void check_signers(struct log *log, const struct pages *pages);

#endif
