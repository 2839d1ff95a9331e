/* svgs.c DATA TEMPLATE|"" FOLDER - the pages as a server would have them: with data for overlays and fields, fonts
 * elsewhere; their @font-face rules; and, on standard output, the fonts: id, file, size. With TIMES in place of
 * FOLDER: how long all pages take, in milliseconds: embedded, and as a server has them.               */
#include "vanban.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void save(const char *folder, const char *name, const void *bytes, size_t size)
{
    char path[4096];
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(bytes, 1, size, f) != size || fclose(f) != 0)
        exit(1);
}

/* As svg.py compares them: the same page with and without a place for each letter. */
static void both(struct vb *v, const char *folder)
{
    const void *bytes;
    size_t size;
    for (int light = 0; light < 2; light++)
        for (int i = 1; i <= vb_page_count(v); i++) {
            const struct vb_svg_options o = { .fonts = VB_SVG_EMBED, .light = light };
            char name[32];
            snprintf(name, sizeof(name), "%s-%03d.svg", light ? "light" : "full", i);
            if (vb_svg_page(v, 0, i, &o, &bytes, &size) != VB_DONE)
                exit(1);
            save(folder, name, bytes, size);
        }
}

static int pages(struct vb *v, const struct vb_svg_options *o, const char *folder)
{
    const void *bytes;
    size_t size, all = 0;
    for (int i = 1; i <= vb_page_count(v); i++) {
        char name[32];
        snprintf(name, sizeof(name), "page-%03d.svg", i);
        if (vb_svg_page(v, 0, i, o, &bytes, &size) != VB_DONE)
            exit(1);
        if (folder)
            save(folder, name, bytes, size);
        all += size;
    }
    return (int)all;
}

static void times(struct vb *v, const struct vb_svg_options *served)
{
    const struct vb_svg_options embedded = { .fonts = VB_SVG_EMBED };
    struct vb_svg_options light = *served;
    light.light = true;
    double start = now_ms();
    int size = pages(v, served, NULL);
    double then = now_ms();
    printf("served %.2f ms, %d bytes; ", then - start, size);
    start = now_ms();
    size = pages(v, &light, NULL);
    then = now_ms();
    printf("light %.2f ms, %d bytes; ", then - start, size);
    size = pages(v, &embedded, NULL);
    printf("embedded %.2f ms, %d bytes; %d pages\n", now_ms() - then, size, vb_page_count(v));
}

int main(int argc, char **argv)
{
    struct vb_options options = { .home = "." };
    struct vb_svg_options served = { .fonts = VB_SVG_ELSEWHERE, .id = "x7-", .data = true, .fields = true }, style = { .fonts = VB_SVG_URL, .font_url = "/fonts/" };
    const void *bytes;
    size_t size;
    struct vb *v = vb_open(&options);
    if (argc != 4 || !v || vb_read(v, argv[1], *argv[2] ? argv[2] : NULL) != VB_DONE || vb_set(v) != VB_DONE)
        return 1;
    if (vb_svg_page(v, 0, 0, &served, &bytes, &size) != VB_REJECTED || vb_svg_page(v, 1, 1, &served, &bytes, &size) != VB_REJECTED ||
        vb_svg_page(v, 0, vb_page_count(v) + 1, &served, &bytes, &size) != VB_REJECTED)
        return 1;
    if (strcmp(argv[3], "TIMES") == 0) {
        times(v, &served);
    } else {
        pages(v, &served, argv[3]);
        both(v, argv[3]);
        if (vb_svg_style(v, 0, &style, &bytes, &size) != VB_DONE)
            return 1;
        save(argv[3], "style.css", bytes, size);
        for (int i = 0; i < vb_font_count(v); i++) {
            const struct vb_font f = vb_font(v, i);
            printf("%s %s %zu\n", f.id, f.file, f.size);
        }
    }
    vb_close(v);
    return 0;
}
