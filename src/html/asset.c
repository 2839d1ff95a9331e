#include "html/html.h"

#define FILE_OF(name, path) __asm__(".section .rodata\n.global " #name "\n.hidden " #name "\n" #name ": .incbin \"src/html/page/" path "\"\n.byte 0\n.previous\n");

FILE_OF(html_shell_css, "shell.css")
FILE_OF(html_shell_js, "shell.js")
FILE_OF(html_pages_css, "pages.css")
FILE_OF(html_pages_js, "pages.js")
FILE_OF(html_gallery_css, "gallery.css")
