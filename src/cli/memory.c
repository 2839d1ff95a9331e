/* memory.c - the end of memory. Libraries meet it in their own ways: libxml2's XPath and HarfBuzz lose words and go
 * on, fontconfig and json-c crash. A page that lacks a word and says nothing is worse than no page; so in this
 * program nobody sees an allocation fail: it ends, with the message and the status that the library's verbs have
 * for it, and leaves nothing half written. What asks for more than any machine gives is answered as ever.
 *
 * The sanitizers bring an allocator of their own.                                                 */
#include "cli/cli.h"

#if !defined(__SANITIZE_ADDRESS__) && defined(__GLIBC__)

enum { ABSURD = 1 << 30 };

/* glibc's own, for who stands before them.                                                        */
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static void *checked_malloc(size_t n)
{
    void *p = __libc_malloc(n);
    if (!p && n < ABSURD)
        cli_end_program();
    return p;
}

static void *checked_calloc(size_t n, size_t size)
{
    size_t all;
    void *p = __libc_calloc(n, size);
    if (!p && !__builtin_mul_overflow(n, size, &all) && all < ABSURD)
        cli_end_program();
    return p;
}

/* Of nothing it is free().                                                                        */
static void *checked_realloc(void *old, size_t n)
{
    void *p = __libc_realloc(old, n);
    if (!p && n && n < ABSURD)
        cli_end_program();
    return p;
}

/* glibc's names for these.                                                                        */
extern __typeof__(malloc) malloc __attribute__((alias("checked_malloc"), visibility("default")));
extern __typeof__(calloc) calloc __attribute__((alias("checked_calloc"), visibility("default")));
extern __typeof__(realloc) realloc __attribute__((alias("checked_realloc"), visibility("default")));

#endif
