/* asset.c - the files of page/, in the program.                                                     */
#include "diff/sheet.h"
#include "preview/site.h"

#include <string.h>

#define FILE_OF(name, path)                                                                                                        \
    __asm__(".section .rodata\n" #name ": .incbin \"src/preview/page/" path "\"\n" #name "_end: .byte 0\n.previous\n");            \
    extern const char name[], name##_end[];

FILE_OF(asset_html, "index.html")
FILE_OF(asset_css, "page.css")
FILE_OF(asset_print, "print.css")
FILE_OF(asset_main, "main.js")
FILE_OF(asset_words, "words.js")
FILE_OF(asset_net, "net.js")
FILE_OF(asset_gallery, "gallery.js")
FILE_OF(asset_pages, "pages.js")
FILE_OF(asset_drawing, "drawing.js")
FILE_OF(asset_strip, "strip.js")
FILE_OF(asset_flash, "flash.js")
FILE_OF(asset_overlay, "overlay.js")
FILE_OF(asset_messages, "messages.js")
FILE_OF(asset_findings, "findings.js")
FILE_OF(asset_compare, "compare.js")
FILE_OF(asset_marks, "marks.js")
FILE_OF(asset_listed, "listed.js")
FILE_OF(asset_records, "records.js")
FILE_OF(asset_icon, "icon.svg")

#define SCRIPT "text/javascript; charset=utf-8"
#define STYLE "text/css; charset=utf-8"

static const struct asset assets[] = {
    { "", "text/html; charset=utf-8", asset_html, asset_html_end },
    { "page.css", STYLE, asset_css, asset_css_end },
    { "print.css", STYLE, asset_print, asset_print_end },
    { "main.js", SCRIPT, asset_main, asset_main_end },
    { "words.js", SCRIPT, asset_words, asset_words_end },
    { "net.js", SCRIPT, asset_net, asset_net_end },
    { "gallery.js", SCRIPT, asset_gallery, asset_gallery_end },
    { "pages.js", SCRIPT, asset_pages, asset_pages_end },
    { "drawing.js", SCRIPT, asset_drawing, asset_drawing_end },
    { "strip.js", SCRIPT, asset_strip, asset_strip_end },
    { "flash.js", SCRIPT, asset_flash, asset_flash_end },
    { "overlay.js", SCRIPT, asset_overlay, asset_overlay_end },
    { "messages.js", SCRIPT, asset_messages, asset_messages_end },
    { "findings.js", SCRIPT, asset_findings, asset_findings_end },
    { "compare.js", SCRIPT, asset_compare, asset_compare_end },
    { "marks.js", SCRIPT, asset_marks, asset_marks_end },
    { "listed.js", SCRIPT, asset_listed, asset_listed_end },
    { "records.js", SCRIPT, asset_records, asset_records_end },
    { "diff.css", STYLE, diff_css, NULL }, /* both look alike                                          */
    { "icon.svg", "image/svg+xml", asset_icon, asset_icon_end },
};

const struct asset *asset_find(const char *name)
{
    for (size_t i = 0; i < sizeof(assets) / sizeof(*assets); i++)
        if (strcmp(assets[i].name, name) == 0)
            return &assets[i];
    return NULL;
}
