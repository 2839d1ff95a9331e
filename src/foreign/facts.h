/* facts.h - what a PDF says of itself beside its pages.                                                                         */
#ifndef FOREIGN_FACTS_H
#define FOREIGN_FACTS_H

#include "foreign/child.h"
#include "foreign/sheet.h"

struct facts {
    int version;                 /* 14: PDF 1.4; 0: it does not say                                                            */
    bool locked;
    const char *title, *lang;    /* "" if there is none                                                                        */
    const char **bare;           /* names of fonts that are not in the file                                                    */
    int n_bare;
};

bool facts_read(struct arena *a, int file, struct facts *to); /* false: nobody knows                                              */
bool facts_embedded(const struct facts *f, const char *face);

#endif
