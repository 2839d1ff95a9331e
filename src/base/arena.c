/* arena.c - blocks of 64 KiB from calloc; a big request gets one of its own. */
#include "base/arena.h"

#include <stdarg.h>

enum { BLOCK_BYTES = 64 << 10, SPARE_MOST = 64 };

struct arena_block {
    struct arena_block *next;
    size_t bytes;
    max_align_t data[];
};

struct arena_owned {
    struct arena_owned *next;
    void (*drop)(void *);
    void *thing;
};

void arena_no_memory(struct arena *a)
{
    if (!a->no_memory)
        abort();
    longjmp(*a->no_memory, ARENA_NO_MEMORY);
}

void arena_no_time(struct arena *a)
{
    if (!a->no_memory)
        abort();
    longjmp(*a->no_memory, ARENA_NO_TIME);
}

/* NULL: there is no more. */
static void *more_bytes(struct arena *a, size_t bytes)
{
    struct arena_block *b = calloc(1, sizeof(*b) + bytes);
    if (!b)
        return NULL;
    b->bytes = bytes;
    b->next = a->blocks;
    a->blocks = b;
    return b->data;
}

static struct arena *keeper(struct arena *a) { return a->of ? a->of : a; }

static void *next_block(struct arena *a)
{
    struct arena *keeps = keeper(a);
    struct arena_block *b = keeps->spare;
    if (!b)
        return more_bytes(a, BLOCK_BYTES);
    keeps->spare = b->next;
    keeps->n_spare--;
    b->next = a->blocks;
    a->blocks = b;
    return memset(b->data, 0, BLOCK_BYTES);
}

static void give_back(struct arena *a, struct arena_block *b)
{
    struct arena *keeps = keeper(a);
    if (b->bytes != BLOCK_BYTES || keeps->n_spare == SPARE_MOST) {
        free(b);
        return;
    }
    b->next = keeps->spare;
    keeps->spare = b;
    keeps->n_spare++;
}

void *arena_try(struct arena *a, size_t bytes)
{
    if (bytes > SIZE_MAX / 2)
        return NULL;
    bytes = (bytes + sizeof(max_align_t) - 1) & ~(sizeof(max_align_t) - 1);
    if (bytes > BLOCK_BYTES / 4)
        return more_bytes(a, bytes);
    if ((size_t)(a->end - a->pos) < bytes) {
        char *block = next_block(a);
        if (!block)
            return NULL;
        a->pos = block;
        a->end = block + BLOCK_BYTES;
    }
    a->pos += bytes;
    return a->pos - bytes;
}

void *arena_alloc(struct arena *a, size_t bytes)
{
    void *p = arena_try(a, bytes);
    if (!p)
        arena_no_memory(a);
    return p;
}

void *arena_array(struct arena *a, size_t n, size_t bytes)
{
    if (bytes && n > SIZE_MAX / 2 / bytes)
        arena_no_memory(a);
    return arena_alloc(a, n * bytes);
}

static size_t align_up(size_t bytes) { return (bytes + sizeof(max_align_t) - 1) & ~(sizeof(max_align_t) - 1); }

/* What has a block of its own gives it back once it has been copied.                 */
static void free_own_block(struct arena *a, const void *p)
{
    for (struct arena_block **link = &a->blocks; *link; link = &(*link)->next)
        if ((const void *)(*link)->data == p) {
            struct arena_block *own = *link;
            *link = own->next;
            free(own);
            return;
        }
}

/* What was given out last can be made longer where it stands.                        */
static bool grow_in_place(struct arena *a, void *p, size_t bytes, size_t more)
{
    char *begin = p;
    if (begin + align_up(bytes) != a->pos || more > BLOCK_BYTES / 4 || (size_t)(a->end - begin) < align_up(more))
        return false;
    a->pos = begin + align_up(more);
    return true;
}

void *arena_grow(struct arena *a, void *p, int n, int *room, size_t item_bytes)
{
    if (n <= *room)
        return p;
    int more = *room * 2 > n ? *room * 2 : n; /* most lists of a table's cell hold one thing */
    if (p && grow_in_place(a, p, (size_t)*room * item_bytes, (size_t)more * item_bytes)) {
        *room = more;
        return p;
    }
    void *copy = arena_array(a, (size_t)more, item_bytes);
    if (p)
        memcpy(copy, p, (size_t)*room * item_bytes);
    if (p && (size_t)*room * item_bytes > BLOCK_BYTES / 4)
        free_own_block(a, p);
    *room = more;
    return copy;
}

void *arena_fit(struct arena *a, void *p, int n, int *room, size_t item_bytes)
{
    bool own = (size_t)*room * item_bytes > BLOCK_BYTES / 4;
    if (!own || n == *room)
        return p;
    void *copy = arena_array(a, (size_t)n, item_bytes);
    memcpy(copy, p, (size_t)n * item_bytes);
    free_own_block(a, p);
    *room = n;
    return copy;
}

void arena_trim(struct arena *a, void *p, int n, int *room, size_t item_bytes)
{
    char *begin = p;
    if (!p || begin + align_up((size_t)*room * item_bytes) != a->pos || n >= *room)
        return;
    char *end = begin + align_up((size_t)n * item_bytes);
    memset(end, 0, (size_t)(a->pos - end));
    a->pos = end;
    *room = n;
}

char *arena_copy(struct arena *a, const char *s, size_t n)
{
    char *copy = arena_alloc(a, n + 1);
    if (n)
        memcpy(copy, s, n);
    return copy;
}

char *arena_string(struct arena *a, const char *s)
{
    return arena_copy(a, s, strlen(s));
}

char *arena_format(struct arena *a, const char *format, ...)
{
    char room[128];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(room, sizeof(room), format, args);
    va_end(args);
    char *s = arena_alloc(a, (size_t)n + 1);
    if (n < LENGTH(room))
        memcpy(s, room, (size_t)n);
    else
        vsnprintf(s, (size_t)n + 1, format, again);
    va_end(again);
    return s;
}

/* What cannot be kept is not lost either. */
void arena_own(struct arena *a, void (*drop)(void *), void *thing)
{
    struct arena_owned *o = arena_try(a, sizeof(*o));
    if (!o) {
        drop(thing);
        arena_no_memory(a);
    }
    *o = (struct arena_owned){ a->owned, drop, thing };
    a->owned = o;
}

static void drop_owned(struct arena *a)
{
    for (struct arena_owned *o = a->owned; o; o = o->next)
        o->drop(o->thing);
}

static void free_blocks(struct arena_block *first)
{
    for (struct arena_block *next; first; first = next) {
        next = first->next;
        free(first);
    }
}

void arena_free(struct arena *a)
{
    drop_owned(a);
    free_blocks(a->blocks);
    free_blocks(a->spare);
    *a = (struct arena){ .no_memory = a->no_memory };
}

void arena_clear(struct arena *a)
{
    drop_owned(a);
    for (struct arena_block *b = a->blocks, *next; b; b = next) {
        next = b->next;
        give_back(a, b);
    }
    *a = (struct arena){ .spare = a->spare, .n_spare = a->n_spare, .of = a->of, .no_memory = a->no_memory };
}

static void free_scratch(void *scratch) { arena_clear(scratch); }

struct arena *arena_scratch(struct arena *of)
{
    struct arena *scratch = NEW(of, struct arena);
    scratch->no_memory = of->no_memory;
    scratch->of = keeper(of);
    arena_own(of, free_scratch, scratch);
    return scratch;
}

/* Only the block in use is kept; memory that is handed out again must be zero.        */
void arena_reset(struct arena *a)
{
    struct arena_block *kept = NULL;
    for (struct arena_block *b = a->blocks, *next; b; b = next) {
        next = b->next;
        if (a->end == (char *)b->data + BLOCK_BYTES)
            kept = b;
        else
            give_back(a, b);
    }
    a->blocks = kept;
    if (!kept)
        return;
    kept->next = NULL;
    memset(kept->data, 0, (size_t)(a->pos - (char *)kept->data));
    a->pos = (char *)kept->data;
}
