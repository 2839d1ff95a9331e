/* fencing.c - the sandbox as callers know it: the folders that the program itself needs are added to
 * theirs, and what the kernel does not do is told.                                            */
#include "chain.h"

#include "font/face.h"
#include "sandbox/sandbox.h"

static void add(struct arena *a, const char ***list, int *n, int *room, const char *path)
{
    *list = arena_grow(a, (void *)*list, *n + 1, room, sizeof(**list));
    (*list)[(*n)++] = path;
}

static struct fence_files files_of(struct vb *v, const struct vb_fence *fence)
{
    struct arena *a = &v->record;
    struct fence_files files = { 0 };
    int room = 0, room_write = 0;
    for (int i = 0; i < fence->n_read; i++)
        add(a, &files.read, &files.n_read, &room, fence->read[i]);
    for (int i = 0; i < fence->n_write; i++)
        add(a, &files.write, &files.n_write, &room_write, fence->write[i]);
    add(a, &files.read, &files.n_read, &room, arena_format(a, "%s/templates", home_of(v)));
    fonts_wanted(v);
    const char *const *folder = fonts_folders(v->fonts, a);
    for (int i = 0; folder[i]; i++)
        add(a, &files.read, &files.n_read, &room, folder[i]);
    return files;
}

/* False: it is not to go on without.                                                            */
static bool told(struct vb *v, const struct vb_fence *fence, const char *vi, const char *en, int error)
{
    const char *words[] = { log_word(&v->log, vi, en), log_errno(&v->log, error), NULL };
    if (!error)
        return true;
    log_say(&v->log, fence->best_effort ? MSG_SANDBOX_PARTLY : MSG_SANDBOX_NONE, NOWHERE, NOWHERE, words);
    return fence->best_effort;
}

static int do_fence(struct vb *v, const struct request *r)
{
    const struct vb_fence *fence = r->fence;
    chain_begin(v);
    const struct fence_files files = files_of(v, fence);
    fence_resources(fence->steps * (log_limit(&v->log, LIMIT_SECONDS) + 1)); /* a second over its time a step tells so itself */
    bool good = told(v, fence, "tệp (Landlock)", "files (Landlock)", fence_files(&files));
    if (good)
        good = told(v, fence, "lời gọi hệ thống (seccomp)", "system calls (seccomp)", fence_calls(fence->workers));
    return good ? VB_DONE : VB_REJECTED;
}

int vb_sandbox(struct vb *v, const struct vb_fence *fence) { return guarded(v, do_fence, &(struct request){ .fence = fence }); }

bool vb_sandbox_worker(void) { return fence_calls(false) == 0; }
