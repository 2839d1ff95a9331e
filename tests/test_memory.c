/* test_memory.c - each allocation of the library's own fails once (the linker puts these in the place of calloc,
 * malloc, realloc; libraries keep theirs): the verb says NO_MEMORY, leaves no file, and the same struct vb then
 * makes the document that it makes without a fault. Under SAN=1 nothing leaks either.              */
#include "vanban.h"

#include "cases.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int calls, injected, fails_at; /* 0: none                                                     */
static bool fails(void) { return ++calls == fails_at; }

void *__real_calloc(size_t n, size_t size);
void *__real_malloc(size_t n);
void *__real_realloc(void *p, size_t n);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_malloc(size_t n);
void *__wrap_realloc(void *p, size_t n);
void *__wrap_calloc(size_t n, size_t size) { return fails() ? NULL : __real_calloc(n, size); }
void *__wrap_malloc(size_t n) { return fails() ? NULL : __real_malloc(n); }
void *__wrap_realloc(void *p, size_t n) { return fails() ? NULL : __real_realloc(p, n); }

static int no_memory, others;
static void tell(void *user, const struct vb_message *m)
{
    (void)user;
    no_memory += strcmp(m->code, "NO_MEMORY") == 0;
    others += m->severity == VB_ERROR && strcmp(m->code, "NO_MEMORY") != 0;
}

static char folder[] = "/tmp/vanban-memory-XXXXXX", path[sizeof(folder) + 16];

static int files(void)
{
    int n = 0;
    DIR *dir = opendir(folder);
    for (struct dirent *e; (e = readdir(dir));)
        n += *e->d_name != '.';
    closedir(dir);
    return n;
}

struct work { const char *name, *data, *template_path; int (*make)(struct vb *v, const struct work *w); };

static int as_file(struct vb *v, const struct work *w)
{
    int status = vb_read(v, w->data, w->template_path);
    status = status ? status : vb_set(v);
    return status ? status : vb_write(v, VB_PDF, path);
}

static int in_memory(struct vb *v, const struct work *w)
{
    const void *bytes;
    size_t size;
    int status = vb_read(v, w->data, w->template_path);
    status = status ? status : vb_set(v);
    status = status ? status : vb_svg_page(v, 0, 1, &(struct vb_svg_options){ .data = true }, &bytes, &size);
    return status ? status : vb_write_memory(v, VB_DUMP_PAGE, 0, &bytes, &size);
}

static int collected(struct vb *v, const struct work *w)
{
    struct vb_collection *c = vb_collect(v, &w->data, 1, w->template_path, NULL);
    int status = c ? vb_name_items(v, c, w->template_path) : VB_REJECTED;
    struct vb_item item;
    status = status ? status : vb_item(v, c, 1, w->template_path, &item);
    status = status ? status : vb_bind(v);
    status = status ? status : vb_set(v);
    if (c)
        vb_collection_free(c);
    return status;
}

static int checked(struct vb *v, const struct work *w)
{
    int status = vb_check(v, w->data, w->template_path);
    return status == VB_FINDINGS ? VB_DONE : status;
}

static int sampled(struct vb *v, const struct work *w) { return vb_sample(v, VB_LONG, w->data, NULL, path); }

static int merged(struct vb *v, const struct work *w)
{
    int status = vb_merge_begin(v, path, NULL);
    if (status)
        return status;
    for (int i = 0; i < 2 && !status; i++) {
        status = vb_read(v, w->data, w->template_path);
        status = status ? status : vb_set(v);
        status = status ? status : vb_merge_add(v);
    }
    int end = vb_merge_end(v);
    return status ? status : end;
}

static const struct work works[] = {
    { "file", "samples/types/thong-cao.xml", NULL, as_file },
    { "parts", "tests/layouts/files.xml", "tests/layouts/files.template.xml", as_file },
    { "svg", "samples/types/thong-cao.xml", NULL, in_memory },
    { "csv", "samples/batch/csv.xml", "samples/batch/csv.template.xml", collected },
    { "check", "tests/bad/many.xml", NULL, checked },
    { "sample", "cong-van", NULL, sampled },
    { "merge", "samples/types/thong-cao.xml", NULL, merged },
};

static void try(const struct work *w, struct vb *v, int at)
{
    no_memory = others = calls = 0;
    fails_at = at;
    int status = w->make(v, w);
    fails_at = 0;
    bool failed = calls >= at;
    injected += failed;
    if (failed && w->make != checked && (status != VB_REJECTED || !no_memory || files() || others))
        fail_msg("allocation %d: status %d, %d messages, %d others, %d files", at, status, no_memory, others, files());
    if (w->make(v, w) != VB_DONE)
        fail_msg("allocation %d: nothing goes on behind it", at);
    unlink(path);
}

static void each_fails_once(void **state)
{
    const struct work *w = *state;
    struct vb_options o = { .home = ".", .lang = "en", .sink = tell };
    struct vb *v = vb_open(&o);
    calls = 0;
    assert_int_equal(w->make(v, w), VB_DONE);
    unlink(path);
    vb_close(v);
    for (int i = 1, n = calls; i <= n; i++) {
        fails_at = 0;
        v = vb_open(&o);
        try(w, v, i);
        vb_close(v);
    }
}

int main(void)
{
    static struct cases c;
    if (!mkdtemp(folder))
        return 1;
    snprintf(path, sizeof(path), "%s/a.pdf", folder);
    CASES(&c, works, each_fails_once);
    int failed = cases_run(&c, "memory");
    rmdir(folder);
    printf("memory: %d allocations failed\n", injected);
    return failed;
}
