/* index.c - what is kept of all records: one block that grows where it stands.              */
#include "read/dataset/dataset.h"

#include <unistd.h>

static void close_file(void *dataset)
{
    struct dataset *d = dataset;
    for (int i = 0; i < LENGTH(d->window); i++)
        if (d->window[i].fd >= 0)
            close(d->window[i].fd);
    for (uint32_t i = 0; i < d->n_files; i++)
        free(d->file[i].column);
    free(d->file);
    free(d->record);
    free(d->around);
    free(d->item);
    free(d->next);
}

struct dataset *dataset_new(struct arena *a, struct log *log, const struct selection *which)
{
    struct dataset *d = NEW(a, struct dataset);
    *d = (struct dataset){ .arena = a, .log = log, .which = *which, .csvs_end = &d->csvs };
    for (int i = 0; i < LENGTH(d->window); i++)
        d->window[i] = (struct data_window){ .fd = -1, .bytes = arena_alloc(a, CHUNK) };
    arena_own(a, close_file, d);
    return d;
}

/* Of large blocks the system moves the pages, not the bytes; pages that nobody has touched are none. */
static void *grown(struct dataset *d, void *p, uint32_t n, uint32_t *room, size_t bytes)
{
    if (n < *room)
        return p;
    uint32_t more = *room ? *room + *room / 2 : 256;
    void *moved = more > n && n < NO_NUMBER / 2 ? realloc(p, more * bytes) : NULL;
    if (!moved)
        arena_no_memory(d->arena);
    *room = more;
    return moved;
}

uint32_t dataset_add_file(struct dataset *d, const char *path, const struct stat *st)
{
    struct data_file *more = d->n_files % 64 ? d->file : realloc(d->file, (d->n_files + 64) * sizeof(*more));
    if (!more)
        arena_no_memory(d->arena);
    d->file = more;
    d->file[d->n_files] = (struct data_file){ .path = arena_string(d->arena, path), .st = *st, .first = d->n_records };
    return d->n_files++;
}

uint32_t dataset_add_record(struct dataset *d, struct data_record record)
{
    log_start_clock(d->log); /* the time is each record's: the file may be of any size */
    d->record = grown(d, d->record, d->n_records, &d->room_records, sizeof(record));
    d->record[d->n_records] = record;
    return d->n_records++;
}

uint32_t dataset_add_around(struct dataset *d, struct data_around around)
{
    d->around = grown(d, d->around, d->n_arounds, &d->room_arounds, sizeof(around));
    d->around[d->n_arounds] = around;
    return d->n_arounds++;
}

uint32_t dataset_home(const struct dataset *d, uint32_t record)
{
    uint32_t at = d->record[record].around;
    while (d->around[at].up != NO_NUMBER)
        at = d->around[at].up;
    return d->around[at].file;
}

uint32_t dataset_document(const struct dataset *d, uint32_t record)
{
    uint32_t last = NO_NUMBER, root = NO_NUMBER, file = dataset_home(d, record);
    for (uint32_t at = d->record[record].around; d->around[at].up != NO_NUMBER; at = d->around[at].up) {
        root = last;
        last = at;
    }
    return d->file[file].many ? root : last;
}
