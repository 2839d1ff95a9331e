/* memory.c - the end of memory. Libraries meet it in their own ways: libxml2's XPath and HarfBuzz lose words and go
 * on, fontconfig and json-c crash. A page that lacks a word and says nothing is worse than no page; so in this
 * program nobody sees an allocation fail: it ends, with the message and the status that the library's verbs have
 * for it, and leaves nothing half written. What asks for more than any machine gives is answered as ever.
 *
 * The sanitizers bring an allocator of their own.                                                 */
#include "cli/cli.h"

#include <unistd.h>

#if !defined(__SANITIZE_ADDRESS__) && defined(__GLIBC__)

enum { ABSURD = 1 << 30 };

/* glibc's own, for who stands before them.                                                        */
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static struct { pid_t pid; int lang; bool json; } told;

void cli_memory_begin(int lang, bool json)
{
    told.pid = getpid();
    told.lang = lang;
    told.json = json;
}

/* Of a child the parent tells.                                                                    */
static _Noreturn void end_program(void)
{
    static const char *const words[2] = { "lỗi: %s [%s]\n  cách sửa: %s\n", "error: %s [%s]\n  remedy: %s\n" };
    const struct vb_message m = vb_abandon(told.lang == CLI_EN ? "en" : "vi");
    char line[600];
    int n = told.json ? snprintf(line, sizeof(line), "{\"severity\":\"error\",\"code\":\"%s\",\"message\":\"%s\",\"hint\":\"%s\"}\n", m.code, m.text, m.hint)
                      : snprintf(line, sizeof(line), words[told.lang], m.text, m.code, m.hint);
    if (getpid() == told.pid && write(STDERR_FILENO, line, (size_t)n) < 0)
        _exit(VB_OUTPUT);
    _exit(VB_REJECTED);
}

static void *checked_malloc(size_t n)
{
    void *p = __libc_malloc(n);
    if (!p && n < ABSURD)
        end_program();
    return p;
}

static void *checked_calloc(size_t n, size_t size)
{
    size_t all;
    void *p = __libc_calloc(n, size);
    if (!p && !__builtin_mul_overflow(n, size, &all) && all < ABSURD)
        end_program();
    return p;
}

/* Of nothing it is free().                                                                        */
static void *checked_realloc(void *old, size_t n)
{
    void *p = __libc_realloc(old, n);
    if (!p && n && n < ABSURD)
        end_program();
    return p;
}

/* glibc's names for these.                                                                        */
extern __typeof__(malloc) malloc __attribute__((alias("checked_malloc"), visibility("default")));
extern __typeof__(calloc) calloc __attribute__((alias("checked_calloc"), visibility("default")));
extern __typeof__(realloc) realloc __attribute__((alias("checked_realloc"), visibility("default")));

#else
void cli_memory_begin(int lang, bool json) { (void)lang, (void)json; }
#endif
