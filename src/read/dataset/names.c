/* names.c - the names of all items, made once before anything is written: they leave no folder, and none
 * is there twice. Of each a number is kept (its hash); names of equal numbers are made once more.  */
#include "read/dataset/dataset.h"

#include "base/utf8.h"
#include "read/bind/bind.h"
#include "read/judge/judge.h"

static const char *default_name(const struct dataset *d, struct arena *a, uint32_t record)
{
    const struct data_file *f = &d->file[dataset_file(d, record)];
    const char *slash = strrchr(f->path, '/'), *name = slash ? slash + 1 : f->path, *dot = strrchr(name, '.');
    int n = dot && dot > name ? (int)(dot - name) : (int)strlen(name), digits = snprintf(NULL, 0, "%u", f->n);
    if (f->n == 1)
        return arena_copy(a, name, (size_t)n);
    return arena_format(a, "%.*s-%0*u", n, name, digits, record - f->first + 1);
}

const char *dataset_name_of(const struct dataset *d, struct env *env, uint32_t i)
{
    int errors = d->log->errors;
    env->position = (int)i + 1;
    env->size = (int)d->n_items;
    const char *name = bind_name(env);
    if (!name)
        name = default_name(d, env->arena, dataset_item(d, i));
    return d->log->errors == errors ? name : NULL;
}

const char *item_name(struct dataset *d, struct arena *a, const struct record *r, uint32_t i)
{
    struct env *env = env_new(a, d->log, r, d->options);
    needs_plain(env);
    return dataset_name_of(d, env, i);
}

/* A folder that others share may not tell capitals apart. FNV-1a.                              */
static uint32_t hash_of(struct arena *a, const char *name)
{
    uint32_t hash = 2166136261u;
    for (const char *s = utf8_fold(a, name); *s; s++)
        hash = (hash ^ (unsigned char)*s) * 16777619u;
    return hash ? hash : 1; /* 0: it has no name                                             */
}

struct naming {
    struct dataset *d;
    struct glance *glance;
    struct arena *arena;
    struct twice { uint32_t item, first; const char *name; } *twice;
    int n, room;
};

/* A fault that all records have is not said of a million.                                        */
static bool enough(const struct dataset *d) { return d->log->errors >= MAX_MESSAGES; }

/* Where the template gives no names and adds nothing up, a document bears its file's: it need not be read. */
static bool is_plain(const struct dataset *d)
{
    const struct template *t = d->templates->given ? templates_find(d->templates, "", NOWHERE) : NULL;
    return t && !t->file && !t->controls;
}

static void name_file(struct naming *m, uint32_t record)
{
    struct arena *a = glance_arena(m->glance);
    m->d->record[record].hash = hash_of(a, default_name(m->d, a, record));
}

static void name_all(struct naming *m)
{
    struct dataset *d = m->d;
    struct totals *totals = totals_new(d);
    bool controls = false, plain = is_plain(d);
    for (uint32_t i = 0; i < d->n_items && !enough(d); i++) {
        uint32_t r = dataset_item(d, i);
        if (plain && dataset_is_file(d, r)) {
            name_file(m, r);
            continue;
        }
        struct env *env = glance_at(m->glance, r, true);
        const char *name = env ? dataset_name_of(d, env, i) : NULL;
        d->record[r].hash = name ? hash_of(env->arena, name) : 0;
        if (env && !d->item)
            totals_add(totals, env, r);
        controls = controls || (env && env->t->controls);
    }
    for (uint32_t r = 0; d->item && controls && r < d->n_records && !enough(d); r++) { /* those too that are not chosen */
        struct env *env = glance_at(m->glance, r, false);
        if (env)
            totals_add(totals, env, r);
    }
    totals_end(totals);
}

static int by_hash(const void *a, const void *b, void *dataset)
{
    const struct dataset *d = dataset;
    const uint32_t i = *(const uint32_t *)a, k = *(const uint32_t *)b, x = d->record[dataset_item(d, i)].hash, y = d->record[dataset_item(d, k)].hash;
    return x != y ? (x > y) - (x < y) : (i > k) - (i < k);
}

static int by_item(const void *a, const void *b)
{
    const struct twice *x = a, *y = b;
    return (x->item > y->item) - (x->item < y->item);
}

/* Items of equal numbers, in their order.                                                         */
static void compare(struct naming *m, const uint32_t *item, uint32_t n)
{
    struct dataset *d = m->d;
    struct arena *a = arena_scratch(m->arena);
    const char **folded = NEW_N(a, const char *, n);
    for (uint32_t i = 0; i < n && m->n < MAX_MESSAGES; i++) {
        struct env *env = glance_at(m->glance, dataset_item(d, item[i]), true);
        const char *name = env ? dataset_name_of(d, env, item[i]) : NULL;
        uint32_t k = 0;
        folded[i] = name ? arena_string(a, utf8_fold(a, name)) : NULL;
        while (k < i && !(name && folded[k] && strcmp(folded[k], folded[i]) == 0))
            k++;
        if (k == i)
            continue;
        m->twice = arena_grow(m->arena, m->twice, m->n + 1, &m->room, sizeof(*m->twice));
        m->twice[m->n++] = (struct twice){ item[i], item[k], arena_string(m->arena, name) };
    }
    arena_free(a);
}

static void check_twice(struct naming *m)
{
    struct dataset *d = m->d;
    uint32_t *order = NEW_N(m->arena, uint32_t, (size_t)d->n_items + 1);
    for (uint32_t i = 0; i < d->n_items; i++)
        order[i] = i;
    qsort_r(order, d->n_items, sizeof(*order), by_hash, d);
    for (uint32_t i = 0, end; i < d->n_items && m->n < MAX_MESSAGES; i = end) {
        for (end = i + 1; end < d->n_items && d->record[dataset_item(d, order[end])].hash == d->record[dataset_item(d, order[i])].hash; end++)
            ;
        if (end - i > 1 && d->record[dataset_item(d, order[i])].hash)
            compare(m, order + i, end - i);
    }
    if (m->n)
        qsort(m->twice, (size_t)m->n, sizeof(*m->twice), by_item);
    for (int i = 0; i < m->n; i++)
        say(d->log, MSG_FILE_NAME_TWICE, dataset_record_pos(d, d->log->arena, dataset_item(d, m->twice[i].item)), m->twice[i].name,
            arena_format(d->log->arena, "%u", m->twice[i].first + 1));
}

void dataset_name(struct dataset *d)
{
    struct naming m = { .d = d, .arena = d->log->arena };
    m.glance = glance_new(d, m.arena);
    name_all(&m);
    if (!enough(d))
        check_twice(&m);
}

/* By the number alone: of three thousand names, one in a million others is taken for one of them.  */
bool dataset_has_name(const struct dataset *d, const char *name)
{
    struct arena a = { 0 };
    uint32_t hash = hash_of(&a, name), i = 0;
    arena_free(&a);
    while (i < d->n_items && d->record[dataset_item(d, i)].hash != hash)
        i++;
    return i < d->n_items;
}
