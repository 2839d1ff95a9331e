/* floor.c - the least that the pages cost: draws the marks of a page dump with libharu's own
 * public means, and nothing else; no XML, no layout, no subset of ours. The distance from it
 * is what the program adds (or saves).
 *
 *     floor PAGES.txt OUT.pdf                 PAGES.txt: vanban dump --stage page           */
#include <hpdf.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FONTS "/usr/share/fonts/truetype/liberation2/LiberationSerif-"
#define MM (72.0 / 25.4)

static const char *const faces[] = { "Regular", "Bold", "Italic", "BoldItalic" };

struct floor { HPDF_Doc doc; HPDF_Page page; HPDF_Font font[4]; float height; };

static void complain(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
    (void)user;
    fprintf(stderr, "floor: libharu 0x%04lX %lu\n", (unsigned long)error, (unsigned long)detail);
    exit(1);
}

static HPDF_Font font(struct floor *f, int i)
{
    char path[200];
    if (!f->font[i]) {
        snprintf(path, sizeof(path), FONTS "%s.ttf", faces[i]);
        f->font[i] = HPDF_GetFont(f->doc, HPDF_LoadTTFontFromFile(f->doc, path, HPDF_TRUE), "UTF-8");
    }
    return f->font[i];
}

static void new_page(struct floor *f, const char *line)
{
    float width = 210, height = 297;
    const char *size = strchr(line, ':');
    if (size)
        sscanf(size + 1, " %f x %f", &width, &height);
    f->page = HPDF_AddPage(f->doc);
    f->height = (float)(height * MM);
    HPDF_Page_SetWidth(f->page, (float)(width * MM));
    HPDF_Page_SetHeight(f->page, f->height);
}

static void draw_text(struct floor *f, float x, float y, const char *rest, char *text)
{
    float width, size;
    char *end = strrchr(text, '"');
    if (sscanf(rest, " w%f %f", &width, &size) != 2 || !end)
        return;
    *end = '\0';
    bool bold = strstr(rest, " bold") && strstr(rest, " bold") < text;
    bool italic = strstr(rest, " italic") && strstr(rest, " italic") < text;
    HPDF_Page_BeginText(f->page);
    HPDF_Page_SetFontAndSize(f->page, font(f, bold + 2 * italic), size);
    HPDF_Page_TextOut(f->page, (float)(x * MM), (float)(f->height - y * MM), text + 1);
    HPDF_Page_EndText(f->page);
}

static void draw_rule(struct floor *f, float x, float y, const char *rest)
{
    float extent, thickness;
    char way;
    if (sscanf(rest, " %c%f rule %f", &way, &extent, &thickness) != 3)
        return;
    float w = way == 'w' ? (float)(extent * MM) : thickness, h = way == 'w' ? thickness : (float)(extent * MM);
    HPDF_Page_Rectangle(f->page, (float)(x * MM), (float)(f->height - y * MM - h), w, h);
    HPDF_Page_Fill(f->page);
}

static void draw(struct floor *f, char *line)
{
    float x, y;
    int used = 0;
    if (strncmp(line, "page ", 5) == 0)
        new_page(f, line);
    if (!f->page || sscanf(line, "  %f %f%n", &x, &y, &used) != 2)
        return;
    char *text = strchr(line, '"');
    if (text)
        draw_text(f, x, y, line + used, text);
    else
        draw_rule(f, x, y, line + used);
}

int main(int argc, char **argv)
{
    struct floor f = { .doc = HPDF_New(complain, NULL) };
    char line[4000];
    FILE *in = argc == 3 ? fopen(argv[1], "r") : NULL;
    if (!in || !f.doc)
        return 64;
    HPDF_SetCompressionMode(f.doc, HPDF_COMP_ALL);
    HPDF_UseUTFEncodings(f.doc);
    while (fgets(line, sizeof(line), in))
        draw(&f, line);
    fclose(in);
    HPDF_STATUS error = HPDF_SaveToFile(f.doc, argv[2]);
    HPDF_Free(f.doc);
    return error ? 1 : 0;
}
