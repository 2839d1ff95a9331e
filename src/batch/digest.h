/* digest.h - SHA-256 in hexadecimal letters, of bytes and of files.                             */
#ifndef BATCH_DIGEST_H
#define BATCH_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

struct digest { char hex[65]; };

struct digest digest_of(const void *bytes, size_t n);

/* Of the file's first `size` bytes, or all when size is negative; *length: what there is of it.
 * False: it cannot be read, or is shorter.                                                     */
bool digest_of_file(const char *path, long long size, struct digest *digest, long long *length);

#endif
