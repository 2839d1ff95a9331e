/* htmls.c FOLDER [DATA TEMPLATE]... - a gallery of documents: FOLDER/index.html, and a file for each; "-": by its type.  */
#include "html/html.h"

int main(int argc, char **argv)
{
    struct html_entry entry[200];
    const struct vb_options options = { .home = "." };
    int n = 0;
    for (int i = 2; i + 1 < argc && n < LENGTH(entry); i += 2)
        entry[n++] = (struct html_entry){ argv[i], strcmp(argv[i + 1], "-") == 0 ? NULL : argv[i + 1] };
    return n ? html_gallery(&options, entry, n, argv[1]) : 64;
}
