/* merge.c - many documents in one PDF: merge OUT.pdf [OPTION] DATA... with the options of `render`:
 * --pdf 1b|2a|3a, --for MODE, --split-appendices, --boxes for all, --title WORDS; -t TEMPLATE for what follows, -t "" for
 * none.                                                                                     */
#include "vanban.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print(void *user, const struct vb_message *m)
{
    (void)user;
    if (m->severity == VB_ERROR)
        fprintf(stderr, "merge: %s [%s]\n", m->text, m->code);
}

static enum vb_standard standard_of(const char *word)
{
    return strcmp(word, "1b") == 0 ? VB_PDF_A1B : strcmp(word, "3a") == 0 ? VB_PDF_A3A : VB_PDF_A2A;
}

int main(int argc, char **argv)
{
    const char *home = getenv("VANBAN_HOME"), *template = NULL, *title = NULL;
    struct vb_options options = { .home = home ? home : ".", .sink = print, .lang = "en" };
    int i = 2, status = argc > 1 ? VB_DONE : VB_USAGE;
    for (; i + 1 < argc && argv[i][0] == '-' && strcmp(argv[i], "-t") != 0; i++) {
        if (strcmp(argv[i], "--split-appendices") == 0)
            options.split = true;
        else if (strcmp(argv[i], "--boxes") == 0)
            options.boxes = VB_BOXES;
        else if (strcmp(argv[i], "--pdf") == 0)
            options.standard = standard_of(argv[++i]);
        else if (strcmp(argv[i], "--title") == 0)
            title = argv[++i];
        else if (strcmp(argv[i], "--for") == 0)
            options.mode = argv[++i];
    }
    struct vb *v = vb_open(&options);
    if (!status)
        status = vb_merge_begin(v, argv[1], title);
    for (; i < argc && !status; i++) {
        if (strcmp(argv[i], "-t") == 0 && i + 1 < argc) {
            template = *argv[++i] ? argv[i] : NULL;
            continue;
        }
        status = vb_read(v, argv[i], template);
        if (!status)
            status = vb_set(v);
        if (!status)
            status = vb_merge_add(v);
    }
    if (!status)
        status = vb_merge_end(v);
    vb_close(v);
    return status;
}
