/* path.h - files that other files name. They lie below the folder of the file that names them,
 * whatever `..` and symbolic links say.                                         */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/arena.h"

struct named_path {
    const char *path;            /* the real one; NULL: why not                    */
    const char *root;            /* the folder it must lie in                      */
    const char *wanted;          /* what was looked for                            */
    const char *name;            /* below that folder, as the disk spells it       */
    bool outside;
    int error;                   /* errno, when it is not outside                  */
};

/* Accents may be joined to their letters in one place and apart in the other: ổ is one name.      */
struct named_path path_below(struct arena *a, const char *from, const char *name);

/* The files, or the folders, of a folder, one after the other; NULL: no more, or it cannot be read. What is no text is passed over. */
struct listing {
    void *dir;
    bool folders;
};
struct listing *listing_open(struct arena *a, const char *path, bool folders);
const char *listing_next(struct arena *a, struct listing *f);

bool path_is_below(const char *path, const char *folder); /* of real paths       */

bool path_is_same_file(const char *a, const char *b); /* both are there, and one; NULL: none is        */

/* The last of a path, and what stands before it in *folder, "." where nothing does.              */
const char *path_last(struct arena *a, const char *path, const char **folder);

#endif
