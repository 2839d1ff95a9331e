/* signed.c - a signature covers the bytes that its /ByteRange [from size from size] names; it stands
 * in the file as it is, never compressed. A range without numbers is room that nobody has filled.  */
#include "write/pdf/signed.h"

#include <ctype.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char range_word[] = "/ByteRange";

static const char *blanks(const char *s, const char *end)
{
    while (s < end && isspace((unsigned char)*s))
        s++;
    return s;
}

/* `s` stands behind the word. A second stretch of bytes is what a filled one has.               */
static bool is_filled(const char *s, const char *end)
{
    int numbers = 0, digits = 0;
    bool second = false;
    s = blanks(s, end);
    if (s == end || *s++ != '[')
        return false;
    for (s = blanks(s, end); s < end && isdigit((unsigned char)*s); s = blanks(s, end), numbers++)
        for (digits = 0; s < end && isdigit((unsigned char)*s) && digits < 20; s++, digits++)
            second = second || (numbers == 2 && *s != '0');
    return numbers == 4 && second && s < end && *s == ']';
}

static bool is_signed(const char *bytes, size_t size)
{
    const char *end = bytes + size, *s = bytes;
    while ((s = memmem(s, (size_t)(end - s), range_word, sizeof(range_word) - 1))) {
        s += sizeof(range_word) - 1;
        if (is_filled(s, end))
            return true;
    }
    return false;
}

/* Whatever cannot be read is no signed PDF: it is then for the output to say what is wrong.        */
bool pdf_is_signed(const char *path)
{
    enum { HEAD = 1024 };        /* where a PDF says that it is one                              */
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool found = false;
    if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0) {
        size_t size = (size_t)st.st_size;
        const char *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (bytes != MAP_FAILED) {
            found = memmem(bytes, size < HEAD ? size : HEAD, "%PDF-", 5) && is_signed(bytes, size);
            munmap((void *)bytes, size);
        }
    }
    if (fd >= 0)
        close(fd);
    return found;
}
