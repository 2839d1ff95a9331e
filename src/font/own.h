/* own.h - what the files of this folder share.                                                */
#ifndef FONT_OWN_H
#define FONT_OWN_H

#include "font/face.h"

#include <fontconfig/fontconfig.h>

FcConfig *fonts_config(const struct fonts *fonts); /* of our own folders; NULL: none            */

#endif
