/* preview.h - the pages in a browser, drawn again when a file is saved. Knows vanban.h, report/, base/, and alone
 * libmicrohttpd.                                                                                  */
#ifndef PREVIEW_PREVIEW_H
#define PREVIEW_PREVIEW_H

#include "vanban.h"

struct preview_options {
    struct vb_options vb;        /* its sink gets what is said of the run, not of the documents       */
    const char *const *paths;    /* files and folders; none: the folder at hand                       */
    int n_paths;
    const char *template_path;   /* NULL: one beside the data, or by the document's type               */
    int port;                    /* 0: any that is free                                              */
    int limit;                   /* seconds that a rendering may take; 0: PREVIEW_SECONDS              */
    bool browser;                /* is opened                                                        */
    bool english;
};
enum { PREVIEW_SECONDS = 10 };

/* Runs until it is interrupted. VB_DONE, VB_REJECTED: what was named cannot be shown, VB_OUTPUT: no port. */
int preview_run(const struct preview_options *options);

#endif
