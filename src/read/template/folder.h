/* folder.h - the files of a folder of templates, in the order of their names.                 */
#ifndef READ_FOLDER_H
#define READ_FOLDER_H

#include "read/template/template.h"

#include <dirent.h>

struct folder { struct dirent **entry; int n; }; /* n < 0: it cannot be read, and errno says why  */

struct folder *folder_read(struct arena *a, const char *path);
void folder_drop(void *folder);

/* "; did you mean nd30?" for "nd30.xml" and "nđ30", or "".                                   */
const char *template_near(struct log *log, const char *folder, const char *name);

#endif
