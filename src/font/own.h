/* own.h - what the files of this folder share.                                                */
#ifndef FONT_OWN_H
#define FONT_OWN_H

#include "font/face.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>

/* A face of the file at path; NULL: it cannot be read as a font.                                */
struct face *face_open(struct arena *a, const char *path, int index, const char *family, bool bold, bool italic);
hb_face_t *face_program(const struct face *face);
int face_glyph(const struct face *face, uint32_t cp); /* its index; 0: there is none             */

FcConfig *fonts_config(const struct fonts *fonts); /* of our own folders; NULL: none            */

#endif
