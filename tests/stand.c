/* stand.c - HOME OUT [--MODE] [-t TEMPLATE] [--split] [--lang=en] [--at=MM ...] DATA: sets the document as it is, and once for
 * each height (two without --at: the lowest that its signatures can take, and half way there). Each time OUT.N.page, OUT.N.pdf
 * and OUT.N.fields: where signatures stand ("stand PAGE TOP LOWEST") and the boxes of fields, in millionths of a millimetre.  */
#include "vanban.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print(void *user, const struct vb_message *m)
{
    static const char *const levels[] = { "note", "warning", "error" };
    (void)user;
    if (strcmp(m->code, "FONT_SUBSTITUTE") == 0)
        return;
    fprintf(stderr, "%s:%d: %s: %s [%s]\n  -> %s\n", m->at.file ? m->at.file : "", m->at.line, levels[m->severity], m->text, m->code, m->hint);
}

static int write_all(struct vb *v, const char *out, int round)
{
    char path[4096];
    struct vb_stand stand;
    snprintf(path, sizeof(path), "%s.%d.fields", out, round);
    FILE *f = fopen(path, "w");
    if (!f)
        return VB_OUTPUT;
    if (vb_stand(v, &stand))
        fprintf(f, "stand %d %.6f %.6f\n", stand.page, stand.top_mm, stand.lowest_mm);
    for (int i = 0; i < vb_field_count(v); i++) {
        struct vb_field field = vb_field(v, i);
        fprintf(f, "%s %s %d %d %.6f %.6f %.6f %.6f\n", field.kind, field.name, field.part, field.page, field.mm.left, field.mm.top, field.mm.width, field.mm.height);
    }
    fclose(f);
    snprintf(path, sizeof(path), "%s.%d.page", out, round);
    int status = vb_write(v, VB_DUMP_PAGE, path);
    snprintf(path, sizeof(path), "%s.%d.pdf", out, round);
    return status == VB_DONE ? vb_write(v, VB_PDF, path) : status;
}

int main(int argc, char **argv)
{
    struct vb_options options = { .home = argv[1], .sink = print, .lang = "vi" };
    const char *out = argv[2], *template = NULL;
    double at[8];
    int n = 0, i = 3;
    for (; i + 1 < argc; i++)
        if (strcmp(argv[i], "-t") == 0)
            template = argv[++i];
        else if (strncmp(argv[i], "--lang=", 7) == 0)
            options.lang = argv[i] + 7;
        else if (strcmp(argv[i], "--split") == 0)
            options.split = true;
        else if (strncmp(argv[i], "--at=", 5) == 0 && n < 8)
            at[n++] = strtod(argv[i] + 5, NULL);
        else
            options.mode = argv[i] + 2;
    struct vb *v = i < argc ? vb_open(&options) : NULL;
    if (!v)
        return VB_USAGE;
    int status = vb_read(v, argv[i], template);
    struct vb_stand stand;
    status = status == VB_DONE ? vb_set(v) : status;
    if (status == VB_DONE && !n && vb_stand(v, &stand)) {
        at[n++] = stand.lowest_mm;
        at[n++] = (stand.top_mm + stand.lowest_mm) / 2;
    }
    status = status == VB_DONE ? write_all(v, out, 0) : status;
    for (int k = 0; status == VB_DONE && k < n; k++) {
        status = vb_set_at(v, at[k]);
        status = status == VB_DONE ? write_all(v, out, k + 1) : status;
    }
    vb_close(v);
    return status;
}
