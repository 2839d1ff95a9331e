/* signer.h - who a field waits for, in the data's words.                                   */
#ifndef BASE_SIGNER_H
#define BASE_SIGNER_H

#include "base/source.h"

struct signer {
    int number;                  /* from 1, in the order of the data                       */
    const char *competence, *position, *name; /* "" where the data says nothing            */
    struct pos at;               /* the name                                              */
};

#endif
