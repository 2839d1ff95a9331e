/* preview.h - the pages in a browser, drawn again when a file is saved. Knows vanban.h, report/, base/, and alone
 * libmicrohttpd.                                                                                  */
#ifndef PREVIEW_PREVIEW_H
#define PREVIEW_PREVIEW_H

#include "vanban.h"

#include <stdio.h>

struct preview_options {
    struct vb_options vb;        /* its sink gets what is said of the run, not of the documents       */
    const char *const *paths;    /* files and folders; none: the folder at hand                       */
    int n_paths;
    const char *template_path;   /* NULL: one beside the data, or by the document's type               */
    const char *against, *template_b; /* of one file: another that is compared with it, and its template; either may be
                                  * NULL: the same file, the same template                            */
    const char *html, *svg, *png; /* folders that preview_write fills; NULL: not                        */
    int port;                    /* 0: any that is free                                              */
    int limit;                   /* seconds that a rendering may take; 0: PREVIEW_SECONDS              */
    bool sandbox, best_effort;   /* of whatever draws pages                                      */
    bool browser;                /* is opened                                                        */
    bool english;
};
enum { PREVIEW_SECONDS = 10 };

/* Runs until it is interrupted. VB_DONE, VB_REJECTED: what was named cannot be shown, VB_OUTPUT: no port. */
int preview_run(const struct preview_options *options);

/* Without a server: a gallery, or pages as SVG, as PNG by poppler's pdftoppm, in folders that are made. Each path
 * goes to `told`, a line each (NULL: nowhere). VB_DONE, VB_REJECTED: some or all could not be set, VB_OUTPUT.   */
int preview_write(const struct preview_options *options, FILE *told);

#endif
