#include "batch/digest.h"

#include <fcntl.h>
#include <nettle/sha2.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct digest end(struct sha256_ctx *sha)
{
    static const char digits[] = "0123456789abcdef";
    uint8_t bytes[SHA256_DIGEST_SIZE];
    struct digest d = { "" };
    sha256_digest(sha, sizeof(bytes), bytes);
    for (size_t i = 0; i < sizeof(bytes); i++) {
        d.hex[2 * i] = digits[bytes[i] >> 4];
        d.hex[2 * i + 1] = digits[bytes[i] & 15];
    }
    return d;
}

struct digest digest_of(const void *bytes, size_t n)
{
    struct sha256_ctx sha;
    sha256_init(&sha);
    sha256_update(&sha, n, bytes);
    return end(&sha);
}

bool digest_of_file(const char *path, long long size, struct digest *digest, long long *length)
{
    uint8_t room[1 << 16];
    struct sha256_ctx sha;
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool good = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
    long long left = size < 0 && good ? st.st_size : size;
    *length = good ? st.st_size : 0;
    sha256_init(&sha);
    while (good && left > 0) {
        ssize_t n = read(fd, room, left < (long long)sizeof(room) ? (size_t)left : sizeof(room));
        good = n > 0;
        if (good)
            sha256_update(&sha, (size_t)n, room);
        left -= good ? n : 0;
    }
    close(fd);
    *digest = end(&sha);
    return good;
}
