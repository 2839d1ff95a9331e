/* arena.h - memory that dies together.
 *
 * A stage allocates and never frees: what belongs to a template lives in the
 * job's arena, what belongs to one document in the record's, and both end as a
 * whole. Memory is zeroed. An allocation never returns NULL: when there is no
 * more, control goes to the one place that catches (guard.c), which is safe
 * since nothing below it has anything to clean up. Objects of libraries are
 * given to the arena together with the function that ends them.              */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/base.h"

#include <setjmp.h>

struct arena_block;
struct arena_owned;

struct arena {
    char *pos, *end;
    struct arena_block *blocks;
    struct arena_block *spare;   /* of arena_clear and scratch, to be handed out again */
    int n_spare;
    struct arena *of;            /* of scratch: whose spare blocks it uses     */
    struct arena_owned *owned;
    jmp_buf *no_memory;          /* NULL: abort()                             */
};

#define NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define NEW_N(arena, type, n) ((type *)arena_array((arena), (size_t)(n), sizeof(type)))

void *arena_alloc(struct arena *a, size_t bytes);
void *arena_array(struct arena *a, size_t n, size_t bytes);
void *arena_try(struct arena *a, size_t bytes); /* NULL: there is no more, and the work goes on without */

/* Room for at least n items, doubling: p or a copy of it; *room is updated.   */
void *arena_grow(struct arena *a, void *p, int n, int *room, size_t item_bytes);

/* A list that will not grow any more, in no more room than it needs.                   */
void *arena_fit(struct arena *a, void *p, int n, int *room, size_t item_bytes);

/* Gives back the room behind the first n items, where nothing was given out since.  */
void arena_trim(struct arena *a, void *p, int n, int *room, size_t item_bytes);

char *arena_copy(struct arena *a, const char *s, size_t n);   /* ends with \0 */
char *arena_string(struct arena *a, const char *s);
char *arena_format(struct arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* drop(thing) is called by arena_free, the last given first.                  */
void arena_own(struct arena *a, void (*drop)(void *), void *thing);

void arena_free(struct arena *a); /* everything; the arena may be used again   */

/* The same, but what the next ones of a long row will want is kept: they touch the same pages. */
void arena_clear(struct arena *a);

/* An arena for what is forgotten soon, inside (and ended by) another; arena_reset
 * makes it empty but keeps its memory, so that a thousand paragraphs touch the same
 * few pages of it.                                                             */
struct arena *arena_scratch(struct arena *of);
void arena_reset(struct arena *scratch);

/* Ends the work at hand as an allocation of its own that failed does; or because its time is over: only
 * from where no library is at work.                                            */
enum arena_end { ARENA_NO_MEMORY = 1, ARENA_NO_TIME };
_Noreturn void arena_no_memory(struct arena *a);
_Noreturn void arena_no_time(struct arena *a);

#endif
